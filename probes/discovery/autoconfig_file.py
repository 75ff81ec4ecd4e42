"""The tolerant reader of ``config-v1.1.xml``: one bad server never spoils the file, and what was tolerated is said."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from probes.cleaning import clean
from probes.codes import Authentication, Protocol, Security, UsernameForm
from probes.errors import ProtocolError
from probes.target import TargetError, parse_host

MAX_SERVERS = 12
MAX_PORT = 65535


class Tolerated(StrEnum):
    """Departures from the format that were read anyway."""

    NAMESPACE = "namespace"
    SOCKET_TYPE_SYNONYM = "socket_type_synonym"
    AUTHENTICATION_SYNONYM = "authentication_synonym"
    AUTHENTICATION_UNKNOWN = "authentication_unknown"
    PLACEHOLDER_UNCLOSED = "placeholder_unclosed"
    PLACEHOLDER_FILLED_IN = "placeholder_filled_in"
    DOMAIN_NOT_LISTED = "domain_not_listed"


@dataclass(frozen=True, slots=True)
class AutoconfigServer:
    """One server of the file, in the order of the file."""

    protocol: Protocol
    host: str
    port: int
    security: Security
    username: UsernameForm | None
    username_template: str | None
    authentication: tuple[Authentication, ...]
    tolerated: tuple[str, ...]


_SERVERS = {
    ("incomingserver", "imap"): Protocol.IMAP,
    ("incomingserver", "pop3"): Protocol.POP3,
    ("outgoingserver", "smtp"): Protocol.SUBMISSION,
}
_SOCKET_TYPES = {
    "SSL": (Security.TLS, False),
    "STARTTLS": (Security.STARTTLS, False),
    "plain": (Security.NONE, False),
    "TLS": (Security.TLS, True),
    "SSL/TLS": (Security.TLS, True),
    "none": (Security.NONE, True),
}
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


def parse_autoconfig(body: bytes, domain: str, asked_for: str) -> tuple[AutoconfigServer, ...]:
    """The mail servers of the file for ``domain``. Raises ``ProtocolError`` if it is no such file.

    ``asked_for``: the neutral local part that was sent; a publisher may have written it into the user name.
    """
    root = _root(body)
    notes: set[str] = {Tolerated.NAMESPACE} if root.tag.startswith("{") else set()
    if _plain(root) != "clientconfig":
        raise ProtocolError(clean(root.tag))
    elements = [element for element in root.iter() if _kind(element)]
    if not _lists_domain(root, domain):
        notes.add(Tolerated.DOMAIN_NOT_LISTED)
    read = (_server(element, domain, asked_for, notes) for element in elements)
    return tuple(server for server in read if server is not None)[:MAX_SERVERS]


def _root(body: bytes) -> ET.Element:
    try:
        root: ET.Element = fromstring(body.strip(), forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise ProtocolError(clean(str(error))) from error
    return root


def _plain(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _kind(element: ET.Element) -> Protocol | None:
    return _SERVERS.get((_plain(element), element.get("type", "").strip().lower()))


def _texts(element: ET.Element, name: str) -> Iterable[str]:
    return ((child.text or "").strip() for child in element if _plain(child) == name)


def _lists_domain(root: ET.Element, domain: str) -> bool:
    return any(
        _plain(element) == "domain" and (element.text or "").strip().lower().removesuffix(".") == domain
        for element in root.iter()
    )


def _server(element: ET.Element, domain: str, asked_for: str, file_notes: set[str]) -> AutoconfigServer | None:
    """One server, or None where host, port or encryption cannot be read."""
    notes = set(file_notes)
    protocol, host, port = _kind(element), _host(element, domain), _port(element)
    security = _security(element, notes)
    if protocol is None or host is None or port is None or security is None:
        return None
    username, template = _username(element, domain, asked_for, notes)
    return AutoconfigServer(
        protocol=protocol,
        host=host,
        port=port,
        security=security,
        username=username,
        username_template=template,
        authentication=_authentication(element, notes),
        tolerated=tuple(sorted(notes)),
    )


def _host(element: ET.Element, domain: str) -> str | None:
    for text in _texts(element, "hostname"):
        try:
            return parse_host(text.replace("%EMAILDOMAIN%", domain))
        except TargetError:
            continue
    return None


def _port(element: ET.Element) -> int | None:
    for text in _texts(element, "port"):
        if text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= MAX_PORT:
            return int(text)
    return None


def _security(element: ET.Element, notes: set[str]) -> Security | None:
    for text in _texts(element, "sockettype"):
        for word, (security, synonym) in _SOCKET_TYPES.items():
            if text.lower() == word.lower():
                notes.update({Tolerated.SOCKET_TYPE_SYNONYM} if synonym else ())
                return security
    return None


def _authentication(element: ET.Element, notes: set[str]) -> tuple[Authentication, ...]:
    methods: list[Authentication] = []
    for text in _texts(element, "authentication"):
        method, synonym = _AUTHENTICATION.get(text.lower(), (None, False))
        if text.lower() not in _AUTHENTICATION:
            notes.add(Tolerated.AUTHENTICATION_UNKNOWN)
        if synonym:
            notes.add(Tolerated.AUTHENTICATION_SYNONYM)
        if method is not None and method not in methods:
            methods.append(method)
    return tuple(methods)


def _username(
    element: ET.Element, domain: str, asked_for: str, notes: set[str]
) -> tuple[UsernameForm | None, str | None]:
    text = next((text for text in _texts(element, "username") if text), None)
    if text is None:
        return None, None
    text = _mended(text, domain, asked_for, notes)
    if text in ("%EMAILADDRESS%", "%EMAILLOCALPART%@%EMAILDOMAIN%"):
        return UsernameForm.ADDRESS, None
    if text == "%EMAILLOCALPART%":
        return UsernameForm.LOCAL_PART, None
    return UsernameForm.OTHER, clean(text)


def _mended(text: str, domain: str, asked_for: str, notes: set[str]) -> str:
    for placeholder in ("%EMAILADDRESS", "%EMAILLOCALPART", "%EMAILDOMAIN"):
        if text.endswith(placeholder):
            notes.add(Tolerated.PLACEHOLDER_UNCLOSED)
            text += "%"
    filled = {f"{asked_for}@{domain}": "%EMAILADDRESS%", asked_for: "%EMAILLOCALPART%"}.get(text.lower())
    if filled is not None:
        notes.add(Tolerated.PLACEHOLDER_FILLED_IN)
    return filled or text
