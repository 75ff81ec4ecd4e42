"""Conditions that the server makes, and what they say where the server showed why."""

from advisor.decision.codes import ConditionCode
from advisor.report.texts.values import Note
from advisor.text import Text

SERVER_CONDITIONS: dict[ConditionCode, Note] = {
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
    ConditionCode.CHECK_SERVER: Note(
        Text("{protocol}: noch offen", "{protocol}: still open"),
        Text(
            "Ob dieser Zugang für Sie funktioniert, konnten wir nicht feststellen. Das heisst nicht, dass er fehlt. "
            "Fragen Sie den Anbieter oder prüfen Sie später nochmals, bevor Sie etwas einrichten.",
            "We could not find out whether this access works for you. That does not mean that it is missing. Ask the "
            "provider or check again later, before you set anything up.",
        ),
    ),
    ConditionCode.REQUIRE_TLS: Note(
        Text("{protocol}: erst, wenn der Zugang sicher ist", "{protocol}: only once the access is safe"),
        Text(
            "Der Anbieter bietet diesen Zugang zurzeit nur unsicher an. Er muss zuerst Verschlüsselung (TLS) mit einem "
            "gültigen Zertifikat einrichten. Vorher richten Sie diesen Zugang nicht ein.",
            "The provider offers this access only insecurely at present. It must first set up encryption (TLS) with a "
            "valid certificate. Do not set up this access before.",
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
    ConditionCode.OAUTH2_REQUIRED: Note(
        Text("Anmeldung über die Seite des Anbieters", "Sign-in through the provider’s page"),
        Text(
            "Dieser Anbieter nimmt das normale Passwort in Mailprogrammen nicht an. Das Programm muss die Anmeldung "
            "über die Seite des Anbieters (OAuth2) beherrschen. Schalten Sie dafür keinen zweiten Schritt ab.",
            "This provider does not take the normal password in mail programs. The program must be able to sign in "
            "through the provider’s page (OAuth2). Do not switch off a second step for it.",
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
    ConditionCode.POLL_INTERVAL: Note(
        Text("Nicht öfter als alle {minutes} Minuten abholen", "Do not fetch more often than every {minutes} minutes"),
        Text(
            "Ihr Anbieter lässt ein Programm nur alle {minutes} Minuten abholen und weist es sonst ab. Stellen Sie im "
            "Programm diesen Abstand oder einen längeren ein.",
            "Your provider lets a program fetch only every {minutes} minutes and turns it away otherwise. Set this "
            "interval, or a longer one, in the program.",
        ),
    ),
    ConditionCode.SERVER_EXPIRES: Note(
        Text("Auch in den Ferien abholen", "Fetch during holidays too"),
        Text(
            "Der Server kann Post nach {days} Tagen von sich aus löschen, auch was noch niemand geholt hat. Der "
            "Computer, der abholt, darf nie länger aus sein.",
            "The server may delete mail after {days} days by itself, even what nobody has fetched yet. The computer "
            "that fetches must never be off for longer.",
        ),
    ),
    ConditionCode.SHORT_COPY: Note(
        Text("Die Kopie beim Anbieter bleibt nur kurz", "The copy at the provider stays for a short time only"),
        Text(
            "Für Abwesenheiten und Sicherungen wären {needed} Tage nötig, es gehen aber nur {days}. Sichern Sie den "
            "Computer deshalb in kürzeren Abständen.",
            "Absences and backups would need {needed} days, but only {days} are possible. So back up the computer at "
            "shorter intervals.",
        ),
    ),
    ConditionCode.NO_PUSH: Note(
        Text("Neue Post kommt nicht von selbst", "New mail does not come by itself"),
        Text(
            "Sie möchten neue Post sofort sehen, aber der Server meldet sie nicht (kein IDLE). Sie erscheint erst, "
            "wenn das Programm wieder nachfragt: Stellen Sie dafür einen kurzen Abstand ein. Fragen Sie den Anbieter, "
            "ob er neue Post melden kann.",
            "You want to see new mail at once, but the server does not tell of it (no IDLE). It shows only when the "
            "program asks again: set a short interval for that. Ask the provider whether it can tell of new mail.",
        ),
    ),
    ConditionCode.SENT_FOLDER_BY_HAND: Note(
        Text("Den Ordner für Gesendetes von Hand wählen", "Choose the folder for sent mail by hand"),
        Text(
            "Der Server sagt den Programmen nicht, welcher Ordner für Gesendetes ist. Wählen Sie in jedem Programm "
            "denselben, sonst liegt Gesendetes an mehreren Orten.",
            "The server does not tell programs which folder is for sent mail. Choose the same one in each program, "
            "or sent mail ends up in several places.",
        ),
    ),
    ConditionCode.SHARED_FOLDERS: Note(
        Text("Gemeinsame Adresse als geteilter Ordner", "Shared address as a shared folder"),
        Text(
            "Ihr Server kann Ordner mit anderen teilen. Geben Sie den gemeinsamen Ordner frei: Alle melden sich mit "
            "dem eigenen Passwort an, und wer geht, nimmt keines mit.",
            "Your server can share folders with others. Share the common folder: everyone signs in with their own "
            "password, and whoever leaves takes none along.",
        ),
    ),
    ConditionCode.SHARED_PASSWORD: Note(
        Text("Gemeinsame Adresse: ein Passwort für alle", "Shared address: one password for all"),
        Text(
            "Ihr Server zeigt keine geteilten Ordner. Alle Lesenden melden sich am selben Postfach an. Ändern Sie "
            "dessen Passwort, wenn jemand geht.",
            "Your server shows no shared folders. All readers sign in to the same mailbox. Change its password when "
            "somebody leaves.",
        ),
    ),
}

VARIANTS: dict[tuple[ConditionCode, str], Text] = {
    (ConditionCode.ASK_PROVIDER_FOR_IMAP, "better"): Text(
        "Besser für Sie wäre Lesen beim Anbieter (IMAP), er bietet es aber nicht an. Fragen Sie, ob er es einschaltet "
        "oder ein anderes Angebot hat. Bis dahin holen Sie die Post so ab, wie hier empfohlen.",
        "Reading at the provider (IMAP) would be better for you, but it is not offered. Ask whether the provider can "
        "switch it on or has another plan. Until then, fetch the mail as advised here.",
    ),
    (ConditionCode.REPLACE_LIMITED_PROGRAM, "not_offered"): Text(
        "Eines Ihrer Programme oder Geräte beherrscht nur eine Art, mit Post umzugehen, und gerade diese bietet der "
        "Anbieter nicht an. Aktualisieren oder ersetzen Sie es durch eines, das auch die andere beherrscht, oder "
        "fragen Sie den Anbieter danach.",
        "One of your programs or devices can handle mail in one way only, and just this one is not offered by the "
        "provider. Update it, replace it by one that can do the other as well, or ask the provider for it.",
    ),
    (ConditionCode.MAILBOX_SOON_FULL, "archive"): Text(
        "Für so viel Post reicht der Platz beim Anbieter nicht lange. Ist das Postfach voll, wird neue Post "
        "abgewiesen. Verschieben Sie Post in kürzeren Abständen in die Ablage auf dem Computer, jeweils sobald diese "
        "gesichert ist, oder bestellen Sie mehr Platz.",
        "For so much mail, the space at the provider does not last long. When the mailbox is full, new mail is turned "
        "away. Move mail to the archive on the computer at shorter intervals, each time once that is backed up, or "
        "order more space.",
    ),
    (ConditionCode.MAILBOX_SOON_FULL, "fetched"): Text(
        "Wird die Post einige Tage nicht abgeholt, ist das Postfach voll, und neue Post wird abgewiesen. Holen Sie "
        "jeden Tag ab, auch in den Ferien, oder bestellen Sie mehr Platz.",
        "If the mail is not fetched for some days, the mailbox is full and new mail is turned away. Fetch every day, "
        "holidays included, or order more space.",
    ),
    (ConditionCode.REQUIRE_TLS, "clear_text"): Text(
        "Wir fanden diesen Zugang nur unverschlüsselt: Passwort und Post wären unterwegs lesbar. Der Anbieter muss "
        "zuerst Verschlüsselung (TLS) einrichten oder den verschlüsselten Zugang nennen. Vorher richten Sie diesen "
        "Zugang nicht ein.",
        "We found this access without encryption only: password and mail could be read on the way. The provider must "
        "first set up encryption (TLS), or name the encrypted access. Do not set up this access before.",
    ),
    (ConditionCode.REQUIRE_TLS, "old_tls"): Text(
        "Der Server verschlüsselt nur mit veralteten Fassungen (vor TLS 1.2, abgekündigt mit RFC 8996 und RFC 8997). "
        "Der Anbieter muss zuerst TLS 1.2 oder 1.3 einrichten. Vorher richten Sie diesen Zugang nicht ein.",
        "The server encrypts with outdated versions only (before TLS 1.2, deprecated by RFC 8996 and RFC 8997). The "
        "provider must first set up TLS 1.2 or 1.3. Do not set up this access before.",
    ),
    (ConditionCode.REQUIRE_TLS, "certificate"): Text(
        "Der Server verschlüsselt, weist sich aber nicht richtig aus (Zertifikat). Der Anbieter muss das zuerst "
        "beheben. Übergehen Sie keine Warnung des Programms, und richten Sie diesen Zugang vorher nicht ein.",
        "The server encrypts but does not prove its name properly (certificate). The provider must mend that first. "
        "Do not click past a warning of the program, and do not set up this access before.",
    ),
    (ConditionCode.REQUIRE_TLS, "injection"): Text(
        "Beim Wechsel zur Verschlüsselung (STARTTLS) schleicht sich Unverschlüsseltes ein: ein Fehler des Servers "
        "oder jemand unterwegs. Der Anbieter muss das zuerst beheben. Vorher richten Sie diesen Zugang nicht ein.",
        "When encryption is switched on (STARTTLS), something unencrypted slips in: a fault of the server, or somebody "
        "on the way. The provider must mend that first. Do not set up this access before.",
    ),
    (ConditionCode.REQUIRE_TLS, "preauth"): Text(
        "Der Server behandelt uns als angemeldet, ohne dass wir ein Passwort nannten (PREAUTH): Entweder kommt dort "
        "jeder hinein, oder etwas unterwegs antwortet an seiner Stelle. Der Anbieter muss das zuerst beheben. Vorher "
        "richten Sie diesen Zugang nicht ein.",
        "The server treats us as signed in though we gave no password (PREAUTH): either anybody gets in there, or "
        "something on the way answers in its place. The provider must mend that first. Do not set up this access "
        "before.",
    ),
    (ConditionCode.OAUTH2_REQUIRED, "programs"): Text(
        "Dieser Anbieter nimmt das normale Passwort in Mailprogrammen nicht an. Das Programm muss die Anmeldung über "
        "die Seite des Anbieters (OAuth2) beherrschen. Von diesen Ihrer Programme wissen wir das hier nicht: "
        "{programs}. Probieren Sie es mit einem Konto aus. Schalten Sie dafür keinen zweiten Schritt ab.",
        "This provider does not take the normal password in mail programs. The program must be able to sign in "
        "through the provider’s page (OAuth2). Of these programs of yours we do not know that here: {programs}. Try "
        "it with one account. Do not switch off a second step for it.",
    ),
    (ConditionCode.ARCHIVE_BY_IMAP, "no_pop3"): Text(
        "Der Anbieter bietet das Abholen (POP3) nicht an. Machen Sie die eigene Kopie deshalb mit IMAP.",
        "The provider does not offer fetching (POP3). So make your own copy with IMAP.",
    ),
    (ConditionCode.ARCHIVE_BY_IMAP, "no_uidl"): Text(
        "Beim Abholen (POP3) kann dieser Server alte und neue Post nicht unterscheiden (UIDL fehlt): Ein Sammler holte "
        "alles immer wieder. Machen Sie die eigene Kopie deshalb mit IMAP.",
        "When fetching (POP3), this server cannot tell old mail from new (no UIDL): a collector would fetch everything "
        "again and again. So make your own copy with IMAP.",
    ),
    (ConditionCode.ARCHIVE_BY_IMAP, "expires"): Text(
        "Was jemand mit POP3 abholt, kann dieser Server danach löschen (EXPIRE). Das träfe alle anderen Geräte. Machen "
        "Sie die eigene Kopie deshalb mit IMAP.",
        "What somebody fetches by POP3, this server may delete afterwards (EXPIRE). That would hit all other devices. "
        "So make your own copy with IMAP.",
    ),
    (ConditionCode.MEASURE_QUOTA, "told"): Text(
        "Wie viel Platz ein Postfach hat und wie viel belegt ist, ist noch nicht bekannt. Ihr Server gibt darüber "
        "Auskunft (QUOTA): Messen Sie es, bevor Post hochgeladen wird oder Kopien liegen bleiben. Ist das Postfach "
        "voll, wird neue Post abgewiesen.",
        "How much space a mailbox has, and how much is used, is not known yet. Your server tells (QUOTA): measure it "
        "before mail is uploaded or copies are left. When the mailbox is full, new mail is turned away.",
    ),
    (ConditionCode.MEASURE_QUOTA, "not_told"): Text(
        "Wie viel Platz ein Postfach hat, ist noch nicht bekannt, und Ihr Server gibt darüber keine Auskunft. Sehen "
        "Sie auf der Seite des Anbieters nach, bevor Post hochgeladen wird oder Kopien liegen bleiben: Ist das "
        "Postfach voll, wird neue Post abgewiesen.",
        "How much space a mailbox has is not known yet, and your server does not tell. Look on the provider’s page "
        "before mail is uploaded or copies are left: when the mailbox is full, new mail is turned away.",
    ),
}
"""What is said instead where a parameter names the reason; ``programs`` where the condition names programs."""
