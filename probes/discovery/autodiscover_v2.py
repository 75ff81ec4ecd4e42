"""Autodiscover v2 never names IMAP or POP3; that it answers at all says that this is Exchange."""

from urllib.parse import quote

from probes.codes import SourceNote
from probes.discovery.documents import NEUTRAL_LOCAL_PART, Kind, discovered, look
from probes.discovery.pacc_file import read_json
from probes.discovery.values import Discovered
from probes.errors import ProtocolError
from probes.http import Request
from probes.toolbox import Toolbox


def discover(domain: str, tools: Toolbox) -> Discovered:
    """Whether ``https://autodiscover.DOMAIN`` answers in that form; no claims."""
    address = quote(f"{NEUTRAL_LOCAL_PART}@{domain}", safe="")
    url = f"https://autodiscover.{domain}/autodiscover/autodiscover.json?Email={address}&Protocol=AutodiscoverV1"
    found = look(Request(url, Kind.JSON.accept), Kind.JSON, tools)
    exchange = found.document is not None and _speaks_v2(found.document)
    return discovered((found,), notes=(SourceNote.EXCHANGE,) if exchange else ())


def _speaks_v2(document: bytes) -> bool:
    try:
        answer = {name.lower(): value for name, value in read_json(document).items()}
    except ProtocolError:
        return False
    return isinstance(answer.get("protocol"), str) and str(answer.get("url", "")).startswith("https://")
