"""Any accepted file as one table: its headings found, its blank rows left out."""

from dataclasses import dataclass

from .columns import CATALOGUE, find_columns
from .csv_rows import csv_rows, decode
from .problem import FileRefused
from .xlsx_rows import xlsx_rows

MAX_BYTES = 10 << 20
MAX_ROWS = 20_000

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    """The rows of a file: `rows` are (number in the file, {field: cell})."""

    rows: tuple
    unknown_columns: tuple[str, ...]
    encoding: str


def read_table(name, content, layout=CATALOGUE):
    """Return the table in a file; FileRefused says why there is none."""
    if not content:
        raise FileRefused("empty_file")
    if len(content) > MAX_BYTES:
        raise FileRefused("too_large", limit=MAX_BYTES >> 20)
    encoding = ""
    if _kind(name, content) == "xlsx":
        source = xlsx_rows(content, MAX_ROWS + 2)
    else:
        text, encoding = decode(content)
        source = csv_rows(text, layout)
    filled = [(number, cells) for number, cells in _limited(source) if _filled(cells)]
    if len(filled) < 2:
        raise FileRefused("no_rows")
    columns, unknown = find_columns(filled[0][1], layout)
    return Table(
        rows=tuple((number, _pick(cells, columns)) for number, cells in filled[1:]),
        unknown_columns=tuple(unknown),
        encoding=encoding,
    )


def _kind(name, content):
    """Return csv or xlsx; what the file is counts as much as what it is called."""
    extension = (name or "").rpartition(".")[2].lower()
    if content.startswith(_OLD_OFFICE):
        raise FileRefused("old_excel")
    if extension not in ("csv", "xlsx"):
        raise FileRefused("wrong_type", name=name or "")
    if content.startswith(_ZIP) != (extension == "xlsx"):
        raise FileRefused("not_what_it_says", name=name)
    return extension


def _limited(source):
    for number, cells in source:
        if number > MAX_ROWS + 1:
            raise FileRefused("too_many_rows", limit=MAX_ROWS)
        yield number, cells


def _filled(cells):
    return any(not isinstance(cell, str) or cell.strip() for cell in cells)


def _pick(cells, columns):
    return {
        field: cells[position] if position < len(cells) else ""
        for field, position in columns.items()
    }
