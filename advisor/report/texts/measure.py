"""The words around a look into a mailbox: what could not be measured and why, and the names of what was."""

from advisor.text import Text
from probes.measurement import Trouble

TROUBLES: dict[Trouble, Text] = {
    Trouble.NOT_OFFERED: Text("Der Server bietet das nicht an.", "The server does not offer this."),
    Trouble.NO_SAFE_SERVER: Text(
        "Es ist kein Server bekannt, bei dem ein Passwort sicher ist. Darum haben wir uns nicht angemeldet.",
        "No server is known where a password is safe. So we did not sign in.",
    ),
    Trouble.NOT_CONFIRMED: Text(
        "Der Name des Servers ist nicht bestätigt. Nennen Sie ihn mit --host, wenn Sie ihn kennen.",
        "The name of the server is not confirmed. Give it with --host if you know it.",
    ),
    Trouble.ADDRESS_REFUSED: Text(
        "Dieser Name führt zu einer Adresse, die nicht geprüft werden darf.",
        "This name leads to an address that may not be contacted.",
    ),
    Trouble.NO_CONNECTION: Text(
        "Der Server ist von hier aus nicht erreichbar.", "The server cannot be reached from here."
    ),
    Trouble.CERTIFICATE: Text(
        "Das Zertifikat gilt nicht für diesen Namen, ist abgelaufen oder nicht vertrauenswürdig. Das Passwort haben "
        "wir nicht geschickt.",
        "The certificate is not valid for this name, has expired or is not trusted. The password was not sent.",
    ),
    Trouble.ENCRYPTION: Text(
        "Die Verschlüsselung kam nicht zustande. Das Passwort haben wir nicht geschickt.",
        "Encryption could not be set up. The password was not sent.",
    ),
    Trouble.PREAUTH: Text(
        "Der Server lässt ohne Anmeldung ein. Das ist falsch oder ein Angriff; wir haben aufgehört.",
        "The server lets us in without signing in. That is wrong or an attack; we stopped.",
    ),
    Trouble.NO_PASSWORD_LOGIN: Text(
        "Der Server nimmt hier keine Passwörter an, höchstens die Anmeldung über die Seite des Anbieters (OAuth2).",
        "The server takes no passwords here, at most signing in through the provider’s page (OAuth2).",
    ),
    Trouble.NO_USERNAME: Text(
        "Wie der Benutzername lautet, ist nicht bekannt. Nennen Sie ihn mit --username.",
        "The user name is not known. Give it with --username.",
    ),
    Trouble.WRONG_PASSWORD: Text(
        "Benutzername oder Passwort stimmt nicht. Es gab genau einen Versuch.",
        "User name or password is wrong. There was exactly one attempt.",
    ),
    Trouble.APP_PASSWORD: Text(
        "Der Anbieter verlangt ein eigenes Passwort für Mailprogramme (App-Passwort).",
        "The provider wants a password made for mail programs (app password).",
    ),
    Trouble.SWITCHED_OFF: Text(
        "Dieser Weg ist für das Postfach ausgeschaltet. Schalten Sie ihn auf der Seite des Anbieters ein.",
        "This way is switched off for the mailbox. Switch it on at the provider’s page.",
    ),
    Trouble.TOO_MANY_CONNECTIONS: Text(
        "Der Server lässt zurzeit keine weitere Verbindung zu. Das Postfach hat eine Grenze, und jedes Gerät braucht "
        "mehrere davon.",
        "The server allows no further connection now. The mailbox has a limit, and each device needs several.",
    ),
    Trouble.TRY_LATER: Text(
        "Der Server ist vorübergehend nicht bereit. Versuchen Sie es später.",
        "The server is not ready for the moment. Try again later.",
    ),
    Trouble.BROKEN_OFF: Text(
        "Die Verbindung brach ab, oder die Antwort war nicht lesbar.",
        "The connection broke off, or the answer could not be read.",
    ),
    Trouble.TOO_MUCH: Text(
        "Der Server schickte mehr, als eine ehrliche Antwort braucht. Wir haben aufgehört.",
        "The server sent more than an honest answer needs. We stopped.",
    ),
    Trouble.NOT_TRIED: Text(
        "Nicht versucht, damit das Postfach nach der ersten Ablehnung nicht gesperrt wird.",
        "Not tried, so that the mailbox is not locked after the first refusal.",
    ),
    Trouble.FOLDERS_INCOMPLETE: Text(
        "Einige Ordner liessen sich nicht öffnen. Die Summe ist zu klein.",
        "Some folders could not be opened. The total is too small.",
    ),
    Trouble.MONTHS_INCOMPLETE: Text(
        "Das Postfach ist so gross, dass nicht jede E-Mail gezählt wurde.",
        "The mailbox is so big that not every mail was counted.",
    ),
}
SAID = Text("Der Server sagt: «{words}»", "The server says: “{words}”")

SPECIAL_USES = {
    "\\All": Text("alle E-Mails", "all mail"),
    "\\Archive": Text("Archiv", "archive"),
    "\\Drafts": Text("Entwürfe", "drafts"),
    "\\Flagged": Text("markiert", "flagged"),
    "\\Junk": Text("Werbung", "junk"),
    "\\Sent": Text("gesendet", "sent"),
    "\\Trash": Text("Papierkorb", "trash"),
}
SHARED = Text("gemeinsam", "shared")

RIGHTS = (
    ("r", Text("lesen", "read")),
    ("i", Text("ablegen", "add")),
    ("te", Text("löschen", "delete")),
    ("a", Text("Rechte vergeben", "give rights")),
)
NO_RIGHTS = Text("keine", "none")

USED = Text("Belegt", "Space used")
OF_QUOTA = Text("{used} von {limit} ({percent} %)", "{used} of {limit} ({percent}%)")
NO_QUOTA = Text("{used}; eine Grenze nennt der Server nicht", "{used}; the server names no limit")
MESSAGES = Text("E-Mails", "Mails")
PER_DAY = Text("Zuwachs", "Growth")
GROWTH = Text(
    "{mails} E-Mails und {size} pro Monat, im Mittel über {months} Monate",
    "{mails} mails and {size} a month, on average over {months} months",
)
NO_GROWTH = Text(
    "nicht zu sagen: es liegen keine drei ganzen Monate in Folge vor",
    "cannot be told: there are no three whole months in a row",
)
INBOX_ONLY = Text("{used} im Posteingang", "{used} in the inbox")
INBOX = Text("Posteingang beim Abholen (POP3)", "Inbox as seen when fetching (POP3)")
INBOX_HOLDS = Text("E-Mails: {mails}, zusammen {size}", "mails: {mails}, together {size}")
INBOX_NUMBERED = Text(
    "E-Mails: {mails}, zusammen {size}; mit bleibender Nummer (UIDL): {numbered}",
    "mails: {mails}, together {size}; with a lasting number (UIDL): {numbered}",
)
UIDL = Text("Kopie auf dem Server lassen (POP3, UIDL)", "Leave a copy on the server (POP3, UIDL)")
UIDL_WORKS = Text("geht: der Server erkennt, was schon geholt ist", "works: the server knows what has been fetched")
UIDL_FAILS = Text(
    "geht nicht zuverlässig: der Server erkennt nicht, was schon geholt ist",
    "is not reliable: the server cannot tell what has been fetched",
)
PUSH = Text("Neue Post sofort (IMAP, IDLE)", "New mail at once (IMAP, IDLE)")
YES = Text("ja", "yes")
NO = Text("nein", "no")

FOLDERS = Text("Die grössten Ordner", "The biggest folders")
MONTHS = Text("Zuwachs nach Monat", "Growth by month")
SPACES = Text("Gemeinsame Ordner", "Shared folders")
MEASURED_AT = Text("Gemessen am {moment} bei {host}.", "Measured on {moment} at {host}.")
