"""A row of the file as the values of one task, with what is wrong in its cells."""

import re
from datetime import date, datetime

from ..catalogue_file.problem import Problem, Unreadable, problem
from ..catalogue_file.values import clean, number_of, text_of
from .columns import HEADINGS, REQUIRED, origin_of

NAME_LIMIT = 500
CODE_LIMIT = 64
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def read_row(cells):
    """Return {field: value} of {field: cell}, and the problems as (field, Problem).

    >>> read_row({"staff_code": "A1", "product_code": "K1", "quantity": "0,5",
    ...           "deadline": "9/7/2026"})[0]["deadline"]
    datetime.date(2026, 7, 9)
    """
    values, problems = {}, []
    for name, heading in HEADINGS.items():
        value = READERS[name](heading, cells.get(name, ""))
        if value in ("", None) and name in REQUIRED:
            code = "blank_number" if name == "quantity" else "blank"
            value = problem(code, column=heading)
        if isinstance(value, Problem):
            problems.append((name, value))
        else:
            values[name] = value
    return values, problems


def _code(heading, cell):
    return _short(heading, _text(heading, cell), CODE_LIMIT)


def _name(heading, cell):
    return _short(heading, _text(heading, cell), NAME_LIMIT)


def _text(heading, cell):
    """A text, even one that begins like a formula: nothing here computes it."""
    text = text_of(heading, cell)
    is_formula = isinstance(text, Problem) and text.code == "formula"
    return clean(heading, cell) if is_formula and isinstance(cell, str) else text


def _short(heading, text, limit):
    if isinstance(text, str) and len(text) > limit:
        return problem("too_long", column=heading, limit=limit)
    return text


def _quantity(heading, cell):
    number = number_of(heading, cell)
    return number if number is None or isinstance(number, Problem) else float(number)


def _task_id(heading, cell):
    number = _quantity(heading, cell)
    if isinstance(number, float):
        whole = number.is_integer()
        return int(number) if whole else problem("not_whole", column=heading)
    return number


def _origin(heading, cell):
    text = _text(heading, cell)
    if isinstance(text, Problem):
        return text
    return origin_of(text) or problem("not_an_origin", column=heading, value=text)


def _deadline(heading, cell):
    """A day: one of Excel's own, or written 09/07/2026 or 2026-07-09."""
    if isinstance(cell, Unreadable) and cell.code == "date":
        cell = cell.shown
    if not isinstance(cell, str):
        shown = cell.shown if isinstance(cell, Unreadable) else cell
        return problem("not_a_day", column=heading, value=shown)
    return _day_of(cell.strip()) or problem("not_a_day", column=heading, value=cell)


def _day_of(text):
    match = _DAY.fullmatch(text)
    try:
        if match:
            day, month, year = map(int, match.groups())
            return date(year, month, day)
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _deadline_or_blank(heading, cell):
    is_blank = isinstance(cell, str) and not cell.strip()
    return "" if is_blank else _deadline(heading, cell)


READERS = {
    "task_id": _task_id,
    "staff_code": _code,
    "product_code": _code,
    "name": _name,
    "quantity": _quantity,
    "deadline": _deadline_or_blank,
    "origin": _origin,
}
