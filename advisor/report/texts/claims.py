"""The words of the table that holds all signposts side by side, and of the reason why one server is proposed."""

from advisor.settings.selection import Because, Standing
from advisor.text import Text

ALL_AGREE = Text("Alle Wegweiser nennen dasselbe", "All signposts say the same")
ONE_SPEAKS = Text("Ein einziger Wegweiser nennt Server", "A single signpost names servers")
ONLY_GUESSED = Text(
    "Kein Wegweiser nennt Server; wir haben übliche Namen versucht", "No signpost names servers; we tried usual names"
)
CONTRADICT = Text("Die Wegweiser widersprechen sich", "The signposts contradict each other")

GROUP_AGREES = Text("Einig", "In agreement")
GROUP_ONE = Text("Nur ein Wegweiser", "A single signpost")
GROUP_GUESSED = Text("Nur vermutet", "Only guessed")
GROUP_CONTRADICTS = Text("Widerspruch", "Contradiction")

WHY: dict[Because, Text] = {
    Because.ONLY_ONE: Text(
        "Wir schlagen {host} vor. Ein anderer Server ist nirgends genannt.",
        "We propose {host}. No other server is named anywhere.",
    ),
    Because.PROVEN: Text(
        "Wir schlagen {host} vor: Dort gelang unsere eigene Verbindung, und der Ausweis (Zertifikat) passt. Bei "
        "{other} war das nicht so; diesen Namen nennt: {other_source}.",
        "We propose {host}: our own connection worked there, and the identity card (certificate) fits. With {other} "
        "this was not so; that name comes from: {other_source}.",
    ),
    Because.SIGN_IN: Text(
        "Wir schlagen {host} vor: Bei {other} antwortet zwar ein Server, er nennt aber keine Art, sich anzumelden. "
        "Diesen Namen nennt: {other_source}.",
        "We propose {host}: at {other} a server does answer, but it lists no way to sign in. That name comes from: "
        "{other_source}.",
    ),
    Because.OTHERS_FAILED: Text(
        "Wir schlagen {host} vor, obwohl wir nicht bis dorthin durchkamen: {other} bestand den Test nicht. Diesen "
        "Namen nennt: {other_source}.",
        "We propose {host} although we did not get through to it: {other} failed the test. That name comes from: "
        "{other_source}.",
    ),
    Because.TRUST: Text(
        "Wir schlagen {host} vor: Diesen Namen nennt {source}. Das ist verlässlicher als {other_source}, wo {other} "
        "steht.",
        "We propose {host}: this name comes from {source}. That is more reliable than {other_source}, which says "
        "{other}.",
    ),
    Because.RANK: Text(
        "Wir schlagen {host} vor: Beide Wegweiser sind gleich verlässlich, aber {source} zählt bei uns mehr als "
        "{other_source}, wo {other} steht.",
        "We propose {host}: both signposts are equally reliable, but with us {source} counts more than {other_source}, "
        "which says {other}.",
    ),
    Because.SECURITY: Text(
        "Wir schlagen {host} vor: Die Verbindung ist von der ersten Sekunde an verschlüsselt, bei {other} erst danach.",
        "We propose {host}: the connection is encrypted from the first second, with {other} only later.",
    ),
    Because.NAMED_FIRST: Text(
        "Wir schlagen {host} vor: {other} ist gleich gut, aber {host} ist zuerst genannt.",
        "We propose {host}: {other} is just as good, but {host} is named first.",
    ),
}

NO_PROPOSAL: dict[Standing, Text] = {
    Standing.OFF_ON_PURPOSE: Text(
        "Wir schlagen nichts vor: Die Domain sagt selbst, dass es diesen Dienst nicht gibt.",
        "We propose nothing: the domain itself says that this service does not exist.",
    ),
    Standing.NOTHING_SAFE: Text(
        "Wir schlagen nichts vor: Keiner der genannten Server bestand den Test.",
        "We propose nothing: none of the named servers passed the test.",
    ),
}

NO_GUESS_SAFE = Text(
    "Wir schlagen nichts vor: Keiner der Namen, die wir versucht haben, bestand den Test.",
    "We propose nothing: none of the names that we tried passed the test.",
)
ASKED_FIRST = Text(
    "Bevor er in Ihre Einstellungen kommt, fragen wir Sie, ob er zu Ihrem Anbieter gehört.",
    "Before it enters your settings, we ask you whether it belongs to your provider.",
)

AS_PROPOSED = Text("Wie unser Vorschlag", "As we propose")
OTHER_WAY = Text("Gleicher Server, anderer Zugang", "Same server, another way in")
OTHER_USERNAME = Text("Anderer Benutzername", "Another user name")
OTHER_SERVER = Text("Anderer Server", "Another server")
ALSO_GUESSED = Text("Von uns auch versucht", "Tried by us too")
SAYS_OFF = Text("Sagt: gibt es nicht", "Says: does not exist")
NOT_COMPARED = Text("Kein Vorschlag zum Vergleichen", "No proposal to compare with")

WORKS = Text("Funktioniert", "Works")
WORKS_ELSEWHERE = Text("{problem}; Anschluss {port} funktioniert", "{problem}; port {port} works")
NOT_ASKED = Text("Nicht geprüft", "Not tested")
NOTHING_TO_ASK = Text("Nichts zu prüfen", "Nothing to test")

SERVER_OFF = Text("Ausdrücklich kein Server", "Expressly no server")
ANY_PORT = Text("ohne Anschluss genannt", "named without a port")
PORT = Text("Anschluss {port}", "port {port}")
SRV_ORDER = Text("Rang {priority}, Gewicht {weight} (SRV)", "rank {priority}, weight {weight} (SRV)")
OWN_USERNAME = Text("Benutzername nach Muster {template}", "user name by the pattern {template}")
TOLERATED = Text("Ungenau geschrieben: {what}", "Written inaccurately: {what}")

TAKEN_AWAY = Text("Abgeholtes wird vom Server gelöscht", "fetched mail is deleted from the server")
LEFT_FOR = Text("Abgeholtes bleibt {days} Tage auf dem Server", "fetched mail stays on the server for {days} days")
LEFT_THERE = Text("Abgeholtes bleibt auf dem Server", "fetched mail stays on the server")
