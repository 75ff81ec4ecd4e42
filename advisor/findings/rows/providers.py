"""What is known about a provider, by the codes of the provider list; shown with the date of the last look."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

PROVIDERS: dict[FindingCode, Outcome] = {
    FindingCode.OAUTH2_REQUIRED: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Anmeldung über die Seite des Anbieters", "Sign-in through the provider’s page"),
        Text(
            "Das normale Passwort nimmt dieser Anbieter in Mailprogrammen nicht an.",
            "This provider does not take the normal password in mail programs.",
        ),
        Text(
            "Verwenden Sie Programme, die die Anmeldung über seine Seite (OAuth2) beherrschen.",
            "Use programs that can sign in through its page (OAuth2).",
        ),
    ),
    FindingCode.APP_PASSWORD_REQUIRED: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Eigenes Passwort je Programm", "A password of its own for each program"),
        Text(
            "Mailprogramme brauchen hier ein eigenes Passwort (App-Passwort).",
            "Mail programs need a password of their own here (app password).",
        ),
        Text(
            "Erstellen Sie es beim Anbieter, für jedes Programm eines.",
            "Make it at the provider, one for each program.",
        ),
    ),
    FindingCode.APP_PASSWORD_WITH_2FA: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Mit zweitem Schritt: eigenes Passwort je Programm", "With a second step: a password for each program"),
        Text(
            "Ist der zweite Schritt beim Anmelden eingeschaltet, brauchen Mailprogramme ein eigenes Passwort "
            "(App-Passwort).",
            "If the second step of the sign-in is on, mail programs need a password of their own (app password).",
        ),
        Text(
            "Erstellen Sie es beim Anbieter. Lassen Sie den zweiten Schritt an.",
            "Make it at the provider. Leave the second step on.",
        ),
    ),
    FindingCode.BRIDGE_ONLY: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Nur mit Zusatzprogramm", "Only with an additional program"),
        Text(
            "Mailprogramme kommen nur über ein Zusatzprogramm des Anbieters (Bridge) an die Post.",
            "Mail programs reach the mail only through an additional program of the provider (bridge).",
        ),
        Text(
            "Klären Sie, ob Ihr Vertrag es einschliesst und ob es auf jedem Gerät läuft.",
            "Find out whether your contract includes it and whether it runs on every device.",
        ),
    ),
    FindingCode.IMAP_NOT_OFFERED: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Kein Lesen beim Anbieter (IMAP)", "No reading at the provider (IMAP)"),
        Text(
            "Nach unseren Unterlagen bietet dieser Anbieter IMAP nicht an. Massgebend ist die Prüfung oben.",
            "According to our records this provider does not offer IMAP. What counts is the check above.",
        ),
        Text(
            "Brauchen Sie IMAP, fragen Sie nach einem anderen Angebot.",
            "If you need IMAP, ask for another plan.",
        ),
    ),
    FindingCode.POP3_NOT_OFFERED: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Kein Abholen (POP3)", "No fetching (POP3)"),
        Text(
            "Nach unseren Unterlagen bietet dieser Anbieter POP3 nicht an. Massgebend ist die Prüfung oben.",
            "According to our records this provider does not offer POP3. What counts is the check above.",
        ),
        Text("Nichts zu tun, wenn Sie die Post dort lesen.", "Nothing to do if you read mail there."),
    ),
    FindingCode.MUST_ENABLE_IMAP: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("IMAP zuerst einschalten", "Switch IMAP on first"),
        Text("Das Lesen beim Anbieter (IMAP) ist anfangs aus.", "Reading at the provider (IMAP) is off at first."),
        Text("Schalten Sie es in den Einstellungen des Postfachs ein.", "Switch it on in the mailbox settings."),
    ),
    FindingCode.MUST_ENABLE_POP3: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("POP3 zuerst einschalten", "Switch POP3 on first"),
        Text("Das Abholen (POP3) ist anfangs aus.", "Fetching (POP3) is off at first."),
        Text("Schalten Sie es nur ein, wenn Sie es brauchen.", "Switch it on only if you need it."),
    ),
    FindingCode.POP3_COPY_BY_SETTING: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Abgeholtes bleibt je nach Einstellung", "Whether fetched mail stays is a setting"),
        Text(
            "Ob abgeholte Mails (POP3) bei diesem Anbieter liegen bleiben, bestimmt eine Einstellung des Kontos. Was "
            "der Server dazu ankündigt (EXPIRE 0), gilt nicht.",
            "Whether fetched mail (POP3) stays with this provider is up to a setting of the account. What the server "
            "announces about it (EXPIRE 0) does not hold.",
        ),
        Text(
            "Sehen Sie in jedem Konto nach, bevor jemand abholt, und lassen Sie die Kopie im Posteingang liegen.",
            "Look it up in each account before anybody fetches, and leave the copy in the inbox.",
        ),
    ),
    FindingCode.IMAP_ADVISED: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Bei mehreren Geräten: dort lesen (IMAP)", "With several devices: reading there (IMAP)"),
        Text(
            "Dieser Anbieter rät zum Lesen auf dem Server (IMAP), sobald mehrere Geräte dieselbe Post brauchen. Wer "
            "abholt (POP3), soll eine Kopie dort lassen, zum Beispiel 30 Tage.",
            "This provider advises reading on the server (IMAP) as soon as several devices need the same mail. Whoever "
            "fetches (POP3) should leave a copy there, for example for 30 days.",
        ),
        Text(
            "Prüfen Sie, ob Ihre Programme so eingestellt sind.",
            "Check whether your programs are set that way.",
        ),
    ),
    FindingCode.IMPLICIT_TLS_ADVISED: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Die Anschlüsse 993 und 465 verwenden", "Use ports 993 and 465"),
        Text(
            "Der Anbieter wünscht Verschlüsselung von Anfang an: zum Lesen (IMAP) Anschluss 993, zum Senden 465.",
            "The provider wants encryption from the start: port 993 for reading (IMAP), 465 for sending.",
        ),
        Text(
            "Stellen Sie Programme um, die andere Anschlüsse verwenden.",
            "Change programs that use other ports.",
        ),
    ),
    FindingCode.MIXING_DISCOURAGED: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Nicht beides am selben Postfach", "Not both on one mailbox"),
        Text(
            "Der Anbieter rät davon ab, dasselbe Postfach mit IMAP zu lesen und mit POP3 abzuholen.",
            "The provider advises against reading one mailbox with IMAP and fetching it with POP3 as well.",
        ),
        Text("Bleiben Sie je Postfach bei einem Weg.", "Keep to one way for each mailbox."),
    ),
    FindingCode.POP3_MIN_INTERVAL: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Nicht zu oft abholen", "Do not fetch too often"),
        Text(
            "Holt ein Programm die Post in zu kurzen Abständen ab, weist der Anbieter es ab.",
            "If a program fetches mail at too short intervals, the provider turns it away.",
        ),
        Text("Stellen Sie 15 Minuten oder mehr ein.", "Set 15 minutes or more."),
    ),
    FindingCode.BUSINESS_VS_CONSUMER_MX: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Geschäftlich oder privat?", "Business or private?"),
        Text(
            "Bei diesem Anbieter unterscheiden sich die Server für Geschäfts- und Privatkunden.",
            "This provider has different servers for business and private customers.",
        ),
        Text("Vergleichen Sie die Namen mit Ihren Unterlagen.", "Compare the names with your papers."),
    ),
}
