"""The view of the server check: verdict, notices, one row per service, and behind it everything that was seen."""

from datetime import date

from babel.numbers import format_decimal

from advisor.findings.rows.providers import PROVIDERS
from advisor.report.capabilities.view import capability_views
from advisor.report.cells import Tone
from advisor.report.dates import at_minute, day
from advisor.report.documents.server_report import ServerReport
from advisor.report.names import provider_name, said, vantage
from advisor.report.server.claims import claims_view
from advisor.report.server.clients import clients_view, together
from advisor.report.server.details import attempts
from advisor.report.server.findings import findings_view
from advisor.report.server.hosts import hosts
from advisor.report.server.notices import domain_exists, notices
from advisor.report.server.services import service_view
from advisor.report.server.sources import sources, steps
from advisor.report.server.values import Notice, ProviderView, ServerView
from advisor.report.texts import check
from advisor.report.texts.provider_notes import AS_OF
from advisor.text import LOCALES, Language, Text
from probes.codes import MAIL, READING, Offer
from probes.measurement import Measurement
from probes.results import ProbeReport, Provider
from probes.sign_in import all_closed
from probes.target import TargetError, parse_target

_BESIDE: dict[Offer, tuple[Text, Text]] = {
    Offer.INSECURE_ONLY: (check.IMAP_SAFE, check.POP3_SAFE),
    Offer.UNREACHABLE: (check.IMAP_SURE, check.POP3_SURE),
    Offer.NOT_TESTED: (check.IMAP_SURE, check.POP3_SURE),
    Offer.NOT_FOUND: (check.IMAP_ONLY, check.POP3_ONLY),
    Offer.OFF_ON_PURPOSE: (check.IMAP_ONLY, check.POP3_ONLY),
}  # the headline if IMAP, or if POP3, is offered and this is so of the other


def server_view(
    server: ServerReport, language: Language, organisation: str = "", measurement: Measurement | None = None
) -> ServerView:
    """The finished page of one report; ``organisation`` signs the letters to the provider, else the domain does;
    ``measurement`` shows abilities that nobody sees before signing in.
    """
    report = server.report
    headline, tone = _verdict(report)
    shown_domain = _for_people(report.domain)
    findings = findings_view(report, language, organisation or shown_domain)
    tasks = {protocol for finding in findings.now for protocol in finding.protocols}
    return ServerView(
        domain=report.domain,
        shown_domain=shown_domain,
        exists=domain_exists(report),
        headline=headline.into(language),
        tone=tone,
        moment=at_minute(report.started_at, language),
        vantage=vantage(report.vantage, language),
        seconds=format_decimal(round(report.duration_ms / 1000, 1), locale=LOCALES[language]),
        notices=notices(report, language),
        services=tuple(service_view(report, each, language, has_task=each in tasks) for each in MAIL),
        capabilities=capability_views(report, language, measurement),
        findings=findings,
        claims=claims_view(report, language),
        clients=together(clients_view(server, language)),
        provider=_provider(report.provider, language) if report.provider else None,
        sources=sources(report, language),
        steps=steps(report, language),
        attempts=attempts(report, language),
        hosts=hosts(report, language),
    )


def _for_people(domain: str) -> str:
    """The domain with its own letters; a name that cannot be decoded stays as it is."""
    try:
        return parse_target(domain).shown
    except TargetError:
        return domain


def _verdict(report: ProbeReport) -> tuple[Text, Tone]:
    imap, pop3 = report.offers.imap, report.offers.pop3
    if Offer.OFFERED in (imap, pop3):
        return _offered(imap, pop3), Tone.GOOD
    if Offer.INSECURE_ONLY in (imap, pop3):
        return check.INSECURE, Tone.BAD
    if Offer.UNREACHABLE in (imap, pop3):
        closed = all_closed(each for each in report.services if each.protocol in READING)
        return check.NO_SIGN_IN if closed else check.UNREACHABLE, Tone.WARN
    if Offer.NOT_TESTED in (imap, pop3):
        return check.UNTESTED, Tone.WARN
    return check.NOTHING, Tone.WARN


def _offered(imap: Offer, pop3: Offer) -> Text:
    """Which of the two ways to read are there, and what is said of the other: "could not test" is never "missing"."""
    if imap is pop3:
        return check.BOTH
    for_imap, for_pop3 = _BESIDE[pop3 if imap is Offer.OFFERED else imap]
    return for_imap if imap is Offer.OFFERED else for_pop3


def _provider(provider: Provider, language: Language) -> ProviderView:
    known = [row for code, row in PROVIDERS.items() if code in provider.note_codes]
    return ProviderView(
        name=provider_name(provider.id),
        notes=tuple(Notice(row.name.into(language), said(row, language)) for row in known),
        as_of=AS_OF.into(language, date=day(date.fromisoformat(provider.checked), language)),
    )
