"""How an advice is explained, by the case (``advisor.decision.explanation``), and told to a boss in three sentences.

Fields: ``points`` and ``counter`` are quoted names of criteria with the person's answers in brackets; ``way`` and
``other`` are quoted names of alternatives.
"""

from advisor.decision.explanation import Case
from advisor.text import Text

CASES: dict[Case, Text] = {
    Case.ONLY_WAY: Text(
        "Hier war nichts abzuwägen: Alle anderen Wege scheiden nach einer Regel aus.",
        "There was nothing to weigh here: a rule takes out every other way.",
    ),
    Case.CLOSE: Text(
        "Es ist knapp. Dafür spricht vor allem {points}, für «{other}» spricht {counter}. Was davon Ihnen wichtiger "
        "ist, entscheidet.",
        "It is a close call. What speaks for it most is {points}; for “{other}” speaks {counter}. Whichever matters "
        "more to you decides.",
    ),
    Case.DOMINANCE: Text(
        "In keinem Punkt, der für Sie zählt, ist «{other}» besser. Am meisten bringt: {points}.",
        "On no point that counts for you is “{other}” better. What brings the most: {points}.",
    ),
    Case.MANY: Text(
        "Kein einzelner Punkt entscheidet, mehrere zusammen sprechen dafür. Am stärksten: {points}.",
        "No single point decides; several together speak for it. The strongest: {points}.",
    ),
}
DECISIVE_ONE = Text(
    "Den Ausschlag gibt ein Punkt: {points}. Ohne ihn läge «{other}» vorn.",
    "One point decides: {points}. Without it, “{other}” would lead.",
)
DECISIVE_SEVERAL = Text(
    "Diese Punkte tragen die Empfehlung nur gemeinsam: {points}. Fehlte einer davon, läge «{other}» vorn.",
    "Only together do these points carry the advice: {points}. If one were missing, “{other}” would lead.",
)
OTHER_WAY_RULED_OUT = Text(
    "{protocol} scheidet nach einer Regel aus. Abzuwägen war nur noch die Form.",
    "A rule takes {protocol} out. Only the form was left to weigh.",
)
POINT = Text("«{name}»", "“{name}”")
POINT_WITH_ANSWERS = Text("«{name}» ({answers})", "“{name}” ({answers})")
ANSWER = Text("{question}: {answer}", "{question}: {answer}")
