"""What a kind of file cannot say, per account: what happens instead and what to do about it.

The codes go into the manifest, the sentences on the page before the download, into the READMEs and into the files.
Facts: Thunderbird 153 (``readFromXML``, ``CreateInBackend``), Thunderbird for Android (``RealAutoconfigParser``,
``DefaultDeletePolicyProvider``), Apple's payload ``com.apple.mail.managed``.
"""

from collections.abc import Iterable
from enum import StrEnum

from advisor.profiles.account import POP3_FORMS, Account, Form
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from probes.codes import Security


class Cannot(StrEnum):
    """One thing that a file cannot express, or why there can be no such file."""

    NO_INCOMING_SERVER = "no_incoming_server"
    NO_SENDING_SERVER = "no_sending_server"
    OAUTH2_REQUIRED = "oauth2_required"
    OAUTH2_KNOWN_SERVERS = "oauth2_known_servers"
    COLLECTOR_MUST_KEEP = "collector_must_keep"
    PROGRAM_TAKES_VALUES = "program_takes_values"
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
    }
)


def limits(target: Target, account: Account) -> tuple[Cannot, ...]:
    """Everything that ``target`` cannot express for this account, in the order of the codes.

    A program that collects mail is no mail program: it takes the values of the sheet and none of the other files.
    """
    match target:
        case Target.SHEET if account.for_program:
            found = {*_servers(account)}
        case _ if account.for_program:
            found = {*_servers(account), Cannot.PROGRAM_TAKES_VALUES}
        case Target.SHEET:
            found = {*_servers(account), *_sheet(account)}
        case Target.THUNDERBIRD:
            found = {*_servers(account), *_thunderbird(account)}
        case Target.APPLE:
            found = {*_servers(account), *_apple(account)}
    return tuple(code for code in Cannot if code in found)


def refusals(target: Target, account: Account) -> tuple[Cannot, ...]:
    """Why no file of this kind can be written; empty where one can. A sheet is always written: people can ask."""
    if target is Target.SHEET:
        return ()
    return tuple(code for code in limits(target, account) if code in _REFUSING)


def _servers(account: Account) -> Iterable[Cannot]:
    if account.incoming is None:
        yield Cannot.NO_INCOMING_SERVER
    if account.outgoing is None:
        yield Cannot.NO_SENDING_SERVER


def _sheet(account: Account) -> Iterable[Cannot]:
    programs = account.person.programs if account.person else ()

    def used(program: Program) -> bool:
        return not programs or program in programs

    phones = used(Program.ANDROID) or used(Program.APPLE)
    if account.form is Form.IMAP_ARCHIVE and phones:
        yield Cannot.OFFLINE_PHONE
    if account.form in (Form.POP3_KEEP_DAYS, Form.POP3_DELETE) and used(Program.ANDROID):
        yield Cannot.PHONE_NEVER_DELETES
    if account.form is Form.POP3_KEEP_DAYS and used(Program.APPLE):
        yield Cannot.PHONE_DAYS
    if account.form in POP3_FORMS and used(Program.OUTLOOK_NEW):
        yield Cannot.NEW_OUTLOOK_POP3


def _thunderbird(account: Account) -> Iterable[Cannot]:
    if account.oauth2_only:
        yield Cannot.OAUTH2_KNOWN_SERVERS
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY
    if account.form is Form.POP3_KEEP_FOREVER:
        yield Cannot.KEEP_FOREVER
    if account.form in (Form.POP3_KEEP_FOREVER, Form.POP3_KEEP_DAYS):
        yield Cannot.DELETES_TOGETHER
    if account.form in POP3_FORMS:
        yield Cannot.PHONE_READS_IMAP_ONLY
    if _username_unknown(account):
        yield Cannot.USERNAME_UNKNOWN


def _apple(account: Account) -> Iterable[Cannot]:
    yield Cannot.UNSIGNED
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    if account.collecting and account.form in POP3_FORMS:
        yield Cannot.COLLECTOR_MUST_KEEP
    if account.form in _APPLE_FORMS:
        yield _APPLE_FORMS[account.form]
    if any(server.security is Security.STARTTLS for server in account.servers):
        yield Cannot.ONE_ENCRYPTION_SWITCH
    if _username_unknown(account):
        yield Cannot.USERNAME_UNKNOWN


_APPLE_FORMS = {
    Form.IMAP_ARCHIVE: Cannot.OFFLINE_COPY,
    Form.POP3_KEEP_DAYS: Cannot.NO_DAYS,
    Form.POP3_KEEP_FOREVER: Cannot.NO_FOREVER,
    Form.POP3_DELETE: Cannot.NO_DELETE,
}


def _username_unknown(account: Account) -> bool:
    return account.person is not None and any(account.username(server) is None for server in account.servers)
