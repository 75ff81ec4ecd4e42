"""What the pages around the export show: what each kind of file cannot say, for whom, and which files there will be."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.profiles.account import Account, account_for
from advisor.profiles.cannot import Cannot, endangers_mail, refusing
from advisor.profiles.formats.catalogue import FORMATS, USUAL, is_for, limits, usual
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
_WHY_NOT = Text("Warum es diese Datei nicht gibt", "Why there is no such file")
_IF_NEEDED = Text("Was die Datei nicht könnte", "What the file could not do")
_WHY_NOT_ALL = Text(
    "Warum nicht für alle, und was die Datei sonst nicht kann", "Why not for everyone, and what else it cannot do"
)
_HARMLESS = Text("Grenzen dieser Datei, die keine Mail gefährden", "Limits of this file that endanger no mail")
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
    """One thing that a kind of file cannot say; ``whom`` is empty where it holds for every such file.

    ``danger``: a file is written in spite of it, and who does not know of it can lose mail.
    """

    text: str
    whom: str
    danger: bool


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One kind of file: for how many people it is written, how it is used, what it cannot say.

    ``usual``: taken along unless somebody says otherwise; ``possible``: there is at least one such file; ``asked_for``:
    it is taken along or is wanted in vain, so it is shown without a click.
    """

    target: Target
    group: Group
    usual: bool
    possible: bool
    asked_for: bool
    name: str
    use: str
    written: Cell
    limits: tuple[Limit, ...]
    folded: str

    @property
    def dangers(self) -> tuple[Limit, ...]:
        """What must be seen without a click."""
        return tuple(limit for limit in self.limits if limit.danger)

    @property
    def others(self) -> tuple[Limit, ...]:
        """What may be folded under the heading ``folded``."""
        return tuple(limit for limit in self.limits if not limit.danger)


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
    written, cannot = _asked(target, concerned or accounts, language, needed=bool(concerned))
    return TargetRow(
        target,
        kind.group,
        ticked and written > 0,
        written > 0,
        target in USUAL and bool(concerned) and (ticked or not written),
        kind.name.into(language),
        kind.use.into(language),
        _written(kind, written, (len(concerned), len(accounts)), language),
        cannot,
        _heading(written, len(concerned)).into(language),
    )


def _asked(
    target: Target, accounts: Sequence[Account], language: Language, *, needed: bool
) -> tuple[int, tuple[Limit, ...]]:
    """For how many a file is written, and each sentence once with the names of those whom it concerns.

    Where there is no file, only why there is none. No names where it holds for every file that is written, or where
    there is none at all because of it.
    """
    said: dict[tuple[Cannot, int | None], str] = {}  # of thousands of people most are told the same
    names: dict[str, list[str]] = {}
    reasons, dangers, files = set(), set(), 0
    for account in accounts:
        found = limits(target, account)
        because = refusing(found) if needed and not FORMATS[target].always else ()
        files += not because
        for code in because or found:
            told = code, account.keep_days
            text = said[told] = said.get(told) or _sentence(code, account, language)
            names.setdefault(text, []).append(_name(account))
            reasons |= {text} if because else set()
            dangers |= {text} if needed and endangers_mail(code) else set()
    asked = {text: len(accounts) if text in reasons else files for text in names}
    told_of = (Limit(text, _whom(who, asked[text], language), text in dangers) for text, who in names.items())
    return files if needed else 0, tuple(told_of)


def _heading(written: int, concerned: int) -> Text:
    if not concerned:
        return _IF_NEEDED
    if not written:
        return _WHY_NOT
    return _HARMLESS if written == concerned else _WHY_NOT_ALL


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
