from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.deadlines import (
    Deadlines,
    deadlines_of,
    is_evaluable,
    late_count,
    moment_after,
)

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
DUE = date(2026, 7, 10)


@pytest.mark.parametrize(
    ("month", "own", "opinion", "decision", "publication"),
    [
        (date(2026, 7, 1), "07-24", "07-25", "07-27", "2026-08-04"),
        (date(2026, 7, 31), "07-24", "07-25", "07-27", "2026-08-04"),
        (date(2026, 6, 15), "06-11", "06-12", "06-14", "2026-07-04"),
        (date(2026, 9, 1), "09-11", "09-12", "09-14", "2026-10-04"),
        (date(2026, 12, 1), "12-11", "12-12", "12-14", "2027-01-04"),
        (date(2027, 2, 1), "02-24", "02-25", "02-27", "2027-03-04"),
    ],
)
def test_before_a_day_ends_with_the_day_before(
    rulebook, month, own, opinion, decision, publication
):
    days = (
        date.fromisoformat(f"{month.year}-{day}") for day in (own, opinion, decision)
    )
    expected = Deadlines(*days, date.fromisoformat(publication))
    assert deadlines_of(month, rulebook) == expected


def test_a_deadline_beyond_a_short_month_ends_with_the_month(law):
    rulebook = law.reading(decision_before="31")
    assert deadlines_of(date(2027, 2, 1), rulebook).decision == date(2027, 2, 28)
    assert deadlines_of(date(2026, 7, 1), rulebook).decision == date(2026, 7, 30)


def test_before_the_first_ends_with_the_month_before(law):
    rulebook = law.reading(publication_before="1")
    assert deadlines_of(date(2026, 7, 1), rulebook).publication == date(2026, 7, 31)


@given(st.dates(date(2026, 6, 1), date(2100, 1, 1)))
def test_the_steps_follow_one_another(rulebook, month):
    days = deadlines_of(month, rulebook)
    assert days.self_assessment < days.opinion < days.decision < days.publication
    assert days.decision.replace(day=1) == month.replace(day=1)


def test_a_day_is_over_at_midnight_in_viet_nam():
    over = moment_after(date(2026, 7, 24))
    assert over.utcoffset() == timedelta(0)
    assert over == datetime(2026, 7, 25, tzinfo=HOME)
    assert over - timedelta(microseconds=1) < over


@pytest.mark.parametrize(
    ("handed_in", "times", "days"),
    [
        ([], 0, 0),
        ([DUE], 0, 0),
        ([DUE - timedelta(days=5)], 0, 0),
        ([DUE + timedelta(days=1)], 1, 1),
        ([DUE + timedelta(days=9)], 1, 9),
        ([DUE, DUE + timedelta(days=2), DUE + timedelta(days=4)], 2, 4),
        ([DUE + timedelta(days=4), DUE], 1, 4),
    ],
)
def test_each_hand_in_after_the_deadline_is_late_once(
    law, rulebook, handed_in, times, days
):
    assert late_count(DUE, handed_in, rulebook) == times
    assert late_count(DUE, handed_in, law.reading(late_unit="day")) == days


@pytest.mark.parametrize(
    ("worked", "working", "evaluable"),
    [
        (11, 22, True),
        (10.9, 22, False),
        (0.5, 1, True),
        ("10.5", 21, True),
        (0, 20, False),
        (20, 20, True),
    ],
)
def test_half_of_the_working_days_are_enough_for_an_evaluation(
    rulebook, worked, working, evaluable
):
    assert is_evaluable(worked, working, rulebook) is evaluable


@pytest.mark.parametrize(("worked", "working"), [(1, 0), (-1, 20), (None, 20)])
def test_impossible_attendance_is_refused(rulebook, worked, working):
    with pytest.raises(ValueError, match=r"cannot be|not a number"):
        is_evaluable(worked, working, rulebook)
