"""Before a run: whether its servers are free. Several domains may lead to one server, of which only the DNS knows."""

from datetime import UTC, datetime, timedelta

import structlog

from advisor.store import probe_limits, probe_runs
from advisor.store.probe_limits import BusyServerError, ServerLimitError
from advisor.store.probe_runs import SERVER_BUSY, SERVER_LIMIT, Ticket
from advisor.web import probing
from advisor.web.settings import settings
from advisor.web.transaction import unit

log = structlog.get_logger()

LONGEST_WAIT = timedelta(minutes=2)


def taken(ticket: Ticket) -> bool:
    """Keep the servers of a run for it alone; where that cannot be, put the run off or end it, contacting nobody."""
    addresses = probing.addresses_of(ticket.target)
    try:
        with unit():
            probe_limits.occupy(ticket.run_id, addresses, per_hour=settings().probe_per_server_hour)
    except BusyServerError:
        with unit():
            _put_off(ticket)
    except ServerLimitError:
        with unit():
            probe_runs.refuse(ticket, SERVER_LIMIT)
        log.warning("probe_server_limit", run=ticket.run_id)
    else:
        return True
    return False


def leave(ticket: Ticket) -> None:
    """The next run may have the servers."""
    with unit():
        probe_limits.leave(ticket.run_id)


def _put_off(ticket: Ticket) -> None:
    run = probe_runs.by_id(ticket.run_id)
    if run is not None and run.created_at < datetime.now(UTC) - LONGEST_WAIT:
        probe_runs.refuse(ticket, SERVER_BUSY)
    else:
        probe_runs.release(ticket, SERVER_BUSY)
