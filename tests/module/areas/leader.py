"""Leaders, support workers and the time at work."""

from .patterns import EVERYBODY, KEEPERS, PERSONAL, READ

CORRECTED = PERSONAL | {"evaluator": READ, "hr": "cr", "admin": "cr"}
RIGHTS = {"kpi.presence.correction": CORRECTED}


def _absent(case):
    """``staff`` away for the whole month; no argument of the method."""
    case.env["resource.calendar.leaves"].create(
        {
            "resource_id": case.staff.resource_id.id,
            "date_from": "2026-01-01 00:00:00",
            "date_to": "2027-01-01 00:00:00",
        }
    )
    case.env.flush_all()
    return {}


def _back(case):
    """``staff`` not evaluated, but with the days corrected since."""
    _absent(case)
    case.sheet.with_user(case.hr).action_exempt()
    _correct(case)
    case.env.flush_all()
    return {}


def _correct(case):
    days = case.sheet.working_days
    return (
        case.env["kpi.presence.correction"]
        .with_user(case.hr)
        .create(
            {
                "appraisal_id": case.sheet.id,
                "present_days": days,
                "document": "15/QĐ-UBND",
                "document_date": "2026-07-09",
                "reason": "Ghi nhầm người",
            }
        )
    )


METHODS = {
    ("kpi.appraisal", "action_exempt"): ("draft", KEEPERS, _absent),
    ("kpi.appraisal", "action_readmit"): ("draft", KEEPERS, _back),
    # Of the sheet of somebody who is no deputy it is refused to everybody.
    ("kpi.appraisal", "action_take_field"): ("draft", set(), {}),
    # Only leads to a list, which shows everybody what they may read.
    ("kpi.period", "action_open_short_presence"): ("draft", EVERYBODY, {}),
}
RECORDS = {"kpi.presence.correction": _correct}
