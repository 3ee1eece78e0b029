"""Whose unit evaluates the month of somebody who moves within it (Điều 6.2)."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from .rulebook import Rulebook


@dataclass(frozen=True)
class Stay:
    """The days that somebody works in one unit, both ends included."""

    unit: Hashable
    first: date
    last: date


def day_of_unit(
    stays: Iterable[Stay],
    first: date,
    last: date,
    rulebook: Rulebook,
    working_days: Collection[date] = (),
) -> date | None:
    """Return the day of a month on which the person is in the unit that evaluates it.

    By default the last day that the person works there in the month; by the rule
    `unit_of_month` else the first one, or the last in the unit with the most of the
    month's working days (of two alike, the later one). None where there is no stay.
    """
    within = stays_within(stays, first, last)
    if not within:
        return None
    if rulebook.unit_of_month == "first_day":
        return within[0].first
    if rulebook.unit_of_month == "most_working_days":
        worked = _worked(within, working_days)
        within.sort(key=lambda stay: (worked[stay.unit], stay.last))
    return within[-1].last


def stays_within(stays: Iterable[Stay], first: date, last: date) -> list[Stay]:
    """Return the stays as far as they lie between two days, in the order of time."""
    return [
        Stay(stay.unit, max(stay.first, first), min(stay.last, last))
        for stay in sorted(stays, key=lambda one: one.first)
        if stay.first <= last and stay.last >= first
    ]


def _worked(stays, working_days):
    """Count the working days of each unit."""
    worked = defaultdict(int)
    for stay in stays:
        worked[stay.unit] += sum(stay.first <= day <= stay.last for day in working_days)
    return worked
