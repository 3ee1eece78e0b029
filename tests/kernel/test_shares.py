"""Shares of a product worth many units (Điều 15.1.c)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.shares import even_shares, left_over

amounts = st.decimals("0.0001", "10000", places=4)


@pytest.mark.parametrize(
    ("total", "shares", "left"),
    [
        (1, [0.3333] * 3, "0.0001"),
        (1, [0.3334, 0.3333, 0.3333], 0),
        (1, [0.3334] * 3, "-0.0002"),
        (1, [0.1] * 10, 0),  # as floats these are less than 1
        (0.3, [0.1, 0.2], 0),  # and these more than 0.3
        (2.5, [], "2.5"),
    ],
)
def test_what_is_left_is_exact(total, shares, left):
    assert left_over(total, shares) == Fraction(left)


@given(amounts, st.integers(1, 60))
def test_even_shares_add_up_to_the_whole_and_differ_by_less_than_their_number(
    total, number
):
    shares = even_shares(total, number, 4)
    assert len(shares) == number
    assert left_over(total, shares) == 0
    assert all((share * 10**4).denominator == 1 for share in shares)
    assert max(shares) - min(shares) < Fraction(number, 10**4)
