"""Thunderbird itself, without a screen, led through its own remote control (the Marionette protocol).

The program runs from a folder of its own made of links to the installed one, so that ``isp`` and ``distribution`` can
hold our files where a company puts them, and the system stays as it is.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from tests.integration.profiles.clients import as_nobody
from tests.integration.servers.process import free_loopback_port, program, world_readable_folder

START_SECONDS = 120  # no statement about the program: a busy machine starts it late
INSTALLED = Path("/usr/lib/thunderbird")
OWN_FOLDERS = ("isp", "distribution")
OWN_FILES = ("thunderbird", "thunderbird-bin")
QUIET = {
    "app.donation.eoy.version.viewed": 999,
    "datareporting.policy.dataSubmissionEnabled": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "network.manage-offline-status": False,
    # It must reach nobody outside, and no window may ask for a password while the remote control waits.
    "offline.startup_state": 3,
    "mail.server.mailweiche_imap.login_at_startup": False,
    "mail.server.mailweiche_pop3.login_at_startup": False,
    "mail.server.server1.login_at_startup": False,
    "toolkit.telemetry.enabled": False,
}
ASYNCHRONOUS = """
const given = Array.from(arguments);
const done = given.pop();
(async () => { SCRIPT })().then(value => done({ value }), error => done({ error: String(error) }));
"""


class ThunderbirdError(Exception):
    """What the program answered instead of a result."""


class Thunderbird:
    """A running program; ``ask`` evaluates JavaScript with the rights of the program itself."""

    def __init__(self, connection: socket.socket) -> None:
        """Greet the program and open a session."""
        self._file = connection.makefile("rb")
        self._connection = connection
        self._number = 0
        self._receive()
        self._command("WebDriver:NewSession", {})
        self._command("Marionette:SetContext", {"value": "chrome"})

    def ask(self, script: str, *arguments: object) -> object:
        """The value that the body ``script`` of an asynchronous function returns."""
        answer = self._command(
            "WebDriver:ExecuteAsyncScript",
            {"script": ASYNCHRONOUS.replace("SCRIPT", script), "args": list(arguments)},
        )["value"]
        if "error" in answer:
            raise ThunderbirdError(answer["error"])
        return answer.get("value")

    def _command(self, name: str, parameters: dict) -> dict:
        self._number += 1
        message = json.dumps([0, self._number, name, parameters]).encode("utf-8")
        self._connection.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._receive()
        if error:
            raise ThunderbirdError(error)
        return result

    def _receive(self):
        length = b""
        while not length.endswith(b":"):
            letter = self._file.read(1)
            if not letter:
                raise ThunderbirdError("the program closed the connection")
            length += letter
        return json.loads(self._file.read(int(length[:-1])))


class Computer:
    """A computer with Thunderbird and one person's profile; both outlive a run of the program."""

    def __init__(self, **preferences: object) -> None:
        """A profile that starts with ``preferences`` as its person would have set them."""
        program("thunderbird", "thunderbird")
        self._folder = world_readable_folder("mailweiche-thunderbird-")
        self._program = _program_folder(self._folder / "program")
        self._profile = self._folder / "profile"
        self._profile.mkdir()
        (self._profile / "prefs.js").write_text(_preferences(preferences), encoding="utf-8")
        if os.getuid() == 0:
            for path in (self._folder, self._profile, self._profile / "prefs.js"):
                shutil.chown(path, "nobody")

    def install(self, name: str, data: bytes | None) -> None:
        """Put our file where the program looks for it, such as ``isp/firma.ch.xml``; None takes it away."""
        if data is None:
            (self._program / name).unlink()
        else:
            (self._program / name).write_bytes(data)

    @contextmanager
    def running(self):
        """The started program."""
        port = free_loopback_port()
        settings = _preferences(QUIET | {"marionette.port": port})
        (self._profile / "user.js").write_text(settings, encoding="utf-8")
        log = self._folder / "log"
        process = self._started(log)
        try:
            with _connected(port, process, log) as connection:
                yield Thunderbird(connection)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(START_SECONDS)

    def _started(self, log: Path) -> subprocess.Popen:
        command = [self._program / "thunderbird", "--headless", "--no-remote", "--profile", self._profile]
        environment = {"HOME": str(self._folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        with log.open("wb") as output:
            return subprocess.Popen(
                [*command, "--marionette", "--remote-allow-system-access"],
                env=environment | {"MOZ_CRASHREPORTER_DISABLE": "1"},
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                **as_nobody(),
            )

    def remove(self) -> None:
        """Delete all its files."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _program_folder(made: Path) -> Path:
    """The program finds its folders beside its own file, which therefore is a copy; all the rest are links."""
    made.mkdir()
    for entry in INSTALLED.iterdir():
        if entry.name not in (*OWN_FOLDERS, *OWN_FILES):
            (made / entry.name).symlink_to(entry.resolve())
    for name in OWN_FILES:
        shutil.copy(INSTALLED / "thunderbird-bin", made / name)
    for name in OWN_FOLDERS:
        (made / name).mkdir()
    return made


def _preferences(preferences: dict[str, object]) -> str:
    return "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())


@contextmanager
def _connected(port: int, process: subprocess.Popen, log: Path):
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port), START_SECONDS)
            break
        except OSError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                raise ThunderbirdError(f"did not start: {log.read_text(errors='replace')[-2000:]}") from error
            time.sleep(0.1)
    with connection:
        yield connection
