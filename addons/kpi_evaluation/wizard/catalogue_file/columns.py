"""The columns of a catalogue file, found by their headings."""

from dataclasses import dataclass, field

from ...folding import fold
from .problem import FileRefused

# What the officer reads; without accents and spaces it is also the name of the column.
HEADINGS = {
    "annex": "Phụ lục",
    "code": "Mã",
    "division": "Phòng",
    "name": "Nhiệm vụ",
    "detail": "Công việc chi tiết",
    "product": "Sản phẩm",
    "group": "Nhóm",
    "frame": "Khung điểm",
    "points": "Điểm",
    "coefficient": "Hệ số",
    "difficulty": "Độ khó",
    "process": "Quy trình",
    "coordination": "Phối hợp",
    "scope": "Phạm vi",
    "frequency": "Tần suất",
    "people": "Số người",
    "note": "Ghi chú",
}
REQUIRED = ("code", "name", "group", "points")
TEXTS = (
    "annex",
    "code",
    "division",
    "name",
    "detail",
    "product",
    "group",
    "frequency",
    "people",
    "note",
)
# The Handbook's four criteria (ch. II), of which the points may be made.
CRITERIA = ("difficulty", "process", "coordination", "scope")


@dataclass(frozen=True, eq=False)
class Layout:
    """The columns of a kind of file: {field: heading}, and which it must have.

    `unread` are headings of columns that stand there only to be looked at.
    """

    headings: dict[str, str]
    required: tuple[str, ...]
    unread: tuple[str, ...] = ()
    fields: dict[str, str] = field(init=False)

    def __post_init__(self):
        folded = {fold(heading): name for name, heading in self.headings.items()}
        object.__setattr__(self, "fields", folded)


CATALOGUE = Layout(HEADINGS, REQUIRED)


def known(cells, layout=CATALOGUE):
    """Return how many of the cells are headings of such a file."""
    return sum(fold(cell) in layout.fields for cell in cells)


def find_columns(cells, layout=CATALOGUE):
    """Return {field: position} and the headings that mean nothing here.

    >>> find_columns(["ma", "Nhiệm vụ", "nhom", "Điểm", "Xếp hạng"])
    ({'code': 0, 'name': 1, 'group': 2, 'points': 3}, ['Xếp hạng'])
    """
    columns, unknown = {}, []
    unread = set(map(fold, layout.unread))
    for position, cell in enumerate(cells):
        name = layout.fields.get(fold(cell))
        if name in columns:
            raise FileRefused("column_twice", column=layout.headings[name])
        if name:
            columns[name] = position
        elif cell != "" and fold(cell) not in unread:
            unknown.append(str(cell))
    headings = layout.headings
    if missing := [headings[one] for one in layout.required if one not in columns]:
        raise FileRefused("missing_columns", columns=", ".join(missing))
    return columns, unknown
