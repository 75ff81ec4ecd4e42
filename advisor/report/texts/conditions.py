"""Conditions: what must be done or known for the advice to hold."""

from babel.lists import format_list

from advisor.decision.codes import ConditionCode
from advisor.decision.recommendation import Condition
from advisor.questionnaire.catalogue import answer_phrase
from advisor.questionnaire.schema import Key
from advisor.report.texts.server import SERVICES
from advisor.report.texts.server_conditions import SERVER_CONDITIONS, VARIANTS
from advisor.report.texts.values import Note
from advisor.text import LOCALES, Language, Text
from probes.codes import Protocol

CONDITIONS: dict[ConditionCode, Note] = {
    **SERVER_CONDITIONS,
    ConditionCode.LIMITED_PROGRAM_OWN_MAILBOX: Note(
        Text("Eigenes Postfach für das eingeschränkte Programm", "A mailbox of its own for the limited program"),
        Text(
            "Eines Ihrer Programme oder Geräte beherrscht nur eine Art, Post zu holen. Geben Sie ihm ein eigenes "
            "Postfach, damit es den anderen nichts wegnimmt.",
            "One of your programs or devices can get mail in one way only. Give it a mailbox of its own, so that it "
            "takes nothing away from the others.",
        ),
    ),
    ConditionCode.REPLACE_LIMITED_PROGRAM: Note(
        Text("Das eingeschränkte Programm ersetzen", "Replace the limited program"),
        Text(
            "Eines Ihrer Programme oder Geräte beherrscht nur eine Art, mit Post umzugehen: {protocol}. So, wie es "
            "jetzt steht, ist gerade diese nicht möglich. Aktualisieren oder ersetzen Sie es: Ein Programm, das beide "
            "Arten beherrscht, öffnet einen Weg.",
            "One of your programs or devices can handle mail in one way only: {protocol}. As things stand, just this "
            "one is not possible. Update or replace it: a program that can do both opens a way.",
        ),
    ),
    ConditionCode.ARCHIVE_AFTER_ENCRYPTION: Note(
        Text("Zuerst verschlüsseln, dann die vollständige Kopie", "Encrypt first, then take the full copy"),
        Text(
            "Sie müssen alle Post auch ohne Internet lesen können. Das kann nur eine vollständige Kopie. Sie gehört "
            "auf kein Gerät, das unverschlüsselt aus dem Haus geht. Verschlüsseln Sie zuerst diese Geräte, oder "
            "stellen Sie fest, dass sie es schon sind. Ändern Sie dann Ihre Antwort.",
            "You must be able to read all mail without the internet too. Only a full copy can do that, and it does not "
            "belong on a device that leaves the house unencrypted. Encrypt these devices first, or find out that they "
            "are already. Then change your answer.",
        ),
    ),
    ConditionCode.MAILBOX_SOON_FULL: Note(
        Text("Tage, bis das Postfach voll ist: etwa {days}", "Days until the mailbox is full: about {days}"),
        Text(
            "Für so viel Post reicht der Platz beim Anbieter nicht lange. Ist das Postfach voll, wird neue Post "
            "abgewiesen. Bestellen Sie rechtzeitig mehr Platz, oder räumen Sie auf, sobald alles gesichert ist.",
            "For so much mail, the space at the provider does not last long. When the mailbox is full, new mail is "
            "turned away. Order more space in time, or clean up once everything is backed up.",
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
            "None of the four ways is an archive in the sense of the rules on keeping records. Ask your "
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
    code, params = ConditionCode(condition.code), dict(condition.params)
    variant = VARIANTS.get((code, "programs" if "programs" in params else str(params.get("why"))))
    return (variant or CONDITIONS[code].text).into(language, **_fields(condition, language))


def _fields(condition: Condition, language: Language) -> dict[str, object]:
    return {name: _shown(name, value, language) for name, value in condition.params}


def _shown(name: str, value: str | float, language: Language) -> object:
    match name:
        case "protocol":
            return SERVICES[Protocol(str(value))].into(language)
        case "programs":
            names = [answer_phrase(Key.PROGRAMS, code, language) for code in str(value).split(",")]
            return format_list(names, locale=LOCALES[language])
        case _:
            return value
