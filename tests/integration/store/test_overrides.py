"""What was decided otherwise, on SQLite and on PostgreSQL: one per case, and gone with the case."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from advisor.store import cases, overrides
from advisor.store.database import db
from advisor.store.models import Case, StoredOverride
from advisor.store.overrides import Decision
from advisor.web.transaction import unit

AT = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
DECIDED = Decision("imap_archive", "Die Revision will «alles» im Haus. " * 25, "Anna Muster", AT, "ab" * 32)
AT_ONCE = 8


@pytest.fixture
def case_id(app) -> int:
    with app.app_context(), unit():
        return cases.create(language="de", answers="{}", days=1)[0].id


def decide(app, case_id: int, decision: Decision) -> None:
    with app.app_context(), unit():
        overrides.replace(case_id, decision)


def decided(app, case_id: int) -> Decision | None:
    with app.app_context():
        return overrides.of(case_id)


def rows(app) -> int:
    with app.app_context():
        return db.session.query(StoredOverride).count()


def test_a_decision_comes_back_as_it_was_with_its_zone(app, case_id) -> None:
    assert decided(app, case_id) is None
    decide(app, case_id, DECIDED)
    assert decided(app, case_id) == DECIDED
    assert decided(app, case_id).at.tzinfo is UTC


def test_a_new_decision_takes_the_place_of_the_old_one(app, case_id) -> None:
    decide(app, case_id, DECIDED)
    changed = replace(DECIDED, alternative="imap", by="Beat", at=AT + timedelta(days=1), made_for="cd" * 32)
    decide(app, case_id, changed)
    assert (decided(app, case_id), rows(app)) == (changed, 1)


def test_a_withdrawn_decision_is_gone_and_that_of_another_case_stays(app, case_id) -> None:
    with app.app_context(), unit():
        other = cases.create(language="en", answers="{}", days=1)[0].id
    decide(app, case_id, DECIDED)
    decide(app, other, DECIDED)
    with app.app_context(), unit():
        overrides.remove(case_id)
    assert decided(app, case_id) is None
    assert decided(app, other) == DECIDED


def test_decisions_that_come_at_once_leave_one(app, case_id) -> None:
    barrier = Barrier(AT_ONCE)

    def work(number: int) -> None:
        barrier.wait(60)
        decide(app, case_id, replace(DECIDED, by=f"Person {number}"))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(work, range(AT_ONCE)))
    assert rows(app) == 1
    assert decided(app, case_id).by in {f"Person {number}" for number in range(AT_ONCE)}


def test_a_decision_goes_with_the_deleted_case(app, case_id) -> None:
    decide(app, case_id, DECIDED)
    with app.app_context(), unit():
        cases.delete(cases.by_id(case_id))
    assert rows(app) == 0


def test_a_decision_goes_with_the_expired_case_and_not_before(app, case_id) -> None:
    decide(app, case_id, DECIDED)
    with app.app_context(), unit():
        assert cases.purge_expired() == 0
    assert rows(app) == 1
    with app.app_context(), unit():
        db.session.get_one(Case, case_id).expires_at = datetime.now(UTC) - timedelta(seconds=1)
        db.session.flush()
        assert cases.purge_expired() == 1
    assert rows(app) == 0
