"""Exports in the background that stand as a test wants them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from advisor.store.database import db
from advisor.store.models import ExportRun, RunState
from advisor.web import export_files

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
WORKING = {
    "state": RunState.RUNNING,
    "done": 1240,
    "lease_until": NOW + 2 * HOUR,
    "started_at": NOW - timedelta(minutes=2),
}
READY = {
    "state": RunState.DONE,
    "done": 5000,
    "expires_at": NOW + 24 * HOUR,
    "size": 245_300_000,
    "sha256": "9f86d0" * 10,
}
FAILED = {"state": RunState.FAILED, "error": "no_space", "expires_at": NOW + 24 * HOUR, "staff": b"address;name"}
EXPORT = "/profiles/export/{export}"


def ready(letter: str, **values: object) -> dict[str, object]:
    """A finished export with a file of its own."""
    return READY | {"file": letter * 32} | values


def make_export(case_id: int, values: Mapping[str, object]) -> int:
    """The number of a new export; where ``values`` name a file, the file is there."""
    now = datetime.now(UTC)
    rest = {"attempts": 1, "created_at": now, "total": 5000, "done": 0, "name": "mailweiche.zip", "way": "imap"}
    run = ExportRun(**{"case_id": case_id, **rest, **values})
    if run.file is not None and run.state == RunState.DONE:
        export_files.make_folder()
        export_files.whole(run.file).write_bytes(b"PK")
    db.session.add(run)
    db.session.commit()
    return run.id
