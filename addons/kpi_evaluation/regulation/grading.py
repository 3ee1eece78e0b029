"""Bands of Điều 8 and the limit on how many may stand in the highest."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from .rulebook import Rulebook
from .values import exact

GRADES = ("a", "b", "c", "d")


def grade_of(total: Fraction, rulebook: Rulebook) -> str:
    """Return the grade of an exact total in points; the bands leave no gap (Điều 8)."""
    total = exact(total)
    floors = (rulebook.band_a_from, rulebook.band_b_from, rulebook.band_c_from)
    for grade, floor in zip(GRADES, floors, strict=False):
        if total >= floor:
            return grade
    return GRADES[-1]


def better(a: str, b: str) -> bool:
    """Return whether grade `a` is strictly better than grade `b`.

    >>> better("a", "b"), better("b", "b"), better("d", "c")
    (True, False, False)
    """
    return GRADES.index(a) < GRADES.index(b)


def quota_limit(
    rated_a: int, rated_b: int, rulebook: Rulebook, exceptional: bool = False
) -> int:
    """Return how many of those rated A may stay A, when the others become B.

    The share counts on those rated B, the ones who lose A among them, or on A and B
    together (`quota_base`). `exceptional` takes the higher share of Điều 8.5.b.
    Negative counts raise ValueError. Điều 8.5.
    """
    if rated_a < 0 or rated_b < 0:
        raise ValueError(f"people cannot be fewer than none: {rated_a} A, {rated_b} B")
    share = rulebook.quota_share_exceptional if exceptional else rulebook.quota_share
    for kept in range(rated_a, 0, -1):
        base = rated_a + rated_b
        if rulebook.quota_base == "rated_b":
            base -= kept
        if kept <= _whole_people(share * base / 100, rulebook.quota_rounding):
            return kept
    return 0


def _whole_people(people, rounding):
    if rounding == "half_up":
        return math.floor(people + Fraction(1, 2))
    if rounding == "at_least_one":
        return max(1, math.floor(people))
    return math.floor(people)


@dataclass(frozen=True)
class Candidate:
    """A person rated A by the total: a unique, sortable key, exact points, group.

    The group is that of similar tasks; people without one (None) form one together.
    """

    key: Hashable
    total: Fraction
    group: Hashable = None


@dataclass(frozen=True)
class QuotaOutcome:
    """Who keeps A whatever the session decides, who cannot, and who is tied between.

    The three tuples of keys are ranked, best first. For those tied the session
    chooses as many as the limits of their group and of the unit leave.
    """

    limit_by_group: Mapping[Hashable, int]
    limit_unit: int
    keeps: tuple
    over: tuple
    tied: tuple


def apply_quota(
    candidates_rated_a: Iterable[Candidate],
    rated_b_by_group: Mapping[Hashable, int],
    rulebook: Rulebook,
    exceptional: bool = False,
) -> QuotaOutcome:
    """Return who keeps A within the limits of each group and of the whole unit.

    Ranked by exact total; the order of the input does not count. A key that comes
    twice raises ValueError. Điều 8.5.
    """
    ranked = sorted(candidates_rated_a, key=lambda one: (-exact(one.total), one.key))
    if len({one.key for one in ranked}) < len(ranked):
        raise ValueError("a person stands twice among the candidates")
    groups, in_unit = _limits(ranked, rated_b_by_group, rulebook, exceptional)
    places = _Places(dict(groups), in_unit)
    for _total, level in groupby(ranked, key=lambda one: exact(one.total)):
        places.seat(list(level))
    ranking = (places.keeps, places.over, places.tied)
    return QuotaOutcome(groups, in_unit, *map(tuple, ranking))


def _limits(candidates, rated_b_by_group, rulebook, exceptional):
    rated_a = Counter(one.group for one in candidates)
    rated_b = Counter(rated_b_by_group)
    by_group = {
        group: quota_limit(rated_a[group], rated_b[group], rulebook, exceptional)
        for group in rated_a | rated_b
    }
    people = rated_a.total(), rated_b.total()
    return by_group, quota_limit(*people, rulebook, exceptional)


class _Places:
    """The places still free while the ranking is walked down, one total at a time."""

    def __init__(self, by_group, in_unit):
        self.by_group, self.in_unit = by_group, in_unit
        self.keeps, self.over, self.tied = [], [], []

    def seat(self, level):
        """Seat people of equal total; none of them is preferred to another."""
        rivals = Counter(one.group for one in level)
        free = {group: min(n, self.by_group[group]) for group, n in rivals.items()}
        taken = min(self.in_unit, sum(free.values()))
        unit_cuts = taken < sum(free.values())
        for one in level:
            if not taken or not free[one.group]:
                self.over.append(one.key)
            elif unit_cuts or free[one.group] < rivals[one.group]:
                self.tied.append(one.key)
            else:
                self.keeps.append(one.key)
        self.in_unit -= taken
        for group, n in free.items():
            self.by_group[group] -= n
