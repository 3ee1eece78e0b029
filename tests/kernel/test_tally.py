"""A may be decided as soon as, and only when, nothing still open can take it away."""

from itertools import product

import pytest

from kpi_evaluation.regulation.grading import quota_limit
from kpi_evaluation.regulation.quota import Tally

SMALL = range(9)


@pytest.mark.parametrize(
    ("rated_a", "rated_b", "pending", "over", "is_open"),
    [
        (0, 0, 0, 0, False),
        (1, 0, 0, 1, True),
        (1, 5, 0, 0, False),
        (1, 5, 1, 0, True),  # the sixth might be rated A too: one of the two goes
        (1, 10, 1, 0, False),  # even then ten B carry both
        (2, 5, 0, 1, True),
        (6, 0, 0, 5, True),
    ],
)
def test_a_waits_for_whoever_could_still_take_it(
    rulebook, rated_a, rated_b, pending, over, is_open
):
    tally = Tally(rulebook, rated_a, rated_b, pending)
    assert (tally.over, tally.is_open) == (over, is_open)


def test_what_is_not_open_stays_within_the_limit_whatever_the_pending_become(rulebook):
    for a, b, pending in product(SMALL, range(45), range(4)):
        if Tally(rulebook, a, b, pending).is_open:
            continue
        for to_a, to_b in product(range(pending + 1), repeat=2):
            if to_a + to_b <= pending:
                assert quota_limit(a + to_a, b + to_b, rulebook) == a + to_a


def test_without_pending_people_it_is_open_exactly_while_somebody_is_over(rulebook):
    for a, b in product(range(61), range(61)):
        tally = Tally(rulebook, a, b)
        assert tally.is_open == (tally.over > 0)


@pytest.mark.parametrize(
    ("decided_a", "rated_b", "leaving", "holds"),
    [(0, 0, 0, True), (1, 5, 0, True), (1, 5, 1, False), (1, 6, 1, True)],
)
def test_the_b_that_carry_a_decided_a_do_not_leave(
    rulebook, decided_a, rated_b, leaving, holds
):
    tally = Tally(rulebook, decided_a, rated_b, decided_a=decided_a)
    assert tally.holds_without(leaving) is holds


def test_the_higher_share_carries_more(rulebook):
    assert Tally(rulebook, 1, 4).is_open
    assert not Tally(rulebook, 1, 4, exceptional=True).is_open
