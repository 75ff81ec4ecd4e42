"""Exports in the background as tests begin them, look at them, and play the process that writes the ZIP."""

import sys
from datetime import UTC, datetime, timedelta

from advisor.store import export_runs
from advisor.store.database import db
from advisor.store.models import ExportRun
from advisor.web import export_job
from advisor.web.transaction import unit
from tests.functional.result.staff_lists import ALL, upload

PAGE = "/profiles/export/1"
MANY = 30
ENGLISH = {"Accept-Language": "en"}


def many(people=MANY, domain="firma.example"):
    """A staff list whose usual files take longer than a person waits for."""
    return "address;name;programs\r\n" + "".join(f"p{n}@{domain};Person {n};apple\r\n" for n in range(people))


def begin(client, content=None, **fields):
    """Upload a long list and click on the download."""
    upload(client, content or many())
    return client.post("/profiles/download", data={**ALL, **fields}, headers=ENGLISH)


def stored(app, number=1):
    with app.app_context():
        return db.session.get(ExportRun, number)


def change(app, number=1, **values):
    with app.app_context(), unit():
        export_runs.update(ExportRun.id == number, values=values)


def work(app, number=1):
    """What a worker does with the run."""
    with app.app_context():
        export_job.run_export(number)


def from_now(**span):
    return datetime.now(UTC) + timedelta(**span)


def playing(monkeypatch, script):
    """Let ``script`` stand for the process that writes: it has the path in ``path`` and says lines with ``say``."""
    begin_with = (
        "import json, os, sys, time\n"
        "path = json.load(sys.stdin)['path']\n"
        "say = lambda **said: print(json.dumps(said), flush=True)\n"
    )
    monkeypatch.setattr(export_job, "COMMAND", (sys.executable, "-c", begin_with + script))


def files_of(app):
    folder = app.extensions["mailweiche"].instance / "exports"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
