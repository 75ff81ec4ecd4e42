"""Real mail clients that are configured with nothing but what an exported Thunderbird file says.

The names in the files exist in no public DNS. mbsync reaches its server through ``openssl s_client``, which checks the
certificate against the exported name; getmail6 is Python and gets a resolver that knows the one name.
"""

import os
import pwd
import re
import shutil
import smtplib
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.integration.servers.process import program

SECONDS = 120  # no statement about the program: a busy machine starts it late
NOBODY = "nobody"
SOCKET_TYPES = {"SSL"}

RESOLVER = """
import socket

_plain = socket.getaddrinfo


def _known(host, *args, **kwargs):
    return _plain({address!r} if host == {host!r} else host, *args, **kwargs)


socket.getaddrinfo = _known
"""

GETMAIL = """
[retriever]
type = SimplePOP3SSLRetriever
server = {account.host}
port = {account.port}
username = {account.username}
password = {password}
ca_certs = {ca}

[destination]
type = Maildir
path = {maildir}/

[options]
delete = {delete}
delete_after = {days}
read_all = false
verbose = 2
"""

MBSYNC = """
IMAPAccount firma
User {account.username}
Pass {password}
SSLType None
AuthMechs LOGIN
Tunnel "{tunnel}"

IMAPStore server
Account firma

MaildirStore here
Path {folder}/
Inbox {folder}/INBOX
SubFolders Verbatim

Channel all
Far :server:
Near :here:
Patterns *
Create Near
Expunge None
SyncState *
"""


@dataclass(frozen=True)
class ExportedAccount:
    """What the exported file says about receiving mail."""

    protocol: str
    host: str
    port: int
    username: str
    leave_on_server: bool | None
    days: int | None


def read_exported(data: bytes) -> ExportedAccount:
    """The incoming server of a Thunderbird file."""
    incoming = ET.fromstring(data).find("emailProvider/incomingServer")
    assert incoming.findtext("socketType") in SOCKET_TYPES
    assert incoming.findtext("authentication") == "password-cleartext"
    leave, days = (
        incoming.findtext(f"pop3/{name}") for name in ("leaveMessagesOnServer", "daysToLeaveMessagesOnServer")
    )
    return ExportedAccount(
        protocol=incoming.get("type"),
        host=incoming.findtext("hostname"),
        port=int(incoming.findtext("port")),
        username=incoming.findtext("username"),
        leave_on_server=None if leave is None else leave == "true",
        days=None if days is None else int(days),
    )


def send_mail(data: bytes, password: str, address: str, ca: Path, message: bytes, recipient: str) -> None:
    """Send by the outgoing server of a Thunderbird file, with its name checked and its user name."""
    outgoing = ET.fromstring(data).find("emailProvider/outgoingServer")
    assert outgoing.findtext("socketType") in SOCKET_TYPES
    username = outgoing.findtext("username")
    context = ssl.create_default_context(cafile=str(ca))
    plain = socket.create_connection((address, int(outgoing.findtext("port"))), SECONDS)
    with context.wrap_socket(plain, server_hostname=outgoing.findtext("hostname")) as encrypted:
        smtp = smtplib.SMTP()
        smtp.sock = encrypted
        smtp.getreply()
        smtp.login(username, password)
        smtp.sendmail(username, [recipient], message)
        smtp.quit()


class Getmail:
    """getmail6 in a folder of its own. It must not run as root, so root hands it to ``nobody``."""

    def __init__(self, folder: Path, account: ExportedAccount, password: str, address: str, ca: Path) -> None:
        assert account.protocol == "pop3"
        self._folder = folder
        self.maildir = folder / "Maildir"
        for name in ("tmp", "new", "cur"):
            (self.maildir / name).mkdir(parents=True)
        (folder / "sitecustomize.py").write_text(RESOLVER.format(address=address, host=account.host))
        shutil.copy(ca, folder / "ca.pem")
        (folder / "getmailrc").write_text(
            GETMAIL.format(
                account=account,
                password=password,
                ca=folder / "ca.pem",
                maildir=self.maildir,
                delete="false" if account.leave_on_server else "true",
                days=account.days or 0,
            )
        )
        self._give_away()

    def fetch(self) -> list[bytes]:
        """One run; every mail that the client holds afterwards."""
        command = [program("getmail", "getmail6"), "--getmaildir", str(self._folder), "--rcfile", "getmailrc"]
        environment = {"PYTHONPATH": str(self._folder), "HOME": str(self._folder), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            command,
            env=environment,
            cwd=self._folder,
            **as_nobody(),
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return [mail.read_bytes() for mail in sorted(self.maildir.glob("new/*"))]

    def let_days_pass(self, days: float) -> None:
        """Make the client believe that it saw all its mail ``days`` earlier than it did."""
        (seen,) = self._folder.glob("oldmail-*")
        earlier = int(time.time() - days * 86400)
        seen.write_text(re.sub(r"\0\d+", f"\0{earlier}", seen.read_text()))

    def _give_away(self) -> None:
        if os.getuid() == 0:
            for path in (self._folder, *self._folder.rglob("*")):
                shutil.chown(path, NOBODY)


def as_nobody() -> dict[str, object]:
    """Started by root: as user and group of ``nobody``; otherwise as whoever runs the tests."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam(NOBODY)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def mbsync(folder: Path, account: ExportedAccount, password: str, address: str, ca: Path) -> dict[str, list[bytes]]:
    """Fetch everything by IMAP; the mails by folder."""
    assert account.protocol == "imap"
    tunnel = (
        f"openssl s_client -quiet -verify_quiet -connect {address}:{account.port} -servername {account.host} "
        f"-verify_hostname {account.host} -verify_return_error -CAfile {ca}"
    )
    config = folder / "mbsyncrc"
    config.write_text(MBSYNC.format(account=account, password=password, tunnel=tunnel, folder=folder))
    command = [program("mbsync", "isync"), "--config", str(config), "all"]
    done = subprocess.run(
        command, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, timeout=SECONDS
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, list[bytes]] = {}
    for mail in sorted((*folder.glob("*/new/*"), *folder.glob("*/cur/*"))):
        found.setdefault(mail.parts[-3], []).append(mail.read_bytes())
    return found
