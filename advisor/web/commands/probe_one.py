"""``mailweiche probe`` of one target, or of a stored report; and what changed since an earlier one."""

import click

from advisor.report.documents.server_report import ServerReport, write_server_report
from advisor.report.probe_progress import Step, step_of
from advisor.report.progress_view import progress_view
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.report.texts.target import target_sentence
from advisor.text import Language
from advisor.web.commands.arrival_text import Published, arrival_lines, check_published, read_published
from advisor.web.commands.common import BadInputError, print_document
from advisor.web.commands.details_text import detail_lines
from advisor.web.commands.nameservers import needing_nameserver
from advisor.web.commands.probe import Call
from advisor.web.commands.probe_stored import check_domain, replayed, show_changes
from advisor.web.commands.text import progress_lines, server_lines
from advisor.web.config import load_settings
from advisor.web.probe_options import probe_options
from probes.discovery.manual import parse_manual
from probes.options import ManualClaim
from probes.progress import Event
from probes.refusal import unless_refused
from probes.runner import run
from probes.target import Target, TargetError, parse_target


def probe_one(call: Call) -> None:
    """Check or read again, and print. Raises ``BadInputError``, ``NoDocumentError``."""
    published = read_published(call.settings, call.reader) if call.settings else None
    if call.replay is not None:
        report = replayed(call.replay, call.reader)
        if published is not None:
            check_published(published, report.report.domain, call.reader)
        old = replayed(call.against, call.reader) if call.against else None
    else:
        report, old = _probe(call, published)
    if old is not None:
        show_changes(old, report, call.reader, as_json=call.as_json)
    elif call.as_json:
        print_document(write_server_report(report))
    else:
        view = server_view(report, call.reader)
        more = detail_lines(view, call.reader) if call.details else ()
        arrives = arrival_lines(published, report, call.reader) if published else ()
        click.echo("\n".join((*server_lines(view, call.reader), *more, *arrives)))


def _probe(call: Call, published: Published | None) -> tuple[ServerReport, ServerReport | None]:
    """The new report, and the one to compare it with, which is read before anybody is asked anything."""
    manual, target = _parsed(call.target or "", call.manual, call.reader)
    old = replayed(call.against, call.reader) if call.against else None
    if call.against and old:
        check_domain(call.against, old, target.domain, call.reader)
    if published is not None:
        check_published(published, target.domain, call.reader)
    options = probe_options(load_settings(), nameservers=call.nameservers, timeout=call.timeout, manual=manual)
    try:
        unless_refused(target, options.refuse)
    except TargetError as error:
        raise BadInputError(target_sentence(error, call.reader)) from None
    with needing_nameserver():
        return complete(run(target, options, _Progress(call.reader))), old


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
