"""What a bare socket sees: the same dialogues once more, written apart from the product, for comparison."""

import socket
import ssl
from dataclasses import dataclass


@dataclass
class RawView:
    """One port through the standard library only."""

    greeting: str | None
    before: tuple | None
    after: tuple
    certificate: dict
    version: str
    cipher: str


MANAGESIEVE = 4190


class _Line:
    def __init__(self, connection):
        self.connection = connection
        self.file = connection.makefile("rwb", buffering=0)

    def read(self):
        line = b""
        while not line.endswith(b"\r\n"):
            byte = self.file.read(1)
            assert byte, line
            line += byte
        return line[:-2].decode()

    def ask(self, text):
        self.file.write(text.encode() + b"\r\n")


def imap(line):
    line.ask("x CAPABILITY")
    tokens = ()
    while not (text := line.read()).startswith("x "):
        if text.startswith("* CAPABILITY "):
            tokens = tuple(text.split()[2:])
    return tokens


def imap_starttls(line):
    line.ask("y STARTTLS")
    assert line.read().startswith("y OK")


def pop3(line):
    line.ask("CAPA")
    assert line.read().startswith("+OK")
    lines = []
    while (text := line.read()) != ".":
        lines.append(text)
    return tuple(lines)


def pop3_starttls(line):
    line.ask("STLS")
    assert line.read().startswith("+OK")


def submission(line):
    line.ask("EHLO [127.0.0.1]")
    lines = [line.read()]
    while lines[-1][3] == "-":
        lines.append(line.read())
    return tuple(text[4:].rstrip() for text in lines[1:])  # cleaned tokens end without space


def submission_starttls(line):
    line.ask("STARTTLS")
    assert line.read().startswith("220")


def managesieve(line):
    """The greeting is the list; after STARTTLS it comes again unasked."""
    lines = []
    while not (text := line.read()).startswith("OK"):
        lines.append(text.replace('" "', " ").strip('"'))
    return tuple(lines)


def managesieve_starttls(line):
    line.ask("STARTTLS")
    assert line.read().startswith("OK")


DIALOGUES = {
    143: (imap, imap_starttls), 993: (imap, None), 110: (pop3, pop3_starttls), 995: (pop3, None),
    587: (submission, submission_starttls), 465: (submission, None),
    4190: (managesieve, managesieve_starttls),
}  # fmt: skip


def look(address, port, name, context):
    """The view of one port; the certificate must be valid for ``name``."""
    capabilities, starttls = DIALOGUES[port]
    plain = socket.create_connection((address, port), 5)
    before = None
    if starttls:
        line = _Line(plain)
        greeting = line.read() if port != MANAGESIEVE else None
        before = capabilities(line)
        starttls(line)
        line.file.close()
    with context.wrap_socket(plain, server_hostname=name) as secure:
        line = _Line(secure)
        if not starttls:
            greeting = line.read()
        after = capabilities(line)
        line.file.close()
        return RawView(greeting, before, after, secure.getpeercert(), secure.version(), secure.cipher()[0])


def expiry(certificate):
    """Seconds since 1970 when a certificate of ``getpeercert`` ends."""
    return ssl.cert_time_to_seconds(certificate["notAfter"])
