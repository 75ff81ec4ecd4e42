"""What the pages around the export show: what each kind of file cannot say, for whom, and which files there will be."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.profiles.account import Account, account_for
from advisor.profiles.cannot import Cannot, refusing
from advisor.profiles.formats.catalogue import FORMATS, is_for, limits, usual
from advisor.profiles.formats.format import Format, Group
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.targets import Target
from advisor.report.cells import Cell, Tone
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language, Text

MOST_NAMES = 3

_FOR_ALL = Text("für alle", "for everyone")
_FOR_SOME = Text("für {written} von {people}", "for {written} of {people}")
_FOR_COMPANY = Text("für die ganze Firma", "for the whole company")
_FOR_NOBODY = Text("nicht möglich", "not possible")
_UNUSED = Text("braucht niemand auf der Liste", "nobody on the list needs it")
_AND_MORE = Text("{names} und {more} weitere", "{names} and {more} more")

MORE_TARGETS = {
    Group.PROGRAM: Text("Weitere Mailprogramme", "More mail programs"),
    Group.TERMINAL: Text("Programme für das Terminal", "Programs for the terminal"),
    Group.DOMAIN: Text(
        "Für die Person, die Domain oder Server betreut", "For the person who runs the domain or the server"
    ),
}
"""Headings of the files that only few need."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that a kind of file cannot say; ``whom`` is empty where it holds for everyone."""

    text: str
    whom: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One kind of file: for how many people it is written, how it is used, what it cannot say.

    ``usual``: taken along unless somebody says otherwise; ``possible``: there is at least one such file.
    """

    target: Target
    group: Group
    usual: bool
    possible: bool
    name: str
    use: str
    written: Cell
    limits: tuple[Limit, ...]


def cannot_matrix(settings: CompanySettings, people: Sequence[Person], language: Language) -> tuple[TargetRow, ...]:
    """Per kind of file what it cannot express for these people; for files of the domain, for the company.

    Where nobody on the list needs a kind of file, what it could not express for them if they asked for it.
    Raises ``UnsafeSettingsError``.
    """
    company = account_for(settings, None)
    accounts = [account_for(settings, person) for person in people]
    ticked = usual((company, *accounts))
    return tuple(
        _row(target, accounts if FORMATS[target].person else [company], language, ticked=target in ticked)
        for target in FORMATS
    )


def is_foreign(person: Person, settings: CompanySettings) -> bool:
    """Whether the person's address lies outside the domain for which the servers were found."""
    account = account_for(settings, person)
    return account.address is not None and account.address.domain != account_for(settings, None).domain


def _row(target: Target, accounts: Sequence[Account], language: Language, *, ticked: bool) -> TargetRow:
    kind = FORMATS[target]
    concerned = [account for account in accounts if is_for(target, account)]
    asking = concerned or accounts
    said: dict[tuple[Cannot, int | None], str] = {}  # of thousands of people most are told the same
    written = 0
    names: dict[str, list[str]] = {}
    for account in asking:
        found = limits(target, account)
        written += bool(concerned) and (kind.always or not refusing(found))
        for code in found:
            told = code, account.keep_days
            text = said[told] = said.get(told) or _sentence(code, account, language)
            names.setdefault(text, []).append(_name(account))
    return TargetRow(
        target,
        kind.group,
        ticked and written > 0,
        written > 0,
        kind.name.into(language),
        kind.use.into(language),
        _written(kind, written, (len(concerned), len(accounts)), language),
        tuple(Limit(text, _whom(who, len(asking), language)) for text, who in names.items()),
    )


def _written(kind: Format, written: int, of: tuple[int, int], language: Language) -> Cell:
    """``of``: how many need such a file, and how many there are."""
    concerned, people = of
    if not concerned:
        return Cell(_UNUSED.into(language), Tone.NONE)
    if not written:
        return Cell(_FOR_NOBODY.into(language), Tone.BAD)
    if kind.person is None:
        return Cell(_FOR_COMPANY.into(language), Tone.GOOD)
    if written == people:
        return Cell(_FOR_ALL.into(language), Tone.GOOD)
    tone = Tone.GOOD if written == concerned else Tone.WARN
    return Cell(_FOR_SOME.into(language, written=written, people=people), tone)


def _sentence(code: Cannot, account: Account, language: Language) -> str:
    return " ".join(LIMIT_TEXTS[code].sentences(language, account))


def _name(account: Account) -> str:
    return account.person.name if account.person else account.organisation


def _whom(names: list[str], people: int, language: Language) -> str:
    if len(names) == people:
        return ""
    shown = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return _AND_MORE.into(language, names=shown, more=more) if more > 0 else shown
