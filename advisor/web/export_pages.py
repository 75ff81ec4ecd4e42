"""What the pages on an export in the background show, finished for the templates."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from flask_babel import ngettext

from advisor.profiles.formats.catalogue import USUAL
from advisor.report.dates import at_minute
from advisor.store import export_runs
from advisor.store.models import ExportError, ExportRun, Gone, RunState
from advisor.web import exporting, i18n
from advisor.web.export_order import AT_ONCE, work
from advisor.web.i18n import format_decimal, gettext
from advisor.web.settings import settings

WAITS_LONG = timedelta(seconds=15)
"""After this without a worker, none seems to be there."""
_MEGABYTE = 1_000_000
_MINUTE = 60.0
_FIRST_GUESS = 3.0  # seconds of work before a guess at the rest is worth anything


class PageState(StrEnum):
    """What a person sees of an export; one whose worker is gone shows as stalled until another takes it up."""

    WAITING = "waiting"
    BEHIND = "behind"
    NO_WORKER = "no_worker"
    WORKING = "working"
    STALLED = "stalled"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"
    GONE = "gone"


ENDED = frozenset({PageState.READY, PageState.FAILED, PageState.CANCELLED, PageState.GONE})


@dataclass(frozen=True, slots=True)
class ExportPage:
    """One look at an export. ``now`` is the sentence that tells how it stands, ``count`` how many people are done.

    ``until``: when the ZIP, or what is kept of a failed export, is deleted; ``hours``: how long a ZIP is kept.
    """

    number: int
    way: str
    state: PageState
    title: str
    now: str
    todo: str
    count: str
    done: int
    total: int
    size: str
    sha256: str
    until: str
    fetched: bool
    can_retry: bool
    hours: int

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ENDED


@dataclass(frozen=True, slots=True)
class ExportNotice:
    """What the pages on profiles say of the last export."""

    number: int
    text: str
    link: str
    kind: str


def export_page(run: ExportRun) -> ExportPage:
    """What to show of this export."""
    state = _state(run)
    now, todo = _sentences(run, state)
    return ExportPage(
        number=run.id,
        way=run.way,
        state=state,
        title=_title(state),
        now=now,
        todo=todo,
        count=_count(run, datetime.now(UTC)) if state is PageState.WORKING else "",
        done=run.done,
        total=run.total,
        size=gettext("%(size)s MB", size=_megabytes(run.size or 0)),
        sha256=run.sha256 or "",
        until=at_minute(run.expires_at, i18n.current()) if run.expires_at is not None else "",
        fetched=run.downloaded_at is not None,
        can_retry=run.state == RunState.FAILED and run.staff is not None,
        hours=settings().export_hours,
    )


def export_notice(case_id: int) -> ExportNotice | None:
    """What to say on other pages; None where there is nothing to do about an export."""
    run = exporting.to_show(case_id)
    if run is None:
        return None
    if run.state == RunState.DONE:
        return ExportNotice(run.id, gettext("Your files are ready."), gettext("To the download"), "success")
    if run.state == RunState.FAILED:
        return ExportNotice(run.id, gettext("Your files could not be written."), gettext("See what to do"), "warning")
    text = gettext("Your files are being written in the background.")
    return ExportNotice(run.id, text, gettext("See how far it is"), "info")


def hours_if_large(people: int) -> int:
    """For how many hours the usual files for so many people are kept; 0 where they are downloaded at once."""
    return settings().export_hours if work(people, USUAL) > AT_ONCE else 0


def _state(run: ExportRun) -> PageState:
    if run.gone is not None:
        return PageState.FAILED if run.state == RunState.FAILED else PageState.GONE
    if run.state == RunState.QUEUED:
        if export_runs.others_running(run.id):
            return PageState.BEHIND
        return PageState.NO_WORKER if run.created_at < datetime.now(UTC) - WAITS_LONG else PageState.WAITING
    if run.state == RunState.RUNNING:
        lost = run.lease_until is not None and run.lease_until <= datetime.now(UTC)
        return PageState.STALLED if lost else PageState.WORKING
    ends = {RunState.DONE: PageState.READY, RunState.FAILED: PageState.FAILED}
    return ends.get(RunState(run.state), PageState.CANCELLED)


def _title(state: PageState) -> str:
    titles = {
        PageState.READY: gettext("Your files are ready"),
        PageState.FAILED: gettext("The files could not be written"),
        PageState.CANCELLED: gettext("Writing the files was stopped"),
        PageState.GONE: gettext("These files are no longer here"),
    }
    return str(titles.get(state) or gettext("Your files are being written"))


def _sentences(run: ExportRun, state: PageState) -> tuple[str, str]:
    """How it stands, and what to do."""
    if state is PageState.FAILED:
        return _failed(run)
    if state is PageState.GONE:
        return _gone(run), gettext("Upload the list again if you need the files once more.")
    return {
        PageState.WAITING: (gettext("It begins in a moment."), ""),
        PageState.BEHIND: (gettext("Files for another company are being written first; yours come after them."), ""),
        PageState.NO_WORKER: (gettext("It has not begun yet. You need not wait for it: come back later."), ""),
        PageState.WORKING: (gettext("Wait here, or come back later."), ""),
        PageState.STALLED: (gettext("The work was interrupted and begins again in a moment."), ""),
        PageState.READY: (_ready(run), ""),
        PageState.CANCELLED: (
            gettext("No file was kept."),
            gettext("Your staff list was put back. You can choose fewer kinds of files, or begin again."),
        ),
    }[state]


def _ready(run: ExportRun) -> str:
    people = ngettext(
        "Files for %(people)s person, in one ZIP file.",
        "Files for %(people)s people, in one ZIP file.",
        run.total,
        people=format_decimal(run.total),
    )
    return str(people)


def _failed(run: ExportRun) -> tuple[str, str]:
    causes = {
        ExportError.NO_SPACE: (
            gettext("There was no room left on the disk of the server."),
            gettext("Tell whoever runs this installation, and try again afterwards."),
        ),
        ExportError.NOT_WRITABLE: (
            gettext("The server was not allowed to save the files."),
            gettext("Tell whoever runs this installation, and try again afterwards."),
        ),
        ExportError.REFUSED: (
            gettext("The settings or the list cannot be used in this way."),
            gettext("Check the settings, and upload the list again."),
        ),
    }
    gave_up = (
        gettext("It broke off several times."),
        gettext("Try again. If it happens once more, choose fewer kinds of files or divide the list."),
    )
    return causes.get(ExportError(run.error), gave_up) if run.error else gave_up


def _gone(run: ExportRun) -> str:
    whys = {
        Gone.DOWNLOADED: gettext("They were downloaded and then deleted here."),
        Gone.EXPIRED: gettext("Nobody fetched them in time, so they were deleted."),
        Gone.DELETED: gettext("They were deleted here because you asked for it."),
        Gone.REPLACED: gettext("Newer files for your company have taken their place."),
        Gone.LOST: gettext("The server no longer finds them. They may have been deleted there by hand."),
    }
    return str(whys[Gone(run.gone or Gone.EXPIRED)])


def _count(run: ExportRun, now: datetime) -> str:
    """How many people are done, and about how long the rest takes."""
    done = ngettext(
        "%(done)s of %(total)s person",
        "%(done)s of %(total)s people",
        run.total,
        done=format_decimal(run.done),
        total=format_decimal(run.total),
    )
    rest = seconds_left(run.done, run.total, now - run.started_at) if run.started_at is not None else None
    if rest is None:
        return str(done)
    return f"{done}, {_left(rest)}"


def seconds_left(done: int, total: int, taken: timedelta) -> float | None:
    """About how long the rest takes, if it goes on as it went; None where it is too early to say."""
    seconds = taken.total_seconds()
    if done < 1 or seconds < _FIRST_GUESS:
        return None
    return seconds / done * (total - done)


def _left(seconds: float) -> str:
    if seconds < _MINUTE:
        return str(gettext("less than a minute left"))
    minutes = math.ceil(seconds / _MINUTE)
    return str(ngettext("about %(num)s minute left", "about %(num)s minutes left", minutes))


def _megabytes(size: int) -> str:
    """As people say it, and never nothing."""
    return str(format_decimal(max(size / _MEGABYTE, 0.1), format="#,##0.0"))
