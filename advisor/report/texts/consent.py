"""The words of the page that asks whether a server is really the provider's."""

from advisor.text import Text

QUESTION = Text("Ist {host} der Server Ihres Anbieters?", "Is {host} your provider’s server?")
FOUND = Text(
    "Wir fanden {host} nur auf diesem Weg: {sources}. Das kann stimmen. Es kann aber auch ein fremder Server sein, der "
    "Ihre Passwörter bekäme.",
    "We found {host} only in this way: {sources}. It may be right. But it may also be a stranger’s server, which would "
    "get your passwords.",
)
GUESSED = Text(
    "Kein Wegweiser nennt {host}; wir haben den Namen vermutet. Das kann stimmen. Es kann aber auch ein fremder Server "
    "sein, der Ihre Passwörter bekäme.",
    "No signpost names {host}; we guessed the name. It may be right. But it may also be a stranger’s server, which "
    "would get your passwords.",
)
USED_FOR = Text("Gebraucht wird er für: {services}.", "It is needed for: {services}.")
WORKS = Text(
    "Unser Test: Er antwortet verschlüsselt, und sein Ausweis (Zertifikat) lautet auf diesen Namen. Wem er gehört, "
    "sagt das nicht.",
    "Our test: it answers encrypted, and its identity card (certificate) is made out for this name. That does not say "
    "whose server it is.",
)
UNTESTED = Text(
    "Unser Test kam nicht bis zu ihm durch. Wir wissen also nicht einmal, ob er antwortet.",
    "Our test did not get through to it. So we do not even know whether it answers.",
)
WHERE_TO_LOOK = Text(
    "So prüfen Sie es: Der Name steht auf der Hilfeseite oder im Vertrag Ihres Anbieters, oder in einem Mailprogramm, "
    "das heute schon läuft (Kontoeinstellungen, Server).",
    "How to check: the name stands on your provider’s help page or in your contract, or in a mail program that works "
    "today (account settings, server).",
)
ASK = Text(
    "Guten Tag. Wir richten die Mailprogramme für {domain} ein. Ist {host} der richtige Server für: {services}? Falls "
    "nicht: Wie heisst er, welcher Anschluss (Port) und welche Verschlüsselung gelten? Vielen Dank.",
    "Hello. We are setting up the mail programs for {domain}. Is {host} the right server for: {services}? If not: what "
    "is it called, and which port and encryption apply? Thank you.",
)
FROM_CERTIFICATE = Text(
    "der Ausweis (Zertifikat) von {server} nennt diesen Namen", "the identity card (certificate) of {server} carries it"
)
