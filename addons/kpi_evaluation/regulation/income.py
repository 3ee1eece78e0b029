"""Sharing out additional income by class, to the last đồng (Điều 17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from .grading import GRADES
from .values import Number, exact


@dataclass(frozen=True)
class Shares:
    """What each gets in whole đồng, in the order of the weights, and what is left."""

    amounts: tuple[int, ...]
    left: int


def is_strictly_falling(coefficients: Sequence[Number]) -> bool:
    """Return whether each class gets less than the one above it (Điều 17.1).

    >>> is_strictly_falling(["1.2", 1, "0.5", 0]), is_strictly_falling([1, 1, "0.5", 0])
    (True, False)
    """
    if len(coefficients) != len(GRADES):
        raise ValueError(f"one coefficient for each of {', '.join(GRADES)}")
    return all(high > low for high, low in pairwise(map(exact, coefficients)))


def share_fund(
    fund: int, weights: Sequence[Number], floor: int = 0, ceiling: int | None = None
) -> Shares:
    """Return a fund shared in proportion to weights, each share within its bounds.

    Whole đồng; a weight of 0 gets nothing, not even the floor. The fund is used up
    unless everybody is at the ceiling. ValueError for what is negative, a floor above
    the ceiling, or a fund that cannot pay everybody the floor.

    >>> share_fund(100, [1, 1, 1]).amounts
    (34, 33, 33)
    >>> share_fund(100, [3, 1], ceiling=60)
    Shares(amounts=(60, 40), left=0)
    """
    weights = dict(enumerate(map(exact, weights)))
    top = fund if ceiling is None else ceiling
    if min(fund, floor, top, *weights.values(), 0) < 0 or floor > top:
        raise ValueError("fund, bounds and weights cannot be negative or out of order")
    paid = {key: weight for key, weight in weights.items() if weight}
    if floor * len(paid) > fund:
        raise ValueError("the fund does not reach to pay everybody the floor")
    to_share = min(fund, top * len(paid))
    amounts = _in_whole_dong(to_share, _within_bounds(to_share, paid, floor, top), top)
    return Shares(tuple(amounts.get(key, 0) for key in weights), fund - to_share)


def _within_bounds(to_share, weights, floor, top):
    """{key: exact share}: proportional, then clamped, until nobody else is."""
    fixed = {}
    while free := {key: one for key, one in weights.items() if key not in fixed}:
        rest = to_share - sum(fixed.values())
        rate = Fraction(rest) / sum(free.values())
        wanted = {key: rate * one for key, one in free.items()}
        low = {key: Fraction(floor) for key, one in wanted.items() if one < floor}
        high = {key: Fraction(top) for key, one in wanted.items() if one > top}
        if not low and not high:
            return fixed | wanted
        lacking = sum(bound - wanted[key] for key, bound in low.items())
        exceeding = sum(wanted[key] - bound for key, bound in high.items())
        # Those on the side that weighs more stay at their bound whatever follows.
        fixed |= low if lacking >= exceeding else high
        if lacking == exceeding:
            fixed |= high
    return fixed


def _in_whole_dong(to_share, ideal, top):
    """Cut off to whole đồng, then one more each to those who were cut the most."""
    amounts = {key: int(share) for key, share in ideal.items()}
    missing = to_share - sum(amounts.values())
    cut = sorted(
        (key for key in ideal if amounts[key] < top),
        key=lambda key: (amounts[key] - ideal[key], key),
    )
    for key in cut[:missing]:
        amounts[key] += 1
    return amounts


def share_of_salary(
    salary: int, percent: Number, floor: int = 0, ceiling: int | None = None
) -> int:
    """Return a percentage of a salary in whole đồng, half a đồng rounded up.

    >>> share_of_salary(10_000_001, 50), share_of_salary(10_000_000, 50, ceiling=100)
    (5000001, 100)
    """
    percent = exact(percent)
    if salary < 0 or percent < 0 or floor < 0:
        raise ValueError("salary, percentage and bounds cannot be negative")
    if not percent:
        return 0
    amount = int(salary * percent / 100 + Fraction(1, 2))
    amount = max(amount, floor)
    return amount if ceiling is None else min(amount, ceiling)
