"""Exports in the background, as a person commands them: begin, stop, once more, delete."""

from dataclasses import dataclass
from datetime import timedelta

from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.targets import Target
from advisor.report.documents.settings import write_settings
from advisor.settings.problems import Reason
from advisor.settings.staff import StaffList
from advisor.settings.staff_mix import Elsewhere
from advisor.store import export_runs, kept_exports, staff_uploads
from advisor.store.export_runs import Order
from advisor.store.models import ExportRun, Gone, RunState
from advisor.web import export_files, i18n, jobs
from advisor.web import profile_pages as pages
from advisor.web.employees import slip_pages
from advisor.web.export_order import ExportOrder
from advisor.web.page_notes import contact_of
from advisor.web.profile_pages import Chosen
from advisor.web.staff_clicks import Taken
from advisor.web.transaction import after_commit

AFTER_DOWNLOAD = timedelta(hours=1)
"""How long a ZIP that has been downloaded can be fetched again: a download of some hundred megabytes may break off."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The export that a click leads to; ``other``: it is one of another list, and the click began nothing."""

    number: int
    other: bool = False


def begin(
    chosen: Chosen, took: Taken, targets: tuple[Target, ...], deletion: ServerDeletion | None = None
) -> Begun | None:
    """Begin to write the files for the staff list of the case, unless an export of it is under way.

    None where the list has just been downloaded or replaced in another tab.
    """
    case_id = chosen.case.id
    staff = staff_uploads.content(case_id)
    number = None
    if staff == took.data:
        people = took.staff.people
        own_pages = tuple((*row, link) for row, link in slip_pages(case_id, chosen.settings, people).items())
        order = ExportOrder(
            write_settings(chosen.settings).decode(),
            took.data,
            targets,
            took.skip_bad,
            i18n.current(),
            contact_of(case_id),
            deletion,
            own_pages,
            took.despite,
            _elsewhere(chosen, took.staff),
        )
        number = _begun(chosen, order, len(people))
    if number is not None:
        staff_uploads.remove(case_id)
        jobs.enqueue_export_after_commit(number)
        return Begun(number)
    before = export_runs.latest(case_id)
    return None if before is None else Begun(before.id, other=staff is not None and staff != before.staff)


def _elsewhere(chosen: Chosen, staff: StaffList) -> tuple[Elsewhere, ...]:
    """Who reads by a page, if any row of the list is left out because of them."""
    left_out = any(problem.reason is Reason.READ_BY_PAGE for problem in staff.problems)
    return chosen.defaults.elsewhere if left_out else ()


def _begun(chosen: Chosen, order: ExportOrder, people: int) -> int | None:
    name = pages.archive_name(chosen)
    stored = Order(order.settings, order.staff, order.choices(), name, chosen.way, people)
    return export_runs.create(chosen.case.id, stored)


def stop(run: ExportRun) -> None:
    """Stop an export; the staff list goes back to where it was, unless there is a newer one."""
    staff = export_runs.cancel(run.id)
    if staff is not None and staff_uploads.content(run.case_id) is None:
        staff_uploads.replace(run.case_id, staff)


def once_more(run: ExportRun) -> bool:
    """Try a failed export again; False where that is not possible any more, or another one is under way."""
    if not export_runs.again(run.id):
        return False
    jobs.enqueue_export_after_commit(run.id)
    return True


def delete(run: ExportRun, why: Gone = Gone.DELETED) -> None:
    """Delete the ZIP now, and what is kept of a failed export."""
    names = () if run.file is None or run.state in export_runs.ACTIVE else (run.file,)
    kept_exports.remove(run.id, why)
    after_commit(lambda: export_files.delete(names))


def delete_all_of(case_id: int) -> None:
    """Delete the files of a case that is about to be deleted."""
    names = kept_exports.files_in_use(case_id)
    after_commit(lambda: export_files.delete(names))


def to_show(case_id: int) -> ExportRun | None:
    """The export that the pages on profiles point to: the last one, if there still is something to do about it."""
    run = export_runs.latest(case_id)
    if run is None or run.gone is not None or run.state == RunState.CANCELLED:
        return None
    return run
