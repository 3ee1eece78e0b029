"""Quarters and years, and results carried along from elsewhere (Điều 19)."""

from .patterns import KEEPERS, OF_NOBODY, READ

RIGHTS = {
    "kpi.rollup": OF_NOBODY
    | dict.fromkeys(("employee", "evaluator", "hr", "inspector", "admin"), READ),
    "kpi.carried.month": OF_NOBODY | {"hr": "crwd", "admin": "crwd"},
    "kpi.rollup.count": OF_NOBODY | {"hr": "crwd"},
}
METHODS = {
    ("kpi.rollup", "action_count"): (
        "draft",
        KEEPERS | {"hr_elsewhere"},
        {"span": "quarter", "day": "2026-07-10"},
    ),
    ("kpi.rollup.count", "action_count"): ("draft", {"hr"}, {}),
}


def _rollup(case):
    return case.env["kpi.rollup"].create(
        {
            "employee_id": case.staff.id,
            "company_id": case.company.id,
            "span": "half",
            "date_start": "2026-01-01",
            "date_end": "2026-06-01",
        }
    )


def _carried(case):
    return case.env["kpi.carried.month"].create(
        {
            "employee_id": case.staff.id,
            "date_start": "2026-06-01",
            "total_score": 88,
            "grade": "b",
            "agency": "Sở Y tế",
            "document": "12/TB-SYT",
        }
    )


def _count(case):
    return case.env["kpi.rollup.count"].with_user(case.hr).create({"day": "2026-07-10"})


RECORDS = {
    "kpi.rollup": _rollup,
    "kpi.carried.month": _carried,
    "kpi.rollup.count": _count,
}
