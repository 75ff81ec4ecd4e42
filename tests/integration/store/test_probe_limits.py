"""What is counted so that no server is flooded, on each database: two runs never hold the same address."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from advisor.store import cases, probe_limits, probe_runs
from advisor.store.database import db
from advisor.store.limit_models import ServerContact
from advisor.store.probe_limits import BusyServerError, ServerLimitError
from advisor.web.transaction import unit

LEASE = timedelta(seconds=60)
FEW = ("192.0.2.1", "192.0.2.2", "2001:db8::1")


def running(app, domain: str) -> int:
    with app.app_context(), unit():
        case, _ = cases.create(language="de", answers="{}", days=1)
        run = probe_runs.create(case.id, domain)
        assert probe_runs.claim(run.id, lease=LEASE)
        return run.id


def occupy(app, run_id: int, addresses=FEW, per_hour: int = 60) -> bool:
    try:
        with app.app_context(), unit():
            probe_limits.occupy(run_id, addresses, per_hour=per_hour)
    except BusyServerError:
        return False
    return True


def test_of_many_runs_at_the_same_moment_one_gets_the_addresses_and_the_others_hold_none(app) -> None:
    runs = [running(app, f"d{number}.example") for number in range(6)]
    start, won = threading.Barrier(len(runs)), []

    def work(run_id: int, addresses) -> None:
        start.wait()
        if occupy(app, run_id, addresses):
            won.append(run_id)

    threads = [
        threading.Thread(target=work, args=(run_id, FEW if number % 2 else FEW[::-1]))
        for number, run_id in enumerate(runs)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    with app.app_context():
        assert {row.run_id for row in db.session.query(ServerContact)} == set(won)


def test_an_address_is_free_once_its_run_has_left_or_ended(app) -> None:
    one, two, three = (running(app, f"d{number}.example") for number in range(3))
    assert occupy(app, one)
    assert not occupy(app, two, FEW[:1])
    assert occupy(app, two, ("192.0.2.9",))
    with app.app_context(), unit():
        probe_limits.leave(one)
    assert occupy(app, three)
    with app.app_context(), unit():
        probe_runs.cancel(three)
    assert occupy(app, one)


def test_a_run_that_another_worker_takes_over_is_not_in_its_own_way(app) -> None:
    """The first worker was killed and let go of nothing."""
    run_id, other = running(app, "d1.example"), running(app, "d2.example")
    assert occupy(app, run_id)
    assert occupy(app, run_id, FEW[:2])
    assert not occupy(app, other, FEW[:1])
    assert occupy(app, other, FEW[2:])


def test_the_runs_of_an_hour_on_one_address_are_bounded(app) -> None:
    for number in range(2):
        run_id = running(app, f"d{number}.example")
        assert occupy(app, run_id, per_hour=2)
        with app.app_context(), unit():
            probe_limits.leave(run_id)
    late = running(app, "late.example")
    with pytest.raises(ServerLimitError):
        occupy(app, late, FEW[1:2], per_hour=2)
    assert occupy(app, late, ("192.0.2.9",), per_hour=2)
    with app.app_context(), unit():
        for row in db.session.query(ServerContact):
            row.at = datetime.now(UTC) - timedelta(hours=1, seconds=1)
    assert occupy(app, late, FEW, per_hour=2)


def test_what_counts_for_nothing_any_more_is_removed(app) -> None:
    run_id = running(app, "firma.example")
    assert occupy(app, run_id)
    with app.app_context(), unit():
        probe_limits.note_client("c" * 64, run_id)
        assert probe_limits.under_way_of("c" * 64).count == 1
        for row in db.session.query(ServerContact):
            row.at -= timedelta(hours=2)
    with app.app_context(), unit():
        probe_limits.purge()
        assert db.session.query(ServerContact).count() == len(FEW), "the run is still there"
        probe_runs.cancel(run_id)
        assert probe_limits.under_way_of("c" * 64).count == 0
        probe_limits.purge()
        assert db.session.query(ServerContact).count() == 0
