"""Bounded requests over https (and http where a source allows it), each redirect resolved and judged anew.

h11 only parses; the connection is the same judged and bounded one as for every other dialogue. A certificate must be
valid for the name. Nothing secret is ever sent.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

import h11

from probes.cleaning import clean
from probes.errors import (
    AddressRefusedError,
    CancelledError,
    CertificateProblemError,
    ConnectionClosedError,
    LimitExceededError,
    PortNotAllowedError,
    ProbeError,
    ProtocolError,
)
from probes.options import Limits
from probes.target import TargetError, parse_host
from probes.toolbox import Toolbox
from probes.transport import Wire

PORTS = {"https": 443, "http": 80}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_HEADERS = 16384
_MAX_PREFACES = 10  # answers such as "100 Continue" before the real one
_MAX_PIECES = 2000  # of a body; each costs work, however small it is
_OK = 200


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for: a GET, or a POST of ``body``. ``plain``: http will do, also on the way.

    ``redirects``: whether to follow them; a POST stays one (MS-OXDSCLI section 3.1.5.3).
    """

    url: str
    accept: str
    body: bytes | None = None
    content_type: str = ""
    plain: bool = False
    redirects: bool = True


@dataclass(frozen=True, slots=True)
class Response:
    """One answer. ``location``: where it points to, as a whole URL, if it is a redirect.

    ``body`` is read for status 200 only; other answers have nothing to say. ``whole`` is False where it is longer than
    any honest document.
    """

    status: int
    content_type: str
    location: str | None
    body: bytes
    whole: bool = True

    @property
    def ok(self) -> bool:
        """Whether there is a document."""
        return self.status == _OK


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the way; ``host`` is "" where the URL names none. Of ``response`` and ``error`` one is None."""

    url: str
    host: str
    response: Response | None = None
    error: ProbeError | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One request with all its redirects, the last hop being the answer or the error."""

    hops: tuple[Hop, ...]

    @property
    def response(self) -> Response | None:
        """The final answer."""
        return self.hops[-1].response

    @property
    def error(self) -> ProbeError | None:
        """Why there is no final answer."""
        return self.hops[-1].error

    @property
    def url(self) -> str:
        """Where the answer came from."""
        return self.hops[-1].url

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host on the way."""
        return tuple(hop.host for hop in self.hops)

    @property
    def secure(self) -> bool:
        """Whether https was spoken on the whole way."""
        return all(urlsplit(hop.url).scheme == "https" for hop in self.hops)


@dataclass(frozen=True, slots=True)
class _Place:
    scheme: str
    host: str
    path: str


def visit(request: Request, tools: Toolbox) -> Visit:
    """Ask and follow; an error is an answer too. Raises ``CancelledError``."""
    step = tools.within(tools.limits.http)
    hops: list[Hop] = []
    url = request.url
    while True:
        hop = _hop(url, request, step, may_go_on=len(hops) < tools.limits.redirects)
        hops.append(hop)
        if hop.response is None or hop.response.location is None or not request.redirects:
            return Visit(tuple(hops))
        url = hop.response.location


def _hop(url: str, request: Request, tools: Toolbox, may_go_on: bool) -> Hop:
    host = ""
    try:
        place = _place(url, request.plain)
        host = place.host
        response = _ask(place, url, request, tools)
        if request.redirects and response.location is not None and not may_go_on:
            raise LimitExceededError
    except CancelledError:
        raise
    except ProbeError as error:
        return Hop(url, host, error=error.to_keep())
    return Hop(url, host, response)


def _place(url: str, plain: bool) -> _Place:
    try:
        parts = urlsplit(url)
        port = parts.port
        host = parse_host(parts.hostname or "")
    except TargetError as error:
        raise AddressRefusedError from error
    except ValueError as error:
        raise ProtocolError(clean(url)) from error
    scheme = parts.scheme
    if scheme not in (("https", "http") if plain else ("https",)) or port not in (None, PORTS[scheme]):
        raise PortNotAllowedError
    return _Place(scheme, host, (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def _ask(place: _Place, url: str, request: Request, tools: Toolbox) -> Response:
    found, port = tools.hosts.find(place.host, tools.deadline), PORTS[place.scheme]
    if place.host != urlsplit(tools.ispdb_url).hostname:  # the public list is made for many, and every run asks it
        tools.doors.enter_web(str(found.address))
    with (
        tools.web_ports.through(found.address, port, tools.deadline),
        tools.gate.pass_to(found.address, tools.deadline),
        Wire(found, port, _for_the_web(tools.limits), tools.deadline) as wire,
    ):
        if place.scheme == "https":
            _start_tls(wire, tools)
        try:
            return _exchange(wire, place, url, request, tools)
        except (h11.RemoteProtocolError, h11.LocalProtocolError, UnicodeEncodeError) as error:
            raise ProtocolError(clean(str(error))) from error


@lru_cache(1)
def _for_the_web(limits: Limits) -> Limits:
    """The limits of a request; all requests of a run have the same."""
    connect, tls = min(limits.connect, limits.web_silence), min(limits.tls, limits.web_silence)
    return replace(limits, phase_bytes=limits.http_bytes, connect=connect, tls=tls)


def _start_tls(wire: Wire, tools: Toolbox) -> None:
    tls = wire.start_tls(tools.tls)
    if tls.certificate is not None and tls.certificate.problem is not None:
        raise CertificateProblemError(tls.certificate.problem)


def _exchange(wire: Wire, place: _Place, url: str, request: Request, tools: Toolbox) -> Response:
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEADERS)
    wire.write(_written(connection, place, request, tools.identity.user_agent()))
    event = _next_event(connection, wire, tools)
    for _ in range(_MAX_PREFACES):
        if not isinstance(event, h11.InformationalResponse):
            break
        event = _next_event(connection, wire, tools)
    if isinstance(event, h11.InformationalResponse):
        raise LimitExceededError
    if not isinstance(event, h11.Response):
        raise ProtocolError
    content_type = clean(_header(event, b"content-type") or "")
    body, whole = _body(connection, wire, tools) if event.status_code == _OK else (b"", True)
    return Response(event.status_code, content_type, _location(event, url), body, whole)


def _body(connection: h11.Connection, wire: Wire, tools: Toolbox) -> tuple[bytes, bool]:
    """What follows the headers, and whether that is all of it."""
    body = bytearray()
    try:
        for _ in range(_MAX_PIECES):
            event = _next_event(connection, wire, tools)
            if not isinstance(event, h11.Data):
                return bytes(body), True
            body += event.data
    except LimitExceededError:
        pass
    return bytes(body), False


def _written(connection: h11.Connection, place: _Place, request: Request, agent: str) -> bytes:
    headers = [("Host", place.host), ("User-Agent", agent), ("Accept", request.accept), ("Connection", "close")]
    if request.body is not None:
        headers += [("Content-Type", request.content_type), ("Content-Length", str(len(request.body)))]
    events: list[h11.Request | h11.Data | h11.EndOfMessage] = [
        h11.Request(
            method="GET" if request.body is None else "POST", target=place.path.encode("ascii"), headers=headers
        )
    ]
    events += [h11.Data(data=request.body)] if request.body else []
    return b"".join(connection.send(event) or b"" for event in (*events, h11.EndOfMessage()))


def _next_event(connection: h11.Connection, wire: Wire, tools: Toolbox) -> object:
    while (event := connection.next_event()) is h11.NEED_DATA:
        try:
            connection.receive_data(wire.read_some(tools.limits.http))
        except ConnectionClosedError:
            if connection.their_state is h11.SEND_RESPONSE:
                raise  # not a word has come; otherwise the end may be the end of the body
            connection.receive_data(b"")
    return event


def _header(response: h11.Response, name: bytes) -> str | None:
    return next((bytes(value).decode("ascii", "replace") for key, value in response.headers if key == name), None)


def _location(response: h11.Response, url: str) -> str | None:
    location = _header(response, b"location")
    if location is None or response.status_code not in _REDIRECTS:
        return None
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise ProtocolError(clean(location)) from error
