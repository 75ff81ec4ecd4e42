"""One bounded GET over https, on the same judged and bounded connection as every other dialogue.

h11 only parses; every redirect is resolved, judged and connected to anew. A certificate must be valid for the name.
"""

from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

import h11

from probes.cleaning import clean
from probes.errors import (
    AddressRefusedError,
    CertificateProblemError,
    ConnectionClosedError,
    LimitExceededError,
    PortNotAllowedError,
    ProtocolError,
)
from probes.target import TargetError, parse_host
from probes.toolbox import Toolbox
from probes.transport import Wire

HTTPS_PORT = 443
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_HEADERS = 16384
_OK = 200


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """The final answer: ``url`` is where it came from, ``hosts`` every host on the way."""

    url: str
    status: int
    body: bytes
    hosts: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether there is a document."""
        return self.status == _OK


def fetch(url: str, tools: Toolbox) -> HttpAnswer:
    """GET ``url``, following redirects to https only. Raises ``ProbeError``."""
    hosts: list[str] = []
    step = tools.within(tools.limits.http)
    for _ in range(tools.limits.redirects + 1):
        host, path = _checked(url)
        hosts.append(host)
        status, location, body = _get(host, path, step)
        if status not in _REDIRECTS or location is None:
            return HttpAnswer(url, status, body, tuple(hosts))
        url = _joined(url, location)
    raise LimitExceededError


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise ProtocolError(clean(location)) from error


def _checked(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parse_host(parts.hostname or "")
    except TargetError as error:
        raise AddressRefusedError from error
    except ValueError as error:
        raise ProtocolError(clean(url)) from error
    if parts.scheme != "https" or port not in (None, HTTPS_PORT):
        raise PortNotAllowedError
    return host, parts.path + (f"?{parts.query}" if parts.query else "")


def _get(host: str, path: str, tools: Toolbox) -> tuple[int, str | None, bytes]:
    found = tools.hosts.find(host, tools.deadline)
    limits = replace(tools.limits, phase_bytes=tools.limits.http_bytes)
    with tools.gate.pass_to(found.address, tools.deadline), Wire(found, HTTPS_PORT, limits, tools.deadline) as wire:
        tls = wire.start_tls(tools.tls)
        if tls.certificate is not None and tls.certificate.problem is not None:
            raise CertificateProblemError(tls.certificate.problem)
        try:
            return _exchange(wire, host, path, tools)
        except (h11.RemoteProtocolError, h11.LocalProtocolError, UnicodeEncodeError) as error:
            raise ProtocolError(clean(str(error))) from error


def _exchange(wire: Wire, host: str, path: str, tools: Toolbox) -> tuple[int, str | None, bytes]:
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEADERS)
    request = h11.Request(
        method="GET",
        target=path.encode("ascii") or b"/",
        headers=[
            ("Host", host),
            ("User-Agent", "Mailweiche"),
            ("Accept", "text/xml, application/xml"),
            ("Connection", "close"),
        ],
    )
    wire.write((connection.send(request) or b"") + (connection.send(h11.EndOfMessage()) or b""))
    response: h11.Response | None = None
    body = bytearray()
    while True:
        event = _next_event(connection, wire, tools)
        if isinstance(event, h11.Response):
            response = event
        elif isinstance(event, h11.Data):
            body += event.data
        elif isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)):
            break
    if response is None:
        raise ProtocolError
    return response.status_code, _location(response), bytes(body)


def _next_event(connection: h11.Connection, wire: Wire, tools: Toolbox) -> object:
    while (event := connection.next_event()) is h11.NEED_DATA:
        try:
            connection.receive_data(wire.read_some(tools.limits.http))
        except ConnectionClosedError:
            if connection.their_state is h11.SEND_RESPONSE:
                raise  # not a word has come; otherwise the end may be the end of the body
            connection.receive_data(b"")
    return event


def _location(response: h11.Response) -> str | None:
    for name, value in response.headers:
        if name == b"location":
            return bytes(value).decode("ascii", "replace")
    return None
