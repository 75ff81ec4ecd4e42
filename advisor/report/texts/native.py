"""The honest fifth answer, neither: the provider's own connection, and why."""

from advisor.decision.codes import NativeReason
from advisor.report.texts.values import Note
from advisor.text import Text

NATIVE_VERDICT = Text(
    "Weder noch: Nutzen Sie die eigene Verbindung Ihres Anbieters.",
    "Neither: use your provider’s own connection.",
)

NATIVE_REASONS: dict[NativeReason, Note] = {
    NativeReason.MICROSOFT365: Note(
        Text("Ihre Post liegt bei Microsoft 365", "Your mail is with Microsoft 365"),
        Text(
            "Microsoft 365 nimmt das normale Passwort für IMAP und POP3 nicht mehr an. Richten Sie das Konto in "
            "Outlook, Apple Mail oder einem anderen geeigneten Programm als Microsoft-365-Konto (Exchange) ein. Damit "
            "sind auch Kalender und Kontakte überall gleich.",
            "Microsoft 365 no longer takes the normal password for IMAP and POP3. Set the account up as a Microsoft "
            "365 account (Exchange) in Outlook, Apple Mail or another suitable program. Calendar and contacts are "
            "then the same everywhere, too.",
        ),
    ),
    NativeReason.GROUPWARE: Note(
        Text("Kalender und Kontakte sind ein Muss", "Calendar and contacts are a must"),
        Text(
            "IMAP und POP3 übertragen nur E-Mails. Wenn Kalender und Kontakte überall gleich sein müssen, nehmen Sie "
            "die Verbindung, die Ihr Anbieter dafür hat. Fragen Sie ihn, welche das ist und mit welchen Programmen "
            "sie geht.",
            "IMAP and POP3 carry mail only. If calendar and contacts must be the same everywhere, use the connection "
            "that your provider has for it. Ask which one that is and with which programs it works.",
        ),
    ),
}
