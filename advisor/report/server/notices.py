"""What a person must know before the table: a wrong domain, a filter in front, where to ask when nothing was found."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Outcome
from advisor.findings.rules.route import in_front
from advisor.findings.table import outcome
from advisor.report.cells import Tone
from advisor.report.names import gateway_name, said
from advisor.report.server.values import Notice
from advisor.report.texts import check
from advisor.report.texts.values import Note
from advisor.text import Language
from probes.codes import NOTHING_THERE, READING, Offer, Protocol, Reason, Source, Status
from probes.host_names import NULL_MX
from probes.results import ProbeReport
from probes.sign_in import all_closed

_NO_TO_US = frozenset({Reason.RATE_LIMITED, Reason.TURNED_AWAY})
_WITHOUT_A_WORD = frozenset({Reason.CLOSED, Reason.RESET})
"""How a port with TLS from the start says no; alone it may mean anything."""
_SPOKE = frozenset(
    {
        Reason.LIMIT_EXCEEDED,
        Reason.PLAIN_ON_TLS_PORT,
        Reason.PROTOCOL_ERROR,
        Reason.TLS_ON_PLAIN_PORT,
        Reason.WRONG_PROTOCOL,
    }
)
_NO_SERVER = frozenset({Offer.NOT_FOUND, Offer.UNREACHABLE, Offer.NOT_TESTED})


def notices(report: ProbeReport, language: Language) -> tuple[Notice, ...]:
    """The notices of one report, the most important first."""
    found = [*_about_the_domain(report, language), *_in_front(report, language)]
    open_to_ask = domain_exists(report) and not (takes_no_mail(report) and not report.services)
    known = any(only_busy(report, protocol) for protocol in READING)
    if {report.offers.imap, report.offers.pop3} <= _NO_SERVER and open_to_ask and not known:
        found.append(_notice(check.ASK_PROVIDER, Tone.NONE, language))
    return tuple(found)


def domain_exists(report: ProbeReport) -> bool:
    """Whether the name directory knows the domain, as far as it was asked."""
    return _route_reason(report) is not Reason.NAME_NOT_FOUND


def takes_no_mail(report: ProbeReport) -> bool:
    """Whether the domain itself says that nobody can write there (RFC 7505)."""
    return any(exchanger.host == NULL_MX for exchanger in report.mail_exchangers)


def nothing_sought(report: ProbeReport, protocol: Protocol) -> bool:
    """Whether no server was tried for a service because the domain takes no mail."""
    return takes_no_mail(report) and not any(each.protocol is protocol for each in report.services)


def only_busy(report: ProbeReport, protocol: Protocol) -> bool:
    """Whether all that kept us from a service is that its servers had no time for us; waiting is all that is needed."""
    return said_no(report, protocol) is Reason.RATE_LIMITED


def said_no(report: ProbeReport, protocol: Protocol) -> Reason | None:
    """Why servers that we did reach kept us from a service, where nothing else did; None where something may have."""
    tried = {each.reason for each in report.services if each.protocol is protocol} - NOTHING_THERE
    if report.offers.of(protocol) is not Offer.UNREACHABLE or not tried <= _NO_TO_US | _WITHOUT_A_WORD:
        return None
    return next((reason for reason in (Reason.TURNED_AWAY, Reason.RATE_LIMITED) if reason in tried), None)


def answers_oddly(report: ProbeReport, protocol: Protocol) -> bool:
    """Whether a server of a service that is out of reach did speak, only not as it should; findings tell how."""
    tried = [each for each in report.services if each.protocol is protocol]
    spoke = any(each.status is Status.FAILED and each.reason in _SPOKE for each in tried)
    return report.offers.of(protocol) is Offer.UNREACHABLE and spoke and not all_closed(tried)


def names_silent(report: ProbeReport) -> bool:
    """Whether the name directory gave no answer about the domain."""
    return _route_reason(report) not in (None, Reason.NAME_NOT_FOUND)


def _route_reason(report: ProbeReport) -> Reason | None:
    """How the question for the incoming route (MX) ended; None where it was answered or not asked."""
    checks = (each for each in report.sources if each.source is Source.MX_PROVIDER)
    return next((each.reason for each in checks if each.status is not Status.COMPLETED), None)


def _about_the_domain(report: ProbeReport, language: Language) -> list[Notice]:
    domain = report.domain
    if not domain_exists(report):
        return [_notice(check.NO_SUCH_DOMAIN, Tone.BAD, language, domain=domain)]
    if names_silent(report):
        return [_notice(check.NAMES_SILENT, Tone.WARN, language, domain=domain)]
    if takes_no_mail(report):
        return [_notice(check.TAKES_NO_MAIL, Tone.WARN, language, domain=domain)]
    asked = any(each.source is Source.MX_PROVIDER for each in report.sources)
    if asked and not report.mail_exchangers:
        return [_notice(check.NO_MAIL_ROUTE, Tone.WARN, language, domain=domain)]
    return []


def _in_front(report: ProbeReport, language: Language) -> list[Notice]:
    found = dict.fromkeys((FindingCode(each.code), each.subject) for each in in_front(report))
    return [_about_gateway(outcome(code), gateway, language) for code, gateway in found]


def _about_gateway(row: Outcome, gateway: str, language: Language) -> Notice:
    text = said(row, language, gateway=gateway_name(gateway))
    return Notice(row.name.into(language), text, Tone.WARN)


def _notice(note: Note, tone: Tone, language: Language, **fields: object) -> Notice:
    return Notice(note.title.into(language), note.text.into(language, **fields), tone)
