"""The page of a server check tells what the server can do and which software it runs, in both languages."""

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.web import jobs, probing
from probes.results import ProbeReport
from tests.functional.capability_reports import RICH
from tests.functional.probe_reports import NOTHING_FOUND, FakeRunner


def shown(app: Flask, client: FlaskClient, report: ProbeReport, language: str) -> str:
    probing.init_app(app, FakeRunner(report))
    with app.app_context():
        jobs.queue().huey.immediate = True
    client.get(f"/language/{language}")
    client.post("/start")
    client.post("/check", data={"target": "firma.example"})
    return client.get("/check/result").get_data(as_text=True)


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
    assert "What your server can do" not in shown(app, client, NOTHING_FOUND, "en")
