"""Looking for the proof that a domain belongs to whoever asks us to answer for it: on a click, and once a day."""

from datetime import timedelta
from threading import BoundedSemaphore

import structlog

from advisor.store import served_domains
from advisor.store.served_domains import Served
from advisor.web.probe_options import probe_options
from advisor.web.settings import settings
from advisor.web.transaction import unit
from probes import ownership
from probes.codes import Reason
from probes.nameservers import NoNameserverError
from probes.ownership import DnsLook, FileLook, Look
from probes.toolbox import open_toolbox

log = structlog.get_logger()

SECONDS = 6.0
MOST_AT_ONCE = 2
"""Looks that people wait for; each holds one thread of the web server."""
_places = BoundedSemaphore(MOST_AT_ONCE)


class BusyError(Exception):
    """Others are being looked for, or the same was looked for just now."""


def check(seen: Served) -> Look:
    """Look for the proof now and note when it is found. Raises ``BusyError``.

    Nothing of the database is held while others are waited for.
    """
    if not _places.acquire(blocking=False):
        raise BusyError
    try:
        return _check(seen)
    finally:
        _places.release()


def _check(seen: Served) -> Look:
    cooldown = timedelta(seconds=settings().probe_cooldown)
    with unit():
        started = served_domains.start_check(seen.case_id, cooldown=cooldown)
    if not started:
        raise BusyError
    found = look(seen)
    if found.proved_by is not None:
        with unit():
            noted = served_domains.prove(seen, found.proved_by)
        if not noted:  # stopped, or released for another domain, while we looked
            raise BusyError
        log.info("domain_proved", domain=seen.domain, by=found.proved_by.value)
    return found


def look(seen: Served) -> Look:
    """What is published in the domain, within ``SECONDS``."""
    try:
        tools = open_toolbox(probe_options(settings(), timeout=SECONDS), None)
    except (NoNameserverError, OSError):  # no name server, or the file of further authorities is gone
        return Look(DnsLook(reason=Reason.DNS_FAILED), FileLook(reason=Reason.DNS_FAILED))
    return ownership.look(seen.domain, seen.token, tools)


def recheck_one() -> None:
    """Look again for one proof that is a day old, if there is one. It counts on only while it is seen."""
    with unit():
        due = served_domains.claim_due()
    if due is None:
        return
    found = look(due)
    if found.proved_by is None:
        log.warning("proof_not_seen", domain=due.domain)
        return
    with unit():
        served_domains.renew(due, found.proved_by)
