"""What is assumed where nothing was measured or stated. Own judgement unless a source is named; shown to the reader.

Figures marked [M] were measured with Dovecot 2.3.19 over TLS 1.3 (``benchmarks/server_load.py``).
"""

from advisor.estimate.codes import InputCode
from advisor.estimate.memory import AS_SHIPPED_MB, ASLEEP_MB
from advisor.estimate.values import Range

DAYS_PER_YEAR = 365.25
WORKING_DAYS = 250

MAILS_PER_DAY = Range(15, 40, 120)
MAIL_KB = Range(40, 100, 150)
"""Together .15, 1 and 4.5 GB a year: office workers handle 80 to 120 mails a day, of which about half is kept (Radicati
2003 to 2017); stored mails measure 50 to 150 kB on average (audits of 2007, a practitioner's inbox of 2021)."""

STATED_AMOUNT = (0.75, 1.0, 1.5)
"""A stated amount of mail is a guess, and amounts grow."""

USED_GB = Range(0, 2, 10)
USED_CLASSES = {
    "lt_2": Range(0.1, 1, 2),
    "2_10": Range(2, 5, 10),
    "10_50": Range(10, 25, 50),
    "gt_50": Range(50, 75, 150),
}
QUOTA_CLASSES = {
    "lt_2": Range(0.25, 1, 2),
    "2_10": Range(2, 5, 10),
    "10_50": Range(10, 25, 50),
    "gt_50": Range(50, 100, 1000),
}

SHORTEST_YEARS, YEARS, LONGEST_YEARS = 1.0, 10.0, 30.0

DEVICES = Range(1, 2, 3)
DEVICES_CLASSES = {"one": Range(1, 1, 1), "two": Range(2, 2, 2), "three_plus": Range(3, 3, 5)}
READERS = Range(2, 3, 4)
READERS_CLASSES = {"few": Range(2, 3, 3), "many": Range(4, 6, 10)}

LONGEST_GAP_DAYS = 21.0
USUAL_GAP_DAYS = 3.0  # a weekend

UPLOAD_MBIT = Range(5, 10, 40)
HOURLY_RATE = Range(50, 90, 150)

ALWAYS = {
    InputCode.OTHERS_SHARE: Range(0.2, 0.5, 1),
    InputCode.ARCHIVE_YEARS: Range(1, 2, 5),
    InputCode.CACHE_DAYS: Range(30, 90, 365),  # phones keep a month, Outlook a year unless told otherwise
    InputCode.ONLINE_HOURS: Range(8, 10, 24),
    InputCode.POLL_MINUTES: Range(5, 10, 30),
    InputCode.RECONNECTS: Range(1, 5, 40),  # a computer in the office; a phone that changes networks
    InputCode.CONNECTIONS: Range(1, 3, 5),  # phones hold one or two, Thunderbird and Mailbird up to five
    InputCode.CONNECTION_MB: Range(ASLEEP_MB, AS_SHIPPED_MB, 3),  # tuned; as shipped [M]; big mailboxes
    InputCode.UPLOAD_EFFICIENCY: Range(0.5, 0.7, 1),
    InputCode.GB_PRICE: Range(0.5, 5, 12),  # .56 USD (Purelymail) to 12 USD (Strangecode 2019) a GB and year
    InputCode.CARE_IMAP: Range(0, 1, 4),
    InputCode.CARE_IMAP_ARCHIVE: Range(4, 12, 24),  # the archive is filled and tried by hand
    InputCode.CARE_POP3_KEEP: Range(3, 8, 18),  # the one computer holds the only whole copy
    InputCode.CARE_POP3_DELETE: Range(3, 8, 18),
}

SEATS = ((30.0, 6.0), (2_000.0, 12.0), (5_000.0, 18.0))
"""GB and money a month of one seat where storage comes in steps (Google Workspace, USD, mid-2024); then the last."""

ROOM = 1.3
"""Room for a change: nearly a third more than today's mail, until both ends have been compared and cleaned up."""
