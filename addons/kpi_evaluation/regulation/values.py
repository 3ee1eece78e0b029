"""Values that cannot lie: exact numbers, stated gaps, lines of a trace."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

Number = int | float | str | Decimal | Fraction

# Without exponents: "1e999999999" would be a number of a billion digits.
_WRITTEN = re.compile(r"[+-]?\d+(\.\d+|/\d+)?", re.ASCII)


def exact(value: Number) -> Fraction:
    """Return a number as the exact fraction that its writer meant.

    A float counts as its shortest decimal notation. Whatever is no finite number,
    an empty value and a boolean included, raises ValueError: blank is never 0.

    >>> exact(0.1), exact("2.5"), exact(Decimal("0.80")), exact(3)
    (Fraction(1, 10), Fraction(5, 2), Fraction(4, 5), Fraction(3, 1))
    >>> exact("")
    Traceback (most recent call last):
    ValueError: '' is not a number; leave nothing blank
    """
    if isinstance(value, str) and not _WRITTEN.fullmatch(value.strip()):
        raise ValueError(f"{value!r} is not a number; leave nothing blank")
    if isinstance(value, bool) or not isinstance(value, Number):
        raise ValueError(f"{value!r} is not a number; leave nothing blank")
    try:
        return _shortest(value) if isinstance(value, float) else Fraction(value)
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        raise ValueError(f"{value!r} is not a finite number") from error


@lru_cache
def _shortest(value):
    """Read a float; a month repeats the same few coefficients and points."""
    return Fraction(repr(value))


def shown(value: Fraction, decimals: int) -> Decimal:
    """Return a value as people read it: cut off after some decimals, never rounded.

    >>> shown(Fraction("89.996"), 2), shown(Fraction(90), 2)
    (Decimal('89.99'), Decimal('90.00'))
    """
    digits = int(value * Fraction(f"1e{decimals}"))
    return Decimal(f"{digits}e-{decimals}")


@dataclass(frozen=True)
class Missing:
    """A value that is not known, with the reason; it is never a number.

    `code` names the reason, `subject` what it concerns (a criterion, say). It is
    falsy, and any arithmetic or ordering with it raises TypeError.

    >>> bool(Missing("nothing_assigned"))
    False
    >>> Missing("nothing_assigned") + 1
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for +: 'Missing' and 'int'
    """

    code: str
    subject: str = ""

    def __bool__(self):
        return False


@dataclass(frozen=True)
class Step:
    """One line of a trace: which figure, from what over what, by which clause.

    `value` is what the line gives: a number, a grade's letter, or Missing; then
    `numerator` and `denominator` are None where they are not known either. `terms`
    are the named parts that the line is made of.

    >>> line = Step("quantity", exact(3), exact(4), exact(75), "Điều 11.2.a")
    >>> line.as_dict()["value"]
    '75/1'
    """

    code: str
    numerator: Fraction | None
    denominator: Fraction | None
    value: Fraction | str | Missing
    clause: str
    terms: tuple[tuple[str, Fraction | str | Missing], ...] = ()

    def as_dict(self) -> dict:
        """Return the line for JSON: a fraction as "p/q", a gap as its reason."""
        return {
            "code": self.code,
            "numerator": _plain(self.numerator),
            "denominator": _plain(self.denominator),
            "value": _plain(self.value),
            "clause": self.clause,
            "terms": [[name, _plain(value)] for name, value in self.terms],
        }


def _plain(value):
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Missing):
        return {"missing": value.code, "subject": value.subject}
    return value
