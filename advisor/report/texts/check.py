"""The words of the server check: verdict over all services, notices, facts, progress."""

from advisor.report.texts.values import Note
from advisor.text import Text
from probes.codes import Security

# The verdict over all services
BOTH = Text(
    "Ihr Mailserver kann beides: dort lesen und abholen.",
    "Your mail server can do both: reading there and fetching.",
)
IMAP_ONLY = Text(
    "Ihr Mailserver lässt Sie die Post dort lesen. Einen Weg zum Abholen haben wir nicht gefunden.",
    "Your mail server lets you read mail there. We found no way to fetch it.",
)
POP3_ONLY = Text(
    "Ihr Mailserver lässt Sie die Post abholen. Einen Weg, sie dort zu lesen, haben wir nicht gefunden.",
    "Your mail server lets you fetch mail. We found no way to read it there.",
)
IMAP_SAFE = Text(
    "Die Post auf dem Server lesen geht sicher. Abholen geht nur unsicher; lassen Sie das vorerst.",
    "Reading mail on the server works securely. Fetching works only insecurely; leave that for now.",
)
POP3_SAFE = Text(
    "Die Post abholen geht sicher. Sie auf dem Server lesen geht nur unsicher; lassen Sie das vorerst.",
    "Fetching mail works securely. Reading it on the server works only insecurely; leave that for now.",
)
IMAP_SURE = Text(
    "Die Post auf dem Server lesen geht. Ob auch Abholen geht, wissen wir nicht.",
    "Reading mail on the server works. Whether fetching works too, we do not know.",
)
POP3_SURE = Text(
    "Die Post abholen geht. Ob man sie auch auf dem Server lesen kann, wissen wir nicht.",
    "Fetching mail works. Whether it can be read on the server too, we do not know.",
)
INSECURE = Text(
    "Ihr Mailserver antwortet, aber nicht sicher. Geben Sie dort vorerst kein Passwort ein.",
    "Your mail server answers, but not securely. Do not enter a password there for now.",
)
UNREACHABLE = Text(
    "Wir kamen nicht bis zu Ihrem Mailserver durch. Ob er in Ordnung ist, wissen wir nicht.",
    "We did not get through to your mail server. Whether it is in order, we do not know.",
)
NO_SIGN_IN = Text(
    "Ihr Mailserver antwortet, nennt uns aber keine Art, sich anzumelden. Fragen Sie den Anbieter.",
    "Your mail server answers but lists no way to sign in. Ask the provider.",
)
UNTESTED = Text(
    "Wir fanden keinen Mailserver, der sich prüfen liess. Ob es einen gibt, wissen wir nicht.",
    "We found no mail server that could be tested. Whether there is one, we do not know.",
)
NOTHING = Text(
    "Wir haben für diese Domain keinen Mailserver gefunden, von dem man Post lesen kann.",
    "For this domain we found no mail server from which mail can be read.",
)

# Notices above the table
NO_SUCH_DOMAIN = Note(
    Text("Diese Domain gibt es nicht", "This domain does not exist"),
    Text(
        "Das Namensverzeichnis (DNS) kennt {domain} nicht. Vergleichen Sie die Schreibweise mit einer E-Mail, die Sie "
        "verschickt haben, und ändern Sie die Angabe.",
        "The name directory (DNS) does not know {domain}. Compare the spelling with a mail that you have sent, and "
        "change the entry.",
    ),
)
NAMES_SILENT = Note(
    Text("Das Namensverzeichnis antwortet nicht", "The name directory does not answer"),
    Text(
        "Für {domain} bekamen wir keine Auskunft (DNS). Prüfen Sie in einigen Minuten nochmals. Bleibt es so, melden "
        "Sie es der Stelle, bei der Ihre Domain liegt.",
        "We got no information about {domain} (DNS). Check again in a few minutes. If it stays so, report it to the "
        "place where your domain is registered.",
    ),
)
TAKES_NO_MAIL = Note(
    Text("Diese Domain nimmt keine Post an", "This domain takes no mail"),
    Text(
        "Für {domain} ist ausdrücklich eingetragen, dass niemand dorthin schreiben kann. Geben Sie die Domain ein, die "
        "in Ihren E-Mail-Adressen steht.",
        "It is stated for {domain} that nobody can write there. Enter the domain that your mail addresses carry.",
    ),
)
NO_MAIL_ROUTE = Note(
    Text("Kein Weg für ankommende Post", "No route for incoming mail"),
    Text(
        "Für {domain} ist kein Eingang für Post eingetragen (MX). Ist das wirklich die Domain Ihrer Adressen?",
        "No entrance for mail is set for {domain} (MX). Is this really the domain of your addresses?",
    ),
)
ASK_PROVIDER = Note(
    Text("So kommen Sie weiter", "How to go on"),
    Text(
        "Fragen Sie Ihren Anbieter: «Wie heissen die Server zum Lesen (IMAP), Abholen (POP3) und Senden (SMTP) unserer "
        "Post, und mit welchen Anschlüssen?» Die Empfehlung können Sie auch ohne diese Angabe ansehen.",
        "Ask your provider: “What are the servers for reading (IMAP), fetching (POP3) and sending (SMTP) our mail "
        "called, and on which ports?” You can see the advice without it too.",
    ),
)

# Facts of one service
REACHABLE = Text("Erreichbar", "Reachable")
ENCRYPTED = Text("Verschlüsselt", "Encrypted")
CERTIFICATE = Text("Ausweis des Servers (Zertifikat)", "The server’s identity card (certificate)")
SIGN_IN = Text("Anmeldung", "Sign-in")
ORIGIN = Text("Woher der Name stammt", "Where the name came from")
ANSWERS_IN = Text("ja, Antwort nach {ms} Millisekunden", "yes, answers after {ms} milliseconds")
ANSWERS_IN_ONE = Text("ja, Antwort nach 1 Millisekunde", "yes, answers after 1 millisecond")
ANSWERS_AT_ONCE = Text("ja, Antwort in weniger als 1 Millisekunde", "yes, answers in less than 1 millisecond")
ANSWERS = Text("ja", "yes")
ADDRESSES = Text("Erreichbar über", "Reachable over")
NO_ADDRESS = Text("keine Adresse", "no address")
NO_TEST = Text("nicht geprüft", "not tested")
ENCRYPTED_WITH: dict[Security, Text] = {
    Security.TLS: Text("ja, von Anfang an ({version})", "yes, from the start ({version})"),
    Security.STARTTLS: Text("ja, nach dem Start (STARTTLS, {version})", "yes, after the start (STARTTLS, {version})"),
}
NOT_ENCRYPTED = Text("nein", "no")
FITS_UNTIL = Text("passt, gültig noch {days} (bis {date})", "fits, valid for another {days} (until {date})")
ISSUED_FOR = Text("{problem}; ausgestellt für {names}", "{problem}; issued for {names}")
ONE_DAY = Text("1 Tag", "1 day")
DAYS = Text("{days} Tage", "{days} days")
CONFIRM_FIRST = Text(
    "Klären Sie vor dem Einrichten, ob dieser Server Ihrem Anbieter gehört.",
    "Before setting up, make sure that this server belongs to your provider.",
)
SEE_TO_DO = Text("Siehe «Jetzt zu tun».", "See “To do now”.")
SIGN_IN_UNKNOWN = Text("nicht bekannt", "not known")
SIGN_IN_NONE = Text("keine genannt", "none listed")
SIGN_IN_UNPROTECTED = Text("nur unverschlüsselt gesehen, zählt nicht", "seen without encryption only, does not count")
SIGN_IN_UNPROVEN = Text(
    "Passwort; ob es geschützt ankommt, ist mit diesem Ausweis (Zertifikat) nicht sicher",
    "password; with this identity card (certificate) it is not certain that it arrives protected",
)
CONFIRMED_BY = Text("{source}: {trust}", "{source}: {trust}")
ONE_MORE = Text("{best}. Ein weiterer Wegweiser nennt ihn auch.", "{best}. One more signpost names it too.")
SOME_MORE = Text("{best}. {count} weitere Wegweiser nennen ihn auch.", "{best}. {count} more signposts name it too.")
NO_SOURCE = Text("von keinem Wegweiser genannt", "named by no signpost")

# Steps of the search
SOURCE_NAMED = Text("Angaben gefunden", "Found something")
SOURCE_TRIED = Text("Übliche Namen versucht", "Tried usual names")
SOURCE_SILENT = Text("Nichts hinterlegt", "Nothing there")

# Progress
TITLE_WATCHING = Text("Wir schauen Ihren Mailserver an", "We are looking at your mail server")
TITLE_FAILED = Text("Die Prüfung kam nicht zu Ende", "The check did not come to an end")
TITLE_CANCELLED = Text("Die Prüfung ist angehalten", "The check was stopped")
WAITING = Text("Die Prüfung beginnt gleich.", "The check begins in a moment.")
NO_WORKER = Text(
    "Die Prüfung hat noch nicht begonnen; ihr Dienst ist ausgelastet oder aus. Sie müssen nicht darauf warten.",
    "The check has not begun yet; its service is busy or off. You need not wait for it.",
)
STALLED = Text(
    "Die Prüfung wurde unterbrochen und beginnt in wenigen Sekunden von selbst neu.",
    "The check was interrupted and begins again by itself in a few seconds.",
)
FAILED = Text(
    "Sie brach dreimal ab. Das liegt an uns, nicht an Ihrem Server. Versuchen Sie es später nochmals; Ihre Antworten "
    "sind gespeichert.",
    "It broke off three times. This is our fault, not that of your server. Try again later; your answers are kept.",
)
SERVER_IN_USE = Text(
    "Derselbe Mailserver wird gerade für jemand anderen geprüft. Ihre Prüfung beginnt danach von selbst, meist in "
    "weniger als einer halben Minute.",
    "The same mail server is being checked for somebody else. Your check begins by itself after that, mostly in less "
    "than half a minute.",
)
SERVER_BUSY = Text(
    "Derselbe Mailserver wurde zwei Minuten lang für andere geprüft. Damit er nicht überlastet wird, haben wir Ihre "
    "Prüfung nicht begonnen. Versuchen Sie es in einigen Minuten nochmals; Ihre Antworten sind gespeichert.",
    "The same mail server was being checked for others for two minutes. So that it is not overloaded, we did not begin "
    "your check. Try again in a few minutes; your answers are kept.",
)
SERVER_LIMIT = Text(
    "Derselbe Mailserver wurde in der letzten Stunde schon sehr oft geprüft, auch für andere Domains. Damit er nicht "
    "überlastet wird, haben wir Ihre Prüfung nicht begonnen. Versuchen Sie es in einer Stunde nochmals; Ihre Antworten "
    "sind gespeichert.",
    "The same mail server was checked very often in the last hour, for other domains as well. So that it is not "
    "overloaded, we did not begin your check. Try again in an hour; your answers are kept.",
)
CANCELLED = Text(
    "Es wurde nichts davon gespeichert. Sie können sie jederzeit neu starten.",
    "Nothing of it was kept. You can start it anew at any time.",
)
SEARCHING = Text("Wir suchen die Wegweiser Ihrer Domain.", "We are looking for the signposts of your domain.")
KNOCKING = Text("Wir klopfen bei {host} an.", "We are knocking at {host}.")
LOOKING_CLOSER = Text(
    "Wir sehen uns die Verschlüsselung der gefundenen Server genauer an.",
    "We are taking a closer look at the encryption of the servers found.",
)
CLOSER_LOOK = Text(
    "Genauer hinsehen (alte Verschlüsselung, zweite Adresse)", "A closer look (old encryption, second address)"
)
SOME_OF = Text("{done} von {total}", "{done} of {total}")
FINISHING = Text("Wir fassen zusammen, was wir gesehen haben.", "We are summing up what we saw.")
SIGNPOSTS = Text("Wegweiser der Domain", "Signposts of the domain")
SIGNPOSTS_NAMED = Text("{found} von {asked} geben Auskunft", "{found} of {asked} give information")
GATEWAY_SEEN = Text("Davor steht ein Filter: {gateway}", "A filter stands in front: {gateway}")
MAIL_ROUTE = Text("Eingang der Post", "Entrance for mail")
MAIL_ROUTE_SEEN = Text("gefunden", "found")
PORT = Text("{service}, {host}, Anschluss {port}", "{service}, {host}, port {port}")
PORT_ANSWERS = Text("antwortet", "answers")
WORKING = Text("läuft …", "under way …")
ABSENT_NAMES = Text("Vermutete Namen, die es nicht gibt", "Guessed names that do not exist")
