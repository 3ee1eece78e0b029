"""A token bucket for everybody who asks; the time is given."""

import doctest
from concurrent.futures import ThreadPoolExecutor

import pytest

from kpi_evaluation import throttle as module
from kpi_evaluation.throttle import Throttle

BURST, RATE, ROOM = 60, 10, 100


@pytest.fixture
def throttle():
    return Throttle(BURST, RATE, ROOM)


def served(throttle, times, now, who="An"):
    return sum(not throttle.ask(who, now).wait for _time in range(times))


def test_what_the_docstrings_say_is_true():
    assert not doctest.testmod(module).failed


def test_a_burst_is_served_and_what_is_above_it_is_not(throttle):
    assert served(throttle, 200, 0) == BURST


@pytest.mark.parametrize(
    ("seconds", "again"), [(0, 0), (0.05, 0), (0.1, 1), (1, 10), (6, 60), (3600, 60)]
)
def test_after_a_burst_as_many_are_served_as_have_run_in_since(
    throttle, seconds, again
):
    served(throttle, 200, 0)
    assert served(throttle, 200, seconds) == again


def test_whoever_keeps_to_the_rate_is_always_served(throttle):
    served(throttle, BURST, 0)
    assert all(not throttle.ask("An", 1 + one / RATE).wait for one in range(1000))


def test_somebody_else_is_served_meanwhile(throttle):
    served(throttle, 200, 0)
    assert served(throttle, BURST, 0, who="Bình") == BURST


@pytest.mark.parametrize(("rate", "wait"), [(10, 1), (1, 1), (0.5, 2), (0.1, 10)])
def test_whoever_is_refused_is_told_after_how_many_whole_seconds_to_come(rate, wait):
    throttle = Throttle(1, rate, ROOM)
    throttle.ask("An", 0)
    assert throttle.ask("An", 0).wait == wait
    assert not throttle.ask("An", wait).wait


def test_a_flood_is_news_once_until_the_bucket_was_full_again(throttle):
    def news(now):
        return sum(throttle.ask("An", now).is_first_refusal for _time in range(200))

    assert [news(now) for now in (0, 0.5, 3, 8, 20, 20.5)] == [1, 0, 0, 0, 1, 0]


def test_a_clock_that_stands_or_goes_back_gives_nothing_away(throttle):
    served(throttle, BURST, 100)
    assert served(throttle, 10, 50) == 0
    assert served(throttle, 10, 100) == 0


def test_whoever_asked_longest_ago_is_forgotten_first_and_the_room_is_kept(throttle):
    served(throttle, BURST, 0)
    for number in range(ROOM - 1):
        throttle.ask(number, 0)
    assert throttle.ask("An", 0).wait, "still known"
    for number in range(ROOM * 3):
        throttle.ask(f"other {number}", 0)
    assert len(throttle) == ROOM
    assert served(throttle, BURST, 0) == BURST, "forgotten, hence full"


def test_of_many_threads_together_no_more_is_served_than_of_one(throttle):
    with ThreadPoolExecutor(8) as threads:
        counts = threads.map(lambda _one: served(throttle, 50, 0), range(8))
        assert sum(counts) == BURST
