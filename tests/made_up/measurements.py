"""A measurement as the command writes it: a full mailbox, folders with hostile names, a shared folder."""

from datetime import UTC, datetime

from probes.codes import Protocol
from probes.measure import fingerprint
from probes.measurement import (
    Folder,
    ImapMeasurement,
    Measurement,
    Month,
    Namespace,
    Namespaces,
    Pop3Measurement,
    Problem,
    Quota,
    Rights,
    Trouble,
    Uidl,
)

MEASUREMENT = Measurement(
    address_sha256=fingerprint("chef@firma.example"),
    host="mail.firma.example",
    at=datetime(2026, 11, 26, 10, 0, tzinfo=UTC),
    imap=ImapMeasurement(
        quota=Quota(8_000_000, 10_000_000),
        folders=(
            Folder("INBOX", None, 2000, 6_000_000_000),
            *(Folder(f"Projekt <b>{number}</b>", None, 3, 4096) for number in range(11)),
            Folder("Ablage/" + "Unterordner" * 15, None, 1, 5_000_000),
            Folder("Public/Team", None, 5, 700),
        ),
        by_month=tuple(Month(f"2026-{month:02}", 217, 43_400_000) for month in range(1, 12)),
        namespaces=Namespaces((Namespace(""),), (), (Namespace("Public/", (Rights("Public/Team", "lr"),)),)),
        capabilities=("IMAP4rev1", "IDLE"),
    ),
    pop3=Pop3Measurement(2000, 6_000_000_000, Uidl(2000, unique=True), ("UIDL",)),
    problems=(Problem(Protocol.IMAP, Trouble.FOLDERS_INCOMPLETE),),
)
