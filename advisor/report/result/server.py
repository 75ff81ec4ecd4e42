"""The server check on the result page: one row per service, in words, with source and time."""

from advisor.decision.recommendation import Recommendation, SeenFact
from advisor.report.cells import Cell, Tone
from advisor.report.dates import at_minute
from advisor.report.documents.server_report import ServerReport
from advisor.report.names import vantage
from advisor.report.result.answers import MEASURED
from advisor.report.result.values import ServerRow, ServerSummary
from advisor.report.server.services import service_status
from advisor.report.texts.server import NOT_PROVEN, SECURITIES, SERVICES, SOURCES
from advisor.report.texts.server_facts import server_fact
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
_YOURS = Text("Ihr Server {fact}", "Your server {fact}")
_NAME_FITS = Text("Ausweis passt", "identity proven")
_NAME_OPEN = Text("nicht geprüft", "not checked")


def server_summary(recommendation: Recommendation, server: ServerReport | None, language: Language) -> ServerSummary:
    """What the newest check says, or that there was none; and which of its facts move the advice."""
    facts = tuple(_fact(fact, language) for fact in _facts(recommendation))
    if server is None:
        return ServerSummary(_NOT_MADE.into(language), facts=facts)
    report = server.report
    time = at_minute(report.started_at, language)
    text = _MADE.into(language, domain=report.domain, time=time, vantage=vantage(report.vantage, language))
    return ServerSummary(text, tuple(_row(report, protocol, language) for protocol in MAIL), facts)


def _facts(recommendation: Recommendation) -> tuple[SeenFact, ...]:
    """Every fact that moves an argument or fires a rule, once."""
    given = recommendation
    arguments = (*given.reasons, *given.counter_reasons, *given.form_reasons)
    moving = [fact for argument in arguments for fact in argument.facts]
    ruling = [fact for row in given.ranking for exclusion in row.excluded_by for fact in exclusion.facts]
    return tuple(dict.fromkeys((*moving, *ruling)))


def _fact(fact: SeenFact, language: Language) -> str:
    told = _YOURS.into(language, fact=server_fact(fact, language))
    return f"{told} ({MEASURED.into(language)})" if fact.measured else told


def _row(report: ProbeReport, protocol: Protocol, language: Language) -> ServerRow:
    chosen = select(report, protocol).settings
    return ServerRow(
        service=SERVICES[protocol].into(language),
        host=chosen.endpoint if chosen else None,
        reachable=service_status(report, protocol, language),
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
