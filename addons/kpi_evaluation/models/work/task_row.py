"""A task as another system or a file gives it, and what becomes of it; plain Python."""

from dataclasses import dataclass, field
from datetime import date

ORIGINS = ("plan", "takeover", "adhoc")
NAME_LIMIT = 500
CODE_LIMIT = 128
QUANTITY_LIMIT = 1_000_000
DECIMALS = 4


@dataclass(frozen=True)
class TaskRow:
    """One task: whom it is for, which product, how much, until when.

    `ref` is the other system's name for it, `task_id` this one's; `problems` are
    (field, sentence) pairs against what was written.
    """

    number: int
    staff_code: str = ""
    product_code: str = ""
    name: str = ""
    quantity: float | None = None
    deadline: date | None = None
    origin: str = ""
    month: date | None = None
    ref: str = ""
    task_id: int | None = None
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def first_day(self):
        """The month that the task counts in: the one named, or its deadline's."""
        day = self.month or self.deadline
        return day and day.replace(day=1)


@dataclass
class Outcome:
    """What becomes of a row: an error, new work, changed or unchanged work."""

    row: TaskRow
    kind: str
    problems: list[tuple[str, str]] = field(default_factory=list)
    values: dict = field(default_factory=dict)
    record_id: int | None = None

    def refuse(self, name, sentence):
        """Make the row an error for one more reason."""
        self.kind = "error"
        self.problems.append((name, sentence))

    @property
    def sentences(self):
        return list(dict.fromkeys(sentence for _name, sentence in self.problems))
