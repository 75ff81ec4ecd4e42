"""The reader of PACC files (draft-ietf-mailmaint-pacc, -02 and -03 keys) and of the digest records beside them."""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from probes.codes import Authentication, Protocol, Security, SourceNote
from probes.errors import ProtocolError
from probes.ports import best_port
from probes.target import TargetError, parse_host

_VERSION = "uaac1"
_SERVICES = {
    "imap": Protocol.IMAP,
    "pop3": Protocol.POP3,
    "submit": Protocol.SUBMISSION,
    "smtp": Protocol.SUBMISSION,
    "managesieve": Protocol.MANAGESIEVE,
}
_OLDER = "smtp"  # what draft -02 calls "submit"


@dataclass(frozen=True, slots=True)
class PaccServer:
    """One server. The file names no ports: the standard ones with TLS at once, except for ManageSieve (RFC 5804)."""

    protocol: Protocol
    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True)
class PaccFile:
    """What a file says; ``authentication`` holds for all its servers."""

    servers: tuple[PaccServer, ...]
    authentication: tuple[Authentication, ...]
    notes: tuple[SourceNote, ...]


def read_json(body: bytes) -> dict[str, Any]:
    """The object that the document is. Raises ``ProtocolError``."""
    try:
        document = json.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise ProtocolError from error
    if not isinstance(document, dict):
        raise ProtocolError
    return document


def parse_pacc(body: bytes) -> PaccFile:
    """Its mail servers; unknown keys are left alone. Raises ``ProtocolError`` if it is no such file."""
    document = read_json(body)
    protocols = document.get("protocols")
    if not isinstance(protocols, dict):
        raise ProtocolError
    read = [_server(protocols[key], protocol) for key, protocol in _SERVICES.items() if key in protocols]
    servers = {server.protocol: server for server in reversed(read) if server is not None}
    notes = (
        (SourceNote.JMAP, "jmap" in protocols),
        (SourceNote.OLDER_FORM, _OLDER in protocols and "submit" not in protocols),
        (SourceNote.SERVER_UNUSABLE, None in read),
    )
    ordered = tuple(server for protocol in Protocol for server in (servers.get(protocol),) if server is not None)
    return PaccFile(ordered, _authentication(document.get("authentication")), tuple(code for code, so in notes if so))


def digests(records: Iterable[str]) -> tuple[bytes, ...]:
    """The SHA-256 digests that ``_ua-auto-config`` records name; order, spaces and unknown tags do not matter."""
    return tuple(digest for record in records for digest in _digest(record))


def matches(body: bytes, known: Iterable[bytes]) -> bool:
    """Whether any digest is that of exactly these bytes."""
    return hashlib.sha256(body).digest() in known


def _server(entry: object, protocol: Protocol) -> PaccServer | None:
    host = entry.get("host") if isinstance(entry, dict) else None
    if not isinstance(host, str):
        return None
    try:
        return PaccServer(protocol, parse_host(host), *best_port(protocol))
    except TargetError:
        return None


def _authentication(entry: object) -> tuple[Authentication, ...]:
    ways = entry if isinstance(entry, dict) else {}
    offered = (
        (Authentication.PASSWORD_CLEARTEXT, ways.get("password") is True),
        (Authentication.OAUTH2, isinstance(ways.get("oauth-public"), dict)),
    )
    return tuple(method for method, holds in offered if holds)


def _digest(record: str) -> Iterable[bytes]:
    pairs = (part.partition("=") for part in record.split(";"))
    tags = {name.strip().lower(): value.strip() for name, _, value in pairs}
    if tags.get("v", "").lower() != _VERSION or tags.get("a", "").lower() != "sha256":
        return ()
    text = "".join(tags.get("d", "").split())
    try:
        return (base64.b64decode(text + "=" * (-len(text) % 4), validate=True),)
    except (binascii.Error, ValueError):
        return ()
