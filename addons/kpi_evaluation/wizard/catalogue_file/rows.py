"""A row of the file as one product, with everything that is wrong within the row."""

from dataclasses import dataclass
from fractions import Fraction

from .columns import CRITERIA, HEADINGS, REQUIRED, TEXTS
from .problem import Problem, problem
from .values import frame_of, number_of, text_of


@dataclass(frozen=True)
class Row:
    """What a row says: `texts` and `criteria` of the columns that the file has."""

    number: int
    texts: dict[str, str]
    points: Fraction | None
    coefficient: Fraction | None
    frame: tuple[Fraction, Fraction] | None
    criteria: dict[str, Fraction | None]
    problems: tuple[Problem, ...]

    @property
    def code(self):
        return self.texts["code"]

    @property
    def group(self):
        return self.texts["group"]


def read_row(number, cells):
    """Return the row of {field: cell}; a cell with a problem counts as blank.

    >>> row = read_row(2, {"code": "A", "name": "B", "group": "N1", "points": ""})
    >>> row.points, row.problems[0].code
    (None, 'blank_number')
    """
    values = {field: _read(field, cell) for field, cell in cells.items()}
    wrong = {field: one for field, one in values.items() if isinstance(one, Problem)}
    blank = {
        field: problem(_blank(field), column=HEADINGS[field])
        for field in REQUIRED
        if values[field] in ("", None)
    }
    problems = wrong | blank
    right = {field: one for field, one in values.items() if field not in wrong}
    return Row(
        number=number,
        texts={field: right.get(field, "") for field in TEXTS if field in values},
        points=right.get("points"),
        coefficient=right.get("coefficient"),
        frame=right.get("frame"),
        criteria={field: right.get(field) for field in CRITERIA if field in values},
        problems=tuple(problems[field] for field in HEADINGS if field in problems),
    )


def _blank(field):
    return "blank" if field in TEXTS else "blank_number"


def _read(field, cell):
    if field in TEXTS:
        return text_of(field, cell)
    return frame_of(cell) if field == "frame" else number_of(field, cell)
