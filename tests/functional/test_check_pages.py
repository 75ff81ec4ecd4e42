"""The pages of a check in every state, in both languages: what is said, and that nothing hostile gets through."""

import html
import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.report.documents.server_report import read_server_report
from advisor.report.probe_progress import step_of, write_steps
from advisor.store import probe_runs
from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState
from advisor.web import jobs
from advisor.web.worker import sweep
from tests.made_up import probe_reports, runs


def waiting_run(app: Flask, person: FlaskClient, **changes: object) -> None:
    """A run that nobody has taken up, or in whatever state ``changes`` say."""
    with app.app_context():
        jobs.queue().huey.immediate = False
    person.post("/check", data={"target": "firma.example"})
    change_run(app, **changes)


def change_run(app: Flask, **changes: object) -> None:
    with app.app_context():
        run = db.session.get_one(ProbeRun, 1)
        for name, value in changes.items():
            setattr(run, name, value)
        db.session.commit()


def steps(report=probe_reports.GOOD, unfinished: int = 0) -> str:
    seen = []
    runs.play(report, seen.append, unfinished)
    return write_steps(tuple(step_of(event) for event in seen))


def in_seconds(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


@pytest.mark.parametrize("name", probe_reports.ALL)
def test_result_of_every_kind_of_server(person, runner, name) -> None:
    runner.report = probe_reports.ALL[name]
    person.post("/check", data={"target": "firma.example"})
    page = person.get("/check/result").text
    assert "pruefer.example" in page, "from where it was tested"
    assert f'lang="{person.language}"' in page
    assert "<script>alert" not in page


SAID = {
    "good": ("Ihr Mailserver kann beides", "can do both"),
    "gateway": ("Davor steht ein Filter", "A filter stands in front"),
    "wrong_name": ("Zertifikat passt nicht zum Namen", "Certificate does not fit the name"),
    "mixed": ("Ob auch Abholen geht, wissen wir nicht", "Whether fetching works too, we do not know"),
    "no_domain": ("Diese Domain gibt es nicht", "This domain does not exist"),
    "names_silent": ("Das Namensverzeichnis antwortet nicht", "The name directory does not answer"),
    "no_mail": ("nimmt keine Post an", "takes no mail"),
    "nothing_found": ("So kommen Sie weiter", "How to go on"),
}


@pytest.mark.parametrize("name", SAID)
def test_result_says_what_matters(person, runner, name) -> None:
    runner.report = probe_reports.ALL[name]
    person.post("/check", data={"target": "firma.example"})
    german, english = SAID[name]
    assert (german if person.language == "de" else english) in person.get("/check/result").text


def test_good_result_states_the_facts(person, runner) -> None:
    person.post("/check", data={"target": "firma.example"})
    page = person.get("/check/result").text
    assert "72 Tage" in page or "72 days" in page
    assert "TLSv1.3" in page
    assert "32" in page
    assert "(DNS, SRV)" in page
    details = person.get("/check/result/details").text
    assert "IMAP4rev1 · IDLE · AUTH=PLAIN" in details
    assert "&lt;script&gt;alert(1)" in details, "what the server says is shown as text"


def test_faults_on_other_ports_are_named_with_who_mends_them(person, runner) -> None:
    runner.report = probe_reports.MIXED
    person.post("/check", data={"target": "firma.example"})
    page = person.get("/check/result").text
    assert "mail.firma.example (IMAP 143)" in page
    assert "Ihr Anbieter" in page or "your provider" in page


def test_letter_to_the_provider_is_signed_by_the_company_and_can_be_copied(person, runner) -> None:
    runner.report = probe_reports.WRONG_NAME
    person.post("/check", data={"target": "firma.example", "organisation": "Muster & Söhne AG"})
    page = person.get("/check/result").text
    found = re.search(r'<textarea[^>]*id="(letter-[^"]+)"[^>]*readonly[^>]*>(.*?)</textarea>', page, re.DOTALL)
    key, text = found[1], html.unescape(found[2])
    assert text.startswith(("Betreff: Mailserver für firma.example", "Subject: mail server for firma.example"))
    assert text.endswith("Muster & Söhne AG")
    assert "mail.firma.example (IMAP 993" in text
    assert f'data-copy="{key}"' in page


def test_what_was_not_found_comes_with_a_question_to_the_provider(person, runner) -> None:
    runner.report = probe_reports.NOTHING_FOUND
    person.post("/check", data={"target": "firma.example"})
    page = person.get("/check/result").text
    assert 'id="letter-not-found"' in page
    assert "IMAP, POP3, SMTP" in page


def test_report_is_offered_as_a_document(person, runner) -> None:
    person.post("/check", data={"target": "firma.example"})
    answer = person.get("/check/report.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="server-report-firma.example.json"'
    assert answer.json["schema"] == "mailweiche.server-report/1"
    assert read_server_report(answer.data).report.services == probe_reports.GOOD.services


def test_waiting(person, app) -> None:
    waiting_run(app, person)
    page = person.get("/check/progress").text
    assert "Die Prüfung beginnt gleich" in page or "begins in a moment" in page
    assert person.get("/check/status").json["state"] == "waiting"


def test_waiting_without_a_worker_offers_to_go_on(person, app) -> None:
    waiting_run(app, person, created_at=in_seconds(-60))
    page = person.get("/check/progress").text
    assert "nicht darauf warten" in page or "need not wait" in page
    assert "/result" in page


def test_running_without_javascript_reloads_by_itself(person, app) -> None:
    waiting_run(app, person, state=RunState.RUNNING, lease_until=in_seconds(9))
    page = person.get("/check/progress").text
    assert '<meta http-equiv="refresh" content="2">' in page
    assert page.index("<noscript>") < page.index("http-equiv") < page.index("</noscript>")
    assert 'aria-live="polite"' in page


def test_running_shows_what_has_been_seen_and_survives_a_reload(person, app) -> None:
    waiting_run(app, person, state=RunState.RUNNING, lease_until=in_seconds(9), progress=steps(unfinished=2))
    for _ in range(2):
        page = person.get("/check/progress").text
        assert "mail.firma.example" in page
        assert 'max="9"' in page
        assert 'value="7"' in page
    status = person.get("/check/status").json
    assert status["state"] == "running"
    assert "mail.firma.example" in status["now"]
    assert 'value="7"' in status["html"]


def test_running_names_the_filter_and_counts_names_that_do_not_exist(person, app) -> None:
    waiting_run(app, person, state=RunState.RUNNING, lease_until=in_seconds(9), progress=steps(probe_reports.GATEWAY))
    assert "Hornetsecurity" in person.get("/check/progress").text
    change_run(app, progress=steps(probe_reports.NOTHING_FOUND))
    page = person.get("/check/progress").text
    assert "Vermutete Namen" in page or "Guessed names" in page
    assert "993" not in page


def test_interrupted_check_says_that_it_begins_again(person, app) -> None:
    waiting_run(app, person, state=RunState.RUNNING, lease_until=in_seconds(-1))
    page = person.get("/check/progress").text
    assert "wurde unterbrochen" in page or "was interrupted" in page


def test_check_of_the_same_domain_by_somebody_else_is_watched(person, app) -> None:
    waiting_run(app, person, state=RunState.RUNNING, lease_until=in_seconds(9), progress=steps(unfinished=2))
    other = app.test_client()
    other.post("/start")
    other.post("/check", data={"target": "firma.example"})
    status = other.get("/check/status").json
    assert status["state"] == "following"
    assert "mail.firma.example" in status["html"]


def test_failed_check_keeps_what_was_seen_and_offers_both_ways_on(person, app) -> None:
    waiting_run(app, person, state=RunState.FAILED, error=probe_runs.GAVE_UP, progress=steps(unfinished=3))
    page = person.get("/check/progress").text
    assert "kam nicht zu Ende" in page or "did not come to an end" in page
    assert "/check/again" in page
    assert "http-equiv" not in page
    assert person.get("/check/status").json == {"location": "/check/progress"}


def test_stopped_check(person, app) -> None:
    waiting_run(app, person)
    person.post("/check/cancel")
    page = person.get("/check/progress").text
    assert "angehalten" in page or "was stopped" in page
    with app.app_context():
        assert probe_runs.by_id(1).state == RunState.CANCELLED


def test_status_leads_to_the_result(person, runner) -> None:
    person.post("/check", data={"target": "firma.example"})
    assert person.get("/check/status").json == {"location": "/check/result"}
    assert person.get("/check/progress").location == "/check/result"


def test_last_report_stays_when_a_later_check_fails(person, app, runner) -> None:
    person.post("/check", data={"target": "firma.example"})
    with app.app_context():
        case_id = probe_runs.by_id(1).case_id
        probe_runs.create(case_id, "firma.example").state = RunState.FAILED
        db.session.commit()
    assert "mail.firma.example:993" in person.get("/check/result").text


def test_report_of_another_domain_is_not_shown(person, app, runner) -> None:
    person.post("/check", data={"target": "firma.example"})
    with app.app_context():
        jobs.queue().huey.immediate = False
    person.post("/check", data={"target": "andere.example"})
    assert person.get("/check/result").location == "/check/progress"


def test_crash_of_the_runner_is_tried_again_and_then_said(person, app, runner) -> None:
    runner.error = RuntimeError("boom")
    with app.app_context():
        jobs.queue().huey.immediate = False
    person.post("/check", data={"target": "firma.example"})
    with app.app_context():
        huey = jobs.queue().huey
        for _ in range(probe_runs.MAX_ATTEMPTS):
            huey.execute(huey.dequeue())
            sweep()
    assert runner.targets == ["firma.example"] * probe_runs.MAX_ATTEMPTS
    assert "kam nicht zu Ende" in person.get("/check/progress").text or person.language == "en"


def test_progress_holds_nothing_that_a_server_said(app) -> None:
    assert "script" not in json.dumps(steps())
