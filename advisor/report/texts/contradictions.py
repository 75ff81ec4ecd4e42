"""Answers that cannot all hold: shown to the person, never averaged."""

from advisor.decision.recommendation import Contradiction
from advisor.questionnaire.schema import Key
from advisor.text import Text

CONTRADICTIONS: dict[frozenset[Key], Text] = {
    frozenset({Key.DATA_CONTROL, Key.DEVICE_BACKUP}): Text(
        "Die Post soll nur bei Ihnen liegen, die Computer dort werden aber nicht gesichert. Ein Defekt würde alles "
        "kosten.",
        "You want mail kept only with you, but the computers there are not backed up. A defect would cost everything.",
    ),
    frozenset({Key.PROVIDER_STAY, Key.KEEP_COPY_ON_SERVER}): Text(
        "Die Post soll so kurz wie möglich beim Anbieter liegen, und doch soll dort eine Kopie bleiben. Was ist "
        "wichtiger?",
        "Mail should stay with the provider as short as possible, and yet a copy should stay there. Which matters "
        "more?",
    ),
    frozenset({Key.OFFLINE_READING, Key.DEVICE_SPACE}): Text(
        "Alle E-Mails sollen ohne Internet lesbar sein, auf den Geräten ist aber wenig Platz. Wie passt beides "
        "zusammen?",
        "All mail should be readable without internet, but the devices have little space. How do both fit together?",
    ),
}


def contradiction_sentence(contradiction: Contradiction) -> Text:
    """The sentence for answers that cannot all hold, in whichever order their keys come. Raises ``KeyError``."""
    return CONTRADICTIONS[frozenset(contradiction.keys)]
