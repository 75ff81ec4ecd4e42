"""IMAPClient and poplib on a stream that is vetted already: they resolve nothing, connect nothing, log nothing."""

import imaplib
import logging
import poplib
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from imapclient import IMAPClient

from probes.cleaning import clean
from probes.errors import LimitExceededError, ProbeError
from probes.measurement import Trouble
from probes.services.measure_refusals import SignInRefusedError, meaning_of
from probes.services.measure_stream import Stream

logging.getLogger("imapclient").setLevel(logging.CRITICAL + 1)  # it repeats what servers say, word for word

MAILBOX_ERRORS = (imaplib.IMAP4.error, poplib.error_proto, ValueError, TypeError, LookupError, AttributeError,
                  RecursionError)  # fmt: skip
"""What the two libraries raise for answers that they do not understand; their parsers were written for honest ones."""


class StreamImap(imaplib.IMAP4):
    """imaplib on a stream. It only ever opens folders for reading."""

    def __init__(self, stream: Stream) -> None:
        """Read the greeting and ask for the capabilities."""
        self._stream = stream
        super().__init__()

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """Everything is open already."""

    def read(self, size: int) -> bytes:
        """A literal."""
        return self._stream.read(size)

    def readline(self) -> bytes:
        """A line, with the ending that imaplib insists on; GNU mailutils ends some with a bare LF."""
        return self._stream.readline().removesuffix(b"\n").removesuffix(b"\r") + b"\r\n"

    def send(self, data: bytes) -> None:  # type: ignore[override]  # imaplib hands over nothing else
        """A command or a part of one."""
        self._stream.sendall(data)

    def shutdown(self) -> None:
        """Close the stream."""
        self._stream.close()

    def sign_in(self, username: str, password: str) -> None:
        """One attempt. Raises ``SignInRefusedError``; the server may hang up instead (``ProbeError``)."""
        if "AUTH=PLAIN" in self.capabilities:
            token = f"\0{username}\0{password}".encode()
            _refusable(lambda: self.authenticate("PLAIN", _once(token)))
        elif "LOGINDISABLED" in self.capabilities:
            raise SignInRefusedError(Trouble.NO_PASSWORD_LOGIN)
        else:
            self._encoding = "utf-8"
            _refusable(lambda: self.login(self._quote(username), password))

    def tokens(self) -> tuple[bytes, ...]:
        """The capabilities of now; of several answers the newest counts."""
        _, data = self.capability()
        lines = [line for line in data if isinstance(line, bytes)]
        return tuple(dict.fromkeys(lines[-1].split())) if lines else ()

    def list_with_uses(self) -> list[Any]:
        """All folders with their special uses (RFC 6154 section 2, in the form of RFC 5258)."""
        kind, data = self._simple_command("LIST", '""', '"*"', "RETURN (SPECIAL-USE)")
        _, found = self._untagged_response(kind, data, "LIST")
        return list(found)

    def my_rights(self, quoted: bytes) -> list[Any]:
        """The answer to MYRIGHTS, empty where it is refused."""
        kind, data = self._simple_command("MYRIGHTS", quoted)
        _, found = self._untagged_response(kind, data, "MYRIGHTS")
        return list(found) if kind == "OK" else []

    def _quote(self, arg: str) -> str:
        escaped = arg.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'


class StreamImapClient(IMAPClient):  # type: ignore[misc]  # IMAPClient has no types
    """IMAPClient over ``StreamImap``, which stays reachable as ``imap``. Folder names stay as the server sends them."""

    def __init__(self, stream: Stream, host: str) -> None:
        """``host`` is for messages only."""
        self.imap = StreamImap(stream)
        super().__init__(host, ssl=False, use_uid=False)
        self.folder_encode = False
        self.normalise_times = False
        self.imap.debug = 0  # IMAPClient sets 5, which would put every line into the log
        self.imap._mesg = _silent  # type: ignore[attr-defined]  # noqa: SLF001 - the hook that IMAPClient itself uses

    def note_capabilities(self, tokens: tuple[bytes, ...]) -> None:
        """What holds after signing in."""
        self._cached_capabilities = tuple(token.upper() for token in tokens)

    def _create_IMAP4(self) -> StreamImap:  # noqa: N802 - named by IMAPClient
        return self.imap

    def _set_read_timeout(self) -> None:
        """The stream has its own deadlines."""


class StreamPop3(poplib.POP3):
    """poplib on a stream."""

    encoding = "UTF-8"

    def __init__(self, stream: Stream) -> None:
        """Read the greeting."""
        self._stream = stream
        super().__init__("")

    def _create_socket(self, _timeout: float | None) -> Stream:
        return self._stream

    def sign_in(self, username: str, password: str) -> None:
        """One attempt. Raises ``SignInRefusedError``; the server may hang up instead (``ProbeError``)."""
        offered = {line.split()[0].upper(): line.upper().split()[1:] for line in self.lines() if line.split()}
        if not offered or "USER" in offered:
            _refusable(lambda: self._user_and_password(username, password))
        elif "PLAIN" in offered.get("SASL", ()):
            _refusable(lambda: self._plain(f"\0{username}\0{password}"))
        else:
            raise SignInRefusedError(Trouble.NO_PASSWORD_LOGIN)

    def lines(self) -> tuple[str, ...]:
        """The lines of CAPA (RFC 2449 section 5), cleaned; none from a server that does not know it."""
        try:
            _, lines, _ = self._longcmd("CAPA")  # type: ignore[attr-defined]  # not in the stubs
        except poplib.error_proto:
            return ()
        return tuple(clean(line) for line in lines)

    def _user_and_password(self, username: str, password: str) -> None:
        self.user(username)
        self.pass_(password)

    def _plain(self, token: str) -> None:
        """AUTH PLAIN (RFC 5034 section 4)."""
        self._shortcmd(f"AUTH PLAIN {b64encode(token.encode()).decode()}")  # type: ignore[attr-defined]


def _once(token: bytes) -> Callable[[bytes], bytes | None]:
    """Answers the first question with the token and every further one by giving up: it is never sent twice."""
    left = [token]
    return lambda _question: left.pop() if left else None


def _refusable(attempt: Callable[[], object]) -> None:
    try:
        attempt()
    except (imaplib.IMAP4.error, poplib.error_proto) as error:
        words = _said(error)
        hung_up = isinstance(error, imaplib.IMAP4.abort)
        raise SignInRefusedError(meaning_of(words, Trouble.BROKEN_OFF if hung_up else None), words or None) from None
    except LimitExceededError:
        raise SignInRefusedError(Trouble.TOO_MUCH) from None
    except ProbeError as error:
        raise SignInRefusedError(Trouble.BROKEN_OFF, error.words) from None


def _said(error: Exception) -> str:
    """The server's own words, without what imaplib puts before them."""
    said = error.args[0] if error.args else b""
    words = clean(said if isinstance(said, bytes | str) else str(said))
    return words.partition(" => ")[2] if words.startswith("command: ") else words


def _silent(*_: object) -> None:
    """Nothing is logged: a line may hold a password, and folder names are nobody's business."""
