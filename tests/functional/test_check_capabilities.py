"""The page of a server check tells what the server can do and which software it runs, in both languages."""

import html
import re
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from advisor.report.documents.measure import write_measurement
from advisor.store import measurements
from advisor.store.database import db
from advisor.store.models import Case
from advisor.web import jobs, probing
from probes.measurement import ImapMeasurement, Measurement, Namespaces, Quota
from probes.results import ProbeReport
from tests.made_up.capability_reports import RICH
from tests.made_up.probe_reports import HOST, NOTHING_FOUND
from tests.made_up.runs import FakeRunner


def shown(app: Flask, client: FlaskClient, report: ProbeReport, language: str) -> str:
    probing.init_app(app, FakeRunner(report))
    with app.app_context():
        jobs.queue().huey.immediate = True
    client.get(f"/language/{language}")
    client.post("/start")
    client.post("/check", data={"target": "firma.example"})
    return both_pages(client)


def both_pages(client: FlaskClient) -> str:
    """The result of the check, and the page with what the server can do."""
    return "".join(client.get(f"/check/result{part}").get_data(as_text=True) for part in ("", "/abilities"))


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


SAID = {
    "de": (
        "Was Ihr Server kann",
        "Programm des Servers",
        "Dovecot (laut Begrüssung)",
        "Google Gmail (laut Begrüssung)",
        "Postfix (laut Begrüssung)",
        "Neue Post erscheint sofort (IDLE)",
        "Zeigt, wie voll ein Postfach ist (QUOTA) – vor der Anmeldung nicht zu sehen",
        "(EXPIRE 30 USER) Löscht nach 30 Tagen. Je nach Benutzer anders.",
        "(LOGIN-DELAY 900) Pause von 15 Minuten.",
        "(SIZE 20480000) Höchstens 20 MB pro E-Mail; das sind Anhänge von etwa 14 MB.",
        "Erkennt, was schon abgeholt ist (UIDL) ! nicht angekündigt",
        "Schaltet die Verschlüsselung nachträglich ein (STLS) Auf Anschluss 110. ✕ ausprobiert, ging nicht",
        "Schaltet die Verschlüsselung nachträglich ein (STARTTLS) Auf Anschluss 143. ✓ geht, von uns ausprobiert",
        "mail.firma.example:143 kündigt nicht an: IDLE.",
        "Kann: Abwesenheitsnotiz, in Ordner sortieren, weiterleiten und behalten, zurückweisen und 1 weitere.",
        "Gmail gibt jede Nachricht beim Abholen nur einem Programm.",
        "Weitere Fähigkeiten",
        "Uns unbekannt:",
    ),
    "en": (
        "What your server can do",
        "Server software",
        "Dovecot (by its greeting)",
        "New mail appears at once (IDLE)",
        "Shows how full a mailbox is (QUOTA) – not visible before signing in",
        "(EXPIRE 30 USER) Deletes after 30 days. It differs from user to user.",
        "(SIZE 20480000) At most 20 MB a mail; that is about 14 MB of attachments.",
        "Knows what has been fetched already (UIDL) ! not announced",
        "mail.firma.example:143 does not announce: IDLE.",
        "Not known to us:",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_abilities_and_software_are_told_in_words(app, client, language) -> None:
    said = words(shown(app, client, RICH, language))
    assert [sentence for sentence in SAID[language] if sentence not in said] == []
    assert "unterstützt" not in said
    assert "supported" not in said


def test_what_a_server_says_stays_text(app, client) -> None:
    page = shown(app, client, RICH, "en")
    assert "<script>alert" not in page
    assert "X-OWN&lt;script&gt;" in page


def test_without_an_answering_server_there_is_no_table(app, client) -> None:
    page = shown(app, client, NOTHING_FOUND, "en")
    assert "No server answered, so there is nothing to tell." in page
    assert "Why it matters" not in page


def test_an_uploaded_measurement_shows_what_works_after_signing_in(app, client) -> None:
    shown(app, client, RICH, "en")
    seen = ImapMeasurement(Quota(1, 2), (), (), Namespaces(), ("IMAP4rev1", "IDLE", "QUOTA"))
    with app.app_context():
        case = db.session.scalars(sa.select(Case)).one()
        measurements.replace(case.id, write_measurement(Measurement("0" * 64, HOST, datetime.now(UTC), imap=seen)))
        db.session.commit()
    said = words(both_pages(client))
    assert "Shows how full a mailbox is (QUOTA) ✓ works, tried by us" in said
    assert "New mail appears at once (IDLE) ✓ announced, after signing in too" in said
    assert "Folders can be opened to others (ACL) ! not there after signing in either" in said
