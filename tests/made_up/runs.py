"""Runs that contact nobody: a runner that plays a made-up report, and what its observer is told."""

import threading
from dataclasses import replace
from datetime import UTC, datetime

from probes.options import ProbeOptions
from probes.progress import (
    MailExchangersFound,
    Observer,
    ServiceFinished,
    ServiceStarted,
    SourceFinished,
    SourceStarted,
)
from probes.results import ProbeReport
from probes.target import Target
from tests.made_up.probe_reports import GOOD


class FakeRunner:
    """Plays ``report`` instead of contacting anybody; counts how often it was asked."""

    def __init__(self, report: ProbeReport = GOOD) -> None:
        self.report = report
        self.targets: list[str] = []
        self.options: ProbeOptions | None = None
        self.error: Exception | None = None

    def __call__(
        self, target: Target, options: ProbeOptions, observer: Observer, cancel: threading.Event
    ) -> ProbeReport:
        self.targets.append(target.domain)
        self.options = options
        play(replace(self.report, domain=target.domain), observer)
        if self.error is not None:
            raise self.error
        return replace(self.report, domain=target.domain, started_at=datetime.now(UTC))


def play(report: ProbeReport, observer: Observer, unfinished: int = 0) -> None:
    """Tell the observer what a run with this outcome would; the last ``unfinished`` ports stay under way."""
    for number, check in enumerate(report.sources, start=1):
        observer(SourceStarted(check.source))
        observer(SourceFinished(check, number, len(report.sources)))
    observer(MailExchangersFound(report.mail_exchangers))
    total = len(report.services)
    for tried in report.services:
        observer(ServiceStarted(tried.protocol, tried.host, tried.port))
    for number, tried in enumerate(report.services[: total - unfinished], start=1):
        observer(ServiceFinished(tried, number, total))
