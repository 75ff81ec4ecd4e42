"""Query functions for exports in the background. Nothing here commits; the caller's transaction does.

A worker owns a run by its ``Ticket``: no two attempts have the same file, and every write of a worker checks it, so
that one that was thought dead and comes back changes nothing any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import ExportError, ExportRun, Gone, RunState

MAX_ATTEMPTS = 3
ACTIVE = (RunState.QUEUED, RunState.RUNNING)
_SNAPSHOT: dict[str, object] = {"settings": None, "staff": None, "choices": None}
FORGOTTEN = {**_SNAPSHOT, "file": None}


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen at the click. ``choices`` is a document of the caller's; ``name`` is what the ZIP is called.

    ``way``: the alternative that the pages show around it.
    """

    settings: str
    staff: bytes
    choices: str
    name: str
    way: str
    people: int


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to work on a run: its number, which attempt this is, and the file that this attempt writes."""

    run_id: int
    attempt: int
    file: str


def create(case_id: int, order: Order) -> int | None:
    """A new run that waits for a worker; None where the case has one that is waiting or under way."""
    insert = insert_into(ExportRun).values(
        case_id=case_id,
        state=RunState.QUEUED,
        attempts=0,
        created_at=datetime.now(UTC),
        total=order.people,
        done=0,
        name=order.name,
        way=order.way,
        choices=order.choices,
        settings=order.settings,
        staff=order.staff,
    )
    return db.session.execute(insert.on_conflict_do_nothing().returning(ExportRun.id)).scalar_one_or_none()


def by_id(run_id: int) -> ExportRun | None:
    """The run with this number."""
    return db.session.get(ExportRun, run_id)


def of_case(case_id: int, run_id: int) -> ExportRun | None:
    """The run with this number, if it is one of this case."""
    return db.session.scalars(_of_case(case_id).where(ExportRun.id == run_id)).one_or_none()


def active(case_id: int) -> ExportRun | None:
    """The run of a case that is waiting or under way."""
    return db.session.scalars(_of_case(case_id).where(ExportRun.state.in_(ACTIVE))).one_or_none()


def latest(case_id: int) -> ExportRun | None:
    """The run that a case asked for last, whatever became of it."""
    return db.session.scalars(_of_case(case_id).limit(1)).one_or_none()


def _of_case(case_id: int) -> sa.Select[ExportRun]:
    return sa.select(ExportRun).where(ExportRun.case_id == case_id).order_by(ExportRun.id.desc())


def others_running(run_id: int) -> bool:
    """Whether a worker is busy with another export."""
    query = sa.select(ExportRun.id).where(ExportRun.state == RunState.RUNNING, ExportRun.id != run_id).limit(1)
    return db.session.scalars(query).one_or_none() is not None


def claim(run_id: int, file: str, *, lease: timedelta) -> Ticket | None:
    """Take a waiting run in order to write this file, or None: it is taken or ended."""
    now = datetime.now(UTC)
    query = (
        sa.update(ExportRun)
        .where(ExportRun.id == run_id, ExportRun.state == RunState.QUEUED)
        .values(
            state=RunState.RUNNING,
            attempts=ExportRun.attempts + 1,
            lease_until=now + lease,
            started_at=now,
            done=0,
            file=file,
        )
        .returning(ExportRun.attempts)
        .execution_options(synchronize_session=False)
    )
    attempt = db.session.execute(query).scalar_one_or_none()
    return None if attempt is None else Ticket(run_id, attempt, file)


def record(ticket: Ticket, done: int, *, lease: timedelta) -> bool:
    """Store how many people have their files, and keep the run; False where it belongs to somebody else by now."""
    return _change(ticket, done=done, lease_until=datetime.now(UTC) + lease)


def complete(ticket: Ticket, *, size: int, sha256: str, keep: timedelta) -> bool:
    """End the run with its ZIP: the snapshot goes now, the ZIP after ``keep``, an earlier one of the case now."""
    now = datetime.now(UTC)
    ended = _change(
        ticket,
        state=RunState.DONE,
        done=ExportRun.total,
        size=size,
        sha256=sha256,
        finished_at=now,
        expires_at=now + keep,
        lease_until=None,
        error=None,
        **_SNAPSHOT,
    )
    if ended:
        _replace_earlier(ticket.run_id)
    return ended


def _replace_earlier(run_id: int) -> None:
    of_run = sa.select(ExportRun.case_id).where(ExportRun.id == run_id).scalar_subquery()
    update(
        ExportRun.case_id == of_run,
        ExportRun.id != run_id,
        ExportRun.state == RunState.DONE,
        ExportRun.gone.is_(None),
        values={**FORGOTTEN, "gone": Gone.REPLACED},
    )


def fail(ticket: Ticket, error: ExportError, *, keep: timedelta) -> bool:
    """End the run for good; what was chosen is kept for another try."""
    now = datetime.now(UTC)
    return _change(
        ticket,
        state=RunState.FAILED,
        error=error,
        finished_at=now,
        expires_at=now + keep,
        lease_until=None,
        file=None,
    )


def lapse(ticket: Ticket) -> bool:
    """Give up the lease after a mishap; the sweeper decides whether there is another attempt."""
    return _change(ticket, lease_until=datetime.now(UTC))


def release(ticket: Ticket) -> bool:
    """Put the run back untouched, because the worker is being stopped."""
    values = {"state": RunState.QUEUED, "attempts": ExportRun.attempts - 1, "lease_until": None, "file": None}
    return _change(ticket, **values)


def _change(ticket: Ticket, **values: object) -> bool:
    found = update(
        ExportRun.id == ticket.run_id,
        ExportRun.state == RunState.RUNNING,
        ExportRun.file == ticket.file,
        values=values,
    )
    return bool(found)


def cancel(run_id: int) -> bytes | None:
    """End a run that its owner no longer wants, and forget its snapshot; the staff list of it, or None if it ended."""
    query = sa.select(ExportRun).where(ExportRun.id == run_id, ExportRun.state.in_(ACTIVE)).with_for_update()
    run = db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if run is None:
        return None
    staff = run.staff
    values = {**FORGOTTEN, "state": RunState.CANCELLED, "finished_at": datetime.now(UTC), "lease_until": None}
    cancelled = update(ExportRun.id == run_id, ExportRun.state.in_(ACTIVE), values=values)
    return staff if cancelled else None


def again(run_id: int) -> bool:
    """Let a failed run wait for a worker once more; False where nothing was kept or the case has an active one."""
    busy = sa.select(ExportRun.case_id).where(ExportRun.state.in_(ACTIVE))
    values = {
        "state": RunState.QUEUED,
        "attempts": 0,
        "done": 0,
        "created_at": datetime.now(UTC),
        "error": None,
        "finished_at": None,
        "expires_at": None,
    }
    kept = (ExportRun.id == run_id, ExportRun.state == RunState.FAILED, ExportRun.staff.is_not(None))
    return bool(update(*kept, ExportRun.case_id.not_in(busy), values=values))


def end_expired(*, keep: timedelta) -> tuple[int, int]:
    """Take back every run whose lease has ended: (queued again, failed for good after ``MAX_ATTEMPTS``)."""
    now = datetime.now(UTC)
    expired = (ExportRun.state == RunState.RUNNING, ExportRun.lease_until <= now)
    given_up = {
        "state": RunState.FAILED,
        "error": ExportError.GAVE_UP,
        "finished_at": now,
        "expires_at": now + keep,
        "lease_until": None,
        "file": None,
    }
    failed = update(*expired, ExportRun.attempts >= MAX_ATTEMPTS, values=given_up)
    waiting_again = {"state": RunState.QUEUED, "lease_until": None, "file": None}
    queued = update(*expired, ExportRun.attempts < MAX_ATTEMPTS, values=waiting_again)
    return len(queued), len(failed)


def update(*conditions: sa.ColumnElement[bool], values: Mapping[str, object]) -> Sequence[int]:
    """Change all runs of which the conditions hold; their numbers."""
    query = (
        sa.update(ExportRun)
        .where(*conditions)
        .values(**values)
        .returning(ExportRun.id)
        .execution_options(synchronize_session=False)
    )
    return db.session.scalars(query).all()


def waiting() -> Sequence[int]:
    """The numbers of all runs that wait for a worker, the oldest first."""
    query = sa.select(ExportRun.id).where(ExportRun.state == RunState.QUEUED).order_by(ExportRun.id)
    return db.session.scalars(query).all()
