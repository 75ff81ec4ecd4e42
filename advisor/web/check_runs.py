"""Starting a server check: reuse of fresh reports, cool-down and quotas, all counted in the database."""

from datetime import UTC, datetime, timedelta

from advisor.store import probe_runs
from advisor.store.models import Case, ProbeRun, RunState
from advisor.store.probe_runs import ACTIVE, Contacts
from advisor.web import jobs
from advisor.web.settings import settings

HOUR = timedelta(hours=1)


class TooOftenError(Exception):
    """A limit is reached; ``retry_at`` is the first moment at which the same request will be served."""

    def __init__(self, retry_at: datetime) -> None:
        super().__init__(retry_at.isoformat())
        self.retry_at = retry_at


def start(case: Case, domain: str) -> ProbeRun:
    """A run for this domain: the one under way, a fresh report, or a new one. Raises ``TooOftenError``."""
    current = probe_runs.latest(case.id)
    if current is not None and current.state in ACTIVE:
        if current.target == domain:
            return current
        probe_runs.cancel(current.id)
    fresh = probe_runs.fresh_report(domain, seconds=settings().probe_cooldown)
    if fresh is not None:
        return _reused(case, fresh)
    _check_limits(case, domain)
    run = probe_runs.create(case.id, domain)
    jobs.enqueue_after_commit(run.id)
    return run


def _reused(case: Case, fresh: ProbeRun) -> ProbeRun:
    own = probe_runs.latest(case.id)
    already_there = own is not None and own.target == fresh.target and own.finished_at == fresh.finished_at
    return own if already_there and own is not None else probe_runs.take_over(case.id, fresh)


def next_start(domain: str) -> datetime | None:
    """When the servers of this domain may be contacted again; None: now."""
    last = probe_runs.last_contact(domain)
    if last is None or last.finished_at is None:
        return None
    again = last.finished_at + timedelta(seconds=settings().probe_cooldown)
    return again if again > datetime.now(UTC) else None


def _check_limits(case: Case, domain: str) -> None:
    cooled_down = next_start(domain)
    if cooled_down is not None:
        raise TooOftenError(cooled_down)
    since = datetime.now(UTC) - HOUR
    _check(probe_runs.contacts(since=since, case_id=case.id), settings().probe_per_case_hour)
    _check(probe_runs.contacts(since=since, target=domain), settings().probe_per_target_hour)


def _check(contacts: Contacts, limit: int) -> None:
    if contacts.count >= limit and contacts.oldest is not None:
        raise TooOftenError(contacts.oldest + HOUR)


def is_stalled(run: ProbeRun) -> bool:
    """Whether the worker of a run is gone and nobody has taken it up yet."""
    ended = run.lease_until is not None and run.lease_until <= datetime.now(UTC)
    return run.state == RunState.RUNNING and ended


def waits_long(run: ProbeRun, *, seconds: int = 15) -> bool:
    """Whether a run has waited so long that no worker seems to be there."""
    return run.state == RunState.QUEUED and run.created_at < datetime.now(UTC) - timedelta(seconds=seconds)
