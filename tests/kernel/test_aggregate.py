"""Quarters, half-years and years are the mean of what was scored (Điều 19)."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from kpi_evaluation.regulation.aggregate import SPANS, aggregate, span_of
from kpi_evaluation.regulation.values import Missing


@pytest.mark.parametrize(
    ("span", "totals", "mean", "months", "grade"),
    [
        ("quarter", [90, 90, 90], "90", 3, "a"),
        ("quarter", ["90", "90", "89.99"], "89.996666666666", 3, "b"),
        ("quarter", [100, 60], "80", 2, "b"),
        ("half", [70] * 6, "70", 6, "b"),
        ("year", [50] * 12, "50", 12, "c"),
        ("year", [95] * 6, "95", 6, "a"),
    ],
)
def test_the_mean_is_over_the_scored_months_only(
    rulebook, span, totals, mean, months, grade
):
    found = aggregate(list(map(Fraction, totals)), span, rulebook)
    assert abs(found.mean - Fraction(mean)) < Fraction(1, 10**9)
    assert (found.months, found.grade) == (months, grade)


def test_a_year_of_five_months_has_a_mean_but_no_class(rulebook):
    found = aggregate([Fraction(95)] * 5, "year", rulebook)
    assert (found.mean, found.grade) == (95, Missing("too_few_months"))


def test_no_month_is_a_reason_and_not_a_zero(rulebook):
    found = aggregate([], "quarter", rulebook)
    assert found.mean == found.grade == Missing("no_scored_month")


def test_three_thirds_of_a_hair_below_ninety_stay_below(rulebook):
    hair = Fraction(90) - Fraction(1, 3 * 10**20)
    assert aggregate([hair] * 3, "quarter", rulebook).grade == "b"


def test_more_months_than_the_span_has_are_refused(rulebook):
    with pytest.raises(ValueError, match="more than a quarter has"):
        aggregate([Fraction(90)] * 4, "quarter", rulebook)


def test_the_spans_of_a_year_follow_each_other_without_a_gap():
    for span, months in SPANS.items():
        spans = sorted({span_of(span, date(2026, m, 28)) for m in range(1, 13)})
        assert len(spans) == 12 // months
        assert spans[0][0] == date(2026, 1, 1)
        assert spans[-1][1] == date(2026, 12, 1)
        for (_start, end), (start, _end) in pairwise(spans):
            assert start.month == end.month + 1
