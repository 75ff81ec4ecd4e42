"""What changed at the single ports of servers that both reports know: whether they answer, and what they say."""

from collections.abc import Callable, Iterator

from advisor.findings.values import subject_of
from advisor.report.compare.certificates import certificate_changes
from advisor.report.compare.tools import existing, listed, pairs, service_untested
from advisor.report.compare.values import Change, ChangeCode, Value, Weight
from probes.codes import PASSWORDS, Authentication, Protocol, Security, Status, TlsVersion
from probes.results import ProbeReport, Service

_Key = tuple[Protocol, str, int, Security, bool]
_OUTDATED = frozenset({TlsVersion.TLS_1_0, TlsVersion.TLS_1_1})  # RFC 8996
_LISTS = frozenset({"AUTH", "SASL"})  # lines whose words stand in no meaningful order


def service_changes(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    """The changes port by port; a server that only one report knows is a change of its own, not of its ports."""
    shared = existing(old) & existing(new)
    before, after = _ports(old, shared), _ports(new, shared)
    for key in sorted(after.keys() - before.keys()):
        yield _change(ChangeCode.SERVICE_ADDED, Weight.WORTH_KNOWING, after[key])
    for key in sorted(before.keys() - after.keys()):
        yield _change(ChangeCode.SERVICE_REMOVED, Weight.WORTH_KNOWING, before[key])
    for key in sorted(before.keys() & after.keys()):
        yield from _port(before[key], after[key])


def _ports(report: ProbeReport, hosts: frozenset[str]) -> dict[_Key, Service]:
    return {
        (each.protocol, each.host, each.port, each.security, each.second_family): each
        for each in report.services
        if each.host in hosts
    }


def place_of(service: Service) -> str:
    """What a change of one port speaks of; the row of the second address family is told apart."""
    return f"{subject_of(service)}{':second_family' if service.second_family else ''}"


def _change(code: ChangeCode, weight: Weight, service: Service, **params: Value) -> Change:
    place = pairs(protocol=service.protocol, server=service.endpoint, **params)
    return Change(code, weight, place_of(service), place)


def _port(old: Service, new: Service) -> Iterator[Change]:
    if old.status is Status.COMPLETED is new.status:
        for differences in _ANSWERING:
            yield from differences(old, new)
    else:
        yield from _answering(old, new)


def _answering(old: Service, new: Service) -> Iterator[Change]:
    """How a port answers now that did not answer at least once. "Could not test" is never "stopped"."""
    states = {"old_reason": old.reason or "", "new_reason": new.reason or ""}
    unsure_before, unsure_after = service_untested(old), service_untested(new)
    if unsure_before and unsure_after:
        return
    if unsure_after:
        yield _change(ChangeCode.SERVICE_UNTESTED, Weight.WORTH_KNOWING, new, **states)
    elif unsure_before:
        yield _change(ChangeCode.SERVICE_TESTED, Weight.WORTH_KNOWING, new, **states)
    elif new.status is Status.COMPLETED:
        yield _change(ChangeCode.SERVICE_STARTED, Weight.GOOD_NEWS, new, **states)
    elif old.status is Status.COMPLETED:
        yield _change(ChangeCode.SERVICE_STOPPED, Weight.NEEDS_ACTION, new, **states)
    elif old.reason is not new.reason:
        yield _change(ChangeCode.SERVICE_REASON_CHANGED, Weight.WORTH_KNOWING, new, **states)


def _problem(old: Service, new: Service) -> Iterator[Change]:
    """A fault of the certificate that came, went or became another one."""
    if old.reason is new.reason:
        return
    if old.reason is not None:
        yield _change(ChangeCode.CERTIFICATE_PROBLEM_REMOVED, Weight.GOOD_NEWS, new, reason=old.reason)
    if new.reason is not None:
        yield _change(ChangeCode.CERTIFICATE_PROBLEM_ADDED, Weight.NEEDS_ACTION, new, reason=new.reason)


def _certificate(old: Service, new: Service) -> Iterator[Change]:
    before, after = old.tls and old.tls.certificate, new.tls and new.tls.certificate
    if before and after:
        for code, weight, params in certificate_changes(before, after):
            yield _change(code, weight, new, **params)


def _session(old: Service, new: Service) -> Iterator[Change]:
    if old.tls and new.tls and old.tls.version != new.tls.version:
        versions = {"old": old.tls.version, "new": new.tls.version}
        yield _change(ChangeCode.TLS_VERSION_CHANGED, Weight.WORTH_KNOWING, new, **versions)


def _versions(old: Service, new: Service) -> Iterator[Change]:
    before = {each.version: each.accepted for each in old.versions if each.accepted is not None}
    after = {each.version: each.accepted for each in new.versions if each.accepted is not None}
    for version in TlsVersion:
        if version in before and version in after and before[version] != after[version]:
            better = after[version] != (version in _OUTDATED)
            code = ChangeCode.TLS_VERSION_ADDED if after[version] else ChangeCode.TLS_VERSION_REMOVED
            yield _change(code, Weight.GOOD_NEWS if better else Weight.NEEDS_ACTION, new, version=version)


def _software(old: Service, new: Service) -> Iterator[Change]:
    if old.implementation != new.implementation:
        names = {"old": old.implementation or "", "new": new.implementation or ""}
        yield _change(ChangeCode.SOFTWARE_CHANGED, Weight.WORTH_KNOWING, new, **names)


def _sign_in(old: Service, new: Service) -> Iterator[Change]:
    for method in Authentication:
        if method in new.authentication and method not in old.authentication:
            yield _change(ChangeCode.SIGN_IN_ADDED, Weight.WORTH_KNOWING, new, method=method)
        if method in old.authentication and method not in new.authentication:
            weight = Weight.NEEDS_ACTION if method in PASSWORDS else Weight.WORTH_KNOWING
            yield _change(ChangeCode.SIGN_IN_REMOVED, weight, new, method=method)


def _capabilities(old: Service, new: Service) -> Iterator[Change]:
    before, after = old.capabilities, new.capabilities
    yield from _phase("before_tls", before.before_tls, after.before_tls, new)
    yield from _phase("after_tls", before.after_tls, after.after_tls, new)
    yield from _phase("after_login", before.after_login, after.after_login, new)


def _phase(phase: str, old: tuple[str, ...] | None, new: tuple[str, ...] | None, service: Service) -> Iterator[Change]:
    """Tokens that came or went in one phase; None was not read."""
    if old is None or new is None:
        return
    before, after = {_plain(token): token for token in old}, {_plain(token): token for token in new}
    added = listed(after[key] for key in after.keys() - before.keys())
    removed = listed(before[key] for key in before.keys() - after.keys())
    if added:
        yield _change(ChangeCode.CAPABILITY_ADDED, Weight.WORTH_KNOWING, service, phase=phase, tokens=added)
    if removed:
        yield _change(ChangeCode.CAPABILITY_REMOVED, Weight.WORTH_KNOWING, service, phase=phase, tokens=removed)


def _plain(token: str) -> str:
    """A token in the form in which two that mean the same are equal: letter case and order of methods say nothing."""
    first, *others = token.upper().split()[:100] or [""]
    return " ".join([first, *(sorted(others) if first in _LISTS else others)])


_ANSWERING: tuple[Callable[[Service, Service], Iterator[Change]], ...] = (
    _problem,
    _certificate,
    _session,
    _versions,
    _software,
    _sign_in,
    _capabilities,
)
