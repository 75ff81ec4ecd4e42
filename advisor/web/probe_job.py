"""One probe run as a job: take it, watch over its lease, store how far it is and what came out.

Whatever ends this process in the middle, the row tells the truth: its lease runs out and the sweeper queues it again.
"""

import threading
from datetime import timedelta
from types import TracebackType
from typing import Self

import structlog
from flask import current_app

from advisor.report.documents.server_report import ServerReport
from advisor.report.probe_progress import Step, step_of, write_steps
from advisor.store import probe_runs
from advisor.store.database import DatabaseAwayError, cause_of
from advisor.store.probe_runs import Ticket
from advisor.web import probe_servers, probing
from advisor.web.settings import settings
from advisor.web.transaction import unit
from probes.progress import Event

log = structlog.get_logger()

LEASE = timedelta(seconds=10)
RENEWAL = 3.0  # seconds between two renewals
TICK = 0.25  # seconds between two looks whether this process is being stopped
MARGIN = 5.0  # seconds that a run may take beyond its longest time before it counts as hung

stopping = threading.Event()


def run_probe(run_id: int) -> bool:
    """Work on one run, if it is still to be done. Everything it writes may be repeated without harm.

    Returns whether servers were visited that others may have waited for.
    """
    with unit():
        if probe_runs.settle_if_fresh(run_id, seconds=settings().probe_cooldown):
            return False
    with unit():
        ticket = probe_runs.claim(run_id, lease=LEASE)
    if ticket is None or not probe_servers.taken(ticket):
        return False
    try:
        _work(ticket)
    finally:
        probe_servers.leave(ticket)
    return True


def _work(ticket: Ticket) -> None:
    log.info("probe_started", run=ticket.run_id, attempt=ticket.attempt)
    settled = False
    try:
        with _Watch(ticket) as watch:
            report = probing.probe(ticket.target, _Recorder(ticket, watch), watch.cancel)
        with unit():
            outcome = _settle(ticket, watch, report)
        settled = True
        log.info(outcome, run=ticket.run_id, duration_ms=report.report.duration_ms)
    finally:
        if not settled:
            with unit():
                probe_runs.lapse(ticket)


def _settle(ticket: Ticket, watch: "_Watch", report: ServerReport) -> str:
    """Store what came out. A run that was called off half-way leaves no report, and if it is still ours, it is free."""
    if watch.put_back:
        probe_runs.release(ticket)
        return "probe_put_back"
    if not watch.cancel.is_set() and probe_runs.complete(ticket, probing.document(report)):
        return "probe_done"
    probe_runs.lapse(ticket)
    return "probe_called_off"


class _Watch:
    """Renews the lease while the runner waits for slow servers, but never longer than a run may take.

    Calls the run off (``cancel``) when it belongs to somebody else by now, was cancelled, or this process is stopped
    (``put_back``).
    """

    def __init__(self, ticket: Ticket) -> None:
        self.cancel = threading.Event()
        self.put_back = False
        self._ended = threading.Event()
        self._ticket = ticket
        self._app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - documented way
        self._ticks = int((probing.longest_run(settings()) + MARGIN) / TICK)
        self._thread = threading.Thread(target=self._keep_watch, name="watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _keep_watch(self) -> None:
        for tick in range(1, self._ticks):
            if self._ended.wait(TICK):
                return
            if stopping.is_set():
                self.put_back = True
                break
            if tick % int(RENEWAL / TICK) == 0 and not self._renewed():
                break
        self.cancel.set()

    def _renewed(self) -> bool:
        """False where the run belongs to somebody else; a database that is away for a moment is asked again later."""
        try:
            with self._app.app_context(), unit():
                return probe_runs.renew(self._ticket, lease=LEASE)
        except DatabaseAwayError as error:
            log.warning("database_away", run=self._ticket.run_id, error=cause_of(error))
            return True


class _Recorder:
    """The runner's observer: stores each step for the page that watches."""

    def __init__(self, ticket: Ticket, watch: _Watch) -> None:
        self._ticket = ticket
        self._watch = watch
        self._steps: list[Step] = []

    def __call__(self, event: Event, /) -> None:
        self._steps.append(step_of(event))
        with unit():
            kept = probe_runs.record(self._ticket, write_steps(tuple(self._steps)), lease=LEASE)
        if not kept:
            self._watch.cancel.set()
