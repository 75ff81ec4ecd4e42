"""A signal to end is heard whichever thread the system hands it to, and as often as it comes."""

import os
import signal
import threading

import pytest

from advisor.text import Language
from advisor.web.commands.probe_batch import _stopped_by_keys
from advisor.web.stop_signals import STOPPING, on_stop_signals
from probes.batch import Signals

BOTH = pytest.mark.parametrize("number", STOPPING)


@BOTH
def test_it_is_heard_by_a_main_thread_that_only_waits(number) -> None:
    told, over = threading.Event(), threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        with on_stop_signals(told.set):
            threading.Timer(0.1, signal.pthread_kill, (other.ident, number)).start()
            assert told.wait(30)
    finally:
        over.set()
        other.join()


@BOTH
def test_each_one_counts_even_while_the_last_is_being_acted_upon(number) -> None:
    heard, twice = [], threading.Semaphore(0)

    def act() -> None:
        heard.append(threading.current_thread())
        twice.release()

    with on_stop_signals(act):
        for times in (1, 2):
            os.kill(os.getpid(), number)
            assert twice.acquire(timeout=30)
            assert len(heard) == times
    assert threading.main_thread() not in heard


def test_a_lock_that_the_interrupted_line_holds_stops_nobody() -> None:
    told = threading.Event()
    with on_stop_signals(told.set):
        with told._cond:
            os.kill(os.getpid(), signal.SIGTERM)
        assert told.wait(30)


def test_afterwards_signals_mean_what_they_did_before_and_no_thread_is_left() -> None:
    before = {number: signal.getsignal(number) for number in STOPPING}
    threads = threading.active_count()
    with on_stop_signals(lambda: None):
        assert {number: signal.getsignal(number) for number in STOPPING} != before
    assert {number: signal.getsignal(number) for number in STOPPING} == before
    assert signal.set_wakeup_fd(-1) == -1
    assert threading.active_count() == threads


def test_other_signals_are_not_taken_for_one() -> None:
    told, seen = threading.Event(), []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: seen.append(number))
    try:
        with on_stop_signals(told.set):
            signal.raise_signal(signal.SIGUSR1)
        assert seen == [signal.SIGUSR1]
        assert not told.is_set()
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_a_batch_hears_the_second_key_even_where_nobody_reads_what_it_says_to_the_first(monkeypatch) -> None:
    said = threading.Semaphore(0)

    def gone(*_words, **_named) -> None:
        said.release()
        raise BrokenPipeError

    monkeypatch.setattr("advisor.web.commands.probe_batch.click.echo", gone)
    signals = Signals()
    with _stopped_by_keys(signals, Language.DE):
        os.kill(os.getpid(), signal.SIGINT)
        assert said.acquire(timeout=30)
        assert (signals.halt.is_set(), signals.cancel.is_set()) == (True, False)
        os.kill(os.getpid(), signal.SIGINT)
        assert signals.cancel.wait(30)
