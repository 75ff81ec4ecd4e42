"""What becomes of pages and releases of an older installation, on SQLite and on PostgreSQL, up and down again."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from advisor.store import cases, employee_links, publications
from advisor.store.database import db
from advisor.store.employee_links import NewLink
from advisor.web.extensions import alembic
from advisor.web.transaction import unit

BEFORE = "0006"
AT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
OPENED = datetime(2026, 11, 2, 10, tzinfo=UTC)


@pytest.fixture
def case_ids(app) -> list[int]:
    with app.app_context(), unit():
        return [cases.create(language="de", answers="{}", days=90)[0].id for _ in range(2)]


def insert(table, **values):
    columns = ", ".join(values)
    named = ", ".join(f":{name}" for name in values)
    db.session.execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({named})"), values)


def old_page(case_id, number, opened_at):
    mark = f"{number:064x}"
    texts = {"token_hash": mark, "nonce": "n", "mailbox": mark, "reader": mark, "person": f"person {number}"}
    insert("employee_links", case_id=case_id, created_at=AT, expires_at=AT, opened_at=opened_at, **texts)


def test_pages_of_before_show_what_was_released_then_and_count_where_they_were_opened(app, case_ids):
    with app.app_context():
        alembic.downgrade(BEFORE)
        for case_id in case_ids:
            insert("publications", case_id=case_id, published_at=AT, settings=f"of {case_id}")
        old_page(case_ids[0], 1, OPENED)
        old_page(case_ids[0], 2, None)
        old_page(case_ids[1], 3, None)
        db.session.commit()
        alembic.upgrade()
    with app.app_context():
        first, second = employee_links.of_case(case_ids[0])
        (third,) = employee_links.of_case(case_ids[1])
        shown = [publications.by_id(link.publication_id).settings.decode() for link in (first, second, third)]
        assert shown == [f"of {case_ids[0]}"] * 2 + [f"of {case_ids[1]}"]
        assert [link.reads_since for link in (first, second, third)] == [OPENED, None, None]
        assert [link.person for link in (first, second, third)] == [b"person 1", b"person 2", b"person 3"]
        assert publications.of(case_ids[0]).at == AT


def test_pages_without_a_release_stay_without(app, case_ids):
    with app.app_context():
        alembic.downgrade(BEFORE)
        old_page(case_ids[0], 1, OPENED)
        db.session.commit()
        alembic.upgrade()
    with app.app_context():
        assert employee_links.of_case(case_ids[0])[0].publication_id is None


def test_the_way_back_keeps_the_pages_and_the_newest_release(app, case_ids):
    case_id = case_ids[0]
    with app.app_context(), unit():
        page = NewLink("a" * 64, "n", "b" * 64, "c" * 64, b"{}")
        employee_links.add(case_id, publications.publish(case_id, b"old"), [page], datetime.now(UTC))
        publications.publish(case_id, b"new")
        publications.publish(case_ids[1], b"other")
    with app.app_context():
        assert len(publications.all_of(case_id)) == 2
    with app.app_context():
        alembic.downgrade(BEFORE)
        kept = db.session.execute(sa.text("SELECT case_id, settings FROM publications ORDER BY id")).all()
        assert [tuple(row) for row in kept] == [(case_id, "new"), (case_ids[1], "other")]
        assert db.session.execute(sa.text("SELECT person FROM employee_links")).scalars().all() == ["{}"]
        with pytest.raises(sa.exc.IntegrityError):
            insert("publications", case_id=case_id, published_at=AT, settings="twice")
        db.session.rollback()
    with app.app_context():
        alembic.upgrade()
        assert alembic.compare_metadata() == []
