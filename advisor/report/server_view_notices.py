"""What a person must know before the table: a wrong domain, a filter in front, where to ask when nothing was found."""

from advisor.report.result_view_values import Tone
from advisor.report.server_view_parts import gateway, gateway_name
from advisor.report.server_view_values import Notice
from advisor.report.texts import check
from advisor.report.texts.server import SERVICES
from advisor.report.texts.values import Note
from advisor.text import Language
from probes.codes import Offer, Reason, Source, Status
from probes.discovery.catalogue import GatewayKind
from probes.results import ProbeReport

NULL_MX = "."  # RFC 7505
_NO_SERVER = frozenset({Offer.NOT_FOUND, Offer.UNREACHABLE, Offer.NOT_TESTED})


def notices(report: ProbeReport, language: Language) -> tuple[Notice, ...]:
    """The notices of one report, the most important first."""
    found = [*_about_the_domain(report, language), *_in_front(report, language)]
    if {report.offers.imap, report.offers.pop3} <= _NO_SERVER and domain_exists(report):
        found.append(_notice(check.ASK_PROVIDER, Tone.NONE, language))
    if report.preference is not None:
        service = SERVICES[report.preference.protocol].into(language)
        found.append(_notice(check.PREFERS, Tone.NONE, language, service=service))
    return tuple(found)


def domain_exists(report: ProbeReport) -> bool:
    """Whether the name directory knows the domain, as far as it was asked."""
    return _route_reason(report) is not Reason.NAME_NOT_FOUND


def _route_reason(report: ProbeReport) -> Reason | None:
    """How the question for the incoming route (MX) ended; None where it was answered or not asked."""
    checks = (each for each in report.sources if each.source is Source.MX_PROVIDER)
    return next((each.reason for each in checks if each.status is not Status.COMPLETED), None)


def _about_the_domain(report: ProbeReport, language: Language) -> list[Notice]:
    domain = report.domain
    if not domain_exists(report):
        return [_notice(check.NO_SUCH_DOMAIN, Tone.BAD, language, domain=domain)]
    if _route_reason(report) is not None:
        return [_notice(check.NAMES_SILENT, Tone.WARN, language, domain=domain)]
    if any(exchanger.host == NULL_MX for exchanger in report.mail_exchangers):
        return [_notice(check.TAKES_NO_MAIL, Tone.WARN, language, domain=domain)]
    asked = any(each.source is Source.MX_PROVIDER for each in report.sources)
    if asked and not report.mail_exchangers:
        return [_notice(check.NO_MAIL_ROUTE, Tone.WARN, language, domain=domain)]
    return []


def _in_front(report: ProbeReport, language: Language) -> list[Notice]:
    codes = dict.fromkeys(exchanger.gateway for exchanger in report.mail_exchangers if exchanger.gateway)
    return [_notice(_gateway_note(code), Tone.WARN, language, gateway=gateway_name(code)) for code in codes]


def _gateway_note(code: str) -> Note:
    known = gateway(code)
    forwards = known is not None and known.kind is GatewayKind.FORWARDER
    return check.FORWARDER_IN_FRONT if forwards else check.FILTER_IN_FRONT


def _notice(note: Note, tone: Tone, language: Language, **fields: object) -> Notice:
    return Notice(note.title.into(language), note.text.into(language, **fields), tone)
