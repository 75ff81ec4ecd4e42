"""Queue functions of probe runs: who may work on a run, who gets its report, what counts as a contact."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from advisor.store import cases, probe_runs
from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState
from advisor.store.probe_runs import Ticket

LEASE = timedelta(seconds=10)


@pytest.fixture
def context(app: Flask):
    with app.app_context():
        yield


@pytest.fixture
def case_id(context) -> int:
    return cases.create(language="de", answers="{}", days=1)[0].id


def new_run(case_id: int, target: str = "firma.example") -> ProbeRun:
    run = probe_runs.create(case_id, target)
    db.session.commit()
    return run


def take(run: ProbeRun) -> Ticket:
    ticket = probe_runs.claim(run.id, lease=LEASE)
    db.session.commit()
    assert ticket is not None
    return ticket


def let_lease_end(run: ProbeRun) -> None:
    db.session.refresh(run)
    run.lease_until = datetime.now(UTC) - timedelta(seconds=1)
    db.session.commit()


def test_a_run_is_taken_once(case_id) -> None:
    run = new_run(case_id)
    assert take(run) == Ticket(run.id, "firma.example", 1)
    assert probe_runs.claim(run.id, lease=LEASE) is None


def test_one_run_per_domain_at_a_time(case_id) -> None:
    first, second, other = new_run(case_id), new_run(case_id), new_run(case_id, "andere.example")
    take(first)
    assert probe_runs.claim(second.id, lease=LEASE) is None
    assert take(other).target == "andere.example"


def test_everybody_who_waits_for_the_domain_gets_the_report(case_id) -> None:
    first, second, other = new_run(case_id), new_run(case_id), new_run(case_id, "andere.example")
    ticket = take(first)
    assert probe_runs.complete(ticket, "REPORT")
    db.session.commit()
    db.session.refresh(second)
    db.session.refresh(other)
    assert (second.state, second.report, second.attempts) == (RunState.DONE, "REPORT", 0)
    assert second.finished_at == first.finished_at
    assert other.state == RunState.QUEUED


def test_completing_twice_changes_nothing(case_id) -> None:
    ticket = take(new_run(case_id))
    assert probe_runs.complete(ticket, "FIRST")
    assert not probe_runs.complete(ticket, "SECOND")
    assert probe_runs.latest_done(case_id, "firma.example").report == "FIRST"


def test_who_lost_the_lease_changes_nothing_any_more(case_id) -> None:
    run = new_run(case_id)
    lost = take(run)
    let_lease_end(run)
    assert probe_runs.end_expired() == (1, 0)
    kept = take(run)
    assert not probe_runs.record(lost, "[]", lease=LEASE)
    assert not probe_runs.renew(lost, lease=LEASE)
    assert not probe_runs.complete(lost, "STALE")
    assert probe_runs.complete(kept, "GOOD")


def test_a_renewed_lease_does_not_end(case_id) -> None:
    run = new_run(case_id)
    ticket = take(run)
    let_lease_end(run)
    assert probe_runs.renew(ticket, lease=LEASE)
    assert probe_runs.end_expired() == (0, 0)


def test_after_the_last_attempt_a_run_has_failed(case_id) -> None:
    run = new_run(case_id)
    for _ in range(probe_runs.MAX_ATTEMPTS):
        take(run)
        let_lease_end(run)
        ended = probe_runs.end_expired()
    db.session.refresh(run)
    assert ended == (0, 1)
    assert (run.state, run.error) == (RunState.FAILED, probe_runs.GAVE_UP)


def test_a_released_run_has_lost_no_attempt(case_id) -> None:
    run = new_run(case_id)
    assert probe_runs.release(take(run))
    db.session.refresh(run)
    assert (run.state, run.attempts) == (RunState.QUEUED, 0)
    assert probe_runs.waiting() == [run.id]


def test_a_cancelled_run_is_never_taken_nor_completed(case_id) -> None:
    waiting, running = new_run(case_id), new_run(case_id, "andere.example")
    ticket = take(running)
    for run in (waiting, running):
        probe_runs.cancel(run.id)
    assert probe_runs.claim(waiting.id, lease=LEASE) is None
    assert not probe_runs.complete(ticket, "LATE")
    assert probe_runs.latest_done(case_id, "andere.example") is None


def test_fresh_report_is_taken_over_but_an_old_one_is_not(case_id) -> None:
    probe_runs.complete(take(new_run(case_id)), "REPORT")
    waiting = new_run(case_id)
    assert not probe_runs.settle_if_fresh(waiting.id, seconds=0)
    assert probe_runs.settle_if_fresh(waiting.id, seconds=30)
    assert probe_runs.latest(case_id).report == "REPORT"
    assert not probe_runs.settle_if_fresh(waiting.id, seconds=30), "it has ended already"


def test_only_contacts_count(case_id) -> None:
    since = datetime.now(UTC) - timedelta(hours=1)
    probe_runs.complete(take(new_run(case_id)), "REPORT")
    probe_runs.take_over(case_id, probe_runs.last_contact("firma.example"))
    probe_runs.cancel(new_run(case_id).id)
    assert probe_runs.contacts(since=since, case_id=case_id).count == 1
    assert probe_runs.contacts(since=since, target="firma.example").count == 1
    assert probe_runs.contacts(since=since, target="andere.example").oldest is None


def test_with_its_case_a_run_is_deleted(case_id) -> None:
    run_id = new_run(case_id).id
    cases.delete(cases.by_id(case_id))
    db.session.commit()
    db.session.expire_all()
    assert probe_runs.by_id(run_id) is None
