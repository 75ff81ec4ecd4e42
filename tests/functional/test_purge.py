"""What is past its retention time is deleted, with everything that belongs to it."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from flask import Flask

from advisor.store import cases, probe_runs
from advisor.store.database import db
from advisor.store.models import Case, ProbeRun
from advisor.web.worker import purge


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
