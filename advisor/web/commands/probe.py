"""``mailweiche probe``: the server check of a domain or address, without any password."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from advisor.report.documents.server_report import ServerReport, write_server_report
from advisor.report.probe_progress import Step, step_of
from advisor.report.progress_view import progress_view
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.report.texts.target import target_sentence
from advisor.text import Language
from advisor.web.commands.common import (
    FILE,
    BadInputError,
    json_option,
    language_option,
    print_document,
)
from advisor.web.commands.details_text import detail_lines
from advisor.web.commands.nameservers import nameserver_option, needing_nameserver
from advisor.web.commands.probe_batch import JOBS, MOST_JOBS, BatchOrder, probe_batch
from advisor.web.commands.probe_stored import check_domain, replayed, show_changes
from advisor.web.commands.text import progress_lines, server_lines
from advisor.web.config import load_settings
from advisor.web.probing import probe_options
from probes.discovery.manual import parse_manual
from probes.options import ManualClaim, ProbeOptions
from probes.progress import Event
from probes.runner import run
from probes.target import Target, TargetError, parse_target

LONGEST_DEADLINE = 60.0


def _seconds(_context: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and math.isnan(value):  # no range refuses it, and no deadline that is none ever passes
        raise click.BadParameter(f"give a number from 1 to {LONGEST_DEADLINE:.0f}")
    return value


@dataclass(frozen=True, slots=True)
class _Call:
    """One call of the command; the options of the other ways to use it are None, empty or false."""

    target: str | None
    batch: Path | None
    replay: Path | None
    against: Path | None
    out: Path | None
    jobs: int | None
    strict: bool
    nameservers: tuple[str, ...]
    timeout: float | None
    manual: tuple[str, ...]
    details: bool
    as_json: bool
    language: str

    @property
    def reader(self) -> Language:
        """The language of what people read."""
        return Language(self.language)


@click.command("probe")
@click.argument("target", required=False)
@click.option("--batch", type=FILE, metavar="FILE", help="Check every domain of a list; one report a line.")
@click.option("--out", type=FILE, metavar="FILE", help="With --batch: add to this file what is not in it yet.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    help=f"With --batch: how many domains are checked at once; default is {JOBS}.",
)
@click.option("--strict", is_flag=True, help="With --batch: check nothing if a line of the list is not usable.")
@click.option("--replay", type=FILE, metavar="REPORT", help="Read a stored report with today's rules; asks nobody.")
@click.option("--against", type=FILE, metavar="REPORT", help="Show what changed since this report.")
@nameserver_option
@click.option(
    "--timeout",
    type=click.FloatRange(1, LONGEST_DEADLINE),
    callback=_seconds,
    help="Seconds for the first pass; default is the installation's setting.",
)
@click.option(
    "--manual", multiple=True, metavar="imap=HOST:PORT:tls|starttls", help="A server to check besides those found."
)
@click.option("--details", is_flag=True, help="Show also every ability, step and attempt, and letters to the provider.")
@json_option
@language_option
def probe_command(**options: Any) -> None:  # noqa: ANN401 - click's own door; _Call names every type
    """Check the mail servers of TARGET (a domain or an address) from outside; never logs in."""
    call = _Call(**options)
    _check_combination(call)
    if call.batch is not None:
        order = BatchOrder(call.batch, call.out, call.jobs or JOBS, call.strict, call.reader)
        probe_batch(order, _options(call))
        return
    if call.replay is not None:
        report = replayed(call.replay, call.reader)
        old = replayed(call.against, call.reader) if call.against else None
    else:
        report, old = _probe(call)
    if old is not None:
        show_changes(old, report, call.reader, as_json=call.as_json)
    elif call.as_json:
        print_document(write_server_report(report))
    else:
        view = server_view(report, call.reader)
        more = detail_lines(view, call.reader) if call.details else ()
        click.echo("\n".join((*server_lines(view, call.reader), *more)))


def _check_combination(call: _Call) -> None:
    """Refuse options that do not go together. Raises ``click.UsageError``."""
    ways = [call.target is not None, call.batch is not None, call.replay is not None]
    if sum(ways) != 1:
        raise click.UsageError("Give one of TARGET, --batch FILE and --replay REPORT")
    only_batch = {"--out": call.out, "--jobs": call.jobs, "--strict": call.strict}
    only_one = {"--against": call.against, "--manual": call.manual}
    only_told = {"--json": call.as_json, "--batch": call.batch, "--against": call.against}
    only_live = {"--nameserver": call.nameservers, "--timeout": call.timeout, "--manual": call.manual}
    refused = [
        *(f"{name} needs --batch" for name, value in only_batch.items() if value and call.batch is None),
        *(f"{name} cannot be used with --batch" for name, value in only_one.items() if value and call.batch),
        *(f"--details cannot be used with {name}" for name, value in only_told.items() if value and call.details),
        *(f"--replay asks nobody and takes no {name}" for name, value in only_live.items() if value and call.replay),
    ]
    if refused:
        raise click.UsageError(refused[0])


def _options(call: _Call, manual: tuple[ManualClaim, ...] = ()) -> ProbeOptions:
    return probe_options(load_settings(), nameservers=call.nameservers, timeout=call.timeout, manual=manual)


def _probe(call: _Call) -> tuple[ServerReport, ServerReport | None]:
    """The new report, and the one to compare it with, which is read before anybody is asked anything."""
    manual, target = _parsed(call.target or "", call.manual, call.reader)
    old = replayed(call.against, call.reader) if call.against else None
    if call.against and old:
        check_domain(call.against, old, target.domain, call.reader)
    with needing_nameserver():
        return complete(run(target, _options(call, manual), _Progress(call.reader))), old


def _parsed(target: str, manual: tuple[str, ...], language: Language) -> tuple[tuple[ManualClaim, ...], Target]:
    try:
        return tuple(parse_manual(text) for text in manual), parse_target(target)
    except TargetError as error:
        raise BadInputError(target_sentence(error, language)) from None


class _Progress:
    """Says on standard error how each thing that was tried has ended."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._steps: tuple[Step, ...] = ()
        self._said: set[str] = set()

    def __call__(self, event: Event, /) -> None:
        self._steps = (*self._steps, step_of(event))
        for line in progress_lines(progress_view(self._steps, self._language)):
            if line not in self._said:
                self._said.add(line)
                click.echo(line, err=True)
