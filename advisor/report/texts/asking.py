"""What a provider can be asked for, in an owner's words, and the sentences around it."""

from advisor.decision.codes import Ability
from advisor.text import Text

ABILITIES: dict[Ability, Text] = {
    Ability.IMAP: Text("Lesen beim Anbieter (IMAP)", "Reading at the provider (IMAP)"),
    Ability.POP3: Text("Abholen (POP3)", "Fetching (POP3)"),
    Ability.IMAP_ENCRYPTION: Text("sicherer Zugang zum Lesen (IMAP)", "safe access for reading (IMAP)"),
    Ability.POP3_ENCRYPTION: Text("sicherer Zugang zum Abholen (POP3)", "safe access for fetching (POP3)"),
    Ability.UIDL: Text(
        "alte und neue Post beim Abholen unterscheiden (UIDL)", "telling old mail from new when fetching (UIDL)"
    ),
    Ability.NO_EXPIRY: Text("Post nicht von sich aus löschen (EXPIRE)", "not deleting mail by itself (EXPIRE)"),
    Ability.MORE_SPACE: Text("mehr Platz im Postfach", "more space in the mailbox"),
    Ability.IDLE: Text("neue Post sofort melden (IDLE)", "telling of new mail at once (IDLE)"),
    Ability.LEAN_SYNC: Text("sparsamer Abgleich (CONDSTORE)", "lean synchronising (CONDSTORE)"),
    Ability.SHORT_LOGIN_DELAY: Text("öfter abholen lassen (LOGIN-DELAY)", "letting fetch more often (LOGIN-DELAY)"),
}

NOW = Text("Was jetzt geht: «{way}».", "What is possible now: “{way}”.")
NOTHING_NOW = Text("Im Moment geht keiner der vier Wege.", "At the moment none of the four ways is possible.")
BETTER = Text(
    "Besser für Sie wäre «{way}». Dafür fehlt beim Anbieter:",
    "Better for you would be “{way}”. For that, the provider lacks:",
)
POSSIBLE_THEN = Text(
    "Richtig für Sie wäre «{way}». Dafür fehlt beim Anbieter:",
    "Right for you would be “{way}”. For that, the provider lacks:",
)
SAME_WAY_SAFE = Text(
    "Richten Sie diesen Weg erst ein, wenn der Anbieter das Folgende hat:",
    "Set this way up only once the provider has the following:",
)
SAME_WAY = Text(
    "Der Weg stimmt, aber es fehlt beim Anbieter noch etwas dazu:",
    "The way is right, but the provider still lacks something for it:",
)
LETTER_TITLE = Text("Schreiben an den Anbieter", "Letter to the provider")
NO_NAME = Text("(Ihr Name)", "(your name)")
