"""What POP3 lists: the words of a line of CAPA (RFC 2449 section 3), and APOP, which only the greeting offers."""

import re
from collections.abc import Iterable

_TIMESTAMP = re.compile(r"<[^<>\s]+@[^<>\s]+>")  # RFC 1939 section 7
_GLUED = re.compile(r"(EXPIRE)(NEVER|[0-9]{1,6})")


KEPT_BY_SETTING = "X-GOOGLE-RICO"
"""Only Gmail lists this. It announces ``EXPIRE 0`` to everybody, yet the setting of the account says what becomes of
fetched mail, and keeps it unless somebody has changed that (Google's own published settings leave a copy)."""


def words_of(line: str) -> list[str]:
    """The words in capitals, the name first; none of an empty line.

    GNU Mailutils (3.15) leaves out the space in ``EXPIRE30``; read as a word of its own, nobody would hear that the
    server deletes.
    """
    words = line.upper().split()
    glued = _GLUED.fullmatch(words[0]) if words else None
    return [glued[1], glued[2], *words[1:]] if glued else words


def setting_decides(lines: Iterable[str]) -> bool:
    """Whether ``EXPIRE`` of the server that lists this says nothing about fetched mail."""
    return any(words_of(line)[:1] == [KEPT_BY_SETTING] for line in lines)


def offers_apop(greeting: str | None) -> bool:
    """Whether this greeting offers to sign in by APOP."""
    return _TIMESTAMP.search(greeting or "") is not None
