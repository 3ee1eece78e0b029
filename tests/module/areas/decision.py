"""The book of decisions."""

from dateutil.relativedelta import relativedelta

from ..common import MONTH
from .patterns import EVERYBODY, KEEPERS, NOBODY, OF_NOBODY, READ

READERS = {"evaluator", "inspector", *KEEPERS}

# Decided and not published: the person does not read it yet.
RIGHTS = {
    "kpi.decision": OF_NOBODY | dict.fromkeys(READERS, READ) | {"employee": NOBODY},
    "kpi.archive": OF_NOBODY | {"evaluator": "crwd"},
}
METHODS = {
    ("kpi.decision", "action_verify"): ("draft", {"inspector", *KEEPERS}, {}),
    ("kpi.decision", "action_open_pdf"): ("draft", READERS, {}),
    ("kpi.archive", "action_download"): ("decided", {"evaluator"}, {}),
    ("kpi.appraisal", "action_open_decisions"): ("decided", EVERYBODY, {}),
}


def _decision(case):
    """The decision on a sheet of ``staff`` in the next month."""
    day = MONTH + relativedelta(months=1)
    period = case.env["kpi.period"].search(
        [("date_start", "=", day), ("company_id", "=", case.company.id)]
    )
    if not period:
        period = case._month(day)
        dates = {"period_id": period.id, "date_deadline": period.date_end}
        case._deliver(case._give(case.staff, **dates))
        case._until(case._open(period)[case.staff], "decided")
    return case.env["kpi.decision"].search(
        [("period_id", "=", period.id), ("employee_name", "=", case.staff.name)]
    )


def _archive(case):
    archives = case.env["kpi.archive"].with_user(case.head.user_id)
    return archives.create({"period_id": case.period.id})


RECORDS = {"kpi.decision": _decision, "kpi.archive": _archive}
