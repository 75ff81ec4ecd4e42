"""How answers become needs: the swing points that each answer gives a criterion, as a range.

A swing point says how much it matters to this company whether a criterion is met fully or not at all (Edwards &
Barron, Organizational Behavior and Human Decision Processes 60, 1994). Codes that are not listed need nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor.decision.criteria import Criterion
from advisor.questionnaire.schema import Key


class Derived(StrEnum):
    """What is drawn from several answers or figures before it speaks to a criterion."""

    SPACE = "space"
    EVERYONE = "everyone"


Factor = Key | Derived


@dataclass(frozen=True, slots=True)
class Need:
    """With this answer, the criterion gets between ``low`` and ``high`` points."""

    criterion: Criterion
    factor: Factor
    code: str
    low: float
    high: float

    @property
    def middle(self) -> float:
        """The mean of the range."""
        return (self.low + self.high) / 2


ANY = "any"
TIGHT, AMPLE = "tight", "ample"

NEEDS: tuple[Need, ...] = (
    Need(Criterion.SAME_STATE, Key.DEVICES, "one", 0, 5),
    Need(Criterion.SAME_STATE, Key.DEVICES, "two", 60, 90),
    Need(Criterion.SAME_STATE, Key.DEVICES, "three_plus", 80, 100),
    Need(Criterion.SAME_STATE, Key.PLACES, "several", 40, 70),
    Need(Criterion.SAME_STATE, Key.WEBMAIL, "yes", 40, 60),
    Need(Criterion.SAME_STATE, Key.FOLDERS, "yes", 25, 45),
    Need(Criterion.TEAM, Key.SHARED_ADDRESSES, "few", 60, 90),
    Need(Criterion.TEAM, Key.SHARED_ADDRESSES, "many", 80, 100),
    Need(Criterion.OFFLINE, Key.OUTAGES, "monthly", 5, 15),
    Need(Criterion.OFFLINE, Key.OUTAGES, "weekly", 20, 45),
    Need(Criterion.OFFLINE, Key.OUTAGES, "daily", 40, 60),
    Need(Criterion.OFFLINE, Key.OFFLINE_READING, "recent", 10, 25),
    Need(Criterion.OFFLINE, Key.OFFLINE_READING, "all", 45, 60),
    Need(Criterion.LINE, Key.LINE, "slow_or_metered", 20, 40),
    Need(Criterion.OFF_PROVIDER, Key.DATA_CONTROL, "off_provider", 85, 100),
    Need(Criterion.OFF_PROVIDER, Key.PROVIDER_STAY, "some_weeks", 40, 60),
    Need(Criterion.OFF_PROVIDER, Key.PROVIDER_STAY, "as_short_as_possible", 85, 100),
    Need(Criterion.OFF_PROVIDER, Key.KEEP_COPY_ON_SERVER, "no", 15, 30),
    Need(Criterion.OWN_COPY, Key.DATA_CONTROL, "own_copy", 50, 70),
    Need(Criterion.OWN_COPY, Key.DATA_CONTROL, "off_provider", 20, 40),
    Need(Criterion.SERVER_SPACE, Derived.SPACE, TIGHT, 40, 60),
    Need(Criterion.SERVER_SPACE, Key.STORAGE_COST, "matters", 25, 45),
    Need(Criterion.DEVICE_SPACE, Key.DEVICE_SPACE, "tight", 30, 50),
    Need(Criterion.DEVICE_LOSS, Key.DEVICE_BACKUP, "tested", 0, 10),
    Need(Criterion.DEVICE_LOSS, Key.DEVICE_BACKUP, "untested", 15, 35),
    Need(Criterion.DEVICE_LOSS, Key.DEVICE_BACKUP, "manual", 30, 55),
    Need(Criterion.DEVICE_LOSS, Key.DEVICE_BACKUP, "none", 55, 80),
    Need(Criterion.DEVICE_LOSS, Key.PROVIDER_BACKUP, "yes", 5, 15),
    Need(Criterion.DEVICE_LOSS, Key.KEEP_COPY_ON_SERVER, "yes", 30, 50),
    Need(Criterion.THEFT, Key.DEVICES_LEAVE_OFFICE, "encrypted", 0, 5),
    Need(Criterion.THEFT, Key.DEVICES_LEAVE_OFFICE, "unencrypted", 30, 50),
    Need(Criterion.WRONG_DELETE, Key.PROVIDER_BACKUP, "no", 10, 20),
    Need(Criterion.WRONG_DELETE, Derived.EVERYONE, ANY, 5, 12),
    Need(Criterion.PUSH, Key.IMMEDIACY, "at_once", 15, 25),
    Need(Criterion.PUSH, Key.IMMEDIACY, "minutes", 0, 5),
    Need(Criterion.EFFORT, Key.IT_EFFORT, "as_little_as_possible", 30, 35),
    Need(Criterion.EFFORT, Key.IT_EFFORT, "someone_cares", 10, 20),
    Need(Criterion.EFFORT, Derived.EVERYONE, ANY, 12, 25),
    Need(Criterion.SERVER_LOAD, Key.SERVER_LOAD, "concern", 30, 50),
    Need(Criterion.CENTRAL, Key.DATA_CONTROL, "central", 50, 70),
    Need(Criterion.HISTORY, Key.KEEP_HISTORY, "all", 20, 40),
    Need(Criterion.SOLE_PROGRAM, Key.READERS, "program", 70, 90),
)


def counts(need: Need, codes: dict[Factor, str]) -> bool:
    """Whether a need holds under one complete set of codes of the factors that speak to its criterion.

    Alike folders matter only where there is a second place to see them.
    """
    if need.factor is Key.FOLDERS and (codes[Key.DEVICES], codes[Key.PLACES], codes[Key.WEBMAIL]) == (
        "one",
        "one",
        "no",
    ):
        return False
    return codes[need.factor] == need.code
