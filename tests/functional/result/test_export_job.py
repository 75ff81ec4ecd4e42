"""One export as a job: what happens when the process that writes crashes, hangs, is stopped, or may not write."""

import os
import subprocess
import threading
import time

import pytest
import sqlalchemy as sa

from advisor.settings.staff_canonical import canonical
from advisor.store import cases, export_runs
from advisor.store.database import db
from advisor.store.export_runs import MAX_ATTEMPTS
from advisor.store.models import Case, ExportError, RunState
from advisor.web import export_files, export_job
from advisor.web.probe_job import stopping
from advisor.web.transaction import unit
from advisor.web.worker import purge, sweep
from tests.functional.result.export_runs import PAGE, begin, change, files_of, from_now, many, playing, stored, work
from tests.functional.test_commands import SCRIPT

HALF = "open(path, 'wb').write(b'half'); say(done=7)\n"
FOREVER = HALF + "time.sleep(60)\n"
PATIENCE = 50


@pytest.fixture
def waiting(app, firm, monkeypatch):
    """An export that waits for a worker."""
    begin(firm)
    monkeypatch.setattr(export_job, "RENEWAL", 0.1)
    monkeypatch.setattr(export_job, "TICK", 0.05)
    return firm


def in_background(app):
    thread = threading.Thread(target=work, args=(app,))
    thread.start()
    return thread


def wait_until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.02)


def test_how_far_it_is_stands_in_the_row_while_it_works(app, waiting, monkeypatch):
    playing(monkeypatch, FOREVER)
    thread = in_background(app)
    wait_until(lambda: stored(app).done == 7)
    run = stored(app)
    assert (run.state, run.attempts) == (RunState.RUNNING, 1)
    assert files_of(app) == [f"{run.file}.part"], "nothing half has the name of something whole"
    waiting.post(f"{PAGE}/cancel")
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert stored(app).state == RunState.CANCELLED
    assert files_of(app) == []


def test_deleting_the_case_ends_the_work(app, waiting, monkeypatch):
    playing(monkeypatch, FOREVER)
    thread = in_background(app)
    wait_until(lambda: stored(app).done == 7)
    waiting.post("/delete")
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert files_of(app) == []


def test_a_worker_that_is_stopped_puts_it_back(app, waiting, monkeypatch):
    playing(monkeypatch, FOREVER)
    thread = in_background(app)
    wait_until(lambda: stored(app).done == 7)
    stopping.set()
    try:
        thread.join(PATIENCE)
    finally:
        stopping.clear()
    assert not thread.is_alive()
    run = stored(app)
    assert (run.state, run.attempts, run.file) == (RunState.QUEUED, 0, None)
    assert files_of(app) == []


@pytest.mark.parametrize(
    "script",
    ["os._exit(3)\n", HALF + "os.kill(os.getpid(), 9)\n", HALF + "raise RuntimeError\n"],
    ids=["at once", "killed", "error"],
)
def test_a_crash_is_tried_again_and_then_said(app, waiting, monkeypatch, script, capfd, read):
    playing(monkeypatch, script)
    for attempt in range(MAX_ATTEMPTS):
        assert (stored(app).state, stored(app).attempts) == (RunState.QUEUED, attempt)
        work(app)
        assert files_of(app) == []
        with app.app_context():
            sweep()
    run = stored(app)
    assert (run.state, run.error) == (RunState.FAILED, ExportError.GAVE_UP)
    assert run.staff == canonical(many().encode())
    assert "It broke off several times." in read(waiting, PAGE)


def test_a_process_that_says_nothing_any_more_is_ended(app, waiting, monkeypatch):
    playing(monkeypatch, FOREVER)
    monkeypatch.setattr(export_job, "LONGEST_SILENCE", 0.3)
    work(app)
    assert stored(app).lease_until <= from_now()
    assert files_of(app) == []
    with app.app_context():
        sweep()
    assert stored(app).state == RunState.QUEUED


@pytest.mark.parametrize("error", [ExportError.NO_SPACE, ExportError.NOT_WRITABLE, ExportError.REFUSED])
def test_what_cannot_get_better_by_itself_is_said_at_once(app, waiting, monkeypatch, error):
    playing(monkeypatch, HALF + f"say(error='{error}')\n")
    work(app)
    run = stored(app)
    assert (run.state, run.error, run.attempts) == (RunState.FAILED, error, 1)
    assert run.staff is not None
    assert files_of(app) == []


def test_a_folder_that_cannot_be_made_is_said(app, waiting, read):
    blocked = app.extensions["mailweiche"].instance / "exports"
    blocked.write_text("somebody put a file here")
    work(app)
    assert stored(app).error == ExportError.NOT_WRITABLE
    assert "not allowed to save" in read(waiting, PAGE)
    blocked.unlink()
    waiting.post(f"{PAGE}/again")
    work(app)
    assert stored(app).state == RunState.DONE


def test_settings_that_became_unsafe_are_refused_and_not_tried_for_ever(app, waiting):
    change(app, settings=stored(app).settings.replace("mail.firma.example", "mail firma"))
    work(app)
    assert (stored(app).state, stored(app).error) == (RunState.FAILED, ExportError.REFUSED)
    assert files_of(app) == []


@pytest.mark.parametrize("choices", [None, "{", "{}", '{"targets": ["nothing"]}'])
def test_choices_that_nobody_can_read_any_more_are_refused(app, waiting, choices):
    change(app, choices=choices)
    work(app)
    assert (stored(app).state, stored(app).error) == (RunState.FAILED, ExportError.REFUSED)


def test_one_export_at_a_time_and_the_next_one_is_not_lost(app, waiting, monkeypatch):
    assert export_job._turn.acquire(blocking=False)
    try:
        work(app)
        assert (stored(app).state, stored(app).attempts) == (RunState.QUEUED, 0)
    finally:
        export_job._turn.release()
    playing(monkeypatch, HALF + "say(size=4, sha256='e' * 64)\n")
    work(app)
    assert stored(app).state == RunState.DONE


def test_a_run_that_was_lost_on_the_way_is_handed_over_again(app, waiting):
    with app.app_context():
        huey = app.extensions["mailweiche.queue"].huey
        assert huey.pending_count() == 1
        huey.flush()
        sweep()
        assert huey.pending_count() == 1
        sweep()
        assert huey.pending_count() == 1, "a queue that holds something is left alone"
        huey.execute(huey.dequeue())
    assert stored(app).state == RunState.DONE


def test_a_worker_that_was_thought_dead_leaves_no_file(app, waiting, monkeypatch):
    wait = "while not os.path.exists(path + '.go'): time.sleep(0.02)\n"
    playing(monkeypatch, HALF + wait + f"os.unlink(path + '.go'); say(size=4, sha256='{'e' * 64}')\n")
    monkeypatch.setattr(export_job, "RENEWAL", 600)
    thread = in_background(app)
    wait_until(lambda: files_of(app))
    change(app, file="f" * 32, attempts=2)
    folder = app.extensions["mailweiche"].instance / "exports"
    (folder / f"{files_of(app)[0]}.go").touch()
    thread.join(PATIENCE)
    assert files_of(app) == []
    assert stored(app).state == RunState.RUNNING, "it belongs to the other one"


def test_files_without_a_row_and_rows_without_a_file_are_cleaned_up(app, waiting, read):
    work(app)
    folder = app.extensions["mailweiche"].instance / "exports"
    ours = stored(app).file
    for name in ("0" * 32 + ".zip", "1" * 32 + ".part", "notes.txt", "2" * 31 + ".zip"):
        (folder / name).write_bytes(b"x")
    with app.app_context():
        sweep()
    assert files_of(app) == sorted((f"{ours}.zip", "notes.txt", "2" * 31 + ".zip"))
    (folder / f"{ours}.zip").unlink()
    with app.app_context():
        sweep()
    assert "no longer finds them" in read(waiting, PAGE)


def test_a_file_that_is_being_written_is_not_cleaned_up(app, waiting):
    with app.app_context():
        with unit():
            export_runs.claim(1, "a" * 32, lease=export_job.LEASE)
        export_files.make_folder()
        export_files.partial("a" * 32).write_bytes(b"half")
        sweep()
    assert files_of(app) == ["a" * 32 + ".part"]


def test_the_file_goes_with_a_case_past_its_time(app, waiting):
    work(app)
    with app.app_context():
        with unit():
            cases.by_id(1).expires_at = from_now(hours=-1)
        purge()
        sweep()
    assert files_of(app) == []


def test_the_command_that_purges_takes_the_files_along(app, waiting):
    """As whoever runs the installation calls it: in a process of its own."""
    work(app)
    with app.app_context(), unit():
        ran_out = db.session.execute(sa.update(Case).values(expires_at=from_now(hours=-1)))
    assert ran_out.rowcount == 1
    assert len(files_of(app)) == 1
    environment = {**os.environ, "MAILWEICHE_INSTANCE": str(app.extensions["mailweiche"].instance)}
    done = subprocess.run([SCRIPT, "purge"], env=environment, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.returncode) == ("1 deleted\n", 0), done.stderr
    assert files_of(app) == []
