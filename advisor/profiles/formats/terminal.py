"""What the files for programs at a terminal share: the comment at their top, the folder for mail, who gets one.

These programs read values as code: a line of its own is a setting, and some settings are commands. So a value only ever
comes from ``Account`` (no line breaks, no control characters) and is quoted by its format; every command is a constant
in which nothing varies but ``mailbox_name``, which is made of ``a-z 0-9 . _ -``.
"""

import hashlib
import textwrap
from collections.abc import Iterable
from configparser import RawConfigParser
from dataclasses import dataclass
from io import StringIO

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Account, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Job, Part
from advisor.profiles.slugs import slug
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Security

FOLDER = "terminal"
LONGEST_USERNAME = 255
"""Bytes; mbsync cuts lines at 1024 and takes the rest for the next setting."""

_WIDTH = 78
_UNSAFE_IN_COMMENTS = str.maketrans({"\\": "/", "`": "'"})  # a backslash at its end takes the next line along

PLACE = Text(
    "So kommt die Datei an ihren Platz (eine vorhandene wird mit ~ am Ende aufgehoben):",
    "This puts the file in its place (an existing one is kept with ~ at its end):",
)
ASKS = Text(
    "Das Programm fragt nach dem Passwort; in dieser Datei steht keines.",
    "The program asks for the password; there is none in this file.",
)
KEYRING_INSTEAD = Text(
    "Soll es das Passwort aus dem Schlüsselbund des Computers lesen, speichern Sie es dort mit dem folgenden Befehl, "
    "und entfernen Sie dann das Zeichen # vor jeder Zeile mit «secret-tool lookup»:",
    "If it shall read the password from the computer’s keyring, store it there with the following command, then remove "
    "the # in front of each line with “secret-tool lookup”:",
)
START = Text("So starten Sie es:", "This starts it:")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file belongs: ``file`` is its name here, ``home`` the path it gets, ``folders`` must be made before.

    ``start`` is the command that then runs the program; ``keyring``: it can read its password from there.
    """

    file: str
    home: str
    start: str
    folders: tuple[str, ...] = ()
    keyring: bool = True


def mailbox_name(account: Account) -> str:
    """The name of folder and account on the reader's computer, of ``a-z 0-9 . _ -`` and different for each address."""
    address = (account.address.ascii if account.address else account.domain).lower()
    name = slug(address)
    if name == address.replace("@", "_", 1):
        return name
    return f"{name}-{hashlib.sha256(address.encode('ascii')).hexdigest()[:10]}"


def maildir(account: Account) -> tuple[str, ...]:
    """The folders of a Maildir for programs that make none, the one around them first."""
    folder = f"~/Mail/{mailbox_name(account)}"
    return (folder, *(f"{folder}/{each}" for each in ("cur", "new", "tmp")))


def keyring(account: Account) -> tuple[str, ...]:
    """The command, word by word, that prints the password from the desktop's keyring."""
    return ("secret-tool", "lookup", "mailweiche", mailbox_name(account))


def keyring_command(account: Account) -> str:
    """``keyring`` as one line; no word of it needs quoting in any shell."""
    return " ".join(keyring(account))


def username(account: Account, server: ServerSettings | None) -> str | None:
    """The user name as the file may hold it, or None."""
    name = account.username(server) if server is not None else None
    return name if name and len(name.encode()) <= LONGEST_USERNAME else None


def needed(account: Account, server: ServerSettings | None) -> tuple[ServerSettings, str]:
    """The server and its user name. Raises ``ValueError`` where ``limits`` refuse the file."""
    name = username(account, server)
    if server is None or name is None:
        raise ValueError("a file for a terminal needs server and user name")
    return server, name


def sign_in(account: Account, *servers: ServerSettings | None) -> Iterable[Cannot]:
    """What no file for a terminal can do: sign in without a password, or without a user name."""
    if account.oauth2_only:
        yield Cannot.OAUTH2_BY_HAND
    if any(server is not None and username(account, server) is None for server in servers):
        yield Cannot.USERNAME_NEEDED


def imap_only(account: Account) -> Iterable[Cannot]:
    """For files that do IMAP and nothing else."""
    if account.form in POP3_FORMS:
        yield Cannot.OTHER_PROTOCOL_POP3


def pop3_only(account: Account) -> Iterable[Cannot]:
    """For files that do POP3 and nothing else."""
    if account.form in IMAP_FORMS:
        yield Cannot.OTHER_PROTOCOL_IMAP


def tls_only(*servers: ServerSettings | None) -> Iterable[Cannot]:
    """For programs that cannot demand STARTTLS."""
    if any(server is not None and server.security is Security.STARTTLS for server in servers):
        yield Cannot.NO_STARTTLS


def opening(job: Job, place: Place) -> str:
    """The comment at the top: what must be said, where the file belongs, how the password comes in."""
    name = mailbox_name(job.account)
    commands = [f"mkdir -m 700 -p {' '.join(place.folders)}"] if place.folders else []
    commands.append(f"install -b -D -m 600 {place.file} {place.home}")
    lines = [part for said in job.said for part in _wrapped(said, "- ")]
    lines += ["", *_told(job, PLACE), *_indented(commands), "", *_told(job, ASKS)]
    if place.keyring:
        lines += [*_told(job, KEYRING_INSTEAD), *_indented([f"secret-tool store --label={name} mailweiche {name}"])]
    lines += ["", *_told(job, START), *_indented([place.start])]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines) + "\n"


def _told(job: Job, text: Text) -> list[str]:
    return [line for language in job.languages for line in _wrapped(text.into(language))]


def _indented(commands: Iterable[str]) -> list[str]:
    return [f"    {command}" for command in commands]


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        plain(text).translate(_UNSAFE_IN_COMMENTS),
        _WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def sections(content: dict[str, dict[str, str | None]]) -> str:
    """An INI file. A key with the value None is written as it stands: that is how a line to switch on gets in."""
    ini = RawConfigParser(allow_no_value=True)
    ini.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way to keep the case of keys
    ini.read_dict(content)
    out = StringIO()
    ini.write(out)
    return out.getvalue()


def part(job: Job, place: Place, content: str) -> Part:
    """The finished file."""
    return Part(f"{FOLDER}/{place.file}", (opening(job, place) + content.rstrip("\n") + "\n").encode("utf-8"))
