"""What POP3 lists: the words of a line of CAPA (RFC 2449 section 3), and APOP, which only the greeting offers."""

import re

_TIMESTAMP = re.compile(r"<[^<>\s]+@[^<>\s]+>")  # RFC 1939 section 7
_GLUED = re.compile(r"(EXPIRE)(NEVER|[0-9]{1,6})")


def words_of(line: str) -> list[str]:
    """The words in capitals, the name first; none of an empty line.

    GNU Mailutils (3.15) leaves out the space in ``EXPIRE30``; read as a word of its own, nobody would hear that the
    server deletes.
    """
    words = line.upper().split()
    glued = _GLUED.fullmatch(words[0]) if words else None
    return [glued[1], glued[2], *words[1:]] if glued else words


def offers_apop(greeting: str | None) -> bool:
    """Whether this greeting offers to sign in by APOP."""
    return _TIMESTAMP.search(greeting or "") is not None
