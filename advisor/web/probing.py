"""How the app probes: its runner, and what becomes of the result."""

import threading
from collections.abc import Callable
from typing import cast

from flask import Flask, current_app

from advisor.report.documents.server_report import ServerReport, write_server_report
from advisor.report.server_report import complete
from advisor.web.config import Settings
from advisor.web.probe_options import probe_options
from advisor.web.settings import settings
from probes.options import SECOND_PASS_SECONDS, ProbeOptions
from probes.progress import Observer
from probes.results import ProbeReport
from probes.target import Target, parse_target

Runner = Callable[[Target, ProbeOptions, Observer, threading.Event], ProbeReport]

EXTENSION = "mailweiche.runner"
WINDING_UP = 1.0  # seconds that the runner may take after its deadline


def init_app(app: Flask, runner: Runner | None = None) -> None:
    """Bind the runner; tests bring their own."""
    app.extensions[EXTENSION] = runner or _real_runner


def _real_runner(target: Target, options: ProbeOptions, observer: Observer, cancel: threading.Event) -> ProbeReport:
    from probes.runner import run

    return run(target, options, observer, cancel)


def probe(domain: str, observer: Observer, cancel: threading.Event) -> ServerReport:
    """Check the servers of one domain and add what follows from the facts; ``cancel`` ends it early."""
    runner = cast("Runner", current_app.extensions[EXTENSION])
    return complete(runner(parse_target(domain), probe_options(settings()), observer, cancel))


def longest_run(configured: Settings) -> float:
    """Seconds after which a run has ended, whatever the servers do."""
    return configured.probe_timeout + SECOND_PASS_SECONDS + WINDING_UP


def document(report: ServerReport) -> str:
    """The stored form of a report."""
    return write_server_report(report).decode()
