"""The abilities of POP3 (RFC 2449, RFC 2595, RFC 3206, RFC 5034, RFC 6856)."""

from advisor.report.texts.capabilities.values import Meaning, Weight, low, none
from advisor.text import Text

_HIGH, _MEDIUM = Weight.HIGH, Weight.MEDIUM

POP3: dict[str, Meaning] = {
    "UIDL": Meaning(
        Text("Erkennt, was schon abgeholt ist", "Knows what has been fetched already"),
        _HIGH,
        Text(
            "Nur so kann eine Kopie auf dem Server bleiben.",
            "Only so can a copy stay on the server.",
        ),
        Text(
            "Eine Kopie auf dem Server lassen geht nicht gut: Alles käme immer wieder.",
            "Leaving a copy on the server does not work well: everything would come again and again.",
        ),
        early=True,
    ),
    "EXPIRE": Meaning(
        Text("Sagt, wann der Server von selbst löscht", "Tells when the server deletes by itself"),
        _HIGH,
        Text(
            "Was der Server löscht, ist weg, wenn es nicht anderswo gesichert ist.",
            "What the server deletes is gone unless it is backed up elsewhere.",
        ),
        Text(
            "Er kündigt kein Löschen an. Fragen Sie den Anbieter, ob es dabei bleibt.",
            "It announces no deletion. Ask the provider whether it stays that way.",
        ),
        early=True,
        limits=True,
    ),
    "LOGIN-DELAY": Meaning(
        Text("Begrenzt, wie oft man abholen darf", "Limits how often one may fetch"),
        _HIGH,
        Text(
            "Mehrere Geräte kommen sich in die Quere, wenn die Pause lang ist.",
            "Several devices get in each other’s way where the pause is long.",
        ),
        Text("Eine Pause zwischen zwei Abholungen verlangt er nicht.", "It demands no pause between two fetches."),
        early=True,
        limits=True,
    ),
    "SASL": Meaning(
        Text("Wege, sich anzumelden", "Ways to sign in"),
        _HIGH,
        Text(
            "Entscheidet oft, welche Programme überhaupt hineinkommen.",
            "Often decides which programs get in at all.",
        ),
        Text(
            "Es bleibt höchstens Benutzername mit Passwort.",
            "At most user name and password are left.",
        ),
        early=True,
    ),
    "STLS": Meaning(
        Text("Schaltet die Verschlüsselung nachträglich ein", "Switches encryption on afterwards"),
        _HIGH,
        Text(
            "Zweite Wahl nach dem Anschluss, der von Anfang an verschlüsselt.",
            "Second choice after the port that is encrypted from the start.",
        ),
        Text("Geben Sie auf diesem Anschluss kein Passwort ein.", "Do not enter a password on this port."),
        early=True,
    ),
    "USER": Meaning(
        Text("Anmeldung mit Benutzername und Passwort", "Sign-in with user name and password"),
        _MEDIUM,
        Text("Das können alle Programme.", "All programs can do that."),
        Text("Alte Programme kommen vielleicht nicht hinein.", "Old programs may not get in."),
        early=True,
    ),
    "APOP": low(
        "Veraltete Anmeldung, die das Passwort verschleiert", "Outdated sign-in that disguises the password", early=True
    ),
    "CAPA": Meaning(
        Text("Sagt, was er kann", "Tells what it can do"),
        _MEDIUM,
        Text("Programme stellen sich darauf ein.", "Programs adapt to it."),
        Text(
            "Ein alter Server. Was er kann, zeigt sich erst nach der Anmeldung.",
            "An old server. What it can do shows only after signing in.",
        ),
        early=True,
    ),
    "TOP": Meaning(
        Text("Zeigt den Anfang einer Nachricht vorab", "Shows the beginning of a message in advance"),
        _MEDIUM,
        Text(
            "Grosse Nachrichten muss man nicht ganz laden, um sie zu erkennen.",
            "Large messages need not be loaded whole to be recognised.",
        ),
        Text("Programme laden immer die ganze Nachricht.", "Programs always load the whole message."),
        early=True,
    ),
    "PIPELINING": Meaning(
        Text("Liefert viele Nachrichten in einem Zug", "Delivers many messages in one go"),
        _MEDIUM,
        Text("Spürbar auf langen oder langsamen Leitungen.", "Felt on long or slow lines."),
        Text("Jede Nachricht wird einzeln verlangt.", "Each message is asked for one by one."),
        early=True,
    ),
    "RESP-CODES": Meaning(
        Text("Nennt den Grund eines Fehlers", "Tells the reason of an error"),
        _MEDIUM,
        Text(
            "Zum Beispiel, dass gerade ein anderes Gerät abholt.",
            "For example that another device is fetching right now.",
        ),
        Text("Fehlermeldungen bleiben ungenau.", "Error messages stay vague."),
        early=True,
    ),
    "AUTH-RESP-CODE": Meaning(
        Text("Unterscheidet falsches Passwort von Störung", "Tells a wrong password from a fault"),
        _MEDIUM,
        Text(
            "Programme fragen bei einer Störung nicht nach dem Passwort.",
            "Programs do not ask for the password because of a fault.",
        ),
        Text("Bei einer Störung fragen Programme oft nach dem Passwort.", "In a fault programs often ask for it anew."),
        early=True,
    ),
    "IMPLEMENTATION": low("Sagt, wie sein Programm heisst", "Tells what its software is called", early=True),
    "UTF8": low("Versteht alle Schriften", "Understands all scripts", early=True),
    "LANG": none("Meldet Fehler in mehreren Sprachen", "Reports errors in several languages", early=True),
}
