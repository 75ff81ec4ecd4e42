"""What the pages around the export show: what each kind of file cannot say, for whom, and which files there will be."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.profiles.account import Account, account_for
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import FORMATS, USUAL, limits, refusals
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.targets import Target
from advisor.report.cells import Cell, Tone
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language, Text

MOST_NAMES = 3

_FOR_ALL = Text("für alle", "for everyone")
_FOR_SOME = Text("für {written} von {people}", "for {written} of {people}")
_FOR_NOBODY = Text("nicht möglich", "not possible")
_AND_MORE = Text("{names} und {more} weitere", "{names} and {more} more")


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that a kind of file cannot say; ``whom`` is empty where it holds for everyone."""

    text: str
    whom: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One kind of file: for how many people it is written, how it is used, what it cannot say."""

    name: str
    use: str
    written: Cell
    limits: tuple[Limit, ...]


def cannot_matrix(settings: CompanySettings, people: Sequence[Person], language: Language) -> tuple[TargetRow, ...]:
    """Per kind of file what it cannot express for these people. Raises ``UnsafeSettingsError``."""
    accounts = [account_for(settings, person) for person in people]
    return tuple(_row(target, accounts, language) for target in USUAL)


def is_foreign(person: Person, settings: CompanySettings) -> bool:
    """Whether the person's address lies outside the domain for which the servers were found."""
    account = account_for(settings, person)
    return account.address is not None and account.address.domain != account_for(settings, None).domain


def _row(target: Target, accounts: Sequence[Account], language: Language) -> TargetRow:
    written = sum(not refusals(target, account) for account in accounts)
    concerned: dict[str, list[str]] = {}
    for account in accounts:
        for code in limits(target, account):
            concerned.setdefault(_sentence(code, account, language), []).append(_name(account))
    found = tuple(Limit(text, _whom(names, len(accounts), language)) for text, names in concerned.items())
    return TargetRow(
        FORMATS[target].name.into(language),
        FORMATS[target].use.into(language),
        _written(written, len(accounts), language),
        found,
    )


def _written(written: int, people: int, language: Language) -> Cell:
    if written == people:
        return Cell(_FOR_ALL.into(language), Tone.GOOD)
    if written:
        return Cell(_FOR_SOME.into(language, written=written, people=people), Tone.WARN)
    return Cell(_FOR_NOBODY.into(language), Tone.BAD)


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
