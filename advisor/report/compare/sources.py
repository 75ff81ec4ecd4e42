"""What changed in the sources of settings: which of them speak, and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.report.compare.tools import SourceState, check_of, listed, pairs, source_state
from advisor.report.compare.values import Change, ChangeCode, Weight
from probes.codes import Source, Status
from probes.results import Claim, ProbeReport, SourceCheck

_Key = tuple[Source, str, str, int | None]
_Details = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What one source said; ``whole`` is false where it answered only in part."""

    claims: dict[_Key, set[_Details]]
    whole: bool

    @classmethod
    def of(cls, report: ProbeReport, check: SourceCheck) -> "_Told":
        """The claims of the source of this check."""
        found: dict[_Key, set[_Details]] = {}
        for claim in report.claims:
            if claim.source is check.source:
                key = (claim.source, claim.protocol.value, claim.host, claim.port)
                found.setdefault(key, set()).add(_details(claim))
        return cls(found, check.reason is None)


def source_changes(old: ProbeReport, new: ProbeReport) -> Iterator[Change]:
    """Sources that appeared or disappeared, and for those that spoke both times what they say differently.

    What we guessed ourselves nobody published; what came of it is told among the servers and services.
    """
    for source in (each for each in Source if each is not Source.GUESS):
        first, second = check_of(old, source), check_of(new, source)
        yield from _transition(first, second)
        yield from _notes(first, second)
        if source_state(first) is source_state(second):
            yield from _claims(_Told.of(old, first), _Told.of(new, second))


def _transition(old: SourceCheck, new: SourceCheck) -> Iterator[Change]:
    """Whether a source was not asked because there was no need to is no change as long as it names nothing."""
    before, after = source_state(old), source_state(new)
    if before is after or (SourceState.NAMES not in (before, after) and (_unasked(old) or _unasked(new))):
        return
    if after is SourceState.UNKNOWN:
        code = ChangeCode.SOURCE_UNTESTED
    elif before is SourceState.UNKNOWN:
        code = ChangeCode.SOURCE_TESTED
    else:
        code = ChangeCode.SOURCE_APPEARED if after is SourceState.NAMES else ChangeCode.SOURCE_DISAPPEARED
    yield Change(code, Weight.WORTH_KNOWING, new.source, pairs(source=new.source))


def _unasked(check: SourceCheck) -> bool:
    return check.status is Status.NOT_RUN and check.reason is None


def _notes(old: SourceCheck, new: SourceCheck) -> Iterator[Change]:
    """Remarks about a source; reports without evidence come from a release that made no remarks."""
    if not (old.evidence and new.evidence) or set(old.notes) == set(new.notes):
        return
    added, removed = set(new.notes) - set(old.notes), set(old.notes) - set(new.notes)
    notes = pairs(source=new.source, notes_added=listed(added), notes_removed=listed(removed))
    yield Change(ChangeCode.SOURCE_NOTES_CHANGED, Weight.WORTH_KNOWING, new.source, notes)


def _details(claim: Claim) -> _Details:
    """What a claim says beside protocol, host and port."""
    return (
        ("security", claim.security or ""),
        ("username", claim.username or ""),
        ("username_template", claim.username_template or ""),
        ("authentication", listed(claim.authentication)),
        ("trust", claim.trust),
        ("leave_on_server", "" if claim.leave_on_server is None else str(claim.leave_on_server)),
        ("leave_days", "" if claim.leave_days is None else str(claim.leave_days)),
    )


def _claims(old: "_Told", new: "_Told") -> Iterator[Change]:
    """What one source says differently; what only a part of an answer does not name may still be true."""
    before, after = old.claims, new.claims
    for key in sorted(after.keys() - before.keys(), key=str):
        if old.whole:
            yield _claim(ChangeCode.CLAIM_ADDED, key)
    for key in sorted(before.keys() - after.keys(), key=str):
        if new.whole:
            yield _claim(ChangeCode.CLAIM_REMOVED, key)
    for key in sorted(before.keys() & after.keys(), key=str):
        if before[key] != after[key]:
            fields = {name for name, _ in _all(before[key]) ^ _all(after[key])}
            yield _claim(ChangeCode.CLAIM_CHANGED, key, fields=listed(fields))


def _all(details: set[_Details]) -> set[tuple[str, str]]:
    return {pair for each in details for pair in each}


def _claim(code: ChangeCode, key: _Key, **changed: str) -> Change:
    source, protocol, host, port = key
    server = host if port is None else f"{host}:{port}"
    params = pairs(source=source, protocol=protocol, server=server, **changed)
    return Change(code, Weight.WORTH_KNOWING, f"{source}:{protocol}:{server}", params)
