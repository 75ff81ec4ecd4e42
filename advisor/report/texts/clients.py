"""The words of the table of mail programs: their names, what they read, what they end up with, what to do."""

from advisor.settings.clients.values import Client, ClientNote
from advisor.text import Text

CLIENTS: dict[Client, Text] = {
    Client.THUNDERBIRD_DESKTOP: Text("Thunderbird auf dem Computer", "Thunderbird on a computer"),
    Client.THUNDERBIRD_ANDROID: Text("Thunderbird auf Android", "Thunderbird on Android"),
    Client.OUTLOOK_CLASSIC: Text("Outlook (klassisch)", "Outlook (classic)"),
    Client.OUTLOOK_NEW: Text("Outlook (neu)", "Outlook (new)"),
    Client.APPLE_MAIL: Text("Apple Mail (iPhone, iPad, Mac)", "Apple Mail (iPhone, iPad, Mac)"),
    Client.EVOLUTION: Text("Evolution (Linux)", "Evolution (Linux)"),
    Client.KMAIL: Text("KMail (Linux)", "KMail (Linux)"),
    Client.FAIREMAIL: Text("FairEmail (Android)", "FairEmail (Android)"),
}

READS_NOTHING = Text("nichts, was Ihre Domain nennt", "nothing that your domain names")
OWN_LIST = Text("seine eingebaute Liste grosser Anbieter", "its built-in list of big providers")
OWN_GUESSES = Text("nichts; es probiert übliche Namen aus", "nothing; it tries usual names")

TYPED = Text("Von Hand eintippen", "Type in by hand")
NOT_YET = Text("Noch nicht einrichten", "Do not set up yet")
OWN_CONNECTION = Text("Eigene Verbindung (Exchange)", "Its own connection (Exchange)")
FITS = Text("Passt", "Fits")
WORKS_TOO = Text("Anders, geht aber auch", "Different, but works too")
NO_SENDING = Text("Liest, sendet aber nicht", "Reads but does not send")
DANGEROUS = Text("Gefährlich", "Dangerous")
BROKEN = Text("Funktioniert nicht richtig", "Does not work properly")
FETCHES = Text("Holt ab statt zu lesen (POP3)", "Fetches instead of reading (POP3)")
OTHER_USERNAME = Text("Anderer Benutzername", "Another user name")
UNPROVEN = Text("Nicht bestätigt", "Not confirmed")
ASKS = Text("Passt, fragt aber nach", "Fits, but asks first")

DO_TYPE = Text(
    "Die Werte stehen auf unserem Einstellungsblatt.",
    "The values stand on our settings sheet.",
)
DO_WAIT = Text(
    "Warten Sie damit: Wir können noch keinen Server vorschlagen. Fragen Sie zuerst Ihren Anbieter.",
    "Wait with it: we cannot propose a server yet. Ask your provider first.",
)
DO_EXCHANGE = Text(
    "Dieses Programm verbindet sich mit dem Server von Microsoft. Liegen die Postfächer nicht dort, wählen Sie die "
    "manuelle Einrichtung und tippen die Werte unseres Blatts ein.",
    "This program connects to Microsoft’s server. If the mailboxes are not there, choose manual setup and type in the "
    "values of our sheet.",
)
DO_LET = Text("Das Programm die Einrichtung selbst machen lassen.", "Let the program set itself up.")
DO_STOP = Text(
    "Nicht so übernehmen. Manuelle Einrichtung wählen und die Werte unseres Blatts eintippen.",
    "Do not accept it. Choose manual setup and type in the values of our sheet.",
)
DO_CHOOSE_IMAP = Text(
    "Vor dem Abschluss auf IMAP umstellen, wenn Sie nicht abholen wollen.",
    "Switch to IMAP before finishing, unless you mean to fetch.",
)
DO_COMPARE = Text(
    "Vor dem Abschluss mit unserem Blatt vergleichen und angleichen.",
    "Compare with our sheet before finishing, and adjust.",
)
DO_ADD_SENDING = Text(
    "Den Server zum Senden von Hand eintragen, sonst geht keine Mail hinaus. Fehlt er auf unserem Blatt, fragen Sie "
    "den Anbieter.",
    "Enter the server for sending by hand, or no mail goes out. If it is missing on our sheet, ask the provider.",
)
DO_APPROVE = Text(
    "Erst zustimmen, wenn der gezeigte Server der Ihres Anbieters ist.",
    "Agree only if the server shown is your provider’s.",
)

NOTES: dict[ClientNote, Text] = {
    ClientNote.UNENCRYPTED: Text(
        "Das Passwort ginge unverschlüsselt durchs Netz.", "The password would travel unencrypted."
    ),
    ClientNote.WRONG_NAME: Text(
        "Der Ausweis (Zertifikat) dieses Servers lautet auf einen anderen Namen; das Programm warnt.",
        "This server’s identity card (certificate) is made out for another name; the program warns.",
    ),
    ClientNote.PICKS_POP3_FIRST: Text(
        "Es wählt das Abholen (POP3), obwohl man auch auf dem Server lesen kann (IMAP).",
        "It picks fetching (POP3) although mail can be read on the server too (IMAP).",
    ),
    ClientNote.OTHER_USERNAME: Text(
        "Es trägt einen anderen Benutzernamen ein als unser Vorschlag; die Anmeldung könnte misslingen.",
        "It enters another user name than our proposal; signing in could fail.",
    ),
    ClientNote.DIFFERS_FROM_OURS: Text(
        "Server oder Anschluss sind anders als unser Vorschlag.", "Server or port differ from our proposal."
    ),
    ClientNote.NOT_PROVEN: Text(
        "Diese Werte haben unseren Test nicht bestanden, oder wir konnten sie nicht prüfen.",
        "These values did not pass our test, or we could not test them.",
    ),
    ClientNote.NEEDS_APPROVAL: Text(
        "Es zeigt die Werte und fragt, ob Sie ihnen trauen, weil sie ungeschützt zu ihm kamen.",
        "It shows the values and asks whether you trust them, since they reached it unprotected.",
    ),
    ClientNote.NO_OUTGOING: Text(
        "Zum Senden findet es keinen Server; diesen tippen Sie ein.",
        "It finds no server for sending; you type that one in.",
    ),
    ClientNote.KNOWS_PROVIDER: Text(
        "Es kennt Ihren Anbieter von sich aus. Wählen Sie ihn in der Liste.",
        "It knows your provider by itself. Choose it from the list.",
    ),
    ClientNote.EXCHANGE: Text(
        "Die Auskunft für Outlook nennt einen Server von Microsoft (Exchange).",
        "The information for Outlook names a Microsoft server (Exchange).",
    ),
    ClientNote.TRIES_MORE_NAMES: Text(
        "Es probiert auch Namen aus, die wir nicht geprüft haben; das Ergebnis kann anders sein.",
        "It also tries names that we have not tested; the result may be different.",
    ),
    ClientNote.OTHER_WORDS: Text(
        "Eine Einstellungsdatei ist ungenau geschrieben oder kommt als etwas anderes an (Webseite, falsche "
        "Bezeichnung); was so dort steht, übergeht dieses Programm.",
        "A settings file is written inaccurately or arrives as something else (web page, wrong label); this program "
        "passes over what stands there like that.",
    ),
    ClientNote.UNVERIFIED_KNOWLEDGE: Text(
        "Wie hier genau entschieden wird, ist nicht belegt; es kann anders kommen.",
        "How exactly this is decided is not documented; it may turn out differently.",
    ),
}
"""One sentence for each note."""
