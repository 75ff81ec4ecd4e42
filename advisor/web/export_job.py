"""One export as a job: take it, let a process of its own write the ZIP, store how far it is and what came out.

Whatever ends this process in the middle, the row tells the truth: its lease runs out and the sweeper queues it again.
"""

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import IO, cast

import structlog

from advisor.store import export_runs
from advisor.store.database import DatabaseAwayError, cause_of
from advisor.store.export_runs import Ticket
from advisor.store.models import ExportError
from advisor.web import export_files
from advisor.web.export_order import ExportOrder, stored_order, write_request
from advisor.web.probe_job import stopping
from advisor.web.settings import settings
from advisor.web.transaction import unit

log = structlog.get_logger()

LEASE = timedelta(seconds=15)
RENEWAL = 1.0  # seconds between two notes on how far it is
TICK = 0.25  # seconds between two looks whether this process is being stopped
LONGEST_SILENCE = 300.0  # seconds without a word from the process before it counts as hung
COMMAND = (sys.executable, "-P", "-m", "advisor.web.export_process")

_turn = threading.BoundedSemaphore(1)
"""One export at a time in a worker: an export takes minutes, and the other threads are for server checks."""


class _End(StrEnum):
    """How the process ended, or why we ended it."""

    SAID = "said"
    CRASHED = "crashed"
    HUNG = "hung"
    PUT_BACK = "put_back"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class _Outcome:
    end: _End
    answer: Mapping[str, object]


def run_export(run_id: int) -> None:
    """Work on one export, if it is still to be done and this worker has no other one."""
    if not _turn.acquire(blocking=False):
        return  # it stays in the queue: the sweeper of a worker that is free hands it over again
    try:
        _take(run_id)
    finally:
        _turn.release()


def _take(run_id: int) -> None:
    with unit():
        ticket = export_runs.claim(run_id, export_files.new_name(), lease=LEASE)
    if ticket is not None:
        _work(ticket)


def _work(ticket: Ticket) -> None:
    log.info("export_started", run=ticket.run_id, attempt=ticket.attempt)
    settled = False
    try:
        outcome = _run(ticket)
        with unit():
            said = _settle(ticket, outcome)
        settled = True
        log.info(said, run=ticket.run_id)
    finally:
        if not settled:
            with unit():
                export_runs.lapse(ticket)


def _order_of(ticket: Ticket) -> ExportOrder | None:
    """What was chosen; None where it is gone or this version no longer reads it."""
    with unit():
        run = export_runs.by_id(ticket.run_id)
        if run is None or run.settings is None or run.staff is None or run.choices is None:
            return None
        try:
            return stored_order(run.settings, run.staff, run.choices)
        except ValueError:
            return None


def _run(ticket: Ticket) -> _Outcome:
    """Start the process and watch over it. What has not become whole is gone afterwards."""
    order = _order_of(ticket)
    if order is None:
        return _Outcome(_End.SAID, {"error": ExportError.REFUSED})
    try:
        export_files.make_folder()
    except OSError:
        return _Outcome(_End.SAID, {"error": ExportError.NOT_WRITABLE})
    whole = False
    try:
        with _started(order, ticket) as process:
            outcome = _Watch(ticket, process).outcome()
        if outcome.end is _End.SAID and "sha256" in outcome.answer:
            export_files.finish(ticket.file)
            whole = True
        return outcome
    finally:
        if not whole:
            export_files.delete((ticket.file,))


@contextmanager
def _started(order: ExportOrder, ticket: Ticket) -> Iterator["subprocess.Popen[bytes]"]:
    """The process, with its order read. It never outlives this block."""
    process = subprocess.Popen(  # noqa: S603 - our own program, nothing of a person in its arguments
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    with process:
        try:
            _hand_over(process, write_request(order, str(export_files.partial(ticket.file).resolve())))
            yield process
        finally:
            process.kill()


def _hand_over(process: "subprocess.Popen[bytes]", request: bytes) -> None:
    """Where it has crashed already, the end of its output tells it."""
    its_input = cast("IO[bytes]", process.stdin)
    with suppress(BrokenPipeError):
        its_input.write(request)
    with suppress(BrokenPipeError):
        its_input.close()


class _Watch:
    """Reads what the process says, renews the lease, and ends when there is a reason to."""

    def __init__(self, ticket: Ticket, process: "subprocess.Popen[bytes]") -> None:
        self._ticket = ticket
        self._out = cast("IO[bytes]", process.stdout).fileno()
        self._rest = b""
        self._answer: Mapping[str, object] = {}
        self._done = 0
        self._heard = self._noted = time.monotonic()

    def outcome(self) -> _Outcome:
        """Watch until the process has ended or must end."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._out, selectors.EVENT_READ)
            while True:
                ready = selector.select(TICK)
                if ready and not self._heard_more():
                    return _Outcome(_End.SAID if self._answer else _End.CRASHED, self._answer)
                reason = self._reason_to_end()
                if reason is not None:
                    return _Outcome(reason, {})

    def _heard_more(self) -> bool:
        """Take in what was said; False at the end."""
        data = os.read(self._out, 65536)
        self._heard = time.monotonic()
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            said = json.loads(line)
            if "done" in said:
                self._done = said["done"]
            else:
                self._answer = said
        return bool(data)

    def _reason_to_end(self) -> _End | None:
        if stopping.is_set():
            return _End.PUT_BACK
        now = time.monotonic()
        if now - self._heard > LONGEST_SILENCE:
            return _End.HUNG
        if now - self._noted >= RENEWAL:
            self._noted = now
            return None if self._kept() else _End.NOT_OURS
        return None

    def _kept(self) -> bool:
        """False where the run belongs to somebody else; a database that is away for a moment is told later."""
        try:
            with unit():
                return export_runs.record(self._ticket, self._done, lease=LEASE)
        except DatabaseAwayError as error:
            log.warning("database_away", run=self._ticket.run_id, error=cause_of(error))
            return True


def _settle(ticket: Ticket, outcome: _Outcome) -> str:
    """Store what came out, and say what became of the run."""
    keep = timedelta(hours=settings().export_hours)
    answer = outcome.answer
    if outcome.end is _End.PUT_BACK:
        export_runs.release(ticket)
        return "export_put_back"
    if "error" in answer:
        export_runs.fail(ticket, ExportError(str(answer["error"])), keep=keep)
        return "export_failed"
    if outcome.end is _End.SAID:
        size, sha256 = int(str(answer["size"])), str(answer["sha256"])
        if export_runs.complete(ticket, size=size, sha256=sha256, keep=keep):
            return "export_done"
        export_files.delete((ticket.file,))
        return "export_called_off"
    export_runs.lapse(ticket)
    return "export_called_off" if outcome.end is _End.NOT_OURS else f"export_{outcome.end}"
