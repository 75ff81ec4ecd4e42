"""The console script against real servers: one document, one password, one attempt, and a clean way out."""

import json
import os
import pty
import signal
import subprocess
import sys
import termios
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from advisor.report.documents.measure import read_measurement
from tests.integration.measure.conftest import HOST
from tests.integration.measure.mailboxes import ADDRESS, PASSWORD, SIZES
from tests.integration.measure.test_dovecot import entries

SCRIPT = Path(sys.executable).with_name("mailweiche")


@pytest.fixture
def environment(dns_server, test_ca, tmp_path):
    return {
        "PATH": os.environ["PATH"],
        "MAILWEICHE_INSTANCE": str(tmp_path / "instance"),
        "MAILWEICHE_NAMESERVERS": dns_server.nameserver,
        "MAILWEICHE_PROBE_ALLOW_NETWORKS": "127.0.0.0/8",
        "MAILWEICHE_PROBE_EXTRA_CA": str(test_ca.path),
        "MAILWEICHE_ISPDB_URL": "",
        "MAILWEICHE_PROBE_TIMEOUT": "6",
    }


@pytest.fixture
def run(environment, tmp_path):
    def run(*arguments, password=PASSWORD):
        return subprocess.run(
            [SCRIPT, "measure", *arguments],
            input=None if password is None else f"{password}\n".encode(),
            capture_output=True,
            env=environment,
            cwd=tmp_path,
            timeout=60,
        )

    return run


@pytest.fixture
def found(rich, dns_server):
    """The records by which the server of firma.example is found."""
    dns_server.add("firma.example", "MX", f"10 {HOST}.")
    for service, port in (("imaps", 993), ("pop3s", 995)):
        dns_server.add(f"_{service}._tcp.firma.example", "SRV", f"0 1 {port} {HOST}.")
    return rich


def test_it_finds_the_server_and_prints_exactly_one_document(run, found, tmp_path) -> None:
    result = run(ADDRESS, "--json")
    assert result.returncode == 0, result.stderr
    measurement = read_measurement(result.stdout)
    assert measurement.host == HOST
    assert measurement.pop3.messages == len(SIZES)
    assert measurement.imap.quota.limit_kb == 100 * 1024
    output = result.stdout + result.stderr
    assert ADDRESS.encode() not in result.stdout
    assert PASSWORD.encode() not in output
    assert b"Traceback" not in output
    written = [path for path in (tmp_path / "instance").rglob("*") if path.is_file()]
    assert not any(PASSWORD.encode() in path.read_bytes() or b"Public" in path.read_bytes() for path in written)


@pytest.mark.parametrize(("language", "words"), [("de", "Die grössten Ordner"), ("en", "The biggest folders")])
def test_people_read_a_table(run, found, language, words) -> None:
    result = run(ADDRESS, "--host", HOST, "--lang", language)
    text = result.stdout.decode()
    assert result.returncode == 0
    assert words in text
    assert "Public/Team" in text
    assert "Entwürfe" in text
    assert "ß" not in text


def test_a_wrong_password_makes_no_document(run, found) -> None:
    start = len((found.folder / "dovecot.log").read_text())
    result = run(ADDRESS, "--json", password="falsch")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"exactly one attempt" in result.stderr
    assert b"The server says" in result.stderr
    assert entries(found, start) == 1
    time.sleep(1)  # were there a second attempt, it would stand there by now
    log = (found.folder / "dovecot.log").read_text()[start:]
    assert log.count("auth failed") == log.count("1 attempts") == 1


@pytest.mark.parametrize(
    ("arguments", "password", "code", "words"),
    [
        (["firma.example"], PASSWORD, 2, b"not a mail address"),
        (["alice@firma.example", "--host", "mail..firma"], PASSWORD, 2, b"--host"),
        (["alice@firma.example", "--nameserver", "nowhere"], PASSWORD, 2, b"IP"),
        (["alice@firma.example", "--host", HOST], "", 2, b"password is needed"),
        (["alice@firma.example", "--host", HOST], "a\0b", 2, b"password is needed"),
        (["alice@firma.example", "--host", HOST], "x" * 1100, 2, b"password is needed"),
        (["alice@firma.example", "--host", "nirgends.example"], None, 1, b"cannot be reached"),
        (["alice@nirgends.example"], None, 1, b"No server is known"),
    ],
)  # fmt: skip
def test_bad_input_is_one_clear_line(run, found, arguments, password, code, words) -> None:
    result = run(*arguments, password=password)
    assert result.returncode == code, result.stderr
    assert result.stdout == b""
    assert words in result.stderr
    assert b"Traceback" not in result.stderr


def test_a_server_that_proves_nothing_is_not_even_asked_for_a_password(run, scripted, test_ca) -> None:
    heard = []

    def listening(peer):
        peer.start_tls(test_ca.self_signed(HOST).server_context())
        peer.send(b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n")
        while line := peer.line():
            heard.append(line)

    scripted({993: listening})
    result = run(ADDRESS, "--host", HOST, "--json")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"The password was not sent" in result.stderr
    assert not any(b"AUTHENTICATE" in line or b"LOGIN" in line for line in heard)


@pytest.fixture
def guessed(rich, dns_server):
    """A domain whose server can only be guessed by its name."""
    dns_server.add("firma.example", "MX", "10 mx.anderswo.example.")
    return rich


def test_a_guessed_name_is_never_used_silently(run, guessed) -> None:
    result = run(ADDRESS, "--json")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"not confirmed" in result.stderr
    assert run(ADDRESS, "--json", "--host", HOST).returncode == 0


class Terminal:
    """The command on a terminal of its own."""

    def __init__(self, arguments, environment, folder):
        self._own, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [SCRIPT, "measure", *arguments],
            stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=environment, cwd=folder, start_new_session=True,
        )  # fmt: skip
        self.theirs = theirs
        self.shown = b""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        with suppress(OSError):
            while data := os.read(self._own, 4096):
                self.shown += data

    def wait_for(self, words):
        self.wait_until(lambda: words in self.shown)

    def wait_until(self, holds):
        end = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < end, self.shown
            time.sleep(0.02)

    def echoes(self):
        return bool(termios.tcgetattr(self.theirs)[3] & termios.ECHO)

    def type(self, text):
        os.write(self._own, text)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        os.close(self.theirs)
        os.close(self._own)


@pytest.fixture
def terminal(environment, tmp_path):
    started = []

    def start(*arguments):
        started.append(Terminal(arguments, environment, tmp_path))
        return started[-1]

    yield start
    for each in started:
        each.close()


def test_at_a_terminal_the_name_is_confirmed_and_the_password_not_shown(terminal, guessed) -> None:
    shell = terminal(ADDRESS, "--json")
    shell.wait_for(b"Is this your mail server?")
    shell.type(b"y\n")
    shell.wait_for(b"Password for alice@firma.example at mail.firma.example:")
    shell.wait_until(lambda: not shell.echoes())
    shell.type(PASSWORD.encode() + b"\n")
    output, _ = shell.process.communicate(timeout=60)
    assert shell.process.returncode == 0, shell.shown
    assert json.loads(output)["schema"] == "mailweiche.measure/1"
    assert PASSWORD.encode() not in shell.shown
    assert b"Counting mail (IMAP)" in shell.shown


def test_whoever_does_not_confirm_is_not_asked_for_a_password(terminal, guessed) -> None:
    shell = terminal(ADDRESS, "--json")
    shell.wait_for(b"Is this your mail server?")
    shell.type(b"n\n")
    output, _ = shell.process.communicate(timeout=60)
    assert (shell.process.returncode, output) == (1, b"")
    assert b"Password" not in shell.shown


def test_an_interruption_signs_out_and_leaves_no_document(environment, scripted, good_tls, tmp_path) -> None:
    heard, stuck, gone = [], threading.Event(), threading.Event()

    def serve(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK ready\r\n")
        while line := peer.line():
            heard.append(line)
            tag, word = line.split()[:2]
            if word == b"AUTHENTICATE":
                peer.send(b"+ \r\n")
                heard.append(peer.line())
            if word == b"LIST":
                stuck.set()
                continue
            if word == b"LOGOUT":
                gone.set()
            peer.send(
                (b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" if word == b"CAPABILITY" else b"") + tag + b" OK done\r\n"
            )

    scripted({993: serve})
    process = subprocess.Popen(
        [SCRIPT, "measure", ADDRESS, "--host", HOST, "--json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=tmp_path,
    )  # fmt: skip
    process.stdin.write(PASSWORD.encode() + b"\n")
    process.stdin.flush()
    assert stuck.wait(60), heard
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output) == (1, b"")
    assert b"Traceback" not in errors
    assert b"is not a document" in errors
    assert gone.wait(60), heard
    assert heard[-1].strip().endswith(b"LOGOUT")
