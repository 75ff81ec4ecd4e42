"""What a look into a mailbox puts in the place of what was said: figures over stated figures and codes, facts over
announcements.

Months that may only be what is left of a mailbox that is emptied again and again prove no amount of mail; they count
from three whole months in a row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from advisor.decision.announced import LEAN_SYNC, announced, expire_days, login_delay
from advisor.questionnaire.answers import LARGEST_NUMBER, Answers, Value
from advisor.questionnaire.schema import Key
from probes.capa import setting_decides, words_of
from probes.measurement import ImapMeasurement, Measurement, Month, Pop3Measurement, own_folders

BYTES_PER_KB = 1_000
BYTES_PER_GB = 1_000_000_000
BYTES_PER_QUOTA_KB = 1_024  # RFC 9208 section 5.1
FEWEST_MONTHS, MOST_MONTHS = 3, 12
WORKING_DAYS_PER_MONTH = 365.25 / 12 * 5 / 7
DECIMALS = 4
SMALLEST = 0.0001

_CLASSES = ((2, "lt_2"), (10, "2_10"), (50, "10_50"))
_LARGEST_CLASS = "gt_50"


@dataclass(frozen=True, slots=True)
class Measured:
    """What counts of one measurement. The facts are None where nobody has seen them.

    ``imap`` and ``pop3``: signing in worked. ``expire_told``: POP3 said after signing in how long mail may stay,
    ``expire_days`` None then means without end. ``tells_quota``: the server says how much fits; ``shared_folders``:
    it has or can have folders that several people share.
    """

    figures: tuple[tuple[Key, Value], ...] = ()
    imap: bool = False
    pop3: bool = False
    uidl: bool | None = None
    expire_told: bool = False
    expire_days: int | None = None
    login_delay: int | None = None
    idle: bool | None = None
    lean_sync: bool | None = None
    tells_quota: bool | None = None
    special_use: bool | None = None
    shared_folders: bool | None = None


NOTHING = Measured()


def measured(measurement: Measurement | None) -> Measured:
    """The figures and facts of a measurement; of none, nothing."""
    if measurement is None:
        return NOTHING
    imap, pop3 = measurement.imap, measurement.pop3
    after_pop3 = pop3.capabilities if pop3 is not None else ()
    after_imap = imap.capabilities if imap is not None else ()
    return Measured(
        figures=tuple(_figures(measurement)),
        imap=imap is not None,
        pop3=pop3 is not None,
        uidl=_uidl(pop3),
        expire_told=_expire_told(after_pop3),
        expire_days=expire_days(after_pop3),
        login_delay=login_delay(after_pop3),
        idle=announced(("IDLE",), after_imap),
        lean_sync=announced(LEAN_SYNC, after_imap),
        tells_quota=imap.quota is not None if imap is not None else None,
        special_use=announced(("SPECIAL-USE",), after_imap),
        shared_folders=_shared_folders(imap) if imap is not None else None,
    )


def with_measured(answers: Answers, found: Measured) -> Answers:
    """The answers with measured figures in the place of stated ones; a group keeps what it says of itself."""
    if not found.figures:
        return answers
    merged: dict[str, object] = {**dict(answers.values), **dict(found.figures)}
    return replace(Answers.of(merged, answers.groups), measured=tuple(key for key, _ in found.figures))


def _figures(measurement: Measurement) -> Iterator[tuple[Key, Value]]:
    used, quota = _used_gb(measurement), _quota_gb(measurement.imap)
    if used is not None:
        yield Key.LARGEST_MAILBOX, _size_class(used)
        yield Key.STORAGE_GB_USED, used
    if quota is not None:
        yield Key.QUOTA, _size_class(quota)
        yield Key.QUOTA_GB, quota
    months = whole_months(measurement)
    if len(months) >= FEWEST_MONTHS:
        messages = sum(month.messages for month in months)
        yield Key.MAILS_PER_DAY, _positive(messages / len(months) / WORKING_DAYS_PER_MONTH)
        yield Key.AVERAGE_KB, _positive(sum(month.bytes for month in months) / messages / BYTES_PER_KB)


def whole_months(measurement: Measurement) -> tuple[Month, ...]:
    """The last whole months in a row with mail in each, the newest first, at most a year."""
    if measurement.imap is None:
        return ()
    by_name = {month.month: month for month in measurement.imap.by_month if month.messages > 0}
    found: list[Month] = []
    for name in _months_before(measurement.at):
        if name not in by_name:
            break
        found.append(by_name[name])
    return tuple(found)


def _months_before(at: datetime) -> Iterator[str]:
    year, month = at.year, at.month
    for _ in range(MOST_MONTHS):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        yield f"{year:04}-{month:02}"


def _used_gb(measurement: Measurement) -> float | None:
    """What the server counts itself, else the sum of the folders; POP3 alone shows the inbox."""
    imap, pop3 = measurement.imap, measurement.pop3
    if imap is not None:
        return _positive(used_bytes(imap) / BYTES_PER_GB)
    return _positive(pop3.bytes / BYTES_PER_GB) if pop3 is not None else None


def used_bytes(imap: ImapMeasurement) -> int:
    """The space that the mailbox takes."""
    if imap.quota is not None:
        return imap.quota.used_kb * BYTES_PER_QUOTA_KB
    return sum(folder.bytes for folder in own_folders(imap))


def _quota_gb(imap: ImapMeasurement | None) -> float | None:
    if imap is None or imap.quota is None:
        return None
    return _positive(imap.quota.limit_kb * BYTES_PER_QUOTA_KB / BYTES_PER_GB)


def _positive(figure: float) -> float:
    """A figure as the questionnaire takes it: above zero, not beyond its largest."""
    return min(max(round(figure, DECIMALS), SMALLEST), float(LARGEST_NUMBER))


def _size_class(gigabytes: float) -> str:
    return next((code for below, code in _CLASSES if gigabytes < below), _LARGEST_CLASS)


def _uidl(pop3: Pop3Measurement | None) -> bool | None:
    if pop3 is None:
        return None
    return pop3.uidl is not None and pop3.uidl.unique and pop3.uidl.count == pop3.messages


def _expire_told(capabilities: tuple[str, ...]) -> bool:
    """Whether POP3 says how long mail may stay (RFC 2449 section 6.7), without end included."""
    return not setting_decides(capabilities) and any(
        len(words) > 1 and words[0] == "EXPIRE" for words in map(words_of, capabilities)
    )


def _shared_folders(imap: ImapMeasurement) -> bool | None:
    """Folders of others that this account sees (RFC 2342), or the ability to give such rights (RFC 4314)."""
    if imap.namespaces.other or imap.namespaces.shared:
        return True
    return announced(("ACL",), imap.capabilities)
