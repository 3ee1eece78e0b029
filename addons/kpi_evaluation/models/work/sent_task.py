"""A task as another system sends it in JSON, read value by value; plain Python."""

import math
from datetime import date

from .task_row import CODE_LIMIT, DECIMALS, NAME_LIMIT, ORIGINS, QUANTITY_LIMIT


def read_task(task):
    """Return the values of a task, the keys that are wrong, and those unknown.

    >>> read_task({"quantity": "2", "month": "2026-07", "x": 1})[0]["month"]
    datetime.date(2026, 7, 1)
    >>> sorted(read_task({"name": "A", "x": 1})[1])[:2], read_task({"x": 1})[2]
    (['deadline', 'external_ref'], ['x'])
    """
    values, wrong = {}, []
    for key, read in READERS.items():
        try:
            values[key] = read(task.get(key))
        except (TypeError, ValueError, OverflowError):
            wrong.append(key)
    return values, wrong, sorted(map(str, task.keys() - READERS.keys()))


def _code(value):
    return _text(value, CODE_LIMIT) or _refuse()


def _name(value):
    return _text("" if value is None else value, NAME_LIMIT)


def _text(value, limit):
    text = " ".join(value.split()) if isinstance(value, str) else _refuse()
    return text if len(text) <= limit else _refuse()


def _quantity(value):
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or not 0 < value <= QUANTITY_LIMIT:
        _refuse()
    return float(value) if round(value, DECIMALS) == value else _refuse()


def _month(value):
    return date.fromisoformat(f"{value}-01") if value is not None else None


def _origin(value):
    return value if value in ORIGINS else _refuse()


def _refuse():
    raise ValueError


READERS = {
    "external_ref": _code,
    "staff_code": _code,
    "product_code": _code,
    "name": _name,
    "quantity": _quantity,
    "deadline": date.fromisoformat,
    "origin": _origin,
    "month": _month,
}
