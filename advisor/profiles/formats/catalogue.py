"""All kinds of files, and what each can and cannot do for an account."""

from collections.abc import Iterable

from advisor.profiles.account import POP3_FORMS, Account
from advisor.profiles.cannot import Cannot, in_order, missing_servers, refusing
from advisor.profiles.formats import (
    aerc,
    apple,
    claws,
    dns,
    dovecot,
    evolution,
    fetchmail,
    getmail,
    k9,
    kmail,
    mbsync,
    mpop,
    msmtp,
    neomutt,
    offlineimap,
    outlook_pox,
    outlook_prf,
    outlook_steps,
    sheet,
    slip,
    thunderbird,
    thunderbird_android_qr,
    thunderbird_policies,
)
from advisor.profiles.formats.format import Format, Group
from advisor.profiles.targets import Target

FORMATS: dict[Target, Format] = {
    each.target: each
    for each in (
        sheet.FORMAT,
        slip.FORMAT,
        thunderbird.FORMAT,
        thunderbird_policies.FORMAT,
        apple.FORMAT,
        outlook_pox.FORMAT,
        outlook_prf.FORMAT,
        outlook_steps.FORMAT,
        thunderbird_android_qr.FORMAT,
        k9.FORMAT,
        evolution.FORMAT,
        kmail.FORMAT,
        claws.FORMAT,
        mbsync.FORMAT,
        getmail.FORMAT,
        fetchmail.FORMAT,
        mpop.FORMAT,
        msmtp.FORMAT,
        offlineimap.FORMAT,
        neomutt.FORMAT,
        aerc.FORMAT,
        dns.FORMAT,
        dovecot.FORMAT,
    )
}

USUAL = tuple(
    target
    for target, kind in FORMATS.items()
    if kind.group is Group.EVERYBODY or (kind.group is Group.PROGRAM and kind.programs)
)
"""What is exported where nobody chooses: the papers, and the files for the programs of the questionnaire."""
_IMAP_ONLY = frozenset({Target.THUNDERBIRD_POLICIES})
"""Usual for IMAP only: what is fetched disappears from view with the file, so somebody has to ask for it and know."""


def usual(accounts: Iterable[Account]) -> tuple[Target, ...]:
    """What is exported for these where nobody chooses: for all of them the same kinds."""
    fetching = [account for account in accounts if account.form in POP3_FORMS]
    held_back = {
        target
        for target in _IMAP_ONLY
        if any(is_for(target, account) and not refusals(target, account) for account in fetching)
    }
    return tuple(target for target in USUAL if target not in held_back)


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
    """Whether there is such a file at all for this account, a person's or the company's.

    A person whose programs are named gets no files for other ones.
    """
    kind = FORMATS[target]
    if account.person is None:
        return kind.company is not None
    named = account.person.programs
    return kind.person is not None and not (kind.programs and named and kind.programs.isdisjoint(named))
