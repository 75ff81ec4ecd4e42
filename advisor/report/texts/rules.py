"""Which sentence of a rule holds for an exclusion."""

from advisor.decision.codes import Rule
from advisor.decision.recommendation import Exclusion
from advisor.questionnaire.schema import Key
from advisor.settings.exclusion_texts import EXCLUSION_TEXTS, PROGRAM_CANNOT
from advisor.text import Text

RULES: dict[Rule, Text] = {rule: EXCLUSION_TEXTS[rule.value] for rule in Rule}
"""Why a rule takes an alternative out."""


def exclusion_code(exclusion: Exclusion) -> str:
    """The code of the sentence for one exclusion. Raises ``ValueError`` for a rule that does not exist."""
    rule = Rule(exclusion.rule)
    if rule is Rule.E3 and any(answer.key is Key.CLIENT_LIMIT for answer in exclusion.because):
        return PROGRAM_CANNOT
    return rule.value


def exclusion_sentence(exclusion: Exclusion) -> Text:
    """The sentence for one exclusion. Raises ``ValueError`` for a rule that does not exist."""
    return EXCLUSION_TEXTS[exclusion_code(exclusion)]
