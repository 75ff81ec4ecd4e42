"""Storage over the years: how much lies on the server and on the devices of one mailbox, and when it is full.

Nobody deletes in this picture; it shows what an alternative needs. The quota is drawn beside it, never cut into it.
"""

from dataclasses import dataclass, replace
from math import inf

from advisor.estimate.assumptions import DAYS_PER_YEAR
from advisor.estimate.values import NEVER_DAYS, bounded, divided
from advisor.settings.codes import Alternative

_KB_PER_GB = 1e6


@dataclass(frozen=True, slots=True)
class Case:
    """One of the three cases (low, likely, high) of one mailbox.

    ``used_gb``: there today. ``growth_gb``: a year. ``day_gb``: a working day. ``keep_days`` None: a kept copy is
    never deleted. ``gap_days``: the longest time in which nobody fetches. ``archive_years``: what stays on the server
    beside an archive. ``cache_days``: what a device keeps of its own accord. ``copies`` of the ``devices`` hold all.
    """

    used_gb: float
    growth_gb: float
    day_gb: float
    keep_days: float | None
    gap_days: float
    archive_years: float
    cache_days: float
    devices: float
    copies: float


def server_gb(alternative: Alternative, case: Case, years: float) -> float:
    """GB on the server after so many years. At the start all that is there today still lies there."""
    everything = case.used_gb + case.growth_gb * years
    return bounded(everything if years == 0 else min(everything, ceiling_gb(alternative, case)))


def ceiling_gb(alternative: Alternative, case: Case) -> float:
    """What the server holds at most: infinite where nothing ever leaves it."""
    match alternative:
        case Alternative.IMAP:
            return inf
        case Alternative.IMAP_ARCHIVE:
            return case.growth_gb * case.archive_years
        case Alternative.POP3_KEEP:
            return inf if case.keep_days is None else case.day_gb * (case.keep_days + case.gap_days)
        case Alternative.POP3_DELETE:
            return case.day_gb * case.gap_days


def local_gb(alternative: Alternative, case: Case, years: float) -> float:
    """GB on all devices of the mailbox together after so many years. POP3 has one device, with all mail."""
    everything = case.used_gb + case.growth_gb * years
    recent = min(everything, case.growth_gb * case.cache_days / DAYS_PER_YEAR)
    match alternative:
        case Alternative.IMAP:
            return bounded(case.devices * recent)
        case Alternative.IMAP_ARCHIVE:
            return bounded(case.copies * everything + max(0.0, case.devices - case.copies) * recent)
        case Alternative.POP3_KEEP | Alternative.POP3_DELETE:
            return bounded(everything)


def full_after_days(alternative: Alternative, case: Case, quota_gb: float) -> float | None:
    """Days until the server holds as much as the quota allows; None: never, or not within a hundred years.

    What an alternative moves off the server today, it moves before the count begins.
    """
    ceiling = ceiling_gb(alternative, case)
    if ceiling < quota_gb:
        return None
    left = max(0.0, quota_gb - min(case.used_gb, ceiling))
    days = divided(left * DAYS_PER_YEAR, case.growth_gb) if left else 0.0
    return bounded(days) if days <= NEVER_DAYS else None


def of_another_mailbox(case: Case, share: float) -> Case:
    """The same for a mailbox that holds only a part of what the biggest one does; it grows alike."""
    return replace(case, used_gb=case.used_gb * share)


def day_gb(mails: float, mail_kb: float) -> float:
    """GB that come in a working day."""
    return mails * mail_kb / _KB_PER_GB
