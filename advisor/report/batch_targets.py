"""A list of targets as people keep it: one domain or address a line, or a CSV file whose first column it is."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.texts.batch import BAD_LINE
from advisor.report.texts.target import target_sentence
from advisor.text import Language
from probes.cleaning import clean
from probes.refusal import unless_refused
from probes.target import Target, TargetError, parse_target

SHOWN = 60
LONGEST_READ = 2000  # characters of a line; no address has more than a few hundred
_ENCODINGS = ("utf-8-sig", "cp1252")
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 as spreadsheets write it
_SEPARATORS = (";", "\t", ",")
_HEADERS = frozenset(
    {"domain", "domäne", "domains", "address", "adresse", "email", "e-mail", "emailaddress", "mail", "mailadresse"}
)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that names no usable target, with its number counted from 1."""

    line: int
    text: str
    error: TargetError

    def sentence(self, language: Language) -> str:
        """Which line it is, what is wrong with it and what was probably meant."""
        return BAD_LINE.into(language, line=self.line, text=self.text, problem=target_sentence(self.error, language))


@dataclass(frozen=True, slots=True)
class TargetList:
    """Every domain of a list once, in its order, and the lines that name none."""

    targets: tuple[Target, ...]
    bad_lines: tuple[BadLine, ...]


def read_targets(data: bytes, refuse: tuple[str, ...] = ()) -> TargetList:
    """The targets of a list in UTF-8 or Windows-1252, without ``refuse``. Raises ``DocumentError`` for what is no text.

    ``refuse``: as in ``ProbeOptions``.
    """
    found: dict[str, Target] = {}
    bad: list[BadLine] = []
    for number, cell in _cells(_decoded(data)):
        try:
            target = unless_refused(parse_target(cell), refuse)
            found.setdefault(target.domain, target)
        except TargetError as error:
            bad.append(BadLine(number, clean(cell, SHOWN), error))
    return TargetList(tuple(found.values()), tuple(bad))


def _decoded(data: bytes) -> str:
    if not data.startswith(_OTHER_ENCODINGS) and b"\0" not in data:
        for encoding in _ENCODINGS:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise DocumentError(Problem.NOT_TEXT)


def _cells(text: str) -> Iterator[tuple[int, str]]:
    """The first cell of each line that says something; a header is not one of them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = ((number, _first_cell(line)) for number, line in enumerate(lines, start=1))
    beginning = True
    for number, cell in filled:
        if cell and not (beginning and cell.casefold() in _HEADERS):
            yield number, cell
        beginning = beginning and not cell


def _first_cell(line: str) -> str:
    """The text before the first separator, without a comment; of an endless line as much as tells that it is none."""
    plain = line.strip()[:LONGEST_READ]
    if plain.startswith("#"):
        return ""
    if plain.startswith('"'):
        separator = next((each for each in _SEPARATORS if f'"{each}' in plain), ",")
        plain = next(csv.reader([plain], delimiter=separator), [""])[0]
    else:
        separator = next((each for each in _SEPARATORS if each in plain), "\n")
        plain = plain.partition(separator)[0]
    return plain.partition(" #")[0].strip()
