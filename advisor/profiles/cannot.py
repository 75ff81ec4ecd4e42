"""What a kind of file cannot say, as codes: each format names those that hold for an account.

The codes go into the manifest, the sentences (``limit_texts``) on the page before the download, into the READMEs and
into the files.
"""

from collections.abc import Iterable
from enum import StrEnum

from advisor.profiles.account import IMAP_FORMS, Account, Form


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
    PHONE_NOT_NAMED = "phone_not_named"
    TOO_LONG_FOR_CODE = "too_long_for_code"
    DELETES_AT_ONCE = "deletes_at_once"
    NEVER_PUBLISHED = "never_published"
    PER_COMPUTER = "per_computer"
    LOCKED_POP3 = "locked_pop3"
    COLLECTOR_CAN_DELETE = "collector_can_delete"
    RULE_FOR_FIRST_ACCOUNT = "rule_for_first_account"
    ACCOUNT_LIVES_IN_FILE = "account_lives_in_file"
    ONE_DAY_BECOMES_TWO = "one_day_becomes_two"
    REPLACES_ACCOUNTS = "replaces_accounts"
    SENT_STAYS_HERE = "sent_stays_here"
    TRASH_STAYS_HERE = "trash_stays_here"
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
    SIGNATURE_ENDS = "signature_ends"
    INCOMING_STARTTLS = "incoming_starttls"
    NOT_WRITABLE = "not_writable"
    PLAIN_LETTERS = "plain_letters"
    OUTLOOK_OWN_PERIOD = "outlook_own_period"
    OUTLOOK_IGNORES_FILE = "outlook_ignores_file"
    PROGRAMS_IGNORE_DNS = "programs_ignore_dns"
    DNS_NO_PERIOD = "dns_no_period"
    NO_PACC = "no_pacc"
    PACC_NO_PERIOD = "pacc_no_period"
    SERVER_CANNOT_ORDER = "server_cannot_order"
    SERVER_DELETES_FOR_ALL = "server_deletes_for_all"
    SERVER_DELETES_CONFIRMED = "server_deletes_confirmed"
    OTHER_PROTOCOL_POP3 = "other_protocol_pop3"
    OTHER_PROTOCOL_IMAP = "other_protocol_imap"
    NO_STARTTLS = "no_starttls"
    OAUTH2_BY_HAND = "oauth2_by_hand"
    SENDER_IS_PATTERN = "sender_is_pattern"
    COLLECTOR_NEEDS_COPIER = "collector_needs_copier"
    COPY_INCOMPLETE = "copy_incomplete"
    COPIES_ONLY = "copies_only"
    UNREAD_ONLY = "unread_only"
    DAYS_BECOME_NEVER = "days_become_never"
    ONLINE_ONLY = "online_only"
    NEEDS_LOCAL_DELIVERY = "needs_local_delivery"
    NEEDS_COMMON_NAME = "needs_common_name"


_PLACES = {code: place for place, code in enumerate(Cannot)}
_REFUSING = frozenset(
    {
        Cannot.NO_INCOMING_SERVER,
        Cannot.NO_SENDING_SERVER,
        Cannot.OAUTH2_REQUIRED,
        Cannot.COLLECTOR_MUST_KEEP,
        Cannot.PROGRAM_TAKES_VALUES,
        Cannot.INCOMING_STARTTLS,
        Cannot.NOT_WRITABLE,
        Cannot.OTHER_PROTOCOL_POP3,
        Cannot.OTHER_PROTOCOL_IMAP,
        Cannot.NO_STARTTLS,
        Cannot.OAUTH2_BY_HAND,
        Cannot.USERNAME_NEEDED,
        Cannot.SENDER_IS_PATTERN,
        Cannot.COLLECTOR_NEEDS_COPIER,
        Cannot.COPY_INCOMPLETE,
        Cannot.RULE_WOULD_DELETE,
        Cannot.PHONE_COLLECTS_NOTHING,
        Cannot.PHONE_NOT_NAMED,
        Cannot.TOO_LONG_FOR_CODE,
        Cannot.NO_FOREVER,
        Cannot.OUTLOOK_OWN_PERIOD,
        Cannot.NEVER_PUBLISHED,
    }
)

_ENDANGERING = frozenset(
    {
        Cannot.DELETES_AT_ONCE,
        Cannot.PER_COMPUTER,
        Cannot.LOCKED_POP3,
        Cannot.COLLECTOR_CAN_DELETE,
        Cannot.RULE_FOR_FIRST_ACCOUNT,
        Cannot.ACCOUNT_LIVES_IN_FILE,
        Cannot.REPLACES_ACCOUNTS,
        Cannot.SENT_STAYS_HERE,
        Cannot.TRASH_STAYS_HERE,
        Cannot.OFFLINE_COPY,
        Cannot.DELETES_TOGETHER,
        Cannot.NO_DAYS,
        Cannot.NEW_OUTLOOK_POP3,
        Cannot.DNS_NO_PERIOD,
        Cannot.SERVER_CANNOT_ORDER,
        Cannot.SERVER_DELETES_FOR_ALL,
        Cannot.SERVER_DELETES_CONFIRMED,
    }
)


def in_order(codes: Iterable[Cannot]) -> tuple[Cannot, ...]:
    """Each code once, in the order of the codes."""
    return tuple(sorted(set(codes), key=_PLACES.__getitem__))


def refusing(codes: Iterable[Cannot]) -> tuple[Cannot, ...]:
    """Those because of which no file can be written."""
    return tuple(code for code in codes if code in _REFUSING)


def endangers_mail(code: Cannot) -> bool:
    """Whether mail can be deleted, out of sight or without the expected copy for who does not know of this.

    What fills a mailbox or leaves something to be typed by hand is no danger of this kind.
    """
    return code in _ENDANGERING


def missing_servers(account: Account) -> Iterable[Cannot]:
    """The servers of which nothing safe is known."""
    if account.incoming is None:
        yield Cannot.NO_INCOMING_SERVER
    if account.outgoing is None:
        yield Cannot.NO_SENDING_SERVER


def collector_can_delete(account: Account) -> Iterable[Cannot]:
    """Whether the collecting computer has an ordinary IMAP account, in which a person can delete for everybody."""
    if account.collecting and account.form in IMAP_FORMS:
        yield Cannot.COLLECTOR_CAN_DELETE


def deletes_at_once(account: Account) -> Iterable[Cannot]:
    """Whether the file makes its program delete at the first fetch, so that a backup has to be there before."""
    if account.form is Form.POP3_DELETE:
        yield Cannot.DELETES_AT_ONCE


def unknown_username(account: Account) -> Iterable[Cannot]:
    """Whether a person's user name has to be typed by hand."""
    if account.person is not None and any(account.username(server) is None for server in account.servers):
        yield Cannot.USERNAME_UNKNOWN


def needed_username(account: Account) -> Iterable[Cannot]:
    """Whether a person's user name is missing where the program would never ask for it."""
    if any(unknown_username(account)):
        yield Cannot.USERNAME_NEEDED
