"""Autodiscover (MS-OXDSCLI, POX) as Outlook asks it, but without credentials and for a neutral address only.

Whoever wants a login first gets none: that is a note, no error. What http or SRV point to is believed only under the
domain's own organisation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from xml.sax.saxutils import escape

from probes.codes import Reason, Source, SourceNote, Trust
from probes.discovery.autodiscover_file import AutodiscoverAnswer, parse_autodiscover
from probes.discovery.documents import NEUTRAL_LOCAL_PART, Found, Kind, discovered, look
from probes.discovery.domains import all_of_one_organisation
from probes.discovery.srv import ask_srv, left_out, usable_host
from probes.discovery.together import together
from probes.discovery.values import Discovered, first_of_each
from probes.errors import ProtocolError
from probes.http import Request
from probes.results import Claim
from probes.toolbox import Toolbox

HTTPS_PORT = 443
MAX_STEPS = 10
MAX_NAMED = 3  # places that records of the DNS name
_PATH = "/autodiscover/autodiscover.xml"
_SCHEMA = "http://schemas.microsoft.com/exchange/autodiscover/outlook"
_BODY = (
    '<?xml version="1.0" encoding="utf-8"?>'
    f'<Autodiscover xmlns="{_SCHEMA}/requestschema/2006"><Request><EMailAddress>{{address}}</EMailAddress>'
    f"<AcceptableResponseSchema>{_SCHEMA}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>"
)


@dataclass(frozen=True, slots=True)
class _Trail:
    """All steps from one start, and the last answer, if there is one that does not point on."""

    found: tuple[Found, ...]
    answer: AutodiscoverAnswer | None = None
    trust: Trust = Trust.NEEDS_CONSENT
    too_long: bool = False


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The two places over https, and where http points to."""
    starts = [partial(_follow, (url,), domain, True, tools) for url in _places(domain)[::-1]]
    trails = together([*starts, partial(_from_http, domain, tools)])
    return _together(trails, Source.AUTODISCOVER)


def discover_srv(domain: str, tools: Toolbox) -> Discovered:
    """The hosts that SRV ``_autodiscover._tcp`` names, few of them; port 443 only."""
    reply = ask_srv(f"_autodiscover._tcp.{domain}", tools)
    named = [(host, record.port) for record in reply.records for host in usable_host(record)]
    places = tuple(dict.fromkeys(host if port == HTTPS_PORT else f"{host}:{port}" for host, port in named))
    notes = left_out(reply, more=len(places) > MAX_NAMED)
    if not named:
        return Discovered(reason=reply.reason, failed=reply.reason is not None, notes=notes, evidence=reply.evidence)
    urls = [f"https://{place}{_PATH}" for place in places[:MAX_NAMED]]
    trails = together(partial(_follow, (url,), domain, reply.dnssec, tools) for url in urls)
    whole = _together(trails, Source.AUTODISCOVER_SRV)
    return replace(whole, notes=(*whole.notes, *notes), evidence=(*reply.evidence, *whole.evidence))


def _places(domain: str) -> tuple[str, str]:
    return f"https://autodiscover.{domain}{_PATH}", f"https://{domain}{_PATH}"


def _from_http(domain: str, tools: Toolbox) -> _Trail:
    """``http://autodiscover.DOMAIN`` is asked only where to ask; what it says otherwise is not read."""
    request = Request(f"http://autodiscover.{domain}{_PATH}", Kind.XML.accept, plain=True, redirects=False)
    start = look(request, Kind.XML, tools)
    response = start.visit.response
    if response is None or response.location is None:
        return _Trail((replace(start, notes=()),))
    trail = _follow((response.location,), domain, False, tools)
    return replace(trail, found=(start, *trail.found))


def _follow(start: tuple[str, ...], domain: str, assured: bool, tools: Toolbox) -> _Trail:
    """Ask, and go on where the answer points to. ``assured``: whether the start itself was no stranger's word."""
    own, waiting = domain, list(start)
    found: dict[str, Found] = {}
    while waiting:
        url = waiting.pop(0)
        if url in found or len(found) >= MAX_STEPS:
            return _Trail(tuple(found.values()), too_long=True)
        found[url] = look(_question(url, domain), Kind.XML, tools)
        answer = _read(found[url], domain)
        if answer is None:
            continue
        if not answer.points_on:
            steps = tuple(found.values())
            return _Trail(steps, answer, _trust(steps, own, assured))
        domain = answer.redirect_domain or domain
        waiting = [answer.redirect_url] if answer.redirect_url else list(_places(domain))
    return _Trail(tuple(found.values()))


def _question(url: str, domain: str) -> Request:
    address = escape(f"{NEUTRAL_LOCAL_PART}@{domain}")
    body = _BODY.format(address=address).encode()
    return Request(url, Kind.XML.accept, body=body, content_type="text/xml; charset=utf-8")


def _read(found: Found, domain: str) -> AutodiscoverAnswer | None:
    if found.document is None:
        return None
    try:
        return parse_autodiscover(found.document, domain, NEUTRAL_LOCAL_PART)
    except ProtocolError:
        return AutodiscoverAnswer(notes=(SourceNote.NOT_READABLE,))


def _trust(found: Sequence[Found], domain: str, assured: bool) -> Trust:
    secure = all(each.visit.secure for each in found)
    own = all(all_of_one_organisation(each.visit.hosts, domain) for each in found)
    return Trust.TRUSTED if secure and (assured or own) else Trust.NEEDS_CONSENT


def _together(trails: Sequence[_Trail], source: Source) -> Discovered:
    claims = first_of_each(claim for trail in trails for claim in _claims(trail, source))
    notes = tuple(note for trail in trails if trail.answer for note in trail.answer.notes)
    found = tuple(each for trail in trails for each in trail.found)
    return discovered(found, claims, notes, None if claims else _broken(trails, notes))


def _broken(trails: Sequence[_Trail], notes: tuple[SourceNote, ...]) -> Reason | None:
    if any(trail.too_long for trail in trails):
        return Reason.LIMIT_EXCEEDED
    return Reason.PROTOCOL_ERROR if SourceNote.NOT_READABLE in notes else None


def _claims(trail: _Trail, source: Source) -> tuple[Claim, ...]:
    servers = trail.answer.servers if trail.answer else ()
    return tuple(server.claim(source, trail.trust, trail.found[-1].evidence[-1]) for server in servers)
