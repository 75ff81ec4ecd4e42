"""Staff lists that an earlier version kept as they were uploaded are dropped, on SQLite and on PostgreSQL."""

import sqlalchemy as sa

from advisor.store import cases, export_runs, staff_uploads
from advisor.store.database import db
from advisor.store.export_runs import Order
from advisor.store.models import ExportRun, RunState
from advisor.web.extensions import alembic
from advisor.web.transaction import unit

BEFORE = "0008"
RAW = b"address;name;Lohn\r\nanna@firma.example;Anna;7000\r\n"
KEPT = (RunState.QUEUED, RunState.RUNNING)


def old_run(state):
    """A run of a case of its own, as an earlier version left it."""
    case, _ = cases.create(language="de", answers="{}", days=1)
    run_id = export_runs.create(case.id, Order("{}", RAW, "{}", "x.zip", "imap", 1))
    db.session.execute(sa.update(ExportRun).where(ExportRun.id == run_id).values(state=state))
    return run_id


def test_lists_of_an_earlier_version_go_except_under_an_export_that_is_on_its_way(app):
    with app.app_context():
        alembic.downgrade(BEFORE)
        with unit():
            case_id = cases.create(language="de", answers="{}", days=1)[0].id
            staff_uploads.replace(case_id, RAW)
            runs = {state: old_run(state) for state in RunState}
        alembic.upgrade()
    with app.app_context():
        assert staff_uploads.content(case_id) is None
        for state, number in runs.items():
            run = export_runs.by_id(number)
            assert run.state == state
            assert (run.staff, run.settings, run.choices) == ((RAW, "{}", "{}") if state in KEPT else (None,) * 3)


def test_a_list_of_this_version_stays_where_nothing_is_upgraded(app):
    with app.app_context():
        with unit():
            case_id = cases.create(language="de", answers="{}", days=1)[0].id
            staff_uploads.replace(case_id, RAW)
        alembic.upgrade()
    with app.app_context():
        assert staff_uploads.content(case_id) == RAW
