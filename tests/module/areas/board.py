"""The boards, which everybody makes of what they may read (Điều 6.3)."""

from .patterns import OF_NOBODY

RIGHTS = {
    "kpi.board": OF_NOBODY | {"evaluator": "crw"},
    "kpi.board.unit": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.board.warning": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.board.step": OF_NOBODY | {"evaluator": "crwd"},
}
METHODS = {
    ("kpi.board", "action_show"): ("reviewed", {"evaluator"}, {}),
    ("kpi.board", "action_open"): (
        "reviewed",
        {"evaluator"},
        {"figure": "people_count"},
    ),
    ("kpi.board", "action_open_work"): ("reviewed", {"evaluator"}, {}),
    ("kpi.board.unit", "action_open"): ("reviewed", {"evaluator"}, {}),
    ("kpi.board.warning", "action_open"): ("reviewed", {"evaluator"}, {}),
    ("kpi.board.step", "action_open"): ("reviewed", {"evaluator"}, {}),
}


def _board(case):
    board = case.env["kpi.board"].with_user(case.head.user_id).create({})
    board.month = case.period.date_start
    board.action_show()
    return board


def _warning(case):
    board = _board(case)
    return board.warning_ids.create({"board_id": board.id, "kind": "narrow"})


def _step(case):
    board = _board(case)
    return board.step_ids.create({"board_id": board.id, "kind": "month"})


RECORDS = {
    "kpi.board": _board,
    "kpi.board.unit": lambda case: _board(case).unit_ids[0],
    "kpi.board.warning": _warning,
    "kpi.board.step": _step,
}
