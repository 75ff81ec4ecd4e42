"""PACC: the provider's settings as one JSON file, proven by a digest that stands in the DNS."""

from dataclasses import dataclass, replace
from functools import partial

from probes.codes import Reason, Source, SourceNote, Trust
from probes.discovery.documents import Found, Kind, discovered, look
from probes.discovery.pacc_file import PaccFile, digests, matches, parse_pacc
from probes.discovery.records import Reply, ask
from probes.discovery.together import together
from probes.discovery.values import Discovered, first_of_each
from probes.errors import ProtocolError
from probes.http import Request
from probes.results import Claim
from probes.toolbox import Toolbox

_PATH = "/.well-known/user-agent-configuration.json"
_TRUST_ORDER = (Trust.VERIFIED, Trust.TRUSTED, Trust.NEEDS_CONSENT)


@dataclass(frozen=True, slots=True)
class _Read:
    """One of the two places: what lies there, how far it is believed, and why. ``file`` None: nothing that reads."""

    found: Found
    file: PaccFile | None
    trust: Trust
    notes: tuple[SourceNote, ...]


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The file at the present and at the older place; the digest is asked for only where there is a file."""
    urls = (f"https://ua-auto-config.{domain}{_PATH}", f"https://{domain}{_PATH}")
    found = together(partial(look, Request(url, Kind.JSON.accept), Kind.JSON, tools) for url in urls)
    if all(each.document is None for each in found):
        return discovered(found)
    reply = ask(tools.resolver.txt, f"_ua-auto-config.{domain}", "TXT", tools)
    read = [_read(each, reply, older) for each, older in zip(found, (False, True), strict=True)]
    best_first = sorted(read, key=lambda each: _TRUST_ORDER.index(each.trust))
    claims = first_of_each(claim for each in best_first for claim in _claims(each))
    unread = any(SourceNote.NOT_READABLE in each.notes for each in read) and not claims
    notes = tuple(note for each in read for note in each.notes)
    whole = discovered(found, claims, notes, Reason.PROTOCOL_ERROR if unread else None)
    return replace(whole, evidence=(*whole.evidence, *reply.evidence))


def _read(found: Found, reply: Reply[str], older: bool) -> _Read:
    if found.document is None:
        return _Read(found, None, Trust.NEEDS_CONSENT, ())
    try:
        file = parse_pacc(found.document)
    except ProtocolError:
        return _Read(found, None, Trust.NEEDS_CONSENT, (SourceNote.NOT_READABLE,))
    trust, notes = _judged(found.document, reply)
    return _Read(found, file, trust, (*notes, *file.notes, *((SourceNote.OLDER_FORM,) if older else ())))


def _judged(document: bytes, reply: Reply[str]) -> tuple[Trust, tuple[SourceNote, ...]]:
    """A file without a digest is worth what its https connection is; one with a wrong digest is somebody else's."""
    known = digests(reply.records)
    if known and matches(document, known):
        return Trust.VERIFIED, (SourceNote.DIGEST_MATCHES,)
    if known:
        return Trust.NEEDS_CONSENT, (SourceNote.DIGEST_WRONG,)
    return Trust.TRUSTED, () if reply.reason else (SourceNote.DIGEST_MISSING,)


def _claims(read: _Read) -> tuple[Claim, ...]:
    if read.file is None:
        return ()
    return tuple(
        Claim(
            source=Source.PACC,
            protocol=server.protocol,
            host=server.host,
            trust=read.trust,
            evidence=read.found.evidence[-1],
            port=server.port,
            security=server.security,
            authentication=read.file.authentication,
        )
        for server in read.file.servers
    )
