"""The look into a mailbox by IMAP: folders, sizes, months, quota, namespaces and rights, without changing anything.

Folders are opened by EXAMINE (RFC 3501 section 6.3.2), and only sizes and dates are fetched: no flag is ever set.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.imap_utf7 import decode as decode_utf7
from imapclient.response_parser import parse_response

from probes.cleaning import clean
from probes.measurement import (
    DISCARDED,
    VIEWS,
    Folder,
    ImapMeasurement,
    Month,
    Namespace,
    Namespaces,
    Quota,
    Rights,
    Trouble,
    is_foreign,
)
from probes.services.measure_client import StreamImapClient
from probes.services.measure_limits import MeasureLimits

MOST_TOKENS = 256
MOST_NAMESPACES = 20
MOST_RIGHTS = 100
_USES = ("\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Junk", "\\Sent", "\\Trash")  # RFC 6154 section 2
_CLOSED = frozenset({b"\\noselect", b"\\nonexistent"})
_OLDEST = datetime(1970, 1, 1, tzinfo=UTC)  # INTERNALDATE is the server's word
_FETCHED = ("RFC822.SIZE", "INTERNALDATE")

_PASSED = VIEWS | DISCARDED
Answer = TypeVar("Answer")

Advance = Callable[[int, int], None]
"""Told how many messages have been looked at, of how many."""


@dataclass(frozen=True, slots=True)
class _Listed:
    raw: bytes
    name: str
    use: str | None


@dataclass(slots=True)
class _Tally:
    """What has been counted so far."""

    advance: Advance
    total: int = 0
    done: int = 0
    messages: Counter[str] = field(default_factory=Counter)
    bytes: Counter[str] = field(default_factory=Counter)
    troubles: set[Trouble] = field(default_factory=set)

    def months(self) -> tuple[Month, ...]:
        """The months in order."""
        return tuple(Month(one, self.messages[one], _count(self.bytes[one])) for one in sorted(self.messages))


def survey(
    client: StreamImapClient, limits: MeasureLimits, advance: Advance
) -> tuple[ImapMeasurement, tuple[Trouble, ...]]:
    """Everything that IMAP shows after signing in, and what could not be had in full.

    Raises ``ProbeError`` and the ``MAILBOX_ERRORS`` of a server that breaks off or talks nonsense.
    """
    tokens = client.imap.tokens()
    client.note_capabilities(tokens)
    if client.has_capability("ID"):
        _unless_refused(lambda: client.id_({"name": "Mailweiche"}), None)
    spaces = _namespaces(client)
    listed = _folders(client, spaces)
    tally = _Tally(advance)
    if len(listed) > limits.folders:
        tally.troubles.add(Trouble.FOLDERS_INCOMPLETE)
    chosen = listed[: limits.folders]
    measurement = ImapMeasurement(
        quota=_quota(client),
        folders=_measured(client, spaces, chosen, limits, tally),
        by_month=tally.months(),
        namespaces=_with_rights(client, spaces, chosen),
        capabilities=tuple(clean(token) for token in tokens[:MOST_TOKENS]),
    )
    return measurement, tuple(sorted(tally.troubles))


def _namespaces(client: StreamImapClient) -> Namespaces:
    if not client.has_capability("NAMESPACE"):
        return Namespaces()
    personal, other, shared = _unless_refused(client.namespace, (None, None, None))
    return Namespaces(_spaces(personal), _spaces(other), _spaces(shared))


def _spaces(pairs: Iterable[Any] | None) -> tuple[Namespace, ...]:
    return tuple(Namespace(_shown(prefix)) for prefix, _ in tuple(pairs or ())[:MOST_NAMESPACES])


def _folders(client: StreamImapClient, spaces: Namespaces) -> list[_Listed]:
    """Every folder that can be opened, once; those of other namespaces are asked for by their prefix."""
    if client.has_capability("SPECIAL-USE") and client.has_capability("LIST-EXTENDED"):
        rows = _rows(client.imap.list_with_uses())
    else:
        rows = client.list_folders()
    for space in (*spaces.other, *spaces.shared):
        if space.prefix.isascii() and space.prefix:
            rows = [*rows, *client.list_folders("", f"{space.prefix}*")]
    found: dict[bytes, _Listed] = {}
    for flags, _, name in rows:
        raw = name if isinstance(name, bytes) else str(name).encode()
        small = {flag.lower() for flag in flags}
        if raw not in found and not small & _CLOSED and _is_printable(raw):
            found[raw] = _Listed(raw, _shown(raw), _use(small))
    return list(found.values())


def _rows(answers: list[Any]) -> list[tuple[Any, Any, Any]]:
    parsed = parse_response([one for one in answers if one])
    return list(zip(parsed[::3], parsed[1::3], parsed[2::3], strict=True))


def _is_printable(raw: bytes) -> bool:
    return bool(raw) and all(byte >= 32 and byte != 127 for byte in raw)


def _use(flags: set[bytes]) -> str | None:
    return next((use for use in _USES if use.lower().encode() in flags), None)


def _shown(raw: bytes) -> str:
    """A name in modified UTF-7 (RFC 3501 section 5.1.3) as people read it, cleaned; a broken one as it came."""
    try:
        return clean(decode_utf7(raw))
    except (ValueError, LookupError):
        return clean(raw)


def _measured(
    client: StreamImapClient, spaces: Namespaces, listed: list[_Listed], limits: MeasureLimits, tally: _Tally
) -> tuple[Folder, ...]:
    counted = [(one, status) for one in listed if (status := _status(client, one, tally)) is not None]
    everything = any(one.use == "\\All" for one, _ in counted)
    tally.total = sum(status[0] for _, status in counted)
    folders = []
    for one, (messages, size) in counted:
        monthly = not is_foreign(one.name, spaces) and (one.use == "\\All" if everything else one.use not in _PASSED)
        looked_at = _looked_into(client, one, limits, tally, monthly=monthly) if monthly or size is None else 0
        folders.append(Folder(one.name, one.use, messages, _count(looked_at) if size is None else size))
        tally.done += messages
        tally.advance(min(tally.done, tally.total), tally.total)
    return tuple(folders)


def _status(client: StreamImapClient, one: _Listed, tally: _Tally) -> tuple[int, int | None] | None:
    """Messages and, where the server knows them without being asked for each mail (RFC 8438), bytes."""
    items = ("MESSAGES", "SIZE") if client.has_capability("STATUS=SIZE") else ("MESSAGES",)
    found = _unless_refused(lambda: client.folder_status(one.raw, items), None)
    if found is None:  # this folder is refused, the others may not be
        tally.troubles.add(Trouble.FOLDERS_INCOMPLETE)
        return None
    size = found.get(b"SIZE")
    return _count(found[b"MESSAGES"]), None if size is None else _count(size)


def _looked_into(client: StreamImapClient, one: _Listed, limits: MeasureLimits, tally: _Tally, *, monthly: bool) -> int:
    """The bytes of one folder from the size of each mail; counts them into their months where ``monthly``."""
    opened = _unless_refused(lambda: client.select_folder(one.raw, readonly=True), None)
    if opened is None:
        tally.troubles.add(Trouble.FOLDERS_INCOMPLETE)
        return 0
    exists = _count(opened[b"EXISTS"])
    left = max(0, limits.messages - tally.done)
    if exists > left:
        tally.troubles.add(Trouble.MONTHS_INCOMPLETE)
    total = 0
    for size, at in _sizes(client, min(exists, left), limits.batch, tally):
        total += size
        if monthly and at is not None:
            month = at.strftime("%Y-%m")
            tally.messages[month] += 1
            tally.bytes[month] += size
    return total


def _sizes(client: StreamImapClient, count: int, batch: int, tally: _Tally) -> Iterator[tuple[int, datetime | None]]:
    """Size and arrival of each mail, by number: none may leave while numbers are in use (RFC 3501 section 7.4.1)."""
    for first in range(1, count + 1, batch):
        last = min(first + batch - 1, count)
        answer = _unless_refused(partial(client.fetch, range(first, last + 1), _FETCHED), None)
        if answer is None:
            tally.troubles.add(Trouble.MONTHS_INCOMPLETE)
            return
        for found in answer.values():
            yield _count(found.get(b"RFC822.SIZE", 0)), _arrival(found.get(b"INTERNALDATE"))
        tally.advance(min(tally.done + last, tally.total), tally.total)


def _unless_refused(ask: Callable[[], Answer], otherwise: Answer) -> Answer:
    """The answer, or ``otherwise`` where the server says no and goes on; one that breaks off ends the survey."""
    try:
        return ask()
    except IMAPClientAbortError:
        raise
    except IMAPClientError:
        return otherwise


def _count(value: object) -> int:
    if isinstance(value, int) and 0 <= value < 2**53:
        return value
    raise ValueError("not a number")


def _arrival(value: object) -> datetime | None:
    """A date that a mail can have; a clock may run a day ahead."""
    try:
        at = value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else None
    except OverflowError:
        return None
    return at if at is not None and _OLDEST <= at <= datetime.now(UTC) + timedelta(days=1) else None


def _quota(client: StreamImapClient) -> Quota | None:
    """The storage quota of the inbox (RFC 9208); of several the one that is fullest."""
    if not client.has_capability("QUOTA"):
        return None
    nothing: tuple[Any, Any] = ((), ())
    try:
        _, found = _unless_refused(lambda: client.get_quota_root("INBOX"), nothing)
    except (LookupError, TypeError):  # IMAPClient, for an answer without any root
        return None
    storage = [one for one in found if str(one.resource).upper() == "STORAGE" and _count(one.limit)]
    quotas = [Quota(_count(one.usage), one.limit) for one in storage]
    return max(quotas, key=lambda one: one.used_kb / one.limit_kb, default=None)


def _with_rights(client: StreamImapClient, spaces: Namespaces, listed: list[_Listed]) -> Namespaces:
    """What we may do in folders of others (RFC 4314 section 3.5); the server answers for this account only."""
    if not client.has_capability("ACL"):
        return spaces

    asked = [one for one in listed if is_foreign(one.name, spaces)][:MOST_RIGHTS]
    known = {one.name: rights for one in asked if (rights := _rights(client, one)) is not None}

    def extended(space: Namespace) -> Namespace:
        inside = (name for name in known if space.prefix and name.startswith(space.prefix))
        return Namespace(space.prefix, tuple(Rights(name, known[name]) for name in inside))

    return Namespaces(spaces.personal, tuple(map(extended, spaces.other)), tuple(map(extended, spaces.shared)))


def _rights(client: StreamImapClient, one: _Listed) -> str | None:
    quoted = b'"' + one.raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
    nothing: list[Any] = []
    answer = [line for line in _unless_refused(lambda: client.imap.my_rights(quoted), nothing) if line]
    parsed: list[Any] = list(parse_response(answer)) if answer else []
    if len(parsed) < 2:
        return None
    rights = parsed[-1]
    return clean(rights, 40) if isinstance(rights, bytes | str) else None
