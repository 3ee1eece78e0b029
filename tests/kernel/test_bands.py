import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.grading import GRADES, better, grade_of
from kpi_evaluation.regulation.scoring import Mark, Product, score
from kpi_evaluation.regulation.values import Missing, shown

SIX_SEVENTHS = [Product(1, 7, 6)]  # 600/7 %, of which 70 % are exactly 60 points
HAIR = Fraction(1, 10**30)


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", "a"),
        ("90", "a"),
        ("89.996", "b"),
        ("89.5", "b"),
        ("70", "b"),
        ("69.999", "c"),
        ("50", "c"),
        ("49.999", "d"),
        ("0", "d"),
    ],
)
def test_a_band_begins_exactly_at_its_floor(rulebook, total, grade):
    assert grade_of(Fraction(total), rulebook) == grade


@pytest.mark.parametrize(("floor", "above", "below"), [(90, "a", "b"), (70, "b", "c")])
def test_a_hair_decides_between_two_bands(rulebook, floor, above, below):
    assert grade_of(floor + HAIR, rulebook) == above
    assert grade_of(floor - HAIR, rulebook) == below


def test_thirty_and_six_sevenths_of_seventy_are_exactly_ninety(rulebook):
    result = score(SIX_SEVENTHS, [Mark(30, 30)], rulebook)
    assert (result.total, result.grade) == (90, "a")
    assert str(shown(result.total, rulebook.shown_decimals)) == "90.00"


def test_what_is_almost_ninety_is_not_shown_as_ninety_beside_a_b(rulebook):
    result = score(SIX_SEVENTHS, [Mark("29.996", 30)], rulebook)
    assert (result.total, result.grade) == (Fraction("89.996"), "b")
    assert str(shown(result.total, rulebook.shown_decimals)) == "89.99"


@pytest.mark.parametrize(
    ("general", "done", "grade"),
    [(20, 5, "b"), ("19.99", 5, "c"), (15, "3.5", "c"), ("14.99", "3.5", "d")],
)
def test_seventy_and_fifty_are_exact_too(rulebook, general, done, grade):
    result = score([Product(1, 7, done)], [Mark(general, 30)], rulebook)
    assert result.grade == grade


def test_floats_from_a_form_meet_the_boundary(rulebook):
    """In binary 0,1 + 0,2 is more than 0,3; here a sum of tenths stays one."""
    marks = [Mark(0.1, 10), Mark(0.2, 10), Mark(9.7, 10)]
    result = score([Product(1.0, 0.7, 0.6)], marks, rulebook)
    assert result.total == 70
    assert result.grade == "b"


@given(st.fractions(0, 100))
def test_the_bands_leave_no_gap_and_do_not_overlap(rulebook, total):
    floors = {"a": 90, "b": 70, "c": 50, "d": 0}
    fits = [grade for grade, floor in floors.items() if total >= floor]
    assert grade_of(total, rulebook) == fits[0]


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_more_points_never_give_a_worse_grade(rulebook, one, other):
    low, high = sorted((one, other))
    assert not better(grade_of(low, rulebook), grade_of(high, rulebook))


def test_grades_are_ordered_from_a_to_d():
    assert all(better(a, b) for a, b in itertools.combinations(GRADES, 2))
    assert not any(better(grade, grade) for grade in GRADES)
    assert not better("d", "a")


@pytest.mark.parametrize("nothing", [None, "", Missing("nothing_assigned")])
def test_nothing_has_no_grade(rulebook, nothing):
    with pytest.raises(ValueError, match="not a number"):
        grade_of(nothing, rulebook)
