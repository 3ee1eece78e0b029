"""The law, its forms and its months."""

from ..roles import ROLES
from .patterns import EVERYBODY, KEEPERS, KEPT_BY_ADMIN, READ

RIGHTS = {
    "kpi.regulation.clause": KEPT_BY_ADMIN | {"admin": "cr"},
    "kpi.form": KEPT_BY_ADMIN,
    "kpi.criterion": KEPT_BY_ADMIN,
    "kpi.period": dict.fromkeys(ROLES, READ) | {"hr": "crw", "admin": "crw"},
}
METHODS = {
    ("kpi.period", "action_open"): ("draft", KEEPERS, {}),
    # Only leads to a list, which shows everybody what they may read.
    ("kpi.period", "action_open_appraisals"): ("draft", EVERYBODY, {}),
}
RECORDS = {
    "kpi.regulation.clause": lambda case: case.env.ref(
        "kpi_evaluation.clause_fault_penalty_20260601"
    ),
    "kpi.form": lambda case: case.sheet.form_id,
    "kpi.criterion": lambda case: case.sheet.form_id.criterion_ids[:1],
    "kpi.period": lambda case: case.period,
}
