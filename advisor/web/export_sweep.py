"""What the sweeper does about exports: lost jobs, ZIPs past their time, files without a row and rows without a file."""

from collections.abc import Sequence
from datetime import timedelta

import structlog

from advisor.store import export_runs, kept_exports
from advisor.store.models import Gone
from advisor.web import export_files
from advisor.web.settings import settings
from advisor.web.transaction import unit

log = structlog.get_logger()


def sweep(*, lost: bool) -> Sequence[int]:
    """Take back, forget and clean up; where the queue may have ``lost`` something, the exports that wait."""
    keep = timedelta(hours=settings().export_hours)
    with unit():
        queued, failed = export_runs.end_expired(keep=keep)
        removed = kept_exports.remove_expired()
        waiting = export_runs.waiting() if lost else ()
    if queued or failed:
        log.warning("export_lease_expired", queued_again=queued, failed=failed)
    if removed:
        log.info("exports_removed", removed=removed)
    clean_up()
    return waiting


def clean_up() -> None:
    """Make rows and files agree. A worker notes the name of its file before it makes the file."""
    there = export_files.names()
    with unit():
        in_use = kept_exports.files_in_use()
    export_files.delete(there - in_use)
    with unit():
        ready = kept_exports.ready_files()
        for file, run_id in ready.items():
            if not export_files.whole(file).exists():
                log.warning("export_lost", run=run_id)
                kept_exports.remove(run_id, Gone.LOST)
