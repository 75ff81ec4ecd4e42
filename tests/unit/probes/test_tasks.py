"""Work in shared threads: collected as it ends, never waited for longer than asked."""

import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import pytest

from probes.tasks import Tasks

LONG = 30.0


@pytest.fixture
def pool():
    with ThreadPoolExecutor(4) as threads:
        yield threads


def test_what_ends_is_told_once_and_in_that_order(pool):
    tasks, first_may_end, second_ended = Tasks(pool), threading.Event(), threading.Event()

    def slow():
        assert first_may_end.wait(LONG)
        return "slow"

    slow_one = tasks.start(slow)
    quick_one = tasks.start(second_ended.set)
    assert tasks.ended(LONG) == [quick_one]
    first_may_end.set()
    assert tasks.ended(LONG) == [slow_one]
    assert slow_one.result() == "slow"
    assert tasks.ended(0) == []


def test_all_that_have_ended_meanwhile_are_told_at_once(pool):
    tasks = Tasks(pool)
    started = [tasks.start(divmod, number, 2) for number in range(9)]
    pool.shutdown(wait=True)
    assert set(tasks.ended(0)) == set(started)


def test_an_error_is_kept_for_whoever_asks_for_the_result(pool):
    tasks = Tasks(pool)
    failing = tasks.start(divmod, 1, 0)
    assert tasks.ended(LONG) == [failing]
    with pytest.raises(ZeroDivisionError):
        failing.result()


@pytest.mark.parametrize("seconds", [0.0, 0.05])
def test_nothing_is_waited_for_longer_than_asked(pool, seconds):
    tasks, end = Tasks(pool), threading.Event()
    tasks.start(end.wait, LONG)
    begun = monotonic()
    assert tasks.ended(seconds) == []
    assert seconds <= monotonic() - begun < LONG / 2
    end.set()


def test_who_shares_the_threads_hears_nothing_of_the_others(pool):
    mine, theirs = Tasks(pool), Tasks(pool)
    one, another = mine.start(int), theirs.start(int)
    assert mine.ended(LONG) == [one]
    assert theirs.ended(LONG) == [another]
