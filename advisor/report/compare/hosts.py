"""What changed at the mail hosts: which there are, their addresses, and what the DNS says of their certificates."""

from collections.abc import Iterator

from advisor.report.compare.domain import dnssec_change
from advisor.report.compare.tools import SourceState, check_of, existing, listed, pairs, source_state
from advisor.report.compare.values import Change, ChangeCode, Weight
from probes.codes import Reason
from probes.discovery.catalogue import provider_of_host
from probes.results import HostFacts, ProbeReport, Tlsa


def host_changes(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    """The changes of hosts as such; a name that does not exist is no server."""
    before, after = existing(old), existing(new)
    for host in sorted(_reached(new) - before):
        code = ChangeCode.SERVER_TESTED if _unseen(host, new, old) else ChangeCode.SERVER_ADDED
        yield Change(code, Weight.WORTH_KNOWING, host, pairs(host=host))
    for host in sorted(_reached(old) - after):
        code = ChangeCode.SERVER_UNTESTED if _unseen(host, old, new) else ChangeCode.SERVER_REMOVED
        yield Change(code, Weight.WORTH_KNOWING, host, pairs(host=host))
    for host in sorted(before & after):
        yield from _addresses(host, old, new)
    facts_before = {each.host: each for each in old.hosts}
    facts_after = {each.host: each for each in new.hosts}
    for host in sorted(facts_before.keys() & facts_after.keys()):
        yield from _facts(facts_before[host], facts_after[host])


def _reached(report: ProbeReport) -> frozenset[str]:
    """The hosts whose name certainly exists."""
    nameless = (Reason.NAME_NOT_FOUND, Reason.DNS_FAILED)
    return frozenset(each.host for each in report.services if each.reason not in nameless)


def _unseen(host: str, seen_by: ProbeReport, other: ProbeReport) -> bool:
    """Whether the other report lacks a host only because nobody who named it could be asked."""
    if any(each.host == host for each in other.services):
        return False
    sources = {claim.source for claim in seen_by.claims if claim.host == host}
    return bool(sources) and all(source_state(check_of(other, each)) is SourceState.UNKNOWN for each in sources)


def _addresses(host: str, old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    """Other addresses. A large provider answers from many in turn, and a report without the list knows only some."""
    if provider_of_host(host) is not None:
        return
    told_before, told_after = _told_addresses(host, old), _told_addresses(host, new)
    before, after = told_before or _tried_addresses(host, old), told_after or _tried_addresses(host, new)
    changed = before != after if told_before and told_after else before.isdisjoint(after)
    if before and after and changed:
        places = pairs(host=host, old=listed(before), new=listed(after))
        yield Change(ChangeCode.ADDRESS_CHANGED, Weight.WORTH_KNOWING, host, places)


def _told_addresses(host: str, report: ProbeReport) -> frozenset[str]:
    return frozenset(address for each in report.hosts if each.host == host for address in each.addresses)


def _tried_addresses(host: str, report: ProbeReport) -> frozenset[str]:
    return frozenset(each.address for each in report.services if each.host == host and each.address)


def _facts(old: HostFacts, new: HostFacts) -> Iterator[Change]:
    yield from dnssec_change(new.host, new.host, old.dnssec, new.dnssec)
    if {each.upper() for each in old.caa} != {each.upper() for each in new.caa}:
        records = pairs(host=new.host, old=listed(old.caa), new=listed(new.caa))
        yield Change(ChangeCode.CAA_CHANGED, Weight.WORTH_KNOWING, new.host, records)
    before = {(each.port, each.data.lower()): each for each in old.tlsa}
    after = {(each.port, each.data.lower()): each for each in new.tlsa}
    for port in sorted({port for port, _ in before.keys() ^ after.keys()}):
        subject = f"{new.host}:{port}"
        yield Change(ChangeCode.TLSA_CHANGED, Weight.WORTH_KNOWING, subject, pairs(server=subject))
    yield from _matches(new.host, old.tlsa, new.tlsa)


def _matches(host: str, old: tuple[Tlsa, ...], new: tuple[Tlsa, ...]) -> Iterator[Change]:
    """One matching record of a port is enough (RFC 6698 section 2.1)."""
    before, after = _matching(old), _matching(new)
    for port in sorted(before.keys() & after.keys()):
        subject = f"{host}:{port}"
        if after[port] and not before[port]:
            yield Change(ChangeCode.TLSA_MATCHES, Weight.GOOD_NEWS, subject, pairs(server=subject))
        if before[port] and not after[port]:
            yield Change(ChangeCode.TLSA_BROKEN, Weight.NEEDS_ACTION, subject, pairs(server=subject))


def _matching(records: tuple[Tlsa, ...]) -> dict[int, bool]:
    """By port, whether any of the records that were compared matches."""
    found: dict[int, bool] = {}
    for each in records:
        if each.matches is not None:
            found[each.port] = found.get(each.port, False) or each.matches
    return found
