"""What has changed since an earlier check: which checks are on offer, what is said, and who may see it."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from advisor.store import earlier_runs, probe_runs
from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState
from advisor.web import probing
from advisor.web.forms.compare import LARGEST_REPORT
from probes.results import ProbeReport
from tests.made_up.probe_reports import AT, GOOD, MIXED
from tests.made_up.runs import FakeRunner

DOMAIN = "firma.example"


@pytest.fixture(params=["de", "en"])
def person(request, client: FlaskClient, app: Flask) -> FlaskClient:
    probing.init_app(app, FakeRunner())
    client.get(f"/language/{request.param}")
    client.post("/start")
    client.post("/check", data={"target": DOMAIN})
    client.language = request.param
    return client


def checks(app: Flask, *reports: ProbeReport, domain: str = DOMAIN, case_id: int = 1) -> list[int]:
    """Finished checks, a day apart, the last of them now."""
    with app.app_context():
        db.session.query(ProbeRun).where(ProbeRun.case_id == case_id, ProbeRun.state != RunState.DONE).delete()
        numbers = []
        for age, report in zip(range(len(reports) - 1, -1, -1), reports, strict=True):
            run = probe_runs.create(case_id, domain)
            run.state, run.finished_at = RunState.DONE, datetime.now(UTC) - timedelta(days=age)
            started = AT + timedelta(days=30 - age)
            run.report = write_server_report(complete(replace(report, domain=domain, started_at=started))).decode()
            numbers.append(run.id)
        db.session.commit()
        return numbers


def upload(person: FlaskClient, data: bytes | None) -> TestResponse:
    files = {} if data is None else {"file": (io.BytesIO(data), "old.json")}
    return person.post("/check/compare", data=files, content_type="multipart/form-data")


def kept(report: ProbeReport = GOOD, **changes: object) -> bytes:
    return write_server_report(complete(replace(report, **changes)))


def says(person: FlaskClient, page: str, german: str, english: str) -> bool:
    return (german if person.language == "de" else english) in page


def test_two_checks_of_this_case_are_compared(person, app) -> None:
    checks(app, GOOD, MIXED)
    result = person.get("/check/result").text
    assert says(person, result, "Was hat sich seit der Prüfung vom", "What has changed since the check on")
    assert "/check/compare" in result
    page = person.get("/check/compare").text
    assert says(person, page, "das Sie angehen sollten", "that you should deal with")
    assert says(person, page, "Antwortet nicht mehr", "No longer answers")
    assert says(person, page, "Diesmal nicht prüfbar", "Could not be tested this time")
    assert "mail.firma.example:465" in page


def test_nothing_has_changed(person, app) -> None:
    checks(app, GOOD, GOOD)
    assert says(person, person.get("/check/compare").text, "Nichts hat sich geändert.", "Nothing has changed.")


def test_any_earlier_check_can_be_chosen(person, app) -> None:
    first, second, _third = checks(app, MIXED, GOOD, GOOD)
    page = person.get("/check/compare").text
    assert "Nichts hat sich geändert." in page or "Nothing has changed." in page
    assert f"/check/compare?run={first}" in page
    assert f'run={second}" aria-current="true"' in " ".join(page.split())
    page = person.get(f"/check/compare?run={first}").text
    assert says(person, page, "Antwortet jetzt", "Answers now")


def test_a_single_check_has_nothing_to_be_compared_with(person, app) -> None:
    checks(app, GOOD)
    assert "/check/compare?" not in person.get("/check/result").text
    page = person.get("/check/compare")
    assert page.status_code == 200
    assert says(person, page.text, "bisher die einzige Prüfung", "the only check of this domain so far")


def test_a_report_that_was_taken_over_is_not_an_earlier_one(person, app) -> None:
    (number,) = checks(app, GOOD)
    with app.app_context():
        probe_runs.take_over(1, probe_runs.by_id(number))
        db.session.commit()
        run = probe_runs.latest_done(1, DOMAIN)
        assert run.id != number
        assert earlier_runs.earlier_than(run) == ()


def test_without_a_check_the_way_leads_to_it(person) -> None:
    assert person.get("/check/compare").location == "/check/progress"
    assert upload(person, kept()).location == "/check/progress"


@pytest.mark.parametrize("run", ["0", "99999", "-1", "x", "", "1e3", "9" * 40, "²"])
def test_a_check_that_is_not_there_is_no_page(person, app, run: str) -> None:
    checks(app, GOOD, MIXED)
    assert person.get("/check/compare", query_string={"run": run}).status_code == 404


def test_nobody_sees_the_checks_of_another_case_or_domain(person, app) -> None:
    checks(app, GOOD, MIXED)
    (elsewhere,) = checks(app, GOOD, domain="andere.example")
    (newest,) = checks(app, GOOD)
    assert elsewhere < newest
    assert person.get(f"/check/compare?run={elsewhere}").status_code == 404
    other = app.test_client()
    other.post("/start")
    assert other.get("/check/compare?run=1").location == "/check/progress"
    assert app.test_client().get("/check/compare").status_code == 410
    assert upload(app.test_client(), kept()).status_code == 410


def test_a_kept_report_is_compared_and_not_stored(person, app) -> None:
    checks(app, MIXED)
    answer = upload(person, kept())
    assert answer.status_code == 200
    assert says(person, answer.text, "Antwortet nicht mehr", "No longer answers")
    assert says(person, answer.text, "23. November 2026", "23 November 2026")
    with app.app_context():
        assert db.session.query(ProbeRun).count() == 1


def test_a_kept_report_that_is_the_later_one_is_not_taken_for_the_old_one(person, app) -> None:
    checks(app, GOOD)
    answer = upload(person, kept(MIXED, started_at=AT + timedelta(days=90)))
    assert says(person, answer.text, "Antwortet nicht mehr", "No longer answers")


@pytest.mark.parametrize(
    ("data", "german", "english"),
    [
        (None, "Wählen Sie zuerst eine Datei", "Choose a file first"),
        (b"", "kein gültiges JSON", "not valid JSON"),
        (b"hello", "kein gültiges JSON", "not valid JSON"),
        (b'{"schema": "mailweiche.answers/1"}', "erwartet wird", "is expected"),
        (b" " * (LARGEST_REPORT + 1), "ist grösser als", "is larger than"),
        (kept(domain="andere.example"), "gehören zu zwei Domains", "belong to two domains"),
        (kept().replace(b"Beispiel-Stelle", b"\\u202e"), "Steuerzeichen", "control characters"),
        (kept().replace(b'"port": 993', b'"port": "<b>"'), "nicht erlaubt", "not allowed"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_cause(person, app, data, german: str, english: str) -> None:
    checks(app, GOOD)
    answer = upload(person, data)
    assert answer.status_code == 422
    assert says(person, answer.text, german, english)
    assert "<b>" not in answer.text


def test_what_a_kept_report_holds_is_shown_as_text_only(person, app) -> None:
    checks(app, GOOD)
    hostile = tuple(replace(each, implementation="<script>alert(1)</script>") for each in GOOD.services)
    answer = upload(person, kept(services=hostile))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert "<script>alert" not in answer.text


def test_after_a_file_was_sent_the_address_can_be_opened_and_the_language_switched(person, app) -> None:
    checks(app, GOOD)
    assert 'next=/check/compare"' in upload(person, kept()).text
    assert person.get("/check/compare").status_code == 200


def test_earlier_checks_are_deleted_with_the_case(person, app) -> None:
    checks(app, GOOD, MIXED, GOOD)
    person.post("/delete")
    with app.app_context():
        assert db.session.query(ProbeRun).count() == 0
