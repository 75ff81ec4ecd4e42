"""Exports in the background, on SQLite and on PostgreSQL: one per case, one worker each, nothing kept too long."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from advisor.store import cases, export_runs, kept_exports
from advisor.store.database import db
from advisor.store.export_runs import MAX_ATTEMPTS, Order, Ticket
from advisor.store.models import ExportError, ExportRun, Gone, RunState
from advisor.web.transaction import unit

LEASE = timedelta(seconds=10)
KEEP = timedelta(hours=24)
HOUR = timedelta(hours=1)
ORDER = Order('{"organisation": "Müller"}', b"address;name\n\xff\x00", "{}", "mailweiche-firma.example.zip", "imap", 3)
FILES = ("a" * 32, "b" * 32, "c" * 32)
CALLERS = 8


def new_case(app) -> int:
    with app.app_context(), unit():
        return cases.create(language="de", answers="{}", days=1)[0].id


@pytest.fixture
def case_id(app) -> int:
    return new_case(app)


def new_run(app, case_id: int) -> int | None:
    with app.app_context(), unit():
        return export_runs.create(case_id, ORDER)


def claimed(app, run_id: int, file: str = FILES[0], lease: timedelta = LEASE) -> Ticket | None:
    with app.app_context(), unit():
        return export_runs.claim(run_id, file, lease=lease)


def completed(app, case_id: int, file: str = FILES[0], keep: timedelta = KEEP) -> int:
    run_id = new_run(app, case_id)
    ticket = claimed(app, run_id, file)
    with app.app_context(), unit():
        assert export_runs.complete(ticket, size=2**33, sha256="d" * 64, keep=keep)
    return run_id


def stored(app, run_id: int) -> ExportRun:
    with app.app_context():
        return db.session.get(ExportRun, run_id)


def at_once(app, work) -> list:
    """What ``work(number)`` gives when several threads, each with its own connection, begin at the same moment."""
    barrier = Barrier(CALLERS)

    def one(number: int):
        barrier.wait(60)
        with app.app_context(), unit():
            return work(number)

    with ThreadPoolExecutor(CALLERS) as pool:
        return list(pool.map(one, range(CALLERS)))


def test_what_was_chosen_comes_back_as_it_was(app, case_id) -> None:
    run = stored(app, new_run(app, case_id))
    assert (run.settings, run.staff, run.choices, run.name, run.total) == (
        ORDER.settings,
        ORDER.staff,
        ORDER.choices,
        ORDER.name,
        3,
    )
    assert (run.state, run.attempts, run.done) == (RunState.QUEUED, 0, 0)


def test_of_many_clicks_at_once_one_begins(app, case_id) -> None:
    begun = at_once(app, lambda _: export_runs.create(case_id, ORDER))
    assert sum(number is not None for number in begun) == 1


def test_another_case_has_an_export_of_its_own(app, case_id) -> None:
    other = new_case(app)
    first, second = new_run(app, case_id), new_run(app, other)
    with app.app_context():
        assert export_runs.active(case_id).id == first
        assert export_runs.of_case(case_id, second) is None
        assert export_runs.of_case(other, second).id == second


def test_of_many_workers_one_gets_the_run(app, case_id) -> None:
    run_id = new_run(app, case_id)
    tickets = at_once(app, lambda number: export_runs.claim(run_id, f"{number:032}", lease=LEASE))
    assert sum(ticket is not None for ticket in tickets) == 1


def test_finished_run_forgets_its_snapshot_and_keeps_its_file(app, case_id) -> None:
    run = stored(app, completed(app, case_id))
    assert (run.state, run.done, run.size, run.file) == (RunState.DONE, 3, 2**33, FILES[0])
    assert (run.settings, run.staff, run.choices) == (None, None, None)
    assert run.expires_at - run.finished_at == KEEP


def test_a_worker_that_comes_back_changes_nothing(app, case_id) -> None:
    run_id = new_run(app, case_id)
    late = claimed(app, run_id, FILES[0], -LEASE)
    with app.app_context(), unit():
        assert export_runs.end_expired(keep=KEEP) == (1, 0)
    now = claimed(app, run_id, FILES[1])
    with app.app_context(), unit():
        assert not export_runs.record(late, 2, lease=LEASE)
        assert not export_runs.complete(late, size=1, sha256="e" * 64, keep=KEEP)
        assert not export_runs.fail(late, ExportError.NO_SPACE, keep=KEEP)
        assert export_runs.record(now, 1, lease=LEASE)
    assert (stored(app, run_id).done, stored(app, run_id).attempts) == (1, 2)


def test_an_expired_lease_is_taken_back_once(app, case_id) -> None:
    claimed(app, new_run(app, case_id), lease=-LEASE)
    taken_back = at_once(app, lambda _: export_runs.end_expired(keep=KEEP))
    assert sum(queued for queued, _ in taken_back) == 1


def test_after_the_last_attempt_it_fails_and_can_be_tried_again(app, case_id) -> None:
    run_id = new_run(app, case_id)
    for attempt in range(MAX_ATTEMPTS):
        claimed(app, run_id, FILES[attempt], -LEASE)
        with app.app_context(), unit():
            export_runs.end_expired(keep=KEEP)
    failed = stored(app, run_id)
    assert (failed.state, failed.error, failed.file) == (RunState.FAILED, ExportError.GAVE_UP, None)
    assert failed.staff == ORDER.staff
    with app.app_context(), unit():
        assert export_runs.again(run_id)
        assert not export_runs.again(run_id)
    assert (stored(app, run_id).state, stored(app, run_id).attempts) == (RunState.QUEUED, 0)


def test_no_second_run_is_made_active_by_trying_again(app, case_id) -> None:
    run_id = new_run(app, case_id)
    ticket = claimed(app, run_id)
    with app.app_context(), unit():
        export_runs.fail(ticket, ExportError.NO_SPACE, keep=KEEP)
    new_run(app, case_id)
    with app.app_context(), unit():
        assert not export_runs.again(run_id)


def test_a_stopped_worker_puts_it_back_untouched(app, case_id) -> None:
    run_id = new_run(app, case_id)
    ticket = claimed(app, run_id)
    with app.app_context(), unit():
        assert export_runs.release(ticket)
    run = stored(app, run_id)
    assert (run.state, run.attempts, run.file) == (RunState.QUEUED, 0, None)
    with app.app_context():
        assert export_runs.waiting() == [run_id]


def test_cancelling_gives_the_list_back_once(app, case_id) -> None:
    run_id = new_run(app, case_id)
    ticket = claimed(app, run_id)
    given_back = at_once(app, lambda _: export_runs.cancel(run_id))
    assert [each for each in given_back if each is not None] == [ORDER.staff]
    run = stored(app, run_id)
    assert (run.state, run.staff, run.settings, run.file) == (RunState.CANCELLED, None, None, None)
    with app.app_context(), unit():
        assert not export_runs.record(ticket, 1, lease=LEASE)


def test_a_finished_run_takes_the_place_of_the_one_before_in_its_own_case_only(app, case_id) -> None:
    other = completed(app, new_case(app), FILES[2])
    first = completed(app, case_id, FILES[0])
    second = completed(app, case_id, FILES[1])
    assert (stored(app, first).gone, stored(app, first).file) == (Gone.REPLACED, None)
    assert stored(app, second).gone is None
    with app.app_context():
        assert kept_exports.ready_files() == {FILES[1]: second, FILES[2]: other}
        assert kept_exports.files_in_use(case_id) == {FILES[1]}
        assert kept_exports.files_in_use() == {FILES[1], FILES[2]}


def test_the_first_download_shortens_the_time_and_a_second_does_not_change_it(app, case_id) -> None:
    run_id = completed(app, case_id)
    with app.app_context(), unit():
        kept_exports.downloaded(run_id, keep=HOUR)
    first = stored(app, run_id)
    assert first.expires_at - first.downloaded_at == HOUR
    with app.app_context(), unit():
        kept_exports.downloaded(run_id, keep=2 * HOUR)
    assert stored(app, run_id).expires_at == first.expires_at


def test_a_download_never_lengthens_the_time(app, case_id) -> None:
    run_id = completed(app, case_id, keep=HOUR)
    before = stored(app, run_id).expires_at
    with app.app_context(), unit():
        kept_exports.downloaded(run_id, keep=2 * HOUR)
    assert stored(app, run_id).expires_at == before


@pytest.mark.parametrize(("fetched", "why"), [(False, Gone.EXPIRED), (True, Gone.DOWNLOADED)])
def test_what_is_past_its_time_goes_and_says_why(app, case_id, fetched, why) -> None:
    past = completed(app, case_id, keep=-LEASE)
    young = completed(app, new_case(app), FILES[1])
    with app.app_context(), unit():
        if fetched:
            kept_exports.downloaded(past, keep=HOUR)
    with app.app_context(), unit():
        assert kept_exports.remove_expired() == 1
        assert kept_exports.remove_expired() == 0
    assert (stored(app, past).gone, stored(app, past).file) == (why, None)
    assert stored(app, young).gone is None


def test_the_snapshot_of_a_failed_run_goes_too(app, case_id) -> None:
    run_id = new_run(app, case_id)
    ticket = claimed(app, run_id)
    with app.app_context(), unit():
        export_runs.fail(ticket, ExportError.NO_SPACE, keep=-LEASE)
    with app.app_context(), unit():
        kept_exports.remove_expired()
    run = stored(app, run_id)
    assert (run.staff, run.settings, run.gone) == (None, None, Gone.EXPIRED)


def test_an_active_run_is_never_removed(app, case_id) -> None:
    run_id = new_run(app, case_id)
    claimed(app, run_id)
    with app.app_context(), unit():
        kept_exports.remove(run_id, Gone.DELETED)
        db.session.get(ExportRun, run_id).expires_at = datetime.now(UTC) - HOUR
    with app.app_context(), unit():
        assert kept_exports.remove_expired() == 0
    assert (stored(app, run_id).file, stored(app, run_id).gone) == (FILES[0], None)


def test_everything_goes_with_the_case(app, case_id) -> None:
    run_id = completed(app, case_id)
    with app.app_context(), unit():
        cases.delete(cases.by_id(case_id))
    assert stored(app, run_id) is None
