"""The staff list: who reads which mailbox how, checked row by row and mailbox by mailbox.

A bad row is named by line and reason and left out; what is wrong with the file as a whole refuses all of it. No row may
take mail away from others (``staff_mix``). A row with a way that the advice excludes for the company is held back until
somebody says that it shall be made all the same. What is only doubtful is told (``staff_warnings``).
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from advisor.settings.addresses import Address, mixes_scripts, needs_smtputf8, parse_address
from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.formulas import starts_formula
from advisor.settings.problems import Reason, StaffProblem
from advisor.settings.staff_codes import ALTERNATIVES, LANGUAGES, PROGRAMS, ROLES
from advisor.settings.staff_file import MAX_CELL, Column, Row, StaffFileError, is_hidden, read_sheet, shown
from advisor.settings.staff_mix import (
    Elsewhere,
    Entry,
    beside_elsewhere,
    clashes,
    deletes_for_itself,
    fetching_programs,
    mailbox_names,
)
from advisor.settings.staff_warnings import StaffWarning, staff_warnings
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language

MAX_KEEP_DAYS = 3650
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.\-]{2,28}")
Code = TypeVar("Code", bound=StrEnum)
_BETWEEN_PROGRAMS = re.compile(r"[,;/+|]")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the company decided; rows without a word of their own follow it.

    ``excluded``: ways that the advice takes out for the company; ``domain``: its own, to compare addresses with;
    ``elsewhere``: who reads mailboxes without standing on the list.
    """

    alternative: Alternative
    keep_days: int | None = None
    language: Language = Language.DE
    excluded: frozenset[Alternative] = frozenset()
    domain: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()

    @classmethod
    def of(cls, settings: CompanySettings, language: Language, elsewhere: tuple[Elsewhere, ...] = ()) -> "Defaults":
        """Those of a company, for rows without a language."""
        excluded = frozenset(way.alternative for way in settings.excluded or ())
        return cls(settings.alternative, settings.keep_days, language, excluded, settings.domain, elsewhere)


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A good row with how it reads, whoever decided it. ``held``: nothing is made for it, because of its way."""

    line: int
    person: Person
    alternative: Alternative
    keep_days: int | None
    held: bool = False


@dataclass(frozen=True, slots=True)
class StaffList:
    """The good rows and what is wrong with the others. ``ignored_columns`` hold nothing that is used here."""

    rows: tuple[StaffRow, ...] = ()
    problems: tuple[StaffProblem, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    warnings: tuple[StaffWarning, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """For whom files are made, in their order."""
        return tuple(row.person for row in self.rows if not row.held)

    @property
    def held(self) -> tuple[StaffRow, ...]:
        """The rows that are held back."""
        return tuple(row for row in self.rows if row.held)

    @property
    def refused(self) -> bool:
        """Whether the file as a whole was refused."""
        return any(problem.line is None for problem in self.problems)

    @property
    def incomplete(self) -> bool:
        """Whether somebody on the list gets nothing."""
        return bool(self.problems or self.held)


class _RowError(ValueError):
    def __init__(self, reason: Reason, value: str = "") -> None:
        self.reason = reason
        self.value = value
        super().__init__(reason.value)


def read_staff(data: bytes, defaults: Defaults, despite: Collection[str] = ()) -> StaffList:
    """The staff list in the bytes of a CSV file. Never raises; every refusal is a ``StaffProblem``.

    ``despite``: the addresses whose rows shall not be held back.
    """
    try:
        sheet = read_sheet(data)
    except StaffFileError as error:
        return StaffList(problems=(error.problem,))
    return replace(_checked(sheet.rows, defaults, despite), ignored_columns=sheet.ignored)


def read_person(fields: Mapping[Column, str], defaults: Defaults) -> StaffList:
    """One person from the fields of a form, checked like a row of the file."""
    cells = tuple((column, text.strip()) for column, text in fields.items() if text.strip())
    return _checked((Row(1, cells),), defaults)


def mailbox(address: str) -> str:
    """By what two ways to write an address are known as one."""
    parsed = parse_address(address.strip())
    return (parsed.ascii if parsed else address.strip()).lower()


def _checked(rows: Iterable[Row], defaults: Defaults, despite: Collection[str] = ()) -> StaffList:
    entries, problems = [], []
    bad: list[str] = []
    for row in rows:
        try:
            entries.append(_entry(row, defaults))
        except _RowError as error:
            bad.extend(mailbox_names(row.cell(Column.ADDRESS), row.cell(Column.USERNAME)))
            problems.append(StaffProblem(error.reason, row.line, shown(error.value)))
    found = clashes(entries, bad)
    problems.extend(
        StaffProblem(reason, entry.line, shown(entry.person.address), shown(other)) for entry, reason, other in found
    )
    clashing = {entry.line for entry, _, _ in found}
    for entry, who in beside_elsewhere(entries, defaults.elsewhere):
        if entry.line not in clashing:
            problems.append(StaffProblem(Reason.READ_BY_PAGE, entry.line, shown(who)))
            clashing.add(entry.line)
    problems.sort(key=lambda problem: problem.line or 0)
    good = [entry for entry in entries if entry.line not in clashing]
    allowed = frozenset(map(mailbox, despite))
    return StaffList(
        tuple(_row(entry, held=_is_held(entry, defaults, allowed)) for entry in good),
        tuple(problems),
        warnings=staff_warnings(good, defaults.domain),
    )


def _row(entry: Entry, *, held: bool) -> StaffRow:
    return StaffRow(entry.line, entry.person, entry.alternative, entry.keep_days, held)


def _is_held(entry: Entry, defaults: Defaults, allowed: Collection[str]) -> bool:
    excluded = is_excluded(entry.person, entry.alternative, defaults.excluded)
    return excluded and entry.address.ascii.lower() not in allowed


def is_excluded(person: Person, way: Alternative, excluded: Collection[Alternative]) -> bool:
    """Whether the rules that took ``excluded`` out speak against this person's way.

    A collector fetches beside others and never deletes; that is what the rules against fetching do not mean.
    """
    return way in excluded and person.role is not Role.COLLECTOR


def _entry(row: Row, defaults: Defaults) -> Entry:
    _check_cells(row)
    address = _address(row.cell(Column.ADDRESS))
    person = Person(
        address=address.shown,
        name=_name(row.cell(Column.NAME)),
        username=_username(row.cell(Column.USERNAME)),
        role=_coded(row.cell(Column.ROLE), ROLES, Reason.ROLE) or Role.READER,
        alternative=_coded(row.cell(Column.ALTERNATIVE), ALTERNATIVES, Reason.ALTERNATIVE),
        keep_days=_keep_days(row.cell(Column.KEEP_DAYS)),
        programs=_programs(row.cell(Column.PROGRAMS)),
        language=_coded(row.cell(Column.LANGUAGE), LANGUAGES, Reason.LANGUAGE) or defaults.language,
        phone=_phone(row.cell(Column.PHONE)),
    )
    alternative, keep_days = effective(person, defaults.alternative, defaults.keep_days)
    if person.keep_days is not None and alternative is not Alternative.POP3_KEEP:
        raise _RowError(Reason.KEEP_DAYS_WITHOUT_KEEPING, str(person.keep_days))
    _check_collector(person)
    entry = Entry(row.line, person, address, alternative, keep_days)
    if deletes_for_itself(entry):
        raise _RowError(Reason.DELETES_FOR_ITSELF, ", ".join(fetching_programs(person.programs)))
    return entry


def effective(person: Person, alternative: Alternative, keep_days: int | None) -> tuple[Alternative, int | None]:
    """How a person reads: their own word, else the company's. The collector always keeps all mail on the server.

    The company's ``keep_days`` count only where the company itself keeps mail on the server: a row that alone chooses
    ``pop3_keep`` and names no days never deletes.
    """
    if person.role is Role.COLLECTOR:
        return person.alternative or Alternative.POP3_KEEP, None
    chosen = person.alternative or alternative
    if chosen is not Alternative.POP3_KEEP:
        return chosen, None
    return chosen, person.keep_days or (keep_days if alternative is Alternative.POP3_KEEP else None)


def _check_cells(row: Row) -> None:
    if row.extra:
        raise _RowError(Reason.TOO_MANY_CELLS)
    for column, text in row.cells:
        if len(text) > MAX_CELL:
            raise _RowError(Reason.CELL_TOO_LONG, text)
        if any(is_hidden(letter) for letter in text):
            raise _RowError(Reason.HIDDEN_CHARACTERS, text)
        if column is not Column.PHONE and starts_formula(text):
            raise _RowError(Reason.FORMULA, text)


def _check_collector(person: Person) -> None:
    deleting = person.alternative is Alternative.POP3_DELETE or person.keep_days is not None
    if person.role is Role.COLLECTOR and deleting:
        raise _RowError(Reason.COLLECTOR_DELETES, person.address)


def _address(text: str) -> Address:
    address = parse_address(text)
    if address is None:
        raise _RowError(Reason.ADDRESS_NOT_ASCII if needs_smtputf8(text) else Reason.ADDRESS, text)
    if mixes_scripts(address.shown.rpartition("@")[2]):
        raise _RowError(Reason.ADDRESS_MIXED_SCRIPTS, text)
    return address


def _name(text: str) -> str:
    if not text:
        raise _RowError(Reason.NAME_MISSING)
    return text


def _username(text: str) -> str | None:
    if any(letter.isspace() for letter in text):
        raise _RowError(Reason.USERNAME, text)
    return text or None


def _coded(text: str, words: Mapping[str, Code], reason: Reason) -> Code | None:
    if not text:
        return None
    if text.lower() not in words:
        raise _RowError(reason, text)
    return words[text.lower()]


def _keep_days(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_KEEP_DAYS):
        raise _RowError(Reason.KEEP_DAYS, text)
    return int(text)


def _programs(text: str) -> tuple[Program, ...]:
    names = [name.strip().lower() for name in _BETWEEN_PROGRAMS.split(text) if name.strip()]
    unknown = [name for name in names if name not in PROGRAMS]
    if unknown:
        raise _RowError(Reason.PROGRAM, unknown[0])
    chosen = {PROGRAMS[name] for name in names}
    return tuple(program for program in Program if program in chosen)


def _phone(text: str) -> str | None:
    if text and not _PHONE.fullmatch(text):
        raise _RowError(Reason.PHONE, text)
    return text or None
