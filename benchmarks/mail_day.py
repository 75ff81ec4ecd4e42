"""Days of mail, compressed: a real Dovecot, mail that arrives, a program that polls and one that waits."""

import contextlib
import poplib
import ssl
import time
from pathlib import Path

import trustme
from imapclient import IMAPClient

from benchmarks.counting import CountingProxy
from tests.integration.servers.ca import ServerCertificate
from tests.integration.servers.dovecot import Dovecot
from tests.integration.servers.process import world_readable_folder

HOST = "mail.bench.example"
PASSWORD = "geheim"
POLL = ("CAPA", "STAT", "LIST", "UIDL")
SHOWN = b"BODY.PEEK[HEADER.FIELDS (DATE FROM TO CC SUBJECT MESSAGE-ID REFERENCES CONTENT-TYPE)]"
SECONDS = 20

COMPRESSED = """
imap_idle_notify_interval = {notify}s
mail_max_userip_connections = 500
service imap {{
  process_limit = 400
}}
service imap-login {{
  process_limit = 400
  {shared}
}}
{more}
"""
SHARED_LOGIN = "service_count = 0\n  client_limit = 1000"
HIBERNATING = """
imap_hibernate_timeout = 1s
service imap {
  unix_listener imap-master {
    user = $default_internal_user
  }
}
service imap-hibernate {
  unix_listener imap-hibernate {
    mode = 0660
    group = $default_internal_group
  }
}
"""


def usual_certificate(folder):
    """A chain of the usual size: RSA with 2048 bits, an authority in between."""
    root = trustme.CA(key_type=trustme.KeyType.RSA)
    leaf = root.create_child_ca(key_type=trustme.KeyType.RSA).issue_cert(HOST, key_type=trustme.KeyType.RSA)
    files = ServerCertificate(Path(folder, "chain.pem"), Path(folder, "key.pem"))
    files.chain.write_bytes(b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
    leaf.private_key_pem.write_to_path(str(files.key))
    files.key.chmod(0o600)
    root.cert_pem.write_to_path(str(Path(folder, "root.pem")))
    return files


@contextlib.contextmanager
def running(*, notify=120, shared=True, hibernate=False):
    """A server and counting ways to it; ``notify``: seconds between two times "still here"."""
    folder = world_readable_folder("mailweiche-bench-")
    extra = COMPRESSED.format(
        notify=notify, shared=SHARED_LOGIN if shared else "", more=HIBERNATING if hibernate else ""
    )
    server = Dovecot(usual_certificate(folder), HOST, extra)
    context = ssl.create_default_context(cafile=str(Path(folder, "root.pem")))
    context.check_hostname = False  # the proxy's address stands in the place of the name
    day = MailDay(server, context)
    try:
        yield day
    finally:
        day.stop()
        server.stop()


class MailDay:
    """One server, a proxy per protocol, and what programs do in a day."""

    def __init__(self, server, context):
        self.server = server
        self._context = context
        self.pop3 = CountingProxy((server.address, 995))
        self.imap = CountingProxy((server.address, 993))

    def stop(self):
        self.pop3.stop()
        self.imap.stop()

    def mailbox(self, name):
        """A new mailbox and its address."""
        address = f"{name}@bench.example"
        self.server.add_user(address, PASSWORD)
        return address

    def deliver(self, address, count, kilobytes, age_days=0.0):
        """So many mails of the given size arrive."""
        for _ in range(count):
            self.server.deliver(address, mail_of(kilobytes), age_days)

    def poll(self, address, seen, expired=()):
        """One visit by POP3: list all, fetch what is new, delete what has ``expired`` (None: all that is fetched).

        Gives the names of all mails in their order.
        """
        with contextlib.closing(poplib.POP3_SSL("127.0.0.1", self.pop3.port, context=self._context)) as session:
            session.capa()
            session.user(address)
            session.pass_(PASSWORD)
            session.stat()
            session.list()
            names = [line.split(b" ", 1)[1] for line in session.uidl()[1]]
            for number, name in enumerate(names, 1):
                if name not in seen:
                    session.retr(number)
                if expired is None or name in expired:
                    session.dele(number)
            session.quit()
        return names

    def sign_in(self, address):
        """An IMAP session that has chosen the inbox."""
        session = IMAPClient("127.0.0.1", self.imap.port, ssl_context=self._context, timeout=SECONDS)
        session.login(address, PASSWORD)
        session.select_folder("INBOX")
        return session


class Waiting:
    """A program that waits for mail, shows its header lines, and loads it whole where ``loads`` is true."""

    def __init__(self, day, address, *, loads):
        self._session = day.sign_in(address)
        self._loads = loads
        self._next = self._session.search()[-1:] or [0]
        self._next = self._next[0] + 1
        self._session.idle()

    def take(self, count):
        """Wait until so many mails have been announced and taken."""
        deadline = time.monotonic() + SECONDS
        while count > 0:
            assert time.monotonic() < deadline, "the mail was not announced"
            told = self._session.idle_check(timeout=1)
            if any(line[1:2] == (b"EXISTS",) for line in told):
                count -= self._fetch()

    def _fetch(self):
        self._session.idle_done()
        new = [number for number in self._session.search(["UID", f"{self._next}:*"]) if number >= self._next]
        if new:
            self._session.fetch(new, ["FLAGS", "RFC822.SIZE", SHOWN])
            self._next = new[-1] + 1
        for number in new if self._loads else ():
            self._session.fetch([number], ["BODY.PEEK[]"])
        self._session.idle()
        return len(new)

    def renew(self):
        """Begin to wait anew."""
        self._session.idle_done()
        self._session.idle()

    def leave(self):
        self._session.idle_done()
        self._session.logout()


def mail_of(kilobytes):
    """A mail with the header lines of a usual one, of exactly so many kB."""
    head = (
        b"Return-Path: <absender@firma.example>\r\nReceived: from mx.bench.example (mx.bench.example [198.18.0.9])\r\n"
        b"\tby mail.bench.example with ESMTPS id 4abcdef; Fri, 27 Nov 2026 10:00:00 +0100 (CET)\r\n"
        b"Date: Fri, 27 Nov 2026 10:00:00 +0100\r\nFrom: Anna Muster <absender@firma.example>\r\n"
        b"To: Beat Beispiel <beat@bench.example>\r\nSubject: Offerte fuer den Umbau an der Musterstrasse 12\r\n"
        b"Message-ID: <5f0c2a4e-8f1b-4b11-9a55-0c6a2b1f7d11@firma.example>\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    )
    line = b"Guten Tag, anbei wie besprochen die Unterlagen zur Offerte, mit Dank.\r\n"
    size = int(kilobytes * 1000)
    return (head + line * (size // len(line) + 1))[:size]
