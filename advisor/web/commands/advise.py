"""``mailweiche advise``: the recommendation for a file of answers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from advisor.decision.groups import answers_of
from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.advice import counted_answers, recommend
from advisor.report.advised_settings import advised_settings
from advisor.report.documents.answers import read_answers
from advisor.report.documents.measure import read_measurement
from advisor.report.documents.recommendation import write_recommendation
from advisor.report.documents.server_report import ServerReport, read_server_report
from advisor.report.documents.settings import write_settings
from advisor.report.estimates.view import all_sentences
from advisor.report.result.view import result_view
from advisor.settings.consent import to_confirm
from advisor.text import Language, Text
from advisor.web.commands.common import (
    FILE,
    BadInputError,
    NoDocumentError,
    json_option,
    language_option,
    partial_file,
    print_document,
    read_file,
)
from advisor.web.commands.text import advice_lines, group_lines, section

_ESTIMATES = Text("Platz, Verkehr, Kosten (geschätzt)", "Space, traffic, cost (estimated)")
_NOT_CONFIRMED = Text(
    "mailweiche: {path}: {host} ist noch nicht bestätigt; «export» braucht dafür --confirm {host}",
    "mailweiche: {path}: {host} is not confirmed yet; “export” needs --confirm {host} for it",
)


@click.command("advise")
@click.argument("answers", type=FILE)
@click.option("--report", type=FILE, help="Report of a server check (mailweiche.server-report/1).")
@click.option("--measure", type=FILE, help="What `mailweiche measure` found (mailweiche.measure/1).")
@click.option("--settings-out", type=FILE, help="Write the settings (mailweiche.settings/1) here; needs --report.")
@click.option("--organisation", default="", help="Name of the company, for the settings.")
@json_option
@language_option
def advise_command(
    answers: Path,
    report: Path | None,
    measure: Path | None,
    settings_out: Path | None,
    organisation: str,
    as_json: bool,
    language: str,
) -> None:
    """Say what the answers lead to, and why."""
    reader = Language(language)
    if settings_out is not None and report is None:
        raise BadInputError("--settings-out needs --report: settings come from a server check")
    given = read_file(answers, read_answers, reader)
    server = read_file(report, read_server_report, reader) if report is not None else None
    seen = read_file(measure, read_measurement, reader) if measure is not None else None
    now = datetime.now(UTC)
    advice = recommend(given, server, seen, at=now)
    if settings_out is not None and server is not None:
        _write_settings(settings_out, advice.recommendation, given, server, organisation, reader)
    if as_json:
        print_document(write_recommendation(advice))
    else:
        estimates = section(_ESTIMATES, all_sentences(advice.recommendation, now, now, reader), reader)
        lines = _lines(advice.recommendation, counted_answers(given, seen), server, reader)
        click.echo("\n".join((*lines, *estimates)))


def _lines(
    recommendation: Recommendation, answers: Answers, server: ServerReport | None, language: Language
) -> Iterator[str]:
    """The company's result, then that of each group with the answers that hold for it."""
    yield from advice_lines(result_view(recommendation, answers, server, language), language)
    for group, advised in zip(answers.groups, recommendation.groups, strict=True):
        view = result_view(advised.recommendation, answers_of(answers, group), server, language)
        yield from group_lines(group.name, group.mailboxes, view, language)


def _write_settings(
    path: Path,
    recommendation: Recommendation,
    answers: Answers,
    server: ServerReport,
    organisation: str,
    language: Language,
) -> None:
    settings = advised_settings(recommendation, answers, server, organisation)
    if settings is None:
        raise NoDocumentError(f"no settings: {_why_no_settings(recommendation)}")
    with partial_file(path) as file:
        file.write(write_settings(settings))
    for each in to_confirm((settings.imap, settings.pop3, settings.submission)):
        click.echo(_NOT_CONFIRMED.into(language, path=path, host=each.host), err=True)


def _why_no_settings(recommendation: Recommendation) -> str:
    if recommendation.native is not None:
        return "neither IMAP nor POP3 is advised but the provider's own connection"
    if recommendation.recommended is None:
        return f"nothing is advised, the status is {recommendation.status}"
    return "the report names no safe server to receive and to send"
