"""From the bytes of a staff list to its rows: encoding, separator, header, limits. What a cell means comes later."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from advisor.settings.problems import Reason, StaffProblem
from advisor.settings.staff_passwords import is_password_header

MAX_BYTES = 4_000_000
MAX_ROWS = 10_000
MAX_COLUMNS = 200
MAX_CELL = 254  # the longest address that SMTP can carry (RFC 5321 section 4.5.3.1.3, less the angle brackets)
SHOWN = 60


class Column(StrEnum):
    """The columns that are understood."""

    ADDRESS = "address"
    NAME = "name"
    USERNAME = "username"
    ROLE = "role"
    ALTERNATIVE = "alternative"
    KEEP_DAYS = "keep_days"
    PROGRAMS = "programs"
    LANGUAGE = "language"
    PHONE = "phone"


_HEADERS: dict[str, Column] = {
    **{column.value: column for column in Column},
    **dict.fromkeys(("adresse", "email", "emailadresse", "emailaddress", "mail", "mailadresse"), Column.ADDRESS),
    **dict.fromkeys(("fullname", "vorundnachname", "vollername"), Column.NAME),
    **dict.fromkeys(("benutzername", "benutzer", "user", "login", "anmeldename"), Column.USERNAME),
    "rolle": Column.ROLE,
    "variante": Column.ALTERNATIVE,
    **dict.fromkeys(("keepdays", "tage", "aufbewahrungstage", "tageaufdemserver", "days"), Column.KEEP_DAYS),
    **dict.fromkeys(("programme", "programm", "program"), Column.PROGRAMS),
    "sprache": Column.LANGUAGE,
    **dict.fromkeys(("telefon", "telefonnummer", "tel"), Column.PHONE),
}
_ENCODINGS = ("utf-8-sig", "cp1252")
_SEPARATORS = (";", ",", "\t")
_NO_SEPARATORS = str.maketrans(dict.fromkeys(_SEPARATORS, " "))
_BINARY = (b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class StaffFileError(ValueError):
    """The whole file is refused; ``problem`` says why."""

    def __init__(self, reason: Reason, value: str = "") -> None:
        self.problem = StaffProblem(reason, value=shown(value))
        super().__init__(reason.value)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line that are not empty. ``extra``: there were more cells than columns."""

    line: int
    cells: tuple[tuple[Column, str], ...]
    extra: bool = False

    def cell(self, column: Column) -> str:
        """The text of a cell without blanks at its ends; empty where there is none."""
        return next((text for name, text in self.cells if name is column), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A readable file; ``ignored`` are the columns that mean nothing here."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...] = ()


def read_sheet(data: bytes) -> Sheet:
    """The rows of a CSV file. Raises ``StaffFileError`` where the file as a whole is not usable."""
    decoded = _decoded(data)
    if not decoded.strip():
        raise StaffFileError(Reason.FILE_EMPTY)
    separator, text, first_line = _separated(decoded)
    lines = _records(text, separator, first_line)
    _, header = next(lines, (0, []))
    columns = _columns(header)
    rows = []
    for line, cells in lines:
        if any(cell.strip() for cell in cells):
            rows.append(_row(line, cells, columns))
        if len(rows) > MAX_ROWS:
            raise StaffFileError(Reason.FILE_TOO_MANY_ROWS, str(MAX_ROWS))
    if not rows:
        raise StaffFileError(Reason.FILE_EMPTY)
    ignored = [_heading(name) for name, column in zip(header, columns, strict=True) if not column and name.strip()]
    return Sheet(tuple(rows), tuple(ignored))


def shown(text: str, longest: int = SHOWN) -> str:
    """``text`` fit for a message: one short line without invisible characters."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    return visible if len(visible) <= longest else f"{visible[: longest - 1]}…"


def is_hidden(letter: str) -> bool:
    """Control, format (bidi, zero width), private and unassigned characters, and line separators."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise StaffFileError(Reason.FILE_TOO_LARGE, f"{MAX_BYTES // 1_000_000} MB")
    if data.startswith(_BINARY) or b"\0" in data:
        raise StaffFileError(Reason.FILE_NOT_TEXT)
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise StaffFileError(Reason.FILE_ENCODING)


def _separated(text: str) -> tuple[str, str, int]:
    """Separator, text from the header on, and the number of the header's line. Excel may put ``sep=;`` first."""
    header, _, rest = text.partition("\n")
    declared = header.strip().strip('"').lower()
    if declared.startswith("sep=") and declared[4:5] in _SEPARATORS:
        return declared[4], rest, 2
    if header.strip("\r").lower() == "sep=\t":
        return "\t", rest, 2
    return max(_SEPARATORS, key=header.count), text, 1


def _records(text: str, separator: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + first_line
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise StaffFileError(Reason.FILE_QUOTES, str(line)) from error


def _columns(header: list[str]) -> list[Column | None]:
    if len(header) > MAX_COLUMNS:
        raise StaffFileError(Reason.FILE_TOO_MANY_COLUMNS, str(MAX_COLUMNS))
    for name in header:
        if is_password_header(name):
            raise StaffFileError(Reason.FILE_PASSWORDS, name.strip())
    columns = [_known(name) for name in header]
    for column in Column:
        if columns.count(column) > 1:
            raise StaffFileError(Reason.FILE_COLUMN_TWICE, column.value)
    if Column.ADDRESS not in columns:
        raise StaffFileError(Reason.FILE_NO_ADDRESS_COLUMN)
    if Column.NAME not in columns:
        raise StaffFileError(Reason.FILE_NO_NAME_COLUMN)
    return columns


def _known(name: str) -> Column | None:
    return _HEADERS.get(_plain(name)) or _HEADERS.get(name.strip().lower())


def _heading(name: str) -> str:
    """The name of an unused column as it is shown and stored: short, without separators, and never read otherwise."""
    short = shown(" ".join(shown(name.translate(_NO_SEPARATORS), len(name)).split()))
    return short if short and not _known(short) and not is_password_header(short) else "…"


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", name).lower() if letter.isalnum())


def _row(line: int, cells: list[str], columns: list[Column | None]) -> Row:
    named = tuple(
        (column, unicodedata.normalize("NFC", cell.strip(" \u00a0")))
        for column, cell in zip(columns, cells, strict=False)
        if column and cell.strip()
    )
    return Row(line, named, extra=any(cell.strip() for cell in cells[len(columns) :]))
