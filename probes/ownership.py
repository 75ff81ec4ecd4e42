"""Whether somebody who controls a domain has published a certain line: in its DNS, or on its own web server.

The file counts only where it lies over https under the domain itself; where a redirect leads may belong to others.
"""

import hmac
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum

from probes.cleaning import clean
from probes.codes import Reason
from probes.errors import DnsFailedError
from probes.http import Request, Response, visit
from probes.target import MAX_DOMAIN
from probes.toolbox import Toolbox

LABEL = "_mailweiche"
PATH = "/.well-known/mailweiche.txt"
MOST_SHOWN = 5
_PREFIX = "mailweiche="


class Place(StrEnum):
    """Where the line was found."""

    DNS = "dns"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class DnsLook:
    """The TXT records that are there, cleaned; ``reason``: why there is no answer."""

    proved: bool = False
    records: tuple[str, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class FileLook:
    """What the web server said: ``reason`` where it said nothing, ``status`` and the first line where it did.

    ``location``: where it points to, cleaned.
    """

    proved: bool = False
    status: int | None = None
    line: str = ""
    location: str = ""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Both places."""

    dns: DnsLook
    file: FileLook

    @property
    def proved_by(self) -> Place | None:
        """Where the line was found, the DNS first; None where it was not."""
        if self.dns.proved:
            return Place.DNS
        return Place.FILE if self.file.proved else None


def line(token: str) -> str:
    """What is to be published."""
    return f"{_PREFIX}{token}"


def record_name(domain: str) -> str:
    """Where the TXT record belongs."""
    return f"{LABEL}.{domain}"


def file_url(domain: str) -> str:
    """Where the file belongs."""
    return f"https://{domain}{PATH}"


def look(domain: str, token: str, tools: Toolbox) -> Look:
    """Look at both places at once, within the deadline of the tools."""
    with ThreadPoolExecutor(1, thread_name_prefix="ownership") as pool:
        dns = pool.submit(_in_dns, domain, token, tools)
        file = _in_file(domain, token, tools)
        return Look(dns.result(), file)


def _in_dns(domain: str, token: str, tools: Toolbox) -> DnsLook:
    name = record_name(domain)
    if len(name) > MAX_DOMAIN:  # there is no such name
        return DnsLook()
    try:
        answer = tools.resolver.txt(name, tools.deadline)
    except DnsFailedError as error:
        return DnsLook(reason=error.reason)
    return DnsLook(_any_is(token, answer.records), tuple(clean(record) for record in answer.records[:MOST_SHOWN]))


def _in_file(domain: str, token: str, tools: Toolbox) -> FileLook:
    visited = visit(Request(file_url(domain), "text/plain", redirects=False), tools)
    if visited.response is None:
        return FileLook(reason=visited.error.reason if visited.error else None)
    return _read(visited.response, token)


def _read(response: Response, token: str) -> FileLook:
    if not response.ok:
        return FileLook(status=response.status, location=clean(response.location or ""))
    text = response.body.decode("utf-8-sig", "replace").strip()
    first = clean(text.partition("\n")[0])
    return FileLook(response.whole and _any_is(token, (text,)), response.status, first)


def _any_is(token: str, found: Iterable[str]) -> bool:
    wanted = line(token).encode()
    return any(hmac.compare_digest(each.strip().encode("utf-8", "replace"), wanted) for each in found)
