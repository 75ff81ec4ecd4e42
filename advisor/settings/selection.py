"""Which claim wins: from everything a probe run found to the three servers that a mail client is told.

What our own connection proved comes first, then the trust of the claim, then the rank of its source, then implicit TLS
before STARTTLS (RFC 8314 section 3). Clear text, filter gateways and names that the certificate disproves never win.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings, ServerSettings, ServiceSettings
from probes.codes import Authentication, Offer, Protocol, Reason, Security, Source, Status, Trust, UsernameForm
from probes.results import Claim, ProbeReport, Service

OAUTH2_REQUIRED = "oauth2_required"
NOT_OFFERED = "."  # the SRV target of a service that is off on purpose (RFC 6186 section 3.4)

_TRUST_ORDER = (Trust.VERIFIED, Trust.TRUSTED, Trust.NEEDS_CONSENT)
_SOURCE_ORDER = (
    Source.MANUAL,
    Source.PACC,
    Source.AUTOCONFIG_HTTPS,
    Source.WELL_KNOWN_HTTPS,
    Source.SRV,
    Source.ISPDB,
    Source.PROVIDER_LIST,
    Source.AUTODISCOVER,
    Source.AUTODISCOVER_SRV,
    Source.AUTODISCOVER_V2,
    Source.JMAP,
    Source.MX_PROVIDER,
    Source.TXT_MAILCONF,
    Source.AUTOCONFIG_HTTP,
    Source.WELL_KNOWN_HTTP,
    Source.GUESS,
)
_UNTESTED = frozenset(
    {
        Reason.FILTERED,
        Reason.TIMED_OUT,
        Reason.GREETING_TIMEOUT,
        Reason.RATE_LIMITED,
        Reason.TLS_TIMEOUT,
        Reason.DNS_FAILED,
        Reason.PORT_NOT_ALLOWED,
        Reason.LIMIT_EXCEEDED,
        Reason.CANCELLED,
    }
)
_PASSWORDS = frozenset({Authentication.PASSWORD_CLEARTEXT, Authentication.PASSWORD_ENCRYPTED})


class Outcome(StrEnum):
    """What the choice for one protocol rests on."""

    PROVEN = "proven"
    NOT_CHECKED = "not_checked"
    OFF_ON_PURPOSE = "off_on_purpose"
    NOTHING_SAFE = "nothing_safe"


@dataclass(frozen=True, slots=True)
class Selection:
    """The server chosen for one protocol; ``agreeing`` lists every source that named the same host."""

    protocol: Protocol
    settings: ServerSettings | None
    outcome: Outcome
    agreeing: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    claim: Claim
    port: int
    security: Security
    service: Service | None

    @property
    def proven(self) -> bool:
        return self.service is not None and is_proven(self.service)

    def order(self) -> tuple[bool, int, int, bool]:
        return (
            not self.proven,
            _TRUST_ORDER.index(self.claim.trust),
            _SOURCE_ORDER.index(self.claim.source),
            self.security is not Security.TLS,
        )


def is_proven(service: Service) -> bool:
    """Whether our own encrypted connection worked and the certificate is trusted and made for this name."""
    certificate = service.tls.certificate if service.tls else None
    return (
        service.status is Status.COMPLETED
        and service.security is not Security.NONE
        and certificate is not None
        and certificate.trusted
        and certificate.name_matches
        and certificate.problem is None
    )


def select(report: ProbeReport, protocol: Protocol) -> Selection:
    """The best safe server for ``protocol``, or why there is none."""
    if _switched_off(report, protocol):
        return Selection(protocol, None, Outcome.OFF_ON_PURPOSE)
    candidates = sorted(_candidates(report, protocol), key=_Candidate.order)
    if not candidates:
        return Selection(protocol, None, Outcome.NOTHING_SAFE)
    best = candidates[0]
    outcome = Outcome.PROVEN if best.proven else Outcome.NOT_CHECKED
    return Selection(protocol, _settings(report, best), outcome, _agreeing(report, best))


def service_settings(report: ProbeReport) -> ServiceSettings:
    """The best safe server per service, whatever the company decides."""
    return ServiceSettings(
        imap=select(report, Protocol.IMAP).settings,
        pop3=select(report, Protocol.POP3).settings,
        submission=select(report, Protocol.SUBMISSION).settings,
    )


def company_settings(
    report: ProbeReport, organisation: str, alternative: Alternative, keep_days: int | None
) -> CompanySettings:
    """The settings of a company as far as the report supports them; a server that is not safe to name is None."""
    servers = service_settings(report)
    return CompanySettings(
        organisation=organisation,
        domain=report.domain,
        alternative=alternative,
        keep_days=keep_days,
        imap=servers.imap,
        pop3=servers.pop3,
        submission=servers.submission,
        provider_notes=report.provider.note_codes if report.provider else (),
    )


def _switched_off(report: ProbeReport, protocol: Protocol) -> bool:
    verdicts = {
        Protocol.IMAP: report.offers.imap,
        Protocol.POP3: report.offers.pop3,
        Protocol.SUBMISSION: report.offers.submission,
    }
    return verdicts.get(protocol) is Offer.OFF_ON_PURPOSE


def _candidates(report: ProbeReport, protocol: Protocol) -> list[_Candidate]:
    gateways = {_name(exchanger.host) for exchanger in report.mail_exchangers if exchanger.gateway}
    named = [
        claim
        for claim in report.claims
        if claim.protocol is protocol and claim.host != NOT_OFFERED and _name(claim.host) not in gateways
    ]
    return [candidate for claim in named for candidate in (*_tested(report, claim), *_untested(report, claim))]


def _tested(report: ProbeReport, claim: Claim) -> list[_Candidate]:
    return [
        _Candidate(claim, service.port, service.security, service)
        for service in _services(report, claim)
        if is_proven(service)
    ]


def _untested(report: ProbeReport, claim: Claim) -> list[_Candidate]:
    """The claimed endpoint itself, where no test spoke against it. A mere guess needs a test to be worth naming.

    A run says of every host at least that it was not tried; it leaves out only gateways, which hold no mailboxes.
    """
    if claim.source is Source.GUESS or claim.port is None or claim.security in (None, Security.NONE):
        return []
    services = _services(report, claim)
    if not services or any(_disproves_name(service) for service in services):
        return []
    if any(service.port == claim.port and not _could_not_test(service) for service in services):
        return []
    return [_Candidate(claim, claim.port, claim.security or Security.TLS, None)]


def _disproves_name(service: Service) -> bool:
    return service.tls is not None and service.tls.certificate is not None and not is_proven(service)


def _could_not_test(service: Service) -> bool:
    return service.status is Status.NOT_RUN or (service.status is Status.FAILED and service.reason in _UNTESTED)


def _services(report: ProbeReport, claim: Claim) -> list[Service]:
    return [
        service
        for service in report.services
        if service.protocol is claim.protocol and _name(service.host) == _name(claim.host)
    ]


def _settings(report: ProbeReport, best: _Candidate) -> ServerSettings:
    username, template = _username(report, best.claim)
    return ServerSettings(
        host=_name(best.claim.host),
        port=best.port,
        security=best.security,
        username=username,
        username_template=template,
        authentication=_authentication(report, best),
        proven=best.proven,
        checked_at=_checked_at(report, best),
        source=best.claim.source,
        trust=best.claim.trust,
    )


def _checked_at(report: ProbeReport, best: _Candidate) -> datetime | None:
    return report.started_at if best.proven else None


def _username(report: ProbeReport, winner: Claim) -> tuple[UsernameForm, str | None]:
    """The winner's own word, else the best word of another claim on the same host, else the full address."""
    others = (claim for claim in report.claims if _name(claim.host) == _name(winner.host))
    ranked = sorted(others, key=lambda claim: (claim.protocol is not winner.protocol, _claim_order(claim)))
    for claim in (winner, *ranked):
        if claim.username is not None:
            return claim.username, claim.username_template
    return UsernameForm.ADDRESS, None


def _claim_order(claim: Claim) -> tuple[int, int]:
    return _TRUST_ORDER.index(claim.trust), _SOURCE_ORDER.index(claim.source)


def _authentication(report: ProbeReport, best: _Candidate) -> tuple[Authentication, ...]:
    """What the server itself offers beats what a file says; a provider that refuses passwords beats both."""
    seen = best.service.authentication if best.service else ()
    methods = seen or best.claim.authentication
    if report.provider and OAUTH2_REQUIRED in report.provider.note_codes:
        others = tuple(method for method in methods if method not in _PASSWORDS)
        return others if Authentication.OAUTH2 in others else (Authentication.OAUTH2, *others)
    return methods


def _agreeing(report: ProbeReport, best: _Candidate) -> tuple[Source, ...]:
    sources = {
        claim.source
        for claim in report.claims
        if claim.protocol is best.claim.protocol and _name(claim.host) == _name(best.claim.host)
    }
    return tuple(source for source in _SOURCE_ORDER if source in sources)


def _name(host: str) -> str:
    return host.rstrip(".").lower() or host
