"""An SMTP server that takes every mail and keeps it, as the place where a submission server sends on to."""

import socketserver
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class SentMail:
    """One mail as it came in: envelope and bytes."""

    sender: str
    recipients: tuple[str, ...]
    message: bytes


class _Dialogue(socketserver.StreamRequestHandler):
    """Just enough of RFC 5321 for one client."""

    def handle(self) -> None:
        sender, recipients = "", []
        self._say(b"220 relay.example ESMTP")
        while line := self.rfile.readline(2048):
            verb = line[:4].upper()
            if verb == b"MAIL":
                sender, recipients = _path(line), []
            elif verb == b"RCPT":
                recipients.append(_path(line))
            elif verb == b"DATA":
                self._say(b"354 go on")
                self.server.mails.append(SentMail(sender, tuple(recipients), self._read_data()))
            self._say({b"QUIT": b"221 bye", b"EHLO": b"250-relay.example\r\n250 8BITMIME"}.get(verb, b"250 ok"))
            if verb == b"QUIT":
                return

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")

    def _read_data(self) -> bytes:
        lines = []
        while (line := self.rfile.readline(65536)) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b"."))
        return b"".join(lines)


def _path(line: bytes) -> str:
    return line.decode("ascii", "replace").partition("<")[2].partition(">")[0]


class SmtpRelay(socketserver.ThreadingTCPServer):
    """The running relay; ``mails`` holds what came in."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, address: str, port: int) -> None:
        """Start on ``address`` and ``port``."""
        self.mails: list[SentMail] = []
        super().__init__((address, port), _Dialogue)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        """Stop listening."""
        self.shutdown()
        self.server_close()
