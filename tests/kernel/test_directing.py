"""What the work of the people led counts for whoever leads them (Điều 12.1.b)."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.directing import directing_part, summed
from kpi_evaluation.regulation.scoring import (
    LeaderFacts,
    Mark,
    Product,
    WorkSum,
    score,
)
from kpi_evaluation.regulation.values import Missing

from .test_score_properties import MARKS, products, work

READINGS = st.fixed_dictionaries(
    {
        "directing_share": st.integers(1, 100).map(str),
        "directing_extra": st.sampled_from(["counted", "not_counted"]),
        "ratio_denominator": st.sampled_from(["assigned", "completed"]),
        "bonus_method": st.sampled_from(["proportional", "none"]),
        "product_floor": st.sampled_from(["0", "40"]),
    }
)
FIGURES = ("quantity", "quality", "progress", "result", "bonus", "total", "grade")
FULL = [Mark(30, 30)]


def leader(*sums, grades=("a",)):
    return LeaderFacts(grades, "full", "full", directed=sums)


@given(work(), st.lists(products(), max_size=6), MARKS, READINGS)
def test_sums_count_exactly_as_the_single_products_would(law, own, led, marks, reading):
    rulebook = law.reading(**reading)
    one_by_one = [
        replace(one, coefficient=one.coefficient * rulebook.directing_share / 100)
        for one in led
        if not one.extra or rulebook.directing_extra == "counted"
    ]
    by_hand = score([*own, *one_by_one], marks, rulebook, leader())
    by_sums = score(own, marks, rulebook, leader(*summed(led)))
    for figure in FIGURES:
        assert getattr(by_sums, figure) == getattr(by_hand, figure)


@given(st.lists(products(), max_size=6), st.lists(products(), max_size=6))
def test_sums_of_parts_count_as_the_sum_of_all(rulebook, some, others):
    own = [Product(1, 1, 1)]
    apart = score(own, FULL, rulebook, leader(*summed(some), *summed(others)))
    together = score(own, FULL, rulebook, leader(*summed([*some, *others])))
    for figure in FIGURES:
        assert getattr(apart, figure) == getattr(together, figure)


@pytest.mark.parametrize(
    ("share", "ratio"),
    # own 2 of 2; of those led 4 of 8
    [("100", "60"), ("50", Fraction(400, 6)), ("25", "75"), ("0", "100")],
)
def test_directing_counts_with_the_share_that_the_agency_sets(law, share, ratio):
    rulebook = law.reading(directing_share=share)
    sheet = score([Product(1, 2, 2)], FULL, rulebook, leader(WorkSum(8, 4)))
    assert sheet.quantity == Fraction(ratio)


def test_faults_and_lates_of_those_led_are_the_leaders_too(rulebook):
    led = (WorkSum(4, 4, faults=1), WorkSum(4, 4, lates=2))
    sheet = score([Product(1, 2, 2)], FULL, rulebook, leader(*led))
    # (2 + 3 + 4) and (2 + 4 + 2) of 10
    assert (sheet.quantity, sheet.quality, sheet.progress) == (100, 90, 80)


def test_a_leader_without_own_work_is_judged_by_what_is_directed(rulebook):
    assert score([], FULL, rulebook, leader(WorkSum(4, 3))).quantity == 75
    assert score([], FULL, rulebook, leader()).quantity == Missing("nothing_assigned")


def test_extra_work_of_those_led_is_no_bonus_and_no_base_of_the_leader(rulebook):
    led = (WorkSum(4, 4), WorkSum(9, 9, extra=True, finished=2))
    sheet = score([Product(1, 2, 2)], FULL, rulebook, leader(*led))
    assert (sheet.bonus, sheet.trace[0].value) == (0, 6)


def test_fixed_points_for_extra_work_of_those_led_come_with_the_share(law):
    reading = {"bonus_method": "fixed", "bonus_fixed_points": "2"}
    rulebook = law.reading(**reading, directing_extra="counted", directing_share="50")
    led = WorkSum(9, 9, extra=True, finished=3)
    assert score([Product(1, 2, 2)], FULL, rulebook, leader(led)).bonus == 3


def test_the_trace_tells_the_own_part_from_the_directed_one(rulebook):
    led = WorkSum(8, 4, lates=1)
    sheet = score([Product(1, 2, 2)], FULL, rulebook, leader(led))
    parts = {
        step.code: {
            name: value for name, value in step.terms if name in ("own", "directing")
        }
        for step in sheet.trace[:4]
    }
    assert parts == {
        "assigned_base": {"own": 2, "directing": 8},
        "quantity": {"own": 2, "directing": 4},
        "quality": {"own": 2, "directing": 4},
        "progress": {"own": 2, "directing": 3},
    }
    alone = score([Product(1, 2, 2)], FULL, rulebook, leader())
    assert all("own" not in dict(step.terms) for step in alone.trace)


def test_only_the_own_work_counts_where_the_agency_reads_it_so(law):
    rulebook = law.reading(leader_sources="direct")
    assert directing_part([WorkSum(8, 4)], rulebook) == ()


def test_a_deputy_whose_field_nobody_knows_has_no_d_and_no_default(rulebook):
    facts = LeaderFacts(None, "full", "full")
    sheet = score([Product(1, 1, 1)], FULL, rulebook, facts)
    assert sheet.unit == sheet.total == Missing("no_field_in_charge")
    assert next(s for s in sheet.trace if s.code == "unit").clause == "Điều 12.4"


def test_a_blocked_d_says_whom_it_waits_for(rulebook):
    facts = LeaderFacts(("a", None), "full", "full", waiting_for="An")
    sheet = score([Product(1, 1, 1)], FULL, rulebook, facts)
    assert sheet.missing == (Missing("subordinate_undecided", "An"),)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: WorkSum(-1, 0),
        lambda: WorkSum(1, -1),
        lambda: WorkSum(1, 2),
        lambda: WorkSum(1, 1, faults=-1),
        lambda: WorkSum(1, 1, finished=-1),
        lambda: WorkSum(None, 0),
    ],
)
def test_impossible_sums_are_refused(wrong):
    with pytest.raises(ValueError, match=r"\w+"):
        wrong()
