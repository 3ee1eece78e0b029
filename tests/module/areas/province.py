"""Totals of the province (Điều 20.3): the inspector's and the administrator's."""

from .patterns import OF_NOBODY, READ

RIGHTS = {
    "kpi.outside.month": OF_NOBODY | {"inspector": READ, "admin": "crwd"},
    "kpi.province.report": OF_NOBODY | {"inspector": "crwd"},
    "kpi.agency.month": OF_NOBODY | dict.fromkeys(("hr", "inspector", "admin"), READ),
}
METHODS = {
    ("kpi.province.report", "action_print"): ("draft", {"inspector"}, {}),
}


def _outside(case):
    return case.env["kpi.outside.month"].create(
        {
            "agency": "Cục Thuế tỉnh",
            "date_start": case.period.date_start,
            "position_category": "staff",
            "a_count": 3,
            "b_count": 9,
            "document": "12/BC-CT ngày 04/08/2026",
        }
    )


def _numbers(case):
    return case.env["kpi.agency.month"].search(
        [("company_id", "=", case.company.id)], limit=1
    )


def _report(case):
    reports = case.env["kpi.province.report"].with_user(case.users["inspector"])
    day = case.period.date_start
    return reports.create({"date_from": day, "date_to": day})


RECORDS = {
    "kpi.outside.month": _outside,
    "kpi.agency.month": _numbers,
    "kpi.province.report": _report,
}
