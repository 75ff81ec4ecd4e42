"""The answers for each domain, kept for a few seconds so that most questions cost no query.

What is withdrawn is answered no more once these seconds have passed. Unknown domains are kept apart, so that questions
for many of them push no known one out.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from advisor.profiles.account import UnsafeSettingsError
from advisor.profiles.served import Answers, answers
from advisor.report.documents.errors import DocumentError
from advisor.report.documents.settings import read_settings
from advisor.store import served_domains
from advisor.web.page_notes import noted
from advisor.web.served.bounded import Bounded

log = structlog.get_logger()

SECONDS = 5.0
MOST_DOMAINS = 1000


@dataclass(frozen=True, slots=True)
class _Kept:
    until: float
    answers: Answers | None


class KeptAnswers:
    """Finds the answers for a domain, in memory or in the database."""

    def __init__(self, find: Callable[[str], Answers | None], clock: Callable[[], float] = time.monotonic) -> None:
        """``find`` asks the database."""
        self._find = find
        self._clock = clock
        self._known: Bounded[_Kept] = Bounded(MOST_DOMAINS)
        self._unknown: Bounded[_Kept] = Bounded(MOST_DOMAINS)

    def of(self, domain: str) -> Answers | None:
        """The answers for exactly this domain; None where its owner has not proved control."""
        now = self._clock()
        for memory in (self._known, self._unknown):
            kept = memory.get(domain)
            if kept is not None and kept.until > now:
                return kept.answers
        found = self._find(domain)
        memory = self._unknown if found is None else self._known
        memory.put(domain, _Kept(now + SECONDS, found))
        return found


def stored(domain: str) -> Answers | None:
    """What the database holds for this domain, written out, with what the server is known to delete. Needs an app
    context.
    """
    released = served_domains.to_answer(domain)
    if released is None:
        return None
    try:
        found = answers(replace(read_settings(released.settings), server_deletes=noted(released)))
    except (DocumentError, UnsafeSettingsError) as error:
        log.warning("served_settings_unreadable", domain=domain, error=str(error))
        return None
    return found if found.domain == domain else None
