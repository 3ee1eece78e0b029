"""Two taps at the very same moment give work once."""

import pytest

from .throwaway import throwaway

DRIVER = "giving_driver"
FORMS = 6


@pytest.fixture(scope="module")
def database():
    with throwaway("kpi_test_giving") as copy:
        copy.run(DRIVER, "prepare(env)")
        yield copy


def test_of_two_taps_at_once_one_gives_and_the_other_is_told(database):
    taps = [database.start(DRIVER, f"tap(env, {who}, {FORMS})") for who in (0, 1)]
    said = [process.stdout.read().split() for process in taps]
    assert [process.wait() for process in taps] == [0, 0], said
    assert [len(answers) for answers in said] == [FORMS, FORMS]
    for answers in zip(*said, strict=True):
        assert sorted(answers) == ["done", "refused"], said
    given = database.rows(
        "SELECT name, count(*) FROM kpi_assignment WHERE name LIKE 'Việc %%' "
        "GROUP BY name"
    )
    assert sorted(given) == [(f"Việc {number}", 1) for number in range(FORMS)]
