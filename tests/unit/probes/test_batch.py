"""Many runs at once, without any network: how many, in which order, and how a batch ends early."""

import threading
import time
from collections import Counter

import pytest

from probes import batch
from probes.batch import Signals, in_turn
from probes.fairness import Place, Turn
from probes.meeting import Meet, OccupiedError
from probes.results import ProbeReport
from probes.target import Target
from tests.made_up.whole_report import AT


def targets(*names: str) -> list[Target]:
    return [Target(name, name) for name in names]


class Runs:
    """A probe that takes ``seconds`` and notes what was under way at the same moment."""

    def __init__(self, seconds: float = 0.02, provider=lambda name: name) -> None:
        self._seconds = seconds
        self._provider = provider
        self._lock = threading.Lock()
        self._now: Counter[str] = Counter()
        self.order: list[str] = []
        self.most = 0
        self.most_of_one = 0

    def locate(self, target: Target) -> Place:
        return Place(self._provider(target.domain))

    def __call__(self, turn: Turn, cancel: threading.Event, _meet: Meet) -> ProbeReport:
        domain = turn.target.domain
        provider = self._provider(domain)
        with self._lock:
            self.order.append(domain)
            self._now[provider] += 1
            self.most = max(self.most, self._now.total())
            self.most_of_one = max(self.most_of_one, self._now[provider])
        cancel.wait(self._seconds)
        with self._lock:
            self._now[provider] -= 1
        return ProbeReport(domain, AT, 1, "test")


def domains(reports) -> list[str]:
    return [report.domain for report in reports]


def test_every_target_has_its_report_and_no_more_run_at_once_than_allowed() -> None:
    runs, names = Runs(), [f"d{number}" for number in range(40)]
    found = domains(in_turn(targets(*names), runs.locate, runs, 5, Signals()))
    assert sorted(found) == sorted(names)
    assert runs.most == 5


def test_no_provider_sees_more_than_two_and_others_are_not_kept_waiting() -> None:
    runs = Runs(provider=lambda name: name[0])
    names = [f"a{number}" for number in range(12)] + ["b", "c", "d"]
    assert len(domains(in_turn(targets(*names), runs.locate, runs, 8, Signals()))) == 15
    assert runs.most_of_one == 2
    assert {"b", "c", "d"} < set(runs.order[:5])


def test_a_long_list_is_read_only_as_far_as_needed(monkeypatch) -> None:
    monkeypatch.setattr(batch, "WINDOW", 10)
    read = []

    def endless():
        for number in range(10**9):
            read.append(number)
            yield Target(f"d{number}", "")

    runs = Runs(seconds=0.001)
    reports = in_turn(endless(), runs.locate, runs, 2, Signals())
    for _ in range(5):
        next(reports)
    reports.close()
    assert len(read) < 60


def test_a_halt_begins_nothing_new_and_hands_over_what_was_running() -> None:
    signals, runs = Signals(), Runs(seconds=0.2)
    reports = in_turn(targets(*(f"d{number}" for number in range(20))), runs.locate, runs, 3, signals)
    found = [next(reports).domain]
    signals.halt.set()
    found += domains(reports)
    assert sorted(found) == sorted(runs.order)
    assert 3 <= len(found) <= 6


def test_a_cancelled_run_hands_over_nothing() -> None:
    signals, runs = Signals(), Runs(seconds=30)
    threading.Timer(0.1, lambda: (signals.halt.set(), signals.cancel.set())).start()
    started = time.monotonic()
    assert domains(in_turn(targets("a", "b"), runs.locate, runs, 2, signals)) == []
    assert time.monotonic() - started < 2


def test_whoever_stops_listening_waits_for_no_run() -> None:
    runs = Runs(seconds=30, provider=lambda _name: "one")
    reports = in_turn(targets("a"), runs.locate, lambda *_given: ProbeReport("a", AT, 1, ""), 2, Signals())
    assert next(reports).domain == "a"
    reports.close()


def test_an_error_of_a_run_ends_the_batch() -> None:
    def broken(*_given: object) -> ProbeReport:
        raise ValueError("unusable options")

    with pytest.raises(ValueError, match="unusable options"):
        list(in_turn(targets("a"), Runs().locate, broken, 2, Signals()))


def test_who_comes_upon_the_server_of_another_goes_back_and_is_made_again_after_it() -> None:
    """Nothing in the DNS tells of the server; a run learns of it on the way."""
    lock, now, most, ended, tried = threading.Lock(), [0], [0], [], Counter[str]()

    def probe(turn: Turn, cancel: threading.Event, meet: Meet) -> ProbeReport:
        domain = turn.target.domain
        tried[domain] += 1
        if not meet(frozenset({"imap.hoster.example", "192.0.2.7"})):
            raise OccupiedError(frozenset({"192.0.2.7"}))
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        cancel.wait(0.02)
        with lock:
            now[0] -= 1
        ended.append(domain)
        return ProbeReport(domain, AT, 1, "test")

    names = [f"d{number}" for number in range(8)]
    found = domains(in_turn(targets(*names), Runs().locate, probe, 8, Signals()))
    assert sorted(found) == sorted(ended) == names
    assert most == [1]
    assert sorted(tried.values()) == [1] + 7 * [2], "once it is known where they lead, they wait for each other"
