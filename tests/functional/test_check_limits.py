"""How many checks one client may start, and what waits for its turn."""

import hashlib
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.http import parse_date

from advisor.store import cases, probe_runs
from advisor.store.database import db
from advisor.store.limit_models import ClientCheck
from advisor.store.models import RunState
from advisor.web import jobs
from advisor.web.commands.purge import purge_command
from advisor.web.config import load_settings
from advisor.web.extensions import alembic
from advisor.web.factory import create_app
from advisor.web.worker import THREADS, purge
from tests.functional.test_check_start import limit


def client_at(app: Flask, address: str, **environment: str) -> FlaskClient:
    """Somebody with a new case, who comes from there."""
    client = app.test_client()
    client.environ_base |= {"REMOTE_ADDR": address, **environment}
    client.get("/language/en")
    client.post("/start")
    return client


def check(client: FlaskClient, domain: str) -> int:
    return client.post("/check", data={"target": domain}).status_code


@pytest.mark.parametrize("which", ["probe_per_client_minute", "probe_per_client_hour"])
def test_a_client_is_bound_whatever_its_cases_and_domains(app, runner, which) -> None:
    limit(app, **{which: 2})
    assert [check(client_at(app, "203.0.113.7"), f"d{number}.example") for number in range(4)] == [302, 302, 429, 429]
    assert runner.targets == ["d0.example", "d1.example"]
    assert check(client_at(app, "203.0.113.8"), "d9.example") == 302, "others are free"


def test_the_page_of_a_bound_client_says_when_and_keeps_what_was_typed(app, runner) -> None:
    limit(app, probe_per_client_minute=1)
    assert check(client_at(app, "203.0.113.7"), "firma.example") == 302
    bound = client_at(app, "203.0.113.7")
    answer = bound.post("/check", data={"target": "info@andere.example", "organisation": "Muster AG"})
    assert answer.status_code == 429
    wait = (parse_date(answer.headers["Retry-After"]) - datetime.now(UTC)).total_seconds()
    assert 0 < wait <= 60
    assert "from one internet connection" in answer.text
    assert re.search(r"can start at \d\d:\d\d:\d\d", answer.text)
    assert 'value="info@andere.example"' in answer.text
    assert 'value="Muster AG"' in answer.text


def test_a_fresh_report_costs_a_client_nothing(app, runner) -> None:
    limit(app, probe_per_client_minute=1)
    for _ in range(3):
        assert check(client_at(app, "203.0.113.7"), "firma.example") == 302
    assert runner.targets == ["firma.example"]


def test_whoever_deletes_a_case_does_not_begin_anew(app, runner) -> None:
    limit(app, probe_per_client_hour=1)
    first = client_at(app, "203.0.113.7")
    check(first, "firma.example")
    first.post("/delete")
    assert check(client_at(app, "203.0.113.7"), "andere.example") == 429


def test_addresses_of_one_ipv6_network_are_one_client(app, runner) -> None:
    limit(app, probe_per_client_hour=1)
    assert check(client_at(app, "2001:db8:1:2::1"), "a.example") == 302
    assert check(client_at(app, "2001:db8:1:2:ffff::9"), "b.example") == 429
    assert check(client_at(app, "2001:db8:1:3::1"), "c.example") == 302


def test_behind_a_trusted_proxy_the_client_counts_and_a_header_of_its_own_changes_nothing(tmp_path) -> None:
    for proxies, expected in ((1, [302, 302, 429]), (0, [302, 429, 429])):
        app = create_app(
            load_settings(instance=tmp_path / str(proxies), trusted_proxies=proxies, probe_per_client_hour=1)
        )
        app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
        with app.app_context():
            alembic.upgrade()
        seen = []
        for number, header in enumerate(("203.0.113.7", "203.0.113.8", "198.51.100.9, 203.0.113.7")):
            client = client_at(app, "192.0.2.1", HTTP_X_FORWARDED_FOR=header)
            seen.append(check(client, f"d{number}.example"))
        assert seen == expected


def test_a_client_is_stored_as_a_keyed_hash_that_goes_after_an_hour(app, runner, tmp_path) -> None:
    check(client_at(app, "203.0.113.7"), "firma.example")
    with app.app_context():
        (row,) = db.session.scalars(select(ClientCheck)).all()
        assert re.fullmatch(r"[0-9a-f]{64}", row.client)
        assert row.client != hashlib.sha256(b"203.0.113.7").hexdigest()
        purge()
        assert db.session.scalars(select(ClientCheck)).all()
        row = db.session.scalars(select(ClientCheck)).one()
        row.at -= timedelta(hours=1, seconds=1)
        db.session.commit()
        purge()
        assert not db.session.scalars(select(ClientCheck)).all()
    for file in app_files(app):
        assert b"203.0.113.7" not in file.read_bytes()


def test_the_command_that_purges_forgets_clients_too(app, runner) -> None:
    check(client_at(app, "203.0.113.7"), "firma.example")
    with app.app_context():
        db.session.scalars(select(ClientCheck)).one().at -= timedelta(hours=1, seconds=1)
        db.session.commit()
    assert app.test_cli_runner().invoke(purge_command).exit_code == 0
    with app.app_context():
        assert not db.session.scalars(select(ClientCheck)).all()


def app_files(app: Flask) -> list[Path]:
    return [file for file in Path(app.instance_path).rglob("*") if file.is_file()]


def test_one_client_never_takes_all_threads_of_the_worker(app, runner) -> None:
    with app.app_context():
        jobs.queue().huey.immediate = False
    seen = [check(client_at(app, "203.0.113.7"), f"d{number}.example") for number in range(THREADS)]
    assert seen == [302] * (THREADS - 1) + [429]
    assert check(client_at(app, "203.0.113.8"), "d9.example") == 302
    with app.app_context():
        probe_runs.cancel(1)
        db.session.commit()
    assert check(client_at(app, "203.0.113.7"), "d9.example") == 302


def test_asking_twice_while_a_check_waits_starts_one_run(person, app, runner) -> None:
    with app.app_context():
        jobs.queue().huey.immediate = False
    for _ in range(2):
        person.post("/check", data={"target": "firma.example"})
    with app.app_context():
        assert len(probe_runs.waiting()) == 1


def test_another_domain_replaces_the_check_that_waits(person, app, runner) -> None:
    with app.app_context():
        jobs.queue().huey.immediate = False
    person.post("/check", data={"target": "firma.example"})
    person.post("/check", data={"target": "andere.example"})
    with app.app_context():
        assert [probe_runs.by_id(number).state for number in (1, 2)] == [RunState.CANCELLED, RunState.QUEUED]


def test_a_refused_request_queues_nothing(person, app, runner) -> None:
    limit(app, probe_cooldown=0, probe_per_case_hour=1)
    person.post("/check", data={"target": "firma.example"})
    person.post("/check", data={"target": "andere.example"})
    assert runner.targets == ["firma.example"]
    with app.app_context():
        assert cases.by_id(1).target == "firma.example"
        assert db.session.get_one(type(probe_runs.by_id(1)), 1)
        assert probe_runs.by_id(2) is None


@pytest.mark.parametrize("path", ["/check", "/check/progress", "/check/status", "/check/result", "/check/report.json"])
def test_without_a_case_every_page_says_that_the_link_has_expired(client, path) -> None:
    assert client.get(path).status_code == 410


@pytest.mark.parametrize("path", ["/check/progress", "/check/result", "/check/report.json"])
def test_without_a_check_every_page_leads_to_its_start(person, path) -> None:
    answer = person.get(path, follow_redirects=True)
    assert answer.request.path == "/check"


def test_form_without_token_is_refused(app, runner) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    for path in ("/check", "/check/again", "/check/cancel"):
        assert client.post(path, data={"target": "firma.example"}).status_code == 400
    assert runner.targets == []


def test_quota_of_a_case_does_not_bind_another_case(person, app, runner) -> None:
    limit(app, probe_cooldown=0, probe_per_case_hour=1)
    person.post("/check", data={"target": "firma.example"})
    other = client_at(app, "203.0.113.7")
    assert other.post("/check", data={"target": "firma.example"}).status_code == 302
