"""One probe run as a job: take it, watch over its lease, store how far it is and what came out.

Whatever ends this process in the middle, the row tells the truth: its lease runs out and the sweeper queues it again.
"""

import threading
from datetime import timedelta
from types import TracebackType
from typing import Self

import structlog
from flask import Flask, current_app

from advisor.report.probe_progress import Step, step_of, write_steps
from advisor.store import probe_runs
from advisor.store.probe_runs import Ticket
from advisor.web import probing
from advisor.web.settings import settings
from advisor.web.transaction import unit
from probes.progress import Event

log = structlog.get_logger()

LEASE = timedelta(seconds=10)
BEAT = 3.0  # seconds between two renewals
MARGIN = 5.0  # seconds that a run may take beyond its longest time before it counts as hung

stopping = threading.Event()


class LeaseLostError(Exception):
    """The run was cancelled, deleted, or given to another worker."""


class WorkerStoppingError(Exception):
    """This process is being stopped; the run goes back to the queue."""


def run_probe(run_id: int) -> None:
    """Work on one run, if it is still to be done. Everything it writes may be repeated without harm."""
    with unit():
        if probe_runs.settle_if_fresh(run_id, seconds=settings().probe_cooldown):
            return
    with unit():
        ticket = probe_runs.claim(run_id, lease=LEASE)
    if ticket is not None:
        _work(ticket)


def _work(ticket: Ticket) -> None:
    log.info("probe_started", run=ticket.run_id, attempt=ticket.attempt)
    ended = False
    try:
        with _Heartbeat(ticket) as heartbeat:
            report = probing.probe(ticket.target, _Recorder(ticket, heartbeat))
        with unit():
            ended = probe_runs.complete(ticket, probing.document(report))
        log.info("probe_done", run=ticket.run_id, duration_ms=report.report.duration_ms)
    except LeaseLostError:
        ended = True
        log.info("probe_lease_lost", run=ticket.run_id, attempt=ticket.attempt)
    except WorkerStoppingError:
        with unit():
            ended = probe_runs.release(ticket)
        log.info("probe_put_back", run=ticket.run_id)
    finally:
        if not ended:
            with unit():
                probe_runs.lapse(ticket)


class _Heartbeat:
    """Renews the lease while the runner waits for a slow server, but never longer than a run may take."""

    def __init__(self, ticket: Ticket) -> None:
        self.lost = threading.Event()
        self._ended = threading.Event()
        app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - documented way to the app
        beats = int((probing.longest_run(settings()) + MARGIN) / BEAT)
        self._thread = threading.Thread(target=self._renew, args=(app, ticket, beats), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _renew(self, app: Flask, ticket: Ticket, beats: int) -> None:
        for _ in range(beats):
            if self._ended.wait(BEAT):
                return
            with app.app_context(), unit():
                kept = probe_runs.renew(ticket, lease=LEASE)
            if not kept:
                break
        self.lost.set()


class _Recorder:
    """The runner's observer: stores each step for the page that watches."""

    def __init__(self, ticket: Ticket, heartbeat: _Heartbeat) -> None:
        self._ticket = ticket
        self._heartbeat = heartbeat
        self._steps: list[Step] = []

    def __call__(self, event: Event, /) -> None:
        if stopping.is_set():
            raise WorkerStoppingError
        if self._heartbeat.lost.is_set():
            raise LeaseLostError
        self._steps.append(step_of(event))
        with unit():
            kept = probe_runs.record(self._ticket, write_steps(tuple(self._steps)), lease=LEASE)
        if not kept:
            raise LeaseLostError
