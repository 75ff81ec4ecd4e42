"""Query functions for what is counted so that no server is flooded: checks of a client, and runs on an address.

Nothing here commits; the caller's transaction does.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.limit_models import ClientCheck, ServerContact
from advisor.store.models import ProbeRun, RunState
from advisor.store.probe_runs import ACTIVE, Contacts

HOUR = timedelta(hours=1)


class BusyServerError(Exception):
    """Another run is on one of these addresses; undo the transaction."""


class ServerLimitError(Exception):
    """The runs of an hour on one of these addresses are used up."""


def note_client(client: str, run_id: int) -> None:
    """Count one run for whoever started it (a keyed hash)."""
    db.session.add(ClientCheck(client=client, run_id=run_id, at=datetime.now(UTC)))


def of_client(client: str, since: datetime) -> Contacts:
    """How many checks a client has started since a moment."""
    return _counted(ClientCheck.client == client, ClientCheck.at > since)


def under_way_of(client: str) -> Contacts:
    """How many checks of a client wait or run."""
    active = sa.select(ProbeRun.id).where(ProbeRun.state.in_(ACTIVE))
    return _counted(ClientCheck.client == client, ClientCheck.run_id.in_(active))


def _counted(*conditions: sa.ColumnElement[bool]) -> Contacts:
    count, oldest = db.session.execute(sa.select(sa.func.count(), sa.func.min(ClientCheck.at)).where(*conditions)).one()
    return Contacts(count, oldest)


def occupy(run_id: int, addresses: Iterable[str], *, per_hour: int) -> None:
    """Keep these addresses for a run, which lets go of what it held before: its worker may have been killed.

    Raises ``BusyServerError``, ``ServerLimitError``; then undo the transaction.
    """
    wanted, now = sorted(addresses), datetime.now(UTC)
    if not wanted:
        return
    _free_what_ended()
    leave(run_id)
    taken = insert_into(ServerContact).on_conflict_do_nothing().returning(ServerContact.id)
    rows = [{"address": each, "run_id": run_id, "at": now, "active": True} for each in wanted]
    for row in rows:  # in one order, so that no two runs wait for each other
        if db.session.execute(taken.values(row)).one_or_none() is None:
            raise BusyServerError
    query = sa.select(ServerContact.address).where(ServerContact.address.in_(wanted), ServerContact.at > now - HOUR)
    if db.session.execute(query.group_by(ServerContact.address).having(sa.func.count() > per_hour).limit(1)).first():
        raise ServerLimitError


def leave(run_id: int) -> None:
    """The run is on none of its addresses any more."""
    _end(ServerContact.run_id == run_id)


def _free_what_ended() -> None:
    running = sa.select(ProbeRun.id).where(ProbeRun.state == RunState.RUNNING)
    _end(ServerContact.run_id.not_in(running))


def _end(condition: sa.ColumnElement[bool]) -> None:
    query = sa.update(ServerContact).where(condition, ServerContact.active).values(active=False)
    db.session.execute(query.execution_options(synchronize_session=False))


def purge() -> None:
    """Remove what counts for nothing any more."""
    _free_what_ended()
    before = datetime.now(UTC) - HOUR
    db.session.execute(sa.delete(ClientCheck).where(ClientCheck.at <= before))
    db.session.execute(sa.delete(ServerContact).where(ServerContact.at <= before, sa.not_(ServerContact.active)))
