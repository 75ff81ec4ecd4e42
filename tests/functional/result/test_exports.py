"""A large export on the pages: from the click to the download, and everything a person may do in between."""

import hashlib
import json
import re

import pytest

from advisor.settings.staff_canonical import canonical
from advisor.store.models import Gone, RunState
from advisor.web import export_files
from advisor.web.worker import sweep
from tests.functional.result.export_runs import (
    ENGLISH,
    MANY,
    PAGE,
    begin,
    change,
    files_of,
    from_now,
    many,
    stored,
    work,
)
from tests.functional.result.staff_lists import ALL, GOOD, kept, unpacked, upload


@pytest.fixture
def ready(app, firm):
    """A case whose files are written."""
    begin(firm)
    work(app)
    assert stored(app).state == RunState.DONE
    return firm


def test_a_few_people_get_their_file_at_once(app, firm):
    upload(firm, GOOD)
    assert unpacked(firm.post("/profiles/download", data=ALL))
    assert stored(app) is None


def test_many_people_become_a_job_and_the_list_moves_into_it(app, firm):
    assert begin(firm).location == PAGE
    run = stored(app)
    assert (run.state, run.total, run.staff) == (RunState.QUEUED, MANY, canonical(many().encode()))
    assert json.loads(run.settings)["domain"] == "firma.example"
    assert json.loads(run.choices)["language"] == "en"
    assert kept(app) == []


def test_a_few_kinds_for_many_people_come_at_once(firm):
    upload(firm, many())
    assert unpacked(firm.post("/profiles/download", data={"way": "imap", "target": ["sheet", "apple"]}))


def test_the_files_are_those_of_the_people_and_their_fingerprint_is_shown(app, ready, read):
    page = read(ready, PAGE)
    assert "Your files are ready" in page
    assert f"Files for {MANY} people" in page
    assert re.search(r"\d\.\d MB", page)
    answer = ready.get(f"{PAGE}/files.zip")
    data = answer.get_data()
    answer.close()
    assert answer.headers["Cache-Control"] == "no-store"
    assert hashlib.sha256(data).hexdigest() == stored(app).sha256
    assert stored(app).sha256 in page
    files = unpacked(ready.get(f"{PAGE}/files.zip"))
    assert sum(name.endswith("mailweiche.mobileconfig") and name.startswith("people/") for name in files) == MANY
    assert "manifest.json" in files


def test_what_was_written_is_kept_privately_and_the_list_is_not(app, ready):
    run = stored(app)
    assert (run.settings, run.staff, run.choices) == (None, None, None)
    assert files_of(app) == [f"{run.file}.zip"]
    folder = app.extensions["mailweiche"].instance / "exports"
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / f"{run.file}.zip").stat().st_mode & 0o077 == 0
    assert run.file not in ready.get(PAGE).text


def test_it_can_be_downloaded_twice_and_taken_up_again_in_the_middle(app, ready, read):
    first, second = (ready.get(f"{PAGE}/files.zip") for _ in range(2))
    assert first.get_data() == second.get_data()
    half = len(first.get_data()) // 2
    rest = ready.get(f"{PAGE}/files.zip", headers={"Range": f"bytes={half}-"})
    assert rest.status_code == 206
    assert first.get_data()[:half] + rest.get_data() == first.get_data()
    for answer in (first, second, rest):
        answer.close()
    assert "They have been downloaded." in read(ready, PAGE)


def test_after_the_download_it_is_kept_for_an_hour_and_then_gone(app, ready, read):
    ready.get(f"{PAGE}/files.zip").close()
    assert stored(app).expires_at < from_now(minutes=61)
    change(app, expires_at=from_now(hours=-1))
    with app.app_context():
        sweep()
    assert files_of(app) == []
    assert "downloaded and then deleted" in read(ready, PAGE)
    assert ready.get(f"{PAGE}/files.zip").location == PAGE


def test_looking_at_the_headers_is_no_download(app, ready):
    ready.head(f"{PAGE}/files.zip").close()
    assert stored(app).downloaded_at is None


def test_what_nobody_fetches_goes_in_time(app, ready, read):
    assert from_now(hours=23) < stored(app).expires_at < from_now(hours=25)
    change(app, expires_at=from_now(hours=-1))
    with app.app_context():
        sweep()
    assert files_of(app) == []
    assert "Nobody fetched them in time" in read(ready, PAGE)
    assert "Your files are ready" not in read(ready, "/profiles")


def test_delete_now(app, ready, read):
    assert ready.post(f"{PAGE}/delete").location == PAGE
    assert files_of(app) == []
    assert "because you asked for it" in read(ready, PAGE)
    assert stored(app).gone == Gone.DELETED


def test_deleting_the_case_deletes_its_files_at_once(app, ready):
    assert len(files_of(app)) == 1
    ready.post("/delete")
    assert files_of(app) == []
    assert stored(app) is None


def test_a_file_that_somebody_removed_is_said_and_never_a_crash(app, ready, read):
    with app.app_context():
        export_files.delete([stored(app).file])
    assert ready.get(f"{PAGE}/files.zip").location == PAGE
    assert "no longer finds them" in read(ready, PAGE)


def test_a_newer_export_takes_the_place_of_the_older_only_when_it_is_ready(app, ready, read):
    older = files_of(app)
    assert begin(ready, many(MANY + 1)).location == "/profiles/export/2"
    assert "Your files are ready" in read(ready, PAGE)
    assert files_of(app) == older
    work(app, 2)
    with app.app_context():
        sweep()
    assert files_of(app) == [f"{stored(app, 2).file}.zip"]
    assert "Newer files" in read(ready, PAGE)


def test_a_double_click_begins_once(app, firm):
    upload(firm, many())
    places = [firm.post("/profiles/download", data=ALL).location for _ in range(3)]
    assert places == [PAGE] * 3
    assert stored(app, 2) is None


def test_a_click_after_the_end_leads_to_the_files(app, ready):
    answer = ready.post("/profiles/download", data=ALL, headers=ENGLISH, follow_redirects=True)
    assert "The list is no longer here" in answer.text
    assert PAGE in answer.text


def test_a_second_tab_with_another_list_waits_and_loses_nothing(app, firm):
    begin(firm)
    other = many(MANY + 5)
    answer = begin(firm, other)
    assert answer.location == PAGE
    assert "your new list is kept" in firm.get(PAGE, headers=ENGLISH).text
    assert kept(app) == [canonical(other.encode())]
    assert stored(app).total == MANY


def test_a_list_that_changes_meanwhile_changes_nothing_in_the_files(app, firm):
    begin(firm)
    upload(firm, many(3, "firma.example").replace("p1@", "new@"))
    work(app)
    files = unpacked(firm.get(f"{PAGE}/files.zip"))
    assert not any("new_firma" in name for name in files)
    assert len({name.split("/")[1] for name in files if name.startswith("people/")}) == MANY
    assert len(kept(app)) == 1, "the new list waits for its own click"


@pytest.mark.parametrize("path", ["", "/status", "/files.zip"])
def test_another_case_sees_nothing(app, ready, open_case, all_situations, path):
    stranger = open_case(all_situations["firm"])
    assert stranger.get(f"{PAGE}{path}").status_code == 404
    answer = ready.get(f"{PAGE}{path}")
    answer.close()
    assert answer.status_code == 200


@pytest.mark.parametrize("action", ["cancel", "again", "delete"])
def test_another_case_changes_nothing(app, firm, open_case, all_situations, action):
    begin(firm)
    stranger = open_case(all_situations["firm"])
    assert stranger.post(f"{PAGE}/{action}").status_code == 404
    assert stored(app).state == RunState.QUEUED


@pytest.mark.parametrize("path", ["/profiles/export/2", "/profiles/export/-1", f"/profiles/export/{10**30}"])
def test_what_never_was_is_not_found(ready, path):
    assert ready.get(path).status_code == 404


def test_without_a_case_there_is_nothing_to_see(app, ready):
    assert app.test_client().get(f"{PAGE}/files.zip").status_code == 410


def test_stopping_gives_the_list_back(app, firm, read):
    begin(firm)
    assert firm.post(f"{PAGE}/cancel").location == PAGE
    assert kept(app) == [canonical(many().encode())]
    assert "Your staff list was put back" in read(firm, PAGE)
    assert firm.get(f"{PAGE}/status").json == {"location": PAGE}
    assert f"{MANY} people" in read(firm, "/profiles/preview")
    work(app)
    assert files_of(app) == []
    assert begin(firm).location == "/profiles/export/2"


def test_the_way_back_keeps_the_chosen_way(firm):
    upload(firm, many(), way="imap_archive")
    firm.post("/profiles/download", data={**ALL, "way": "imap_archive"})
    firm.post(f"{PAGE}/cancel")
    assert 'href="/profiles/preview?way=imap_archive"' in firm.get(PAGE).text


def test_stopping_does_not_overwrite_a_newer_list(app, firm):
    begin(firm)
    upload(firm, GOOD)
    firm.post(f"{PAGE}/cancel")
    assert kept(app) == [canonical(GOOD.encode())]


def test_stopping_too_late_changes_nothing(app, ready, read):
    ready.post(f"{PAGE}/cancel")
    assert "Your files are ready" in read(ready, PAGE)
    assert kept(app) == []


def test_bad_rows_are_left_out_after_the_click_only(app, firm):
    upload(firm, many() + "kein-at;Carla;apple\r\n")
    assert firm.post("/profiles/download", data=ALL).location == "/profiles/preview?way=imap"
    assert stored(app) is None
    assert firm.post("/profiles/download", data={**ALL, "skip_bad_rows": "yes"}).location == PAGE
    work(app)
    assert not any("carla" in name.lower() for name in unpacked(firm.get(f"{PAGE}/files.zip")))
    assert (stored(app).total, stored(app).done) == (MANY, MANY)
