"""The worker: threads that take jobs from the queue, and the sweeper that finds what got lost."""

import threading
import time

import structlog
from flask import Flask
from huey.consumer import Consumer

from advisor.store import cases, employee_links, probe_limits, probe_runs, served_domains
from advisor.store.database import DatabaseAwayError, cause_of
from advisor.web import export_sweep, jobs, probe_job
from advisor.web.served import proof
from advisor.web.stop_signals import on_stop_signals
from advisor.web.transaction import unit

log = structlog.get_logger()

THREADS = 4
SWEEP = 2.0  # seconds between two looks for lost runs
PURGE = 3600.0  # seconds between two looks for cases past their retention time
LONGEST_PAUSE = 0.5  # seconds between two looks into an empty queue
PATIENCE = 8.0  # seconds that running jobs get to put themselves back when the worker is stopped


class _Consumer(Consumer):  # type: ignore[misc]  # huey has no types
    """Huey's consumer without its signal handlers: who starts us decides about signals."""

    def _set_signal_handlers(self) -> None:
        """Leave the handlers of the process alone."""


class Worker:
    """Job threads and sweeper of one process. ``start`` returns at once; ``stop`` returns when all is put away."""

    def __init__(self, app: Flask, threads: int = THREADS) -> None:
        self._app = app
        self._ended = threading.Event()
        self._sweeper = threading.Thread(target=self._sweep_until_ended, name="sweeper", daemon=True)
        with app.app_context():
            self._consumer = _Consumer(
                jobs.queue().huey,
                workers=threads,
                periodic=False,
                max_delay=LONGEST_PAUSE,
                shutdown_timeout=PATIENCE,
            )

    def start(self) -> None:
        """Begin to work."""
        probe_job.stopping.clear()
        self._consumer.start()
        self._sweeper.start()
        log.info("worker_started")

    def stop(self) -> None:
        """Put running jobs back into the queue and end; a job that does not let go is found by its lease."""
        probe_job.stopping.set()
        self._ended.set()
        self._consumer.stop(graceful=True)
        self._sweeper.join()
        log.info("worker_stopped")

    def _sweep_until_ended(self) -> None:
        next_purge = 0.0
        with self._app.app_context():
            while not self._ended.wait(SWEEP):
                try:
                    next_purge = self._tidy(next_purge)
                except DatabaseAwayError as error:  # the next look may find it again
                    log.warning("database_away", error=cause_of(error))

    def _tidy(self, next_purge: float) -> float:
        sweep()
        proof.recheck_one()
        if time.monotonic() < next_purge:
            return next_purge
        purge()
        return time.monotonic() + PURGE


def sweep() -> None:
    """Take back runs whose worker is gone, and hand every waiting run to the queue that may have lost it."""
    with unit():
        queued, failed = probe_runs.end_expired()
        lost = jobs.queue().huey.pending_count() == 0
        waiting = probe_runs.waiting() if lost else ()
    if queued or failed:
        log.warning("probe_lease_expired", queued_again=queued, failed=failed)
    exports = export_sweep.sweep(lost=lost)
    for run_id in waiting:
        jobs.enqueue(run_id)
    for run_id in exports:
        jobs.enqueue_export(run_id)


def purge() -> None:
    """Delete what is past its retention time, and answer no more where the proof was not seen for long."""
    with unit():
        removed = cases.purge_expired()
        links = employee_links.purge_expired()
        ended = served_domains.end_lapsed()
        probe_limits.purge()
    if removed:
        log.info("cases_purged", removed=removed)
    if ended:
        log.warning("proofs_ended", ended=ended)
    if links:
        log.info("employee_links_purged", removed=links)


def run_until_stopped(app: Flask) -> None:
    """Work until the process is told to end (SIGINT or SIGTERM)."""
    told = threading.Event()
    with on_stop_signals(told.set):
        worker = Worker(app)
        worker.start()
        told.wait()
        worker.stop()
