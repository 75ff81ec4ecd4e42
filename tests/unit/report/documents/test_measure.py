"""The document of a measurement: what is written is read back, everything else is refused by name."""

import dataclasses
import json
from datetime import UTC, datetime

import pytest

from advisor.report.documents.errors import DocumentError
from advisor.report.documents.measure import read_measurement, write_measurement
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

FULL = Measurement(
    address_sha256=fingerprint("alice@firma.example"),
    host="mail.firma.example",
    at=datetime(2026, 11, 26, 10, 0, tzinfo=UTC),
    imap=ImapMeasurement(
        quota=Quota(7_000_000, 10_000_000),
        folders=(Folder("INBOX", None, 2000, 6_000_000_000), Folder("Gesendet", "\\Sent", 3, 4096)),
        by_month=(Month("2026-09", 60, 6_000_000), Month("2026-10", 62, 6_200_000)),
        namespaces=Namespaces((Namespace(""),), (), (Namespace("Public/", (Rights("Public/Team", "lr"),)),)),
        capabilities=("IMAP4rev1", "IDLE", "QUOTA"),
    ),
    pop3=Pop3Measurement(2000, 6_000_000_000, Uidl(2000, unique=True), ("UIDL", "EXPIRE 60")),
    problems=(Problem(Protocol.IMAP, Trouble.FOLDERS_INCOMPLETE),),
)


def changed(**changes):
    """The full document with places such as ``imap__quota__used_kb`` set anew (None takes nothing away)."""
    body = json.loads(write_measurement(FULL))
    for path, value in changes.items():
        *parents, last = path.split("__")
        node = body
        for parent in parents:
            node = node[int(parent)] if parent.isdigit() else node[parent]
        node[int(last) if last.isdigit() else last] = value
    return json.dumps(body).encode()


def test_what_is_written_is_read_back() -> None:
    assert read_measurement(write_measurement(FULL)) == FULL
    nothing = dataclasses.replace(FULL, imap=None, pop3=None)
    assert read_measurement(write_measurement(nothing)) == nothing


def test_the_form_is_that_of_the_contract() -> None:
    body = json.loads(write_measurement(FULL))
    assert list(body) == ["schema", "address_sha256", "host", "at", "imap", "pop3", "problems"]
    assert list(body["imap"]) == ["quota", "folders", "by_month", "namespaces", "capabilities"]
    assert list(body["imap"]["quota"]) == ["used_kb", "limit_kb"]
    assert list(body["imap"]["folders"][0]) == ["name", "special_use", "messages", "bytes"]
    assert list(body["imap"]["by_month"][0]) == ["month", "messages", "bytes"]
    assert list(body["imap"]["namespaces"]) == ["personal", "other", "shared"]
    assert list(body["pop3"]) == ["messages", "bytes", "uidl", "capabilities"]
    assert body["problems"] == ["imap_folders_incomplete"]
    assert b"alice" not in write_measurement(FULL)


def test_the_words_of_a_server_stay_out_of_the_document() -> None:
    said = dataclasses.replace(FULL, problems=(Problem(Protocol.POP3, Trouble.WRONG_PASSWORD, "go away"),))
    assert b"go away" not in write_measurement(said)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"address_sha256": "alice@firma.example"}, "address_sha256"),
        ({"host": "mail.firma.example/x"}, "host"),
        ({"at": "2026-11-26"}, "at"),
        ({"imap__quota__used_kb": -1}, "imap.quota"),
        ({"imap__quota__limit_kb": 0}, "imap.quota.limit_kb"),
        ({"imap__quota__used_kb": "7"}, "imap.quota.used_kb"),
        ({"imap__quota__used_kb": 1.5}, "imap.quota.used_kb"),
        ({"imap__folders__0__name": "IN\u200bBOX"}, "imap.folders.0.name"),
        ({"imap__folders__0__name": "x" * 201}, "imap.folders.0.name"),
        ({"imap__folders__0__bytes": 2**60}, "imap.folders.0"),
        ({"imap__folders__0__special_use": "Sent"}, "imap.folders.0.special_use"),
        ({"imap__by_month__0__month": "2026-13"}, "imap.by_month.0.month"),
        ({"imap__by_month__0__messages": -5}, "imap.by_month.0"),
        ({"imap__by_month__0__month": "2026-10"}, "imap.by_month"),
        ({"imap__by_month__0__month": "2026-11"}, "imap.by_month"),
        ({"imap__namespaces__shared__0__prefix": "\ufeffx"}, "imap.namespaces.shared.0.prefix"),
        ({"imap__namespaces__shared__0__rights__0__rights": "\u2060"}, "imap.namespaces.shared.0.rights"),
        ({"imap__capabilities": ["X"] * 257}, "imap.capabilities"),
        ({"pop3__uidl__count": -1}, "pop3.uidl.count"),
        ({"pop3__uidl": True}, "pop3.uidl"),
        ({"problems": ["imap_tired"]}, "problems.0"),
        ({"problems": "imap_too_much"}, "problems"),
        ({"password": "geheim"}, "password"),
        ({"imap__subjects": []}, "imap.subjects"),
        ({"imap__folders__0__uidvalidity": 1}, "imap.folders.0.uidvalidity"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_by_its_place(changes, place) -> None:
    with pytest.raises(DocumentError) as caught:
        read_measurement(changed(**changes))
    assert caught.value.place == place


def test_control_characters_and_foreign_schemas_are_refused() -> None:
    for data in (changed(imap__folders__0__name="a\u202eb"), changed(schema="mailweiche.answers/1"), b"[]", b"\xff"):
        with pytest.raises(DocumentError):
            read_measurement(data)


def test_a_document_of_too_many_bytes_or_folders_is_refused() -> None:
    many = [{"name": "x", "special_use": None, "messages": 1, "bytes": 1}] * 2001
    with pytest.raises(DocumentError, match="2000"):
        read_measurement(changed(imap__folders=many))
    with pytest.raises(DocumentError, match="3000000 bytes"):
        read_measurement(changed(host="x" * 3_000_001))
