"""The steps of Điều 16 that have a last day."""

from typing import NamedTuple


class DueStep(NamedTuple):
    """A step: the state that waits for it, its last day, what records it."""

    state: str
    until: str
    taken_on: str
    late: str
    clause: str


DUE_STEPS = {
    "self_assess": DueStep(
        "draft",
        "self_assessment_until",
        "self_assessed_on",
        "self_late",
        "Điều 16 Bước 2",
    ),
    "review": DueStep(
        "self_assessed",
        "opinion_until",
        "reviewed_on",
        "opinion_late",
        "Điều 16 Bước 3",
    ),
    "decide": DueStep(
        "reviewed", "decision_until", "decided_on", "decision_late", "Điều 16 Bước 4"
    ),
    "publish": DueStep(
        "decided",
        "publication_until",
        "published_on",
        "publication_late",
        "Điều 16 Bước 5",
    ),
}
STEP_AFTER = {due.state: step for step, due in DUE_STEPS.items()}
STEP_LABELS = [
    ("self_assess", "Self-assessment"),
    ("review", "Opinion"),
    ("decide", "Decision"),
    ("publish", "Publication"),
]
