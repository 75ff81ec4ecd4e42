"""Served domains on SQLite and on PostgreSQL: one proved case per domain, whoever proves last, and never for ever."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from advisor.store import cases, publications, served_domains
from advisor.store.database import db
from advisor.store.models import Case, ServedDomain
from advisor.web.transaction import unit

DOMAIN = "firma.example"
MINUTE = timedelta(minutes=1)
AT_ONCE = 6


@pytest.fixture
def new_case(app):
    """Makes a case that has released settings, and a domain to prove."""

    def new(domain: str = DOMAIN, settings: bytes = b"{}") -> int:
        with app.app_context(), unit():
            case_id = cases.create(language="de", answers="{}", days=1)[0].id
            publications.publish(case_id, settings)
            served_domains.offer(case_id, domain)
            return case_id

    return new


@pytest.fixture
def prove(app):
    def prove(case_id: int, by: str = "dns") -> bool:
        with app.app_context(), unit():
            return served_domains.prove(served_domains.of(case_id), by)

    return prove


@pytest.fixture
def state(app):
    def state(case_id: int):
        with app.app_context():
            return served_domains.of(case_id)

    return state


@pytest.fixture
def answer(app):
    def answer(domain: str = DOMAIN):
        with app.app_context():
            found = served_domains.to_answer(domain)
            return found and found.settings

    return answer


def age(app, case_id: int, **times: timedelta) -> None:
    with app.app_context(), unit():
        row = db.session.query(ServedDomain).filter_by(case_id=case_id).one()
        for name, ago in times.items():
            setattr(row, name, datetime.now(UTC) - ago)


def test_nobody_is_answered_before_the_proof(new_case, prove, state, answer) -> None:
    case_id = new_case(settings=b'{"a": 1}')
    assert (state(case_id).answers, answer()) == (False, None)
    assert prove(case_id, "file")
    assert (state(case_id).answers, state(case_id).proved_by, answer()) == (True, "file", b'{"a": 1}')
    assert answer("autoconfig.firma.example") is None


def test_the_token_is_long_and_stays_until_the_domain_changes(app, new_case, prove, state, answer) -> None:
    case_id = new_case()
    prove(case_id)
    before = state(case_id)
    assert len(before.token) == 43
    with app.app_context(), unit():
        served_domains.offer(case_id, DOMAIN)
    assert state(case_id) == before
    with app.app_context(), unit():
        served_domains.offer(case_id, "andere.example")
    moved = state(case_id)
    assert (moved.domain, moved.proved_at, moved.proved_by) == ("andere.example", None, None)
    assert moved.token != before.token
    assert answer() is None


def test_whoever_proves_last_has_the_domain(app, new_case, prove, state, answer) -> None:
    first, second, elsewhere = new_case(settings=b'{"a": 1}'), new_case(settings=b'{"b": 1}'), new_case("x.example")
    prove(first)
    prove(elsewhere)
    with app.app_context():
        assert served_domains.proved_by_another(served_domains.of(second))
    prove(second)
    assert answer() == b'{"b": 1}'
    assert (state(first).answers, state(first).proved_by) == (False, "dns")
    assert state(elsewhere).answers
    with app.app_context():
        assert served_domains.proved_by_another(served_domains.of(first))
        assert not served_domains.proved_by_another(served_domains.of(second))


def test_cases_that_prove_at_once_leave_one(app, new_case, state) -> None:
    made, barrier = [new_case() for _ in range(AT_ONCE)], Barrier(AT_ONCE)

    def work(case_id: int) -> bool:
        with app.app_context(), unit():
            seen = served_domains.of(case_id)
            db.session.rollback()
            barrier.wait(60)
            return served_domains.prove(seen, "dns")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(work, made))
    assert all(done)
    assert sum(state(case_id).answers for case_id in made) == 1


def test_a_proof_for_a_token_that_is_no_longer_the_cases_counts_nothing(app, new_case, state, answer) -> None:
    case_id = new_case()
    before = state(case_id)
    with app.app_context(), unit():
        served_domains.stop(case_id)
        served_domains.offer(case_id, DOMAIN)
        assert not served_domains.prove(before, "dns")
        assert not served_domains.renew(before, "dns")
    assert answer() is None


@pytest.mark.parametrize("ends", ["stopped", "case deleted", "case expired", "release withdrawn", "proof too old"])
def test_nobody_is_answered_after_the_end(app, new_case, prove, answer, ends) -> None:
    case_id = new_case()
    prove(case_id)
    assert answer() is not None
    if ends == "proof too old":
        age(app, case_id, proved_at=served_domains.PROOF_LASTS)
    with app.app_context(), unit():
        if ends == "stopped":
            served_domains.stop(case_id)
        elif ends == "case deleted":
            cases.delete(cases.by_id(case_id))
        elif ends == "case expired":
            db.session.get_one(Case, case_id).expires_at = datetime.now(UTC)
        elif ends == "release withdrawn":
            publications.withdraw(case_id)
    assert answer() is None


def test_a_check_may_be_made_again_only_after_a_while(app, new_case) -> None:
    case_id = new_case()
    with app.app_context(), unit():
        assert served_domains.start_check(case_id, cooldown=MINUTE)
        assert not served_domains.start_check(case_id, cooldown=MINUTE)
        assert not served_domains.start_check(case_id + 1, cooldown=MINUTE)
    age(app, case_id, checked_at=MINUTE)
    with app.app_context(), unit():
        assert served_domains.start_check(case_id, cooldown=MINUTE)


def test_of_many_clicks_at_once_one_starts_a_check(app, new_case) -> None:
    case_id, barrier = new_case(), Barrier(AT_ONCE)

    def work(_number: int) -> bool:
        barrier.wait(60)
        with app.app_context(), unit():
            return served_domains.start_check(case_id, cooldown=MINUTE)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sum(pool.map(work, range(AT_ONCE))) == 1


def test_a_proof_is_due_once_a_day_and_for_one_worker(app, new_case, prove) -> None:
    case_id, unproved = new_case(), new_case("x.example")
    prove(case_id)
    age(app, case_id, checked_at=timedelta(hours=23))
    age(app, unproved, checked_at=timedelta(days=9))
    with app.app_context(), unit():
        assert served_domains.claim_due() is None
    age(app, case_id, checked_at=timedelta(hours=24), proved_at=timedelta(hours=24))
    with app.app_context(), unit():
        due = served_domains.claim_due()
        assert (due.case_id, due.domain) == (case_id, DOMAIN)
        assert served_domains.claim_due() is None


def test_a_proof_that_is_seen_again_counts_anew_and_one_that_is_not_lapses(app, new_case, prove, state) -> None:
    seen, unseen = new_case(), new_case("x.example")
    for case_id in (seen, unseen):
        prove(case_id)
        age(app, case_id, proved_at=timedelta(days=3))
    with app.app_context(), unit():
        assert served_domains.renew(served_domains.of(seen), "file")
        assert served_domains.end_lapsed() == 1
        assert not served_domains.renew(served_domains.of(unseen), "dns")
    assert (state(seen).answers, state(seen).proved_by) == (True, "file")
    assert (state(unseen).answers, state(unseen).proved_at, state(unseen).proved_by) == (False, None, "dns")
