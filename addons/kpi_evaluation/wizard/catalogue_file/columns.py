"""The columns of a catalogue file, found by their headings."""

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


FIELDS = {fold(heading): field for field, heading in HEADINGS.items()}


def known(cells):
    """Return how many of the cells are headings of a catalogue file."""
    return sum(fold(cell) in FIELDS for cell in cells)


def find_columns(cells):
    """Return {field: position} and the headings that mean nothing here.

    >>> find_columns(["ma", "Nhiệm vụ", "nhom", "Điểm", "Xếp hạng"])
    ({'code': 0, 'name': 1, 'group': 2, 'points': 3}, ['Xếp hạng'])
    """
    columns, unknown = {}, []
    for position, cell in enumerate(cells):
        field = FIELDS.get(fold(cell))
        if field in columns:
            raise FileRefused("column_twice", column=HEADINGS[field])
        if field:
            columns[field] = position
        elif cell != "":
            unknown.append(str(cell))
    if missing := [HEADINGS[field] for field in REQUIRED if field not in columns]:
        raise FileRefused("missing_columns", columns=", ".join(missing))
    return columns, unknown
