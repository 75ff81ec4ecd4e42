"""The SRV records of the mail services: each label, and the order of the two protocols."""

from collections.abc import Iterable
from dataclasses import replace

from advisor.profiles.formats.dns import ServiceRecord
from advisor.report.arrival.meant import Meant
from advisor.report.arrival.reasons import NOT_RUN, Nothing, check_of, from_status
from advisor.report.arrival.values import Difference, Differs, Item, Status, Thing, Why
from probes.codes import READING, Protocol, Reason, Security, Source
from probes.codes import Status as Ran
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, Evidence, ProbeReport, SourceCheck

_ITEMS: dict[str, tuple[Item, Protocol, Security]] = {
    "_imaps": (Item.SRV_IMAPS, Protocol.IMAP, Security.TLS),
    "_imap": (Item.SRV_IMAP, Protocol.IMAP, Security.STARTTLS),
    "_pop3s": (Item.SRV_POP3S, Protocol.POP3, Security.TLS),
    "_pop3": (Item.SRV_POP3, Protocol.POP3, Security.STARTTLS),
    "_submissions": (Item.SRV_SUBMISSIONS, Protocol.SUBMISSION, Security.TLS),
    "_submission": (Item.SRV_SUBMISSION, Protocol.SUBMISSION, Security.STARTTLS),
}


def records(report: ProbeReport, meant: Meant) -> Iterable[Thing]:
    """One thing for each record that the zone shall hold, and for any other that names a server that is not meant."""
    expected = {record.label: record for record in meant.records}
    found = {label: _found(report, label) for label in _ITEMS}
    things = [
        _expected(report, expected[label], found[label], meant)
        if label in expected
        else _unexpected(label, found[label], meant)
        for label in _ITEMS
    ]
    yield from (thing for thing in things if thing is not None)
    yield from _order(report, meant, found)


def _found(report: ProbeReport, label: str) -> tuple[Claim, ...]:
    """What is said under this label; a claim that kept no record is known by its protocol and security."""
    _, protocol, security = _ITEMS[label]
    return tuple(
        claim
        for claim in report.claims
        if claim.source is Source.SRV
        and (
            _is_of(claim.evidence, label)
            if claim.evidence.record
            else (claim.protocol, claim.security) == (protocol, security)
        )
    )


def _is_of(evidence: Evidence, label: str) -> bool:
    return (evidence.record or "").startswith(f"{label}._tcp.")


def _expected(report: ProbeReport, record: ServiceRecord, found: tuple[Claim, ...], meant: Meant) -> Thing:
    item, *_ = _ITEMS[record.label]
    thing = Thing(
        item,
        f"{record.label}._tcp.{meant.domain}",
        Status.SAME,
        lines=(record.line(meant.domain),),
        meant=(record.server.endpoint,) if record.server else (),
    )
    if not found:
        return _without(report, record.label, thing)
    differences = tuple(difference for claim in found for difference in _differences(record, claim))
    return _judged(thing, found, differences, meant)


def _unexpected(label: str, found: tuple[Claim, ...], meant: Meant) -> Thing | None:
    """A record that the zone need not hold is told only where it leads to another server."""
    item, protocol, _ = _ITEMS[label]
    foreign = tuple(
        Difference(Differs.STILL_OFFERED, protocol, _endpoint(claim)) for claim in found if _is_foreign(claim, meant)
    )
    if not foreign:
        return None
    return Thing(item, f"{label}._tcp.{meant.domain}", Status.LEFTOVER, differences=foreign)


def _judged(thing: Thing, found: tuple[Claim, ...], differences: tuple[Difference, ...], meant: Meant) -> Thing:
    if any(_is_foreign(claim, meant) for claim in found):
        return replace(thing, status=Status.LEFTOVER, differences=differences)
    return replace(thing, status=Status.OTHER if differences else Status.SAME, differences=differences)


def _is_foreign(claim: Claim, meant: Meant) -> bool:
    return claim.host != NOT_OFFERED and host_name(claim.host) not in meant.hosts


def _differences(record: ServiceRecord, claim: Claim) -> Iterable[Difference]:
    server, protocol = record.server, claim.protocol
    off = claim.host == NOT_OFFERED
    if server is None:
        if not off:
            yield Difference(Differs.STILL_OFFERED, protocol, _endpoint(claim))
    elif off:
        yield Difference(Differs.SAID_OFF, protocol, meant=server.endpoint)
    elif host_name(claim.host) != server.host:
        yield Difference(Differs.HOST, protocol, host_name(claim.host), server.host)
    elif claim.port != server.port:
        yield Difference(Differs.PORT, protocol, str(claim.port or ""), str(server.port))


def _endpoint(claim: Claim) -> str:
    return host_name(claim.host) if claim.port is None else f"{host_name(claim.host)}:{claim.port}"


def _without(report: ProbeReport, label: str, thing: Thing) -> Thing:
    nothing = _nothing(check_of(report, Source.SRV), label)
    return replace(thing, status=nothing.status, why=nothing.why, reason=nothing.reason)


def _nothing(check: SourceCheck | None, label: str) -> Nothing:
    """Why no claim was made of this label: no record, one that cannot be used, or no answer."""
    if check is None or check.status is Ran.NOT_RUN:
        return NOT_RUN
    steps = [step for step in check.evidence if _is_of(step, label)]
    if steps:
        return from_status(steps[-1].status)
    if check.status is Ran.FAILED:
        return from_status((check.reason or Reason.DNS_FAILED).value)
    return Nothing(Status.MISSING, Why.NO_RECORD)


def _order(report: ProbeReport, meant: Meant, found: dict[str, tuple[Claim, ...]]) -> Iterable[Thing]:
    """Which protocol comes first, where both are meant to be announced, or the one that is not meant comes first."""
    announced = [record for record in meant.records if record.server is not None and record.protocol is not None]
    first = report.preference.protocol if report.preference else None
    place = ", ".join(f"{record.label}._tcp" for record in announced)
    thing = Thing(Item.SRV_ORDER, place, Status.SAME, lines=tuple(record.line(meant.domain) for record in announced))
    if len(announced) < len(READING) and first in (None, meant.reading):
        return
    named = {claim.protocol for claims in found.values() for claim in claims if claim.host != NOT_OFFERED}
    if not named.issuperset(READING):
        yield replace(thing, status=Status.NOT_NEEDED, why=Why.WAITS_FOR_RECORDS)
    elif first is None:
        yield replace(thing, status=Status.OTHER, differences=(Difference(Differs.NO_ORDER, meant=meant.reading),))
    elif first is not meant.reading:
        wrong = Difference(Differs.ORDER, found=first, meant=meant.reading)
        yield replace(thing, status=Status.OTHER, differences=(wrong,))
    else:
        yield thing
