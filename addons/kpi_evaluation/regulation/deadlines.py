"""Deadlines of a month's evaluation, lateness, and who was present long enough."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from .rulebook import Rulebook
from .values import Number, exact

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")

_USUAL = ("self_assessment_before", "opinion_before", "decision_before")
_QUARTER_END = (
    "quarter_end_self_before",
    "quarter_end_opinion_before",
    "quarter_end_decision_before",
)


@dataclass(frozen=True)
class Deadlines:
    """The last day on which each step of Điều 16 may still be done."""

    self_assessment: date
    opinion: date
    decision: date
    publication: date


def deadlines_of(month: date, rulebook: Rulebook) -> Deadlines:
    """Return the last days for the month in which the given date lies (Điều 16).

    "Before the 25th" ends with the 24th. Months that end a quarter have their own
    days; publication always falls in the month after.
    """
    first = month.replace(day=1)
    following = first + timedelta(days=_length(first))
    names = _QUARTER_END if first.month in rulebook.quarter_end_months else _USUAL
    return Deadlines(
        *(_last_day_before(first, getattr(rulebook, name)) for name in names),
        _last_day_before(following, rulebook.publication_before),
    )


def moment_after(day: date) -> datetime:
    """Return the instant, in UTC, at which a day is over in Viet Nam.

    >>> moment_after(date(2026, 6, 24)).isoformat()
    '2026-06-24T17:00:00+00:00'
    """
    midnight = datetime.combine(day + timedelta(days=1), time.min, LOCAL)
    return midnight.astimezone(timezone.utc)


def is_late(moment: datetime, last_day: date) -> bool:
    """Return whether an instant (aware) lies after a last day in Viet Nam (Điều 16).

    >>> is_late(datetime(2026, 7, 24, 23, 59, 59, tzinfo=LOCAL), date(2026, 7, 24))
    False
    >>> is_late(datetime(2026, 7, 25, tzinfo=LOCAL), date(2026, 7, 24))
    True
    """
    return moment >= moment_after(last_day)


def late_count(deadline: date, handed_in: Sequence[date], rulebook: Rulebook) -> int:
    """Return how often, or by how many days, a product was late (Điều 11.2.c).

    Counts the hand-ins after the deadline, or with `late_unit` day the days from the
    deadline to the last hand-in. 0 when everything came by the deadline's own day,
    and when nothing came at all: what is not done is not late as well.
    """
    if rulebook.late_unit == "day":
        return max((day - deadline).days for day in (deadline, *handed_in))
    return sum(day > deadline for day in handed_in)


def is_evaluable(worked_days: Number, working_days: Number, rulebook: Rulebook) -> bool:
    """Return whether someone worked enough of the month's working days (Điều 6.7).

    Exactly the minimum is enough. Negative days, or a month without working days,
    raise ValueError.
    """
    worked, working = exact(worked_days), exact(working_days)
    if worked < 0 or working <= 0:
        raise ValueError(f"{worked_days} of {working_days} working days cannot be")
    return worked * 100 >= rulebook.presence_min * working


def _length(first):
    return calendar.monthrange(first.year, first.month)[1]


def _last_day_before(first, day):
    # "Before the 31st" of a month of 30 days ends with the month, not after it.
    return first + timedelta(days=min(day - 1, _length(first)) - 1)
