"""Codes of the decision's own words: rules, alarms, facts of the server, conditions, reasons for the fifth answer."""

from enum import StrEnum


class Rule(StrEnum):
    """Rules that take an alternative out. ``native``: the alternatives are not scored at all."""

    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"
    E6 = "E6"
    NATIVE = "native"


class Alarm(StrEnum):
    """What must be heard before any advice, in the order of showing."""

    MAIL_ONLY_ON_PC = "mail_only_on_pc"
    ENCRYPT_FIRST = "encrypt_first"
    SEPARATE_PROGRAM_MAILBOX = "separate_program_mailbox"
    BACKUP_FIRST = "backup_first"


class ServerFact(StrEnum):
    """What a server shows that moves a value or fires a rule. In brackets the figure."""

    NO_IDLE = "no_idle"  # IMAP cannot tell of new mail by itself (RFC 2177)
    NO_LEAN_SYNC = "no_lean_sync"  # neither CONDSTORE nor QRESYNC (RFC 7162) nor COMPRESS=DEFLATE (RFC 4978)
    LONG_LOGIN_DELAY = "long_login_delay"  # (seconds): POP3 lets a program in only so often (RFC 2449 section 6.5)
    NO_UIDL = "no_uidl"  # POP3 cannot tell old mail from new
    EXPIRES = "expires"  # (days): the server deletes by itself; 0: nothing may be left (RFC 2449 section 6.7)


class Insecurity(StrEnum):
    """Why an access that answers cannot be used."""

    CLEAR_TEXT = "clear_text"
    OLD_TLS = "old_tls"  # below TLS 1.2 only (RFC 8997)
    CERTIFICATE = "certificate"
    INJECTION = "injection"  # something in clear text slips into the encrypted part (STARTTLS)
    PREAUTH = "preauth"  # whoever connects is taken for signed in


class Ability(StrEnum):
    """What a provider can be asked for, in the order of asking."""

    IMAP = "imap"
    POP3 = "pop3"
    IMAP_ENCRYPTION = "imap_encryption"
    POP3_ENCRYPTION = "pop3_encryption"
    UIDL = "uidl"
    NO_EXPIRY = "no_expiry"
    MORE_SPACE = "more_space"
    IDLE = "idle"
    LEAN_SYNC = "lean_sync"
    SHORT_LOGIN_DELAY = "short_login_delay"


class ConditionCode(StrEnum):
    """What must be done or known for the advice to hold. In brackets the parameters."""

    ASK_PROVIDER_FOR_IMAP = "ask_provider_for_imap"  # (why): better only; without, fetching is a stopgap
    CHECK_SERVER = "check_server"  # (protocol): could not be tested
    REQUIRE_TLS = "require_tls"  # (protocol, why): answers, but not safely
    ENABLE_PROTOCOL = "enable_protocol"  # (protocol): to be switched on in the provider's panel first
    OAUTH2_REQUIRED = "oauth2_required"  # (programs): sign-in through the provider's page, no mailbox password
    POLL_INTERVAL = "poll_interval"  # (minutes): fetched more often, the server turns the program away
    SERVER_EXPIRES = "server_expires"  # (days): the server deletes by itself what nobody fetched
    SHORT_COPY = "short_copy"  # (days, needed): the copy stays for less long than absences and backups ask for
    NO_PUSH = "no_push"  # new mail is wanted at once, and the server cannot tell of it
    SENT_FOLDER_BY_HAND = "sent_folder_by_hand"  # the server does not name its folder for sent mail (RFC 6154)
    SHARED_FOLDERS = "shared_folders"  # the server can share folders (RFC 4314): each with a password of their own
    SHARED_PASSWORD = "shared_password"  # noqa: S105 - a code: all readers sign in to one mailbox
    BRIDGE_REQUIRED = "bridge_required"  # the provider's own program must run between server and client
    APP_PASSWORD = "app_password"  # noqa: S105 - a code: a password made for one program is needed
    KEEP_SECOND_FACTOR = "keep_second_factor"  # it stays on (R13)
    LIMITED_PROGRAM_OWN_MAILBOX = "limited_program_own_mailbox"  # (client_limit)
    REPLACE_LIMITED_PROGRAM = "replace_limited_program"  # (client_limit, protocol, why): what it speaks is not possible
    CHECK_OTHER_COLLECTORS = "check_other_collectors"  # nobody knows whether a program collects this mail
    ONE_COLLECTOR = "one_collector"  # one named computer keeps the full copy and never deletes (R2, R18)
    ARCHIVE_BY_IMAP = "archive_by_imap"  # (why): POP3 beside IMAP is discouraged, or the server cannot do it
    ARCHIVE_AFTER_ENCRYPTION = "archive_after_encryption"  # the full copy that is missed, once devices are encrypted
    MAILBOX_SOON_FULL = "mailbox_soon_full"  # (days, why): at today's amount of mail (R12)
    MEASURE_QUOTA = "measure_quota"  # (why): whether the server itself tells how much fits
    TEST_RESTORE = "test_restore"
    SOLVE_RETENTION = "solve_retention"  # neither protocol is an archive (R9)
    GROUPWARE_SEPARATELY = "groupware_separately"  # calendar and contacts come another way
    NEW_OUTLOOK_RELAYS = "new_outlook_relays"  # password and mail pass through a third party (R17)
    LONG_OFFLINE_COPY = "long_offline_copy"  # the first full copy is slow: once, on a good line


class NativeReason(StrEnum):
    """Why neither protocol is advised but the provider's own connection."""

    MICROSOFT365 = "microsoft365"
    GROUPWARE = "groupware"
