"""The Ministry's worked tables (chapters VI and VII), as tables.

They print every figure rounded half up to one decimal, yet go on with the unrounded
one: 15,06 is printed 15,1, but 15,1 / 16,8 would be 89,9 and they print 89,6. So exact
values, rounded only here, must agree with all of them. The add-on itself shows two
decimals, cut off.
"""

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_evaluation.regulation.coefficient import coefficient_of
from kpi_evaluation.regulation.deadlines import late_count
from kpi_evaluation.regulation.scoring import LeaderFacts, Mark, Product, score
from kpi_evaluation.regulation.values import shown

# Coefficient, assigned, completed, deadline, handed in, quality faults. The faults are
# derived: our copy of table 3 lacks its last columns, and 68,8 % means one fault in the
# second row and two in the third.
TASKS = [
    ("1.0", "5.0", "4.0", date(2025, 11, 15), date(2025, 11, 19), 0),
    ("2.7", "3.0", "3.0", date(2025, 11, 10), date(2025, 11, 12), 1),
    ("3.7", "1.0", "0.8", date(2025, 11, 19), date(2025, 11, 18), 2),
]


def as_printed(value):
    return Decimal(math.floor(value * 10 + Fraction(1, 2))) / 10


def products(rulebook):
    return [
        Product(k, assigned, done, faults, late_count(deadline, [handed_in], rulebook))
        for k, assigned, done, deadline, handed_in, faults in TASKS
    ]


@pytest.fixture
def by_days(law):
    return law.reading(late_unit="day")


@pytest.fixture
def staff(by_days):
    return score(products(by_days), [Mark(30, 30)], by_days)


@pytest.mark.parametrize(
    ("row", "assigned", "completed"),
    [(0, "5.0", "4.0"), (1, "8.1", "8.1"), (2, "3.7", "3.0")],
)
def test_table_1_converts_each_line(by_days, row, assigned, completed):
    product = products(by_days)[row]
    assert as_printed(product.worth) == Decimal(assigned)
    assert as_printed(product.done) == Decimal(completed)


def test_table_1_adds_up_the_converted_lines(staff):
    quantity = next(step for step in staff.trace if step.code == "quantity")
    assert quantity.denominator == Fraction("16.8")
    assert quantity.numerator == Fraction("15.06")
    assert as_printed(quantity.numerator) == Decimal("15.1")


def test_the_handbook_does_not_go_on_with_rounded_figures(staff):
    chained = Fraction("15.1") / Fraction("16.8") * 100
    assert as_printed(chained) == Decimal("89.9")
    assert as_printed(staff.quantity) == Decimal("89.6")


@pytest.mark.parametrize(
    ("figure", "printed", "on_screen"),
    [
        ("quantity", "89.6", "89.64"),  # a, table 1
        ("quality", "68.8", "68.77"),  # b, table 3
        ("progress", "41.7", "41.72"),  # c, table 2
        ("result", "66.7", "66.71"),  # table 4.1
        ("total", "76.7", "76.70"),  # chapter VII, with 30 general points
    ],
)
def test_tables_1_to_4_1_and_chapter_vii(staff, figure, printed, on_screen):
    assert as_printed(getattr(staff, figure)) == Decimal(printed)
    assert str(shown(getattr(staff, figure), 2)) == on_screen


def test_table_2_counts_days_late_and_four_days_lose_a_product_altogether(by_days):
    assert [product.lates for product in products(by_days)] == [4, 2, 0]


def test_by_occurrences_the_same_hand_ins_lose_far_less(rulebook):
    assert [product.lates for product in products(rulebook)] == [1, 1, 0]
    # 4 × 0,75 + 8,1 × 0,75 + 2,96 over 16,8
    progress = score(products(rulebook), [Mark(30, 30)], rulebook).progress
    assert progress == Fraction("12.035") / Fraction("16.8") * 100


def test_chapter_vii_lands_in_band_b(staff):
    assert staff.grade == "b"


def test_table_4_2_averages_six_ratios_for_a_leader(by_days):
    facts = LeaderFacts(("c", "d"), organising="reduced", unity="full")
    leader = score(products(by_days), [Mark(30, 30)], by_days, facts)
    assert (leader.unit, leader.organising, leader.unity) == (50, 50, 100)
    assert as_printed(leader.result) == Decimal("66.7")


def test_table_4_2_contradicts_its_own_text_on_d(by_days):
    """The text says that nobody led is below 50 points; then d is 100, not 50."""
    facts = LeaderFacts(("c", "b"), organising="reduced", unity="full")
    leader = score(products(by_days), [Mark(30, 30)], by_days, facts)
    assert leader.unit == 100
    assert as_printed(leader.result) == Decimal("75.0")


@pytest.mark.parametrize(
    ("points", "coefficient"),
    [
        (5, "1"),
        (4, "0.8"),
        (8, "1.6"),
        (40, "8"),
        (30, "6"),
        (100, "20"),
        (50, "10"),
        (80, "16"),
        (250, "50"),
    ],
)
def test_the_example_of_coefficients(rulebook, points, coefficient):
    assert coefficient_of(points, 5, rulebook) == Fraction(coefficient)
