"""A real Dovecot (Debian 12) on a loopback address of its own, with virtual users and the standard ports.

``Dovecot.host`` is the name in its certificate; put it into the test DNS server with ``Dovecot.address``.
"""

import os
import shutil
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from tests.integration.servers.ca import ServerCertificate
from tests.integration.servers.process import (
    ServerProcess,
    free_loopback_address,
    program,
    world_readable_folder,
)
from tests.integration.servers.relay import SentMail, SmtpRelay

PORTS = {"imap": 143, "imaps": 993, "pop3": 110, "pop3s": 995, "submission": 587, "submissions": 465, "sieve": 4190}
RELAY_PORT = 2525
MAIL_USER = "mail"
MAIL_UID = 8
DAY_SECONDS = 86400
LOG_SECONDS = 60

CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
listen = {address}
protocols = imap pop3 submission sieve
hostname = {host}
ssl = yes
ssl_cert = <{certificate.chain}
ssl_key = <{certificate.key}
ssl_dh =
disable_plaintext_auth = yes
auth_mechanisms = plain login
default_process_limit = 50
default_client_limit = 200
mail_location = maildir:~/Maildir
first_valid_uid = {uid}
mail_max_userip_connections = 50
submission_relay_host = {address}
submission_relay_port = {relay_port}
submission_relay_trusted = no
submission_max_mail_size = 20480000
submission_backend_capabilities = 8BITMIME SIZE
service anvil {{
  client_limit = 400
}}
service stats {{
  client_limit = 400
}}
service submission-login {{
  inet_listener submissions {{
    port = 465
    ssl = yes
  }}
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users/%u
}}
userdb {{
  driver = static
  args = uid={uid} gid={uid} home={folder}/home/%d/%n
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
  mailbox Trash {{
    special_use = \\Trash
    auto = subscribe
  }}
}}
{extra}
"""


class Dovecot:
    """The running server. Users are full addresses; ``sent`` holds what clients submitted."""

    def __init__(
        self,
        certificate: ServerCertificate,
        host: str = "mail.firma.example",
        extra: str = "",
        address: str | None = None,
        closed: tuple[str, ...] = (),
    ) -> None:
        """Start it; ``extra`` is more configuration in Dovecot's own language, ``closed`` the ports it switches off."""
        self.host = host
        self.ports = {name: port for name, port in PORTS.items() if name not in closed}
        self.address = address or free_loopback_address((*PORTS.values(), RELAY_PORT))
        self.folder = world_readable_folder("mailweiche-dovecot-")
        self._users = self.folder / "users"
        self._users.mkdir()
        self._numbers = count(1)
        self._own(self.folder / "home")
        self._relay = SmtpRelay(self.address, RELAY_PORT)
        self._process = ServerProcess(self._command(certificate, extra), self.folder / "start.log")
        self._process.wait_for(self.address, tuple(self.ports.values()))

    @property
    def sent(self) -> list[SentMail]:
        """Mails that were submitted and sent on."""
        return list(self._relay.mails)

    @property
    def pid(self) -> int:
        """The process id of the master; all other processes of the server are below it."""
        return self._process.pid

    def add_user(self, address: str, password: str) -> None:
        """Add a mailbox; its user name is the address."""
        # One file per user: Dovecot looks at most once a second whether a file that it knows has changed.
        (self._users / address).write_text(f"{address}:{password}\n")
        self._own(self.maildir(address).parent)

    def deliver(self, address: str, message: bytes, age_days: float = 0) -> None:
        """Put a mail into the inbox, with an internal date ``age_days`` in the past."""
        arrived = time.time() - age_days * DAY_SECONDS
        maildir = self.maildir(address)
        for name in ("tmp", "new", "cur"):
            self._own(maildir / name)
        mail = maildir / "tmp" / f"{int(arrived)}.M{next(self._numbers):06d}P{os.getpid()}.test"
        mail.write_bytes(message)
        shutil.chown(mail, MAIL_USER, MAIL_USER)
        os.utime(mail, (arrived, arrived))
        mail.rename(maildir / "new" / mail.name)

    def messages(self, address: str, folder: str = "") -> list[bytes]:
        """All mails of a mailbox as they lie on the server (``folder`` such as "Sent"; empty: the inbox)."""
        root = self.maildir(address) / (f".{folder}" if folder else "")
        while True:
            files = sorted((*root.glob("new/*"), *root.glob("cur/*")), key=lambda each: each.name)
            with suppress(FileNotFoundError):  # a client is at work: moved or deleted since it was found
                return [each.read_bytes() for each in files]

    def maildir(self, address: str) -> Path:
        """Where the mails of ``address`` lie."""
        local, _, domain = address.partition("@")
        return self.folder / "home" / domain / local / "Maildir"

    def logged(self, *words: str, at_least: int = 0) -> list[str]:
        """The lines of its log with any of these words, once there are so many: it writes down what has happened a
        moment later.
        """
        ends = time.monotonic() + LOG_SECONDS
        while True:
            lines = (self.folder / "dovecot.log").read_text().splitlines()
            found = [line for line in lines if any(word in line for word in words)]
            if len(found) >= at_least or time.monotonic() > ends:
                return found
            time.sleep(0.05)

    def stop(self) -> None:
        """End the server and delete its folder."""
        self._process.stop()
        self._relay.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _command(self, certificate: ServerCertificate, extra: str) -> list[str]:
        config = self.folder / "dovecot.conf"
        config.write_text(
            CONFIG.format(
                folder=self.folder,
                address=self.address,
                host=self.host,
                certificate=certificate,
                uid=MAIL_UID,
                relay_port=RELAY_PORT,
                extra=extra,
            )
        )
        needed = program("dovecot", "dovecot-imapd dovecot-managesieved dovecot-pop3d dovecot-submissiond")
        return [needed, "-F", "-c", str(config)]

    def _own(self, path: Path) -> None:
        missing = [each for each in (path, *path.parents) if not each.exists()]
        path.mkdir(parents=True, exist_ok=True)
        for each in missing:
            shutil.chown(each, MAIL_USER, MAIL_USER)
