"""Several domains on one mail server: one run at a time, a bounded number in an hour, and a clear word otherwise."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.store import cases, probe_limits, probe_runs
from advisor.store.database import db
from advisor.store.models import RunState
from advisor.web import jobs, probing
from advisor.web.probe_job import run_probe
from advisor.web.probe_servers import LONGEST_WAIT
from advisor.web.worker import sweep
from tests.functional.test_check_start import limit
from tests.made_up.runs import FakeRunner

ADDRESS = "192.0.2.7"


@pytest.fixture
def shared(app: Flask) -> FakeRunner:
    """All domains lead to one address; jobs run at once."""
    fake = FakeRunner()
    probing.init_app(app, fake, lambda domain, options: frozenset({ADDRESS}))
    with app.app_context():
        jobs.queue().huey.immediate = True
    return fake


def person(app: Flask, number: int) -> FlaskClient:
    client = app.test_client()
    client.environ_base |= {"REMOTE_ADDR": f"203.0.113.{number}"}
    client.get("/language/en")
    client.post("/start")
    return client


def occupied(app: Flask) -> int:
    """A run of somebody else that is on the server right now."""
    with app.app_context():
        case, _ = cases.create(language="de", answers="{}", days=1)
        run = probe_runs.create(case.id, "other.example")
        db.session.flush()
        ticket = probe_runs.claim(run.id, lease=timedelta(seconds=60))
        probe_limits.occupy(ticket.run_id, [ADDRESS], per_hour=60)
        db.session.commit()
        return run.id


def end(app: Flask, run_id: int) -> None:
    with app.app_context():
        probe_runs.cancel(run_id)
        db.session.commit()


def test_wildcard_domains_on_one_server_are_limited_over_all_cases_and_clients(app, shared) -> None:
    limit(app, probe_per_server_hour=2)
    people = [person(app, number) for number in range(3)]
    for number, each in enumerate(people):
        assert each.post("/check", data={"target": f"d{number}.victim.example"}).status_code == 302
    assert shared.targets == ["d0.victim.example", "d1.victim.example"]
    page = people[2].get("/check/progress").text
    assert "was checked very often in the last hour" in page
    assert "your answers are kept" in page
    with app.app_context():
        run = probe_runs.by_id(3)
        assert (run.state, run.error, run.attempts) == (RunState.FAILED, probe_runs.SERVER_LIMIT, 0)


def test_a_check_waits_while_its_server_is_being_checked_for_somebody_else(app, shared) -> None:
    one = person(app, 1)
    other = occupied(app)
    one.post("/check", data={"target": "firma.example"})
    assert shared.targets == []
    page = one.get("/check/progress").text
    assert "being checked for somebody else" in page
    assert one.get("/check/status").json["state"] == "waiting"
    end(app, other)
    with app.app_context():
        sweep()
    assert shared.targets == ["firma.example"]
    assert one.get("/check/progress").location == "/check/result"


def test_who_waits_begins_as_soon_as_another_run_ends(app, shared) -> None:
    waiting = person(app, 1)
    other = occupied(app)
    waiting.post("/check", data={"target": "firma.example"})
    end(app, other)
    person(app, 2).post("/check", data={"target": "andere.example"})
    assert shared.targets == ["andere.example", "firma.example"]


def test_a_check_that_has_waited_too_long_says_so_and_counts_for_nothing(app, shared) -> None:
    one = person(app, 1)
    other = occupied(app)
    one.post("/check", data={"target": "firma.example"})
    with app.app_context():
        run = probe_runs.by_id(other + 1)
        run.created_at -= LONGEST_WAIT + timedelta(seconds=1)
        db.session.commit()
        assert run_probe(run.id) is False
    assert "being checked for others for two minutes" in one.get("/check/progress").text
    end(app, other)
    assert one.post("/check/again").status_code == 302
    assert shared.targets == ["firma.example"]


def test_servers_of_a_worker_that_was_killed_are_free_once_its_run_is_taken_back(app, shared) -> None:
    one = person(app, 1)
    other = occupied(app)
    one.post("/check", data={"target": "firma.example"})
    with app.app_context():
        probe_runs.by_id(other).lease_until -= timedelta(seconds=120)
        probe_runs.by_id(other).attempts = probe_runs.MAX_ATTEMPTS
        db.session.commit()
        sweep()
    assert shared.targets == ["firma.example"]


def test_what_the_texts_promise_in_german(app, shared) -> None:
    limit(app, probe_per_server_hour=1)
    for number in range(2):
        each = person(app, number)
        each.get("/language/de")
        each.post("/check", data={"target": f"d{number}.victim.example"})
    assert "schon sehr oft geprüft" in each.get("/check/progress").text
