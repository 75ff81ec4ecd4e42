"""What a source of settings told beside its servers, or how it failed to be one: one plain sentence for each note."""

from advisor.text import Text
from probes.codes import SourceNote

SOURCE_NOTES: dict[SourceNote, Text] = {
    SourceNote.CERTIFICATE_PROBLEM: Text(
        "Der Webserver weist sich nicht gültig aus (Zertifikat); was dort steht, haben wir nicht gelesen.",
        "The web server does not identify itself properly (certificate); we did not read what is there.",
    ),
    SourceNote.DIGEST_MATCHES: Text(
        "Die Prüfsumme im Namensverzeichnis (DNS) passt; die Datei ist echt.",
        "The checksum in the name directory (DNS) fits; the file is genuine.",
    ),
    SourceNote.DIGEST_MISSING: Text(
        "Im Namensverzeichnis (DNS) fehlt die Prüfsumme, die diese Datei belegen würde.",
        "The name directory (DNS) lacks the checksum that would prove this file.",
    ),
    SourceNote.DIGEST_WRONG: Text(
        "Die Prüfsumme im Namensverzeichnis (DNS) gehört zu einer anderen Datei; sie ist veraltet oder jemand hat die "
        "Datei ausgetauscht.",
        "The checksum in the name directory (DNS) belongs to another file; it is outdated or somebody has replaced the "
        "file.",
    ),
    SourceNote.EXCHANGE: Text(
        "Hier antwortet Microsoft Exchange; Outlook verbindet sich damit auf eigene Art.",
        "Microsoft Exchange answers here; Outlook connects to it in a way of its own.",
    ),
    SourceNote.HTML_INSTEAD: Text(
        "Statt der Einstellungsdatei kommt eine gewöhnliche Webseite.",
        "An ordinary web page comes instead of the settings file.",
    ),
    SourceNote.JMAP: Text(
        "Hier ist auch das neuere Verfahren JMAP genannt; wenige Programme können es.",
        "The newer method JMAP is named here too; few programs know it.",
    ),
    SourceNote.LOGIN_WANTED: Text(
        "Hier wird zuerst eine Anmeldung verlangt; wir melden uns nirgends an.",
        "A sign-in is demanded first here; we do not sign in anywhere.",
    ),
    SourceNote.MORE_THAN_READ: Text(
        "Dort steht mehr, als wir lesen; den Rest haben wir ausgelassen.",
        "There is more than we read; we left out the rest.",
    ),
    SourceNote.NOT_FOR_THIS_DOMAIN: Text(
        "Die Datei führt diese Domain nicht auf; vielleicht gilt sie für eine andere.",
        "The file does not list this domain; it may be meant for another one.",
    ),
    SourceNote.NOT_READABLE: Text(
        "Was dort liegt, ist keine lesbare Einstellungsdatei.",
        "What is there is no readable settings file.",
    ),
    SourceNote.OAUTH2_WITHOUT_SERVER: Text(
        "Die Datei beschreibt die Anmeldung über die Seite des Anbieters (OAuth2), aber keiner ihrer Server nimmt sie "
        "an.",
        "The file describes sign-in through the provider’s page (OAuth2), but none of its servers takes it.",
    ),
    SourceNote.OLDER_FORM: Text(
        "Die Datei liegt am früheren Ort oder ist nach einem früheren Entwurf geschrieben; wir lesen sie trotzdem.",
        "The file lies at the former place or follows a former draft; we read it all the same.",
    ),
    SourceNote.OVER_HTTP: Text(
        "Ein Stück des Weges war ungesichert (http); unterwegs kann jemand den Inhalt geändert haben.",
        "A part of the way was not protected (http); somebody on the way may have changed the content.",
    ),
    SourceNote.PARTLY_UNANSWERED: Text(
        "Mindestens eine der Stellen hat nicht richtig geantwortet; ihre Angaben fehlen hier.",
        "At least one of the places did not answer properly; what it says is missing here.",
    ),
    SourceNote.POP3_FIRST: Text(
        "Die Datei nennt das Abholen (POP3) vor dem Lesen auf dem Server (IMAP); manche Programme nehmen das erste.",
        "The file names fetching (POP3) before reading on the server (IMAP); some programs take the first.",
    ),
    SourceNote.REDIRECTED: Text(
        "Die Anfrage wurde an eine andere Adresse weitergeleitet.",
        "The request was sent on to another address.",
    ),
    SourceNote.SERVER_UNUSABLE: Text(
        "Bei mindestens einem Server fehlt ein brauchbarer Name, Anschluss oder die Verschlüsselung; ihn haben wir "
        "ausgelassen.",
        "At least one server lacks a usable name, port or encryption; we left it out.",
    ),
    SourceNote.TARGET_IS_CNAME: Text(
        "Ein Eintrag zeigt auf einen Zweitnamen (CNAME); das ist nicht erlaubt, und manche Programme lesen ihn dann "
        "nicht.",
        "A record points to an alias (CNAME); that is not allowed, and some programs then do not read it.",
    ),
    SourceNote.UNKNOWN_SERVER_TYPE: Text(
        "Die Datei nennt auch einen Dienst, den Mailprogramme nicht kennen.",
        "The file also names a service that mail programs do not know.",
    ),
    SourceNote.WRONG_CONTENT_TYPE: Text(
        "Der Webserver liefert die Datei unter einer falschen Bezeichnung (Content-Type); manche Programme lesen sie "
        "dann nicht.",
        "The web server delivers the file under a wrong label (Content-Type); some programs then do not read it.",
    ),
}
