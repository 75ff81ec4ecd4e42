"""``probe --settings``: whether what was published arrives, as lines of plain text for a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor.profiles.account import UnsafeSettingsError
from advisor.report.arrival.compare import arrival
from advisor.report.arrival.meant import Meant
from advisor.report.arrival.view import Basis, arrival_view
from advisor.report.arrival.view_values import ArrivalView, ElsewhereRow, ProgramRow, ThingRow
from advisor.report.documents.server_report import ServerReport
from advisor.report.documents.settings import read_settings
from advisor.report.texts.changes import TWO_DOMAINS
from advisor.settings.values import CompanySettings
from advisor.text import Language, Text
from advisor.web.commands.common import BadInputError, read_file
from advisor.web.commands.text import bullet, paragraph, section, wrapped

_TITLE = Text("Kommt an, was veröffentlicht wurde?", "Does what was published arrive?")
_ELSEWHERE = Text("Was Programme sonst noch finden", "What programs may still find elsewhere")
_PROGRAMS = Text("Wie sich die Programme einrichten würden", "How the programs would set themselves up")


@dataclass(frozen=True, slots=True)
class Published:
    """The settings that are meant, and the file that they came from."""

    file: Path
    settings: CompanySettings
    domain: str


def read_published(path: Path, language: Language) -> Published:
    """Raises ``BadInputError`` for what are no settings, and for settings that are never exported."""
    settings = read_file(path, read_settings, language)
    try:
        return Published(path, settings, Meant.of(settings).domain)
    except UnsafeSettingsError as error:
        raise BadInputError(f"{path}: {error}") from None


def check_published(published: Published, domain: str, language: Language) -> None:
    """Refuse settings of another domain. Raises ``BadInputError``."""
    if published.domain != domain:
        raise BadInputError(f"{published.file}: {TWO_DOMAINS.into(language, old=published.domain, new=domain)}")


def arrival_lines(published: Published, report: ServerReport, language: Language) -> Iterator[str]:
    """The page about arrival, in the same order and the same words."""
    found = arrival(report, published.settings)
    view = arrival_view(found, report.report, Basis(file=str(published.file)), language)
    title = _TITLE.into(language)
    yield from (title, "=" * len(title), "")
    yield from paragraph(f"{view.headline} {view.count}")
    yield from paragraph(view.compared)
    for notice in view.notices:
        yield from paragraph(f"! {notice.title}: {notice.text}")
    yield from _things(view)
    yield from section(_ELSEWHERE, map(_elsewhere, view.elsewhere), language)
    yield from section(_PROGRAMS, map(_program, view.programs), language)


def _things(view: ArrivalView) -> Iterator[str]:
    for group in view.groups:
        yield group.title
        yield from wrapped(group.action)
        for row in group.rows:
            yield from bullet(f"{row.name}, {row.place}: {row.status.text}.")
            yield from wrapped(_said(row))
            yield from (f"    {line}" for line in row.lines)
        yield ""


def _said(row: ThingRow) -> str:
    return " ".join(filter(None, (*row.said, row.action)))


def _elsewhere(row: ElsewhereRow) -> str:
    return " ".join(filter(None, (f"{row.name}: {row.status.text}.", row.said, row.action)))


def _program(row: ProgramRow) -> str:
    servers = f"{'; '.join(row.servers)}." if row.servers else ""
    return " ".join(filter(None, (f"{row.name}: {row.end.text}.", servers, row.said, *row.details)))
