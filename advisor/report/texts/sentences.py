"""Sentences with figures: how sure the advice is, and what was assumed.

Fields: ``share`` and ``error`` are whole numbers out of 100; ``question`` and ``answer`` are the short label and the
phrase of the catalogue; ``way`` is the name of a protocol or alternative.
"""

from advisor.text import Text

PROTOCOL_CONFIDENCE = Text(
    "In {share} von 100 durchgerechneten Fällen liegt {way} vorn. Jeder Fall gewichtet Ihre Bedürfnisse etwas anders.",
    "{way} leads in {share} of 100 cases worked through. Each case weighs your needs a little differently.",
)
FORM_CONFIDENCE = Text(
    "In {share} von 100 durchgerechneten Fällen passt diese Form besser als die andere.",
    "This form fits better than the other in {share} of 100 cases worked through.",
)
FORM_ONLY_ONE = Text(
    "Von diesem Weg kommt nur eine Form in Frage.",
    "Only one form of this way is possible.",
)
CONFIDENCE_ERROR = Text(
    "Jeder durchgerechnete Fall gewichtet Ihre Bedürfnisse etwas anders. Die Prozentzahlen sind auf etwa {error} von "
    "100 genau.",
    "Each case worked through weighs your needs a little differently. The percentages are exact to about {error} in "
    "100.",
)

REASON_FOR_EVERYONE = Text("Das zählt bei jeder Firma.", "This counts for every company.")
REASON_UNANSWERED = Text(
    "Das haben Sie noch nicht beantwortet. Wir rechnen mit allen möglichen Antworten.",
    "You have not answered this yet. We count with all possible answers.",
)
RULE_UNANSWERED = Text(
    "Das haben Sie noch nicht beantwortet. Bis dahin gilt die vorsichtige Annahme.",
    "You have not answered this yet. Until then the cautious assumption holds.",
)

ASSUMPTION_SAFE = Text(
    "Wo Post verloren gehen könnte, rechnen wir mit «{answer}».",
    "Where mail could be lost, we count it as “{answer}”.",
)
ASSUMPTION_OPEN = Text(
    "Wir rechnen mit allen möglichen Antworten.",
    "We count with all possible answers.",
)
