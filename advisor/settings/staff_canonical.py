"""A staff list as it is stored: only what is understood of it, so that no foreign column lies in a database.

It is a staff list again, and reads like the one that it was made from: the same rows in the same lines, the same
problems, the same names of unused columns.
"""

import re

from advisor.settings.problems import Reason
from advisor.settings.staff_file import MAX_BYTES, Column, Row, Sheet, StaffFileError, read_sheet

_SOMETHING = "…"
"""Stands for what is not kept where it counts that something was there."""
_NEEDS_QUOTES = re.compile(r'[;"\r\n]')
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def canonical(data: bytes) -> bytes:
    """The list to store. Raises ``StaffFileError`` where the file as a whole is not usable."""
    stored = _written(read_sheet(data)).encode()
    if len(stored) > MAX_BYTES:
        raise StaffFileError(Reason.FILE_TOO_LARGE, f"{MAX_BYTES // 1_000_000} MB")
    return stored


def _written(sheet: Sheet) -> str:
    used = {column for row in sheet.rows for column, _ in row.cells} | {Column.ADDRESS, Column.NAME}
    columns = [column for column in Column if column in used]
    out = _Lines()
    out.write([*columns, *sheet.ignored, ""])
    for row in sheet.rows:
        out.go_to(row.line)
        out.write(_cells(row, columns, len(sheet.ignored)))
    return out.text()


def _cells(row: Row, columns: list[Column], ignored: int) -> list[str]:
    """The last column has no name: there a row says that it is one, though nothing of it is understood."""
    understood = [row.cell(column) for column in columns]
    if row.cells and not row.extra:
        return understood
    cells = [*understood, *[""] * ignored, "" if row.cells else _SOMETHING]
    return [*cells, _SOMETHING] if row.extra else cells


def _quoted(cell: str) -> str:
    """The module csv does not quote every line break that it reads as one."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _NEEDS_QUOTES.search(cell) else cell


class _Lines:
    """Rows of a CSV file, each in a line of its own choice."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line = 1

    def go_to(self, line: int) -> None:
        """Empty lines up to there."""
        self._parts.append("\n" * (line - self._line))
        self._line = max(self._line, line)

    def write(self, cells: list[str]) -> None:
        """One row."""
        self._parts.append(f"{';'.join(map(_quoted, cells))}\n")
        self._line += len(_LINE_BREAK.findall(self._parts[-1]))

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)
