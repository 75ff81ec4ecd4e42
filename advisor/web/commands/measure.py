"""``mailweiche measure``: the one place where a password is typed, on the computer of whoever types it."""

import getpass
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

import click

from advisor.report.documents.measure import write_measurement
from advisor.report.measure_view import measure_view, problem_sentence
from advisor.report.texts.target import target_sentence
from advisor.settings.addresses import Address, parse_address
from advisor.text import Language, Text
from advisor.web.commands.common import BadInputError, NoDocumentError, json_option, language_option, print_document
from advisor.web.commands.measure_doors import Doors, Login, found_doors, named_doors
from advisor.web.commands.measure_text import measure_lines
from advisor.web.commands.nameservers import nameserver_option, needing_nameserver
from advisor.web.config import load_settings
from advisor.web.probe_options import probe_options
from probes.codes import Protocol
from probes.measure import Account, UnsafePasswordError, measure
from probes.measurement import PARTIAL, Measurement, Problem
from probes.options import ProbeOptions
from probes.target import TargetError, parse_host, parse_target

LONGEST_PASSWORD = 1_000

_NO_ADDRESS = Text("Das ist keine E-Mail-Adresse", "This is not a mail address")
_NO_HOST = Text(
    "Das ist kein Name eines Servers; er sieht aus wie mail.firma.example",
    "This is not the name of a server; it looks like mail.company.example",
)
_ASK_PASSWORD = Text("Passwort für {address} bei {host}: ", "Password for {address} at {host}: ")
_ASK_HOST = Text(
    "Der Name {host} ist nur vermutet. Ist das Ihr Mailserver?",
    "The name {host} is only assumed. Is this your mail server?",
)
_NO_PASSWORD = Text(
    "Es braucht ein Passwort: eine Zeile ohne Steuerzeichen",
    "A password is needed: one line without control characters",
)
_NO_USERNAME = Text(
    "Ein Benutzername ist eine Zeile ohne Steuerzeichen",
    "A user name is one line without control characters",
)
_SHOWN_PASSWORD = Text(
    "Dieses Terminal würde das Passwort zeigen; geben Sie es als eine Zeile auf der Standardeingabe",
    "This terminal would show the password; give it as one line on standard input",
)
_INTERRUPTED = Text(
    "Abgebrochen; die Anmeldung ist beendet. Was bis dahin gezählt war, ist kein Dokument.",
    "Interrupted; nobody is signed in any more. What was counted so far is not a document.",
)
_LOOKING = Text("Mailserver suchen …", "Looking for the mail server …")
_COUNTING = Text("E-Mails zählen", "Counting mail")
_NOTHING = Text("Nichts gemessen.", "Nothing was measured.")


@click.command("measure")
@click.argument("address")
@click.option("--host", help="The mail server, where you know it; it is not looked for then.")
@click.option("--username", help="What you type as user name, where it is not the usual one.")
@nameserver_option
@json_option
@language_option
def measure_command(
    address: str,
    host: str | None,
    username: str | None,
    nameservers: tuple[str, ...],
    as_json: bool,
    language: str,
) -> None:
    """Sign in to the mailbox of ADDRESS and count: sizes, months, quota, folders. Reads only, stores nothing."""
    reader = Language(language)
    login = Login(_address(address, reader), _one_line(username, reader))
    try:
        found = _measured(login, _host(host, reader), _options(nameservers), reader)
    except KeyboardInterrupt:
        raise NoDocumentError(_INTERRUPTED.into(reader)) from None
    for problem in found.problems:
        click.echo(f"mailweiche: {problem_sentence(problem, reader)}", err=True)
    if found.imap is None and found.pop3 is None:
        raise NoDocumentError(_NOTHING.into(reader))
    if as_json:
        print_document(write_measurement(found))
    else:
        shown = replace(found, problems=tuple(one for one in found.problems if one.trouble in PARTIAL))
        click.echo("\n".join(measure_lines(measure_view(shown, reader), reader)))


def _measured(login: Login, host: str | None, options: ProbeOptions, language: Language) -> Measurement:
    click.echo(_LOOKING.into(language), err=True)
    with needing_nameserver():
        doors = _doors(login, host, options, language)
    if not doors.open:
        raise NoDocumentError(_in_one_line(doors.problems, language))
    account = Account(login.address.ascii, _password(login.address, doors.open[0].host, language))
    with _progress(language) as advance:
        found = measure(account, doors.open, options, advance)
    return replace(found, problems=(*doors.problems, *found.problems))


def _doors(login: Login, host: str | None, options: ProbeOptions, language: Language) -> Doors:
    if host is not None:
        return named_doors(login, host, options)
    try:
        return found_doors(login, parse_target(login.address.ascii), options, lambda name: _confirmed(name, language))
    except TargetError as error:
        raise BadInputError(target_sentence(error, language)) from None


def _in_one_line(problems: tuple[Problem, ...], language: Language) -> str:
    return " ".join(problem_sentence(problem, language) for problem in problems)


def _confirmed(host: str, language: Language) -> bool:
    """Nobody can be asked where the password comes through a pipe; the name then has to be given."""
    return sys.stdin.isatty() and click.confirm(_ASK_HOST.into(language, host=host), default=False, err=True)


def _options(nameservers: tuple[str, ...]) -> ProbeOptions:
    return replace(probe_options(load_settings(), nameservers=nameservers), second_pass=0)


def _address(typed: str, language: Language) -> Address:
    address = parse_address(typed.strip())
    try:
        if address is not None:
            parse_target(address.ascii)
            return address
    except TargetError as error:
        raise BadInputError(target_sentence(error, language)) from None
    raise BadInputError(_NO_ADDRESS.into(language))


def _host(typed: str | None, language: Language) -> str | None:
    try:
        return None if typed is None else parse_host(typed)
    except TargetError:
        raise BadInputError(f"--host: {_NO_HOST.into(language)}") from None


def _one_line(username: str | None, language: Language) -> str | None:
    if username is not None and (not username or not username.isprintable()):
        raise BadInputError(f"--username: {_NO_USERNAME.into(language)}")
    return username


def _password(address: Address, host: str, language: Language) -> str:
    """From the terminal without echo, else one line of standard input. Never kept, never shown, never logged."""
    prompt = _ASK_PASSWORD.into(language, address=address.shown, host=host)
    try:
        password = _typed(prompt) if sys.stdin.isatty() else _piped()
        Account(address.ascii, password)
    except getpass.GetPassWarning:
        raise BadInputError(_SHOWN_PASSWORD.into(language)) from None
    except (UnsafePasswordError, UnicodeDecodeError, EOFError):
        raise BadInputError(_NO_PASSWORD.into(language)) from None
    return password


def _typed(prompt: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        return getpass.getpass(prompt, stream=sys.stderr)


def _piped() -> str:
    """Never a part of a longer line: that would be a failed attempt."""
    line = sys.stdin.buffer.readline(LONGEST_PASSWORD + 2).removesuffix(b"\n").removesuffix(b"\r")
    if len(line) > LONGEST_PASSWORD:
        raise UnsafePasswordError
    return line.decode()


@contextmanager
def _progress(language: Language) -> Iterator["_Bars"]:
    with ExitStack() as stack:
        yield _Bars(language, stack)


class _Bars:
    """A bar on standard error for each protocol; it says nothing where nobody watches."""

    def __init__(self, language: Language, stack: ExitStack) -> None:
        self._language = language
        self._stack = stack
        self._bar: Any = None
        self._done = 0
        self._protocol: Protocol | None = None

    def __call__(self, protocol: Protocol, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if protocol is not self._protocol:
            self._start(protocol, total)
        self._bar.update(done - self._done)
        self._done = done

    def _start(self, protocol: Protocol, total: int) -> None:
        self._stack.close()
        label = f"{_COUNTING.into(self._language)} ({protocol.upper()})"
        self._bar = self._stack.enter_context(click.progressbar(length=total, label=label, file=sys.stderr))
        self._protocol, self._done = protocol, 0
