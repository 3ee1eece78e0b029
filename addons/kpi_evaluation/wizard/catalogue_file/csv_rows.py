"""A CSV file, whatever program wrote it, as numbered rows of texts."""

import codecs
import csv
import io
import re
import unicodedata

from .columns import CATALOGUE, known
from .problem import FileRefused

DELIMITERS = ",;\t"
# Bytes of a text that no text contains: the file is something else.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def csv_rows(text, layout=CATALOGUE):
    """Yield (row number, cells); a quoted line break does not count as a row.

    >>> list(csv_rows('ma;nhom\\r\\n"A\\nB";N1'))
    [(1, ['ma', 'nhom']), (2, ['A\\nB', 'N1'])]
    """
    reader = _reader(text, _delimiter(text, layout))
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield number, cells
    except csv.Error as error:
        raise FileRefused("broken_csv", row=number + 1) from error


def decode(content):
    """Return the text and the name of its encoding.

    UTF-16 only with its mark; what is no UTF-8 is read as Windows-1258, whose accents
    stand apart from their letters and are put together here.

    >>> decode("Điểm".encode())
    ('Điểm', 'UTF-8')
    >>> decode("Điê\\u0309m".encode("cp1258"))
    ('Điểm', 'Windows-1258')
    """
    for encoding, name in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            raise FileRefused("not_text")
        return unicodedata.normalize("NFC", text), name
    raise FileRefused("encoding")


def _candidates(content):
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return [("utf-16", "UTF-16")]
    return [("utf-8-sig", "UTF-8"), ("cp1258", "Windows-1258")]


def _reader(text, delimiter):
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text, layout):
    """Return the delimiter that finds most headings in the first row."""
    return max(DELIMITERS, key=lambda one: known(_first_row(text, one), layout))


def _first_row(text, delimiter):
    try:
        return next((cells for cells in _reader(text, delimiter) if any(cells)), [])
    except csv.Error:
        return []
