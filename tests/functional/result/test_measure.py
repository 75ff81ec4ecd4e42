"""Measured figures in the web: uploaded, shown, counted, replaced, deleted; a file that is refused changes nothing."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import sqlalchemy as sa

from advisor.report.documents.envelope import sha256_of
from advisor.report.documents.measure import write_measurement
from advisor.store import cases
from advisor.store.database import db
from advisor.store.models import Case, StoredMeasurement
from probes.measure import fingerprint
from tests.made_up.measurements import MEASUREMENT

DOCUMENT = write_measurement(MEASUREMENT)


def upload(client, data=DOCUMENT, language="en"):
    files = {} if data is None else {"file": (BytesIO(data), "measure.json")}
    return client.post(
        "/measure", data=files, headers={"Accept-Language": language}, content_type="multipart/form-data"
    )


@pytest.fixture
def measured(firm):
    assert upload(firm).status_code == 302
    return firm


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            ("8.2 GB von 10.2 GB (80 %)", "217 E-Mails und 43.4 MB pro Monat", "Oktober 2026", "Summe ist zu klein"),
        ),
        ("en", ("8.2 GB of 10.2 GB (80%)", "217 mails and 43.4 MB a month", "October 2026", "total is too small")),
    ],
)
def test_what_was_measured_is_shown(measured, read, language, words) -> None:
    text = read(measured, "/measure", language)
    for word in (*words, "mail.firma.example", "INBOX", "Public/Team", "<b>0</b>"):
        assert word in text


def test_the_page_without_a_measurement_shows_the_ways(firm, read) -> None:
    text = read(firm, "/measure")
    assert "mailweiche measure" in text
    assert "only place where a password is ever typed" in text
    assert "General knowledge" in text
    page = firm.get("/measure").text
    assert 'href="/questions/figures-space?then=summary"' in page
    assert 'href="/questions/figures-mail?then=summary"' in page
    assert 'type="password"' not in page
    assert "Delete the measurement" not in text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("path", ["/questions/answers", "/check/result"])
def test_other_pages_lead_here(firm, path, language) -> None:
    assert 'href="/measure"' in firm.get(path, headers={"Accept-Language": language}).text


def test_the_advice_counts_what_was_measured_and_says_so(firm, read) -> None:
    before = json.loads(firm.get("/result/recommendation.json").data)
    assert "(measured)" not in read(firm)
    upload(firm)
    after = json.loads(firm.get("/result/recommendation.json").data)
    assert before["inputs"]["measure_sha256"] is None
    assert after["inputs"]["measure_sha256"] == sha256_of(DOCUMENT)
    assert after["inputs"]["answers_sha256"] == before["inputs"]["answers_sha256"]
    assert "8.192 GB" in read(firm)
    assert "(measured)" in read(firm)
    assert "(gemessen)" in read(firm, language="de")
    stated = json.loads(firm.get("/result/answers.json").data)["answers"]
    assert "storage_gb_used" not in stated


def test_deleting_brings_the_stated_figures_back(measured, read) -> None:
    before = read(measured)
    answer = measured.post("/measure/delete", follow_redirects=True, headers={"Accept-Language": "en"})
    assert "has been deleted" in answer.text
    assert "What was measured" not in answer.text
    assert read(measured) != before
    assert json.loads(measured.get("/result/recommendation.json").data)["inputs"]["measure_sha256"] is None


BROKEN = json.loads(DOCUMENT)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "Choose a file first"),
        (b"", "not valid JSON"),
        (DOCUMENT[:-20], "not valid JSON"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'{"schema": "mailweiche.answers/1", "answers": {}}', "mailweiche.measure/1"),
        (b'{"schema": "mailweiche.measure/2"}', "only “mailweiche.measure/1” can be read"),
        (json.dumps({**BROKEN, "host": 5}).encode(), "“host”"),
        (json.dumps({**BROKEN, "password": "geheim"}).encode(), "“password” is not known"),
        (json.dumps({**BROKEN, "host": "a\u202eb"}).encode(), "control characters"),
        (DOCUMENT + b" " * 3_000_000, "larger than 3000000 bytes"),
    ],
)
def test_a_file_that_is_refused_names_the_cause_and_changes_nothing(measured, read, data, words) -> None:
    read(measured, "/measure")  # the word that it counts is said once
    before = read(measured, "/measure")
    answer = upload(measured, data)
    assert answer.status_code == 422
    assert words in answer.text
    assert "There is a problem" in answer.text
    assert "8.2 GB" in answer.text
    assert read(measured, "/measure") == before


def test_a_file_of_many_megabytes_is_refused(firm) -> None:
    assert upload(firm, b" " * 5_000_000).status_code == 413


def test_another_mailbox_takes_the_place_and_is_named_as_such(measured, read) -> None:
    other = replace(MEASUREMENT, address_sha256=fingerprint("info@firma.example"), pop3=None, problems=())
    upload(measured, write_measurement(other))
    text = read(measured, "/measure")
    assert "another mailbox than before" in text
    upload(measured, write_measurement(other))
    assert "another mailbox than before" not in read(measured, "/measure")


def test_a_server_that_the_check_did_not_find_is_named(firm, read) -> None:
    upload(firm, write_measurement(replace(MEASUREMENT, host="mail.anderswo.example")))
    assert "mail.anderswo.example, which the check of your domain did not find" in read(firm, "/measure")


def test_a_measurement_by_pop3_alone(firm, read) -> None:
    upload(firm, write_measurement(replace(MEASUREMENT, imap=None)))
    assert "6 GB in the inbox" in read(firm, "/measure")


def test_without_a_case_there_is_nothing_to_measure(client) -> None:
    assert client.get("/measure").status_code == 410
    assert upload(client).status_code == 410


def test_a_reload_after_deleting_leads_back(firm) -> None:
    assert firm.get("/measure/delete").location == "/measure"


def test_deleting_the_case_deletes_the_measurement(measured, app) -> None:
    measured.post("/delete")
    with app.app_context():
        assert db.session.scalars(sa.select(StoredMeasurement)).all() == []


def test_the_purge_deletes_the_measurement(measured, app) -> None:
    with app.app_context():
        db.session.execute(sa.update(Case).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
        cases.purge_expired()
        db.session.commit()
        assert db.session.scalars(sa.select(StoredMeasurement)).all() == []


def test_a_document_that_this_version_no_longer_reads_counts_as_none(measured, app, read) -> None:
    with app.app_context():
        db.session.execute(sa.update(StoredMeasurement).values(document="{}"))
        db.session.commit()
    assert "What was measured" not in read(measured, "/measure")
    assert measured.get("/result").status_code == 200
