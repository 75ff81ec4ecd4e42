"""Many targets: a bounded number of runs at once, shared among processes, in an order that is fair to providers.

Nothing is kept of a target whose report has been handed over. Everything but the runs and the questions to the
DNS before them happens in the calling thread.
"""

import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any

from probes.deadline import POLL, Deadline
from probes.fairness import FairQueue, Place, Turn
from probes.meeting import Meet, OccupiedError
from probes.options import ProbeOptions
from probes.placing import Placing, shared_servers
from probes.progress import nobody
from probes.resolver import Resolver
from probes.results import ProbeReport
from probes.target import Target
from probes.workers import LostRunError, Workers

LOOK_UPS = 16  # domains whose places are looked for at once
WINDOW = 1000  # targets that are placed and wait: enough to be fair, whatever the length of the list

Probe = Callable[[Turn, threading.Event, Meet], ProbeReport]
Locate = Callable[[Target], Place]
Lost = Callable[[Target], None]


@dataclass(frozen=True, slots=True)
class Signals:
    """How a batch is ended early. ``halt``: begin nothing more, finish what runs. ``cancel``: end what runs, too."""

    halt: threading.Event = field(default_factory=threading.Event)
    cancel: threading.Event = field(default_factory=threading.Event)


def _no_matter(_target: Target) -> None:
    """Whoever counts the reports sees it anyway."""


def probe_all(
    targets: Iterable[Target],
    options: ProbeOptions,
    jobs: int,
    signals: Signals,
    lost: Lost = _no_matter,
    workers: Workers | None = None,
) -> Generator[ProbeReport, None, None]:
    """The reports of all targets as they are finished, at most ``jobs`` runs at once.

    Reports of runs that were cancelled are not handed over. ``lost`` is told, in the calling thread, of a target whose
    processes were ended from outside; it has no report. ``workers``: processes that were started before. Raises
    ``ValueError`` for unusable nameservers, ``NoWorkerError`` where no process can be started.
    """
    placing = Placing(Resolver(options.nameservers, options.limits.dns))

    def locate(target: Target) -> Place:
        return placing.place_of(target.domain, Deadline(options.limits.dns, signals.cancel))

    if jobs == 1:
        return in_turn(targets, locate, _here(options), jobs, signals)
    return _shared(workers or Workers(jobs), options, targets, locate, jobs, signals, lost)


def _here(options: ProbeOptions) -> Probe:
    """Runs in this process."""
    from probes.runner import run  # whoever only hands out the runs does without all that makes them
    from probes.tls import TlsContext

    tls = TlsContext(options.extra_ca)
    return lambda turn, cancel, _meet: run(turn.target, options, nobody, cancel, tls)


def _shared(
    workers: Workers,
    options: ProbeOptions,
    targets: Iterable[Target],
    locate: Locate,
    jobs: int,
    signals: Signals,
    lost: Lost,
) -> Generator[ProbeReport, None, None]:
    def probe(turn: Turn, cancel: threading.Event, meet: Meet) -> ProbeReport:
        return workers.run(turn.target, options, cancel, meet, turn.place.servers)

    with workers:
        yield from in_turn(targets, locate, probe, jobs, signals, lost)


def in_turn(
    targets: Iterable[Target], locate: Locate, probe: Probe, jobs: int, signals: Signals, lost: Lost = _no_matter
) -> Generator[ProbeReport, None, None]:
    """``probe_all`` with other ways to find the place of a target and to probe it."""
    with (
        ThreadPoolExecutor(LOOK_UPS, thread_name_prefix="place") as placing,
        ThreadPoolExecutor(jobs, thread_name_prefix="target") as probing,
    ):
        batch = _Batch(iter(targets), locate, probe, jobs, signals, lost, placing, probing)
        try:
            yield from batch.reports()
        finally:
            signals.halt.set()
            signals.cancel.set()  # whoever stops listening wants no more of it


class _Batch:
    """The state of one batch; only the calling thread touches it, but for ``_meet``."""

    def __init__(
        self,
        targets: Iterator[Target],
        locate: Locate,
        probe: Probe,
        jobs: int,
        signals: Signals,
        lost: Lost,
        placing: ThreadPoolExecutor,
        probing: ThreadPoolExecutor,
    ) -> None:
        self._targets = targets
        self._locate = locate
        self._probe = probe
        self._jobs = jobs
        self._signals = signals
        self._lost = lost
        self._placing = placing
        self._probing = probing
        self._queue = FairQueue()
        self._in_queue = threading.Lock()
        self._looking: dict[Future[Place], Target] = {}
        self._running: dict[Future[ProbeReport], Turn] = {}

    def reports(self) -> Generator[ProbeReport, None, None]:
        """Until every target is done, or what runs after a halt."""
        self._go_on()
        while self._running or (self._looking and not self._signals.halt.is_set()):
            pending: list[Future[Any]] = [*self._looking, *self._running]
            done, _ = wait(pending, POLL, FIRST_COMPLETED)
            for found in [each for each in self._looking if each in done]:
                with self._in_queue:
                    self._queue.add(self._looking.pop(found), found.result())
            finished = [each for each in self._running if each in done]
            reports = [report for each in finished if (report := self._finish(each))]
            self._go_on()
            if not self._signals.cancel.is_set():
                yield from reports

    def _go_on(self) -> None:
        """Start whatever may start now."""
        if self._signals.halt.is_set():
            return
        room = WINDOW - len(self._queue) - len(self._looking)
        for target in islice(self._targets, max(0, min(room, LOOK_UPS - len(self._looking)))):
            self._looking[self._placing.submit(self._locate, target)] = target
        while len(self._running) < self._jobs and (turn := self._next()) is not None:
            probed = self._probing.submit(self._probe, turn, self._signals.cancel, partial(self._meet, turn))
            self._running[probed] = turn

    def _next(self) -> Turn | None:
        with self._in_queue:
            return self._queue.next()

    def _meet(self, turn: Turn, servers: frozenset[str]) -> bool:
        """Called while the run is under way, from any thread."""
        with self._in_queue:
            return self._queue.meet(turn, servers)

    def _finish(self, future: "Future[ProbeReport]") -> ProbeReport | None:
        turn = self._running.pop(future)
        try:
            report = future.result()
        except OccupiedError as error:  # each time it knows one more of its servers, so there is an end to it
            with self._in_queue:
                self._queue.finished(turn)
                self._queue.add(turn.target, replace(turn.place, servers=turn.servers | error.servers))
            return None
        except LostRunError:
            with self._in_queue:
                self._queue.finished(turn)
            self._lost(turn.target)
            return None
        with self._in_queue:
            self._queue.finished(turn, shared_servers(report, turn.place))
        return report
