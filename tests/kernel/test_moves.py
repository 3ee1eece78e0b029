"""Whose unit evaluates the month of somebody who moves within it (Điều 6.2)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.moves import Stay, day_of_unit

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)
WEEKDAYS = [
    day
    for number in range(31)
    if (day := FIRST + timedelta(days=number)).weekday() not in (5, 6)
]


def july(day):
    return date(2026, 7, day)


def moves_on(day):
    """In the old unit before a day, in the new one from it on."""
    return [Stay("old", date.min, day - timedelta(1)), Stay("new", day, date.max)]


def leaves_on(day):
    return [Stay("old", date.min, day - timedelta(1))]


def arrives_on(day):
    return [Stay("new", day, date.max)]


@pytest.mark.parametrize(
    ("stays", "last_day", "most", "first_day"),
    [
        (moves_on(july(1)), 31, 31, 1),
        (moves_on(july(2)), 31, 31, 1),
        (moves_on(july(15)), 31, 31, 1),
        (moves_on(july(20)), 31, 19, 1),
        (moves_on(july(31)), 31, 30, 1),
        (leaves_on(july(15)), 14, 14, 1),
        (leaves_on(july(31)), 30, 30, 1),
        (leaves_on(july(1)), None, None, None),
        (arrives_on(july(15)), 31, 31, 15),
        (arrives_on(july(31)), 31, 31, 31),
        (moves_on(date(2026, 8, 1)), 31, 31, 1),
    ],
)
def test_the_day_that_decides(law, stays, last_day, most, first_day):
    for reading, day in (
        ("last_day", last_day),
        ("most_working_days", most),
        ("first_day", first_day),
    ):
        rules = law.reading(unit_of_month=reading)
        found = day_of_unit(stays, FIRST, LAST, rules, WEEKDAYS)
        assert (found and found.day) == day, reading


def test_days_in_a_unit_to_which_somebody_returns_are_counted_together(law):
    stays = [
        Stay("a", date.min, july(8)),
        Stay("b", july(9), july(20)),
        Stay("a", july(21), july(24)),
        Stay("c", july(25), date.max),
    ]
    rules = law.reading(unit_of_month="most_working_days")
    assert day_of_unit(stays, FIRST, LAST, rules, WEEKDAYS) == july(24)


def test_of_two_units_with_as_many_days_the_later_one_evaluates(law):
    rules = law.reading(unit_of_month="most_working_days")
    worked = [july(1), july(31)]
    assert day_of_unit(moves_on(july(15)), FIRST, LAST, rules, worked) == LAST


@given(st.lists(st.dates(date(2026, 6, 1), date(2026, 8, 31)), unique=True))
def test_the_day_always_lies_in_the_month_and_in_one_of_the_units(law, days):
    days = sorted(days)
    ends = [day - timedelta(1) for day in days[1:]] + [date.max]
    stays = [
        Stay(number % 3, day, end)
        for number, (day, end) in enumerate(zip(days, ends, strict=False))
    ]
    for reading in ("last_day", "most_working_days", "first_day"):
        found = day_of_unit(
            stays, FIRST, LAST, law.reading(unit_of_month=reading), days
        )
        assert (found is None) == (not days or days[0] > LAST)
        if found:
            assert FIRST <= found <= LAST
            assert any(stay.first <= found <= stay.last for stay in stays)
