"""The abilities of a server that takes mail to send (IANA registry of SMTP service extensions)."""

from advisor.report.texts.capabilities.values import Meaning, Weight, low, none
from advisor.text import Text

_HIGH = Weight.HIGH

SUBMISSION: dict[str, Meaning] = {
    "AUTH": Meaning(
        Text("Wege, sich zum Senden anzumelden", "Ways to sign in for sending"),
        _HIGH,
        Text("Ohne Anmeldung nimmt kein rechter Server Post an.", "No proper server takes mail without sign-in."),
        Text(
            "Hier kann sich niemand anmelden. Fragen Sie den Anbieter nach dem richtigen Anschluss.",
            "Nobody can sign in here. Ask the provider for the right port.",
        ),
        early=True,
    ),
    "SIZE": Meaning(
        Text("Nennt die grösste E-Mail, die er annimmt", "Tells the largest mail that it takes"),
        _HIGH,
        Text(
            "Grössere Anhänge muss man anders weitergeben.",
            "Larger attachments must be passed on in another way.",
        ),
        Text(
            "Die Grenze zeigt sich erst beim Senden; fragen Sie den Anbieter.",
            "The limit shows only when sending; ask the provider.",
        ),
        early=True,
    ),
    "STARTTLS": Meaning(
        Text("Schaltet die Verschlüsselung nachträglich ein", "Switches encryption on afterwards"),
        _HIGH,
        Text(
            "Zweite Wahl nach dem Anschluss, der von Anfang an verschlüsselt.",
            "Second choice after the port that is encrypted from the start.",
        ),
        Text("Geben Sie auf diesem Anschluss kein Passwort ein.", "Do not enter a password on this port."),
        early=True,
    ),
    "8BITMIME": low("Nimmt Umlaute ohne Umschreibung an", "Takes accented letters without rewriting", early=True),
    "SMTPUTF8": low("Nimmt Adressen in allen Schriften an", "Takes addresses in all scripts", early=True),
    "DSN": low("Meldet auf Wunsch, ob die Post ankam", "Reports on request whether mail arrived", early=True),
    "CHUNKING": low("Nimmt grosse E-Mails in Stücken an", "Takes large mails in pieces", early=True),
    "BINARYMIME": low("Nimmt Anhänge ohne Umschreibung an", "Takes attachments without rewriting", early=True),
    "PIPELINING": low("Nimmt mehrere Befehle in einem Zug an", "Takes several commands in one go", early=True),
    "ENHANCEDSTATUSCODES": low("Nennt den Grund eines Fehlers genauer", "Tells the reason of an error", early=True),
    "REQUIRETLS": low("Kann Verschlüsselung bis zum Ziel verlangen", "Can demand encryption all the way", early=True),
    "LIMITS": low("Nennt seine Grenzen im Voraus", "Tells its limits in advance", early=True),
    "FUTURERELEASE": low("Kann später senden", "Can send later", early=True),
    "DELIVERBY": low("Kann eine Frist für die Zustellung setzen", "Can set a time limit for delivery", early=True),
    "MT-PRIORITY": none("Kennt dringende Post", "Knows urgent mail", early=True),
    "BURL": low("Sendet Abgelegtes ohne neues Hochladen", "Sends filed mail without another upload", early=True),
    "VRFY": none("Kennt eine Frage nach Adressen", "Knows a question about addresses", early=True),
    "EXPN": none("Kennt eine Frage nach Verteilern", "Knows a question about lists", early=True),
    "ETRN": none("Kann wartende Post auf Abruf senden", "Can send waiting mail on demand", early=True),
    "HELP": none("Gibt auf Wunsch eine Hilfe aus", "Gives help on request", early=True),
    "X-EXPS": none("Eigene Anmeldung von Exchange", "Exchange’s own sign-in", early=True),
    "XCLIENT": none("Für Server untereinander (Postfix)", "For servers among themselves (Postfix)", early=True),
    "XFORWARD": none("Für Server untereinander (Postfix)", "For servers among themselves (Postfix)", early=True),
    "XVERP": none("Für Versender von Rundschreiben", "For senders of newsletters", early=True),
    "RRVS": none("Prüft, ob eine Adresse noch derselben Person gehört", "Checks whether an address changed hands"),
    "NO-SOLICITING": none("Wünscht keine Werbung", "Wants no advertising", early=True),
}
