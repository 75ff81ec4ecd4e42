"""Rules that hold what is published against each other and against what the servers do."""

from collections.abc import Iterator
from itertools import combinations

from advisor.findings.codes import FindingCode
from advisor.findings.rules.parts import (
    PUBLISHED,
    completed,
    finding,
    on_host,
    published,
    where,
)
from advisor.findings.values import Finding, subject_of, subject_of_host
from probes.codes import NOT_THROUGH, NOTHING_THERE, Protocol, Source, Status
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, ProbeReport

_READ = (*PUBLISHED, Source.ISPDB)
_DERIVED = frozenset({Source.GUESS, Source.PROVIDER_LIST, Source.MX_PROVIDER})
_ANNOUNCED_BUT_OFF = {
    Protocol.IMAP: FindingCode.IMAP_ANNOUNCED_BUT_OFF,
    Protocol.POP3: FindingCode.POP3_ANNOUNCED_BUT_OFF,
}


def leftover_of_old_host(report: ProbeReport) -> Iterator[Finding]:
    """A published server that does not answer while one that another source names does."""
    for claim in published(report):
        other = _answering_elsewhere(report, claim)
        if other is not None and _is_silent(report, claim):
            yield finding(
                FindingCode.LEFTOVER_OF_OLD_HOST,
                subject_of_host(claim.protocol, host_name(claim.host)),
                source=claim.source.value,
                host=host_name(claim.host),
                other_host=other,
                record=where(claim.evidence),
            )


def sources_contradict(report: ProbeReport) -> Iterator[Finding]:
    """Two sources name different servers for one service, and none of these is merely a leftover or an alias.

    The public list counts too: programs read it, although the domain cannot change it by itself.
    """
    for protocol in Protocol:
        first = {claim.source: claim for claim in reversed(published(report, protocol, _READ))}
        for one, other in combinations([first[source] for source in Source if source in first], 2):
            if _contradict(report, one, other):
                yield _contradiction(report, one, other)
                break


def srv_says_off_but_answers(report: ProbeReport) -> Iterator[Finding]:
    """The domain states by SRV "." that a service is not offered (RFC 6186 section 3.4), and yet it answers."""
    off = [claim for claim in report.claims if claim.source is Source.SRV and claim.host == NOT_OFFERED]
    for protocol in dict.fromkeys(claim.protocol for claim in off):
        said_again = published(report, protocol)
        answering = completed(report, protocol)
        if answering and not any(claim.source is Source.SRV for claim in said_again):
            host = answering[0].host
            yield finding(FindingCode.SRV_SAYS_OFF_BUT_ANSWERS, subject_of_host(protocol, host), host=host)


def announced_but_off(report: ProbeReport) -> Iterator[Finding]:
    """A published reading service exists on none of its hosts, while the server itself is there."""
    for protocol, code in _ANNOUNCED_BUT_OFF.items():
        claims = published(report, protocol)
        tried = [service for claim in claims for service in on_host(report, protocol, claim.host)]
        off = bool(tried) and all(service.reason in NOTHING_THERE for service in tried)
        if off and not completed(report, protocol) and completed(report):
            claim = claims[0]
            yield finding(
                code,
                subject_of_host(protocol, host_name(claim.host)),
                source=claim.source.value,
                host=host_name(claim.host),
                record=where(claim.evidence),
            )


def pop3_open_but_unannounced(report: ProbeReport) -> Iterator[Finding]:
    """POP3 answers although the domain announces only IMAP, and does not say that POP3 is off."""
    spoken_of = [claim for claim in report.claims if claim.protocol is Protocol.POP3 and claim.source not in _DERIVED]
    answering = completed(report, Protocol.POP3)
    if answering and published(report, Protocol.IMAP) and not spoken_of:
        first = answering[0]
        yield finding(FindingCode.POP3_OPEN_BUT_UNANNOUNCED, subject_of(first), host=first.host)


def _contradict(report: ProbeReport, one: Claim, other: Claim) -> bool:
    hosts_of = {claim.source: _hosts(report, claim) for claim in (one, other)}
    if hosts_of[one.source] & hosts_of[other.source]:
        return False
    own = [claim for claim in (one, other) if claim.source in PUBLISHED]
    if any(_is_silent(report, claim) and _answering_elsewhere(report, claim) for claim in own):
        return False
    return not (_addresses(report, one) & _addresses(report, other))


def _contradiction(report: ProbeReport, one: Claim, other: Claim) -> Finding:
    works = [claim.host for claim in (one, other) if _answers(report, claim)]
    return finding(
        FindingCode.SOURCES_CONTRADICT,
        one.protocol.value,
        source=one.source.value,
        host=host_name(one.host),
        other_source=other.source.value,
        other_host=host_name(other.host),
        works=", ".join(host_name(host) for host in works) or "–",
    )


def _hosts(report: ProbeReport, claim: Claim) -> set[str]:
    """Every host that the source of this claim names for its protocol."""
    return {host_name(each.host) for each in published(report, claim.protocol, _READ) if each.source is claim.source}


def _addresses(report: ProbeReport, claim: Claim) -> set[str]:
    """Where the claimed host leads: two names of one server do not contradict each other."""
    tried = {each.address for each in on_host(report, claim.protocol, claim.host) if each.address}
    facts = (facts.addresses for facts in report.hosts if host_name(facts.host) == host_name(claim.host))
    return tried.union(*facts)


def _answers(report: ProbeReport, claim: Claim) -> bool:
    return any(each.status is Status.COMPLETED for each in on_host(report, claim.protocol, claim.host))


def _is_silent(report: ProbeReport, claim: Claim) -> bool:
    tried = on_host(report, claim.protocol, claim.host)
    return bool(tried) and all(each.reason in NOTHING_THERE | NOT_THROUGH for each in tried)


def _answering_elsewhere(report: ProbeReport, claim: Claim) -> str | None:
    """A host that answers for the same service, named by another source than this claim's and not by that too."""
    hosts = {host_name(each.host) for each in completed(report, claim.protocol)} - {host_name(claim.host)}
    answering = [each for each in report.claims if each.protocol is claim.protocol and host_name(each.host) in hosts]
    if any(each.source is claim.source for each in answering):  # a spare server of the same source is no leftover
        return None
    return next((host_name(each.host) for each in answering), None)
