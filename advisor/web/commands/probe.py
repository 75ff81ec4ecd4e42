"""``mailweiche probe``: the server check of a domain or address, without any password."""

import math

import click
from flask.cli import with_appcontext

from advisor.report.documents_server_report import write_server_report
from advisor.report.probe_progress import Step, step_of
from advisor.report.progress_view import progress_view
from advisor.report.server_report import complete
from advisor.report.server_view import server_view
from advisor.report.texts.target import TARGET_PROBLEMS
from advisor.text import Language
from advisor.web.commands.common import BadInputError, NoDocumentError, json_option, language_option, print_document
from advisor.web.commands.text import progress_lines, server_lines
from advisor.web.probing import probe_options
from advisor.web.settings import settings
from probes.discovery.manual import parse_manual
from probes.options import ManualClaim
from probes.progress import Event
from probes.resolver import NoNameserverError, Resolver
from probes.runner import run
from probes.target import Target, TargetError, parse_target

LONGEST_DEADLINE = 60.0


def _nameserver(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        if values:
            Resolver(values, seconds=1)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return values


def _seconds(_context: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and math.isnan(value):  # no range refuses it, and no deadline that is none ever passes
        raise click.BadParameter(f"give a number from 1 to {LONGEST_DEADLINE:.0f}")
    return value


@click.command("probe")
@click.argument("target")
@click.option(
    "--nameserver", "nameservers", multiple=True, callback=_nameserver, help="Ask this name server: IP[:PORT]."
)
@click.option(
    "--timeout",
    type=click.FloatRange(1, LONGEST_DEADLINE),
    callback=_seconds,
    help="Seconds for the first pass; default is the installation's setting.",
)
@click.option(
    "--manual", multiple=True, metavar="imap=HOST:PORT:tls|starttls", help="A server to check besides those found."
)
@json_option
@language_option
@with_appcontext
def probe_command(
    target: str,
    nameservers: tuple[str, ...],
    timeout: float | None,
    manual: tuple[str, ...],
    as_json: bool,
    language: str,
) -> None:
    """Check the mail servers of TARGET (a domain or an address) from outside; never logs in."""
    reader = Language(language)
    claims, domain = _parsed(target, manual, reader)
    options = probe_options(settings(), nameservers=nameservers, timeout=timeout, manual=claims)
    try:
        report = complete(run(domain, options, _Progress(reader)))
    except NoNameserverError as error:
        raise NoDocumentError(f"{error} with --nameserver or MAILWEICHE_NAMESERVERS") from None
    if as_json:
        print_document(write_server_report(report))
    else:
        click.echo("\n".join(server_lines(server_view(report, reader), reader)))


def _parsed(target: str, manual: tuple[str, ...], language: Language) -> tuple[tuple[ManualClaim, ...], Target]:
    try:
        return tuple(parse_manual(text) for text in manual), parse_target(target)
    except TargetError as error:
        sentence = TARGET_PROBLEMS[error.problem].into(language)
        hint = f" ({error.suggestion}?)" if error.suggestion else ""
        raise BadInputError(f"{sentence}{hint}") from None


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
