"""What a kind of file cannot say, as codes: each format names those that hold for an account.

The codes go into the manifest, the sentences (``limit_texts``) on the page before the download, into the READMEs and
into the files.
"""

from collections.abc import Iterable
from enum import StrEnum

from advisor.profiles.account import Account


class Cannot(StrEnum):
    """One thing that a file cannot express, or why there can be no such file."""

    NO_INCOMING_SERVER = "no_incoming_server"
    NO_SENDING_SERVER = "no_sending_server"
    OAUTH2_REQUIRED = "oauth2_required"
    OAUTH2_KNOWN_SERVERS = "oauth2_known_servers"
    COLLECTOR_MUST_KEEP = "collector_must_keep"
    PROGRAM_TAKES_VALUES = "program_takes_values"
    USERNAME_NEEDED = "username_needed"
    RULE_WOULD_DELETE = "rule_would_delete"
    PHONE_COLLECTS_NOTHING = "phone_collects_nothing"
    TOO_LONG_FOR_CODE = "too_long_for_code"
    PER_COMPUTER = "per_computer"
    RULE_FOR_FIRST_ACCOUNT = "rule_for_first_account"
    ACCOUNT_LIVES_IN_FILE = "account_lives_in_file"
    REPLACES_ACCOUNTS = "replaces_accounts"
    SENT_STAYS_HERE = "sent_stays_here"
    OFFLINE_COPY = "offline_copy"
    OFFLINE_PHONE = "offline_phone"
    KEEP_FOREVER = "keep_forever"
    DELETES_TOGETHER = "deletes_together"
    NO_DAYS = "no_days"
    NO_FOREVER = "no_forever"
    NO_DELETE = "no_delete"
    PHONE_DAYS = "phone_days"
    PHONE_NEVER_DELETES = "phone_never_deletes"
    PHONE_READS_IMAP_ONLY = "phone_reads_imap_only"
    NEW_OUTLOOK_POP3 = "new_outlook_pop3"
    ONE_ENCRYPTION_SWITCH = "one_encryption_switch"
    USERNAME_UNKNOWN = "username_unknown"
    UNSIGNED = "unsigned"


_REFUSING = frozenset(
    {
        Cannot.NO_INCOMING_SERVER,
        Cannot.NO_SENDING_SERVER,
        Cannot.OAUTH2_REQUIRED,
        Cannot.COLLECTOR_MUST_KEEP,
        Cannot.PROGRAM_TAKES_VALUES,
        Cannot.USERNAME_NEEDED,
        Cannot.RULE_WOULD_DELETE,
        Cannot.PHONE_COLLECTS_NOTHING,
        Cannot.TOO_LONG_FOR_CODE,
    }
)


def in_order(codes: Iterable[Cannot]) -> tuple[Cannot, ...]:
    """Each code once, in the order of the codes."""
    found = frozenset(codes)
    return tuple(code for code in Cannot if code in found)


def refusing(codes: Iterable[Cannot]) -> tuple[Cannot, ...]:
    """Those because of which no file can be written."""
    return tuple(code for code in codes if code in _REFUSING)


def missing_servers(account: Account) -> Iterable[Cannot]:
    """The servers of which nothing safe is known."""
    if account.incoming is None:
        yield Cannot.NO_INCOMING_SERVER
    if account.outgoing is None:
        yield Cannot.NO_SENDING_SERVER


def unknown_username(account: Account) -> Iterable[Cannot]:
    """Whether a person's user name has to be typed by hand."""
    if account.person is not None and any(account.username(server) is None for server in account.servers):
        yield Cannot.USERNAME_UNKNOWN


def needed_username(account: Account) -> Iterable[Cannot]:
    """Whether a person's user name is missing where the program would never ask for it."""
    if any(unknown_username(account)):
        yield Cannot.USERNAME_NEEDED
