import json
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

WORK = [Product(2, 3, 3, faults=1), Product(1, 4, 2), Product(1, 1, 1, extra=True)]
MARKS = [Mark(15, 20, "I"), Mark(10, 10, "II")]
LEADER = LeaderFacts(("a", "b", "c", "d", None), organising="full", unity="reduced")
STAFF_STEPS = ["assigned_base", "quantity", "quality", "progress", "result"]
STAFF_STEPS += ["general", "bonus", "total", "grade"]
LEADER_STEPS = [*STAFF_STEPS[:4], "unit", "organising", "unity", *STAFF_STEPS[4:]]


def lines(result):
    return {step.code: step for step in result.trace}


@pytest.fixture
def sheet(rulebook):
    return score(WORK, MARKS, rulebook, LEADER)


def test_every_figure_has_its_line_in_the_order_of_the_law(rulebook, sheet):
    staff = score(WORK, MARKS, rulebook)
    assert [step.code for step in staff.trace] == STAFF_STEPS
    assert [step.code for step in sheet.trace] == LEADER_STEPS


def test_a_line_gives_the_figure_of_the_score(sheet):
    for code, step in lines(sheet).items():
        assert code == "assigned_base" or step.value == getattr(sheet, code)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator", "value", "clause"),
    [
        ("assigned_base", 10, 1, 10, "Điều 11.1, Điều 15.1.d"),
        ("quantity", 8, 10, 80, "Điều 11.2.a"),
        ("quality", "6.5", 10, 65, "Điều 11.2.b"),
        ("progress", 8, 10, 80, "Điều 11.2.c"),
        ("unit", 3, 5, 50, "Điều 12.3.a"),
        ("organising", 100, 100, 100, "Điều 12.3.b"),
        ("unity", 50, 100, 50, "Điều 12.3.c"),
        ("result", 425, 6, "425/6", "Điều 13.2"),
        ("general", 25, 30, 25, "Điều 7.2"),
        ("bonus", 30, 3, 7, "Điều 14, Điều 15.1.d"),
        ("total", "979/12", 100, "979/12", "Điều 7.3, Điều 14"),
        ("grade", "979/12", 100, "b", "Điều 8.2"),
    ],
)
def test_a_line_says_what_over_what_and_by_which_clause(
    sheet, code, numerator, denominator, value, clause
):
    step = lines(sheet)[code]
    assert step.numerator == Fraction(numerator)
    assert step.denominator == Fraction(denominator)
    assert step.value == (value if value == "b" else Fraction(value))
    assert step.clause == clause


def test_a_line_says_how_much_faults_took_away(sheet):
    terms = dict(lines(sheet)["quality"].terms)
    assert (terms["completed"], terms["lost"]) == (8, Fraction("1.5"))


@pytest.mark.parametrize(
    ("method", "numerator", "value"), [("none", 0, 0), ("fixed", 1, 2)]
)
def test_a_bonus_of_fixed_points_counts_the_tasks(law, method, numerator, value):
    rulebook = law.reading(bonus_method=method, bonus_fixed_points="2")
    bonus = lines(score(WORK, MARKS, rulebook))["bonus"]
    assert (bonus.numerator, bonus.denominator, bonus.value) == (numerator, 1, value)


def test_a_support_worker_s_marks_are_lines_too(law):
    rulebook = law.reading(support_worker_method="three_marks")
    sheet = score([], MARKS, rulebook, support=SupportMarks(0, 100, 50))
    step = lines(sheet)["effectiveness"]
    assert (step.numerator, step.denominator, step.value) == (50, 100, 50)
    assert [code for code, _value in lines(sheet)["result"].terms] == [
        "work_quality",
        "compliance",
        "effectiveness",
    ]


def test_the_parts_of_a_total_add_up_to_it(sheet):
    assert sum(dict(lines(sheet)["total"].terms).values()) == sheet.total


def test_a_capped_total_cites_the_cap(rulebook):
    generous = [Product(1, 1, 1), Product(1, 1, 1, extra=True)]
    total = lines(score(generous, [Mark(30, 30)], rulebook))["total"]
    assert (total.numerator, total.value) == (170, 100)
    assert "Điều 8.1" in total.clause
    exactly = lines(score([Product(1, 1, 1)], [Mark(30, 30)], rulebook))["total"]
    assert (exactly.value, exactly.clause) == (100, "Điều 7.3, Điều 14")


def test_the_trace_says_which_denominator_was_used(law, sheet):
    other = score(WORK, MARKS, law.reading(ratio_denominator="completed"), LEADER)
    for result, reading, over in ((sheet, "assigned", 10), (other, "completed", 8)):
        quality = lines(result)["quality"]
        assert ("ratio_denominator", reading) in quality.terms
        assert quality.denominator == over


def test_a_missing_figure_shows_its_reason_in_its_line(rulebook):
    result = score([], MARKS, rulebook)
    assert lines(result)["quantity"].value == Missing("nothing_assigned")
    assert lines(result)["total"].numerator is None


@pytest.mark.parametrize("work", [WORK, []])
def test_a_trace_goes_through_json_unharmed(rulebook, work):
    result = score(work, MARKS, rulebook, LEADER)
    plain = [step.as_dict() for step in result.trace]
    assert json.loads(json.dumps(plain)) == plain
    read = {line["code"]: line for line in plain}
    if work:
        assert Fraction(read["total"]["value"]) == result.total
        assert read["quality"]["numerator"] == "13/2"
    else:
        gap = {"missing": "nothing_assigned", "subject": ""}
        assert read["total"]["value"] == gap
