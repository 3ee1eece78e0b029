"""Every đồng of a fund is accounted for (Điều 17)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.income import (
    is_strictly_falling,
    share_fund,
    share_of_salary,
)

FUNDS = st.integers(0, 10**12)
WEIGHTS = st.lists(st.fractions(0, 3, max_denominator=100), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("fund", "weights", "bounds", "amounts", "left"),
    [
        (100, [1, 1, 1], {}, (34, 33, 33), 0),
        (10, [2, 1], {}, (7, 3), 0),
        (100, [3, 1], {"ceiling": 60}, (60, 40), 0),
        (100, [3, 1], {"floor": 30}, (70, 30), 0),
        (100, [1, 1], {"ceiling": 40}, (40, 40), 20),
        (100, [1, 0], {"floor": 10}, (100, 0), 0),
        (0, [1, 2], {}, (0, 0), 0),
        (5, [0, 0], {}, (0, 0), 5),
        # The first is held at the ceiling; what it leaves lifts the second above 10.
        (100, [8, 1, 1], {"ceiling": 70, "floor": 10}, (70, 15, 15), 0),
    ],
)
def test_a_fund_is_shared_by_weight_within_bounds(fund, weights, bounds, amounts, left):
    shares = share_fund(fund, weights, **bounds)
    assert (shares.amounts, shares.left) == (amounts, left)


@given(FUNDS, WEIGHTS)
def test_without_a_ceiling_nothing_is_lost_and_nothing_invented(fund, weights):
    shares = share_fund(fund, weights)
    if any(weights):
        assert (sum(shares.amounts), shares.left) == (fund, 0)
    else:
        assert (sum(shares.amounts), shares.left) == (0, fund)


@given(FUNDS, WEIGHTS)
def test_nobody_is_further_than_a_dong_from_the_exact_share(fund, weights):
    total = sum(weights)
    for weight, amount in zip(weights, share_fund(fund, weights).amounts, strict=True):
        exact = Fraction(fund) * weight / total if total else 0
        assert abs(amount - exact) < 1


@given(FUNDS, WEIGHTS, st.integers(0, 10**6), st.integers(10**6, 10**10))
def test_bounds_hold_and_more_weight_never_gets_less(fund, weights, floor, ceiling):
    paid = sum(map(bool, weights))
    if floor * paid > fund:
        with pytest.raises(ValueError, match="does not reach"):
            share_fund(fund, weights, floor, ceiling)
        return
    shares = share_fund(fund, weights, floor, ceiling)
    assert sum(shares.amounts) + shares.left == fund
    assert not shares.left or all(
        amount == ceiling
        for amount, weight in zip(shares.amounts, weights, strict=True)
        if weight
    )
    for amount, weight in zip(shares.amounts, weights, strict=True):
        assert floor <= amount <= ceiling if weight else amount == 0
    ranked = sorted(zip(weights, shares.amounts, strict=True))
    for (light, less), (heavy, more) in zip(ranked, ranked[1:], strict=False):
        assert less <= more + (light == heavy)


@pytest.mark.parametrize(
    "arguments", [(-1, [1]), (1, [-1]), (1, [1], -1), (10, [1], 5, 4)]
)
def test_what_cannot_be_is_refused(arguments):
    with pytest.raises(ValueError, match="negative or out of order"):
        share_fund(*arguments)


@pytest.mark.parametrize(
    ("coefficients", "falling"),
    [
        (["1.2", "1", "0.6", "0"], True),
        (["1", "1", "0.6", "0"], False),
        (["1", "0.8", "0.6", "0.6"], False),
        (["0.5", "0.8", "0.6", "0"], False),
    ],
)
def test_no_class_gets_as_much_as_the_one_above(coefficients, falling):
    assert is_strictly_falling(coefficients) is falling


def test_half_a_dong_of_a_salary_is_rounded_up():
    assert share_of_salary(1, 50) == 1
    assert share_of_salary(3, 10) == 0
    assert share_of_salary(9_360_000, "12.5", floor=2_000_000) == 2_000_000
    assert share_of_salary(9_360_000, 0, floor=2_000_000) == 0
