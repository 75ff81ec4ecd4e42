"""How the app probes: its runner, and what becomes of the result."""

import ipaddress
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from advisor.report.documents.server_report import ServerReport, write_server_report
from advisor.report.server_report import complete
from advisor.web.config import Settings
from advisor.web.probe_options import probe_options
from advisor.web.settings import settings
from probes.deadline import Deadline
from probes.options import SECOND_PASS_SECONDS, ProbeOptions
from probes.placing import Placing
from probes.progress import Observer
from probes.resolver import Resolver
from probes.results import ProbeReport
from probes.target import Target, parse_target

Runner = Callable[[Target, ProbeOptions, Observer, threading.Event], ProbeReport]

Locator = Callable[[str, ProbeOptions], frozenset[str]]

EXTENSION = "mailweiche.runner"
LOCATE_SECONDS = 2.0  # for the DNS to tell whom a run will meet
WINDING_UP = 1.0  # seconds that the runner may take after its deadline


@dataclass(frozen=True, slots=True)
class _Ways:
    """How runs are made, and how it is known before whom they will meet."""

    runner: Runner
    locator: Locator


def init_app(app: Flask, runner: Runner | None = None, locator: Locator | None = None) -> None:
    """Bind the runner; tests bring their own, which meets nobody unless ``locator`` tells."""
    nobody: Locator = lambda _domain, _options: frozenset()  # noqa: E731
    app.extensions[EXTENSION] = _Ways(runner or _real_runner, locator or (nobody if runner else _real_locator))


def _real_runner(target: Target, options: ProbeOptions, observer: Observer, cancel: threading.Event) -> ProbeReport:
    from probes.runner import run

    return run(target, options, observer, cancel)


def _real_locator(domain: str, options: ProbeOptions) -> frozenset[str]:
    place = Placing(Resolver(options.nameservers, options.limits.dns)).place_of(domain, Deadline(LOCATE_SECONDS))
    return frozenset(filter(_is_address, place.servers - place.well_known))


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _ways() -> _Ways:
    return cast("_Ways", current_app.extensions[EXTENSION])


def addresses_of(domain: str) -> frozenset[str]:
    """Where a run on this domain will probably connect to, apart from the servers of the great providers."""
    return _ways().locator(domain, probe_options(settings()))


def probe(domain: str, observer: Observer, cancel: threading.Event) -> ServerReport:
    """Check the servers of one domain and add what follows from the facts; ``cancel`` ends it early."""
    return complete(_ways().runner(parse_target(domain), probe_options(settings()), observer, cancel))


def longest_run(configured: Settings) -> float:
    """Seconds after which a run has ended, whatever the servers do."""
    return configured.probe_timeout + SECOND_PASS_SECONDS + WINDING_UP


def document(report: ServerReport) -> str:
    """The stored form of a report."""
    return write_server_report(report).decode()
