from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.coefficient import coefficient_of


@pytest.mark.parametrize(
    ("points", "standard", "coefficient"),
    [
        (5, 5, "1"),
        (4, 5, "0.8"),
        (5, 3, "1.7"),
        ("1.25", 5, "0.3"),  # a quarter is rounded up, as in a spreadsheet
        ("1.2", 5, "0.2"),
        (500, 5, "100"),
        (0.7, 0.5, "1.4"),
    ],
)
def test_points_are_converted_to_one_decimal(rulebook, points, standard, coefficient):
    assert coefficient_of(points, standard, rulebook) == Fraction(coefficient)


@pytest.mark.parametrize(
    ("points", "standard"), [(0, 5), (5, 0), (-1, 5), (5, -5), (None, 5), ("", 5)]
)
def test_points_must_be_above_zero(rulebook, points, standard):
    with pytest.raises(ValueError, match=r"above zero|not a number"):
        coefficient_of(points, standard, rulebook)


def test_a_coefficient_of_zero_is_refused_since_it_could_never_count(rulebook):
    with pytest.raises(ValueError, match="rounds to zero"):
        coefficient_of(1, 100, rulebook)


@given(st.integers(1, 500), st.integers(1, 20))
def test_rounding_moves_a_coefficient_by_half_a_tenth_at_most(
    rulebook, points, standard
):
    coefficient = coefficient_of(points, standard, rulebook)
    assert abs(coefficient - Fraction(points, standard)) <= Fraction(1, 20)
    assert coefficient * 10 == int(coefficient * 10)
