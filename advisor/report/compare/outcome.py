"""What changed in the outcome: which protocols are offered, and which settings we propose."""

from collections.abc import Iterator

from advisor.report.compare.tools import listed, pairs
from advisor.report.compare.values import Change, ChangeCode, Value, Weight
from advisor.report.documents.server_report import ServerReport
from advisor.settings.values import ServerSettings, ServiceSettings
from probes.codes import Offer, Protocol
from probes.results import ProbeReport

_NOTHING = ServiceSettings(None, None, None)
_UNSURE = frozenset({Offer.UNREACHABLE, Offer.NOT_TESTED})


def offer_changes(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    """The verdicts that became another one."""
    for protocol in Protocol:
        before, after = old.offers.of(protocol), new.offers.of(protocol)
        if before is not after:
            code, weight = _offer(before, after)
            yield Change(code, weight, protocol, pairs(protocol=protocol, old_offer=before, new_offer=after))


def _offer(old: Offer, new: Offer) -> tuple[ChangeCode, Weight]:
    if old in _UNSURE and new in _UNSURE:
        return ChangeCode.OFFER_CHANGED, Weight.WORTH_KNOWING
    if new in _UNSURE:
        return ChangeCode.OFFER_UNTESTED, Weight.WORTH_KNOWING
    if old in _UNSURE:
        return ChangeCode.OFFER_TESTED, Weight.WORTH_KNOWING
    if new is Offer.OFFERED:
        return ChangeCode.OFFER_ADDED, Weight.GOOD_NEWS
    if old is Offer.OFFERED:
        return ChangeCode.OFFER_REMOVED, Weight.NEEDS_ACTION
    return ChangeCode.OFFER_CHANGED, Weight.WORTH_KNOWING


def settings_changes(old: ServerReport, new: ServerReport) -> Iterator[Change]:
    """Where what we would have programs set up with is no longer the same."""
    before, after = old.settings or _NOTHING, new.settings or _NOTHING
    proposals = (
        (Protocol.IMAP, before.imap, after.imap),
        (Protocol.POP3, before.pop3, after.pop3),
        (Protocol.SUBMISSION, before.submission, after.submission),
    )
    for protocol, first, second in proposals:
        if first and second:
            yield from _settings(protocol, first, second)
        elif second:
            yield Change(ChangeCode.SETTINGS_ADDED, Weight.GOOD_NEWS, protocol, _named(protocol, second))
        elif first:
            unsure = new.report.offers.of(protocol) in _UNSURE
            weight = Weight.WORTH_KNOWING if unsure else Weight.NEEDS_ACTION
            yield Change(ChangeCode.SETTINGS_REMOVED, weight, protocol, _named(protocol, first))


def _settings(protocol: Protocol, old: ServerSettings, new: ServerSettings) -> Iterator[Change]:
    before, after = _typed_in(old), _typed_in(new)
    if old.proven != new.proven:  # the ways to sign in are the server's own words only where it was reached
        before["authentication"] = after["authentication"]
    if before != after:
        fields = listed(name for name, value in after.items() if before[name] != value)
        states = pairs(protocol=protocol, old=old.endpoint, new=new.endpoint, fields=fields)
        yield Change(ChangeCode.SETTINGS_CHANGED, Weight.NEEDS_ACTION, protocol, states)
    yield from _grounds(protocol, old, new)


def _grounds(protocol: Protocol, old: ServerSettings, new: ServerSettings) -> Iterator[Change]:
    """What the proposal rests on."""
    server = _named(protocol, new)
    if new.proven and not old.proven:
        yield Change(ChangeCode.SETTINGS_PROVEN, Weight.GOOD_NEWS, protocol, server)
    if old.proven and not new.proven:
        yield Change(ChangeCode.SETTINGS_UNPROVEN, Weight.WORTH_KNOWING, protocol, server)
    if (old.source, old.trust) != (new.source, new.trust):
        grounds = pairs(
            protocol=protocol,
            old_source=old.source,
            new_source=new.source,
            old_trust=old.trust,
            new_trust=new.trust,
        )
        yield Change(ChangeCode.SETTINGS_SOURCE_CHANGED, Weight.WORTH_KNOWING, protocol, grounds)


def _typed_in(settings: ServerSettings) -> dict[str, str | int]:
    """Everything that a person or a profile enters into a mail program."""
    return {
        "host": settings.host,
        "port": settings.port,
        "security": settings.security,
        "username": settings.username,
        "username_template": settings.username_template or "",
        "authentication": listed(settings.authentication),
    }


def _named(protocol: Protocol, settings: ServerSettings) -> tuple[tuple[str, Value], ...]:
    return pairs(protocol=protocol, server=settings.endpoint)
