"""The work given and handed in."""

from .patterns import PERSONAL

RIGHTS = {
    "kpi.assignment": PERSONAL | {"evaluator": "crw", "hr": "crw", "admin": "crw"},
    "kpi.delivery": PERSONAL,
}
METHODS = {
    ("kpi.assignment", "hand_in"): ("draft", {"employee"}, {"quantity": 1}),
    ("kpi.delivery", "action_accept"): ("handed_in", {"evaluator"}, {}),
    ("kpi.delivery", "action_return"): (
        "handed_in",
        {"evaluator"},
        {"fault": "Sai số liệu"},
    ),
}
RECORDS = {
    "kpi.assignment": lambda case: case.work,
    "kpi.delivery": lambda case: case.delivery,
}
