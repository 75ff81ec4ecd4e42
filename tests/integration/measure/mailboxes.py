"""The mailbox that the real server holds: 24 mails over a year, some sent, a draft, and a public folder."""

import os
import shutil
import time
from datetime import UTC, datetime

from tests.integration.servers.dovecot import DAY_SECONDS, MAIL_USER
from tests.integration.servers.process import world_readable_folder

ADDRESS = "alice@firma.example"
PASSWORD = "geheim-alice"
SIZES = tuple(1000 * (1 + number % 5) for number in range(24))
AGES = tuple(15.0 * number for number in range(24))
MAIL = b"From: kunde@example.net\r\nTo: alice@firma.example\r\nSubject: Auftrag\r\n\r\n"


def mail_of(size):
    """A mail of exactly so many bytes, with the line ends of the wire."""
    return MAIL + b"x" * (size - len(MAIL) - 2) + b"\r\n"


def fill(server):
    server.add_user(ADDRESS, PASSWORD)
    for size, age in zip(SIZES, AGES, strict=True):
        server.deliver(ADDRESS, mail_of(size), age_days=age)
    put(server.maildir(ADDRESS) / ".Sent", mail_of(2000), 40, "S")
    put(server.maildir(ADDRESS) / ".Trash", mail_of(3000), 50, "S")


def public_folder():
    """A folder for all whose rights are look and read only."""
    root = world_readable_folder("mailweiche-public-")
    public = root / "Public"
    put(public / ".Team", mail_of(5000), 10, "")
    (public / ".Team" / "dovecot-acl").write_text("anyone lr\n")
    for path in (public, *public.rglob("*")):
        shutil.chown(path, MAIL_USER, MAIL_USER)
    return root, public


def put(folder, message, age, flags):
    for name in ("tmp", "new", "cur"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    at = time.time() - age * DAY_SECONDS
    path = folder / "cur" / f"{int(at)}.M1P{os.getpid()}.put:2,{flags}"
    path.write_bytes(message)
    os.utime(path, (at, at))
    for each in (folder, *folder.rglob("*")):
        shutil.chown(each, MAIL_USER, MAIL_USER)


def arrivals(*folders):
    """The month in which each mail of these folders arrived, and its bytes. The mails know; the clock has gone on."""
    found = [path for folder in folders for kind in ("new", "cur") for path in folder.glob(f"{kind}/*")]
    return [(f"{datetime.fromtimestamp(path.stat().st_mtime, UTC):%Y-%m}", path.stat().st_size) for path in found]


def snapshot(maildir):
    """Every mail with its place, its flags (the end of its name) and its bytes."""
    files = [path for kind in ("new", "cur") for path in maildir.rglob(f"{kind}/*")]
    return {str(path.relative_to(maildir)): path.read_bytes() for path in files}
