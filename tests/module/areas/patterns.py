"""Patterns of rights that recur from model to model: role → letters of CRUD."""

from ..roles import ROLES

NOBODY, READ = "", "r"
KEEPERS = {"hr", "admin"}
EVERYBODY = set(ROLES)
OF_NOBODY = dict.fromkeys(ROLES, NOBODY)
# What every internal user of the agency reads, HR keeps, and portal users never see.
KEPT_BY_HR = {
    "employee": NOBODY,
    "other_employee": NOBODY,
    "evaluator": READ,
    "other_evaluator": READ,
    "hr": "crwd",
    "hr_elsewhere": NOBODY,
    "internal": READ,
    "inspector": NOBODY,
    "admin": "crwd",
}
SEEN_EVERYWHERE = {"hr_elsewhere": READ, "inspector": READ}
KEPT_BY_ADMIN = KEPT_BY_HR | {"hr": READ} | SEEN_EVERYWHERE
# What belongs to one person and the one who judges them.
PERSONAL = {
    "employee": READ,
    "other_employee": NOBODY,
    "evaluator": "rw",
    "other_evaluator": NOBODY,
    "hr": READ,
    "hr_elsewhere": NOBODY,
    "internal": NOBODY,
    "inspector": READ,
    "admin": READ,
}
