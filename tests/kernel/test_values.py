import operator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.values import Missing, exact, shown


@pytest.mark.parametrize(
    ("value", "fraction"),
    [
        (3, "3"),
        (0.1, "1/10"),
        (1e-7, "1/10000000"),
        (-2.5, "-5/2"),
        (" 2.50 ", "5/2"),
        ("2/3", "2/3"),
        (Decimal("0.10"), "1/10"),
        (Fraction(1, 3), "1/3"),
    ],
)
def test_a_number_means_what_its_writer_wrote(value, fraction):
    assert exact(value) == Fraction(fraction)


@pytest.mark.parametrize(
    "value",
    [
        *(None, "", " ", "abc", "1e999999999", "1/0", "0,8", "nan", [], b"1"),
        *(float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")),
        *(True, False, Missing("nothing_assigned")),
    ],
)
def test_what_is_no_number_is_refused_in_words(value):
    with pytest.raises(ValueError, match="number"):
        exact(value)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_survives_the_way_there_and_back(value):
    assert float(exact(value)) == value


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("89.996", 2, "89.99"),
        ("90", 2, "90.00"),
        ("200/3", 2, "66.66"),
        ("-1/3", 2, "-0.33"),
        ("-1/1000", 2, "0.00"),
        ("199/100", 0, "1"),
        ("1/3", 28, "0." + "3" * 28),
    ],
)
def test_shown_values_are_cut_off_and_never_rounded(value, decimals, text):
    assert str(shown(Fraction(value), decimals)) == text


@given(st.fractions(0, 100), st.integers(0, 6))
def test_nothing_is_shown_higher_than_it_is(value, decimals):
    less = value - Fraction(shown(value, decimals))
    assert 0 <= less < Fraction(1, 10**decimals)


@pytest.mark.parametrize(
    "calculate",
    [
        operator.add,
        operator.sub,
        operator.mul,
        operator.truediv,
        operator.lt,
        max,
        round,
    ],
)
def test_missing_takes_no_part_in_arithmetic(calculate):
    gap = Missing("nothing_assigned")
    with pytest.raises(TypeError):
        calculate(gap, 1)
    with pytest.raises(TypeError):
        calculate(1, gap)


@pytest.mark.parametrize(
    "convert", [int, float, Fraction, Decimal, "{:.2f}".format, abs]
)
def test_missing_turns_into_no_number(convert):
    with pytest.raises((TypeError, ValueError)):
        convert(Missing("nothing_assigned"))


def test_missing_is_no_and_is_not_zero():
    assert not Missing("nothing_assigned")
    assert Missing("nothing_assigned") != 0
    assert Missing("criterion_without_points", "I") == Missing(
        "criterion_without_points", "I"
    )
