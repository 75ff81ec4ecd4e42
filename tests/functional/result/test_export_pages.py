"""What the pages say of a large export: waiting, working, ready, failed, and how long what is kept."""

import pytest

from advisor.store.models import ExportError, RunState
from advisor.web.worker import sweep
from tests.functional.result.export_runs import (
    ENGLISH,
    PAGE,
    begin,
    change,
    from_now,
    many,
    stored,
    work,
)
from tests.functional.result.staff_lists import GOOD, upload


@pytest.mark.parametrize("error", ExportError)
def test_a_failure_says_what_to_do_keeps_the_list_and_can_be_tried_again(app, firm, read, error):
    begin(firm)
    change(app, state=RunState.FAILED, error=error, finished_at=from_now(), expires_at=from_now(hours=3), attempts=3)
    page = read(firm, PAGE)
    assert "could not be written" in page
    assert "is kept here until" in page
    assert "could not be written" in read(firm, "/profiles")
    assert firm.get(f"{PAGE}/files.zip").location == PAGE
    assert firm.post(f"{PAGE}/again").location == PAGE
    work(app)
    assert stored(app).state == RunState.DONE


def test_a_failure_past_its_time_keeps_no_list(app, firm, read):
    begin(firm)
    change(app, state=RunState.FAILED, error=ExportError.GAVE_UP, expires_at=from_now(hours=-1))
    with app.app_context():
        sweep()
    assert stored(app).staff is None
    assert "The list has been deleted" in read(firm, PAGE)
    answer = firm.post(f"{PAGE}/again", headers=ENGLISH, follow_redirects=True)
    assert "cannot be tried again" in answer.text


def test_waiting_working_and_interrupted_are_told_apart(app, firm, read):
    begin(firm)
    assert "begins in a moment" in read(firm, PAGE)
    change(app, created_at=from_now(minutes=-2))
    assert "come back later" in read(firm, PAGE)
    change(app, state=RunState.RUNNING, lease_until=from_now(seconds=9), started_at=from_now(seconds=-60), done=0)
    assert "Wait here, or come back later." in read(firm, PAGE)
    assert 'max="' not in firm.get(PAGE).text, "nobody knows yet how far it is"
    change(app, lease_until=from_now(hours=-1))
    assert "was interrupted" in read(firm, PAGE)


def test_an_export_of_somebody_else_comes_first(app, firm, open_case, all_situations, read):
    begin(firm)
    change(app, state=RunState.RUNNING, lease_until=from_now(seconds=9))
    other = open_case(all_situations["firm"])
    begin(other)
    assert "yours come after them" in read(other, "/profiles/export/2")


@pytest.mark.parametrize(
    ("language", "count"),
    [("en", "1,240 of 5,000 people, about 4 minutes left"), ("de", "1’240 von 5’000 Personen, noch etwa 4 Minuten")],
)
def test_the_bar_says_in_words_how_far_it_is(app, firm, read, language, count):
    begin(firm)
    change(
        app,
        state=RunState.RUNNING,
        lease_until=from_now(seconds=9),
        started_at=from_now(seconds=-72),
        total=5000,
        done=1240,
    )
    assert count in read(firm, PAGE, language)
    status = firm.get(f"{PAGE}/status", headers={"Accept-Language": language}).json
    assert status["state"] == "working"
    assert count in status["html"]
    assert 'max="5000" value="1240"' in status["html"]


def test_without_javascript_the_page_reloads_until_the_end(app, firm):
    begin(firm)
    page = firm.get(PAGE).text
    assert page.index("<noscript>") < page.index('<meta http-equiv="refresh" content="3">') < page.index("</noscript>")
    assert 'aria-live="polite"' in page
    work(app)
    assert "http-equiv" not in firm.get(PAGE).text
    assert firm.get(f"{PAGE}/status").json == {"location": PAGE}


def test_the_page_on_profiles_shows_how_it_stands(app, firm, read):
    assert PAGE not in firm.get("/profiles").text
    begin(firm)
    assert "are being written in the background" in read(firm, "/profiles")
    assert PAGE in firm.get("/profiles").text
    work(app)
    assert "Your files are ready." in read(firm, "/profiles")
    firm.post(f"{PAGE}/delete")
    assert PAGE not in firm.get("/profiles").text


def test_the_preview_says_beforehand_how_long_the_files_are_kept(firm, read):
    upload(firm, GOOD)
    assert "in the background" not in read(firm, "/profiles/preview")
    upload(firm, many())
    assert "the files after 24 hours" in read(firm, "/profiles/preview")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", [RunState.QUEUED, RunState.FAILED, RunState.CANCELLED])
def test_every_state_is_a_whole_page_in_both_languages(app, firm, state, language):
    begin(firm)
    change(app, state=state)
    assert firm.get(PAGE, headers={"Accept-Language": language}).status_code == 200
