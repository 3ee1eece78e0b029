"""Evidence, verdicts in bulk, objective causes."""

from base64 import b64encode

from .patterns import KEEPERS, OF_NOBODY, PERSONAL

EVIDENCE = [("mua-lu.pdf", b64encode(b"%PDF-1.7 bao cao").decode())]

RIGHTS = {
    "kpi.cause": PERSONAL,
    "kpi.delivery.return": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.delivery.reopen": OF_NOBODY | {"evaluator": "crwd"},
    "kpi.cause.refusal": OF_NOBODY | {"evaluator": "crwd"},
}
METHODS = {
    ("kpi.assignment", "ask_objective_cause"): (
        "draft",
        {"employee"},
        {"kind": "waive", "reason": "Mưa lũ", "files": EVIDENCE},
    ),
    ("kpi.cause", "action_confirm"): ("draft", {"evaluator"}, {}),
    ("kpi.cause", "action_refuse"): ("draft", {"evaluator"}, {"answer": "Chưa rõ"}),
    ("kpi.delivery", "action_reopen_verdict"): (
        "draft",
        {"evaluator"},
        {"reason": "Phát hiện sai sót"},
    ),
    # Each task that one may not give is refused in its answer.
    ("kpi.assignment", "receive_tasks"): (
        "draft",
        KEEPERS | {"evaluator", "other_evaluator", "hr_elsewhere"},
        {"tasks": []},
    ),
    # A wizard serves who opened it: the evaluator.
    ("kpi.delivery.return", "action_return"): ("handed_in", {"evaluator"}, {}),
    ("kpi.delivery.reopen", "action_reopen"): ("draft", {"evaluator"}, {}),
    ("kpi.cause.refusal", "action_refuse"): ("draft", {"evaluator"}, {}),
}


def _cause(case):
    asked = case.work.cause_ids.filtered(lambda one: one.state == "asked")
    if asked:
        return asked
    mine = case.work.with_user(case.staff.user_id)
    cause = mine.ask_objective_cause("waive", "Mưa lũ chia cắt", EVIDENCE)
    return case.env["kpi.cause"].browse(cause)


def _wizard(name, field, record, **values):
    def make(case):
        wizards = case.env[name].with_user(case.head.user_id)
        return wizards.create({field: record(case).ids} | values)

    return make


def _delivery(case):
    return case.delivery


RECORDS = {
    "kpi.cause": _cause,
    "kpi.delivery.return": _wizard(
        "kpi.delivery.return", "delivery_ids", _delivery, fault="Sai"
    ),
    "kpi.delivery.reopen": _wizard(
        "kpi.delivery.reopen", "delivery_ids", _delivery, reason="Sai"
    ),
    "kpi.cause.refusal": _wizard(
        "kpi.cause.refusal", "cause_ids", _cause, answer="Chưa rõ"
    ),
}
