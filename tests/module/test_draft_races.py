"""Two windows of one self-assessment at the same moment: one wins, one is told.

Real processes, each an Odoo of its own, which meet before every act.
"""

import pytest

from .draft_driver import WINDOWS
from .throwaway import throwaway

DRIVER = "draft_driver"


@pytest.fixture(scope="module")
def database():
    with throwaway("kpi_test_drafts") as copy:
        copy.run(DRIVER, "prepare(env)")
        yield copy


def both(database, call):
    """Start a part of the driver twice; what each of the two said, act by act."""
    processes = [database.start(DRIVER, call.format(who=who)) for who in (0, 1)]
    said = [process.stdout.read().split() for process in processes]
    assert [process.wait() for process in processes] == [0, 0], said
    return said


@pytest.mark.parametrize("whole", [True, False])
def test_of_two_windows_that_save_at_once_one_is_kept_and_the_other_is_told(
    database, whole
):
    said = both(database, f"save(env, {{who}}, whole={whole})")
    answers = dict(zip(WINDOWS, zip(*said, strict=True), strict=True))
    for windows, said in answers.items():
        assert sorted(said) == ["saved:kept", "stale:lost"], (windows, answers)


def test_what_is_handed_in_is_what_the_person_saw_when_another_window_saves(database):
    saved, handed_in = both(database, "hand_in(env, {who})")
    assert (saved, handed_in) in ((["saved"], ["stale"]), (["refused"], ["saved"]))
    ((state, words),) = database.rows(
        "SELECT state, self_strengths FROM kpi_appraisal "
        "WHERE employee_name = 'Lê Văn Bình'"
    )
    is_handed_in = handed_in == ["saved"]
    assert (state, words) == (
        ("self_assessed", "Nộp") if is_handed_in else ("draft", "Chỉ lưu")
    )
