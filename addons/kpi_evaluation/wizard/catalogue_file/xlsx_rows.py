"""The first visible sheet of an Excel workbook, as numbered rows of cells."""

import datetime
import io
import zipfile
from itertools import islice

import openpyxl

from .problem import FileRefused, Unreadable

MAX_UNPACKED = 64 << 20
MAX_COLUMNS = 64


def xlsx_rows(content, limit):
    """Yield (row number, cells) of at most `limit` rows, blank ones included.

    openpyxl itself rather than base_import's reader: that one takes the last computed
    value of a formula for a number that somebody wrote.
    """
    _check_size(content)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=False, keep_links=False
        )
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_col=MAX_COLUMNS)
        for number, cells in enumerate(islice(rows, limit), 1):
            yield number, [_value(cell) for cell in cells]
    except Exception as error:  # openpyxl meets a hostile file with any exception
        raise FileRefused("broken_xlsx") from error


def _check_size(content):
    """Refuse a small file that unpacks to a huge one, before unpacking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise FileRefused("broken_xlsx") from error
    if unpacked > MAX_UNPACKED:
        raise FileRefused("unpacks_too_large", limit=MAX_UNPACKED >> 20)


def _value(cell):
    """Return a text or a number; anything else as what it is."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unreadable("formula", value if isinstance(value, str) else "=…")
    if cell.data_type == "e":
        return Unreadable("excel_error", value)
    if isinstance(value, bool):
        return Unreadable("boolean", str(value).upper())
    if isinstance(value, datetime.date):
        return Unreadable("date", value.strftime("%d/%m/%Y"))
    if isinstance(value, (str, int, float)):
        return value
    return Unreadable("date", str(value))
