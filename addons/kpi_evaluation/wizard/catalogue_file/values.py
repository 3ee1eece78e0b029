"""Cells as texts, numbers and frames of points: exactly what was written, or why not.

Numbers may have a decimal point or comma and no thousands separator; a blank is never
a zero.
"""

import math
import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from .columns import HEADINGS
from .problem import Problem, Unreadable, problem

MAX_VALUE = 1_000_000
MAX_DECIMALS = 4
MAX_LENGTH = 8_000
MAX_CODE_LENGTH = 64

_NUMBER = re.compile(r"[+-]?\d{1,18}([.,]\d{1,18})?", re.ASCII)
# "1.234" is a thousand and more to some, one and a bit to others.
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_FRAME = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:-|–|—|đến)\s*(\d+(?:[.,]\d+)?)")
# Spreadsheets run what begins so; a text that begins with a dash is a list item.
_FORMULA_SIGNS = ("=", "@")


def text_of(field, cell):
    """Return the text of a cell, or the Problem with it.

    >>> text_of("name", "  Soạn   công văn "), text_of("code", 101)
    ('Soạn công văn', '101')
    >>> text_of("code", 1.1).code, text_of("name", "=1+1").code
    ('number_as_text', 'formula')
    """
    if isinstance(cell, Unreadable):
        return _unreadable(field, cell)
    if not isinstance(cell, str):
        if not math.isfinite(cell) or cell % 1:
            return _about(field, "number_as_text", cell)
        cell = str(int(cell))
    text = clean(field, cell)
    if text.startswith(_FORMULA_SIGNS):
        return _about(field, "formula", text)
    limit = MAX_CODE_LENGTH if field in ("code", "group") else MAX_LENGTH
    if len(text) > limit:
        return problem("too_long", column=_heading(field), limit=limit)
    return text


def clean(field, text):
    """Return a text without superfluous space; only a detail keeps its lines.

    >>> clean("name", " Soạn \\n công văn "), clean("detail", "- a \\n\\n- b")
    ('Soạn công văn', '- a\\n- b')
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    words = (" ".join(line.split()) for line in lines)
    return ("\n" if field == "detail" else " ").join(filter(None, words))


@lru_cache
def number_of(field, cell):
    """Return the number above zero in a cell, None for a blank, or the Problem.

    >>> number_of("points", "7,5"), number_of("points", " ")
    (Fraction(15, 2), None)
    >>> number_of("points", "1.234").code, number_of("points", "1.234,5").code
    ('ambiguous', 'not_a_number')
    """
    if isinstance(cell, Unreadable):
        return _unreadable(field, cell)
    if isinstance(cell, str):
        cell = cell.strip()
        if not cell:
            return None
        if not _NUMBER.fullmatch(cell):
            return _about(field, "not_a_number", cell)
        if _AMBIGUOUS.fullmatch(cell):
            return _about(field, "ambiguous", cell)
        return _bounded(field, cell, Fraction(cell.replace(",", ".")))
    if not math.isfinite(cell):
        return _about(field, "not_a_number", cell)
    return _bounded(field, cell, Fraction(repr(round(cell, 2 * MAX_DECIMALS))))


@lru_cache
def frame_of(cell):
    """Return the two ends of a frame, None for a blank, or the Problem.

    >>> frame_of("11-50"), frame_of("1 đến 7,5")
    ((Fraction(11, 1), Fraction(50, 1)), (Fraction(1, 1), Fraction(15, 2)))
    >>> frame_of("10-1").code, frame_of("01-Oct").code
    ('not_a_frame', 'not_a_frame')
    """
    text = text_of("frame", cell)
    if isinstance(text, Problem) or not text:
        return text or None
    match = _FRAME.fullmatch(text)
    if not match:
        return _about("frame", "not_a_frame", text)
    ends = tuple(number_of("frame", end) for end in match.groups())
    if wrong := next((end for end in ends if isinstance(end, Problem)), None):
        return wrong
    low, high = ends
    return ends if low <= high else _about("frame", "not_a_frame", text)


def written(number):
    """Return a number as Vietnamese write it.

    >>> written(Fraction(15, 2)), written(Fraction(45))
    ('7,5', '45')
    """
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.{MAX_DECIMALS}f}".rstrip("0").replace(".", ",")


def _heading(field):
    """The heading of a column; one of another kind of file is named by its own."""
    return HEADINGS.get(field, field)


def _bounded(field, cell, number):
    if number <= 0:
        return _about(field, "not_above_zero", cell)
    if number > MAX_VALUE:
        return _about(field, "too_big", cell, limit=MAX_VALUE)
    if (number * Fraction(f"1e{MAX_DECIMALS}")).denominator != 1:
        return _about(field, "too_fine", cell, limit=MAX_DECIMALS)
    return number


def _unreadable(field, cell):
    code = "frame_date" if (field, cell.code) == ("frame", "date") else cell.code
    return _about(field, code, cell.shown)


def _about(field, code, value, **more):
    whole = isinstance(value, float) and value.is_integer()
    shown = str(int(value) if whole else value)
    shown = shown if len(shown) <= MAX_CODE_LENGTH else f"{shown[:MAX_CODE_LENGTH]}…"
    return problem(code, column=_heading(field), value=shown, **more)
