"""The life of given work: proposals, transfers, changes, joint products, moves."""

from .patterns import KEEPERS, NOBODY, OF_NOBODY, READ

KEPT_BY_GIVER = OF_NOBODY | {
    "evaluator": "crwd",
    "hr": "crwd",
    "admin": "crwd",
    "inspector": READ,
}
OPENED_BY_EVALUATOR = OF_NOBODY | {"evaluator": "crwd"}
OPENED_BY_HR = OF_NOBODY | {"hr": "crwd"}
GIVERS = {"evaluator", *KEEPERS}

RIGHTS = {
    "kpi.joint.product": KEPT_BY_GIVER,
    "kpi.assignment.change": {
        "employee": READ,
        "other_employee": NOBODY,
        "evaluator": READ,
        "other_evaluator": NOBODY,
        "hr": READ,
        "hr_elsewhere": NOBODY,
        "internal": NOBODY,
        "inspector": READ,
        "admin": READ,
    },
    "kpi.assignment.reason": OPENED_BY_EVALUATOR,
    "kpi.assignment.transfer": OPENED_BY_EVALUATOR,
    "kpi.assignment.ask": OPENED_BY_EVALUATOR,
    "kpi.joint.split": OPENED_BY_EVALUATOR,
    "kpi.joint.split.line": OPENED_BY_EVALUATOR,
    "kpi.staff.move": OPENED_BY_HR,
    "kpi.staff.move.line": OPENED_BY_HR,
}


def _taken_over(case):
    return {
        "employee_id": case.colleague.id,
        "date_deadline": "2026-07-31",
        "reason": "Nghỉ ốm",
    }


def _proposal(case):
    return {
        "period_id": case.period.id,
        "name": "Đón đoàn kiểm tra",
        "item_id": case.items["K1"].id,
        "quantity": 1,
        "date_deadline": "2026-07-31",
    }


def _shares(case):
    share = {"period_id": case.period.id, "date_deadline": "2026-07-31"}
    return {"shares": [share | {"employee_id": case.staff.id, "quantity": 0.5}]}


METHODS = {
    ("kpi.assignment", "report_unable"): (
        "draft",
        {"employee"},
        {"reason": "Nghỉ ốm"},
    ),
    # For oneself: whoever works in the agency of the month and has an evaluator.
    ("kpi.assignment", "propose_adhoc"): (
        "draft",
        {"employee", "other_employee", "other_evaluator", *KEEPERS},
        _proposal,
    ),
    ("kpi.assignment", "ask_change"): (
        "draft",
        {"employee", "evaluator"},
        {"quantity": 9, "reason": "Thêm việc"},
    ),
    ("kpi.assignment", "action_hand_back"): ("draft", GIVERS, {"reason": "Nghỉ ốm"}),
    ("kpi.assignment", "action_transfer"): ("draft", GIVERS, _taken_over),
    # The work of the scene is handed in or no proposal: nobody takes these steps.
    ("kpi.assignment", "action_cancel"): ("draft", set(), {"reason": "Nhầm"}),
    ("kpi.assignment", "action_approve"): ("draft", set(), {}),
    ("kpi.assignment", "action_refuse"): ("draft", set(), {"reason": "Nhầm"}),
    ("kpi.assignment.change", "action_approve"): ("draft", {"evaluator"}, {}),
    ("kpi.assignment.change", "action_refuse"): (
        "draft",
        {"evaluator"},
        {"reason": "Giữ nguyên"},
    ),
    ("kpi.joint.product", "action_split"): ("draft", GIVERS, _shares),
    ("kpi.appraisal", "action_follow_move"): (
        "self_assessed",
        KEEPERS,
        {"reason": "12/QĐ-UBND"},
    ),
    # A wizard serves who opened it.
    ("kpi.assignment.reason", "action_take"): ("draft", {"evaluator"}, {}),
    ("kpi.assignment.transfer", "action_transfer"): ("draft", {"evaluator"}, {}),
    ("kpi.assignment.ask", "action_ask"): ("draft", {"evaluator"}, {}),
    ("kpi.joint.split", "action_split"): ("draft", {"evaluator"}, {}),
    ("kpi.joint.split", "action_even"): ("draft", {"evaluator"}, {}),
    ("kpi.staff.move", "action_apply"): ("draft", {"hr"}, {}),
}


def _joint(case):
    joints = case.env["kpi.joint.product"].with_user(case.head.user_id)
    about = {"item_id": case.items["K2"].id, "owner_id": case.staff.id}
    return joints.create(about)


def _change(case):
    asked = case.work.with_user(case.staff.user_id).ask_change(9, reason="Thêm việc")
    return case.env["kpi.assignment.change"].browse(asked)


def _opened(model, values):
    """A wizard as the evaluator has opened it."""

    def open_wizard(case):
        return case.env[model].with_user(case.head.user_id).create(values(case))

    return open_wizard


_split = _opened(
    "kpi.joint.split",
    lambda case: {
        "joint_id": _joint(case).id,
        "line_ids": [
            (
                0,
                0,
                {
                    "employee_id": case.staff.id,
                    "period_id": case.period.id,
                    "quantity": 1,
                    "date_deadline": "2026-07-31",
                },
            )
        ],
    },
)


def _move(case):
    moves = case.env["kpi.staff.move"].with_user(case.hr)
    return moves.create(
        {
            "employee_id": case.staff.id,
            "kind": "leaves",
            "date_effective": "2026-07-20",
            "document": "12/QĐ-UBND",
        }
    )


RECORDS = {
    "kpi.joint.product": _joint,
    "kpi.assignment.change": _change,
    "kpi.assignment.reason": _opened(
        "kpi.assignment.reason",
        lambda case: {
            "assignment_ids": case.work.ids,
            "step": "hand_back",
            "reason": "Nghỉ ốm",
        },
    ),
    "kpi.assignment.transfer": _opened(
        "kpi.assignment.transfer",
        lambda case: {
            "assignment_id": case.work.id,
            "employee_id": case.colleague.id,
            "reason": "Nghỉ ốm",
        },
    ),
    "kpi.assignment.ask": _opened(
        "kpi.assignment.ask",
        lambda case: {"assignment_id": case.work.id, "quantity": 9, "reason": "Thêm"},
    ),
    "kpi.joint.split": _split,
    "kpi.joint.split.line": lambda case: _split(case).line_ids,
    "kpi.staff.move": _move,
    "kpi.staff.move.line": lambda case: _move(case).line_ids,
}
