"""Findings about the records and files by which programs set themselves up."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

PUBLICATION: dict[FindingCode, Outcome] = {
    FindingCode.PUBLISHED_CLEARTEXT: Outcome(
        Severity.FAILED,
        Fixer.COMPANY,
        Text("Unverschlüsselter Zugang angegeben", "Unencrypted access published"),
        Text(
            "Ein Wegweiser nennt {host} ohne Verschlüsselung. Ein Programm, das sich danach richtet, sendet das "
            "Passwort lesbar.",
            "One signpost names {host} without encryption. A program that goes by it sends the password readably.",
        ),
        Text(
            "Lassen Sie diese Angabe auf eine verschlüsselte ändern. Bis dahin richten Sie Programme von Hand ein.",
            "Have this entry changed to an encrypted one. Until then, set programs up by hand.",
        ),
    ),
    FindingCode.EXCHANGE_SEEN: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Outlook springt zu Microsoft", "Outlook jumps to Microsoft"),
        Text(
            "Die Auskunft für Outlook (Autodiscover) verweist auf Exchange, Ihre Post liegt aber anderswo. Outlook "
            "richtet sich dann mit dem falschen Dienst ein.",
            "The information for Outlook (Autodiscover) points to Exchange, but your mail is elsewhere. Outlook then "
            "sets itself up with the wrong service.",
        ),
        Text(
            "Richten Sie Outlook von Hand ein. Lassen Sie den Verweis entfernen, wenn niemand Exchange oder Microsoft "
            "365 für Mail nutzt.",
            "Set up Outlook by hand. Have the pointer removed if nobody uses Exchange or Microsoft 365 for mail.",
        ),
    ),
    FindingCode.AUTODISCOVER_CERTIFICATE_WRONG: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Outlook warnt beim Einrichten", "Outlook warns during set-up"),
        Text(
            "Outlook fragt unter dem Namen Ihrer Domain nach Einstellungen (Autodiscover). Dort antwortet ein "
            "Webserver, dessen Zertifikat nicht passt. Darum erscheint eine Warnung.",
            "Outlook asks for settings under the name of your domain (Autodiscover). A web server answers there whose "
            "certificate does not fit. That is why a warning appears.",
        ),
        Text(
            "Klicken Sie dabei nie auf «Ja». Lassen Sie den Eintrag «autodiscover» Ihrer Domain entfernen oder auf den "
            "richtigen Server stellen.",
            "Never click “Yes” there. Have your domain’s record “autodiscover” removed or pointed to the right server.",
        ),
    ),
    FindingCode.AUTOCONFIG_CERTIFICATE_WRONG: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Einstellungsdatei nicht sicher ladbar", "Settings file cannot be loaded securely"),
        Text(
            "Am Ort der Einstellungsdatei (autoconfig) antwortet ein Webserver, dessen Zertifikat nicht passt. "
            "Programme richten sich darum nicht von selbst ein.",
            "At the place of the settings file (autoconfig) a web server answers whose certificate does not fit. "
            "Programs therefore do not set themselves up.",
        ),
        Text(
            "Lassen Sie ein Zertifikat für diesen Namen einrichten, oder den Eintrag entfernen, wenn es keine solche "
            "Datei gibt.",
            "Have a certificate for this name installed, or the record removed if there is no such file.",
        ),
    ),
    FindingCode.PACC_DIGEST_WRONG: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Einstellungsdatei verändert oder Prüfsumme alt", "Settings file changed, or checksum old"),
        Text(
            "Die Einstellungsdatei (PACC) passt nicht zur Prüfsumme, die Ihre Domain dafür nennt. Programme glauben "
            "ihr dann nicht.",
            "The settings file (PACC) does not fit the checksum that your domain states for it. Programs then do not "
            "believe it.",
        ),
        Text(
            "Fragen Sie, wer die Datei zuletzt geändert hat, und lassen Sie die Prüfsumme in der Domain nachführen.",
            "Ask who changed the file last, and have the checksum in the domain updated.",
        ),
    ),
    FindingCode.PACC_DIGEST_MISSING: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Einstellungsdatei ohne Prüfsumme", "Settings file without checksum"),
        Text(
            "Zur Einstellungsdatei (PACC) nennt Ihre Domain keine Prüfsumme. Programme können ihr nur halb trauen.",
            "Your domain states no checksum for the settings file (PACC). Programs can only half trust it.",
        ),
        Text(
            "Lassen Sie die Prüfsumme als Eintrag «_ua-auto-config» in die Domain aufnehmen.",
            "Have the checksum added to the domain as the record “_ua-auto-config”.",
        ),
    ),
    FindingCode.POP3_LISTED_FIRST: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Programme wählen von selbst das Abholen", "Programs choose fetching by themselves"),
        Text(
            "In der Einstellungsdatei steht das Abholen (POP3) vor dem Lesen (IMAP). Manche Programme nehmen das Erste "
            "und verschieben die Post auf ein Gerät.",
            "In the settings file fetching (POP3) stands before reading (IMAP). Some programs take the first and move "
            "the mail to one device.",
        ),
        Text(
            "Wählen Sie beim Einrichten IMAP ausdrücklich. Lassen Sie die Reihenfolge in der Datei ändern.",
            "Choose IMAP explicitly when setting up. Have the order in the file changed.",
        ),
    ),
    FindingCode.PLACEHOLDER_BROKEN: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Fehler im Benutzernamen der Einstellungsdatei", "Mistake in the user name of the settings file"),
        Text(
            "In der Einstellungsdatei ist der Platzhalter für den Benutzernamen falsch geschrieben. Manche Programme "
            "melden sich darum mit einem falschen Namen an.",
            "In the settings file the placeholder for the user name is misspelt. Some programs therefore sign in with "
            "a wrong name.",
        ),
        Text(
            "Lassen Sie den Platzhalter in der Datei berichtigen.",
            "Have the placeholder in the file corrected.",
        ),
    ),
    FindingCode.AUTOCONFIG_WORDS: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Einstellungsdatei in falscher Form", "Settings file in the wrong form"),
        Text(
            "Die Einstellungsdatei ist nicht so geschrieben, wie ihr Format es verlangt, oder kommt unter einer "
            "falschen Bezeichnung an. Wir konnten sie lesen; Thunderbird aber übergeht, was so dort steht.",
            "The settings file is not written as its format demands, or arrives under a wrong label. We could read it; "
            "Thunderbird, however, passes over what stands there like that.",
        ),
        Text(
            "Lassen Sie die Datei berichtigen: der Anbieter mit Kennung (id) und Domain, die Wörter imap, pop3, smtp, "
            "SSL und STARTTLS in genau dieser Schreibweise. Der Webserver muss sie als text/xml ausliefern "
            "(Content-Type).",
            "Have the file corrected: the provider with its identifier (id) and domain, the words imap, pop3, smtp, "
            "SSL and STARTTLS in exactly this spelling. The web server must deliver it as text/xml (Content-Type).",
        ),
    ),
    FindingCode.SRV_TARGET_IS_CNAME: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Eintrag der Domain zeigt auf einen Umweg", "The domain’s record points to a detour"),
        Text(
            "Ein Eintrag Ihrer Domain (SRV) nennt einen Namen, der selbst nur ein Verweis ist (CNAME). Das ist nicht "
            "erlaubt; manche Programme folgen ihm nicht.",
            "A record of your domain (SRV) names a name that is itself only a pointer (CNAME). That is not allowed; "
            "some programs do not follow it.",
        ),
        Text(
            "Lassen Sie im Eintrag den endgültigen Servernamen einsetzen.",
            "Have the final server name put into the record.",
        ),
    ),
    FindingCode.AUTOCONFIG_HTTP_ONLY: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Einstellungsdatei nur ungesichert", "Settings file only without protection"),
        Text(
            "Die Einstellungsdatei Ihrer Domain gibt es nur über eine ungesicherte Verbindung (http). Unterwegs könnte "
            "jemand einen falschen Server eintragen.",
            "Your domain’s settings file exists only over an unprotected connection (http). On the way somebody could "
            "put in a wrong server.",
        ),
        Text(
            "Lassen Sie die Datei gesichert anbieten (https). Vergleichen Sie bis dahin den Servernamen von Hand.",
            "Have the file offered securely (https). Until then, compare the server name by hand.",
        ),
    ),
    FindingCode.AUTOCONFIG_UNREADABLE: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Einstellungsdatei nicht lesbar", "Settings file not readable"),
        Text(
            "Eine Einstellungsdatei ist da, lässt sich aber nicht lesen. Programme richten sich darum nicht von selbst "
            "ein.",
            "A settings file is there but cannot be read. Programs therefore do not set themselves up.",
        ),
        Text(
            "Lassen Sie die Datei berichtigen oder entfernen.",
            "Have the file corrected or removed.",
        ),
    ),
    FindingCode.AUTOCONFIG_HTML: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Webseite statt Einstellungsdatei", "Web page instead of settings file"),
        Text(
            "Am Ort der Einstellungsdatei liefert der Webserver eine gewöhnliche Seite. Manche Programme stolpern "
            "darüber.",
            "At the place of the settings file the web server returns an ordinary page. Some programs stumble over it.",
        ),
        Text(
            "Nichts Dringendes. Besser antwortet die Website dort mit «nicht gefunden» (404).",
            "Nothing urgent. Better that the website answers “not found” (404) there.",
        ),
    ),
}
