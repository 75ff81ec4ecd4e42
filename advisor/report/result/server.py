"""The server check on the result page: one row per service, in words, with source and time."""

from advisor.report.cells import Cell, Tone, judged
from advisor.report.dates import at_minute
from advisor.report.documents.server_report import ServerReport
from advisor.report.names import vantage
from advisor.report.result.values import ServerRow, ServerSummary
from advisor.report.texts.server import NOT_PROVEN, SECURITIES, SERVICES, SOURCES
from advisor.settings.selection import select
from advisor.settings.values import ServerSettings
from advisor.text import Language, Text
from probes.codes import MAIL, Protocol
from probes.results import ProbeReport

_NOT_MADE = Text(
    "Ihr Mailserver ist noch nicht geprüft. Alles hier gilt unter dem Vorbehalt, dass Ihr Anbieter es anbietet.",
    "Your mail server has not been checked yet. All of this holds only if your provider offers it.",
)
_MADE = Text(
    "Geprüft für {domain} am {time}, von {vantage} aus und ohne Anmeldung.",
    "Checked for {domain} on {time}, from {vantage} and without signing in.",
)
_NAME_FITS = Text("Ausweis passt", "identity proven")
_NAME_OPEN = Text("nicht geprüft", "not checked")


def server_summary(server: ServerReport | None, language: Language) -> ServerSummary:
    """What the newest check says, or that there was none."""
    if server is None:
        return ServerSummary(_NOT_MADE.into(language))
    report = server.report
    time = at_minute(report.started_at, language)
    text = _MADE.into(language, domain=report.domain, time=time, vantage=vantage(report.vantage, language))
    return ServerSummary(text, tuple(_row(report, protocol, language) for protocol in MAIL))


def _row(report: ProbeReport, protocol: Protocol, language: Language) -> ServerRow:
    chosen = select(report, protocol).settings
    return ServerRow(
        service=SERVICES[protocol].into(language),
        host=chosen.endpoint if chosen else None,
        reachable=judged(report.offers.of(protocol), language),
        encrypted=_encrypted(chosen, language),
        name=_name(chosen, language),
        source=SOURCES[chosen.source].into(language) if chosen else None,
    )


def _encrypted(chosen: ServerSettings | None, language: Language) -> Cell | None:
    if chosen is None:
        return None
    if not chosen.proven:
        return Cell(NOT_PROVEN.into(language), Tone.NONE)
    return Cell(SECURITIES[chosen.security].into(language), Tone.GOOD)


def _name(chosen: ServerSettings | None, language: Language) -> Cell | None:
    if chosen is None:
        return None
    return Cell(_NAME_FITS.into(language), Tone.GOOD) if chosen.proven else Cell(_NAME_OPEN.into(language), Tone.NONE)
