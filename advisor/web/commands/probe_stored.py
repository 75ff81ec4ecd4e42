"""Stored reports on the command line: read again with today's rules, and compared with each other."""

from pathlib import Path

import click

from advisor.report.compare.reports import comparison
from advisor.report.compare.values import DifferentDomainsError
from advisor.report.compare.view import compare_view
from advisor.report.documents.comparison import write_comparison
from advisor.report.documents.server_report import ServerReport, read_server_report
from advisor.report.server_report import complete
from advisor.report.texts.changes import TWO_DOMAINS
from advisor.text import Language
from advisor.web.commands.common import BadInputError, print_document, read_file
from advisor.web.commands.compare_text import comparison_lines


def replayed(path: Path, language: Language) -> ServerReport:
    """The stored facts judged again; nobody is asked anything. Raises ``BadInputError``."""
    return complete(read_file(path, read_server_report, language).report)


def check_domain(path: Path, old: ServerReport, domain: str, language: Language) -> None:
    """Refuse a report of another domain before anything is asked. Raises ``BadInputError``."""
    if old.report.domain != domain:
        raise BadInputError(f"{path}: {TWO_DOMAINS.into(language, old=old.report.domain, new=domain)}")


def show_changes(old: ServerReport, new: ServerReport, language: Language, *, as_json: bool) -> None:
    """Print what changed between two reports, whichever is the earlier one. Raises ``BadInputError``."""
    try:
        found = comparison(old.report, new.report)
    except DifferentDomainsError as error:
        raise BadInputError(TWO_DOMAINS.into(language, old=error.old, new=error.new)) from None
    if as_json:
        print_document(write_comparison(found))
    else:
        click.echo("\n".join(comparison_lines(compare_view(found, language), found.domain)))
