"""What is not as it is meant, why something does not arrive, and who does what next.

Fields: ``service``, ``found`` and ``meant`` are values in words; ``reason`` is what our attempt ended with, ``code``
the answer of the web server; ``file`` is the path in the ZIP, ``kind`` a media type.
"""

from advisor.report.arrival.values import Differs, Why
from advisor.text import Text

DIFFERENCES: dict[Differs, Text] = {
    Differs.HOST: Text("{service}: nennt {found}, gemeint ist {meant}.", "{service}: names {found}; {meant} is meant."),
    Differs.PORT: Text(
        "{service}: Anschluss (Port) {found}, gemeint ist {meant}.", "{service}: port {found}; {meant} is meant."
    ),
    Differs.SECURITY: Text("{service}: {found}, gemeint ist: {meant}.", "{service}: {found}; meant is: {meant}."),
    Differs.USERNAME: Text(
        "{service}: Der Benutzername ist «{found}», gemeint ist «{meant}».",
        "{service}: the user name is “{found}”; “{meant}” is meant.",
    ),
    Differs.NOT_NAMED: Text("{service}: {meant} fehlt darin.", "{service}: {meant} is not in it."),
    Differs.OTHER_FIRST: Text(
        "Zum Lesen steht zuerst {found} darin, gemeint ist {meant}.",
        "For reading, {found} stands first in it; {meant} is meant.",
    ),
    Differs.STILL_OFFERED: Text(
        "{service}: nennt {found}; hier soll kein Server stehen.",
        "{service}: names {found}; no server shall stand here.",
    ),
    Differs.SAID_OFF: Text(
        "{service}: sagt «wird nicht angeboten», gemeint ist {meant}.",
        "{service}: says “not offered”; {meant} is meant.",
    ),
    Differs.ORDER: Text("Zuerst kommt {found}, gemeint ist {meant}.", "{found} comes first; {meant} is meant."),
    Differs.NO_ORDER: Text(
        "Beide haben denselben Rang; zuerst kommen soll {meant}.", "Both have the same rank; {meant} shall come first."
    ),
    Differs.DELETES: Text(
        "Danach löscht Thunderbird Abgeholtes auf dem Server, obwohl es bleiben soll.",
        "By this Thunderbird deletes fetched mail on the server, although it shall stay.",
    ),
    Differs.LEAVES: Text(
        "Danach lässt Thunderbird Abgeholtes auf dem Server, obwohl es dort weg soll.",
        "By this Thunderbird leaves fetched mail on the server, although it shall go from there.",
    ),
    Differs.OTHER_DAYS: Text(
        "Abgeholtes bleibt {found} Tage auf dem Server, gemeint sind {meant}.",
        "Fetched mail stays on the server for {found} days; {meant} are meant.",
    ),
    Differs.DAYS_NOT_SAID: Text(
        "Wie lange Abgeholtes auf dem Server bleibt, steht nicht darin; Thunderbird nimmt dann 14 Tage.",
        "How long fetched mail stays on the server is not in it; Thunderbird then takes 14 days.",
    ),
    Differs.OTHER_DOMAIN: Text(
        "Die Datei nennt Ihre Domain nicht; sie ist für eine andere geschrieben.",
        "The file does not name your domain; it is written for another one.",
    ),
    Differs.DIGEST: Text(
        "Sie gehört zu einer anderen Datei als der, die im Netz liegt.",
        "It belongs to another file than the one on the web.",
    ),
    Differs.EXCHANGE: Text(
        "Hier antwortet Microsoft Exchange; Outlook verbindet sich dann dorthin.",
        "Microsoft Exchange answers here; Outlook then connects there.",
    ),
}

WHYS: dict[Why, Text] = {
    Why.NO_RECORD: Text("Diesen Eintrag gibt es nicht.", "There is no such record."),
    Why.UNUSABLE: Text(
        "Der Eintrag ist da, nennt aber keinen brauchbaren Server.",
        "The record is there but names no usable server.",
    ),
    Why.NO_NAME: Text("Diesen Namen gibt es nicht.", "There is no such name."),
    Why.NO_ANSWER: Text(
        "Unter dieser Adresse antwortet kein Webserver ({reason}).", "No web server answers at this address ({reason})."
    ),
    Why.CERTIFICATE: Text(
        "Der Webserver weist sich nicht gültig aus (Zertifikat: {reason}).",
        "The web server does not identify itself properly (certificate: {reason}).",
    ),
    Why.ENCRYPTION: Text(
        "Mit dem Webserver kommt keine gesicherte Verbindung zustande ({reason}).",
        "No protected connection to the web server comes about ({reason}).",
    ),
    Why.NO_FILE: Text(
        "Der Webserver antwortet, aber dort liegt nichts.", "The web server answers, but nothing is there."
    ),
    Why.LOGIN: Text("Der Webserver verlangt zuerst eine Anmeldung.", "The web server demands a sign-in first."),
    Why.WEB_ERROR: Text(
        "Der Webserver antwortet mit einem Fehler ({code}).", "The web server answers with an error ({code})."
    ),
    Why.HTML: Text(
        "Statt der Datei kommt eine gewöhnliche Webseite.", "An ordinary web page comes instead of the file."
    ),
    Why.NOT_READABLE: Text("Was dort liegt, lässt sich nicht lesen.", "What is there cannot be read."),
    Why.EMPTY: Text("Was dort liegt, nennt keinen brauchbaren Server.", "What is there names no usable server."),
    Why.TOO_LONG: Text(
        "Die Antwort ist viel zu lang oder führt ohne Ende weiter.",
        "The answer is far too long or leads on without end.",
    ),
    Why.WRONG_CONTENT_TYPE: Text(
        "Der Inhalt stimmt, kommt aber unter einer falschen Bezeichnung (Content-Type); manche Programme lesen ihn "
        "dann nicht.",
        "The content is right but comes under a wrong label (Content-Type); some programs then do not read it.",
    ),
    Why.OVER_HTTP: Text(
        "Der Inhalt stimmt, aber ein Stück des Weges ist ungesichert (http); Programme trauen ihm dann nicht.",
        "The content is right, but a part of the way is unprotected (http); programs then do not trust it.",
    ),
    Why.OLDER_PLACE: Text(
        "Der Inhalt stimmt, liegt aber nur am früheren Ort, direkt auf der Website; neuere Programme fragen dort "
        "nicht.",
        "The content is right but lies only at the former place, on the website itself; newer programs do not ask "
        "there.",
    ),
    Why.DNS_SILENT: Text(
        "Das Namensverzeichnis (DNS) hat uns nicht geantwortet.", "The name directory (DNS) did not answer us."
    ),
    Why.NOT_REACHED: Text("Bei dieser Prüfung wurde hier nicht nachgesehen.", "This check did not look here."),
    Why.OTHER_PLACE: Text(
        "Hier ist nichts zu finden, und das darf so sein: Programme fragen auch am anderen Ort.",
        "There is nothing to find here, and that may be so: programs ask at the other place too.",
    ),
    Why.OPEN_PLACE: Text(
        "Hier liegt keine Einstellungsdatei, und das ist gut so: Ungesichert muss keine bereitliegen.",
        "There is no settings file here, and that is well: none needs to lie there unprotected.",
    ),
    Why.ADVISED_AGAINST: Text(
        "Hier ist nichts zu finden, und so soll es sein: Jedes Programm, das sich damit einrichtet, könnte Mails auf "
        "dem Server löschen, auch auf einem zweiten Computer.",
        "There is nothing to find here, and so it shall be: every program that sets itself up with it could delete "
        "mail on the server, on a second computer too.",
    ),
    Why.WAITS_FOR_FILE: Text(
        "Danach wird erst gefragt, wenn die Datei ankommt.", "This is only asked for once the file arrives."
    ),
    Why.WAITS_FOR_RECORDS: Text(
        "Das zeigt sich, sobald beide Wegweiser da sind.", "This shows as soon as both signposts are there."
    ),
}

# Who does what next
LATER = Text("Prüfen Sie später nochmals.", "Check again later.")
LATER_DNS = Text(
    "Prüfen Sie später nochmals. Bleibt es so, sieht nach, wer die Domain verwaltet.",
    "Check again later. If it stays so, whoever manages the domain looks into it.",
)
PUT_RECORD = Text(
    "Wer die Domain verwaltet, trägt das Folgende so ein, wie es in {file} im ZIP steht, und löscht anderes unter "
    "demselben Namen.",
    "Whoever manages the domain enters what follows as it stands in {file} in the ZIP, and deletes anything else under "
    "the same name.",
)
DROP_RECORD = Text(
    "Wer die Domain verwaltet, löscht diesen Eintrag.", "Whoever manages the domain deletes this record."
)
PUT_NAME = Text(
    "Wer die Domain verwaltet, richtet diesen Namen ein, mit dem Namen Ihres Webservers am Schluss:",
    "Whoever manages the domain sets this name up, with the name of your web server at the end:",
)
PUT_FILE = Text(
    "Wer den Webserver betreut, legt {file} aus dem ZIP unverändert unter diese Adresse.",
    "Whoever looks after the web server puts {file} from the ZIP at this address, unchanged.",
)
PUT_FILE_OR_DROP = Text(
    "Wer den Webserver betreut, ersetzt das durch {file} aus dem ZIP oder löscht es; gebraucht wird es hier nicht.",
    "Whoever looks after the web server replaces it by {file} from the ZIP or deletes it; it is not needed here.",
)
DROP_FILE = Text(
    "Wer den Webserver betreut, löscht, was hier liegt.",
    "Whoever looks after the web server deletes what is here.",
)
PUT_ANSWER = Text(
    "Wer den Webserver betreut, lässt ihn hier auf die Frage nach einer Adresse mit deren Datei {file} antworten.",
    "Whoever looks after the web server makes it answer here, when asked for an address, with the file {file} of that "
    "address.",
)
GET_CERTIFICATE = Text(
    "Wer den Webserver betreut, beschafft ein gültiges Zertifikat für diesen Namen.",
    "Whoever looks after the web server gets a valid certificate for this name.",
)
MEND_SERVER = Text(
    "Wer den Webserver betreut, sieht nach, warum er unter dieser Adresse von aussen nicht richtig antwortet.",
    "Whoever looks after the web server finds out why it does not answer properly at this address from outside.",
)
NO_LOGIN = Text(
    "Wer den Webserver betreut, gibt diese Adresse ohne Anmeldung frei.",
    "Whoever looks after the web server opens this address without a sign-in.",
)
SET_TYPE = Text(
    "Wer den Webserver betreut, liefert die Datei als {kind} aus.",
    "Whoever looks after the web server delivers the file as {kind}.",
)
ONLY_HTTPS = Text(
    "Wer den Webserver betreut, liefert die Datei ohne Umweg über https aus.",
    "Whoever looks after the web server delivers the file by https without a detour.",
)
RENEW_DIGEST = Text(
    "Die Datei im Netz ist die aus dem ZIP. Wer die Domain verwaltet, ersetzt die alte Prüfsumme durch:",
    "The file on the web is the one from the ZIP. Whoever manages the domain replaces the old checksum by:",
)
FILE_WAS_CHANGED = Text(
    "Die Datei im Netz ist nicht Byte für Byte die aus dem ZIP. Wer den Webserver betreut, legt {file} unverändert "
    "dorthin; dazu gehört die Prüfsumme:",
    "The file on the web is not the one from the ZIP byte by byte. Whoever looks after the web server puts {file} "
    "there unchanged; the checksum that belongs to it:",
)
