from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_evaluation.regulation.rulebook import (
    RULES,
    Row,
    RuleInvalid,
    RuleMissing,
    rule_codes,
)
from kpi_evaluation.regulation.scoring import Mark, Product, score

START = date(2026, 6, 1)
AUTUMN = date(2026, 10, 1)
THIS, OTHER = 7, 8


def own(value, day, company=THIS):
    return Row("quota_share", value, day, "an agency's decision", company)


def test_every_rule_has_one_row_and_every_row_is_a_rule(law):
    assert [line["code"] for line in law.table] == list(rule_codes())


@pytest.mark.parametrize("code", rule_codes())
def test_a_row_says_all_that_an_officer_needs(law, code):
    line = next(line for line in law.table if line["code"] == code)
    assert line["id"] == f"clause_{code}_20260601"
    assert line["unit"] == RULES[code].unit
    assert "Điều" in line["clause"]
    assert line["date_from"] == "2026-06-01"
    assert len(line["name"].split()) > 3
    assert line["note"].endswith(".")


@pytest.mark.parametrize(
    "code", [code for code, rule in RULES.items() if rule.choices and not rule.many]
)
def test_a_choice_explains_each_of_its_readings(law, code):
    note = next(line["note"] for line in law.table if line["code"] == code)
    readings = RULES[code].choices
    assert all(f"{reading} = " in note for reading in readings)
    assert len(readings) == 1 or "Cách đọc khác: " in note


def test_a_value_is_typed(rulebook):
    assert rulebook.result_weight == Fraction(70)
    assert rulebook.shown_decimals == 2
    assert rulebook.late_unit == "occurrence"
    assert rulebook.quarter_end_months == (3, 6, 9, 12)
    assert rulebook.bonus_cap is None
    assert type(rulebook.shown_decimals) is int


def test_a_rule_cites_its_row(rulebook):
    assert rulebook.clause("fault_penalty") == "Điều 11.2.b"
    with pytest.raises(KeyError):
        rulebook.clause("no_such_rule")


def test_rules_in_force_cannot_be_changed(rulebook):
    with pytest.raises(FrozenInstanceError):
        rulebook.quota_share = 100
    with pytest.raises(TypeError):
        rulebook.clauses["quota_share"] = "nowhere"


def test_before_the_regulation_there_is_no_law(law):
    with pytest.raises(RuleMissing, match="2026-05-31") as caught:
        law.on(START - timedelta(days=1))
    assert isinstance(caught.value, LookupError)
    assert caught.value.code == rule_codes()[0]


def test_an_amendment_leaves_earlier_months_alone(law):
    milder = Row("late_penalty", "10", AUTUMN, "Quyết định số 1")
    late = [Product(1, 1, 1, lates=1)]
    before = law.on(AUTUMN - timedelta(days=1), milder)
    after = law.on(AUTUMN, milder)
    assert before == law.on(START)
    assert score(late, [Mark(30, 30)], before).progress == 75
    assert score(late, [Mark(30, 30)], after).progress == 90
    cited = {step.code: step.clause for step in score(late, [], after).trace}
    assert cited["progress"] == "Quyết định số 1"


def test_an_agency_s_own_choice_beats_the_general_one_whatever_the_dates(law):
    rows = own("10", START), Row("quota_share", "15", AUTUMN), own("5", AUTUMN, OTHER)
    assert law.on(AUTUMN, *rows, company=THIS).quota_share == 10
    assert law.on(AUTUMN, *rows, company=OTHER).quota_share == 5
    assert law.on(AUTUMN, *rows, company=9).quota_share == 15
    assert law.on(AUTUMN, *rows).quota_share == 15


def test_an_agency_s_choice_does_not_hold_before_its_date(law):
    rows = own("10", AUTUMN), own("5", AUTUMN + timedelta(days=1))
    assert law.on(AUTUMN - timedelta(days=1), *rows, company=THIS).quota_share == 20
    assert law.on(AUTUMN, *rows, company=THIS).quota_share == 10
    assert law.on(date(2027, 1, 1), *rows, company=THIS).quota_share == 5


def test_a_missing_rule_is_named(law):
    rows = [row for row in law.rows if row.code != "quota_share"]
    with pytest.raises(RuleMissing, match=r"quota_share.*2026-10-01"):
        type(law.on(START)).in_force(rows, AUTUMN)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("quota_share", "twenty"),
        ("quota_share", ""),
        ("quota_share", None),
        ("quota_share", "100.5"),
        ("quota_share", "-1"),
        ("self_assessment_before", "32"),
        ("self_assessment_before", "0"),
        ("opinion_before", "25.5"),
        ("quarter_end_months", "3,6,13"),
        ("quarter_end_months", "3,3"),
        ("quarter_end_months", ""),
        ("late_unit", "hour"),
        ("late_unit", ""),
        ("leader_ratios", "quantity,charm"),
        ("shown_decimals", "1000000"),
        ("no_such_rule", "1"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(law, code, value):
    with pytest.raises(RuleInvalid, match=code) as caught:
        law.on(AUTUMN, Row(code, value, AUTUMN))
    assert isinstance(caught.value, ValueError)
    assert (caught.value.code, caught.value.value) == (code, value)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("band_b_from", "95"),
        ("band_c_from", "75"),
        ("total_max", "80"),
        ("quota_share_exceptional", "15"),
        ("opinion_before", "20"),
        ("quarter_end_decision_before", "10"),
        ("unit_ratio_full", "40"),
        ("bonus_method", "fixed"),  # but bonus_fixed_points is empty
    ],
)
def test_rules_that_deny_one_another_are_refused(law, code, value):
    with pytest.raises(RuleInvalid):
        law.on(AUTUMN, Row(code, value, AUTUMN))


def test_two_rows_of_one_day_cannot_say_different_things(law):
    with pytest.raises(RuleInvalid, match="quota_share"):
        law.on(
            AUTUMN, Row("quota_share", "15", AUTUMN), Row("quota_share", "10", AUTUMN)
        )
    with pytest.raises(RuleInvalid, match="quota_share"):
        law.on(AUTUMN, own("15", START), own("10", START), company=THIS)


def test_quarrels_that_are_over_or_elsewhere_do_not_count(law):
    over = own("15", START), own("10", START), own("12", AUTUMN)
    assert law.on(AUTUMN, *over, company=OTHER).quota_share == 20
    same = Row("quota_share", "20", START, "the same once more")
    assert law.on(START, same).quota_share == 20


@given(st.data())
def test_the_order_of_rows_does_not_count(law, data):
    amendments = [own("10", START), Row("quota_share", "15", AUTUMN), own("5", AUTUMN)]
    rows = data.draw(st.permutations([*law.rows, *amendments]))
    rulebook = type(law.on(START)).in_force(rows, AUTUMN, THIS)
    assert rulebook.quota_share == 5
    assert replace(rulebook, quota_share=Fraction(20)) == law.on(START)


def test_a_rule_is_read_as_its_type_says(rulebook):
    for code, hint in type(rulebook).__annotations__.items():
        if code in RULES and not RULES[code].many and not RULES[code].choices:
            assert isinstance(getattr(rulebook, code), get_args(hint)[0]), code
