"""The sheet of a month."""

from .patterns import KEEPERS, OF_NOBODY, PERSONAL

RIGHTS = {
    "kpi.appraisal": PERSONAL | {"hr": "rwd", "admin": "rwd"},
    "kpi.appraisal.criterion": PERSONAL,
    "kpi.appraisal.return": OF_NOBODY | {"evaluator": "crwd"},
}
METHODS = {
    ("kpi.appraisal", "save_self_assessment"): ("draft", {"employee"}, {}),
    ("kpi.appraisal", "action_self_assess"): ("filled", {"employee"}, {}),
    ("kpi.appraisal", "action_return"): (
        "self_assessed",
        {"evaluator"},
        {"reason": "Bổ sung minh chứng"},
    ),
    ("kpi.appraisal", "action_review"): ("self_assessed", {"evaluator"}, {}),
    ("kpi.appraisal", "action_reopen"): ("reviewed", {"evaluator"}, {}),
    ("kpi.appraisal", "action_decide"): ("reviewed", {"evaluator"}, {}),
    ("kpi.appraisal", "action_publish"): ("decided", KEEPERS, {}),
    ("kpi.appraisal", "action_change_evaluator"): (
        "self_assessed",
        KEEPERS,
        lambda case: {"evaluator_id": case.deputy.id, "reason": "Điều động"},
    ),
    # A wizard serves who opened it: the evaluator.
    ("kpi.appraisal.return", "action_return"): ("self_assessed", {"evaluator"}, {}),
}


def _return(case):
    wizards = case.env["kpi.appraisal.return"].with_user(case.head.user_id)
    return wizards.create({"appraisal_ids": case.sheet.ids, "reason": "Điều động"})


RECORDS = {
    "kpi.appraisal": lambda case: case.sheet,
    "kpi.appraisal.criterion": lambda case: case.sheet.criterion_ids[:1],
    "kpi.appraisal.return": _return,
}
