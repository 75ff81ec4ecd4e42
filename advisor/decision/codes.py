"""Codes of the decision's own words: rules, alarms, conditions, and the reasons for the fifth answer."""

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


class ConditionCode(StrEnum):
    """What must be done or known for the advice to hold. In brackets the parameters."""

    ASK_PROVIDER_FOR_IMAP = "ask_provider_for_imap"
    CHECK_SERVER = "check_server"  # (protocol): could not be tested
    REQUIRE_TLS = "require_tls"  # (protocol): answers without encryption only
    ENABLE_PROTOCOL = "enable_protocol"  # (protocol): to be switched on in the provider's panel first
    OAUTH2_REQUIRED = "oauth2_required"  # sign-in through the provider's page, no mailbox password
    BRIDGE_REQUIRED = "bridge_required"  # the provider's own program must run between server and client
    APP_PASSWORD = "app_password"  # noqa: S105 - a code: a password made for one program is needed
    KEEP_SECOND_FACTOR = "keep_second_factor"  # it stays on (R13)
    LIMITED_PROGRAM_OWN_MAILBOX = "limited_program_own_mailbox"  # (client_limit)
    CHECK_OTHER_COLLECTORS = "check_other_collectors"  # nobody knows whether a program collects this mail
    ONE_COLLECTOR = "one_collector"  # one named computer keeps the full copy and never deletes (R2, R18)
    ARCHIVE_BY_IMAP = "archive_by_imap"  # the provider discourages POP3 beside IMAP
    MEASURE_QUOTA = "measure_quota"
    TEST_RESTORE = "test_restore"
    SOLVE_RETENTION = "solve_retention"  # neither protocol is an archive (R9)
    GROUPWARE_SEPARATELY = "groupware_separately"  # calendar and contacts come another way
    NEW_OUTLOOK_RELAYS = "new_outlook_relays"  # password and mail pass through a third party (R17)
    LONG_OFFLINE_COPY = "long_offline_copy"  # the first full copy is slow: once, on a good line


class NativeReason(StrEnum):
    """Why neither protocol is advised but the provider's own connection."""

    MICROSOFT365 = "microsoft365"
    GROUPWARE = "groupware"
