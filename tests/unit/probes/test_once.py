"""What is made once is made once, also by many at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from probes.once import once

THREADS = 8


def test_many_who_ask_at_once_get_the_same_one():
    made, all_ask, others_wait = [], Barrier(THREADS), Event()

    @once
    def value():
        others_wait.wait(0.2)  # long enough for the others to arrive; nobody ends this wait
        made.append(object())
        return made[-1]

    def ask():
        all_ask.wait(60)
        return value()

    with ThreadPoolExecutor(THREADS) as pool:
        got = [each.result() for each in [pool.submit(ask) for _ in range(THREADS)]]
    assert len(made) == 1
    assert set(got) == set(made)


def test_nothing_is_made_before_somebody_asks_and_none_is_a_value_too():
    made = []

    @once
    def value():
        made.append(None)

    assert made == []
    assert (value(), value(), made) == (None, None, [None])


def test_after_an_error_the_next_one_tries_again():
    answers = [ValueError("the file is being written"), "read"]

    @once
    def value():
        answer = answers.pop(0)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    with pytest.raises(ValueError, match="being written"):
        value()
    assert value() == value() == "read"
