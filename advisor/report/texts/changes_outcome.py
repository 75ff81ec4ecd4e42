"""The words for what changed in the outcome between two checks: offers, our proposal, findings, and single words."""

from advisor.report.compare.values import ChangeCode
from advisor.report.texts.values import Note
from advisor.text import Text

OUTCOME: dict[ChangeCode, Note] = {
    ChangeCode.OFFER_ADDED: Note(
        Text("{protocol}: jetzt angeboten", "{protocol}: now offered"),
        Text("Bisher: {old_offer}.", "Before: {old_offer}."),
    ),
    ChangeCode.OFFER_REMOVED: Note(
        Text("{protocol}: nicht mehr angeboten", "{protocol}: no longer offered"),
        Text(
            "Bisher: {old_offer}. Jetzt: {new_offer}. Wer diesen Weg benutzt, braucht einen anderen. Fragen Sie den "
            "Anbieter.",
            "Before: {old_offer}. Now: {new_offer}. Whoever uses this way needs another one. Ask the provider.",
        ),
    ),
    ChangeCode.OFFER_TESTED: Note(
        Text("{protocol}: nun geprüft", "{protocol}: tested this time"),
        Text(
            "Bei der früheren Prüfung unklar ({old_offer}). Jetzt: {new_offer}.",
            "Unclear in the earlier check ({old_offer}). Now: {new_offer}.",
        ),
    ),
    ChangeCode.OFFER_UNTESTED: Note(
        Text("{protocol}: diesmal unklar", "{protocol}: unclear this time"),
        Text(
            "Bisher: {old_offer}. Diesmal: {new_offer}. Das heisst nicht, dass der Dienst fehlt. Prüfen Sie später "
            "nochmals.",
            "Before: {old_offer}. This time: {new_offer}. That does not mean that the service is missing. Check again "
            "later.",
        ),
    ),
    ChangeCode.OFFER_CHANGED: Note(
        Text("{protocol}: anderes Ergebnis", "{protocol}: another result"),
        Text("Bisher: {old_offer}. Jetzt: {new_offer}.", "Before: {old_offer}. Now: {new_offer}."),
    ),
    ChangeCode.SETTINGS_ADDED: Note(
        Text("{protocol}: jetzt gibt es Einstellungen", "{protocol}: there are settings now"),
        Text("Unser Vorschlag ist jetzt {server}.", "Our proposal is now {server}."),
    ),
    ChangeCode.SETTINGS_REMOVED: Note(
        Text("{protocol}: kein Vorschlag mehr", "{protocol}: no proposal any more"),
        Text(
            "Bisher schlugen wir {server} vor. Jetzt können wir nichts mehr vorschlagen.",
            "Before, we proposed {server}. Now we can propose nothing any more.",
        ),
    ),
    ChangeCode.SETTINGS_CHANGED: Note(
        Text("{protocol}: andere Einstellungen", "{protocol}: other settings"),
        Text(
            "Unser Vorschlag ist jetzt {new} (bisher {old}). Anders ist: {fields}. Prüfen Sie, ob eingerichtete "
            "Programme noch stimmen, und verteilen Sie neue Dateien.",
            "Our proposal is now {new} (before: {old}). Different: {fields}. Check whether programs already set up "
            "are still right, and hand out new files.",
        ),
    ),
    ChangeCode.SETTINGS_PROVEN: Note(
        Text("{protocol}: Einstellungen jetzt nachgewiesen", "{protocol}: settings now proven"),
        Text("{server} hat sich jetzt ausgewiesen.", "{server} has now proven its identity."),
    ),
    ChangeCode.SETTINGS_UNPROVEN: Note(
        Text("{protocol}: Einstellungen nicht mehr nachgewiesen", "{protocol}: settings no longer proven"),
        Text(
            "Diesmal konnten wir nicht nachweisen, dass {server} stimmt.",
            "This time we could not prove that {server} is right.",
        ),
    ),
    ChangeCode.SETTINGS_SOURCE_CHANGED: Note(
        Text("{protocol}: Einstellungen von anderem Wegweiser", "{protocol}: settings from another signpost"),
        Text(
            "Bisher: {old_source} ({old_trust}). Jetzt: {new_source} ({new_trust}).",
            "Before: {old_source} ({old_trust}). Now: {new_source} ({new_trust}).",
        ),
    ),
    ChangeCode.FINDING_ADDED: Note(
        Text("Neu festgestellt", "Newly found"),
        Text("{finding}. Was zu tun ist, steht bei der neuen Prüfung.", "{finding}. The new check says what to do."),
    ),
    ChangeCode.FINDING_REMOVED: Note(
        Text("Nicht mehr festgestellt", "No longer found"),
        Text("Das gilt nicht mehr: {finding}.", "This no longer holds: {finding}."),
    ),
    ChangeCode.FINDING_CHANGED: Note(
        Text("Anders beurteilt", "Judged differently"),
        Text("{finding}: jetzt {finding_severity}.", "{finding}: now {finding_severity}."),
    ),
}

ANSWERS = Text("Antwortet", "Answers")
NONE = Text("–", "–")
NO_PROVIDER = Text("keiner erkannt", "none recognised")
NO_PROTOCOL = Text("nichts", "nothing")

PHASES: dict[str, Text] = {
    "before_tls": Text("vor der Verschlüsselung", "before encryption"),
    "after_tls": Text("nach der Verschlüsselung", "after encryption"),
    "after_login": Text("nach der Anmeldung", "after signing in"),
}

FIELDS: dict[str, Text] = {
    "host": Text("Server", "server"),
    "port": Text("Anschluss (Port)", "port"),
    "security": Text("Verschlüsselung", "encryption"),
    "username": Text("Form des Benutzernamens", "form of the user name"),
    "username_template": Text("Muster des Benutzernamens", "pattern of the user name"),
    "authentication": Text("Art der Anmeldung", "way to sign in"),
    "trust": Text("wie sehr man dem trauen kann", "how far it can be trusted"),
    "leave_on_server": Text("ob Abgeholtes auf dem Server bleibt", "whether fetched mail stays on the server"),
    "leave_days": Text("wie lange Abgeholtes auf dem Server bleibt", "how long fetched mail stays on the server"),
}

KEYS: dict[str, Text] = {
    "new": Text("neu", "new"),
    "same": Text("derselbe", "the same"),
    "": Text("unbekannt", "unknown"),
}
