"""Evidence, verdicts in bulk, objective causes."""

from base64 import b64encode

from .patterns import KEEPERS, OF_NOBODY, PERSONAL

EVIDENCE = [("mua-lu.pdf", b64encode(b"%PDF-1.7 bao cao").decode())]
WORK_FILE = """ma_nhan_su,ma_san_pham,so_luong_giao,thoi_han
TN.002,K1,1,24/07/2026
"""

RIGHTS = {
    "kpi.cause": PERSONAL,
    "kpi.work.file": OF_NOBODY | {"hr": "crw"},
    "kpi.work.file.line": OF_NOBODY | {"hr": "crd"},
    "kpi.hand.in": OF_NOBODY | {"evaluator": "crwd"},
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
    # A wizard serves who opened it: the officer.
    ("kpi.work.file", "action_check"): ("draft", {"hr"}, {}),
    ("kpi.work.file", "action_import"): ("draft", {"hr"}, {}),
    ("kpi.work.file", "action_restart"): ("draft", {"hr"}, {}),
    ("kpi.work.file", "action_template"): ("draft", {"hr"}, {}),
    ("kpi.work.file", "action_export"): ("draft", {"hr"}, {}),
    # The window of the scene is the evaluator's, and the work is not theirs.
    ("kpi.hand.in", "action_hand_in"): ("draft", set(), {}),
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


def _hand_in(case):
    windows = case.env["kpi.hand.in"].with_user(case.head.user_id)
    return windows.create({"assignment_id": case.work.id, "quantity": 1})


def _delivery(case):
    return case.delivery


def _work_file(case):
    case.colleague.kpi_staff_code = "TN.002"
    case.env.flush_all()
    wizard = case.env["kpi.work.file"].with_user(case.hr)
    wizard = wizard.create(
        {
            "period_id": case.period.id,
            "file": b64encode(WORK_FILE.encode()),
            "file_name": "viec.csv",
        }
    )
    wizard.action_check()
    return wizard


def _work_file_line(case):
    lines = case.env["kpi.work.file.line"].with_user(case.hr)
    return lines.create({"file_id": _work_file(case).id})


RECORDS = {
    "kpi.work.file": _work_file,
    "kpi.work.file.line": _work_file_line,
    "kpi.cause": _cause,
    "kpi.hand.in": _hand_in,
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
