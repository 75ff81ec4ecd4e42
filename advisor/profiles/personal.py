"""What one person gets on their own page: for each program the file or why there is none, and the steps.

The bytes of a file come from the same export as the ZIP.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from advisor.profiles.account import DELETING_FORMS, Account
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export
from advisor.profiles.files import ExportFile
from advisor.profiles.formats.catalogue import FORMATS, limits, refusals
from advisor.profiles.guides import GuideCode, StepKind, guides_for, program_of
from advisor.profiles.guides_files import COMMANDS, STEPS, TARGETS
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.sheet import GUIDES, fields_of, filled
from advisor.profiles.sheet_limits import sheet_limits
from advisor.profiles.targets import Target
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language, Text

_READS_NOTHING = frozenset({GuideCode.BROWSER})
_CANNOT_FETCH = frozenset({GuideCode.OUTLOOK_NEW})
"""Programs of which nobody can say whether they fetch by POP3, let alone when they delete."""

_NAMES = {
    Target.APPLE: Text("Die Einstellungen als Datei", "The settings as a file"),
    Target.OUTLOOK_PRF: Text("Die Einstellungen für Outlook als Datei", "The settings for Outlook as a file"),
    Target.K9: Text("Die Einstellungen für Thunderbird als Datei", "The settings for Thunderbird as a file"),
    Target.THUNDERBIRD: Text("Die Einstellungen für Thunderbird als Datei", "The settings for Thunderbird as a file"),
    Target.THUNDERBIRD_ANDROID_QR: Text("Die Einstellungen als Bild (QR-Code)", "The settings as a picture (QR code)"),
}
"""What the files are called for people who know no formats."""


@dataclass(frozen=True, slots=True)
class FileOffer:
    """One file. ``refused`` is set where there can be none: what is the matter and what to do instead.

    ``use`` says in one paragraph what to do with a file that has no ``steps``; ``command`` is a line for the steps.
    """

    target: Target
    name: str
    use: str
    command: str | None
    steps: tuple[str, ...]
    limits: tuple[str, ...]
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramOffer:
    """One program: its files, and the steps without a file; ``limits`` is what it cannot do however it is set up."""

    code: GuideCode
    title: str
    hint: str | None
    files: tuple[FileOffer, ...]
    by_hand: tuple[str, ...]
    limits: tuple[str, ...]


def may_choose_one(account: Account) -> tuple[GuideCode, ...]:
    """The programs of which this person may set up one only; empty where nothing hurts.

    What takes mail off the server must run once: of two such programs each would get a part of the mail.
    """
    readers = tuple(code for code in can_be_set_up(account) if code not in _READS_NOTHING)
    return readers if account.form in DELETING_FORMS and len(readers) > 1 else ()


def can_be_set_up(account: Account) -> tuple[GuideCode, ...]:
    """The programs of this person, without those that cannot do what their way needs where another one can."""
    every = guides_for(account)
    able = tuple(code for code in every if account.form not in DELETING_FORMS or code not in _CANNOT_FETCH)
    return able if any(code not in _READS_NOTHING for code in able) else every


def program_offer(code: GuideCode, account: Account, language: Language) -> ProgramOffer:
    """Everything for one program of this person."""
    text = GUIDES[code]
    program = program_of(code)
    known = sheet_limits(account, (program,) if program else None)
    by_hand = (step for step in text.steps if step.kind in (StepKind.ALWAYS, StepKind.BY_HAND))
    return ProgramOffer(
        code=code,
        title=text.title.into(language),
        hint=text.hint.into(language) if text.hint else None,
        files=tuple(_file(code, target, account, language) for target in TARGETS.get(code, ())),
        by_hand=filled(by_hand, account, language),
        limits=_said(known, account, language),
    )


def file_of(
    settings: CompanySettings,
    person: Person,
    target: Target,
    contact: str | None,
) -> ExportFile | None:
    """The file as it lies in the person's folder of the ZIP; None where there is none.

    Raises ``UnsafeSettingsError``.
    """
    made = export(settings, (person,), only={target}, contact=contact)
    return next((each for each in made if each.target is target and each.person is not None), None)


def targets_of(codes: Container[GuideCode]) -> frozenset[Target]:
    """The files of these programs."""
    return frozenset(target for code, targets in TARGETS.items() if code in codes for target in targets)


def _file(code: GuideCode, target: Target, account: Account, language: Language) -> FileOffer:
    kind = FORMATS[target]
    because = refusals(target, account)
    return FileOffer(
        target=target,
        name=_NAMES.get(target, kind.name).into(language),
        use=_use(target, account, language),
        command=COMMANDS[target].format(**fields_of(account, language)) if target in COMMANDS else None,
        steps=filled(STEPS.get((code, target), ()), account, language),
        limits=_said(limits(target, account), account, language) if not because else (),
        refused=_said(because, account, language),
    )


def _use(target: Target, account: Account, language: Language) -> str:
    """What to do with a file; where it cannot wait, first what must be done before."""
    at_once = Cannot.DELETES_AT_ONCE in limits(target, account)
    before = LIMIT_TEXTS[Cannot.DELETES_AT_ONCE].todo.into(language)
    use = FORMATS[target].use.into(language)
    return f"{before} {use}" if at_once else use


def _said(codes: Iterable[Cannot], account: Account, language: Language) -> tuple[str, ...]:
    return tuple(" ".join(LIMIT_TEXTS[code].sentences(language, account)) for code in codes)
