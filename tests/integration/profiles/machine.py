"""A computer of a reader for one test: our files in its home, the test server's name and authority known to it.

Programs run in a mount namespace of their own, in which ``/etc/hosts`` knows the server and the system's certificates
are those of the test authority. So an exported file works as it is; nothing in it is changed for the test.
"""

import os
import pwd
import shlex
import shutil
import socket
import subprocess
from pathlib import Path

from tests.integration.profiles.terminal_session import PROMPT, Done, run_at_terminal
from tests.integration.servers.process import program, world_readable_folder

SYSTEM_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
SECONDS = 120  # no statement about the program: a busy machine starts it late
NOBODY = "nobody"

SECRET_TOOL = """#!/bin/sh
[ "$*" = "lookup mailweiche {name}" ] && printf %s {password}
"""


class Machine:
    """One home folder. ``nobody`` runs the programs, as getmail refuses root."""

    def __init__(self, known_hosts: dict[str, str], ca: Path) -> None:
        """``known_hosts`` are names with their addresses, ``ca`` is the authority that this computer trusts."""
        self.folder = world_readable_folder("mailweiche-machine-")
        self.home = self.folder / "home"
        self.home.mkdir(mode=0o700)
        self._hosts = self.folder / "hosts"
        known = {"localhost": "127.0.0.1", socket.gethostname(): "127.0.0.1", **known_hosts}
        self._hosts.write_text("".join(f"{address} {name}\n" for name, address in known.items()))
        self._ca = shutil.copy(ca, self.folder / "ca.pem")
        self._tools = self.folder / "bin"
        self._tools.mkdir()
        _give_away(self.home)

    def remove(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def put_in_place(self, data: bytes) -> str:
        """Do what the comment at the top of an exported file says; the answer is the command that it names last."""
        commands = commands_in(data)
        (install,) = [shlex.split(each) for each in commands if each.startswith("install ")]
        given = self.home / install[-2]
        given.write_bytes(data)
        _give_away(given)
        for command in commands:
            if command.startswith(("mkdir ", "install ")):
                done = self.run(command)
                assert done.code == 0, done
        (home,) = [shlex.split(each)[-1] for each in commands if each.startswith("install ")]
        assert (self.home / home.removeprefix("~/")).stat().st_mode & 0o777 == 0o600
        return commands[-1]

    def use_keyring(self, data: bytes, password: str) -> bytes:
        """Store the password in the keyring and switch its line on, both as the file says."""
        (store,) = [each for each in commands_in(data) if each.startswith("secret-tool store ")]
        _, _, _, attribute, name = shlex.split(store)
        assert attribute == "mailweiche"
        tool = self._tools / "secret-tool"
        tool.write_text(SECRET_TOOL.format(name=name, password=shlex.quote(password)))
        tool.chmod(0o755)
        lines = data.decode().splitlines(keepends=True)
        switched = [line[1:] if line.startswith("#") and not line[1].isspace() else line for line in lines]
        assert switched != lines
        return "".join(switched).encode()

    def run(
        self,
        command: str,
        *,
        typed: str | None = None,
        asks: str = PROMPT,
        stdin: bytes | None = None,
        until: str = "",
    ) -> Done:
        """Run a shell command; ``typed`` once it ``asks`` (for a password), or else ``stdin`` fed to it.

        ``until``: the command is ended as soon as this is on the screen.
        """
        inside = (
            f"mount --bind {self._hosts} /etc/hosts && mount --bind {self._ca} {SYSTEM_CERTIFICATES} && "
            f"exec setpriv --reuid={_nobody().pw_uid} --regid={_nobody().pw_gid} --clear-groups "
            f"sh -c {shlex.quote(f'cd {self.home} && {command}')}"
        )
        words = [program("unshare", "util-linux"), "--mount", "sh", "-c", inside]
        if typed is not None or until:
            return run_at_terminal(words, self._environment(), typed, until, SECONDS, asks)
        done = subprocess.run(words, env=self._environment(), input=stdin or b"", capture_output=True, timeout=SECONDS)
        return Done(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))

    def maildir(self, path: str) -> dict[str, list[bytes]]:
        """The mails in all folders below ``path``; the inbox itself is "."."""
        found: dict[str, list[bytes]] = {}
        root = self.home / path
        for mail in sorted((*root.rglob("new/*"), *root.rglob("cur/*"))):
            found.setdefault(str(mail.parent.parent.relative_to(root)), []).append(mail.read_bytes())
        return found

    def _environment(self) -> dict[str, str]:
        path = f"{self._tools}:/usr/sbin:/usr/bin:/sbin:/bin"
        return {"HOME": str(self.home), "PATH": path, "TERM": "xterm", "LC_ALL": "C", "USER": NOBODY, "LOGNAME": NOBODY}


def commands_in(data: bytes) -> list[str]:
    """The commands in the comment at the top of an exported file, which are indented by four."""
    top = data.decode().partition("\n\n")[0].splitlines()
    return [line.removeprefix("#     ") for line in top if line.startswith("#     ")]


def _nobody() -> pwd.struct_passwd:
    return pwd.getpwnam(NOBODY)


def _give_away(path: Path) -> None:
    if os.getuid() == 0:
        shutil.chown(path, _nobody().pw_uid, _nobody().pw_gid)
