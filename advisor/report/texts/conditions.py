"""Conditions: what must be done or known for the advice to hold."""

from advisor.decision.codes import ConditionCode
from advisor.decision.recommendation import Condition
from advisor.report.texts.server import SERVICES
from advisor.report.texts.values import Note
from advisor.text import Language, Text
from probes.codes import Protocol

CONDITIONS: dict[ConditionCode, Note] = {
    ConditionCode.REQUIRE_TLS: Note(
        Text("{protocol}: nur mit Verschlüsselung", "{protocol}: only with encryption"),
        Text(
            "Der Anbieter bietet diesen Zugang zurzeit nur unsicher an. Er muss zuerst Verschlüsselung (TLS) mit einem "
            "gültigen Zertifikat einrichten. Vorher richten Sie diesen Zugang nicht ein.",
            "The provider offers this access only insecurely at present. It must first set up encryption (TLS) with a "
            "valid certificate. Do not set up this access before.",
        ),
    ),
    ConditionCode.LIMITED_PROGRAM_OWN_MAILBOX: Note(
        Text("Eigenes Postfach für das eingeschränkte Programm", "A mailbox of its own for the limited program"),
        Text(
            "Eines Ihrer Programme oder Geräte beherrscht nur eine Art, Post zu holen. Geben Sie ihm ein eigenes "
            "Postfach, damit es den anderen nichts wegnimmt.",
            "One of your programs or devices can get mail in one way only. Give it a mailbox of its own, so that it "
            "takes nothing away from the others.",
        ),
    ),
    ConditionCode.ASK_PROVIDER_FOR_IMAP: Note(
        Text("Den Anbieter nach IMAP fragen", "Ask the provider for IMAP"),
        Text(
            "Für Sie wäre Lesen beim Anbieter (IMAP) richtig, er bietet es aber nicht an. Fragen Sie, ob er es "
            "einschaltet oder ein anderes Angebot hat; sonst ist ein Wechsel des Anbieters zu prüfen. Bis dahin holt "
            "nur ein Gerät die Post ab und löscht beim Anbieter nichts.",
            "Reading at the provider (IMAP) would be right for you, but it is not offered. Ask whether the provider "
            "can switch it on or has another plan; otherwise consider changing the provider. Until then only one "
            "device fetches mail, and deletes nothing at the provider.",
        ),
    ),
    ConditionCode.MEASURE_QUOTA: Note(
        Text("Platz beim Anbieter messen", "Measure the space at the provider"),
        Text(
            "Wie viel Platz ein Postfach hat und wie viel belegt ist, ist noch nicht bekannt. Stellen Sie beides fest, "
            "bevor Post hochgeladen wird oder Kopien liegen bleiben: Ist das Postfach voll, wird neue Post abgewiesen.",
            "How much space a mailbox has, and how much is used, is not known yet. Find out both before mail is "
            "uploaded or copies are left: when the mailbox is full, new mail is turned away.",
        ),
    ),
    ConditionCode.CHECK_OTHER_COLLECTORS: Note(
        Text("Prüfen, wer die Post sonst noch holt", "Check who else fetches the mail"),
        Text(
            "Wir wissen nicht, ob ein Programm oder ein anderer Dienst diese Post ebenfalls abholt. Klären Sie das "
            "zuerst. Schalten Sie keinen Zugang ab, solange etwas darüber läuft.",
            "We do not know whether a program or another service fetches this mail as well. Clear that up first. Do "
            "not switch off any access while something depends on it.",
        ),
    ),
    ConditionCode.OAUTH2_REQUIRED: Note(
        Text("Anmeldung über die Seite des Anbieters", "Sign-in through the provider’s page"),
        Text(
            "Dieser Anbieter nimmt das normale Passwort in Mailprogrammen nicht an. Das Programm muss die Anmeldung "
            "über die Seite des Anbieters (OAuth2) beherrschen. Schalten Sie dafür keinen zweiten Schritt ab.",
            "This provider does not take the normal password in mail programs. The program must be able to sign in "
            "through the provider’s page (OAuth2). Do not switch off a second step for it.",
        ),
    ),
    ConditionCode.CHECK_SERVER: Note(
        Text("{protocol}: noch nicht geprüft", "{protocol}: not tested yet"),
        Text(
            "Wir konnten diesen Zugang nicht prüfen. Das heisst nicht, dass er fehlt. Fragen Sie den Anbieter oder "
            "prüfen Sie später nochmals, bevor Sie etwas einrichten.",
            "We could not test this access. That does not mean that it is missing. Ask the provider or check again "
            "later, before you set anything up.",
        ),
    ),
    ConditionCode.ENABLE_PROTOCOL: Note(
        Text("{protocol}: zuerst einschalten", "{protocol}: switch on first"),
        Text(
            "Bei diesem Anbieter ist der Zugang anfangs aus. Schalten Sie ihn in den Einstellungen des Postfachs auf "
            "der Seite des Anbieters ein, oder lassen Sie ihn einschalten.",
            "With this provider the access is off at first. Switch it on in the mailbox settings on the provider’s "
            "page, or have it switched on.",
        ),
    ),
    ConditionCode.BRIDGE_REQUIRED: Note(
        Text("Ein Programm des Anbieters ist nötig", "A program of the provider is needed"),
        Text(
            "Dieser Anbieter lässt Mailprogramme nur über sein eigenes Zusatzprogramm (Bridge) an die Post. Es muss "
            "auf jedem Computer laufen; auf Handys geht nur die App des Anbieters.",
            "This provider lets mail programs reach the mail only through its own additional program (bridge). It "
            "must run on each computer; on phones only the provider’s app works.",
        ),
    ),
    ConditionCode.APP_PASSWORD: Note(
        Text("Eigenes Passwort je Programm", "A password of its own for each program"),
        Text(
            "Mailprogramme brauchen bei diesem Anbieter ein eigenes Passwort (App-Passwort). Jede Person erstellt es "
            "auf der Seite des Anbieters und gibt es nur im Mailprogramm ein.",
            "With this provider, mail programs need a password of their own (app password). Each person makes it on "
            "the provider’s page and enters it in the mail program only.",
        ),
    ),
    ConditionCode.KEEP_SECOND_FACTOR: Note(
        Text("Der zweite Schritt bleibt an", "The second step stays on"),
        Text(
            "Schalten Sie den zweiten Schritt beim Anmelden nicht ab, auch wenn ein Programm das Passwort nicht "
            "annimmt. Nötig ist dann die Anmeldung über die Seite des Anbieters oder ein eigenes Passwort je "
            "Programm.",
            "Do not switch off the second step of the sign-in, even if a program does not take the password. What is "
            "needed then is the sign-in through the provider’s page, or a password of its own for each program.",
        ),
    ),
    ConditionCode.ONE_COLLECTOR: Note(
        Text("Genau ein Computer sammelt, und er löscht nie", "Exactly one computer collects, and it never deletes"),
        Text(
            "Bestimmen Sie einen einzigen Computer, der die vollständige Kopie hält. Stellen Sie dort ein, dass beim "
            "Anbieter nichts gelöscht wird, auch nicht nach einigen Tagen. Am einfachsten ist eine vollständige "
            "Offline-Kopie (IMAP) mit regelmässiger Sicherung.",
            "Name one single computer that holds the full copy. Set it so that nothing is deleted at the provider, "
            "not even after some days. The simplest is a full offline copy (IMAP) with a regular backup.",
        ),
    ),
    ConditionCode.ARCHIVE_BY_IMAP: Note(
        Text("Die eigene Kopie auf demselben Weg machen", "Make your own copy the same way"),
        Text(
            "Der Anbieter rät davon ab, dasselbe Postfach zugleich beim Anbieter zu lesen und abzuholen. Machen Sie "
            "die eigene Kopie deshalb mit IMAP, nicht mit POP3.",
            "The provider advises against reading a mailbox in place and fetching it as well. So make your own copy "
            "with IMAP, not with POP3.",
        ),
    ),
    ConditionCode.TEST_RESTORE: Note(
        Text("Das Zurückholen testen", "Test the restore"),
        Text(
            "Holen Sie eine E-Mail aus der Sicherung zurück und öffnen Sie sie. Erst dann zählt die Sicherung. "
            "Wiederholen Sie den Test alle drei Monate.",
            "Restore one mail from the backup and open it. Only then does the backup count. Repeat the test every "
            "three months.",
        ),
    ),
    ConditionCode.SOLVE_RETENTION: Note(
        Text("Das Aufbewahren eigens lösen", "Solve the keeping of records separately"),
        Text(
            "Keiner der vier Wege ist ein Archiv im Sinn der Aufbewahrungsregeln. Klären Sie mit Ihrer Treuhand- oder "
            "Steuerfachperson, welche E-Mails aufzubewahren sind, und richten Sie dafür ein Archiv ein.",
            "None of the four ways is an archive in the sense of the rules on keeping records. Clear up with your "
            "accountant or tax adviser which mails must be kept, and set up an archive for them.",
        ),
    ),
    ConditionCode.GROUPWARE_SEPARATELY: Note(
        Text("Kalender und Kontakte gehen einen anderen Weg", "Calendar and contacts go another way"),
        Text(
            "IMAP und POP3 übertragen nur E-Mails. Fragen Sie den Anbieter, ob er für Kalender und Kontakte eine "
            "eigene Verbindung hat (CalDAV und CardDAV).",
            "IMAP and POP3 carry mail only. Ask the provider whether it has a connection of its own for calendar and "
            "contacts (CalDAV and CardDAV).",
        ),
    ),
    ConditionCode.NEW_OUTLOOK_RELAYS: Note(
        Text("Das neue Outlook leitet über Microsoft", "The new Outlook goes through Microsoft"),
        Text(
            "Beim neuen Outlook laufen Passwort und Post auch bei anderen Anbietern über die Server von Microsoft. "
            "Passt das nicht zu Ihren Vorgaben, nehmen Sie das klassische Outlook, Thunderbird oder Apple Mail.",
            "With the new Outlook, password and mail pass through Microsoft’s servers, even if your provider is "
            "another. If that does not fit your demands, use classic Outlook, Thunderbird or Apple Mail.",
        ),
    ),
    ConditionCode.LONG_OFFLINE_COPY: Note(
        Text("Die erste vollständige Kopie dauert", "The first full copy takes time"),
        Text(
            "Über eine langsame oder nach Menge bezahlte Leitung dauert die erste vollständige Kopie lange oder wird "
            "teuer. Machen Sie sie einmal an einer guten Leitung, am besten über Nacht.",
            "On a slow line, or one paid by volume, the first full copy takes long or gets expensive. Make it once on "
            "a good line, best overnight.",
        ),
    ),
}


def condition_title(condition: Condition, language: Language) -> str:
    """The heading of one condition, its figures filled in. Raises ``ValueError`` for an unknown code."""
    return CONDITIONS[ConditionCode(condition.code)].title.into(language, **_fields(condition, language))


def condition_text(condition: Condition, language: Language) -> str:
    """What one condition asks for, its figures filled in. Raises ``ValueError`` for an unknown code."""
    return CONDITIONS[ConditionCode(condition.code)].text.into(language, **_fields(condition, language))


def _fields(condition: Condition, language: Language) -> dict[str, object]:
    return {name: _shown(name, value, language) for name, value in condition.params}


def _shown(name: str, value: str | float, language: Language) -> object:
    return SERVICES[Protocol(str(value))].into(language) if name == "protocol" else value
