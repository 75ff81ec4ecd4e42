"""Exports in the background that stand as a test wants them."""

from collections.abc import Mapping
from datetime import UTC, datetime

from advisor.store.database import db
from advisor.store.models import ExportRun, RunState
from advisor.web import export_files


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
