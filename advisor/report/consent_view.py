"""The view of the question whether a server is the provider's: how it was found, what it is for, whom to ask."""

from dataclasses import dataclass

from advisor.report.names import source_phrase
from advisor.report.texts import consent as words
from advisor.report.texts.server import SERVICES, SOURCES
from advisor.settings.consent import needed, to_confirm
from advisor.settings.values import CompanySettings, ServerSettings
from advisor.text import Language
from probes.codes import MAIL, SOURCE_ORDER, Protocol, Source
from probes.host_names import host_name
from probes.results import ProbeReport


@dataclass(frozen=True, slots=True)
class HostQuestion:
    """One server to confirm; ``ask`` is a letter to the provider, ready to be sent."""

    host: str
    title: str
    found: str
    used_for: str
    tested: str
    where_to_look: str
    ask: str


def host_questions(report: ProbeReport, settings: CompanySettings, language: Language) -> tuple[HostQuestion, ...]:
    """One question for each host that the company's way needs and that nobody vouched for."""
    return tuple(_question(report, settings, server, language) for server in to_confirm(needed(settings)))


def _question(
    report: ProbeReport, settings: CompanySettings, server: ServerSettings, language: Language
) -> HostQuestion:
    host = server.host
    services = _services(settings, host, language)
    return HostQuestion(
        host=host,
        title=words.QUESTION.into(language, host=host),
        found=_found(report, host, language),
        used_for=words.USED_FOR.into(language, services=services),
        tested=(words.WORKS if server.proven else words.UNTESTED).into(language),
        where_to_look=words.WHERE_TO_LOOK.into(language),
        ask=words.ASK.into(language, domain=report.domain, host=host, services=services),
    )


def _services(settings: CompanySettings, host: str, language: Language) -> str:
    incoming, outgoing = needed(settings)
    reading = Protocol.IMAP if incoming is settings.imap else Protocol.POP3
    used = ((reading, incoming), (Protocol.SUBMISSION, outgoing))
    return ", ".join(
        SERVICES[protocol].into(language) for protocol, server in used if server is not None and server.host == host
    )


def _found(report: ProbeReport, host: str, language: Language) -> str:
    naming = [each for each in report.claims if host_name(each.host) == host and each.protocol in MAIL]
    ranked = sorted(naming, key=lambda claim: SOURCE_ORDER.index(claim.source))
    phrases = "; ".join(dict.fromkeys(source_phrase(claim, language) for claim in ranked))
    guessed = phrases == SOURCES[Source.GUESS].into(language)
    return (words.GUESSED if guessed else words.FOUND).into(language, host=host, sources=phrases)
