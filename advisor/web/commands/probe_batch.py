"""``mailweiche probe --batch``: many domains, one report a line, to be gone on with where it was interrupted."""

import fcntl
import math
import sys
import time
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click

from advisor.report.batch_lines import ForeignLineError, read_done
from advisor.report.batch_targets import TargetList, read_targets
from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from advisor.report.texts import batch as texts
from advisor.text import Language, Text
from advisor.web.commands.common import BadInputError, NoDocumentError, read_file
from advisor.web.commands.nameservers import needing_nameserver
from advisor.web.config import load_settings
from advisor.web.probe_options import probe_options
from advisor.web.stop_signals import on_stop_signals
from probes.batch import Signals, probe_all
from probes.options import ProbeOptions
from probes.results import ProbeReport
from probes.target import Target
from probes.workers import NoWorkerError, Workers

MINUTE = 60


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What one call of the command line asks for. ``out``: None is standard output. ``strict``: all lines or none."""

    file: Path
    out: Path | None
    jobs: int
    strict: bool
    nameservers: tuple[str, ...]
    timeout: float | None
    language: Language


def probe_batch(order: BatchOrder, workers: Workers) -> None:
    """Probe every target of the list that has no report yet.

    Raises ``ConfigError``, ``BadInputError`` (nothing was usable) or ``NoDocumentError`` (interrupted, nothing can be
    written, no DNS).
    """
    options = probe_options(load_settings(), nameservers=order.nameservers, timeout=order.timeout)
    listed = _targets(order, options.refuse)
    file, done = _output(order.out, order.language)
    try:
        targets = tuple(each for each in listed.targets if each.domain not in done)
        if len(targets) < len(listed.targets):
            total = len(listed.targets)
            _say(texts.LEFT_OUT.into(order.language, count=total - len(targets), total=total))
        _probe(targets, file, order, options, workers)
    finally:
        if order.out is not None:
            file.close()


def _targets(order: BatchOrder, refuse: tuple[str, ...]) -> TargetList:
    """The list; its bad lines are named on standard error."""
    listed = read_file(order.file, partial(read_targets, refuse=refuse), order.language)
    for bad in listed.bad_lines:
        _say(f"{order.file}: {bad.sentence(order.language)}")
    if order.strict and listed.bad_lines:
        raise BadInputError(f"{order.file}: {texts.STRICT.into(order.language, count=len(listed.bad_lines))}")
    if not listed.targets:
        raise BadInputError(f"{order.file}: {texts.NO_TARGETS.into(order.language)}")
    return listed


def _output(out: Path | None, language: Language) -> tuple[BinaryIO, frozenset[str]]:
    """Where the lines go, and the domains that need no further line. What was cut off while written is dropped."""
    if out is None:
        return sys.stdout.buffer, frozenset()
    try:
        file = out.open("a+b")
        _lock(file, out, language)
        file.seek(0)
        done = read_done(file)
        file.truncate(done.length)
    except ForeignLineError as error:
        file.close()
        raise BadInputError(f"{out}: {texts.FOREIGN_LINE.into(language, line=error.line)}") from None
    except OSError as error:
        raise BadInputError(f"{out}: {error.strerror}") from None
    return file, done.domains


def _lock(file: BinaryIO, out: Path, language: Language) -> None:
    """One batch at a time: a second one would take a half-written line of the first for a cut-off one, and drop it.

    The lock ends with the process, however it ends. Raises ``BadInputError``, ``OSError``.
    """
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise BadInputError(f"{out}: {texts.IN_USE.into(language)}") from None


def _probe(
    targets: tuple[Target, ...], file: BinaryIO, order: BatchOrder, options: ProbeOptions, workers: Workers
) -> None:
    signals, progress = Signals(), _Progress(len(targets), order.language)
    with needing_nameserver(), _stopped_by_keys(signals, order.language):
        try:
            with closing(probe_all(targets, options, order.jobs, signals, progress.lost, workers)) as reports:
                for report in reports:
                    _write(report, file)
                    progress.finished(report)
        except NoWorkerError:
            raise NoDocumentError(texts.NO_WORKER.into(order.language)) from None
    if progress.done < len(targets):
        raise NoDocumentError(_missing(order, progress).into(order.language, done=progress.done, total=len(targets)))
    progress.summary()


def _missing(order: BatchOrder, progress: "_Progress") -> Text:
    """What to say where not every target has a report."""
    if progress.any_lost:
        return texts.INCOMPLETE if order.out is None else texts.INCOMPLETE_FILE
    return texts.INTERRUPTED if order.out is None else texts.INTERRUPTED_FILE


def _write(report: ProbeReport, file: BinaryIO) -> None:
    """One line, at once. Raises ``NoDocumentError``."""
    try:
        file.write(write_server_report(complete(report), compact=True))
        file.flush()
    except OSError as error:
        raise NoDocumentError(f"{file.name}: {error.strerror}") from None


def _stopped_by_keys(signals: Signals, language: Language) -> AbstractContextManager[None]:
    """Ctrl-C begins nothing new; a second time it ends what is under way. A line is never left half-written by it."""

    def stop() -> None:
        if signals.halt.is_set():
            signals.cancel.set()
        else:
            signals.halt.set()
            with suppress(OSError):  # where nobody reads that any more, the second time must still be heard
                _say(texts.STOPPING.into(language))

    return on_stop_signals(stop)


class _Progress:
    """Says on standard error how far the batch is."""

    def __init__(self, total: int, language: Language) -> None:
        self.done = 0
        self.any_lost = False
        self._total = total
        self._language = language
        self._started = time.monotonic()

    def finished(self, report: ProbeReport) -> None:
        """One more report is written."""
        self.done += 1
        rate = math.ceil(self.done / max(self._seconds(), 1) * MINUTE)
        fields = {"done": self.done, "total": self._total, "domain": report.domain, "rate": rate}
        _say(texts.PROGRESS.into(self._language, **fields))

    def lost(self, target: Target) -> None:
        """One will have no report."""
        self.any_lost = True
        _say(texts.LOST.into(self._language, domain=target.domain))

    def summary(self) -> None:
        """All are done."""
        _say(texts.FINISHED.into(self._language, done=self.done, seconds=round(self._seconds())))

    def _seconds(self) -> float:
        return time.monotonic() - self._started


def _say(text: str) -> None:
    click.echo(text, err=True)
