"""Writes one export in a process of its own, with low priority: pages stay quick, and whatever happens stays in here.

The order comes on standard input. One line of JSON each on standard output: ``{"done": PEOPLE}`` as it goes on, and at
the end ``{"size": BYTES, "sha256": HASH}`` or ``{"error": CODE}``. Who started us and is gone no longer reads, and then
we end too. The code is that of ``mailweiche export``, without Flask and database.
"""

import errno
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import BinaryIO

from advisor.profiles.account import UnsafeSettingsError
from advisor.profiles.packing import pack
from advisor.report.documents.errors import DocumentError
from advisor.web.export_order import ExportOrder, read_request

NICENESS = 10
EVERY = 0.3  # seconds between two lines on how far it is
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class _RefusedError(Exception):
    """The order cannot be carried out, now or ever."""


def main() -> None:
    """Carry out the order on standard input."""
    os.nice(NICENESS)
    order, path = read_request(sys.stdin.buffer.read())
    try:
        answer = _written(order, Path(path))
    except _RefusedError:
        answer = {"error": "refused"}
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more; at a normal end Python would complain about it
    except OSError as error:
        answer = {"error": "no_space" if error.errno in _NO_SPACE else "not_writable"}
    _say(answer)


def _written(order: ExportOrder, path: Path) -> dict[str, object]:
    """Write the file; what is not whole is removed again."""
    whole = False
    try:
        with open(path, "xb", opener=_private) as file:
            _pack(order, file)
            file.flush()
            os.fsync(file.fileno())
        size, sha256 = _measured(path)
        whole = True
    finally:
        if not whole:
            path.unlink(missing_ok=True)
    return {"size": size, "sha256": sha256}


def _pack(order: ExportOrder, file: BinaryIO) -> None:
    try:
        staff = order.people()
        if staff.refused or not staff.people or (staff.incomplete and not order.skip_bad):
            raise _RefusedError
        pack(
            file,
            order.company(),
            staff.people,
            only=order.targets,
            contact=order.contact,
            server_deletion=order.server_deletion,
            told=_Teller(),
            own_pages=order.page_of(),
        )
    except (DocumentError, UnsafeSettingsError):
        raise _RefusedError from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _measured(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        return os.fstat(file.fileno()).st_size, hashlib.file_digest(file, "sha256").hexdigest()


class _Teller:
    """Says how many people are done, but not for each of them."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + EVERY
            _say({"done": done})


def _say(answer: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
