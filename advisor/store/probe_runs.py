"""Query functions for probe runs. Nothing here commits; the caller's transaction does.

A worker owns a run by its ``Ticket``. Every write of a worker checks the ticket, so that one that was thought dead and
comes back changes nothing any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState

MAX_ATTEMPTS = 3
ACTIVE = (RunState.QUEUED, RunState.RUNNING)
GAVE_UP = "gave_up"
SERVER_BUSY = "server_busy"
SERVER_LIMIT = "server_limit"


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to work on a run: its number, its domain, and which attempt this is."""

    run_id: int
    target: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Contacts:
    """How often servers were contacted within a window, and when the first of these runs was asked for."""

    count: int
    oldest: datetime | None


def create(case_id: int, target: str) -> ProbeRun:
    """A new run that waits for a worker."""
    run = ProbeRun(case_id=case_id, target=target, state=RunState.QUEUED, created_at=datetime.now(UTC))
    db.session.add(run)
    db.session.flush()
    return run


def take_over(case_id: int, source: ProbeRun) -> ProbeRun:
    """A finished run of a case with the report of another run on the same domain."""
    run = create(case_id, source.target)
    _copy_report(run, source)
    return run


def by_id(run_id: int) -> ProbeRun | None:
    """The run with this number."""
    return db.session.get(ProbeRun, run_id)


def latest(case_id: int) -> ProbeRun | None:
    """The run that a case asked for last, whatever became of it."""
    return db.session.scalars(_of_case(case_id).limit(1)).one_or_none()


def latest_done(case_id: int, target: str) -> ProbeRun | None:
    """The newest run of a case on this domain that has a report."""
    query = _of_case(case_id).where(ProbeRun.target == target, ProbeRun.state == RunState.DONE)
    return db.session.scalars(query.limit(1)).one_or_none()


def _of_case(case_id: int) -> sa.Select[ProbeRun]:
    return sa.select(ProbeRun).where(ProbeRun.case_id == case_id).order_by(ProbeRun.id.desc())


def running_on(target: str) -> ProbeRun | None:
    """The run that is contacting the servers of this domain right now."""
    query = sa.select(ProbeRun).where(ProbeRun.target == target, ProbeRun.state == RunState.RUNNING)
    return db.session.scalars(query).one_or_none()


def last_contact(target: str) -> ProbeRun | None:
    """The run that contacted the servers of this domain last and has ended."""
    query = (
        sa.select(ProbeRun)
        .where(ProbeRun.target == target, ProbeRun.attempts > 0, ProbeRun.finished_at.is_not(None))
        .order_by(ProbeRun.finished_at.desc())
    )
    return db.session.scalars(query.limit(1)).one_or_none()


def fresh_report(target: str, *, seconds: int) -> ProbeRun | None:
    """The last run on this domain, if it gave a report less than ``seconds`` ago."""
    run = last_contact(target)
    if run is None or run.state != RunState.DONE or run.finished_at is None:
        return None
    return run if run.finished_at > datetime.now(UTC) - timedelta(seconds=seconds) else None


def contacts(*, since: datetime, case_id: int | None = None, target: str | None = None) -> Contacts:
    """How often the servers of one case or one domain were contacted, or are about to be, since a moment."""
    query = sa.select(sa.func.count(), sa.func.min(ProbeRun.created_at)).where(
        ProbeRun.created_at > since, sa.or_(ProbeRun.attempts > 0, ProbeRun.state.in_(ACTIVE))
    )
    if case_id is not None:
        query = query.where(ProbeRun.case_id == case_id)
    if target is not None:
        query = query.where(ProbeRun.target == target)
    count, oldest = db.session.execute(query).one()
    return Contacts(count, oldest)


def claim(run_id: int, *, lease: timedelta) -> Ticket | None:
    """Take a waiting run, or None: it is taken, ended, or another run on its domain is under way.

    Call it first in a transaction: where two workers meet, the loser's transaction is rolled back.
    """
    busy = sa.select(ProbeRun.target).where(ProbeRun.state == RunState.RUNNING)
    query = (
        sa.update(ProbeRun)
        .where(ProbeRun.id == run_id, ProbeRun.state == RunState.QUEUED, ProbeRun.target.not_in(busy))
        .values(state=RunState.RUNNING, attempts=ProbeRun.attempts + 1, lease_until=_from_now(lease), progress="[]")
        .returning(ProbeRun.target, ProbeRun.attempts)
        .execution_options(synchronize_session=False)
    )
    try:
        row = db.session.execute(query).one_or_none()
    except IntegrityError:
        db.session.rollback()
        return None
    return None if row is None else Ticket(run_id, row.target, row.attempts)


def renew(ticket: Ticket, *, lease: timedelta) -> bool:
    """Keep the run for another ``lease``; False where it belongs to somebody else by now."""
    return _change(ticket, lease_until=_from_now(lease))


def record(ticket: Ticket, progress: str, *, lease: timedelta) -> bool:
    """Store how far the run is, and keep it; False where it belongs to somebody else by now."""
    return _change(ticket, progress=progress, lease_until=_from_now(lease))


def complete(ticket: Ticket, report: str) -> bool:
    """Store the report and end the run."""
    ended = _change(
        ticket, state=RunState.DONE, report=report, finished_at=datetime.now(UTC), lease_until=None, error=None
    )
    if ended:
        _settle_waiting(ticket)
    return ended


def lapse(ticket: Ticket) -> bool:
    """Give up the lease after a mishap; the sweeper decides whether there is another attempt."""
    return _change(ticket, lease_until=datetime.now(UTC))


def release(ticket: Ticket, why: str | None = None) -> bool:
    """Put the run back untouched, because the worker is being stopped, or as ``why`` says."""
    return _change(ticket, state=RunState.QUEUED, attempts=ProbeRun.attempts - 1, lease_until=None, error=why)


def refuse(ticket: Ticket, why: str) -> bool:
    """End a run that has contacted nobody."""
    return _change(
        ticket,
        state=RunState.FAILED,
        attempts=ProbeRun.attempts - 1,
        error=why,
        finished_at=datetime.now(UTC),
        lease_until=None,
    )


def put_off(limit: int) -> Sequence[int]:
    """The oldest runs that wait for a server on which another one was."""
    query = sa.select(ProbeRun.id).where(ProbeRun.state == RunState.QUEUED, ProbeRun.error == SERVER_BUSY)
    return db.session.scalars(query.order_by(ProbeRun.id).limit(limit)).all()


def _change(ticket: Ticket, **values: object) -> bool:
    query = (
        sa.update(ProbeRun)
        .where(
            ProbeRun.id == ticket.run_id,
            ProbeRun.state == RunState.RUNNING,
            ProbeRun.attempts == ticket.attempt,
        )
        .values(**values)
        .returning(ProbeRun.id)
        .execution_options(synchronize_session=False)
    )
    return db.session.execute(query).one_or_none() is not None


def _settle_waiting(ticket: Ticket) -> None:
    """Everybody who asked for the same domain meanwhile gets this report too."""
    source = db.session.get_one(ProbeRun, ticket.run_id, populate_existing=True)
    query = sa.select(ProbeRun).where(ProbeRun.target == ticket.target, ProbeRun.state == RunState.QUEUED)
    for run in db.session.scalars(query.with_for_update()):
        _copy_report(run, source)


def settle_if_fresh(run_id: int, *, seconds: int) -> bool:
    """End a waiting run with the report of its domain, if that is younger than ``seconds``."""
    run = db.session.get(ProbeRun, run_id)
    if run is None or run.state != RunState.QUEUED:
        return False
    source = fresh_report(run.target, seconds=seconds)
    if source is None:
        return False
    _copy_report(run, source)
    return True


def _copy_report(run: ProbeRun, source: ProbeRun) -> None:
    run.state = RunState.DONE
    run.report = source.report
    run.finished_at = source.finished_at


def cancel(run_id: int) -> None:
    """End a run that its owner no longer wants; a worker on it notices with its next write."""
    db.session.execute(
        sa.update(ProbeRun)
        .where(ProbeRun.id == run_id, ProbeRun.state.in_(ACTIVE))
        .values(state=RunState.CANCELLED, finished_at=datetime.now(UTC), lease_until=None)
        .execution_options(synchronize_session=False)
    )


def end_expired() -> tuple[int, int]:
    """Take back every run whose lease has ended: (queued again, failed for good after ``MAX_ATTEMPTS``)."""
    expired = (ProbeRun.state == RunState.RUNNING, ProbeRun.lease_until <= datetime.now(UTC))
    failed = _update_many(
        *expired,
        ProbeRun.attempts >= MAX_ATTEMPTS,
        values={"state": RunState.FAILED, "error": GAVE_UP, "finished_at": datetime.now(UTC), "lease_until": None},
    )
    queued = _update_many(
        *expired,
        ProbeRun.attempts < MAX_ATTEMPTS,
        values={"state": RunState.QUEUED, "lease_until": None},
    )
    return queued, failed


def _update_many(*conditions: sa.ColumnElement[bool], values: dict[str, object]) -> int:
    query = (
        sa.update(ProbeRun)
        .where(*conditions)
        .values(**values)
        .returning(ProbeRun.id)
        .execution_options(synchronize_session=False)
    )
    return len(db.session.scalars(query).all())


def waiting() -> Sequence[int]:
    """The numbers of all runs that wait for a worker, the oldest first."""
    query = sa.select(ProbeRun.id).where(ProbeRun.state == RunState.QUEUED).order_by(ProbeRun.id)
    return db.session.scalars(query).all()


def _from_now(lease: timedelta) -> datetime:
    return datetime.now(UTC) + lease
