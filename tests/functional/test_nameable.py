"""Whoever sees us in a log finds out who we are and how to be left alone; what is refused is refused at once."""

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from advisor.report.batch_targets import read_targets
from advisor.web.cli import group
from advisor.web.config import ConfigError, load_settings
from advisor.web.probe_options import probe_options
from probes.target import TargetProblem
from tests.functional.test_check_start import error_of, limit

PUBLIC = "https://check.firma.example"


def identity_of(**settings: object):
    return probe_options(load_settings(**settings)).identity


def test_the_public_address_is_the_name_and_leads_to_the_page() -> None:
    found = identity_of(public_url=PUBLIC)
    assert (found.name, found.url) == ("check.firma.example", f"{PUBLIC}/administrators")
    assert identity_of().name == identity_of().url == ""
    own = identity_of(
        public_url=PUBLIC, probe_ehlo_name="probe.firma.example", contact_url="https://firma.example/abuse"
    )
    assert (own.name, own.url) == ("probe.firma.example", "https://firma.example/abuse")


@pytest.mark.parametrize("url", ["http://localhost:8000", "http://192.0.2.7", "http://[2001:db8::1]:8000"])
def test_an_address_that_is_no_name_is_not_told_as_one(url) -> None:
    assert identity_of(public_url=url).name == ""


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("contact_url", 'https://a.example/"x'),
        ("contact_url", "https://a.example/\r\nX: y"),
        ("contact_url", "https://a.example/\\"),
        ("contact_url", "mailto:a@a.example"),
        ("contact_url", "https://a.example/" + "x" * 200),
        ("probe_ehlo_name", "a b"),
        ("probe_ehlo_name", "a.example\r\nRSET"),
        ("probe_ehlo_name", "192.0.2.7"),
        ("probe_refuse", "firma.example, not a domain"),
        ("probe_refuse", "192.0.2.0/99"),
    ],
)
def test_settings_that_others_would_stumble_over_stop_the_start(setting, value) -> None:
    with pytest.raises(ConfigError, match=f"MAILWEICHE_{setting.upper()}"):
        load_settings(**{setting: value})


def test_the_page_says_who_we_are_and_whom_to_write_to(app: Flask, client: FlaskClient) -> None:
    client.get("/language/en")
    page = client.get("/administrators").text
    assert "Mailweiche/" in page
    assert "postmaster" in page
    limit(app, public_url=PUBLIC, handover_name="Praxis Muster", handover_address="post@praxis.example")
    page = client.get("/administrators").text
    assert "check.firma.example" in page
    assert "post@praxis.example" in page
    assert "postmaster" not in page
    limit(app, handover_address=None, contact_url="https://firma.example/abuse")
    assert 'href="https://firma.example/abuse"' in client.get("/administrators").text
    assert "/administrators" in client.get("/").text


@pytest.mark.parametrize("typed", ["firma.example", "info@mail.firma.example"])
def test_a_domain_that_is_left_alone_is_refused_on_the_page_and_nothing_is_lost(app, client, runner, typed) -> None:
    limit(app, probe_refuse=("firma.example",))
    client.get("/language/en")
    client.post("/start")
    answer = client.post("/check", data={"target": typed, "organisation": "Muster AG"})
    assert answer.status_code == 422
    assert "asked us not to" in error_of(answer.text)
    assert 'value="Muster AG"' in answer.text
    assert runner.targets == []


def test_a_list_of_targets_leaves_it_out_and_says_so() -> None:
    found = read_targets(b"firma.example\nandere.example\nx@a.firma.example\n", ("firma.example",))
    assert [target.domain for target in found.targets] == ["andere.example"]
    assert [(bad.line, bad.error.problem) for bad in found.bad_lines] == [
        (1, TargetProblem.REFUSED), (3, TargetProblem.REFUSED)]  # fmt: skip


def test_the_command_says_so_before_anything_is_asked(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path))
    monkeypatch.setenv("MAILWEICHE_PROBE_REFUSE", "firma.example")
    monkeypatch.setenv("MAILWEICHE_NAMESERVERS", "192.0.2.53")
    answer = CliRunner().invoke(group, ["probe", "info@firma.example", "--lang", "en"])
    assert answer.exit_code == 2
    assert "asked us not to" in answer.output
    assert "Traceback" not in answer.output


def test_where_a_check_is_made_from_is_what_the_operator_says_or_nothing() -> None:
    assert probe_options(load_settings()).vantage == ""
    assert probe_options(load_settings(public_url=PUBLIC)).vantage == "check.firma.example"
    assert (
        probe_options(load_settings(public_url=PUBLIC, vantage="Rechenzentrum Zürich")).vantage
        == "Rechenzentrum Zürich"
    )
