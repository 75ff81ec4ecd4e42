"""Runs in processes of their own, because Python uses one core per process however many threads it has.

They are fresh interpreters that know nothing of the one that starts them: no threads, locks or open files are taken
along. One that is killed loses nothing but time.
"""

import os
import socket
import subprocess
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from probes.deadline import POLL
from probes.meeting import Meet, OccupiedError, nobody_else
from probes.options import ProbeOptions
from probes.orders import CANCEL, Admission, Done, Knock, Order
from probes.results import ProbeReport
from probes.target import Target

TRIES = 2  # a process may have been killed by chance once
PAUSE = 0.2  # seconds before another attempt: what ended one process may be ending the others
PATIENCE = 2.0  # seconds for a process to go once it has been told
TUNABLES = "GLIBC_TUNABLES"  # of the C library; others than glibc take no notice
ONE_HEAP = "glibc.malloc.arena_max=1:glibc.malloc.tcache_count=0"
"""No stores of free memory for each thread: the many threads of a process would go on filling theirs for hours."""


class LostRunError(Exception):
    """The processes that made this run were ended from outside, each time."""


class NoWorkerError(Exception):
    """No process could be started that makes runs."""


class _GoneError(Exception):
    """There is no process that would answer: it has ended, or could not be started."""


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers:
    """As many processes as cores share the runs evenly; for use from several threads."""

    def __init__(self, jobs: int) -> None:
        """Nothing is started yet. ``jobs``: how many runs there will be at once, over all processes."""
        self._most = min(cores(), jobs)
        self._jobs = jobs
        self._lock = threading.Lock()
        self._workers: list[_Worker] = []
        self._any_was_ready = False

    def __enter__(self) -> Self:
        """The workers themselves."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End all processes, whatever they are doing."""
        with self._lock:
            for each in self._workers:
                each.hang_up()
            for each in self._workers:
                each.end()
            self._workers.clear()

    def start(self) -> None:
        """Start all processes already, while there is nothing to do for them yet; otherwise it is done when needed."""
        with self._lock:
            while len(self._workers) < self._most and self._another():
                pass

    def run(
        self,
        target: Target,
        options: ProbeOptions,
        cancel: threading.Event,
        meet: Meet = nobody_else,
        known: frozenset[str] = frozenset(),
    ) -> ProbeReport:
        """``probes.runner.run`` elsewhere. A run whose process is gone is made once more.

        ``meet`` is asked, in another thread, about servers that are not ``known``. Raises ``OccupiedError`` where it
        says no, ``LostRunError``, ``NoWorkerError``, and ``RuntimeError`` for an error of ours.
        """
        job = _Job(target, options, meet, known)
        for _ in range(TRIES):
            try:
                return self._run(job, cancel)
            except _GoneError:
                if cancel.wait(PAUSE):
                    raise LostRunError(target.domain) from None
        if not self._any_was_ready:
            raise NoWorkerError
        raise LostRunError(target.domain)

    def _run(self, job: "_Job", cancel: threading.Event) -> ProbeReport:
        worker, future = self._order(job)
        while True:
            try:
                done = future.result(POLL)
            except TimeoutError:
                if cancel.is_set():
                    worker.cancel()
                continue
            finally:
                self._any_was_ready |= worker.was_ready
            if done.occupied:
                raise OccupiedError(done.occupied)
            if done.report is None:
                raise RuntimeError(done.error)
            return done.report

    def _order(self, job: "_Job") -> "tuple[_Worker, Future[Done]]":
        """The run goes to the process with the fewest; a further one is started while all are at work."""
        with self._lock:
            gone = [each for each in self._workers if each.gone]
            self._workers = [each for each in self._workers if not each.gone]
            for each in gone:
                each.end()
            worker = min(self._workers, key=lambda each: each.load, default=None)
            if worker is None or (worker.load and len(self._workers) < self._most):
                worker = self._another() or worker
            if worker is None:
                raise _GoneError
            return worker, worker.order(job)

    def _another(self) -> "_Worker | None":
        """A further process; None where this machine gives us no more processes, files or memory."""
        try:
            worker = _Worker(self._jobs)
        except OSError:
            return None
        self._workers.append(worker)
        return worker


@dataclass(frozen=True, slots=True)
class _Job:
    """One run that is to be made."""

    target: Target
    options: ProbeOptions
    meet: Meet
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who waits for a run that was ordered."""

    future: "Future[Done]"
    meet: Meet


class _Worker:
    """One process, and a thread that takes its answers."""

    def __init__(self, jobs: int) -> None:
        self._numbers = count()
        self._lock = threading.Lock()
        self._waiting: dict[int, _Waiting] = {}
        self._cancelled = False
        self.gone = False
        self.was_ready = False
        self._socket, theirs = socket.socketpair()
        try:
            with theirs:
                self._process = _started(theirs, jobs)
            self._connection = Connection(os.dup(self._socket.fileno()))
        except OSError:
            self._socket.close()  # which also ends a process that has just begun
            raise
        self._listener = threading.Thread(target=self._listen, name="worker", daemon=True)
        self._listener.start()

    @property
    def load(self) -> int:
        """Runs under way."""
        return len(self._waiting)

    def order(self, job: _Job) -> "Future[Done]":
        """Have a run made; the future may raise ``_GoneError``."""
        future: Future[Done] = Future()
        with self._lock:
            number = next(self._numbers)
            if self.gone:
                future.set_exception(_GoneError())
            else:
                self._waiting[number] = _Waiting(future, job.meet)
                self._send(Order(number, job.target, job.options, job.known))
        return future

    def cancel(self) -> None:
        """End early what runs."""
        with self._lock:
            if not self._cancelled:
                self._cancelled = True
                self._send(CANCEL)

    def hang_up(self) -> None:
        """Close the line; the process ends by that."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:  # the other end was faster
            return

    def end(self) -> None:
        """Wait for the end of the process, or make it end, and leave nothing of it behind."""
        self.hang_up()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join()
        self._connection.close()
        self._socket.close()

    def _send(self, message: object) -> None:
        try:
            self._connection.send(message)
        except OSError:  # the listener sees the end, too, and tells whoever waits
            return

    def _listen(self) -> None:
        try:
            while True:
                self._take(self._connection.recv())
        except (EOFError, OSError):
            return
        finally:
            with self._lock:
                self.gone = True
                waiting = tuple(self._waiting.values())
                self._waiting.clear()
            for each in waiting:
                each.future.set_exception(_GoneError())

    def _take(self, answer: object) -> None:
        if isinstance(answer, Knock):
            self._admit(answer)
        elif isinstance(answer, Done):
            with self._lock:
                waiting = self._waiting.pop(answer.number)
            waiting.future.set_result(answer)
        else:
            self.was_ready = True

    def _admit(self, knock: Knock) -> None:
        with self._lock:
            waiting = self._waiting.get(knock.number)  # a thread of a run that has ended may still ask
        granted = waiting is not None and waiting.meet(knock.servers)
        with self._lock:
            self._send(Admission(knock.ticket, granted))


def _started(theirs: socket.socket, jobs: int) -> "subprocess.Popen[bytes]":
    """A process in a session of its own: the keys of the terminal are for whoever started it."""
    command = [sys.executable, "-P", "-m", "probes.worker", str(theirs.fileno()), str(jobs)]
    return subprocess.Popen(  # noqa: S603 - our own program with two numbers
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=os.environ | {TUNABLES: f"{ONE_HEAP}:{os.environ.get(TUNABLES, '')}".rstrip(":")},
        pass_fds=[theirs.fileno()],
        start_new_session=True,
    )
