"""What the advice is not: no backup, no archive, no legal advice; and what the law says on keeping, by country."""

from advisor.report.texts.values import Note
from advisor.text import Text

LIMITS: tuple[Note, ...] = (
    Note(
        Text("Keine Sicherung", "No backup"),
        Text(
            "Weder IMAP noch POP3 ersetzt eine Sicherung. Was an einem Ort gelöscht wird oder kaputtgeht, kann überall "
            "fehlen. Sichern Sie die Post getrennt und testen Sie das Zurückholen.",
            "Neither IMAP nor POP3 replaces a backup. What is deleted or breaks in one place can be missing "
            "everywhere. Back the mail up separately, and test the restore.",
        ),
        Text(
            "RFC 9051 (IMAP): Löschen gilt für das Postfach, nicht für ein Gerät; RFC 1939 (POP3): Abgeholtes darf der "
            "Server entfernen",
            "RFC 9051 (IMAP): deleting is for the mailbox, not for one device; RFC 1939 (POP3): the server may remove "
            "what was fetched",
        ),
    ),
    Note(
        Text("Kein Archiv", "No archive"),
        Text(
            "Ein Postfach oder eine Datei auf dem Computer ist kein Archiv im Sinn der Aufbewahrungsregeln. Dafür "
            "braucht es eine eigene Lösung.",
            "A mailbox or a file on a computer is no archive in the sense of the rules on keeping records. That needs "
            "a solution of its own.",
        ),
    ),
    Note(
        Text("Keine Rechtsberatung", "No legal advice"),
        Text(
            "Die Hinweise auf Gesetze sind eine Orientierung, keine Rechtsberatung. Fragen Sie im Zweifel Ihre "
            "Treuhand- oder Steuerfachperson.",
            "The notes on laws are for orientation and are no legal advice. If in doubt, ask your accountant or tax "
            "adviser.",
        ),
    ),
)

SOURCE = Text("Quelle: {source}", "Source: {source}")
RETENTION_AS_OF = Text("Stand: November 2026. Keine Rechtsberatung.", "As of November 2026. No legal advice.")

RETENTION: dict[str, Note] = {
    "CH": Note(
        Text("Aufbewahren in der Schweiz", "Keeping records in Switzerland"),
        Text(
            "Geschäftsbücher und Buchungsbelege sind zehn Jahre aufzubewahren, auch E-Mails, die als Beleg dienen (OR "
            "958f, GeBüV). Seit 2013 nennt das Gesetz die übrige Geschäftskorrespondenz nicht mehr ausdrücklich. "
            "Viele Fachleute raten dennoch, sie aufzubewahren, weil oft erst später klar wird, was wichtig ist. "
            "Fragen Sie Ihre Treuhandstelle.",
            "Books and booking vouchers must be kept for ten years, mails that serve as vouchers included (OR 958f, "
            "GeBüV). Since 2013 the law no longer names other business correspondence explicitly. Many experts still "
            "advise keeping it, because what matters often becomes clear only later. Ask your accountant.",
        ),
        Text(
            "OR Art. 957a und 958f, GeBüV (SR 221.431, Art. 9: unveränderbare Ablage)",
            "OR arts. 957a and 958f, GeBüV (SR 221.431, art. 9: storage that cannot be altered)",
        ),
    ),
    "DE": Note(
        Text("Aufbewahren in Deutschland", "Keeping records in Germany"),
        Text(
            "Nach HGB, AO und GoBD gelten für Handels- und Geschäftsbriefe sechs, für Buchungsbelege in der Regel "
            "acht und für Bücher und Abschlüsse zehn Jahre. E-Mails sind unverändert, auffindbar und maschinell "
            "auswertbar in der ursprünglichen Form aufzubewahren. Ein Mailordner oder eine Outlook-Datei genügt dafür "
            "nicht. Fragen Sie Ihr Steuerbüro.",
            "Under HGB, AO and GoBD, business letters are kept for six years, booking vouchers as a rule for eight, "
            "books and accounts for ten. Mail must be kept unaltered, findable and machine-readable in its original "
            "form. A mail folder or an Outlook file is not enough. Ask your tax adviser.",
        ),
        Text(
            "§ 257 HGB, § 147 AO, GoBD; Belege acht statt zehn Jahre seit 1. Januar 2025 (BEG IV)",
            "§ 257 HGB, § 147 AO, GoBD; vouchers eight instead of ten years since 1 January 2025 (BEG IV)",
        ),
    ),
    "AT": Note(
        Text("Aufbewahren in Österreich", "Keeping records in Austria"),
        Text(
            "Bücher, Belege und die dazugehörigen Geschäftspapiere, auch als E-Mail, sind in der Regel sieben Jahre "
            "aufzubewahren (BAO § 132, UGB § 212). In einzelnen Fällen, etwa bei Grundstücken, gelten längere Fristen. "
            "Fragen Sie Ihre Steuerberatung.",
            "Books, vouchers and the business papers that belong to them, as mail too, are kept for seven years as a "
            "rule (BAO § 132, UGB § 212). In some cases, such as real estate, longer terms apply. Ask your tax "
            "adviser.",
        ),
        Text("§ 132 BAO, § 212 UGB", "§ 132 BAO, § 212 UGB"),
    ),
    "other": Note(
        Text("Aufbewahren in anderen Ländern", "Keeping records in other countries"),
        Text(
            "Fast überall gibt es Fristen für Belege, auch wenn sie als E-Mail kommen. Fragen Sie eine Fachperson in "
            "Ihrem Land, welche E-Mails Sie wie lange und in welcher Form aufbewahren müssen.",
            "Almost everywhere there are terms for vouchers, also when they come as mail. Ask an expert in your "
            "country which mails you must keep, for how long and in which form.",
        ),
    ),
}
