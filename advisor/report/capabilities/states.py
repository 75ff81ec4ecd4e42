"""What is known of each ability: announced, tried and works, tried and fails, not visible before login, really absent.

These are different things. A short list before login says little about what comes after it, and a list that was sent
before encryption may have been written by anybody (RFC 3501 section 6.2.1), so nothing is concluded from it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor.report.capabilities.table import MEANINGS, by_key, key_of
from advisor.report.texts.capabilities.values import Meaning
from probes.capa import offers_apop
from probes.codes import Protocol, Reason, Security, Status
from probes.results import Service


class State(StrEnum):
    """What is known of one ability."""

    ADVERTISED = "advertised"
    WORKS = "works"
    FAILS = "fails"
    NOT_VISIBLE = "not_visible"
    MISSING = "missing"


class Phase(StrEnum):
    """When a list of capabilities was sent."""

    BEFORE_TLS = "before_tls"
    AFTER_TLS = "after_tls"
    AFTER_LOGIN = "after_login"


@dataclass(frozen=True, slots=True)
class Ability:
    """One row. ``phase``: the newest list that settles it; ``tokens``: as the server sent them, none where absent.

    ``port``: where STARTTLS was tried, which is never the port that is encrypted from the start.
    """

    key: str
    state: State
    phase: Phase | None = None
    tokens: tuple[str, ...] = ()
    port: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What another way into the same service announces otherwise, both after encryption."""

    service: Service
    missing: tuple[str, ...]
    extra: tuple[str, ...]


Found = Mapping[str, tuple[str, ...]]

UPGRADES = {Protocol.IMAP: "STARTTLS", Protocol.POP3: "STLS", Protocol.SUBMISSION: "STARTTLS"}
_ALSO_BY = {"CONDSTORE": "QRESYNC", "SPECIAL-USE": "XLIST", "LITERAL+": "LITERAL-"}
_IN_REV2 = frozenset({"NAMESPACE", "UIDPLUS", "ESEARCH", "IDLE", "LIST-EXTENDED", "LIST-STATUS", "MOVE", "STATUS=SIZE"})
_TLS_FAILED = frozenset(
    {Reason.STARTTLS_REFUSED, Reason.STARTTLS_BROKEN, Reason.STARTTLS_INJECTION, Reason.TLS_FAILED, Reason.TLS_TIMEOUT,
     Reason.TLS_VERSION}
)  # fmt: skip
_NO_NEWS = frozenset({"STARTTLS", "STLS", "LOGINDISABLED", "IMPLEMENTATION"})  # may differ from port to port


def abilities(
    basis: Service, services: Sequence[Service], tried: Mapping[str, bool] | None = None
) -> tuple[Ability, ...]:
    """The abilities that ``basis`` shows, and those that count and were not seen, in the order of the tables.

    ``services``: all attempts on the same protocol; whether STARTTLS works was tried on another port than TLS.
    ``tried``: keys that a measurement used after signing in, and whether that worked.
    """
    table = MEANINGS[basis.protocol]
    upgrade = UPGRADES.get(basis.protocol, "STARTTLS")
    lists = _lists(basis)
    rows = [
        _upgrade(upgrade, basis, services) if key == upgrade else _ability(key, meaning, lists, basis)
        for key, meaning in table.items()
    ]
    return tuple(_tried(row, tried or {}) for row in rows if row is not None)


def unknown(basis: Service) -> tuple[str, ...]:
    """Tokens of the newest list that the tables do not know, each once."""
    newest = _newest(basis)
    return tuple(dict.fromkeys(token for token in newest if key_of(basis.protocol, token) is None))


def differences(basis: Service, services: Sequence[Service]) -> tuple[Difference, ...]:
    """Where other ports or hosts announce something else than ``basis``."""
    wanted = basis.capabilities.after_tls
    if not wanted:
        return ()
    compared = (
        Difference(each, _beyond(basis.protocol, wanted, given), _beyond(basis.protocol, given, wanted))
        for each in services
        if each is not basis and (given := each.capabilities.after_tls)
    )
    return tuple(each for each in compared if each.missing or each.extra)


def _tried(row: Ability, tried: Mapping[str, bool]) -> Ability:
    if row.key not in tried:
        return row
    return Ability(row.key, State.WORKS if tried[row.key] else State.FAILS, Phase.AFTER_LOGIN, row.tokens)


def _beyond(protocol: Protocol, tokens: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    there = {token.upper() for token in others}
    fresh = (token for token in tokens if token.upper() not in there and key_of(protocol, token) not in _NO_NEWS)
    return tuple(dict.fromkeys(fresh))


def _newest(service: Service) -> tuple[str, ...]:
    shown = service.capabilities
    return shown.after_login or shown.after_tls or shown.before_tls or ()


def _lists(service: Service) -> dict[Phase, Found]:
    """The lists that were seen, newest first; an empty one is none."""
    shown = service.capabilities
    seen = (
        (Phase.AFTER_LOGIN, shown.after_login),
        (Phase.AFTER_TLS, shown.after_tls),
        (Phase.BEFORE_TLS, shown.before_tls),
    )
    return {phase: by_key(service.protocol, tokens) for phase, tokens in seen if tokens}


def _ability(key: str, meaning: Meaning, lists: Mapping[Phase, Found], service: Service) -> Ability | None:
    if key == "CAPA":
        return _capa(service)
    if key == "APOP":
        return _apop(service)
    row = _listed(key, meaning, lists)
    if key == "ID" and service.implementation and row is not None:
        return Ability(key, State.WORKS, row.phase, row.tokens)
    return row


def _listed(key: str, meaning: Meaning, lists: Mapping[Phase, Found]) -> Ability | None:
    deciding = _deciding(meaning, lists)
    for phase, found in lists.items():
        if tokens := _tokens(key, found):
            return Ability(key, State.ADVERTISED, phase, tokens)
        if phase is deciding and not (meaning.before and Phase.BEFORE_TLS in lists):
            break
    if meaning.absence is None:
        return None
    return Ability(key, State.NOT_VISIBLE if deciding is None else State.MISSING, deciding)


def _deciding(meaning: Meaning, lists: Mapping[Phase, Found]) -> Phase | None:
    """The list in which the ability would have to stand: never one that was sent in clear text."""
    phase = Phase.AFTER_TLS if meaning.early else Phase.AFTER_LOGIN
    return phase if phase in lists else None


def _tokens(key: str, found: Found) -> tuple[str, ...]:
    """What announces the ability: its own token, one that includes it, or IMAP4rev2 alone (RFC 9051 appendix E)."""
    if key in found or _ALSO_BY.get(key) in found:
        return found.get(key) or found[_ALSO_BY[key]]
    if key in _IN_REV2 and "IMAP4REV1" not in found:
        return found.get("IMAP4REV2", ())
    return ()


def _capa(service: Service) -> Ability:
    """Whether the server answered the question for its abilities; one from before RFC 2449 does not know it."""
    if service.capabilities.after_tls:
        return Ability("CAPA", State.WORKS, Phase.AFTER_TLS)
    if service.status is Status.COMPLETED:
        return Ability("CAPA", State.FAILS, Phase.AFTER_TLS)
    return Ability("CAPA", State.NOT_VISIBLE)


def _apop(service: Service) -> Ability | None:
    """Told by the greeting alone; before encryption anybody may have written it."""
    offered = service.security is Security.TLS and offers_apop(service.greeting)
    return Ability("APOP", State.ADVERTISED, Phase.AFTER_TLS) if offered else None


def _upgrade(key: str, basis: Service, services: Sequence[Service]) -> Ability | None:
    """Whether encryption can be switched on later: only a port that needs it can tell, the nearest one counts."""
    tried = [each for each in services if each.security is Security.STARTTLS]
    rows = [(each.host != basis.host, _upgraded(key, each)) for each in tried]
    known = sorted(((far, row) for far, row in rows if row is not None), key=lambda pair: pair[0])
    return known[0][1] if known else None


def _upgraded(key: str, service: Service) -> Ability | None:
    tokens = by_key(service.protocol, service.capabilities.before_tls or ()).get(key, ())
    state = _became(service, bool(tokens))
    if state is None:
        return None
    return Ability(key, state, Phase.BEFORE_TLS, () if state is State.MISSING else tokens, service.port)


def _became(service: Service, announced: bool) -> State | None:
    """What became of the attempt to switch encryption on; None where nothing is known."""
    if service.tls is not None:
        return State.WORKS
    if service.reason in _TLS_FAILED:
        return State.FAILS
    if service.reason is Reason.STARTTLS_NOT_OFFERED:
        return State.MISSING
    return State.ADVERTISED if announced else None
