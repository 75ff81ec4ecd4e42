"""The words around the tables of capabilities: states, figures read from arguments, headings, differences."""

from advisor.text import Text

# States
ADVERTISED = Text("angekündigt", "announced")
ADVERTISED_AFTER_LOGIN = Text("angekündigt, auch nach der Anmeldung", "announced, after signing in too")
ONLY_BEFORE_TLS = Text(
    "nur vor der Verschlüsselung angekündigt; darauf verlassen wir uns nicht",
    "announced before encryption only; we do not rely on it",
)
WORKS = Text("geht, von uns ausprobiert", "works, tried by us")
FAILS = Text("ausprobiert, ging nicht", "tried, did not work")
NOT_VISIBLE = Text("vor der Anmeldung nicht zu sehen", "not visible before signing in")
NOT_LISTED = Text("nicht angekündigt", "not announced")
NOT_THERE = Text("auch nach der Anmeldung nicht da", "not there after signing in either")

# Figures
AT_MOST = Text("Höchstens {size} pro Nachricht.", "At most {size} a message.")
AT_MOST_MAIL = Text(
    "Höchstens {size} pro E-Mail; das sind Anhänge von etwa {attachments}.",
    "At most {size} a mail; that is about {attachments} of attachments.",
)
NO_LIMIT = Text("Ohne feste Grenze.", "Without a fixed limit.")
NEVER_DELETES = Text("Löscht nie von selbst.", "Never deletes by itself.")
DELETES_AT_ONCE = Text(
    "Löscht gleich nach dem Abholen; eine Kopie bleibt nicht.",
    "Deletes right after fetching; no copy stays.",
)
KEPT_BY_SETTING = Text(
    "Gilt nicht: Ob abgeholte Mails liegen bleiben, sagt die Einstellung des Kontos.",
    "Does not hold: whether fetched mail stays, the setting of the account says.",
)
DELETES_AFTER_DAY = Text("Löscht nach 1 Tag.", "Deletes after 1 day.")
DELETES_AFTER = Text("Löscht nach {days} Tagen.", "Deletes after {days} days.")
PER_PERSON = Text("Je nach Benutzer anders.", "It differs from user to user.")
PAUSE_NONE = Text("Keine Pause nötig.", "No pause needed.")
PAUSE_SECONDS = Text("Pause von {seconds} Sekunden.", "A pause of {seconds} seconds.")
PAUSE_MINUTES = Text("Pause von {minutes} Minuten.", "A pause of {minutes} minutes.")
METHODS = Text("{method}: {names}.", "{method}: {names}.")
UNKNOWN_METHODS = Text("uns unbekannt: {names}.", "not known to us: {names}.")
SMALL_ONLY = Text("Nur kleine, bis 4 KB.", "Only small ones, up to 4 KB.")
OLD_FORM = Text("In alter Form (XLIST).", "In an old form (XLIST).")
IN_REV2 = Text("Gehört zu IMAP4rev2.", "Part of IMAP4rev2.")
RECIPIENTS = Text("Höchstens {count} Empfänger pro E-Mail.", "At most {count} recipients a mail.")
LATER_DAYS = Text("Bis {days} Tage im Voraus.", "Up to {days} days ahead.")
REDIRECTS = Text("Höchstens {count} pro Nachricht.", "At most {count} a message.")
MESSAGES = Text("{count} Nachrichten.", "{count} messages.")
QUOTA_OF = Text("Begrenzt sind: {what}.", "Limited are: {what}.")
RULES = Text("Kann: {what}.", "It can: {what}.")
ON_PORT = Text("Auf Anschluss {port}.", "On port {port}.")
AND_MORE = Text("{what} und {count} weitere", "{what} and {count} more")

QUOTA_KINDS: dict[str, Text] = {
    "RES-STORAGE": Text("Speicherplatz", "storage"),
    "RES-MESSAGE": Text("Zahl der Nachrichten", "number of messages"),
    "RES-MAILBOX": Text("Zahl der Ordner", "number of folders"),
}
SIEVE_RULES: dict[str, Text] = {
    "VACATION": Text("Abwesenheitsnotiz", "absence note"),
    "FILEINTO": Text("in Ordner sortieren", "sort into folders"),
    "COPY": Text("weiterleiten und behalten", "forward and keep"),
    "REJECT": Text("zurückweisen", "turn back"),
    "IMAP4FLAGS": Text("markieren", "mark"),
    "DUPLICATE": Text("Doppeltes erkennen", "recognise duplicates"),
}

# Where ports differ
DIFFERS_MISSING = Text(
    "{server} kündigt nicht an: {tokens}.",
    "{server} does not announce: {tokens}.",
)
DIFFERS_EXTRA = Text(
    "{server} kündigt zusätzlich an: {tokens}.",
    "{server} also announces: {tokens}.",
)

# Server software
SOFTWARE = Text("Programm des Servers", "Server software")
NOT_RECOGNISED = Text("nicht erkannt", "not recognised")
BY_NAME = Text("{product} (nennt sich selbst so)", "{product} (says so itself)")
BY_GREETING = Text("{product} (laut Begrüssung)", "{product} (by its greeting)")
BY_TOKENS = Text("{product} (an seinen Fähigkeiten erkannt)", "{product} (recognised by its abilities)")
