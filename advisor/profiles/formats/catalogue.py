"""All kinds of files, and what each can and cannot do for an account."""

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot, in_order, missing_servers, refusing
from advisor.profiles.formats import (
    apple,
    claws,
    evolution,
    k9,
    sheet,
    slip,
    thunderbird,
    thunderbird_android_qr,
    thunderbird_policies,
)
from advisor.profiles.formats.format import Format
from advisor.profiles.targets import Target

FORMATS: dict[Target, Format] = {
    each.target: each
    for each in (
        sheet.FORMAT,
        slip.FORMAT,
        thunderbird.FORMAT,
        thunderbird_policies.FORMAT,
        apple.FORMAT,
        thunderbird_android_qr.FORMAT,
        k9.FORMAT,
        evolution.FORMAT,
        claws.FORMAT,
    )
}


def limits(target: Target, account: Account) -> tuple[Cannot, ...]:
    """Everything that ``target`` cannot express for this account, in the order of the codes.

    A program that collects mail is no mail program: it takes the values of the sheet and none of the other files.
    """
    kind = FORMATS[target]
    own = kind.limits(account)
    if account.for_program:
        own = () if kind.always else (Cannot.PROGRAM_TAKES_VALUES,)
    return in_order((*missing_servers(account), *own))


def refusals(target: Target, account: Account) -> tuple[Cannot, ...]:
    """Why no file of this kind can be written; empty where one can."""
    return () if FORMATS[target].always else refusing(limits(target, account))


def is_for(target: Target, account: Account) -> bool:
    """Whether there is such a file at all for this account, a person's or the company's."""
    return (FORMATS[target].person if account.person else FORMATS[target].company) is not None
