"""The store on SQLite and on PostgreSQL: same tables, same queue rules, also when many workers ask at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from advisor.store import cases, confirmed_hosts, earlier_runs, measurements, probe_runs
from advisor.store.database import db
from advisor.store.models import Case, ProbeRun, RunState
from advisor.web.config import ConfigError
from advisor.web.extensions import alembic
from advisor.web.serve import prepare_database
from advisor.web.transaction import unit

LEASE = timedelta(seconds=10)
WORKERS = 8


@pytest.fixture
def case_id(app) -> int:
    with app.app_context(), unit():
        return cases.create(language="de", answers="{}", days=1)[0].id


def new_runs(app, case_id: int, *targets: str) -> list[int]:
    with app.app_context(), unit():
        return [probe_runs.create(case_id, target).id for target in targets]


def at_once(app, work, count: int = WORKERS) -> list:
    """What ``work(number)`` gives when several threads, each with its own connection, begin at the same moment."""
    barrier = Barrier(count)

    def one(number: int):
        barrier.wait(60)
        with app.app_context(), unit():
            return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_migrations_make_exactly_the_tables_of_the_models(app) -> None:
    with app.app_context():
        assert alembic.compare_metadata() == []
        assert not alembic.needs_upgrade()


def test_migrations_can_be_taken_back(app) -> None:
    with app.app_context():
        alembic.downgrade("base")
        alembic.upgrade()
        assert alembic.compare_metadata() == []


def test_of_many_workers_one_gets_the_run(app, case_id) -> None:
    (run_id,) = new_runs(app, case_id, "firma.example")
    tickets = at_once(app, lambda _: probe_runs.claim(run_id, lease=LEASE))
    assert sum(ticket is not None for ticket in tickets) == 1


def test_of_many_runs_on_one_domain_one_is_taken(app, case_id) -> None:
    run_ids = new_runs(app, case_id, *["firma.example"] * WORKERS)
    tickets = at_once(app, lambda number: probe_runs.claim(run_ids[number], lease=LEASE))
    assert sum(ticket is not None for ticket in tickets) == 1


def test_runs_on_different_domains_are_all_taken(app, case_id) -> None:
    run_ids = new_runs(app, case_id, *[f"firma{number}.example" for number in range(WORKERS)])
    tickets = at_once(app, lambda number: probe_runs.claim(run_ids[number], lease=LEASE))
    assert all(tickets)


def test_completing_serves_everybody_who_waits_while_others_try_to_take_over(app, case_id) -> None:
    run_ids = new_runs(app, case_id, *["firma.example"] * WORKERS)
    with app.app_context(), unit():
        ticket = probe_runs.claim(run_ids[0], lease=LEASE)

    def work(number: int):
        if number == 0:
            return probe_runs.complete(ticket, "REPORT")
        return probe_runs.claim(run_ids[number], lease=LEASE)

    taken = at_once(app, work)
    assert taken[0]
    assert sum(each is not None for each in taken[1:]) <= 1, "at most one came after the first had ended"
    with app.app_context():
        states = [db.session.get_one(ProbeRun, run_id).state for run_id in run_ids]
    assert states.count(RunState.DONE) >= WORKERS - 1


def test_an_expired_lease_is_taken_back_once(app, case_id) -> None:
    (run_id,) = new_runs(app, case_id, "firma.example")
    with app.app_context(), unit():
        probe_runs.claim(run_id, lease=-LEASE)
    taken_back = at_once(app, lambda _: probe_runs.end_expired())
    assert sum(queued for queued, _ in taken_back) == 1


def test_times_come_back_with_their_zone(app, case_id) -> None:
    (run_id,) = new_runs(app, case_id, "firma.example")
    with app.app_context():
        created = probe_runs.by_id(run_id).created_at
    assert created.tzinfo is UTC
    assert abs(created - datetime.now(UTC)) < timedelta(minutes=1)


def test_deleting_a_case_deletes_its_runs(app, case_id) -> None:
    (run_id,) = new_runs(app, case_id, "firma.example")
    with app.app_context(), unit():
        cases.delete(cases.by_id(case_id))
    with app.app_context():
        assert probe_runs.by_id(run_id) is None


def test_serving_makes_the_tables_of_sqlite_but_only_looks_at_a_database_server(app) -> None:
    with app.app_context():
        alembic.downgrade("base")
        kind = db.engine.dialect.name
    if kind == "postgresql":
        with pytest.raises(ConfigError, match="mailweiche db upgrade"):
            prepare_database(app)
    else:
        prepare_database(app)
    with app.app_context():
        assert alembic.needs_upgrade() is (kind == "postgresql")


def test_confirmed_hosts_hold_for_one_report_and_go_with_the_case(app, case_id) -> None:
    with app.app_context(), unit():
        for _ in range(2):
            confirmed_hosts.add(case_id, "a" * 64, "mail.hoster.example")
    with app.app_context(), unit():
        assert confirmed_hosts.of(case_id, "a" * 64) == {"mail.hoster.example"}
        assert confirmed_hosts.of(case_id, "b" * 64) == frozenset()
        confirmed_hosts.remove(case_id, "a" * 64, "mail.hoster.example")
        assert confirmed_hosts.of(case_id, "a" * 64) == frozenset()
        confirmed_hosts.add(case_id, "a" * 64, "mail.hoster.example")
    with app.app_context(), unit():
        cases.delete(cases.by_id(case_id))
    with app.app_context():
        assert confirmed_hosts.of(case_id, "a" * 64) == frozenset()


def test_a_yes_that_is_sent_twice_at_once_is_one_yes(app, case_id) -> None:
    at_once(app, lambda _: confirmed_hosts.add(case_id, "ab" * 32, "mail.firma.example"))
    with app.app_context():
        assert confirmed_hosts.of(case_id, "ab" * 32) == {"mail.firma.example"}


def test_measurements_that_come_at_once_leave_one(app, case_id) -> None:
    at_once(app, lambda number: measurements.replace(case_id, f'{{"number": {number}}}'.encode()))
    with app.app_context():
        assert measurements.document(case_id) in {f'{{"number": {number}}}'.encode() for number in range(WORKERS)}


def test_earlier_checks_are_those_of_the_same_case_and_domain_each_report_once(app, case_id) -> None:
    now = datetime.now(UTC)
    numbers = new_runs(app, case_id, *["firma.example"] * 4, "andere.example")
    ages = (timedelta(days=2), timedelta(days=1), timedelta(days=1), timedelta(0), timedelta(days=3))
    with app.app_context(), unit():
        for number, age in zip(numbers, ages, strict=True):
            run = db.session.get_one(ProbeRun, number)
            run.state, run.finished_at, run.report = RunState.DONE, now - age, f"report {number}"
    with app.app_context(), unit():
        newest = probe_runs.latest_done(case_id, "firma.example")
        assert newest.id == numbers[3]
        assert [each.id for each in earlier_runs.earlier_than(newest)] == [numbers[2], numbers[0]]
        assert earlier_runs.report_of(newest, numbers[0]) == f"report {numbers[0]}"
        assert earlier_runs.report_of(newest, numbers[3]) is None
        assert earlier_runs.report_of(newest, numbers[4]) is None
        cases.delete(db.session.get_one(Case, case_id))
    with app.app_context():
        assert db.session.query(ProbeRun).count() == 0
