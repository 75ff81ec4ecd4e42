"""``mailweiche advise``: the recommendation for a file of answers."""

from datetime import UTC, datetime
from pathlib import Path

import click

from advisor.report.advice import recommend
from advisor.report.documents_answers import read_answers
from advisor.report.documents_recommendation import StoredRecommendation, write_recommendation
from advisor.report.documents_server_report import ServerReport, read_server_report
from advisor.report.documents_settings import write_settings
from advisor.settings.selection import company_settings
from advisor.text import Language
from advisor.web.commands.common import (
    BadInputError,
    NoDocumentError,
    json_option,
    language_option,
    print_document,
    read_file,
    write_file,
)
from advisor.web.commands.text import advice_lines

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("advise")
@click.argument("answers", type=FILE)
@click.option("--report", type=FILE, help="Report of a server check (mailweiche.server-report/1).")
@click.option("--settings-out", type=FILE, help="Write the settings (mailweiche.settings/1) here; needs --report.")
@click.option("--organisation", default="", help="Name of the company, for the settings.")
@json_option
@language_option
def advise_command(
    answers: Path, report: Path | None, settings_out: Path | None, organisation: str, as_json: bool, language: str
) -> None:
    """Say what the answers lead to, and why."""
    reader = Language(language)
    if settings_out is not None and report is None:
        raise BadInputError("--settings-out needs --report: settings come from a server check")
    given = read_file(answers, read_answers, reader)
    server = read_file(report, read_server_report, reader) if report is not None else None
    advice = recommend(given, server, at=datetime.now(UTC))
    if as_json:
        print_document(write_recommendation(advice))
    else:
        click.echo("\n".join(advice_lines(given, advice, server, reader)))
    if settings_out is not None and server is not None:
        write_file(settings_out, _settings(advice, server, organisation))


def _settings(advice: StoredRecommendation, server: ServerReport, organisation: str) -> bytes:
    recommendation = advice.recommendation
    if recommendation.recommended is None:
        raise NoDocumentError(f"no settings: the advice is «{recommendation.status}», it names no alternative")
    name = organisation or server.report.domain
    return write_settings(company_settings(server.report, name, recommendation.recommended, recommendation.keep_days))
