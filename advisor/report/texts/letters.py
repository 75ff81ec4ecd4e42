"""The frame of letters to the provider, and the words that name what a finding speaks of."""

from advisor.text import Text

LETTER = Text(
    "Betreff: Mailserver für {domain}: {name}\n"
    "\n"
    "Guten Tag\n"
    "\n"
    "Wir haben am {moment} den Mailserver für {domain} von {vantage} aus geprüft, ohne uns anzumelden.\n"
    "\n"
    "{body}\n"
    "\n"
    "Freundliche Grüsse\n"
    "{sender}",
    "Subject: mail server for {domain}: {name}\n"
    "\n"
    "Hello\n"
    "\n"
    "On {moment} we checked the mail server for {domain} from {vantage}, without signing in.\n"
    "\n"
    "{body}\n"
    "\n"
    "Kind regards\n"
    "{sender}",
)
LETTER_UNCHECKED = Text(
    "Betreff: Unsere Postfächer: {name}\n\nGuten Tag\n\n{body}\n\nFreundliche Grüsse\n{sender}",
    "Subject: our mailboxes: {name}\n\nHello\n\n{body}\n\nKind regards\n{sender}",
)
ABILITY = Text("{saw}\n{ask}", "{saw}\n{ask}")
ABILITY_POINT = Text("{number}. {name}\n{saw}\n{ask}", "{number}. {name}\n{saw}\n{ask}")
ABOUT_SERVERS = Text("Es geht um: {servers}\n{saw}\n\n{ask}", "It concerns: {servers}\n{saw}\n\n{ask}")
POINT = Text("{number}. {name}\n{servers}\n{saw}\n{ask}", "{number}. {name}\n{servers}\n{saw}\n{ask}")
POINTS = Text("{count} Punkte", "{count} points")
ALL_POINTS = Text("Ein Schreiben an den Anbieter mit allen Punkten", "One letter to the provider with all points")
ABOUT = Text("Schreiben an den Anbieter: {name}", "Letter to the provider: {name}")
ASK_FOR = Text("Frage an den Anbieter: {services}", "Question to the provider: {services}")

PARTS: dict[str, Text] = {
    "certificate": Text("das Zertifikat", "the certificate"),
    "capabilities": Text("die Fähigkeiten", "the abilities"),
    "sign_in": Text("die Arten, sich anzumelden", "the ways to sign in"),
}
