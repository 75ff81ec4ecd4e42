"""The tolerant reader of ``config-v1.1.xml``: one bad server never spoils the file, and what was tolerated is said."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

from probes.cleaning import clean
from probes.codes import READING, Authentication, Protocol, Security, SourceNote, Tolerated
from probes.discovery.markup import children, first_text, parse_xml, plain, texts
from probes.discovery.published import PublishedServer
from probes.discovery.usernames import read_username
from probes.errors import ProtocolError
from probes.ports import best_port, ports_with
from probes.target import TargetError, parse_host

MAX_SERVERS = 12
MAX_PORT = 65535
MAX_DIGITS = 5  # of a number of days
STARTTLS_PORTS = ports_with(Security.STARTTLS)
MANAGESIEVE_PORT, _ = best_port(Protocol.MANAGESIEVE)


@dataclass(frozen=True, slots=True)
class AutoconfigFile:
    """The servers that can be used, and what the file says beside them."""

    servers: tuple[PublishedServer, ...]
    notes: tuple[SourceNote, ...]


_ELEMENTS = ("incomingserver", "outgoingserver", "setupserver")
_SERVERS = {
    ("incomingserver", "imap"): (Protocol.IMAP, False),
    ("incomingserver", "imap4"): (Protocol.IMAP, True),
    ("incomingserver", "pop3"): (Protocol.POP3, False),
    ("incomingserver", "pop"): (Protocol.POP3, True),
    ("outgoingserver", "smtp"): (Protocol.SUBMISSION, False),
    ("setupserver", "managesieve"): (Protocol.MANAGESIEVE, False),
    ("setupserver", "sieve"): (Protocol.MANAGESIEVE, True),
}
_OTHERS = {
    **dict.fromkeys(("exchange", "ews", "owa", "activesync", "eas", "graph"), SourceNote.EXCHANGE),
    "jmap": SourceNote.JMAP,
}
_SOCKET_TYPES = {
    "ssl": (Security.TLS, False),
    "starttls": (Security.STARTTLS, False),
    "plain": (Security.NONE, False),
    "tls": (Security.TLS, True),
    "ssl/tls": (Security.TLS, True),
    "none": (Security.NONE, True),
}
_SPELT = frozenset(
    (
        *("SSL", "STARTTLS", "plain"),
        *("password-cleartext", "password-encrypted", "NTLM", "GSSAPI", "TLS-client-cert", "OAuth2"),
    )
)
"""The words as the format spells them; some programs read no other spelling."""
_AUTHENTICATION: dict[str, tuple[Authentication | None, bool]] = {
    "password-cleartext": (Authentication.PASSWORD_CLEARTEXT, False),
    "password-encrypted": (Authentication.PASSWORD_ENCRYPTED, False),
    "ntlm": (Authentication.NTLM, False),
    "gssapi": (Authentication.GSSAPI, False),
    "tls-client-cert": (Authentication.CLIENT_CERTIFICATE, False),
    "oauth2": (Authentication.OAUTH2, False),
    "client-ip-address": (None, False),
    "none": (None, False),
    "plain": (Authentication.PASSWORD_CLEARTEXT, True),
    "secure": (Authentication.PASSWORD_ENCRYPTED, True),
    "oauth": (Authentication.OAUTH2, True),
}


def parse_autoconfig(body: bytes, domain: str, asked_for: str, listed: str | None = None) -> AutoconfigFile:
    """The mail servers of the file for ``domain``. Raises ``ProtocolError`` if it is no such file.

    ``asked_for``: the neutral local part that was sent. ``listed``: the domain that the file should name, if another.
    """
    root, wrong_encoding = parse_xml(body)
    if plain(root) != "clientconfig":
        raise ProtocolError(clean(root.tag))
    here = _part_for(root, listed or domain)
    for_domain = _lists_domain(here, listed or domain)
    departures = (
        (Tolerated.ENCODING_WRONG, wrong_encoding),
        (Tolerated.NAMESPACE, root.tag.startswith("{")),
        (Tolerated.DOMAIN_NOT_LISTED, not for_domain),
        (Tolerated.PROVIDER_UNNAMED, not any(_is_named(part) for part in root.iter())),
    )
    file_notes: set[str] = {code for code, holds in departures if holds}
    elements = [element for element in here.iter() if plain(element) in _ELEMENTS]
    read = [_server(element, domain, asked_for, file_notes) for element in elements if _kind(element)]
    usable = tuple(server for server in read if server is not None)
    servers = usable[:MAX_SERVERS]
    notes = {*_other_types(elements), *_oddities(root, servers)}
    notes |= set() if for_domain else {SourceNote.NOT_FOR_THIS_DOMAIN}
    notes |= {SourceNote.SERVER_UNUSABLE} if None in read else set()
    notes |= {SourceNote.MORE_THAN_READ} if len(usable) > MAX_SERVERS else set()
    return AutoconfigFile(servers, tuple(note for note in SourceNote if note in notes))


def _part_for(root: ET.Element, domain: str) -> ET.Element:
    """The whole file, or of several providers in it the one that names the domain, else the first."""
    parts = list(children(root, "emailprovider"))
    if len(parts) < 2:
        return root
    return next((part for part in parts if _lists_domain(part, domain)), parts[0])


def _lists_domain(part: ET.Element, domain: str) -> bool:
    return any(_names(element.text or "", domain) for element in part.iter() if plain(element) == "domain")


def _is_named(part: ET.Element) -> bool:
    """Whether this is a provider with its ``id`` and some domain; programs that need neither want to see both."""
    return plain(part) == "emailprovider" and bool(part.get("id", "").strip()) and bool(first_text(part, "domain"))


def _names(text: str, domain: str) -> bool:
    """Whether this is the domain, in whatever spelling."""
    try:
        return parse_host(text.replace("%EMAILDOMAIN%", domain)) == domain
    except TargetError:
        return False


def _type(element: ET.Element) -> str:
    return element.get("type", "").strip().lower()


def _kind(element: ET.Element) -> tuple[Protocol, bool] | None:
    return _SERVERS.get((plain(element), _type(element)))


def _other_types(elements: Iterable[ET.Element]) -> set[SourceNote]:
    unread = (_type(element) for element in elements if _kind(element) is None)
    return {_OTHERS.get(name, SourceNote.UNKNOWN_SERVER_TYPE) for name in unread}


def _oddities(root: ET.Element, servers: tuple[PublishedServer, ...]) -> set[SourceNote]:
    """What is odd about the file as a whole, although each server can be read."""
    reading = [server.protocol for server in servers if server.protocol in READING]
    signs_in = any(Authentication.OAUTH2 in server.authentication for server in servers)
    odd = set()
    if reading[:1] == [Protocol.POP3] and Protocol.IMAP in reading:
        odd.add(SourceNote.POP3_FIRST)
    if servers and not signs_in and any(plain(element) == "oauth2" for element in root):
        odd.add(SourceNote.OAUTH2_WITHOUT_SERVER)
    return odd


def _server(element: ET.Element, domain: str, asked_for: str, file_notes: set[str]) -> PublishedServer | None:
    """One server, or None where host, port or encryption cannot be read."""
    notes = set(file_notes)
    kind, host, port, security = (
        _kind(element),
        _host(element, domain, notes),
        _port(element),
        _security(element, notes),
    )
    if kind is None or host is None or port is None or security is None:
        return None
    protocol, synonym = kind
    notes |= {Tolerated.SERVER_TYPE_SYNONYM} if synonym or not element.get("type", "").islower() else set()
    username, template = read_username(first_text(element, "username"), domain, asked_for, notes)
    leave, days = _leave(element) if protocol is Protocol.POP3 else (None, None)
    return PublishedServer(
        protocol=protocol,
        host=host,
        port=port,
        security=security,
        username=username,
        username_template=template,
        authentication=_authentication(element, notes),
        tolerated=tuple(sorted(notes)),
        leave_on_server=leave,
        leave_days=days,
    )


def _host(element: ET.Element, domain: str, notes: set[str]) -> str | None:
    for number, text in enumerate(texts(element, "hostname")):
        try:
            host = parse_host(text.replace("%EMAILDOMAIN%", domain))
        except TargetError:
            continue
        notes |= {Tolerated.FIRST_USABLE_TAKEN} if number else set()
        return host
    return None


def _port(element: ET.Element) -> int | None:
    for text in texts(element, "port"):
        if text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= MAX_PORT:
            return int(text)
    return MANAGESIEVE_PORT if plain(element) == "setupserver" and not first_text(element, "port") else None


def _security(element: ET.Element, notes: set[str]) -> Security | None:
    """Who writes "TLS", which the format does not know, means STARTTLS on the ports for that."""
    for number, text in enumerate(texts(element, "sockettype")):
        if text.lower() in _SOCKET_TYPES:
            security, synonym = _SOCKET_TYPES[text.lower()]
            notes |= {Tolerated.SOCKET_TYPE_SYNONYM} if synonym or text not in _SPELT else set()
            notes |= {Tolerated.FIRST_USABLE_TAKEN} if number else set()
            return Security.STARTTLS if text.lower() == "tls" and _port(element) in STARTTLS_PORTS else security
    return None


def _leave(element: ET.Element) -> tuple[bool | None, int | None]:
    """Whether and for how many days fetched mail stays on the server; the block is Thunderbird's own."""
    block = next(children(element, "pop3"), None)
    if block is None:
        return None, None
    word, days = first_text(block, "leavemessagesonserver").lower(), first_text(block, "daystoleavemessagesonserver")
    readable = days.isascii() and days.isdigit() and len(days) <= MAX_DIGITS
    return {"true": True, "false": False}.get(word), int(days) if readable else None


def _authentication(element: ET.Element, notes: set[str]) -> tuple[Authentication, ...]:
    methods: list[Authentication] = []
    for text in texts(element, "authentication"):
        method, synonym = _AUTHENTICATION.get(text.lower(), (None, False))
        if text and text.lower() not in _AUTHENTICATION:
            notes.add(Tolerated.AUTHENTICATION_UNKNOWN)
        if synonym or (method is not None and text not in _SPELT):
            notes.add(Tolerated.AUTHENTICATION_SYNONYM)
        if method is not None and method not in methods:
            methods.append(method)
    return tuple(methods)
