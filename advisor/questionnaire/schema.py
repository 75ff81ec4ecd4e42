"""The questions as data: keys, codes, what an unknown answer counts as, and how likely each answer is.

Keys and codes are the contract of ``mailweiche.answers/1``: they may be added, never renamed. ``safe`` is the code that
rules assume when the answer is unknown; ``prior`` spreads an unknown answer over its codes when needs are weighed
(own judgement, shown to the reader).
"""

from dataclasses import dataclass
from enum import StrEnum


class Key(StrEnum):
    """Every question of the questionnaire, in the order of the contract."""

    DEVICES = "devices"
    SHARED_ADDRESSES = "shared_addresses"
    MAIL_LOCATION = "mail_location"
    LOCAL_ONLY_MAIL = "local_only_mail"
    OUTAGES = "outages"
    OFFLINE_READING = "offline_reading"
    DATA_CONTROL = "data_control"
    DEVICE_BACKUP = "device_backup"
    PLACES = "places"
    WEBMAIL = "webmail"
    FOLDERS = "folders"
    IMMEDIACY = "immediacy"
    LINE = "line"
    KEEP_HISTORY = "keep_history"
    LARGEST_MAILBOX = "largest_mailbox"
    QUOTA = "quota"
    STORAGE_COST = "storage_cost"
    DEVICE_SPACE = "device_space"
    PROVIDER_BACKUP = "provider_backup"
    KEEP_COPY_ON_SERVER = "keep_copy_on_server"
    DEVICES_LEAVE_OFFICE = "devices_leave_office"
    RETENTION = "retention"
    READERS = "readers"
    SERVER_LOAD = "server_load"
    IT_EFFORT = "it_effort"
    CLIENT_LIMIT = "client_limit"
    SERVER_OFFERS = "server_offers"
    PROVIDER_STAY = "provider_stay"
    PROVIDER_MIXING = "provider_mixing"
    GROUPWARE = "groupware"
    SECOND_FACTOR = "second_factor"
    PROGRAMS = "programs"
    COUNTRY = "country"
    PEOPLE = "people"
    MAILBOXES = "mailboxes"
    DEVICES_TOTAL = "devices_total"
    LONGEST_ABSENCE_DAYS = "longest_absence_days"
    MAILS_PER_DAY = "mails_per_day"
    AVERAGE_KB = "average_kb"
    YEARS = "years"
    UPLOAD_MBIT = "upload_mbit"
    STORAGE_GB_USED = "storage_gb_used"
    QUOTA_GB = "quota_gb"
    HOURLY_RATE = "hourly_rate"


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    SEVERAL = "several"
    WHOLE_NUMBER = "whole_number"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``codes`` and ``prior`` run in parallel; both are empty for numbers."""

    key: Key
    kind: Kind
    codes: tuple[str, ...] = ()
    prior: tuple[float, ...] = ()
    safe: str | None = None
    core: bool = False
    default: float | None = None


def _choice(key: Key, codes: str, prior: str = "", *, safe: str | None = None, core: bool = False) -> Question:
    names = tuple(codes.split())
    chances = tuple(float(part) for part in prior.split()) or (1 / len(names),) * len(names)
    return Question(key, Kind.CHOICE, names, chances, safe, core)


def _number(key: Key, default: float | None = None, *, whole: bool = False) -> Question:
    return Question(key, Kind.WHOLE_NUMBER if whole else Kind.NUMBER, default=default)


K = Key
_ROWS = (
    _choice(K.DEVICES, "one two three_plus", ".15 .5 .35", safe="two", core=True),
    _choice(K.SHARED_ADDRESSES, "none few many", ".5 .35 .15", safe="few", core=True),
    _choice(K.MAIL_LOCATION, "server one_computer mixed new", safe="one_computer", core=True),
    _choice(K.LOCAL_ONLY_MAIL, "none one several", safe="several", core=True),
    _choice(K.OUTAGES, "hardly_ever monthly weekly daily", ".7 .2 .07 .03", core=True),
    _choice(K.OFFLINE_READING, "no recent all", ".5 .35 .15", core=True),
    _choice(K.DATA_CONTROL, "provider_fine own_copy off_provider central", ".55 .25 .12 .08", core=True),
    _choice(K.DEVICE_BACKUP, "tested untested manual none", ".2 .3 .25 .25", safe="none", core=True),
    _choice(K.PLACES, "one several", ".6 .4"),
    _choice(K.WEBMAIL, "yes no", ".5 .5"),
    _choice(K.FOLDERS, "yes no", ".6 .4"),
    _choice(K.IMMEDIACY, "at_once minutes hours", ".4 .45 .15"),
    _choice(K.LINE, "fast slow_or_metered", ".85 .15"),
    _choice(K.KEEP_HISTORY, "all recent", ".6 .4"),
    _choice(K.LARGEST_MAILBOX, "lt_2 2_10 10_50 gt_50"),
    _choice(K.QUOTA, "lt_2 2_10 10_50 gt_50"),
    _choice(K.STORAGE_COST, "matters fine", ".25 .75"),
    _choice(K.DEVICE_SPACE, "ample tight", ".85 .15"),
    _choice(K.PROVIDER_BACKUP, "yes no", ".6 .4", safe="no"),
    _choice(K.KEEP_COPY_ON_SERVER, "yes no", ".6 .4", safe="yes"),
    _choice(K.DEVICES_LEAVE_OFFICE, "no encrypted unencrypted", ".35 .35 .3", safe="unencrypted"),
    _choice(K.RETENTION, "no archived unsolved", safe="unsolved"),
    _choice(K.READERS, "people program both", ".8 .05 .15", safe="both"),
    _choice(K.SERVER_LOAD, "concern fine not_ours", ".05 .3 .65"),
    _choice(K.IT_EFFORT, "as_little_as_possible someone_cares", ".6 .4"),
    _choice(K.CLIENT_LIMIT, "none pop3_only imap_only", ".93 .05 .02", safe="none"),
    _choice(K.SERVER_OFFERS, "both pop3_only imap_only"),
    _choice(K.PROVIDER_STAY, "no_limit some_weeks as_short_as_possible", ".75 .15 .1"),
    _choice(K.PROVIDER_MIXING, "allowed discouraged"),
    _choice(K.GROUPWARE, "no nice must", ".6 .3 .1"),
    _choice(K.SECOND_FACTOR, "yes no", safe="yes"),
    Question(
        K.PROGRAMS,
        Kind.SEVERAL,
        ("outlook", "outlook_new", "apple", "thunderbird", "android", "browser", "other"),
    ),
    _choice(K.COUNTRY, "CH DE AT other"),
    _number(K.PEOPLE, 1, whole=True),
    _number(K.MAILBOXES, 1, whole=True),
    _number(K.DEVICES_TOTAL, 2, whole=True),
    _number(K.LONGEST_ABSENCE_DAYS, 21, whole=True),
    _number(K.MAILS_PER_DAY, 40),
    _number(K.AVERAGE_KB, 100),
    _number(K.YEARS, 10),
    _number(K.UPLOAD_MBIT, 10),
    _number(K.STORAGE_GB_USED),
    _number(K.QUOTA_GB),
    _number(K.HOURLY_RATE),
)

QUESTIONS: dict[Key, Question] = {row.key: row for row in _ROWS}
CORE: tuple[Key, ...] = tuple(row.key for row in _ROWS if row.core)
