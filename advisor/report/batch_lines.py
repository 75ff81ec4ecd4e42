"""The file of a batch: one report a line. What is already there whole need not be done again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from advisor.report.documents.envelope import Schema, read
from advisor.report.documents.errors import DocumentError

LONGEST_LINE = 8_000_000  # bytes, as a single report
_BEGINNING = json.dumps({"schema": Schema.SERVER_REPORT}, separators=(",", ":")).rstrip("}").encode()


class ForeignLineError(ValueError):
    """A line that is no report, in a file that reports should be added to; counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is no server report")
        self.line = line


@dataclass(frozen=True, slots=True)
class Done:
    """The domains whose reports are there, and the bytes that they take; what follows was cut off while written."""

    domains: frozenset[str]
    length: int


def read_done(file: BinaryIO) -> Done:
    """What an earlier batch left. Raises ``ForeignLineError``: such a file is never written to."""
    domains: set[str] = set()
    length = 0
    for number, line in enumerate(_lines(file), start=1):
        if not line.endswith(b"\n"):
            if len(line) >= LONGEST_LINE or not _begins_like_a_report(line):
                raise ForeignLineError(number)
            break
        domains.add(_domain(line, number))
        length += len(line)
    return Done(frozenset(domains), length)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE):
        yield line


def _begins_like_a_report(line: bytes) -> bool:
    return line.startswith(_BEGINNING) or _BEGINNING.startswith(line)


def _domain(line: bytes, number: int) -> str:
    try:
        domain = read(line, Schema.SERVER_REPORT).get("domain")
    except DocumentError:
        raise ForeignLineError(number) from None
    if not isinstance(domain, str):
        raise ForeignLineError(number)
    return domain
