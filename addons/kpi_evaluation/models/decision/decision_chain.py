"""Links of a chain of SHA-256: what is frozen as one text, and its hash.

Pure Python, so that anybody can check a book of decisions without Odoo.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256

# What the first link of a book has for its predecessor's hash.
NOTHING_BEFORE = sha256(b"").hexdigest()


def canonical(value: object) -> str:
    """Return a value as the one JSON text that stands for it.

    Keys are sorted, letters stay letters, a fraction is "p/q", a moment is ISO 8601
    in UTC. A float raises TypeError: it would not come back as it went in.

    >>> canonical({"b": Fraction(1, 3), "a": ["ô", None, True, date(2026, 7, 1)]})
    '{"a":["ô",null,true,"2026-07-01"],"b":"1/3"}'
    >>> canonical(0.1)
    Traceback (most recent call last):
    TypeError: 0.1 has no exact text
    """
    return json.dumps(
        _plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def link_hash(parts: Iterable[object]) -> str:
    """Return the SHA-256 of a link, its predecessor's hash among its parts.

    >>> link_hash([NOTHING_BEFORE, 1, "{}"])[:16]
    '5ad129cffee4319c'
    >>> link_hash(["a", "b"]) == link_hash(["a,b"])
    False
    """
    return sha256(canonical(list(parts)).encode()).hexdigest()


def _plain(value):
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} has no exact text")
