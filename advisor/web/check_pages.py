"""What the progress page shows, finished for the template."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.report.probe_progress import read_steps
from advisor.report.progress_view import ProgressView, progress_view
from advisor.report.texts import check
from advisor.store import probe_runs
from advisor.store.models import ProbeRun, RunState
from advisor.store.probe_runs import SERVER_BUSY, SERVER_LIMIT
from advisor.text import Text
from advisor.web import check_runs, i18n
from advisor.web.probing import longest_run
from advisor.web.settings import settings
from probes.target import parse_target


class PageState(StrEnum):
    """What a person sees of a run; a run whose worker is gone shows as stalled until another takes it up."""

    WAITING = "waiting"
    NO_WORKER = "no_worker"
    FOLLOWING = "following"
    RUNNING = "running"
    STALLED = "stalled"
    FAILED = "failed"
    CANCELLED = "cancelled"


ARRIVAL = "arrival"
"""The value of ``then`` with which a check leads to the page about arrival instead of its own result."""

ENDED = frozenset({PageState.FAILED, PageState.CANCELLED})
_TITLES = {PageState.FAILED: check.TITLE_FAILED, PageState.CANCELLED: check.TITLE_CANCELLED}
_SENTENCES = {
    PageState.WAITING: check.WAITING,
    PageState.NO_WORKER: check.NO_WORKER,
    PageState.STALLED: check.STALLED,
    PageState.FAILED: check.FAILED,
    PageState.CANCELLED: check.CANCELLED,
}
_REASONS: dict[tuple[PageState, str | None], Text] = {
    (PageState.WAITING, SERVER_BUSY): check.SERVER_IN_USE,
    (PageState.FAILED, SERVER_BUSY): check.SERVER_BUSY,
    (PageState.FAILED, SERVER_LIMIT): check.SERVER_LIMIT,
}


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """One look at a run. ``domain``: as people write it. ``longest``: how many seconds a run takes at most."""

    state: PageState
    domain: str
    title: str
    now: str
    view: ProgressView
    longest: int

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ENDED


def progress_page(run: ProbeRun) -> ProgressPage:
    """What to show of a run that has no report yet."""
    watched = probe_runs.running_on(run.target) if run.state == RunState.QUEUED else None
    state = _state(run, watched)
    view = progress_view(read_steps((watched or run).progress), i18n.current())
    return ProgressPage(
        state=state,
        domain=parse_target(run.target).shown,
        title=i18n.say(_TITLES.get(state, check.TITLE_WATCHING)),
        now=_sentence(state, run) or view.now,
        view=view,
        longest=round(longest_run(settings())),
    )


def _sentence(state: PageState, run: ProbeRun) -> str:
    """What the state means; a server that was not free is a reason of its own."""
    texts = _REASONS.get((state, run.error)) or _SENTENCES.get(state)
    return i18n.say(texts) if texts else ""


def _state(run: ProbeRun, watched: ProbeRun | None) -> PageState:
    if run.state == RunState.QUEUED:
        if watched is not None:
            return PageState.FOLLOWING
        waits = run.error != SERVER_BUSY and check_runs.waits_long(run)
        return PageState.NO_WORKER if waits else PageState.WAITING
    if run.state == RunState.RUNNING:
        return PageState.STALLED if check_runs.is_stalled(run) else PageState.RUNNING
    return PageState.FAILED if run.state == RunState.FAILED else PageState.CANCELLED
