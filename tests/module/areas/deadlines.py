"""What is missing for a month, deadlines, reminders, results from elsewhere."""

from datetime import date

from .patterns import EVERYBODY, KEEPERS, OF_NOBODY, READ

NOTICE = {"grade": "b", "document": "15/TB-CCT", "date": "2026-07-09"}

RIGHTS = {
    "kpi.period.gap": OF_NOBODY | dict.fromkeys(KEEPERS, READ),
    "kpi.reminder": OF_NOBODY | dict.fromkeys(KEEPERS, READ),
    "kpi.deadline.extension": OF_NOBODY | {"hr": "crwd"},
    "kpi.external.result": OF_NOBODY | {"hr": "crwd"},
}


def _elsewhere(case):
    """The sheet becomes one that is judged elsewhere, as if opened so."""
    case.sheet._set_copied({"is_external": True})
    today = case.env["kpi.regulation.clause"]._today()
    return {"result": NOTICE | {"date": str(min(today, date(2026, 7, 9)))}}


def _later(case):
    today = case.env["kpi.regulation.clause"]._today()
    return {"until": str(max(today, date(2026, 8, 20))), "reason": "Đi công tác"}


METHODS = {
    ("kpi.period", "action_find_gaps"): ("draft", KEEPERS, {}),
    # These only lead to lists, which show everybody what they may read.
    ("kpi.period", "action_open_late"): ("draft", EVERYBODY, {}),
    ("kpi.period", "action_open_gaps"): ("draft", EVERYBODY, {}),
    ("kpi.period", "action_open_reminders"): ("draft", EVERYBODY, {}),
    ("kpi.period.gap", "action_fill_in"): ("draft", KEEPERS, {}),
    ("kpi.appraisal", "action_extend_deadline"): ("self_assessed", KEEPERS, _later),
    ("kpi.appraisal", "action_record_external"): ("draft", KEEPERS, _elsewhere),
    # A wizard serves who opened it: the officer.
    ("kpi.deadline.extension", "action_extend"): ("draft", {"hr"}, {}),
    ("kpi.external.result", "action_record"): ("draft", {"hr"}, {}),
}


def _gap(case):
    case.period._find_gaps()
    # sudo: the case looks at what nobody but the officers reads
    return case.env["kpi.period.gap"].sudo().search([], limit=1).sudo(False)


def _reminder(case):
    values = {
        "period_id": case.period.id,
        "step": "self_assess",
        "user_id": case.staff.user_id.id,
        "last_day": case.period.self_assessment_until,
        "mail": "queued",
    }
    return case.env["kpi.reminder"].create(values)


def _extension(case):
    wizards = case.env["kpi.deadline.extension"].with_user(case.hr)
    return wizards.create(_later(case) | {"appraisal_ids": case.sheet.ids})


def _result(case):
    wizards = case.env["kpi.external.result"].with_user(case.hr)
    return wizards.create(_elsewhere(case)["result"] | {"appraisal_id": case.sheet.id})


RECORDS = {
    "kpi.period.gap": _gap,
    "kpi.reminder": _reminder,
    "kpi.deadline.extension": _extension,
    "kpi.external.result": _result,
}
