"""The reader of Autodiscover answers (MS-OXDSCLI, POX): servers, or where else to ask."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from probes.cleaning import clean
from probes.codes import Authentication, Protocol, Security, SourceNote, Tolerated
from probes.discovery.markup import first_text, parse_xml, plain
from probes.discovery.published import PublishedServer
from probes.discovery.usernames import read_username
from probes.errors import ProtocolError
from probes.ports import ports_with
from probes.target import TargetError, parse_host

MAX_SERVERS = 12
MAX_PORT = 65535
_TYPES = {
    "imap": (Protocol.IMAP, False),
    "pop3": (Protocol.POP3, False),
    "pop": (Protocol.POP3, True),
    "smtp": (Protocol.SUBMISSION, False),
}
_EXCHANGE = frozenset({"exch", "expr", "exhttp", "mapihttp", "web"})
_TLS_PORTS = ports_with(Security.TLS)
_STARTTLS_PORTS = ports_with(Security.STARTTLS) | {25}
_ENCRYPTIONS = {
    "none": Security.NONE,
    "ssl": Security.TLS,
    "tls": Security.STARTTLS,
    "auto": Security.TLS,
}


@dataclass(frozen=True, slots=True)
class AutodiscoverAnswer:
    """One answer; ``redirect_url`` or ``redirect_domain`` where it only points on."""

    servers: tuple[PublishedServer, ...] = ()
    notes: tuple[SourceNote, ...] = ()
    redirect_url: str | None = None
    redirect_domain: str | None = None

    @property
    def points_on(self) -> bool:
        """Whether the settings lie elsewhere."""
        return self.redirect_url is not None or self.redirect_domain is not None


def parse_autodiscover(body: bytes, domain: str, asked_for: str) -> AutodiscoverAnswer:
    """What the answer to a question for ``asked_for@domain`` says. Raises ``ProtocolError`` if it is none."""
    root, wrong_encoding = parse_xml(body)
    if plain(root) != "autodiscover":
        raise ProtocolError(clean(root.tag))
    file_notes: set[str] = {Tolerated.ENCODING_WRONG} if wrong_encoding else set()
    account = next(_named(root, "account"), None)
    if account is None:
        return AutodiscoverAnswer()
    action = first_text(account, "action").lower()
    if action == "redirecturl":
        return AutodiscoverAnswer(redirect_url=first_text(account, "redirecturl") or None)
    if action == "redirectaddr":
        return AutodiscoverAnswer(redirect_domain=_domain(first_text(account, "redirectaddr")))
    return _settings(account, domain, asked_for, file_notes)


def _settings(account: ET.Element, domain: str, asked_for: str, file_notes: set[str]) -> AutodiscoverAnswer:
    entries = [(_type(element), element) for element in _named(account, "protocol")]
    read = [_server(element, domain, asked_for, file_notes) for name, element in entries if name in _TYPES]
    usable = tuple(server for server in read if server is not None)
    notes = (
        (SourceNote.EXCHANGE, any(name in _EXCHANGE for name, _ in entries)),
        (SourceNote.SERVER_UNUSABLE, None in read),
        (SourceNote.MORE_THAN_READ, len(usable) > MAX_SERVERS),
    )
    return AutodiscoverAnswer(usable[:MAX_SERVERS], tuple(note for note, holds in notes if holds))


def _named(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (element for element in root.iter() if plain(element) == name)


def _type(element: ET.Element) -> str:
    return (first_text(element, "type") or element.get("Type", "")).strip().lower()


def _domain(address: str) -> str | None:
    try:
        return parse_host(address.rpartition("@")[2])
    except TargetError:
        return None


def _server(element: ET.Element, domain: str, asked_for: str, file_notes: set[str]) -> PublishedServer | None:
    """One server, or None where no host can be read."""
    notes = set(file_notes)
    protocol, synonym = _TYPES[_type(element)]
    notes |= {Tolerated.SERVER_TYPE_SYNONYM} if synonym else set()
    try:
        host = parse_host(first_text(element, "server"))
    except TargetError:
        return None
    port = _port(first_text(element, "port"))
    username, template = read_username(first_text(element, "loginname"), domain, asked_for, notes)
    notes.discard(Tolerated.PLACEHOLDER_FILLED_IN)  # here it is the form: the answer is for whom was asked
    return PublishedServer(
        protocol=protocol,
        host=host,
        port=port,
        security=_security(element, port, notes),
        username=username,
        username_template=template,
        authentication=_authentication(element),
        tolerated=tuple(sorted(notes)),
    )


def _port(text: str) -> int | None:
    usable = text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= MAX_PORT
    return int(text) if usable else None


def _security(element: ET.Element, port: int | None, notes: set[str]) -> Security | None:
    """``Encryption`` overrides ``SSL``, which is on unless said otherwise; neither tells TLS from STARTTLS.

    The standard ports do, and they win where the answer contradicts them.
    """
    word = first_text(element, "encryption").lower()
    claimed = _ENCRYPTIONS.get(word)
    if claimed is None:
        off = first_text(element, "ssl").lower() in ("off", "false", "no")
        claimed = Security.NONE if off else None
    by_port = _by_port(port)
    if by_port is None or (claimed is Security.NONE and by_port is Security.STARTTLS):
        return claimed or (Security.TLS if port else None)
    if claimed is not None and claimed is not by_port:
        notes.add(Tolerated.ENCRYPTION_FROM_PORT)
    return by_port


def _by_port(port: int | None) -> Security | None:
    if port in _TLS_PORTS:
        return Security.TLS
    return Security.STARTTLS if port in _STARTTLS_PORTS else None


def _authentication(element: ET.Element) -> tuple[Authentication, ...]:
    """``SPA`` is Microsoft's name for NTLM; a publisher that says nothing about it means nothing by that."""
    spa = first_text(element, "spa").lower()
    if spa in ("off", "false", "no"):
        return (Authentication.PASSWORD_CLEARTEXT,)
    return (Authentication.NTLM,) if spa in ("on", "true", "yes") else ()
