"""Accounts for employees, made by the HR officer alone."""

from .patterns import OF_NOBODY

RIGHTS = {
    "kpi.account.creation": OF_NOBODY | {"hr": "crwd"},
    "kpi.account.creation.line": OF_NOBODY | {"hr": "crwd"},
}
METHODS = {
    ("kpi.account.creation", "action_create"): ("draft", {"hr"}, {}),
    # Nobody has an account that was not used yet.
    ("kpi.account.creation", "action_print_slips"): ("draft", set(), {}),
}


def _creation(case):
    person = case._person("Quách Mới", "staff", work_email="moi@doico.example")
    creations = case.env["kpi.account.creation"].with_user(case.hr)
    return creations.create({"employee_ids": [(6, 0, person.ids)]})


RECORDS = {
    "kpi.account.creation": _creation,
    "kpi.account.creation.line": lambda case: _creation(case).line_ids,
}
