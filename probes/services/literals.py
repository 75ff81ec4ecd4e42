"""Responses of IMAP and ManageSieve with literals (RFC 3501 section 4.3, RFC 5804 section 1.2), read in bounds."""

import re

from probes.errors import LimitExceededError
from probes.services.session import Session

LITERAL = re.compile(rb"\{(\d{1,20})\+?\}$")


def read_response(session: Session, line: bytes | None = None) -> bytes:
    """One response; a literal in it is put back as a quoted string. Raises ``LimitExceededError`` and more.

    ``line``: its first line where that has been read already.
    """
    line = session.line() if line is None else line
    while found := LITERAL.search(line):
        size = int(found[1])
        if size > session.limits.literal_bytes or len(line) > session.limits.line_bytes:
            raise LimitExceededError
        data = session.wire.read_bytes(size, session.limits.reply)
        quoted = data.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
        line = line[: found.start()] + b'"' + quoted + b'"' + session.line()
    return line
