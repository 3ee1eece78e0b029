"""Two judges at once, a double click, a lost database: the share of A and the book.

Real processes, each an Odoo of its own, which meet before every act.
"""

import json
from contextlib import closing

import psycopg2
import pytest

from .throwaway import throwaway

DRIVER = "month_driver"
UNITS, SHEETS, PORTION = 6, 40, 5


@pytest.fixture(scope="module")
def database():
    with throwaway("kpi_test_month") as copy:
        copy.run(DRIVER, f"prepare(env, units={UNITS}, sheets={SHEETS})")
        yield copy


def both(database, call):
    """Start a part of the driver twice; what each of the two said, act by act."""
    processes = [database.start(DRIVER, call.format(who=who)) for who in (0, 1)]
    said = [process.stdout.read().split() for process in processes]
    assert [process.wait() for process in processes] == [0, 0], said
    return said


def classes_of_units(database, block):
    """{unit: how many are (decided A, B)} of the units of a block."""
    rows = database.rows(
        "SELECT job_title, "
        "count(*) FILTER (WHERE grade = 'a' AND state = 'decided'), "
        "count(*) FILTER (WHERE coalesce(grade, proposed_grade) = 'b') "
        "FROM kpi_appraisal WHERE job_title LIKE %s GROUP BY job_title",
        f"{block} %",
    )
    return {unit: counts for unit, *counts in rows}


def counts_of(database, block):
    """How many sheets are decided, links there are, and notes of a decision."""
    ((decided, links, notes),) = database.rows(
        "SELECT count(DISTINCT sheet.id) FILTER (WHERE sheet.state = 'decided'), "
        "count(DISTINCT link.id), count(DISTINCT value.id) "
        "FROM kpi_appraisal sheet "
        "LEFT JOIN kpi_decision link ON link.appraisal_id = sheet.id "
        "LEFT JOIN mail_message note ON note.res_id = sheet.id "
        "AND note.model = 'kpi.appraisal' "
        "LEFT JOIN mail_tracking_value value ON value.mail_message_id = note.id "
        "AND value.field_id = (SELECT id FROM ir_model_fields "
        "WHERE model = 'kpi.appraisal' AND name = 'grade') "
        "WHERE sheet.job_title = %s",
        block,
    )
    return decided, links, notes


def assert_whole(database):
    """The book is numbered from 1 without a gap, and every check finds it whole."""
    numbers = database.rows("SELECT number FROM kpi_decision ORDER BY number")
    assert [number for (number,) in numbers] == [*range(1, len(numbers) + 1)]
    *_said, answer = database.run("decision_driver", "check(env)")
    assert json.loads(answer) == [[]]


def test_of_two_who_raise_to_a_at_once_only_one_may_where_b_is_just_enough(database):
    """A decided A needs five B of the six; each of two judges wants one B to be A."""
    said = both(database, f"raise_one(env, {{who}}, {UNITS})")
    for answers in zip(*said, strict=True):
        assert sorted(answers) == ["done", "refused"], said
    units = classes_of_units(database, "raise")
    assert len(units) == UNITS
    assert all(counts == [1, 5] for counts in units.values()), units


def test_an_a_is_decided_or_a_b_under_it_goes_but_never_both(database):
    said = both(database, f"take(env, {{who}}, {UNITS})")
    for answers in zip(*said, strict=True):
        assert sorted(answers) == ["done", "refused"], said
    units = classes_of_units(database, "take")
    assert len(units) == UNITS
    assert all(counts in ([1, 5], [0, 4]) for counts in units.values()), units
    assert_whole(database)


def test_a_double_click_in_a_session_decides_once(database):
    assert sorted(both(database, "click(env, {who})")) == [["done"], ["refused"]]
    assert counts_of(database, "clicked") == (SHEETS, SHEETS, SHEETS)
    assert_whole(database)


def test_a_judge_and_the_substitute_decide_the_same_sheets_once(database):
    """One from the beginning, the other from the end, until they cross."""
    said = both(database, f"decide_portions(env, {{who}}, {PORTION})")
    portions = SHEETS // PORTION
    assert [len(answers) for answers in said] == [portions, portions]
    assert sum(answers.count("done") for answers in said) == portions, said
    assert all("done" in answers for answers in said), said
    assert counts_of(database, "two") == (SHEETS, SHEETS, SHEETS)
    assert_whole(database)


def test_when_the_database_goes_while_deciding_the_act_is_repeated_whole(database):
    """The connections are cut when half of a batch is written; then all comes."""
    call = f"decide_through_a_breakdown(env, {SHEETS // PORTION})"
    process = database.start(DRIVER, call)
    assert process.stdout.readline().strip() == "waiting"
    assert counts_of(database, "gone") == (0, 0, 0)
    cut_all_connections(database.name)
    assert process.stdout.read().split() == ["gone", "decided"]
    assert process.wait() == 0
    assert counts_of(database, "gone") == (SHEETS, SHEETS, SHEETS)
    assert_whole(database)


def cut_all_connections(name):
    with closing(psycopg2.connect(dbname="postgres")) as connection:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            (name,),
        )
        assert cursor.rowcount
