"""A quarter, half-year or year from its months (Điều 19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from .grading import grade_of
from .rulebook import Rulebook
from .values import Missing, exact

_YEAR = date.max.month
_HALF = _YEAR // 2

# How many months each span has.
SPANS = {"quarter": _HALF // 2, "half": _HALF, "year": _YEAR}


@dataclass(frozen=True)
class Aggregate:
    """The exact mean of the months that have a score, their number, and its class."""

    mean: Fraction | Missing
    months: int
    grade: str | Missing


def aggregate(totals: Sequence[Fraction], span: str, rulebook: Rulebook) -> Aggregate:
    """Return the mean of a span's scored months and the class it corresponds to.

    Months without a score do not count, not even as 0. A year of fewer scored months
    than `annual_min_months` has a mean but no class. Điều 19; NĐ 335 Điều 11.1, 17.3.
    """
    if len(totals) > SPANS[span]:
        raise ValueError(f"{len(totals)} months are more than a {span} has")
    if not totals:
        return Aggregate(Missing("no_scored_month"), 0, Missing("no_scored_month"))
    mean = sum(map(exact, totals), Fraction(0)) / len(totals)
    if span == "year" and len(totals) < rulebook.annual_min_months:
        return Aggregate(mean, len(totals), Missing("too_few_months"))
    return Aggregate(mean, len(totals), grade_of(mean, rulebook))


def span_of(span: str, day: date) -> tuple[date, date]:
    """Return the first day of the first and of the last month of the span of a day.

    >>> span_of("quarter", date(2026, 8, 15))
    (datetime.date(2026, 7, 1), datetime.date(2026, 9, 1))
    >>> span_of("half", date(2026, 8, 15))[0], span_of("year", date(2026, 8, 15))[1]
    (datetime.date(2026, 7, 1), datetime.date(2026, 12, 1))
    """
    months = SPANS[span]
    first = (day.month - 1) // months * months + 1
    return day.replace(month=first, day=1), day.replace(month=first + months - 1, day=1)
