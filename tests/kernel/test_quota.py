import itertools
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_evaluation.regulation.grading import Candidate, apply_quota, quota_limit

PEOPLE = [(a, b) for a in range(61) for b in range(61 - a)]
ROUNDINGS = ["down", "half_up", "at_least_one"]


@pytest.mark.parametrize(
    ("rated_a", "rated_b", "limit"),
    [
        (0, 0, 0),
        (1, 4, 0),
        (1, 5, 1),  # one A beside five B is exactly 20 %
        (2, 4, 1),  # the one who loses A is the fifth B
        (6, 0, 1),
        (12, 0, 2),
        (3, 97, 3),  # nobody loses what the quota leaves free
        (50, 10, 10),
    ],
)
def test_one_a_needs_five_b(rulebook, rated_a, rated_b, limit):
    assert quota_limit(rated_a, rated_b, rulebook) == limit


@pytest.mark.parametrize(("people", "limit"), [(4, 0), (5, 1), (10, 2), (60, 12)])
def test_an_outstanding_unit_needs_four_b(rulebook, people, limit):
    assert quota_limit(people, 0, rulebook, exceptional=True) == limit


def test_for_up_to_sixty_people_the_limit_is_a_sixth_of_all(rulebook):
    for a, b in PEOPLE:
        assert quota_limit(a, b, rulebook) == min(a, (a + b) // 6)
        assert quota_limit(a, b, rulebook, exceptional=True) == min(a, (a + b) // 5)


@pytest.mark.parametrize("rounding", ROUNDINGS)
@pytest.mark.parametrize("base", ["rated_b", "rated_a_b"])
@pytest.mark.parametrize("exceptional", [False, True])
def test_the_limit_is_the_largest_number_that_the_rule_allows(
    law, rounding, base, exceptional
):
    rulebook = law.reading(quota_rounding=rounding, quota_base=base)
    one_in = 4 if exceptional else 5

    def allowed(a, b, kept):
        people = a + b if base == "rated_a_b" else a + b - kept
        if rounding == "half_up":
            return 2 * one_in * kept <= 2 * people + one_in
        return one_in * kept <= people or (rounding == "at_least_one" and kept == 1)

    for a, b in PEOPLE:
        largest = max(kept for kept in range(a + 1) if kept == 0 or allowed(a, b, kept))
        assert quota_limit(a, b, rulebook, exceptional) == largest


def test_fewer_people_than_none_are_refused(rulebook):
    with pytest.raises(ValueError, match="fewer than none"):
        quota_limit(-1, 3, rulebook)


def people(*totals, group=None):
    return [Candidate(f"{group}{n}", Fraction(t), group) for n, t in enumerate(totals)]


def test_the_highest_totals_keep_a(rulebook):
    outcome = apply_quota(people(91, 99, 95), {None: 9}, rulebook)
    assert (outcome.limit_unit, outcome.limit_by_group) == (2, {None: 2})
    assert (outcome.keeps, outcome.over) == (("None1", "None2"), ("None0",))
    assert outcome.tied == ()


def test_a_hair_ranks_one_above_the_other(rulebook):
    totals = Fraction(95), Fraction(95) + Fraction(1, 10**20)
    outcome = apply_quota(people(*totals), {None: 4}, rulebook)
    assert (outcome.keeps, outcome.over) == (("None1",), ("None0",))


def test_those_tied_across_the_line_are_left_to_the_session(rulebook):
    outcome = apply_quota(people(99, 95, 95, 95, 92), {None: 13}, rulebook)
    assert outcome.limit_unit == 3
    assert outcome.keeps == ("None0",)
    assert outcome.tied == ("None1", "None2", "None3")
    assert outcome.over == ("None4",)


def test_those_tied_above_the_line_all_keep_a(rulebook):
    outcome = apply_quota(people(95, 95, 92), {None: 9}, rulebook)
    assert (outcome.keeps, outcome.tied) == (("None0", "None1"), ())


def test_each_group_of_similar_tasks_has_its_own_limit(rulebook):
    candidates = [*people(99, 98, group="clerks"), *people(91, group="drivers")]
    outcome = apply_quota(candidates, {"clerks": 4, "drivers": 5}, rulebook)
    assert outcome.limit_by_group == {"clerks": 1, "drivers": 1}
    assert outcome.keeps == ("clerks0", "drivers0")
    assert outcome.over == ("clerks1",)


def test_places_that_one_group_leaves_free_do_not_pass_to_another(rulebook):
    candidates = people(99, 98, group="clerks")
    outcome = apply_quota(candidates, {"clerks": 4, "drivers": 50}, rulebook)
    assert outcome.limit_unit == 2
    assert (outcome.keeps, outcome.over) == (("clerks0",), ("clerks1",))


def test_the_unit_limits_what_its_groups_allow_together(law):
    rulebook = law.reading(quota_rounding="at_least_one")
    candidates = [
        *people(97, group="x"),
        *people(96, group="y"),
        *people(95, group="z"),
    ]
    outcome = apply_quota(candidates, {"x": 2}, rulebook)
    assert outcome.limit_by_group == {"x": 1, "y": 1, "z": 1}
    assert outcome.limit_unit == 1
    assert (outcome.keeps, outcome.over) == (("x0",), ("y0", "z0"))


def test_equals_of_two_groups_can_be_tied_across_the_units_line(law):
    rulebook = law.reading(quota_rounding="at_least_one")
    candidates = [*people(97, group="x"), *people(97, group="y")]
    assert apply_quota(candidates, {}, rulebook).tied == ("x0", "y0")


def test_people_without_a_group_form_one_together(rulebook):
    candidates = [*people(99, group=None), *people(98, group="clerks")]
    outcome = apply_quota(candidates, {None: 5, "clerks": 4}, rulebook)
    assert outcome.limit_by_group == {None: 1, "clerks": 0}


def test_the_same_person_cannot_compete_twice(rulebook):
    with pytest.raises(ValueError, match="twice"):
        apply_quota([*people(99), *people(98)], {}, rulebook)


CROWDS = st.lists(
    st.tuples(st.sampled_from([90, 95, 100]), st.sampled_from(["x", "y", None])),
    max_size=5,
).map(lambda crowd: [Candidate(n, Fraction(t), g) for n, (t, g) in enumerate(crowd)])
RATED_B = st.dictionaries(st.sampled_from(["x", "y", None]), st.integers(0, 12))


@given(CROWDS, RATED_B, st.randoms(), st.booleans())
def test_the_order_of_approval_does_not_count(
    rulebook, candidates, rated_b, random, exceptional
):
    shuffled = random.sample(candidates, len(candidates))
    assert apply_quota(candidates, rated_b, rulebook, exceptional) == apply_quota(
        shuffled, rated_b, rulebook, exceptional
    )


def every_way_out(candidates, outcome):
    """Yield who keeps A for each way to break the ties, taking the best one by one."""
    for order in itertools.permutations(candidates):
        if any(a.total < b.total for a, b in itertools.pairwise(order)):
            continue
        kept, free = set(), Counter(outcome.limit_by_group)
        for one in order:
            if len(kept) < outcome.limit_unit and free[one.group]:
                free[one.group] -= 1
                kept.add(one.key)
        yield frozenset(kept)


@settings(deadline=None)
@given(CROWDS, RATED_B, st.sampled_from(ROUNDINGS))
def test_only_those_whose_place_hangs_on_a_tie_are_tied(
    law, candidates, rated_b, rounding
):
    rulebook = law.reading(quota_rounding=rounding)
    outcome = apply_quota(candidates, rated_b, rulebook)
    ways = set(every_way_out(candidates, outcome))
    always, ever = frozenset.intersection(*ways), frozenset.union(*ways)
    assert set(outcome.keeps) == always
    assert set(outcome.tied) == ever - always
    assert set(outcome.over) == {one.key for one in candidates} - ever


@given(CROWDS, RATED_B, st.sampled_from(ROUNDINGS), st.booleans())
def test_no_limit_is_ever_exceeded(law, candidates, rated_b, rounding, exceptional):
    rulebook = law.reading(quota_rounding=rounding)
    outcome = apply_quota(candidates, rated_b, rulebook, exceptional)
    groups = {one.key: one.group for one in candidates}
    kept = Counter(groups[key] for key in outcome.keeps)
    assert all(n <= outcome.limit_by_group[group] for group, n in kept.items())
    assert len(outcome.keeps) <= outcome.limit_unit
    ranked = [*outcome.keeps, *outcome.tied, *outcome.over]
    assert sorted(ranked) == sorted(groups)
