"""Numbered steps for the mail programs people use, chosen by program and by the form of reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.profiles.account import POP3_FORMS, Account, Form
from advisor.settings.codes import Program
from advisor.text import Text


class GuideCode(StrEnum):
    """The guides; Apple has two because phone and computer differ."""

    OUTLOOK = "outlook"
    OUTLOOK_NEW = "outlook_new"
    IPHONE = "iphone"
    MAC = "mac"
    THUNDERBIRD = "thunderbird"
    ANDROID = "android"
    BROWSER = "browser"
    PROVIDER_SIGN_IN = "provider_sign_in"
    OTHER = "other"


class StepKind(StrEnum):
    """Whether a step counts in any case, only with the program's file or only without it.

    ``OPEN_FILE``: the file lies in a folder and is opened there.
    """

    ALWAYS = "always"
    OPEN_FILE = "open_file"
    WITH_FILE = "with_file"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``forms`` names the ways of reading for which it counts. Texts may hold the fields of ``sheet.py``."""

    text: Text
    forms: frozenset[Form] = frozenset(Form)
    kind: StepKind = StepKind.ALWAYS

    @property
    def needs_file(self) -> bool:
        """Whether the step falls away where there can be no file."""
        return self.kind in (StepKind.OPEN_FILE, StepKind.WITH_FILE)


@dataclass(frozen=True, slots=True)
class GuideText:
    """One guide. ``hint`` stands above the steps."""

    code: GuideCode
    title: Text
    steps: tuple[Step, ...]
    hint: Text | None = None


_OF_PROGRAM: dict[Program, tuple[GuideCode, ...]] = {
    Program.OUTLOOK: (GuideCode.OUTLOOK,),
    Program.OUTLOOK_NEW: (GuideCode.OUTLOOK_NEW,),
    Program.APPLE: (GuideCode.IPHONE, GuideCode.MAC),
    Program.THUNDERBIRD: (GuideCode.THUNDERBIRD,),
    Program.ANDROID: (GuideCode.ANDROID,),
    Program.BROWSER: (GuideCode.BROWSER,),
    Program.OTHER: (GuideCode.OTHER,),
}
_PHONES = frozenset({GuideCode.IPHONE, GuideCode.ANDROID})
_EVERYBODY = (
    GuideCode.OUTLOOK,
    GuideCode.OUTLOOK_NEW,
    GuideCode.IPHONE,
    GuideCode.MAC,
    GuideCode.THUNDERBIRD,
    GuideCode.ANDROID,
)


def guides_for(account: Account, programs: Iterable[Program] | None = None) -> tuple[GuideCode, ...]:
    """The guides this reader needs: for the programs named, else for all; none where a server is not known.

    ``programs``: only for these, whichever the reader uses. POP3 is for one computer, so a phone gets a guide only
    where the row names a program of phones; Apple then stands for the Mac. A program of the company that collects mail
    gets the plain values. Where the provider takes no passwords, its own sign-in replaces all guides.
    """
    if account.incoming is None or account.outgoing is None:
        return ()
    if account.oauth2_only:
        return (GuideCode.PROVIDER_SIGN_IN,)
    if account.for_program:
        return (GuideCode.OTHER,)
    used = programs or (account.person.programs if account.person else ())
    if used:
        return _ordered(code for program in used for code in _of(program, account))
    if account.form in POP3_FORMS:
        return tuple(code for code in _EVERYBODY if code not in _PHONES)
    return _EVERYBODY


def program_of(code: GuideCode) -> Program | None:
    """The program of the questionnaire that a guide is for; None for the sign-in with the provider."""
    return next((program for program, codes in _OF_PROGRAM.items() if code in codes), None)


def _of(program: Program, account: Account) -> tuple[GuideCode, ...]:
    """The guides of one program: of Apple's two, POP3 is for the computer."""
    codes = _OF_PROGRAM[program]
    computers = tuple(code for code in codes if code not in _PHONES)
    return computers or codes if account.form in POP3_FORMS else codes


def _ordered(codes: Iterable[GuideCode]) -> tuple[GuideCode, ...]:
    wanted = set(codes)
    return tuple(code for code in GuideCode if code in wanted)
