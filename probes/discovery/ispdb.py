"""Thunderbird's public list of settings: one file for each known mail domain, the same format as a domain's own."""

from dataclasses import replace
from functools import partial

from probes.codes import Source, Trust
from probes.discovery.autoconfig import file_request, read_file
from probes.discovery.documents import Found, Kind, look
from probes.discovery.values import Discovered
from probes.toolbox import Toolbox


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The entry for exactly this domain; none where the list is switched off."""
    if not tools.ispdb_url:
        return Discovered()
    found = ask_list(domain, tools)
    read = read_file(found, domain, Source.ISPDB, Trust.TRUSTED if found.visit.secure else Trust.NEEDS_CONSENT)
    error = found.visit.error
    return read if error is None else replace(read, failed=True, reason=error.reason)  # the list itself must be there


def ask_list(domain: str, tools: Toolbox) -> Found:
    """What the list has for ``domain``; the list must not be switched off."""
    return look(file_request(f"{tools.ispdb_url.rstrip('/')}/{domain}"), Kind.XML, tools)


def asker(domain: str, tools: Toolbox) -> tuple[partial[Found], ...]:
    """The step that asks the list, or none where it is switched off."""
    return (partial(ask_list, domain, tools),) if tools.ispdb_url else ()
