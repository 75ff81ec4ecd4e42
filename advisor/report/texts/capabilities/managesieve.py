"""The abilities of a server on which rules for incoming mail can be set (ManageSieve, RFC 5804)."""

from advisor.report.texts.capabilities.values import Meaning, Weight, low, none
from advisor.text import Text

MANAGESIEVE: dict[str, Meaning] = {
    "SASL": Meaning(
        Text("Wege, sich anzumelden", "Ways to sign in"),
        Weight.HIGH,
        Text(
            "Ohne Anmeldung lassen sich keine Regeln setzen.",
            "Without sign-in no rules can be set.",
        ),
        Text("Hier kann sich niemand anmelden.", "Nobody can sign in here."),
        early=True,
    ),
    "STARTTLS": Meaning(
        Text("Schaltet die Verschlüsselung nachträglich ein", "Switches encryption on afterwards"),
        Weight.HIGH,
        Text(
            "Regeln setzt man mit demselben Passwort wie Post; es gehört verschlüsselt.",
            "Rules are set with the same password as mail; it belongs encrypted.",
        ),
        Text("Geben Sie auf diesem Anschluss kein Passwort ein.", "Do not enter a password on this port."),
        early=True,
    ),
    "SIEVE": Meaning(
        Text("Regeln auf dem Server", "Rules on the server"),
        Weight.MEDIUM,
        Text(
            "Sortieren und Abwesenheitsnotiz laufen auch bei ausgeschaltetem Computer.",
            "Sorting and absence notes also work while the computer is off.",
        ),
        Text("Welche Regeln möglich sind, sagt er nicht.", "It does not tell which rules are possible."),
        early=True,
    ),
    "IMPLEMENTATION": low("Sagt, wie sein Programm heisst", "Tells what its software is called", early=True),
    "MAXREDIRECTS": low("Begrenzt Weiterleitungen", "Limits forwarding", early=True),
    "NOTIFY": low("Kann bei neuer Post anderswo Bescheid geben", "Can give notice elsewhere of new mail", early=True),
    "VERSION": none("Nennt die Fassung seiner Sprache", "Names the version of its language", early=True),
    "RENAME": none("Benennt Regeln um", "Renames rules"),
    "NOOP": none("Hält die Verbindung wach", "Keeps the connection awake"),
    "LANGUAGE": none("Nennt die Sprache seiner Meldungen", "Names the language of its messages"),
    "OWNER": none("Nennt, wem die Regeln gehören", "Names whose rules these are"),
    "UNAUTHENTICATE": none("Meldet ab, ohne die Verbindung zu trennen", "Signs out without closing the connection"),
}
