"""JMAP (RFC 8620 section 2.2): only whether the domain has it; no claims, and nobody signs in."""

from dataclasses import replace

from probes.codes import SourceNote
from probes.discovery.documents import Found, Kind, discovered, look
from probes.discovery.pacc_file import read_json
from probes.discovery.srv import ask_srv, usable_host
from probes.discovery.values import Discovered
from probes.errors import ProtocolError
from probes.http import Request
from probes.toolbox import Toolbox


def discover(domain: str, tools: Toolbox) -> Discovered:
    """SRV ``_jmap._tcp``, and the session at the well-known place; that a login is wanted there proves nothing."""
    reply = ask_srv(f"_jmap._tcp.{domain}", tools)
    published = any(usable_host(record) for record in reply.records)
    found = look(Request(f"https://{domain}/.well-known/jmap", Kind.JSON.accept), Kind.JSON, tools)
    there = published or _is_session(found)
    whole = discovered((found,), notes=(SourceNote.JMAP,) if there else ())
    return replace(
        whole,
        reason=None if there else whole.reason or reply.reason,
        failed=whole.failed and not there,
        evidence=(*reply.evidence, *whole.evidence),
    )


def _is_session(found: Found) -> bool:
    try:
        return found.document is not None and "apiUrl" in read_json(found.document)
    except ProtocolError:
        return False
