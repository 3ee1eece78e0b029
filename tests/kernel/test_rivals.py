"""Each reading of the law that has a rival, and what choosing the rival changes."""

from datetime import date
from fractions import Fraction

import pytest

from kpi_evaluation.regulation.coefficient import coefficient_of
from kpi_evaluation.regulation.deadlines import late_count
from kpi_evaluation.regulation.grading import quota_limit
from kpi_evaluation.regulation.moves import Stay, day_of_unit
from kpi_evaluation.regulation.rulebook import RULES
from kpi_evaluation.regulation.scoring import (
    LeaderFacts,
    Mark,
    Product,
    SupportMarks,
    WorkSum,
    score,
)

DUE = date(2026, 7, 10)
HALF_DONE = [Product(1, 4, 2, faults=1, lates=2)]
WITH_EXTRA = [
    Product(1, 10, 5),
    Product(1, 1, 1, lates=2, extra=True),
    Product(1, 2, 1, extra=True),
]
MARKS = [Mark(30, 30)]

# These readings are followed where people, units and tasks are known, not here.
OUTSIDE = {
    "directing_exempt",
    "subordinate_settled_at",
    "discipline_override",
    "quota_unit",
    "opinion_by",
    "decision_by",
    "body_conclusion",
    "publication_unit",
    "publication_shows",
    "objection_answered_by",
    "objection_first_day",
    "annulment_by",
    "month_opened_by",
    "late_steps",
    "cause_confirmed_by",
    "waived_part",
}


def ratios(rulebook):
    sheet = score(HALF_DONE, MARKS, rulebook)
    return sheet.quantity, sheet.quality, sheet.progress


def bonus(rulebook):
    return score(WITH_EXTRA, MARKS, rulebook).bonus


def driver(rulebook):
    sheet = score(HALF_DONE, MARKS, rulebook, support=SupportMarks(90, 100, 80))
    return sheet.quantity, sheet.result


def directing(rulebook):
    """Own work: 1 of 1. Of those led: 2 of 4, and 10 of 10 beyond the plan."""
    led = (WorkSum(4, 2), WorkSum(10, 10, extra=True, finished=3))
    sheet = score([Product(1, 1, 1)], MARKS, rulebook, LeaderFacts((), directed=led))
    return sheet.quantity, sheet.bonus


def lateness(rulebook):
    return late_count(DUE, [date(2026, 7, 13)], rulebook)


def quarter(rulebook):
    return coefficient_of("1.25", 5, rulebook)


def mover(rulebook):
    """Two weeks in one unit, one in the next: 14, 20 and 24 July are working days."""
    stays = [
        Stay("old", date(2026, 1, 1), date(2026, 7, 21)),
        Stay("new", date(2026, 7, 22), date.max),
    ]
    month = date(2026, 7, 1), date(2026, 7, 31)
    worked = [date(2026, 7, day) for day in (14, 20, 24)]
    return day_of_unit(stays, *month, rulebook, worked).day


def limit_of(rated_a, rated_b):
    return lambda rulebook: quota_limit(rated_a, rated_b, rulebook)


RIVALS = [
    (
        "ratio_denominator",
        "completed",
        ratios,
        (50, Fraction("37.5"), 25),
        (50, 75, 50),
    ),
    ("leader_sources", "direct", directing, (60, 0), (100, 0)),
    # 70 % of the mean of 10 / 5 in three ratios
    ("directing_extra", "counted", directing, (60, 0), (60, 140)),
    ("late_unit", "day", lateness, 1, 3),
    ("unit_of_month", "most_working_days", mover, 31, 21),
    ("unit_of_month", "first_day", mover, 31, 1),
    # 70 % of the mean of 20 %, 20 % and 15 %
    ("bonus_method", "none", bonus, Fraction(77, 6), 0),
    # two points for the only one completed in full
    ("bonus_method", "fixed", bonus, Fraction(77, 6), 2),
    ("bonus_cap", "5", bonus, Fraction(77, 6), 5),
    (
        "support_worker_method",
        "three_marks",
        driver,
        (50, Fraction("37.5")),
        (None, 90),
    ),
    ("quota_base", "rated_a_b", limit_of(1, 4), 0, 1),
    ("quota_rounding", "half_up", limit_of(2, 3), 0, 1),
    ("quota_rounding", "at_least_one", limit_of(1, 0), 0, 1),
    ("coefficient_rounding", "down", quarter, Fraction("0.3"), Fraction("0.2")),
]


@pytest.mark.parametrize(
    ("code", "rival", "measure", "as_shipped", "otherwise"), RIVALS
)
def test_a_rival_reading_changes_the_result_as_its_note_says(
    law, rulebook, code, rival, measure, as_shipped, otherwise
):
    other = law.reading(**{"bonus_fixed_points": "2", code: rival})
    assert (measure(rulebook), measure(other)) == (as_shipped, otherwise)


def test_no_rival_reading_is_left_out(law):
    shipped = {line["code"]: line["value"] for line in law.table}
    readings = {
        (code, reading)
        for code, rule in RULES.items()
        if not rule.many and code not in OUTSIDE
        for reading in rule.choices
        if reading != shipped[code]
    }
    assert readings <= {(code, rival) for code, rival, *_rest in RIVALS}


LOWER_SCALE = {"total_max": "50", "band_a_from": "40", "band_b_from": "30"}
LOWER_SCALE |= {"band_c_from": "20"}


@pytest.mark.parametrize(
    ("numbers", "figure", "as_shipped", "otherwise"),
    [
        ({"fault_penalty": "50"}, "quality", "37.5", "25"),
        ({"late_penalty": "10"}, "progress", "25", "40"),
        ({"product_floor": "60"}, "progress", "25", "30"),
        ({"result_weight": "40"}, "total", "56.25", "45"),
        (LOWER_SCALE, "total", "56.25", "50"),
        ({"staff_ratios": "quantity"}, "result", "37.5", "50"),
    ],
)
def test_a_number_of_the_law_is_taken_from_its_row(
    law, rulebook, numbers, figure, as_shipped, otherwise
):
    before = score(HALF_DONE, MARKS, rulebook)
    after = score(HALF_DONE, MARKS, law.reading(**numbers))
    assert getattr(before, figure) == Fraction(as_shipped)
    assert getattr(after, figure) == Fraction(otherwise)


def test_a_bonus_weighs_as_much_as_its_row_says(law, rulebook):
    assert bonus(rulebook) == 70 * Fraction(11, 60)
    assert bonus(law.reading(bonus_weight="35")) == 35 * Fraction(11, 60)


def test_support_marks_not_given_are_reasons_and_not_zeros(law):
    rulebook = law.reading(support_worker_method="three_marks")
    sheet = score([], MARKS, rulebook, support=SupportMarks(90, None, None))
    assert [(gap.code, gap.subject) for gap in sheet.missing] == [
        ("support_mark_not_given", "compliance"),
        ("support_mark_not_given", "effectiveness"),
    ]
    assert not sheet.total


def test_support_marks_are_averaged_and_need_no_products(law):
    rulebook = law.reading(support_worker_method="three_marks")
    sheet = score([], MARKS, rulebook, support=SupportMarks(90, "85.5", 80))
    assert sheet.result == Fraction("85.1") + Fraction(1, 15)
    assert sheet.missing == ()
