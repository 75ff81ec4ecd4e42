"""What a server showed, as a line beside the answers that a reason rests on."""

from advisor.decision.codes import ServerFact
from advisor.decision.recommendation import SeenFact
from advisor.text import Language, Text

SERVER_FACTS: dict[ServerFact, Text] = {
    ServerFact.NO_IDLE: Text(
        "meldet neue Post nicht von sich aus (kein IDLE)",
        "does not tell of new mail by itself (no IDLE)",
    ),
    ServerFact.NO_LEAN_SYNC: Text(
        "schickt bei jedem Besuch den Stand aller Nachrichten (weder CONDSTORE noch COMPRESS)",
        "sends the state of all messages at each visit (neither CONDSTORE nor COMPRESS)",
    ),
    ServerFact.LONG_LOGIN_DELAY: Text(
        "lässt nur alle {value} Minuten abholen (LOGIN-DELAY)",
        "lets a program fetch only every {value} minutes (LOGIN-DELAY)",
    ),
    ServerFact.NO_UIDL: Text(
        "unterscheidet beim Abholen alte und neue Post nicht (kein UIDL)",
        "does not tell old mail from new when fetching (no UIDL)",
    ),
    ServerFact.EXPIRES: Text(
        "löscht von sich aus nach {value} Tagen (EXPIRE)",
        "deletes by itself after {value} days (EXPIRE)",
    ),
}

_NOTHING_STAYS = Text("behält nichts, was abgeholt ist (EXPIRE 0)", "keeps nothing that has been fetched (EXPIRE 0)")
_SECONDS_PER_MINUTE = 60


def server_fact(fact: SeenFact, language: Language) -> str:
    """What the server does or lacks, to be read after "your server"."""
    value = fact.value
    if fact.code is ServerFact.EXPIRES and value == 0:
        return _NOTHING_STAYS.into(language)
    if fact.code is ServerFact.LONG_LOGIN_DELAY and value is not None:
        value = -(-value // _SECONDS_PER_MINUTE)
    return SERVER_FACTS[fact.code].into(language, value=value)
