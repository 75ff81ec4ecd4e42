"""Starting a server check: reuse of fresh reports, cool-down and quotas, all counted in the database."""

from datetime import UTC, datetime, timedelta

from advisor.store import probe_limits, probe_runs
from advisor.store.models import Case, ProbeRun, RunState
from advisor.store.probe_runs import ACTIVE, Contacts
from advisor.web import clients, jobs
from advisor.web.probing import longest_run
from advisor.web.settings import settings

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
AT_ONCE = 3  # checks of one client that wait or run: fewer than the worker has threads


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
    client = clients.current()
    _check_limits(case, domain)
    _check_client(client)
    run = probe_runs.create(case.id, domain)
    probe_limits.note_client(client, run.id)
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


def _check_client(client: str) -> None:
    """Another case is one click away, so that limits of a case alone bind nobody."""
    now = datetime.now(UTC)
    _check(probe_limits.of_client(client, now - HOUR), settings().probe_per_client_hour)
    _check(probe_limits.of_client(client, now - MINUTE), settings().probe_per_client_minute, MINUTE)
    _check(probe_limits.under_way_of(client), AT_ONCE, timedelta(seconds=longest_run(settings())))


def _check(contacts: Contacts, limit: int, window: timedelta = HOUR) -> None:
    if contacts.count >= limit and contacts.oldest is not None:
        raise TooOftenError(max(contacts.oldest + window, datetime.now(UTC) + timedelta(seconds=1)))


def is_stalled(run: ProbeRun) -> bool:
    """Whether the worker of a run is gone and nobody has taken it up yet."""
    ended = run.lease_until is not None and run.lease_until <= datetime.now(UTC)
    return run.state == RunState.RUNNING and ended


def waits_long(run: ProbeRun, *, seconds: int = 15) -> bool:
    """Whether a run has waited so long that no worker seems to be there."""
    return run.state == RunState.QUEUED and run.created_at < datetime.now(UTC) - timedelta(seconds=seconds)
