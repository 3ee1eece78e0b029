"""How one rule of the law is read: its unit, its bounds or its choices."""

from dataclasses import dataclass
from datetime import date
from decimal import DefaultContext
from fractions import Fraction
from typing import Annotated, Literal, get_args, get_origin

from .values import exact


class RuleMissing(LookupError):
    """No row gives this rule on this day."""

    def __init__(self, code: str, day: date):
        self.code, self.day = code, day
        super().__init__(f"no rule {code!r} is in force on {day}")


class RuleInvalid(ValueError):
    """A row gives this rule a value that cannot be read, or that another row denies."""

    def __init__(self, code: str, value: object, reason: str):
        self.code, self.value, self.reason = code, value, reason
        super().__init__(f"rule {code!r} cannot be {value!r}: {reason}")


@dataclass(frozen=True)
class Rule:
    """What a rule's value may be: a number within bounds, or one of its choices.

    `whole` numbers are read as int, others as Fraction; with `many` the value is a
    list separated by commas, read as a tuple; an `optional` rule may be empty (None).
    Bounds are included.
    """

    unit: str
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()
    whole: bool = False
    many: bool = False
    optional: bool = False

    def read(self, code: str, text: object):
        """Return the typed value of a written one; RuleInvalid when it is none.

        >>> Rule("percent", 0, 100).read("quota_share", "20")
        Fraction(20, 1)
        >>> unit = Rule("choice", choices=("day", "occurrence"))
        >>> unit.read("late_unit", "hour")  # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        RuleInvalid: rule 'late_unit' cannot be 'hour': choose from day, occurrence
        """
        written = "" if text is None or text is False else str(text).strip()
        if self.optional and not written:
            return None
        try:
            if not self.many:
                return self._one(written)
            parts = tuple(self._one(part.strip()) for part in written.split(","))
            if len(set(parts)) < len(parts):
                raise ValueError("it names something twice")
            return parts
        except ValueError as error:
            raise RuleInvalid(code, text, str(error)) from error

    def _one(self, written):
        if self.choices:
            if written not in self.choices:
                raise ValueError(f"choose from {', '.join(self.choices)}")
            return written
        number = exact(written)
        if self.whole and number.denominator != 1:
            raise ValueError("it must be a whole number")
        if self.low is not None and number < self.low:
            raise ValueError(f"it must be at least {self.low}")
        if self.high is not None and number > self.high:
            raise ValueError(f"it must be at most {self.high}")
        return int(number) if self.whole else number


# The kinds of rule: the type of the value in Python, and how it is written in a row.
# Points are on the scale of 100; a Decimal carries no more decimals than its context.
Points = Annotated[Fraction, Rule("points", 0, 100)]
OptionalPoints = Annotated[Fraction | None, Rule("points", 0, 100, optional=True)]
Percent = Annotated[Fraction, Rule("percent", 0, 100)]
DayOfMonth = Annotated[int, Rule("day", 1, date.max.day, whole=True)]
Days = Annotated[int, Rule("days", 1, whole=True)]
Months = Annotated[int, Rule("months", 1, date.max.month, whole=True)]
MonthsOfYear = Annotated[
    tuple[int, ...], Rule("months", 1, date.max.month, whole=True, many=True)
]
Count = Annotated[int, Rule("count", 1, whole=True)]
Decimals = Annotated[int, Rule("decimals", 0, DefaultContext.prec, whole=True)]

_ABC = ("quantity", "quality", "progress")
_ALL_SIX = (*_ABC, "unit", "organising", "unity")
ProductRatios = Annotated[tuple[str, ...], Rule("choice", choices=_ABC, many=True)]
LeaderRatios = Annotated[tuple[str, ...], Rule("choice", choices=_ALL_SIX, many=True)]


def rule_of(hint: object) -> Rule | None:
    """Return the rule that a type hint states: annotated, or the words of a Literal.

    >>> rule_of(Literal["on", "off"]).choices
    ('on', 'off')
    """
    if get_origin(hint) is Literal:
        return Rule("choice", choices=get_args(hint))
    stated = getattr(hint, "__metadata__", ())
    return next((one for one in stated if isinstance(one, Rule)), None)
