"""Additional income by class (Điều 17): the officer's affair alone."""

from .patterns import KEEPERS, OF_NOBODY

OF_KEEPERS = OF_NOBODY | {"hr": "crwd", "admin": "crwd"}
RIGHTS = {
    "kpi.income.scale": OF_KEEPERS,
    "kpi.income.run": OF_KEEPERS,
    "kpi.income.line": OF_NOBODY | {"hr": "r", "admin": "r"},
}
METHODS = {
    ("kpi.income.scale", "action_approve"): ("draft", KEEPERS, {}),
    ("kpi.income.run", "action_count"): ("published", KEEPERS, {}),
    ("kpi.income.run", "action_export"): ("published", KEEPERS, {}),
    ("kpi.income.run", "action_approve"): ("published", KEEPERS, {}),
}


def scale(case, **more):
    """A scale that could be approved."""
    values = {
        "name": "Mức chi 2026",
        "company_id": case.company.id,
        "date_from": "2026-06-01",
        "coefficient_a": 1.2,
        "coefficient_b": 1,
        "coefficient_c": 0.6,
        "coefficient_d": 0,
        "decision_number": "30/QĐ-UBND",
        "decision_date": "2026-06-01",
        "decision_authority": "Chủ tịch UBND xã",
    }
    return case.env["kpi.income.scale"].create(values | more)


def _run(case):
    if not case.env["kpi.income.scale"]._in_force(case.company, case.period.date_start):
        scale(case).with_user(case.hr).action_approve()
    runs = case.env["kpi.income.run"]
    of_month = [("period_id", "=", case.period.id)]
    run = runs.search(of_month) or runs.create(
        {"period_id": case.period.id, "fund": 10_000_000}
    )
    run.with_user(case.hr).action_count()
    return run


RECORDS = {
    "kpi.income.scale": scale,
    "kpi.income.run": _run,
    "kpi.income.line": lambda case: _run(case).line_ids[:1],
}
