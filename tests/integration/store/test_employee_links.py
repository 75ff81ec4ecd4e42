"""The employees' pages, on SQLite and on PostgreSQL: one per row, reports in any order, and gone in time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from advisor.store import cases, employee_links, publications
from advisor.store.database import db
from advisor.store.employee_links import KEPT_AFTER_END, NewLink
from advisor.store.models import Case, EmployeeLink
from advisor.web.transaction import unit

AT_ONCE = 8
SOON = datetime.now(UTC) + timedelta(hours=12)


def new(number: int, **changes: object) -> NewLink:
    numbered = f"{number:064x}"
    return replace(NewLink(numbered, f"nonce{number}", numbered, numbered, b'{"name": "J\xc3\xbcrg"}'), **changes)


@pytest.fixture
def case_id(app) -> int:
    with app.app_context(), unit():
        return cases.create(language="de", answers="{}", days=1)[0].id


def add(app, case_id, *links, until=SOON):
    """Pages under settings that are released with them; the number of the release."""
    with app.app_context(), unit():
        number = publications.publish(case_id, b"{}")
        employee_links.add(case_id, number, links, until)
    return number


def stored(app, case_id):
    with app.app_context():
        return employee_links.of_case(case_id)


def do(app, function, *arguments, **named):
    with app.app_context(), unit():
        return function(*arguments, **named)


def at_once(app, work, count=AT_ONCE):
    barrier = Barrier(count)

    def one(number):
        barrier.wait(60)
        with app.app_context(), unit():
            return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_a_page_comes_back_as_it_was_made(app, case_id):
    add(app, case_id, new(1))
    (link,) = stored(app, case_id)
    assert (link.person, link.nonce, link.case_id) == (b'{"name": "J\xc3\xbcrg"}', "nonce1", case_id)
    assert (link.expires_at, link.expires_at.tzinfo) == (SOON, UTC)
    assert (link.ended_at, link.program, link.opened_at, link.done_at, link.trouble_at) == (None,) * 5
    assert (link.next_person, link.reads_since, link.earlier, link.backup_at) == (None,) * 4
    assert do(app, employee_links.by_token_hash, f"{1:064x}") == link
    assert do(app, employee_links.by_token_hash, f"{2:064x}") is None


def test_thousands_of_rows_are_added_and_none_twice(app, case_id):
    first = add(app, case_id, *(new(number) for number in range(1_234)))
    later = SOON + timedelta(hours=1)
    again = (new(number, token_hash=f"{number + 5_000:064x}", nonce="other", person=b"{}") for number in range(1_234))
    add(app, case_id, *again, until=later)
    found = stored(app, case_id)
    assert len(found) == do(app, employee_links.count, case_id) == 1_234
    assert {link.nonce for link in found} == {f"nonce{number}" for number in range(1_234)}
    assert {(link.person, link.next_person, link.expires_at) for link in found} == {(new(1).person, b"{}", later)}
    assert {link.publication_id for link in found} == {first}, "a page keeps the settings it was made with"


def test_the_same_row_at_the_same_moment_is_one_page(app, case_id):
    release = add(app, case_id)
    at_once(app, lambda number: employee_links.add(case_id, release, [new(7, token_hash=f"{number:064x}")], SOON))
    assert len(stored(app, case_id)) == 1


def test_two_cases_may_have_the_same_row(app, case_id):
    with app.app_context(), unit():
        other = cases.create(language="de", answers="{}", days=1)[0].id
    add(app, case_id, new(1))
    add(app, other, new(1, token_hash="b" * 64))
    assert (len(stored(app, case_id)), len(stored(app, other))) == (1, 1)
    (link,) = stored(app, case_id)
    assert do(app, employee_links.of_case_by_id, other, link.id) is None
    for act in (employee_links.end, employee_links.remove_all):
        do(app, act, *((other, link.id) if act is employee_links.end else (other,)))
    assert stored(app, case_id) == (link,)


def test_reports_keep_their_first_time_and_replace_each_other(app, case_id):
    add(app, case_id, new(1))
    number = stored(app, case_id)[0].id
    do(app, employee_links.report, number, works=False)
    first = stored(app, case_id)[0]
    do(app, employee_links.report, number, works=False)
    assert stored(app, case_id)[0] == first
    assert first.opened_at is not None
    do(app, employee_links.report, number, works=True)
    second = stored(app, case_id)[0]
    assert (second.trouble_at, second.opened_at) == (None, first.opened_at)
    assert second.done_at >= first.trouble_at


def test_opposite_reports_at_the_same_moment_leave_one(app, case_id):
    add(app, case_id, new(1))
    number = stored(app, case_id)[0].id
    at_once(app, lambda turn: employee_links.report(number, works=turn % 2 == 0))
    (link,) = stored(app, case_id)
    assert (link.done_at is None) != (link.trouble_at is None)


def test_a_choice_can_be_changed_until_it_works(app, case_id):
    add(app, case_id, new(1))
    number = stored(app, case_id)[0].id
    programs = ("outlook", "thunderbird")
    at_once(app, lambda turn: employee_links.choose_program(number, programs[turn % 2]))
    assert stored(app, case_id)[0].program in programs
    do(app, employee_links.choose_program, number, None)
    assert stored(app, case_id)[0].program is None
    do(app, employee_links.choose_program, number, "outlook")
    do(app, employee_links.report, number, works=True)
    for other in ("thunderbird", None):
        do(app, employee_links.choose_program, number, other)
        assert stored(app, case_id)[0].program == "outlook"


def test_the_word_about_the_backup_keeps_its_first_time(app, case_id):
    add(app, case_id, new(1))
    number = stored(app, case_id)[0].id
    do(app, employee_links.confirm_backup, number)
    first = stored(app, case_id)[0].backup_at
    do(app, employee_links.confirm_backup, number)
    assert stored(app, case_id)[0].backup_at == first is not None


def test_a_page_made_anew_shows_what_was_released_last_and_nobody_is_done(app, case_id):
    add(app, case_id, new(1), new(2))
    one, other = stored(app, case_id)
    do(app, employee_links.choose_program, one.id, "outlook")
    do(app, employee_links.report, one.id, works=True)
    do(app, employee_links.confirm_backup, one.id)
    with app.app_context(), unit():
        last = publications.publish(case_id, b"new")
        employee_links.remake(last, {one.id: b"now"}, {one.id: "before"})
    made, untouched = stored(app, case_id)
    assert untouched == other
    assert (made.publication_id, made.person, made.earlier, made.token_hash) == (last, b"now", "before", one.token_hash)
    assert (made.next_person, made.program, made.done_at, made.backup_at) == (None,) * 4
    assert made.reads_since is not None
    do(app, employee_links.report, one.id, works=False)
    assert stored(app, case_id)[0].earlier == "before"
    do(app, employee_links.report, one.id, works=True)
    assert stored(app, case_id)[0].earlier is None


def test_releases_stay_as_long_as_a_page_shows_them(app, case_id):
    first = add(app, case_id, new(1))
    with app.app_context(), unit():
        between = publications.publish(case_id, b"between")
        last = publications.publish(case_id, b"last")
        assert [one.id for one in publications.all_of(case_id)] == [first, last]
        assert publications.by_id(between) is None
        employee_links.adopt(last, {link.id: b"{}" for link in employee_links.of_case(case_id)})
        newest = publications.publish(case_id, b"newest")
        assert [one.id for one in publications.all_of(case_id)] == [last, newest]
        publications.withdraw(case_id)
    assert stored(app, case_id)[0].publication_id is None


def test_an_ended_link_opens_nothing_until_it_is_renewed(app, case_id):
    add(app, case_id, new(1))
    number = stored(app, case_id)[0].id
    do(app, employee_links.choose_program, number, "outlook")
    do(app, employee_links.report, number, works=True)
    reads_since = stored(app, case_id)[0].reads_since
    do(app, employee_links.end, case_id, number)
    assert stored(app, case_id)[0].counts
    ended_at = stored(app, case_id)[0].ended_at
    do(app, employee_links.end, case_id, number)
    assert stored(app, case_id)[0].ended_at == ended_at
    assert do(app, employee_links.by_token_hash, f"{1:064x}") is None
    do(app, employee_links.renew, case_id, number, nonce="fresh", token_hash="c" * 64, expires_at=SOON)
    assert do(app, employee_links.by_token_hash, f"{1:064x}") is None
    link = do(app, employee_links.by_token_hash, "c" * 64)
    assert (link.id, link.nonce, link.program, link.reads_since) == (number, "fresh", "outlook", reads_since)
    assert (link.ended_at, link.opened_at, link.done_at, link.trouble_at) == (None,) * 4


@pytest.mark.parametrize("what", ["link", "case"])
def test_nothing_opens_after_the_time(app, case_id, what):
    add(app, case_id, new(1))
    past = datetime.now(UTC) - timedelta(seconds=1)
    with app.app_context(), unit():
        table = EmployeeLink if what == "link" else Case
        db.session.query(table).update({"expires_at": past})
    assert do(app, employee_links.by_token_hash, f"{1:064x}") is None


def test_who_has_seen_a_page_counts_until_somebody_says_otherwise(app, case_id):
    add(app, case_id, new(1), new(2))
    seen, unseen = (link.id for link in stored(app, case_id))
    do(app, employee_links.note_opened, seen)
    for number in (seen, unseen):
        do(app, employee_links.end, case_id, number)
    assert [link.counts for link in stored(app, case_id)] == [True, False]
    do(app, employee_links.leave, case_id, seen)
    assert [link.counts for link in stored(app, case_id)] == [False, False]
    do(app, employee_links.renew, case_id, seen, nonce="n", token_hash="d" * 64, expires_at=SOON)
    assert [link.counts for link in stored(app, case_id)] == [True, False]


def test_nobody_leaves_by_the_word_of_another_case(app, case_id):
    add(app, case_id, new(1))
    (link,) = stored(app, case_id)
    do(app, employee_links.leave, case_id + 1, link.id)
    assert stored(app, case_id) == (link,)


@pytest.mark.parametrize("ends", ["removed", "case deleted", "case purged"])
def test_pages_go_with_their_case_and_those_of_others_stay(app, case_id, ends):
    with app.app_context(), unit():
        other = cases.create(language="de", answers="{}", days=1)[0].id
    add(app, case_id, new(1), new(2))
    add(app, other, new(3))
    with app.app_context(), unit():
        if ends == "removed":
            employee_links.remove_all(case_id)
        elif ends == "case deleted":
            cases.delete(cases.by_id(case_id))
        else:
            db.session.get_one(Case, case_id).expires_at = datetime.now(UTC) - timedelta(seconds=1)
            db.session.flush()
            cases.purge_expired()
    assert stored(app, case_id) == ()
    assert len(stored(app, other)) == 1


def test_what_ran_out_stays_for_a_while_and_is_then_purged(app, case_id):
    now = datetime.now(UTC)
    add(app, case_id, new(1), until=now - KEPT_AFTER_END - timedelta(minutes=1))
    add(app, case_id, new(2), until=now - KEPT_AFTER_END + timedelta(minutes=1))
    add(app, case_id, new(3))
    assert do(app, employee_links.purge_expired) == 1
    assert [link.nonce for link in stored(app, case_id)] == ["nonce2", "nonce3"]
    assert do(app, employee_links.purge_expired) == 0
