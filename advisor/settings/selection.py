"""Which claim wins: from everything a probe run found to the three servers that a mail client is told, and why.

What our own connection proved comes first, then the trust of the claim, then the rank of its source, then implicit TLS
before STARTTLS (RFC 8314 section 3). Clear text, filter gateways, names that the certificate disproves and ports at
which nobody can sign in never win.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisor.settings.candidates import Candidate, candidates, is_proven, named, services_of
from advisor.settings.claim_order import order_of
from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings, ServerSettings, ServiceSettings
from probes.codes import PASSWORDS, Authentication, Offer, Protocol, Source, Trust, UsernameForm
from probes.host_names import host_name
from probes.results import Claim, ProbeReport

OAUTH2_REQUIRED = "oauth2_required"


class Standing(StrEnum):
    """How the choice for one protocol stands."""

    PROVEN = "proven"
    NOT_CHECKED = "not_checked"
    OFF_ON_PURPOSE = "off_on_purpose"
    NOTHING_SAFE = "nothing_safe"


class Because(StrEnum):
    """Why the winner stands before the runner-up; the first that tells them apart."""

    ONLY_ONE = "only_one"
    PROVEN = "proven"
    SIGN_IN = "sign_in"
    OTHERS_FAILED = "others_failed"
    TRUST = "trust"
    RANK = "rank"
    SECURITY = "security"
    NAMED_FIRST = "named_first"


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The server that came second; ``port`` is None where it was named without one and nothing answered."""

    host: str
    port: int | None
    source: Source
    trust: Trust


@dataclass(frozen=True, slots=True)
class Selection:
    """The server chosen for one protocol.

    ``because`` is None where nothing is proposed, ``runner_up`` where there was no other way in at all.
    """

    protocol: Protocol
    settings: ServerSettings | None
    standing: Standing
    because: Because | None = None
    runner_up: RunnerUp | None = None


def select(report: ProbeReport, protocol: Protocol) -> Selection:
    """The best safe server for ``protocol`` and why it is the best, or why there is none."""
    if report.offers.of(protocol) is Offer.OFF_ON_PURPOSE:
        return Selection(protocol, None, Standing.OFF_ON_PURPOSE)
    ranked = candidates(report, protocol)
    if not ranked:
        return Selection(protocol, None, Standing.NOTHING_SAFE)
    best = ranked[0]
    because, runner_up = _against_the_rest(report, best, ranked)
    return Selection(
        protocol=protocol,
        settings=_settings(report, best),
        standing=Standing.PROVEN if best.proven else Standing.NOT_CHECKED,
        because=because,
        runner_up=runner_up,
    )


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


def _against_the_rest(report: ProbeReport, best: Candidate, ranked: list[Candidate]) -> tuple[Because, RunnerUp | None]:
    """Compared first with another server that could be proposed, then with one that our test spoke against, then with
    another way into the same server.
    """
    other = next((each for each in ranked if each.host != best.host), None)
    if other is not None:
        return _because(best, other), _runner_up(other)
    failed = _best_failed(report, best)
    if failed is not None:
        runner_up = RunnerUp(host_name(failed.host), failed.port, failed.source, failed.trust)
        return _because_failed(report, best, failed), runner_up
    other = next((each for each in ranked if each.port != best.port), None)
    return (_because(best, other), _runner_up(other)) if other is not None else (Because.ONLY_ONE, None)


def _because(best: Candidate, other: Candidate) -> Because:
    reasons = (Because.PROVEN, Because.TRUST, Because.RANK, Because.SECURITY)
    steps = zip(reasons, best.order(), other.order(), strict=True)
    return next((reason for reason, ours, theirs in steps if ours != theirs), Because.NAMED_FIRST)


def _because_failed(report: ProbeReport, best: Candidate, failed: Claim) -> Because:
    if any(is_proven(service) for service in services_of(report, failed)):  # so well that only the sign-in is missing
        return Because.SIGN_IN
    return Because.PROVEN if best.proven else Because.OTHERS_FAILED


def _runner_up(other: Candidate) -> RunnerUp:
    return RunnerUp(other.host, other.port, other.claim.source, other.claim.trust)


def _best_failed(report: ProbeReport, best: Candidate) -> Claim | None:
    """The best claim of another server where none may be proposed; a guess that came to nothing is no rival."""
    rivals = (
        claim
        for claim in named(report, best.claim.protocol)
        if host_name(claim.host) != best.host and claim.source is not Source.GUESS
    )
    return min(rivals, key=order_of, default=None)


def _settings(report: ProbeReport, best: Candidate) -> ServerSettings:
    username, template = _username(report, best.claim)
    return ServerSettings(
        host=host_name(best.claim.host),
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


def _checked_at(report: ProbeReport, best: Candidate) -> datetime | None:
    return report.started_at if best.proven else None


def _username(report: ProbeReport, winner: Claim) -> tuple[UsernameForm, str | None]:
    """The winner's own word, else the best word of another claim on the same host, else the full address."""
    others = (claim for claim in report.claims if host_name(claim.host) == host_name(winner.host))
    ranked = sorted(others, key=lambda claim: (claim.protocol is not winner.protocol, order_of(claim)))
    for claim in (winner, *ranked):
        if claim.username is not None:
            return claim.username, claim.username_template
    return UsernameForm.ADDRESS, None


def _authentication(report: ProbeReport, best: Candidate) -> tuple[Authentication, ...]:
    """What the server itself offers beats what a file says; a provider that refuses passwords beats both."""
    seen = best.service.authentication if best.service else ()
    methods = seen or best.claim.authentication
    if report.provider and OAUTH2_REQUIRED in report.provider.note_codes:
        others = tuple(method for method in methods if method not in PASSWORDS)
        return others if Authentication.OAUTH2 in others else (Authentication.OAUTH2, *others)
    return methods
