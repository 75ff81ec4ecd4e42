"""Codes of the estimates: where an input comes from, what is put in, what comes out."""

from enum import StrEnum


class Source(StrEnum):
    """Where an input comes from, the best first."""

    MEASURED = "measured"
    STATED = "stated"
    ANSWERED = "answered"  # the class of an answer, such as "10 to 50 GB"
    KNOWN = "known"  # seen at the server or published by its maker
    ASSUMED = "assumed"


class InputCode(StrEnum):
    """What figures are counted from; the unit in brackets."""

    MAILS_PER_DAY = "mails_per_day"  # kept mails per mailbox and working day
    MAIL_KB = "mail_kb"  # kB
    GROWTH_GB = "growth_gb"  # GB a year, per mailbox
    USED_GB = "used_gb"  # GB in the biggest mailbox today
    QUOTA_GB = "quota_gb"  # GB per mailbox
    YEARS = "years"
    MAILBOXES = "mailboxes"
    OTHERS_SHARE = "others_share"  # other mailboxes, as a part of the biggest one
    DEVICES = "devices"  # per person
    DEVICES_TOTAL = "devices_total"
    READERS = "readers"  # people on one shared address
    KEEP_DAYS = "keep_days"  # days that a kept copy stays
    GAP_DAYS = "gap_days"  # longest time in which nobody fetches
    ARCHIVE_YEARS = "archive_years"  # years of mail that stay on the server beside an archive
    CACHE_DAYS = "cache_days"  # days of mail that a device keeps of its own accord
    COPIES = "copies"  # devices with a full copy
    ONLINE_HOURS = "online_hours"  # a day
    POLL_MINUTES = "poll_minutes"
    RECONNECTS = "reconnects"  # new sign-ins a day and device
    READ_COPIES = "read_copies"  # how many devices load the same mail
    CONNECTIONS = "connections"  # at once, per program
    CONNECTION_LIMIT = "connection_limit"  # at once, per user and internet address
    CONNECTION_MB = "connection_mb"  # memory of one idle connection
    UPLOAD_MBIT = "upload_mbit"  # Mbit/s
    UPLOAD_EFFICIENCY = "upload_efficiency"  # the part of the line that the upload really gets
    GB_PRICE = "gb_price"  # money per GB and year
    HOURLY_RATE = "hourly_rate"
    CARE_IMAP = "care_imap"  # hours a year for backup and care
    CARE_IMAP_ARCHIVE = "care_imap_archive"
    CARE_POP3_KEEP = "care_pop3_keep"
    CARE_POP3_DELETE = "care_pop3_delete"


class FigureCode(StrEnum):
    """What is estimated; the unit in brackets. Each code has one formula."""

    SERVER_GB = "server_gb"  # biggest mailbox, at the end
    SERVER_ALL_GB = "server_all_gb"  # all mailboxes, at the end
    LOCAL_GB = "local_gb"  # all devices of the biggest mailbox, at the end
    TRAFFIC_SIGN_IN = "traffic_sign_in"  # MB a day and mailbox: sign-ins, or asking for new mail
    TRAFFIC_LIST = "traffic_list"  # MB: listing of kept mail
    TRAFFIC_WAIT = "traffic_wait"  # MB: held connections
    TRAFFIC_MAIL = "traffic_mail"  # MB: the mail itself
    TRAFFIC = "traffic"  # MB: the sum
    CONNECTIONS_OWN = "connections_own"  # at once, one person
    CONNECTIONS_SHARED = "connections_shared"  # at once, one shared address
    MEMORY_MB = "memory_mb"  # of an own server, all devices
    MONEY_STORAGE = "money_storage"  # a year, at the end
    MONEY_CARE = "money_care"
    MONEY = "money"
    SEAT = "seat"  # money per mailbox and month where storage is sold by steps
    ROOM_GB = "room_gb"  # today's biggest mailbox and the room for a change
    UPLOAD_HOURS = "upload_hours"  # biggest mailbox
    UPLOAD_ALL_HOURS = "upload_all_hours"  # all mailboxes, one after the other


class Fit(StrEnum):
    """Whether today's mail and room for a change fit into the quota."""

    FITS = "fits"
    PERHAPS = "perhaps"
    DOES_NOT_FIT = "does_not_fit"
    UNKNOWN = "unknown"


class Currency(StrEnum):
    """The money of the country."""

    CHF = "CHF"
    EUR = "EUR"
