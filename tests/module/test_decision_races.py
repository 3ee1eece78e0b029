"""Deciders at once, a double click, a kill -9: nothing lost, nothing twice."""

import json

import pytest

from .throwaway import throwaway

DRIVER = "decision_driver"
AT_ONCE, IN_PORTIONS, BY_MANY, PRINTED = 1000, 200, 60, 8
BLOCKS = (
    f"at_once={AT_ONCE}, in_portions={IN_PORTIONS}, by_many={BY_MANY}, "
    f"printed={PRINTED}"
)


@pytest.fixture(scope="module")
def database():
    with throwaway("kpi_test_races") as copy:
        copy.run(DRIVER, f"prepare(env, {BLOCKS})")
        yield copy


def links_and_sheets(database, block):
    """How many sheets of a block are decided, how many links and files they have."""
    ((decided, links, files),) = database.rows(
        "SELECT count(DISTINCT sheet.id) FILTER (WHERE sheet.state = 'decided'), "
        "count(link.id), count(link.pdf_id) FROM kpi_appraisal sheet "
        "LEFT JOIN kpi_decision link ON link.appraisal_id = sheet.id "
        "WHERE sheet.job_title = %s",
        block,
    )
    return decided, links, files


def assert_whole(database):
    """The book is numbered from 1 without a gap, and every check finds it whole."""
    numbers = database.rows("SELECT number FROM kpi_decision ORDER BY number")
    assert [number for (number,) in numbers] == [*range(1, len(numbers) + 1)]
    *_said, answer = database.run(DRIVER, "check(env)")
    assert json.loads(answer) == [[]]


def test_killed_while_deciding_1000_at_once_nothing_is_decided_and_again_all(database):
    call = "decide_at_once(env, 'at_once')"
    database.kill_at(DRIVER, call, "written", times=5)
    assert links_and_sheets(database, "at_once") == (0, 0, 0)
    database.run(DRIVER, call)
    assert links_and_sheets(database, "at_once") == (AT_ONCE, AT_ONCE, 0)
    assert_whole(database)


def test_killed_between_portions_each_is_whole_or_not_there(database):
    call = "decide_in_portions(env, 'in_portions', 20)"
    database.kill_at(DRIVER, call, "deciding", times=4)
    decided, links, _files = links_and_sheets(database, "in_portions")
    assert decided == links
    assert decided in (60, 80), "whole portions, as far as it came"
    database.run(DRIVER, call)
    decided, links, _files = links_and_sheets(database, "in_portions")
    assert (decided, links) == (IN_PORTIONS, IN_PORTIONS)
    assert_whole(database)


def test_of_deciders_at_once_each_sheet_obeys_one_and_the_book_has_no_fork(database):
    said = database.run(DRIVER, "decide_by_many(env, 'by_many', 3)")
    decided, refused = map(int, said[-1].split())
    assert decided == refused == BY_MANY // 5, "the other of two clicks is refused"
    assert links_and_sheets(database, "by_many") == (BY_MANY, BY_MANY, 0)
    assert_whole(database)


def test_killed_while_printing_each_file_is_there_once_or_not_yet(database):
    database.run(DRIVER, f"decide_in_portions(env, 'printed', {PRINTED})")
    least = 0
    for moment, times, more in (
        ("keeping", 2, 1),
        ("printed", 3, 3),
        ("printed", 3, 3),
    ):
        database.kill_at(DRIVER, "print_files(env)", moment, times)
        least += more
        ((files, attachments),) = database.rows(
            "SELECT count(pdf_id), (SELECT count(*) FROM ir_attachment "
            "WHERE res_model = 'kpi.decision') FROM kpi_decision"
        )
        assert files == attachments
        assert files >= least
    assert_whole(database)
