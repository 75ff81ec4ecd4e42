"""Claws Mail itself on a screen that nobody sees, led by keys as a person would press them.

The name of the server exists in no public DNS: a wrapper around the C library answers it. Its certificate lies where
Claws Mail keeps those that its person has accepted.
"""

import os
import re
import shutil
import signal
import ssl
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tests.integration.profiles.clients import as_nobody
from tests.integration.profiles.screen import Screen
from tests.integration.servers.process import program

SECONDS = 240  # no statement about the program: a busy machine starts it late
FOLDERS = ("inbox", "sent", "draft", "queue", "trash")
KINDS = ("inbox", "outbox", "draft", "queue", "trash")
ITEMS = "".join(
    f'<folderitem type="{kind}" name="{name}" path="{name}"/>' for kind, name in zip(KINDS, FOLDERS, strict=True)
)
FOLDERLIST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<folderlist><folder type="mh" name="Mailbox" path="Mail">'
    f'<folderitem name="Mailbox" path="" type="normal">{ITEMS}</folderitem></folder></folderlist>\n'
)
FUNCTIONS = """
wait_window() {
  for i in $(seq 900); do xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 && return 0; sleep 0.1; done
  exit 9
}
wait_said() {
  for i in $(seq 900); do grep -q "$SAID" claws.log && return 0; sleep 0.1; done
  exit 8
}
give_password() {
  wait_window 'Input password'
  sleep 0.4
  xdotool search --onlyvisible --name 'Input password' windowfocus --sync type "$PASSWORD"
  xdotool key Return
}
export LD_PRELOAD=libnss_wrapper.so
"""
FETCH = """
claws-mail --debug --receive-all >claws.log 2>&1 &
give_password
wait_said
sleep 0.5
"""
SEND = """
claws-mail --debug --compose-from-file message >claws.log 2>&1 &
wait_window ' - Compose message'
sleep 0.4
xdotool search --onlyvisible --name ' - Compose message' windowfocus --sync key ctrl+Return
give_password
wait_said
sleep 0.5
"""
LEAVE = """
claws-mail --exit
wait
"""


class ClawsMail:
    """Claws Mail in the home folder of somebody who has never used it."""

    def __init__(self, home: Path, accountrc: bytes, password: str, address: str, host: str) -> None:
        """Put our file in its place, and a name for the server."""
        self._home = home
        self._settings = home / ".claws-mail"
        self._password = password
        (self._settings / "certs").mkdir(parents=True)
        (self._settings / "accountrc").write_bytes(accountrc)
        (self._settings / "folderlist.xml").write_text(FOLDERLIST, encoding="utf-8")
        (self._settings / "clawsrc").write_text("[Common]\nenable_aspell=0\n", encoding="utf-8")
        for name in FOLDERS:
            (home / "Mail" / name).mkdir(parents=True)
        (home / "hosts").write_text(f"{address} {host}\n", encoding="utf-8")

    def accept(self, chain: Path, host: str, *ports: int) -> None:
        """The certificate that the person has accepted at the first connection."""
        leaf = chain.read_text().partition("-----END CERTIFICATE-----")
        for port in ports:
            (self._settings / "certs" / f"{host}.{port}.cert").write_bytes(ssl.PEM_cert_to_DER_cert(leaf[0] + leaf[1]))

    def run(self, script: str, said: str = "") -> str:
        """Run ``script`` on a screen of its own; what Claws Mail wrote about its work."""
        (self._home / "work.sh").write_text(FUNCTIONS + script, encoding="utf-8")
        (self._home / "claws.log").unlink(missing_ok=True)
        if os.getuid() == 0:
            for path in (self._home, *self._home.rglob("*")):
                shutil.chown(path, "nobody")
        for name, package in (("claws-mail", "claws-mail"), ("xdotool", "xdotool")):
            program(name, package)
        screen = Screen(self._home)
        process = subprocess.Popen(
            ["/bin/sh", "work.sh"],
            env={
                "DISPLAY": screen.display,
                "HOME": str(self._home),
                "PATH": "/usr/bin:/bin",
                "LANG": "C.UTF-8",
                "NSS_WRAPPER_HOSTS": str(self._home / "hosts"),
                "PASSWORD": self._password,
                "SAID": said,
            },
            cwd=self._home,
            start_new_session=True,
            **as_nobody(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            ended = process.wait(SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            screen.stop()
        log = (self._home / "claws.log").read_text(errors="replace")
        assert ended == 0, log[-3000:]
        return log

    def write(self, message: str) -> None:
        """What the person will have written when the window for a new mail opens."""
        (self._home / "message").write_text(message, encoding="utf-8")

    def mails(self) -> list[bytes]:
        """What lies in the inbox on the computer."""
        inbox = self._home / "Mail" / "inbox"
        return [mail.read_bytes() for mail in sorted(inbox.iterdir()) if mail.name.isdigit()]

    def let_days_pass(self, days: float) -> None:
        """Make the client believe that it saw all its mail ``days`` earlier than it did."""
        (seen,) = (self._settings / "uidl").iterdir()
        earlier = int(time.time() - days * 86400)
        seen.write_text(re.sub(r"\t\d{6,}\t", f"\t{earlier}\t", seen.read_text()))
