"""Many runs at once, without any network: how many, in which order, and how a batch ends early."""

import threading
from collections import Counter

import pytest

from probes import batch
from probes.batch import Signals, in_turn
from probes.fairness import Place, Turn
from probes.meeting import Meet, OccupiedError
from probes.results import ProbeReport
from probes.target import Target
from tests.made_up.whole_report import AT

PATIENCE = 60.0  # seconds for what comes about at once, however busy the machine is
FOREVER = 600.0


def targets(*names: str) -> list[Target]:
    return [Target(name, name) for name in names]


class Runs:
    """A probe that takes ``seconds`` and notes what was under way at the same moment.

    ``together``: none ends before so many were under way at once; ``of_one``: nor does any but the first run against a
    provider before so many against one were.
    """

    def __init__(self, seconds: float = 0.02, provider=lambda name: name, together: int = 1, of_one: int = 1) -> None:
        self._seconds = seconds
        self._provider = provider
        self._together = together
        self._of_one = of_one
        self._all_here, self._all_of_one = threading.Event(), threading.Event()
        self._lock = threading.Lock()
        self._now: Counter[str] = Counter()
        self.order: list[str] = []
        self.most = 0
        self.most_of_one = 0
        self.called_off: list[str] = []

    def locate(self, target: Target) -> Place:
        return Place(self._provider(target.domain))

    def __call__(self, turn: Turn, cancel: threading.Event, _meet: Meet) -> ProbeReport:
        domain = turn.target.domain
        provider = self._provider(domain)
        with self._lock:
            first = provider not in map(self._provider, self.order)
            self.order.append(domain)
            self._now[provider] += 1
            self.most = max(self.most, self._now.total())
            self.most_of_one = max(self.most_of_one, self._now[provider])
            if self.most >= self._together:
                self._all_here.set()
            if self.most_of_one >= self._of_one:
                self._all_of_one.set()
        assert self._all_here.wait(PATIENCE)
        assert first or self._all_of_one.wait(PATIENCE)
        if cancel.wait(self._seconds):
            self.called_off.append(domain)
        with self._lock:
            self._now[provider] -= 1
        return ProbeReport(domain, AT, 1, "test")


def domains(reports) -> list[str]:
    return [report.domain for report in reports]


def test_every_target_has_its_report_and_no_more_run_at_once_than_allowed() -> None:
    runs, names = Runs(together=5), [f"d{number}" for number in range(40)]
    found = domains(in_turn(targets(*names), runs.locate, runs, 5, Signals()))
    assert sorted(found) == sorted(names)
    assert runs.most == 5


def test_no_provider_sees_more_than_two_and_others_are_not_kept_waiting() -> None:
    runs = Runs(provider=lambda name: name[0], together=4, of_one=2)
    names = [f"a{number}" for number in range(12)] + ["b", "c", "d"]
    assert len(domains(in_turn(targets(*names), runs.locate, runs, 8, Signals()))) == 15
    assert runs.most_of_one == 2
    assert {"b", "c", "d"} < set(runs.order[:4])


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
    class Called(Runs):
        """Everything is called off as soon as both runs are under way."""

        def __call__(self, turn: Turn, cancel: threading.Event, meet: Meet) -> ProbeReport:
            with self._lock:
                begun.append(turn.target.domain)
                if len(begun) == 2:
                    signals.halt.set()
                    signals.cancel.set()
            return super().__call__(turn, cancel, meet)

    begun: list[str] = []
    signals, runs = Signals(), Called(seconds=FOREVER)
    assert domains(in_turn(targets("a", "b"), runs.locate, runs, 2, signals)) == []
    assert sorted(runs.called_off) == ["a", "b"], "neither of them was waited for"


def test_whoever_stops_listening_waits_for_no_run() -> None:
    runs = Runs(seconds=FOREVER, provider=lambda _name: "one")
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
    names, all_tried = [f"d{number}" for number in range(8)], threading.Event()

    def probe(turn: Turn, cancel: threading.Event, meet: Meet) -> ProbeReport:
        domain = turn.target.domain
        with lock:
            tried[domain] += 1
            if len(tried) == len(names):
                all_tried.set()
        if not meet(frozenset({"imap.hoster.example", "192.0.2.7"})):
            raise OccupiedError(frozenset({"192.0.2.7"}))
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        assert all_tried.wait(PATIENCE), "whoever is there first stays until all have come"
        cancel.wait(0.02)
        with lock:
            now[0] -= 1
        ended.append(domain)
        return ProbeReport(domain, AT, 1, "test")

    found = domains(in_turn(targets(*names), Runs().locate, probe, 8, Signals()))
    assert sorted(found) == sorted(ended) == names
    assert most == [1]
    assert sorted(tried.values()) == [1] + 7 * [2], "once it is known where they lead, they wait for each other"
