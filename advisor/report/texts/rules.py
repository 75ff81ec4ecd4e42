"""Why a rule takes an alternative out, in an owner's words."""

from advisor.decision.codes import Rule
from advisor.decision.recommendation import Exclusion
from advisor.questionnaire.schema import Key
from advisor.text import Text

RULES: dict[Rule, Text] = {
    Rule.E1: Text(
        "Holt ein Computer die Post ab, sehen andere Geräte oder Personen sie nur teilweise oder gar nicht, und "
        "solange er abholt, weist der Server die anderen ab. Dieser Weg passt nur, wenn sonst niemand und "
        "nichts das Postfach liest.",
        "When one computer fetches the mail, other devices or people see it only in part or not at all, and while it "
        "fetches, the server turns the others away. This way fits only when nobody and nothing else reads the mailbox.",
    ),
    Rule.E2: Text(
        "Die Post läge nur noch auf einem Computer, dessen Sicherung fehlt oder nicht bekannt ist. Nach einem Defekt "
        "wäre sie verloren.",
        "The mail would lie only on one computer whose backup is missing or not known. After a defect it would be "
        "lost.",
    ),
    Rule.E3: Text(
        "Ihr Anbieter bietet diesen Weg nicht an.",
        "Your provider does not offer this way.",
    ),
    Rule.E4: Text(
        "Der Anbieter kann die Kopie nicht verlässlich oder nicht lange genug aufheben.",
        "The provider cannot keep the copy reliably, or not long enough.",
    ),
    Rule.E6: Text(
        "Ganz ohne Kopie beim Anbieter geht es nur, wenn ein Programm allein liest oder die Post so kurz wie möglich "
        "dort liegen soll. In beiden Fällen muss das Zurückholen aus der Sicherung getestet sein.",
        "Having no copy at the provider is an option only if a program alone reads, or if mail should stay there as "
        "short as possible. In both cases the restore from the backup must be tested.",
    ),
    Rule.NATIVE: Text(
        "Nicht verglichen: Hier passt die eigene Verbindung Ihres Anbieters.",
        "Not compared: your provider’s own connection is what fits here.",
    ),
}

_PROGRAM_CANNOT = Text(
    "Ein Programm oder Gerät, das Sie brauchen, beherrscht diesen Weg nicht.",
    "A program or device that you need cannot use this way.",
)


PROGRAM_CANNOT = "E3_program"
"""The code of a rule's second sentence: not the provider but a program that is needed does not offer the way."""
EXCLUSION_TEXTS: dict[str, Text] = {
    **{rule.value: text for rule, text in RULES.items()},
    PROGRAM_CANNOT: _PROGRAM_CANNOT,
}
"""Every sentence by its code, as settings name it."""


def exclusion_code(exclusion: Exclusion) -> str:
    """The code of the sentence for one exclusion. Raises ``ValueError`` for a rule that does not exist."""
    rule = Rule(exclusion.rule)
    if rule is Rule.E3 and any(answer.key is Key.CLIENT_LIMIT for answer in exclusion.because):
        return PROGRAM_CANNOT
    return rule.value


def exclusion_sentence(exclusion: Exclusion) -> Text:
    """The sentence for one exclusion. Raises ``ValueError`` for a rule that does not exist."""
    return EXCLUSION_TEXTS[exclusion_code(exclusion)]
