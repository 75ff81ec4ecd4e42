"""One address in the web as a step of a source: the document, what was odd about its delivery, and the evidence."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from probes.cleaning import clean
from probes.codes import Reason, SourceNote
from probes.discovery.values import Discovered
from probes.errors import CertificateProblemError, NameNotFoundError
from probes.http import Hop, Request, Visit, visit
from probes.results import Claim, Evidence
from probes.toolbox import Toolbox

NEUTRAL_LOCAL_PART = "postmaster"  # every mail domain must have it (RFC 5321 section 4.5.1); nobody's own address
MAX_URL = 500
MAX_DOCUMENT = 65536  # bytes; ten times what a large provider publishes
_UNAUTHORIZED = 401
_HTML = re.compile(
    rb"[\s\xef\xbb\xbf]*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*)?<(!doctype\s+)?html\b", re.IGNORECASE | re.DOTALL
)


class Kind(StrEnum):
    """What kind of document is wanted: the suffix of its media type (RFC 6839)."""

    XML = "xml"
    JSON = "json"

    @property
    def accept(self) -> str:
        """What to ask for."""
        return "text/xml, application/xml" if self is Kind.XML else "application/json"

    def fits(self, content_type: str) -> bool:
        """Whether the media type says that it is one; none at all says nothing against it."""
        bare = content_type.partition(";")[0].strip().lower()
        return not bare or bare.endswith((f"/{self.value}", f"+{self.value}"))


@dataclass(frozen=True, slots=True)
class Found:
    """``document`` is None where there is none; ``reason`` then says why, unless the place is simply empty."""

    visit: Visit
    document: bytes | None
    reason: Reason | None
    notes: tuple[SourceNote, ...]
    evidence: tuple[Evidence, ...]


def look(request: Request, kind: Kind, tools: Toolbox) -> Found:
    """Ask for one document. Raises ``CancelledError``."""
    visited = visit(request, tools)
    answer = visited.response if visited.response is not None and visited.response.ok else None
    body = answer.body if answer else None
    html = body is not None and _HTML.match(body[:2000]) is not None
    too_long = answer is not None and not html and (len(answer.body) > MAX_DOCUMENT or not answer.whole)
    document = None if html or too_long else body
    return Found(
        visit=visited,
        document=document,
        reason=Reason.LIMIT_EXCEEDED if too_long else _reason(visited),
        notes=tuple(note for note, holds in _notes(visited, kind, document, html) if holds),
        evidence=tuple(_evidence(hop, tools) for hop in visited.hops),
    )


def discovered(
    found: Sequence[Found],
    claims: tuple[Claim, ...] = (),
    notes: tuple[SourceNote, ...] = (),
    reason: Reason | None = None,
) -> Discovered:
    """All steps of a source together; it failed if each of them did, or for the ``reason`` given."""
    reasons = [each.reason for each in found]
    return Discovered(
        claims=claims,
        reason=reason or next((each for each in reasons if each), None),
        failed=reason is not None or (bool(reasons) and None not in reasons),
        notes=tuple(dict.fromkeys((*(note for each in found for note in each.notes), *notes))),
        evidence=tuple(step for each in found for step in each.evidence),
    )


def _reason(visited: Visit) -> Reason | None:
    error = visited.error
    if error is None or (isinstance(error, NameNotFoundError) and len(visited.hops) == 1):
        return None
    return error.reason


def _notes(visited: Visit, kind: Kind, document: bytes | None, html: bool) -> tuple[tuple[SourceNote, bool], ...]:
    response, error = visited.response, visited.error
    wrong_type = document is not None and response is not None and not kind.fits(response.content_type)
    led_on = any(hop.response is not None and hop.response.location for hop in visited.hops)
    return (
        (SourceNote.CERTIFICATE_PROBLEM, isinstance(error, CertificateProblemError)),
        (SourceNote.HTML_INSTEAD, html),
        (SourceNote.LOGIN_WANTED, response is not None and response.status == _UNAUTHORIZED),
        (SourceNote.OVER_HTTP, (document is not None or led_on) and not visited.secure),
        (SourceNote.REDIRECTED, len(visited.hops) > 1),
        (SourceNote.WRONG_CONTENT_TYPE, wrong_type),
    )


def _evidence(hop: Hop, tools: Toolbox) -> Evidence:
    url = clean(hop.url, MAX_URL)
    if hop.response is None:
        return Evidence(tools.at, url=url, status=hop.error.reason.value if hop.error else None)
    response = hop.response
    sha256 = hashlib.sha256(response.body).hexdigest() if response.ok and response.whole else None
    return Evidence(tools.at, url=url, status=str(response.status), sha256=sha256)
