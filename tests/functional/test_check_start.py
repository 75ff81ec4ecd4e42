"""Asking for the domain: typing errors, reuse, cool-down and quotas; nothing that was typed is lost."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.http import parse_date

from advisor.store import probe_runs
from advisor.web.config import load_settings
from advisor.web.settings import EXTENSION
from tests.made_up.runs import FakeRunner


@pytest.fixture
def person(client: FlaskClient, runner: FakeRunner) -> FlaskClient:
    client.get("/language/en")
    client.post("/start")
    return client


def limit(app: Flask, **changes: object) -> None:
    app.extensions[EXTENSION] = load_settings(**{**app.extensions[EXTENSION].model_dump(), **changes})


def error_of(page: str) -> str:
    found = re.search(r'class="field-error" id="target-error">\s*<span[^>]*>[^<]*</span>\s*([^<]*)<', page)
    assert found is not None
    return found[1].strip()


def test_a_check_runs_and_ends_on_its_result(person, runner) -> None:
    started = person.post("/check", data={"target": "info@firma.example", "organisation": "Muster AG"})
    assert started.location == "/check/progress"
    assert person.get("/check/progress").location == "/check/result"
    page = person.get("/check/result").text
    assert "mail.firma.example:993" in page
    assert runner.targets == ["firma.example"]


def test_only_the_domain_of_an_address_is_kept(person, app) -> None:
    person.post("/check", data={"target": "Vreni.Muster@firma.example"})
    with app.app_context():
        stored = probe_runs.by_id(1)
        assert stored.target == "firma.example"
        assert "vreni" not in (stored.report + stored.progress).lower()
    assert "reni" not in person.get("/check").text


TYPED = {
    "": "Nothing was entered",
    "   ": "Nothing was entered",
    "firma,ch": "Did you mean firma.ch?",
    "firma..ch": "Did you mean firma.ch?",
    "firma ch": "space",
    "firma": "ending is missing",
    "info@": "after the @ is missing",
    "@firma.ch": "before the @ is missing",
    "a@b@firma.ch": "several @",
    "192.0.2.1": "IP address",
    "[2001:db8::1]": "IP address",
    "info@[192.0.2.1]": "IP address",
    "https://www.firma.ch/kontakt": "Did you mean firma.ch?",
    "server.local": "only inside your own network",
    "mail.firma.lan": "only inside your own network",
    "firma_ag.ch": "cannot have",
    "-firma.ch": "hyphen",
    "fir\u200bma.ch": "invisible",
    "firma.ch\x00": "invisible",
    "x" * 64 + ".ch": "63 characters",
    "x" * 400: "too long",
    "<script>alert(1)</script>": "",
}


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: repr(typed)[:24])
def test_bad_input_gets_one_sentence_and_loses_nothing(person, runner, typed) -> None:
    answer = person.post("/check", data={"target": typed, "organisation": "Muster & Söhne"})
    assert answer.status_code == 422
    sentence = error_of(answer.text)
    assert TYPED[typed] in sentence
    assert sentence.endswith((".", "?"))
    assert 'value="Muster &amp; Söhne"' in answer.text
    assert "<script>alert" not in answer.text
    assert runner.targets == []


def test_typing_errors_speak_german_too(person, runner) -> None:
    person.get("/language/de")
    answer = person.post("/check", data={"target": "firma,ch"})
    assert "Meinten Sie firma.ch?" in error_of(answer.text)


def test_name_of_300_characters_is_refused_and_kept(person) -> None:
    answer = person.post("/check", data={"target": "firma.example", "organisation": "M" * 300})
    assert answer.status_code == 422
    assert "200 characters" in answer.text
    assert "M" * 300 in answer.text


def test_switching_the_language_keeps_what_was_typed(person, runner) -> None:
    answer = person.post("/check", data={"target": "halb fertig", "organisation": "Muster", "switch_language": "de"})
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    assert 'value="halb fertig"' in answer.text
    assert runner.targets == []


def test_internationalised_domain_is_accepted_and_shown_both_ways(person, runner) -> None:
    person.post("/check", data={"target": "info@käserei.example"})
    assert runner.targets == ["xn--kserei-bua.example"]
    page = person.get("/check/result").text
    assert "käserei.example" in page
    assert "xn--kserei-bua.example" in page


def test_private_name_is_accepted_where_the_operator_allows_private_networks(person, app, runner) -> None:
    limit(app, probe_allow_networks=("10.0.0.0/8",))
    assert person.post("/check", data={"target": "firma.lan"}).status_code == 302
    assert runner.options.allow_networks == ("10.0.0.0/8",)


def test_within_the_cool_down_the_fresh_report_is_shown_instead(person, app, runner) -> None:
    person.post("/check", data={"target": "firma.example"})
    assert person.post("/check/again").location == "/check/progress"
    other = app.test_client()
    other.post("/start")
    other.post("/check", data={"target": "firma.example"})
    assert "mail.firma.example:993" in other.get("/check/result").text
    assert "A new check is possible from" in person.get("/check/result").text
    assert runner.targets == ["firma.example"], "the servers were contacted once"


def test_after_the_cool_down_servers_are_contacted_again(person, app, runner) -> None:
    limit(app, probe_cooldown=0)
    person.post("/check", data={"target": "firma.example"})
    person.post("/check/again")
    assert runner.targets == ["firma.example"] * 2


@pytest.mark.parametrize("which", ["probe_per_case_hour", "probe_per_target_hour"])
def test_a_reached_quota_says_when_to_retry_and_keeps_everything(person, app, runner, which) -> None:
    limit(app, probe_cooldown=0, **{which: 1})
    person.post("/check", data={"target": "firma.example"})
    answer = person.post("/check", data={"target": "firma.example", "organisation": "Muster AG"})
    assert answer.status_code == 429
    assert parse_date(answer.headers["Retry-After"]) > datetime.now(UTC)
    assert re.search(r"can start at \d\d:\d\d:\d\d", answer.text)
    assert 'value="Muster AG"' in answer.text
    assert person.post("/check/again").status_code == 429
    assert "mail.firma.example:993" in person.get("/check/result").text, "the last report stays"
