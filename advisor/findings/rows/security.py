"""Findings about encryption: what is missing, what is outdated."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Letter, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

SECURITY: dict[FindingCode, Outcome] = {
    FindingCode.CLEARTEXT_ONLY: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Gar keine Verschlüsselung", "No encryption at all"),
        Text(
            "Unter diesem Namen antwortet der Dienst nur unverschlüsselt (im Klartext). Jedes Passwort wäre unterwegs "
            "lesbar.",
            "Under this name the service answers only without encryption (in clear text). Any password could be read "
            "on the way.",
        ),
        Text(
            "Geben Sie dort kein Passwort ein. Der Anbieter muss zuerst Verschlüsselung einrichten oder den richtigen "
            "Servernamen nennen.",
            "Do not enter a password there. The provider must first set up encryption or name the right server.",
        ),
        Letter(
            Text(
                "Auf keinem der geprüften Anschlüsse kam eine verschlüsselte Verbindung zustande. Weder TLS von Anfang "
                "an noch STARTTLS wird angeboten.",
                "No encrypted connection came about on any of the ports we tried. Neither implicit TLS nor STARTTLS is "
                "offered.",
            ),
            Text(
                "Können Sie TLS mit einem gültigen Zertifikat einrichten, oder uns den Namen und den Anschluss des "
                "verschlüsselten Zugangs nennen? (RFC 8314)",
                "Can you set up TLS with a valid certificate, or tell us the name and port of the encrypted access? "
                "(RFC 8314)",
            ),
        ),
    ),
    FindingCode.CLEARTEXT_LOGIN_OFFERED: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Bietet Anmeldung vor der Verschlüsselung an", "Offers sign-in before encryption"),
        Text(
            "Der Server bietet die Anmeldung mit Passwort schon an, bevor die Verbindung verschlüsselt ist. Ein falsch "
            "eingestelltes Programm könnte das Passwort lesbar senden.",
            "The server offers to sign in with a password before the connection is encrypted. A program with wrong "
            "settings could send the password readably.",
        ),
        Text(
            "Stellen Sie in jedem Programm den Zugang ein, der von Anfang an verschlüsselt ist (TLS), und melden Sie "
            "es dem Anbieter.",
            "In every program, set the access that is encrypted from the start (TLS), and report it to the provider.",
        ),
        Letter(
            Text(
                "Der Server bietet vor STARTTLS Anmeldearten mit lesbarem Passwort an. Wir haben keine davon "
                "ausprobiert.",
                "Before STARTTLS the server offers sign-in methods with a readable password. We tried none of them.",
            ),
            Text(
                "Können Sie die Anmeldung vor der Verschlüsselung sperren (LOGINDISABLED bei IMAP; kein USER, SASL "
                "PLAIN oder AUTH vor STARTTLS)?",
                "Can you block signing in before encryption (LOGINDISABLED for IMAP; no USER, SASL PLAIN or AUTH "
                "before STARTTLS)?",
            ),
        ),
    ),
    FindingCode.OLD_TLS_VERSIONS_ACCEPTED: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Nimmt noch alte Verschlüsselung an", "Still takes old encryption"),
        Text(
            "Der Server lässt noch veraltete Verschlüsselung zu ({versions}). Heutige Programme nutzen sie nicht; "
            "Angreifer könnten alte Geräte dazu drängen.",
            "The server still takes outdated encryption ({versions}). Today’s programs do not use it; attackers could "
            "push old devices into it.",
        ),
        Text(
            "Ihre Programme sind nicht betroffen, wenn sie aktuell sind. Melden Sie es dem Anbieter.",
            "Your programs are not affected if they are up to date. Report it to the provider.",
        ),
        Letter(
            Text(
                "Der Server nimmt Verbindungen mit {versions} an.",
                "The server takes connections with {versions}.",
            ),
            Text(
                "Können Sie diese Fassungen abschalten und nur TLS 1.2 und 1.3 anbieten? (RFC 8996)",
                "Can you switch these versions off and offer TLS 1.2 and 1.3 only? (RFC 8996)",
            ),
        ),
    ),
    FindingCode.STARTTLS_ONLY: Outcome(
        Severity.INFO,
        Fixer.PROVIDER,
        Text("Verschlüsselt erst nach dem Start", "Encrypted only after the start"),
        Text(
            "Diesen Zugang gibt es nur mit Verschlüsselung nach dem Start (STARTTLS). Das geht, wenn das Programm sie "
            "verlangt und nicht nur wünscht.",
            "This access exists only with encryption after the start (STARTTLS). That works if the program demands it "
            "and does not only prefer it.",
        ),
        Text(
            "Wählen Sie im Programm «STARTTLS», nie «wenn möglich». Fragen Sie den Anbieter nach einem Zugang, der von "
            "Anfang an verschlüsselt ist.",
            "Choose “STARTTLS” in the program, never “if available”. Ask the provider for an access that is encrypted "
            "from the start.",
        ),
        Letter(
            Text(
                "STARTTLS funktioniert. Der Anschluss mit TLS von Anfang an (993 für IMAP, 995 für POP3) ist aber "
                "geschlossen.",
                "STARTTLS works. The port with implicit TLS (993 for IMAP, 995 for POP3), however, is closed.",
            ),
            Text(
                "Können Sie diesen Anschluss öffnen? RFC 8314 empfiehlt ihn für Mailprogramme.",
                "Can you open that port? RFC 8314 recommends it for mail programs.",
            ),
        ),
    ),
    FindingCode.TLS13_MISSING: Outcome(
        Severity.INFO,
        Fixer.PROVIDER,
        Text("Neuste Verschlüsselung fehlt", "Newest encryption missing"),
        Text(
            "Der Server beherrscht TLS 1.2, aber nicht die neuste Fassung (TLS 1.3). Sicher ist das heute noch.",
            "The server knows TLS 1.2 but not the newest version (TLS 1.3). That is still secure today.",
        ),
        Text(
            "Nichts Dringendes. Erwähnen Sie es, wenn Sie mit dem Anbieter sprechen.",
            "Nothing urgent. Mention it when you talk to the provider.",
        ),
        Letter(
            Text("Der Server bietet TLS 1.3 nicht an.", "The server does not offer TLS 1.3."),
            Text(
                "Ist TLS 1.3 geplant, und bis wann?",
                "Is TLS 1.3 planned, and by when?",
            ),
        ),
    ),
}
