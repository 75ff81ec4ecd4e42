"""One job in this process: what the watch over a run does when the run hangs, is cancelled, deleted or put back."""

import sqlite3
import threading
import time

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from advisor.store import cases, probe_runs
from advisor.store.database import db
from advisor.store.models import RunState
from advisor.web import probe_job, probing, worker
from advisor.web.probe_job import run_probe
from advisor.web.transaction import unit
from advisor.web.worker import sweep
from tests.made_up.probe_reports import GOOD
from tests.made_up.runs import play

PATIENCE = 60


class WaitingRunner:
    """Plays the beginning of a run and then waits to be called off; ``meanwhile`` happens once it waits."""

    def __init__(self, meanwhile=lambda: None) -> None:
        self.meanwhile = meanwhile
        self.called_off = False

    def __call__(self, target, options, observer, cancel: threading.Event):
        play(GOOD, observer, unfinished=3)
        self.meanwhile()
        self.called_off = cancel.wait(PATIENCE)
        return GOOD


@pytest.fixture
def run_id(app: Flask, monkeypatch):
    monkeypatch.setattr(probe_job, "RENEWAL", probe_job.TICK)
    with app.app_context():
        with unit():
            case, _ = cases.create(language="de", answers="{}", days=1)
            number = probe_runs.create(case.id, "firma.example").id
        yield number


def elsewhere(app: Flask, change) -> None:
    """Do something from another thread with a connection of its own, as another process would."""

    def work() -> None:
        with app.app_context(), unit():
            change()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def wait_until(holds) -> None:
    """Return as soon as it holds; fail when it does not in time."""
    give_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up, "did not happen in time"
        time.sleep(0.01)


def state_of(run_id: int) -> str:
    db.session.expire_all()
    return probe_runs.by_id(run_id).state


def test_a_cancelled_run_is_called_off_and_leaves_no_report(app, run_id) -> None:
    runner = WaitingRunner(lambda: elsewhere(app, lambda: probe_runs.cancel(run_id)))
    probing.init_app(app, runner)
    run_probe(run_id)
    assert runner.called_off
    assert state_of(run_id) == RunState.CANCELLED
    assert probe_runs.by_id(run_id).report is None


def test_deleting_the_case_calls_its_run_off(app, run_id) -> None:
    runner = WaitingRunner(lambda: elsewhere(app, lambda: cases.delete(cases.by_id(1))))
    probing.init_app(app, runner)
    run_probe(run_id)
    assert runner.called_off
    db.session.expire_all()
    assert probe_runs.by_id(run_id) is None


def test_a_run_that_hangs_is_called_off_and_queued_again(app, run_id, monkeypatch) -> None:
    monkeypatch.setattr(probe_job, "MARGIN", 1 - probing.longest_run(app.extensions["mailweiche"]))
    runner = WaitingRunner()
    probing.init_app(app, runner)
    run_probe(run_id)
    assert runner.called_off, "after one second instead of the longest time"
    sweep()
    assert state_of(run_id) == RunState.QUEUED
    assert probe_runs.by_id(run_id).attempts == 1


def test_stopping_the_process_puts_the_run_back(app, run_id, monkeypatch) -> None:
    monkeypatch.setattr(probe_job, "stopping", threading.Event())
    runner = WaitingRunner(probe_job.stopping.set)
    probing.init_app(app, runner)
    run_probe(run_id)
    assert runner.called_off
    assert state_of(run_id) == RunState.QUEUED
    assert probe_runs.by_id(run_id).attempts == 0


def test_a_long_run_keeps_its_lease(app, run_id) -> None:
    leases = []

    def longer() -> bool:
        elsewhere(app, lambda: leases.append(probe_runs.by_id(run_id).lease_until))
        return leases[-1] > leases[0]

    def see_it_renewed() -> None:
        wait_until(longer)
        elsewhere(app, lambda: probe_runs.cancel(run_id))

    probing.init_app(app, WaitingRunner(see_it_renewed))
    run_probe(run_id)
    assert leases[-1] > leases[0], "without another word of the run"


def test_a_run_that_is_done_is_not_done_again(app, run_id) -> None:
    played = []
    probing.init_app(app, lambda target, options, observer, cancel: played.append(target) or GOOD)
    for _ in range(2):
        run_probe(run_id)
    assert len(played) == 1
    assert state_of(run_id) == RunState.DONE


def database_away() -> OperationalError:
    return OperationalError("UPDATE", None, sqlite3.OperationalError("database is locked"))


def test_the_sweeper_outlives_a_database_that_is_away(app, monkeypatch) -> None:
    looks = []

    def look() -> None:
        looks.append("look")
        if len(looks) == 1:
            raise database_away()

    monkeypatch.setattr(probe_job, "stopping", threading.Event())
    monkeypatch.setattr(worker, "SWEEP", 0.01)
    monkeypatch.setattr(worker, "sweep", look)
    running = worker.Worker(app, threads=1)
    running.start()
    try:
        wait_until(lambda: len(looks) >= 3)
    finally:
        running.stop()


def test_a_run_goes_on_while_the_database_is_away_for_a_moment(app, run_id, monkeypatch) -> None:
    failures, renewed = [database_away()], threading.Event()
    renew = probe_runs.renew

    def flaky(*arguments: object, **named: object) -> bool:
        if failures:
            raise failures.pop()
        kept = renew(*arguments, **named)
        renewed.set()
        return kept

    def slow(target, options, observer, cancel: threading.Event):
        assert renewed.wait(PATIENCE)
        assert not cancel.is_set()
        return GOOD

    monkeypatch.setattr(probe_job, "TICK", 0.02)
    monkeypatch.setattr(probe_job, "RENEWAL", 0.04)
    monkeypatch.setattr(probe_runs, "renew", flaky)
    probing.init_app(app, slow)
    run_probe(run_id)
    assert failures == []
    assert state_of(run_id) == RunState.DONE
