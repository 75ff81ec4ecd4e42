"""For how many days a kept copy stays on the server: as long as people and backups need, as far as there is room."""

from dataclasses import dataclass
from math import floor

from advisor.decision.facts import ServerFacts
from advisor.decision.policy import TIGHT_SHARE
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key

SHORTEST_USEFUL = 14
SHORTEST_POSSIBLE = 7
MARGIN = 7
MB_PER_GB = 1000

_DAYS_BETWEEN_BACKUPS = {"tested": 1, "untested": 1, "manual": 30}
_LOWER_END_GB = {"lt_2": 0.25, "2_10": 2.0, "10_50": 10.0, "gt_50": 50.0}


@dataclass(frozen=True, slots=True)
class KeepDays:
    """``needed``: what absences and backups ask for; ``cap``: what server and quota allow, None without a limit."""

    needed: int
    cap: float | None

    @property
    def fits(self) -> bool:
        """Whether mail can be kept long enough to be of use."""
        return self.cap is None or self.cap >= SHORTEST_POSSIBLE

    @property
    def days(self) -> int:
        """The number of days to set, whole days."""
        return self.needed if self.cap is None else floor(min(self.needed, self.cap))


def keep_days(answers: Answers, facts: ServerFacts) -> KeepDays:
    """The days for these answers. Figures win over codes; an unknown quota sets no cap."""
    limits = [limit for limit in (quota_days(answers), facts.expire_days) if limit is not None]
    return KeepDays(_needed(answers), min(limits, default=None))


def quota_gb(answers: Answers) -> float | None:
    """The quota per mailbox in GB: as stated, else the lower end of its class."""
    stated = answers.number(Key.QUOTA_GB)
    code = answers.code(Key.QUOTA)
    return stated if stated is not None or code is None else _LOWER_END_GB[code]


def _needed(answers: Answers) -> int:
    between = _DAYS_BETWEEN_BACKUPS.get(answers.code(Key.DEVICE_BACKUP) or "none", 0)
    return max(SHORTEST_USEFUL, int(_figure(answers, Key.LONGEST_ABSENCE_DAYS)) + MARGIN, between + MARGIN)


def quota_days(answers: Answers) -> float | None:
    """How many days of mail fit into the part of the quota that may be filled; None while the quota is unknown."""
    quota = quota_gb(answers)
    if quota is None:
        return None
    mb_per_day = _figure(answers, Key.MAILS_PER_DAY) * _figure(answers, Key.AVERAGE_KB) / 1000
    return TIGHT_SHARE * quota * MB_PER_GB / mb_per_day if mb_per_day else None


def _figure(answers: Answers, key: Key) -> float:
    stated = answers.number(key)
    return stated if stated is not None else QUESTIONS[key].default or 0.0
