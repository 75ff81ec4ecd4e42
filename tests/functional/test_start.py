"""Landing page, languages, secret link, deletion, error pages, headers."""

import re

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from advisor.store import cases
from advisor.web.errors import CaseExpiredError


def test_landing_page_speaks_the_language_of_the_browser(client: FlaskClient) -> None:
    german = client.get("/", headers={"Accept-Language": "de-CH,de;q=0.9"}).text
    english = client.get("/", headers={"Accept-Language": "en"}).text
    assert '<html lang="de">' in german
    assert '<html lang="en">' in english


def test_chosen_language_stays(client: FlaskClient) -> None:
    answer = client.get("/language/en?next=/delete", headers={"Accept-Language": "de"})
    assert answer.location == "/delete"
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "de"}).text


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", ""])
def test_language_switch_leads_to_no_foreign_page(client: FlaskClient, target: str) -> None:
    assert client.get("/language/de", query_string={"next": target}).location == "/"


def test_unknown_language_is_not_found(client: FlaskClient) -> None:
    assert client.get("/language/fr").status_code == 404


def test_every_page_has_strict_headers(client: FlaskClient) -> None:
    headers = client.get("/").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_unknown_page_says_that_nothing_is_lost(client: FlaskClient) -> None:
    answer = client.get("/nowhere", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert "Nothing that you entered is lost" in answer.text


def test_wrong_secret_link_is_an_expired_page(client: FlaskClient) -> None:
    answer = client.get("/resume/not-a-token", headers={"Accept-Language": "en"})
    assert answer.status_code == CaseExpiredError.code
    assert "expired" in answer.text


def test_secret_is_stored_as_a_hash_only(app: Flask) -> None:
    with app.app_context():
        case, token = cases.create(language="de", answers="{}", days=1)
        assert token not in case.token_hash
        assert cases.by_token(token) is case
        assert cases.by_token(token[:-1]) is None


def test_expired_case_opens_nothing_and_is_purged(app: Flask) -> None:
    with app.app_context():
        case, token = cases.create(language="de", answers="{}", days=-1)
        assert cases.by_token(token) is None
        assert cases.by_id(case.id) is None
        assert cases.purge_expired() == 1


def test_post_without_form_token_is_refused_and_says_so(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = app.test_client().post("/start", headers={"Accept-Language": "en"})
    assert answer.status_code == 400
    assert "kept" in answer.text


def test_refused_form_names_missing_cookies_as_a_cause(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = app.test_client().post("/start", headers={"Accept-Language": "en"})
    assert "allow cookies" in answer.text


def test_starting_afresh_says_what_becomes_of_the_present_answers(client: FlaskClient) -> None:
    assert "secret link" not in client.get("/", headers={"Accept-Language": "en"}).text
    client.post("/start")
    page = client.get("/", headers={"Accept-Language": "en"}).text
    assert "only their secret link leads back" in page
    assert 'href="/questions/link"' in page


def test_page_with_form_carries_a_token(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert token is not None
    assert client.post("/start", data={"csrf_token": token[1]}).status_code == 302


def test_only_a_change_sends_a_new_cookie(client: FlaskClient) -> None:
    """Else a late answer, such as a script, could bring an older cookie back and make the form in hand invalid."""
    client.post("/start")
    with client.get("/static/css/theme.css") as style:
        assert "Set-Cookie" not in style.headers
    assert "Set-Cookie" not in client.get("/questions/devices").headers
    answer = client.post("/questions/devices", data={"devices": "two"})
    assert "mailweiche=" in answer.headers["Set-Cookie"]
    assert "Expires=" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("code", [400, 403, 404, 405, 410, 413, 429, 500, 501])
def test_every_error_says_what_became_of_the_answers(app: Flask, code: int, language: str) -> None:
    app.add_url_rule("/broken", view_func=lambda: abort(code))
    answer = app.test_client().get("/broken", headers={"Accept-Language": language})
    assert answer.status_code == code
    kept = {"de": ("noch da", "gelöscht"), "en": ("lost", "kept", "deleted")}[language]
    assert any(word in answer.text for word in kept)
