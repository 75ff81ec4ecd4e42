"""What changed at the domain itself: who takes its mail, which provider is recognised, which protocol it prefers."""

from collections.abc import Iterator

from advisor.report.compare.tools import SourceState, check_of, listed, pairs, source_state
from advisor.report.compare.values import Change, ChangeCode, Weight
from probes.codes import Reason, Source
from probes.results import MailExchanger, ProbeReport, Provider

MX = "mx"


def domain_changes(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    """The changes of everything that belongs to the domain and to no single server."""
    gone_before, gone_after = _gone(old), _gone(new)
    if gone_before != gone_after:
        code = ChangeCode.DOMAIN_GONE if gone_after else ChangeCode.DOMAIN_FOUND
        yield Change(code, Weight.NEEDS_ACTION if gone_after else Weight.GOOD_NEWS, new.domain)
    if _told(Source.MX_PROVIDER, old, new):
        yield from _exchangers(old, new)
    yield from _provider(old, new)
    yield from _preference(old, new)


def _gone(report: ProbeReport) -> bool:
    return check_of(report, Source.MX_PROVIDER).reason is Reason.NAME_NOT_FOUND


def _told(source: Source, *reports: ProbeReport) -> bool:
    """Whether a source was heard by all reports, so that silence means that there is nothing."""
    return all(source_state(check_of(report, source)) is not SourceState.UNKNOWN for report in reports)


def _exchangers(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    before = {each.host: each for each in old.mail_exchangers}
    after = {each.host: each for each in new.mail_exchangers}
    for host in sorted(after.keys() - before.keys()):
        yield Change(ChangeCode.MX_ADDED, Weight.WORTH_KNOWING, f"{MX}:{host}", pairs(host=host))
    for host in sorted(before.keys() - after.keys()):
        yield Change(ChangeCode.MX_REMOVED, Weight.WORTH_KNOWING, f"{MX}:{host}", pairs(host=host))
    for host in sorted(before.keys() & after.keys()):
        yield from _exchanger(before[host], after[host])
    yield from _gateways(before, after)


def _exchanger(old: MailExchanger, new: MailExchanger) -> Iterator[Change]:
    subject = f"{MX}:{new.host}"
    if old.preference != new.preference:
        figures = pairs(host=new.host, old=old.preference, new=new.preference)
        yield Change(ChangeCode.MX_PREFERENCE_CHANGED, Weight.WORTH_KNOWING, subject, figures)
    if old.provider != new.provider:
        names = pairs(old_provider=old.provider or "", new_provider=new.provider or "")
        yield Change(ChangeCode.PROVIDER_CHANGED, Weight.WORTH_KNOWING, subject, names)
    yield from dnssec_change(subject, new.host, old.dnssec, new.dnssec)


def _gateways(old: dict[str, MailExchanger], new: dict[str, MailExchanger]) -> Iterator[Change]:
    before = {each.gateway for each in old.values() if each.gateway}
    after = {each.gateway for each in new.values() if each.gateway}
    for gateway in sorted(after - before):
        yield Change(ChangeCode.GATEWAY_ADDED, Weight.WORTH_KNOWING, MX, pairs(gateway=gateway))
    for gateway in sorted(before - after):
        yield Change(ChangeCode.GATEWAY_REMOVED, Weight.WORTH_KNOWING, MX, pairs(gateway=gateway))


def dnssec_change(subject: str, host: str, old: bool | None, new: bool | None) -> Iterator[Change]:
    """Whether a name's answers are signed now and were not, or the reverse; None was not asked."""
    if old is None or new is None or old == new:
        return
    if new:
        yield Change(ChangeCode.DNSSEC_ADDED, Weight.GOOD_NEWS, subject, pairs(host=host))
    else:
        yield Change(ChangeCode.DNSSEC_REMOVED, Weight.WORTH_KNOWING, subject, pairs(host=host))


def _provider(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    before, after = old.provider, new.provider
    if before is None or after is None:
        if before is not after and _told(Source.MX_PROVIDER, old, new):
            yield _another_provider(before, after)
    elif before.id != after.id:
        yield _another_provider(before, after)
    elif set(before.note_codes) != set(after.note_codes):
        added, removed = set(after.note_codes) - set(before.note_codes), set(before.note_codes) - set(after.note_codes)
        notes = pairs(provider=after.id, notes_added=listed(added), notes_removed=listed(removed))
        yield Change(ChangeCode.PROVIDER_NOTES_CHANGED, Weight.WORTH_KNOWING, "provider", notes)


def _another_provider(old: Provider | None, new: Provider | None) -> Change:
    names = pairs(old_provider=old.id if old else "", new_provider=new.id if new else "")
    return Change(ChangeCode.PROVIDER_CHANGED, Weight.NEEDS_ACTION, "provider", names)


def _preference(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    before, after = old.preference, new.preference
    sources = {each.source for each in (before, after) if each}
    if before != after and all(_told(source, old, new) for source in sources):
        states = pairs(
            old_protocol=before.protocol if before else "",
            new_protocol=after.protocol if after else "",
        )
        yield Change(ChangeCode.PREFERENCE_CHANGED, Weight.WORTH_KNOWING, "preference", states)
