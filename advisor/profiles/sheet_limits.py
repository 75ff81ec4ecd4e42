"""What a person has to know who sets a program up by hand, with the sheet.

Facts: Thunderbird for Android (``DefaultDeletePolicyProvider``).
"""

from collections.abc import Iterable

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account, Form
from advisor.profiles.cannot import Cannot, collector_can_delete, in_order, missing_servers
from advisor.settings.codes import Program


def sheet_limits(account: Account, programs: tuple[Program, ...] | None = None) -> tuple[Cannot, ...]:
    """For ``programs``, else for those that this person uses; for all where nothing is known about them."""
    used = programs or (account.person.programs if account.person else ())
    found = (*_of_programs(account, used), *collector_can_delete(account)) if not account.for_program else ()
    return in_order((*missing_servers(account), *found))


def _of_programs(account: Account, programs: tuple[Program, ...]) -> Iterable[Cannot]:
    def used(program: Program) -> bool:
        return not programs or program in programs

    phones = used(Program.ANDROID) or used(Program.APPLE)
    if account.form is Form.IMAP_ARCHIVE and phones:
        yield Cannot.OFFLINE_PHONE
    if account.form in DELETING_FORMS and used(Program.ANDROID):
        yield Cannot.PHONE_NEVER_DELETES
    if account.form is Form.POP3_KEEP_DAYS and used(Program.APPLE):
        yield Cannot.PHONE_DAYS
    if account.form in POP3_FORMS and used(Program.OUTLOOK_NEW):
        yield Cannot.NEW_OUTLOOK_POP3
