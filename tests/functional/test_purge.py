"""What is past its retention time is deleted, with everything that belongs to it."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from flask import Flask

from advisor.store import cases, employee_links, probe_runs, publications
from advisor.store.database import db
from advisor.store.models import Case, ProbeRun
from advisor.web.commands.purge import purge_command
from advisor.web.worker import purge

LONG_AGO = datetime.now(UTC) - employee_links.KEPT_AFTER_END - timedelta(minutes=1)


def test_worker_deletes_expired_cases_and_all_that_is_theirs(app: Flask) -> None:
    with app.app_context():
        old, _ = cases.create(language="de", answers="{}", days=1)
        young, _ = cases.create(language="de", answers="{}", days=1)
        probe_runs.create(old.id, "firma.example")
        old.expires_at = datetime.now(UTC) - timedelta(seconds=1)
        db.session.commit()
        purge()
        assert db.session.scalars(sa.select(Case.id)).all() == [young.id]
        assert db.session.scalars(sa.select(ProbeRun)).all() == []


def test_worker_and_command_delete_personal_pages_that_ran_out_long_ago(app: Flask) -> None:
    with app.app_context():
        case, _ = cases.create(language="de", answers="{}", days=1)
        for number, work in enumerate((purge, lambda: app.test_cli_runner().invoke(purge_command))):
            link = employee_links.NewLink(f"{number}" * 64, "nonce", "m" * 64, f"{number}" * 64, b"{}")
            employee_links.add(case.id, publications.publish(case.id, b"{}"), [link], LONG_AGO)
            db.session.commit()
            assert employee_links.count(case.id) == 1
            work()
            assert employee_links.count(case.id) == 0
        assert db.session.scalars(sa.select(Case.id)).all() == [case.id]
