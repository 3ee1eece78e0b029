from fractions import Fraction

import pytest

from kpi_evaluation.regulation.scoring import (
    LeaderFacts,
    Mark,
    Product,
    SupportMarks,
    score,
)
from kpi_evaluation.regulation.values import Missing

FULL = [Mark(10, 10, "I"), Mark(10, 10, "II"), Mark(10, 10, "III")]
GOOD_LEADER = LeaderFacts(("a", "b"), organising="full", unity="full")


def reasons(result):
    return [gap.code for gap in result.missing]


@pytest.mark.parametrize(
    ("count", "percent"), [(0, 100), (1, 75), (2, 50), (3, 25), (4, 0), (5, 0), (40, 0)]
)
def test_a_late_product_loses_points_but_never_goes_below_zero(
    rulebook, count, percent
):
    late = score([Product(2, 3, 3, lates=count)], FULL, rulebook)
    faulty = score([Product(2, 3, 3, faults=count)], FULL, rulebook)
    assert (late.progress, late.quality) == (percent, 100)
    assert (faulty.quality, faulty.progress) == (percent, 100)


def test_a_spoilt_product_takes_nothing_from_the_others(rulebook):
    spoilt, fine = Product(1, 1, 1, lates=9, faults=9), Product(1, 1, 1)
    result = score([spoilt, fine], FULL, rulebook)
    assert (result.quantity, result.quality, result.progress) == (100, 50, 50)


def test_heavier_products_weigh_more(rulebook):
    result = score([Product(9, 1, 1), Product(1, 1, 0)], FULL, rulebook)
    assert result.quantity == 90


def test_what_is_not_done_lowers_quantity_quality_and_progress_alike(rulebook):
    result = score([Product(1, 4, 3)], FULL, rulebook)
    assert result.quantity == result.quality == result.progress == 75


def test_more_than_assigned_counts_as_assigned(rulebook):
    result = score([Product(1, 4, 9), Product(1, 4, 0)], FULL, rulebook)
    assert result.quantity == 50


def test_a_task_handed_back_stays_in_the_givers_base(rulebook):
    kept, handed_back = Product(1, 3, 3), Product(1, 1, 0)
    assert score([kept, handed_back], FULL, rulebook).quantity == 75


def test_a_task_taken_over_adds_to_the_takers_points_and_not_to_the_base(rulebook):
    # 30 + 70 % of (4/5), and 70 % of (1/5) for the extra work
    own, taken = Product(1, 5, 4), Product(1, 1, 1, extra=True)
    result = score([own, taken], FULL, rulebook)
    assert (result.quantity, result.result, result.bonus) == (80, 80, 14)
    assert result.total == 100


def test_extra_work_done_badly_adds_less(rulebook):
    own, late = Product(1, 10, 5), Product(1, 1, 1, lates=2, faults=4, extra=True)
    # the mean of 10 %, 0 % and 5 %, of which 70 %
    assert score([own, late], FULL, rulebook).bonus == Fraction("3.5")


def test_extra_work_not_done_adds_nothing_and_takes_nothing(rulebook):
    own, idle = Product(1, 10, 5), Product(1, 90, 0, extra=True)
    assert score([own, idle], FULL, rulebook).total == 30 + 35


def test_a_total_above_the_scale_is_capped(rulebook):
    result = score([Product(1, 1, 1), Product(1, 5, 5, extra=True)], FULL, rulebook)
    assert (result.bonus, result.total, result.grade) == (350, 100, "a")


def test_nothing_assigned_is_a_reason_and_never_a_d(rulebook):
    result = score([], FULL, rulebook)
    assert reasons(result) == ["nothing_assigned"]
    for figure in (result.quantity, result.result, result.total, result.grade):
        assert figure == Missing("nothing_assigned")
    assert result.general == 30
    assert result.bonus == 0


def test_extra_work_without_any_base_cannot_be_weighed(rulebook):
    result = score([Product(1, 1, 1, extra=True)], FULL, rulebook)
    assert result.bonus == result.total == Missing("nothing_assigned")


def test_everything_assigned_and_nothing_done_is_a_d(rulebook):
    result = score([Product(1, 1, 0)], [Mark(0, 30)], rulebook)
    assert (result.total, result.grade) == (0, "d")


def test_a_blank_criterion_is_a_reason_and_the_work_is_scored_all_the_same(rulebook):
    marks = [Mark(None, 10, "I"), Mark(10, 10, "II"), Mark(None, 10, "III")]
    result = score([Product(1, 2, 1)], marks, rulebook)
    assert result.missing == (
        Missing("criterion_without_points", "I"),
        Missing("criterion_without_points", "III"),
    )
    assert (result.quantity, result.result) == (50, 50)
    assert not result.general
    assert not result.total
    assert not result.grade


def test_a_criterion_without_code_is_not_hidden_by_its_neighbour(rulebook):
    result = score([Product(1, 1, 1)], [Mark(None, 10), Mark(10, 10)], rulebook)
    assert reasons(result) == ["criterion_without_points"]


def test_a_sheet_without_criteria_has_no_general_points(rulebook):
    assert reasons(score([Product(1, 1, 1)], [], rulebook)) == [
        "criterion_without_points"
    ]


def test_every_reason_is_given_at_once(rulebook):
    result = score([], [Mark(None, 30, "I")], rulebook, LeaderFacts((None,)))
    assert reasons(result) == [
        "nothing_assigned",
        "subordinate_undecided",
        "organising_not_chosen",
        "unity_not_chosen",
        "criterion_without_points",
    ]


@pytest.mark.parametrize(
    ("grades", "unit"),
    [
        (("a", "b", "c"), 100),
        (("a", "d"), 50),
        (("d", "d", "d"), 50),
        ((), 100),  # nobody to be counted: all of them are exempt
        (("a", None), Missing("subordinate_undecided")),
        (("d", None), 50),  # whatever the other one gets, d stays 50
    ],
)
def test_d_falls_with_the_first_subordinate_who_fails(rulebook, grades, unit):
    facts = LeaderFacts(grades, organising="full", unity="full")
    assert score([Product(1, 1, 1)], FULL, rulebook, facts).unit == unit


def test_d_and_e_of_a_leader_are_never_defaulted(rulebook):
    result = score([Product(1, 1, 1)], FULL, rulebook, LeaderFacts(("a",)))
    assert reasons(result) == ["organising_not_chosen", "unity_not_chosen"]
    assert (result.quantity, result.unit) == (100, 100)
    assert not result.total


def test_a_leader_is_averaged_over_six_ratios(rulebook):
    facts = LeaderFacts(("d",), organising="reduced", unity="reduced")
    assert score([Product(1, 1, 1)], FULL, rulebook, facts).result == 75
    assert score([Product(1, 1, 1)], FULL, rulebook, GOOD_LEADER).result == 100


def test_leading_figures_do_not_apply_to_staff(rulebook):
    result = score([Product(1, 1, 1)], FULL, rulebook)
    assert result.unit is result.organising is result.unity is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Product(0, 1, 1),
        lambda: Product(1, 0, 0),
        lambda: Product(-1, 1, 1),
        lambda: Product(1, 1, -1),
        lambda: Product(1, 1, 1, faults=-1),
        lambda: Product(1, 1, 1, lates=-1),
        lambda: Product(1, 1, 1, lates="0.5"),
        lambda: Product(1, 1, None),
        lambda: Product(1, 1, False),
        lambda: Product(1, float("nan"), 1),
        lambda: Mark(11, 10),
        lambda: Mark(-1, 10),
        lambda: Mark("", 10),
        lambda: Mark(0, 0),
        lambda: LeaderFacts(("e",)),
        lambda: LeaderFacts((), organising="half"),
        lambda: SupportMarks(101, 0, 0),
    ],
)
def test_impossible_facts_are_refused(wrong):
    with pytest.raises(ValueError, match=r"\w+"):
        wrong()


@pytest.mark.parametrize(
    ("points", "maximum", "named"),
    [(11, 10, "II.4"), (0, 0, "II.4"), (11, 10, ""), (0, 0, "")],
)
def test_a_refused_mark_names_its_criterion(points, maximum, named):
    with pytest.raises(ValueError, match=named or "criterion"):
        Mark(points, maximum, named)


def test_criteria_cannot_be_worth_more_than_the_law_gives_them(rulebook):
    with pytest.raises(ValueError, match="30"):
        score([Product(1, 1, 1)], [*FULL, Mark(0, 1)], rulebook)


def test_a_support_worker_does_not_lead(rulebook):
    with pytest.raises(ValueError, match="lead"):
        score([], FULL, rulebook, GOOD_LEADER, SupportMarks())
