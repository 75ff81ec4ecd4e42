"""Findings about signing in, and about fetching (POP3)."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Letter, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

FETCHING: dict[FindingCode, Outcome] = {
    FindingCode.NO_SIGN_IN_OFFERED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Keine Möglichkeit zur Anmeldung", "No way to sign in"),
        Text(
            "Der Server antwortet verschlüsselt, nennt uns aber keine einzige Art, sich anzumelden. So kann hier "
            "niemand seine Post lesen, senden oder Filterregeln ändern.",
            "The server answers with encryption but lists no way at all to sign in. So nobody can read mail here, send "
            "it or change filter rules.",
        ),
        Text(
            "Richten Sie diesen Zugang nirgends ein. Fragen Sie den Anbieter, welcher Zugang für Ihre Mailprogramme "
            "gedacht ist.",
            "Set this access up nowhere. Ask the provider which access is meant for your mail programs.",
        ),
        Letter(
            Text(
                "Nach dem Aufbau von TLS nennt der Server keine Anmeldeart (IMAP: LOGINDISABLED ohne AUTH=, POP3: "
                "weder USER noch SASL, SMTP: kein AUTH, ManageSieve: kein SASL).",
                "Once TLS is up, the server lists no sign-in method (IMAP: LOGINDISABLED without AUTH=, POP3: neither "
                "USER nor SASL, SMTP: no AUTH, ManageSieve: no SASL).",
            ),
            Text(
                "Ist die Anmeldung hier mit Absicht gesperrt, oder nur aus fremden Netzen? Welcher Servername und "
                "welcher Anschluss gelten für unsere Mailprogramme?",
                "Is signing in blocked here on purpose, or only from other networks? Which server name and which port "
                "are meant for our mail programs?",
            ),
        ),
    ),
    FindingCode.OAUTH2_ONLY: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Anmeldung nur über die Seite des Anbieters", "Sign-in only through the provider’s page"),
        Text(
            "Der Server nennt als einzige Anmeldeart jene über die Seite des Anbieters (OAuth2). Ein gewöhnliches "
            "Passwort nimmt er nicht an.",
            "The only sign-in method that the server lists is that through the provider’s page (OAuth2). It does not "
            "take an ordinary password.",
        ),
        Text(
            "Prüfen Sie vor der Umstellung, ob alle Ihre Programme und Geräte diese Anmeldung beherrschen, auch "
            "Drucker und Auftragsprogramme.",
            "Before any change, check whether all your programs and devices can sign in that way, printers and order "
            "software included.",
        ),
    ),
    FindingCode.APOP_ONLY: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Nur eine veraltete Anmeldeart", "Only an outdated sign-in method"),
        Text(
            "Zum Abholen nennt der Server nur eine veraltete Anmeldeart (APOP). Viele Programme beherrschen sie nicht "
            "mehr.",
            "For fetching the server lists only an outdated sign-in method (APOP). Many programs no longer know it.",
        ),
        Text(
            "Fragen Sie den Anbieter nach der gewöhnlichen Anmeldung über eine verschlüsselte Verbindung.",
            "Ask the provider for the ordinary sign-in over an encrypted connection.",
        ),
        Letter(
            Text(
                "Nach dem Aufbau von TLS bietet der POP3-Server weder USER noch SASL an, nur APOP.",
                "Once TLS is up, the POP3 server offers neither USER nor SASL, only APOP.",
            ),
            Text(
                "Können Sie innerhalb von TLS auch USER/PASS oder SASL PLAIN anbieten?",
                "Can you also offer USER/PASS or SASL PLAIN within TLS?",
            ),
        ),
    ),
    FindingCode.EXPIRE_FORBIDS_COPY: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Abgeholte Mails bleiben nicht liegen", "Fetched mail does not stay"),
        Text(
            "Der Server kündigt an, dass abgeholte Mails nicht bei ihm bleiben dürfen (EXPIRE 0). Eine Kopie beim "
            "Anbieter lässt sich so nicht behalten.",
            "The server announces that fetched mail may not stay with it (EXPIRE 0). A copy cannot be kept at the "
            "provider that way.",
        ),
        Text(
            "Holen Sie hier nichts mit POP3 ab, bis die Post anderswo gesichert ist und jemand das Zurückholen geprüft "
            "hat.",
            "Fetch nothing with POP3 here until the mail is backed up elsewhere and somebody has tested the restore.",
        ),
        Letter(
            Text(
                "Der POP3-Server meldet EXPIRE 0: Abgeholte Mails dürfen nicht auf dem Server bleiben.",
                "The POP3 server announces EXPIRE 0: fetched mail may not stay on the server.",
            ),
            Text(
                "Trifft das zu, und wann genau wird gelöscht? Können Sie die Frist aufheben?",
                "Is that so, and when exactly is it deleted? Can you lift the limit?",
            ),
        ),
    ),
    FindingCode.EXPIRE_DESTROYS_COPY: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Der Server löscht selbst nach einer Frist", "The server itself deletes after some time"),
        Text(
            "Der Server kündigt an, dass er Mails nur so lange behält: {days} (EXPIRE). Wer sich auf die Kopie beim "
            "Anbieter verlässt, verliert sie danach.",
            "The server announces that it keeps mail only for so long: {days} (EXPIRE). Whoever relies on the copy at "
            "the provider loses it after that.",
        ),
        Text(
            "Verlassen Sie sich nicht auf die Kopie beim Anbieter. Fragen Sie, ob die Frist auch für Mails gilt, die "
            "über IMAP gelesen werden.",
            "Do not rely on the copy at the provider. Ask whether the limit also holds for mail that is read by IMAP.",
        ),
        Letter(
            Text(
                "Der POP3-Server meldet mit EXPIRE eine Aufbewahrungsfrist: {days}.",
                "With EXPIRE the POP3 server announces a retention time: {days}.",
            ),
            Text(
                "Gilt diese Frist für alle Mails im Posteingang, auch für solche, die über IMAP gelesen werden? Lässt "
                "sie sich aufheben?",
                "Does this limit hold for all mail in the inbox, also for mail that is read by IMAP? Can it be lifted?",
            ),
        ),
    ),
    FindingCode.MISSING_UIDL: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Neue und alte Mails nicht unterscheidbar", "New and old mail cannot be told apart"),
        Text(
            "Beim Abholen nennt der Server keine eindeutigen Nummern (UIDL). Ein Programm, das Kopien liegen lässt, "
            "holt dann dieselben Mails immer wieder.",
            "For fetching the server lists no unique numbers (UIDL). A program that leaves copies then fetches the "
            "same mail again and again.",
        ),
        Text(
            "Lesen Sie die Post beim Anbieter (IMAP), oder fragen Sie ihn nach UIDL, bevor Kopien liegen bleiben "
            "sollen.",
            "Read mail at the provider (IMAP), or ask about UIDL before copies are to be left there.",
        ),
        Letter(
            Text(
                "Die Antwort des POP3-Servers auf CAPA nennt UIDL nicht.",
                "The POP3 server’s answer to CAPA does not list UIDL.",
            ),
            Text(
                "Ist UIDL nach der Anmeldung verfügbar? Falls nicht: Können Sie es einschalten?",
                "Is UIDL available after signing in? If not: can you switch it on?",
            ),
        ),
    ),
    FindingCode.LOGIN_DELAY_LONG: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Lange Pause zwischen zwei Abholungen", "Long pause between two fetches"),
        Text(
            "Zwischen zwei Anmeldungen verlangt der Server eine Pause (LOGIN-DELAY): {seconds} Sekunden. Holt ein "
            "Programm öfter ab, oder holen zwei Geräte ab, weist er sie ab.",
            "Between two sign-ins the server demands a pause (LOGIN-DELAY): {seconds} seconds. If a program fetches "
            "more often, or two devices fetch, it turns them away.",
        ),
        Text(
            "Stellen Sie das Abholen auf einen längeren Abstand ein, und holen Sie nur mit einem Gerät ab.",
            "Set a longer interval for fetching, and fetch with one device only.",
        ),
    ),
    FindingCode.POP3_WITHOUT_CAPA: Outcome(
        Severity.INFO,
        Fixer.PROVIDER,
        Text("Sagt nicht, was er beim Abholen kann", "Does not say what it can do for fetching"),
        Text(
            "Der Server kennt die Frage nach seinen Fähigkeiten nicht (CAPA). Ob Kopien sicher liegen bleiben können, "
            "zeigt sich erst nach der Anmeldung.",
            "The server does not know the question for its abilities (CAPA). Whether copies can be left safely shows "
            "only after signing in.",
        ),
        Text(
            "Fragen Sie den Anbieter, ob der Server UIDL beherrscht, bevor Kopien liegen bleiben sollen.",
            "Ask the provider whether the server knows UIDL before copies are to be left there.",
        ),
        Letter(
            Text("Der POP3-Server beantwortet CAPA nicht.", "The POP3 server does not answer CAPA."),
            Text(
                "Beherrscht er UIDL und TOP, und gibt es Fristen, nach denen Mails gelöscht werden?",
                "Does it know UIDL and TOP, and are there limits after which mail is deleted?",
            ),
        ),
    ),
}
