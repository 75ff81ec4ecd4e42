"""Sentences about what would change the advice: other answers, and other weights of what counts.

Fields: ``changes`` lists quoted answers; ``other`` names a way to read mail, ``criterion`` a criterion;
``weight`` and ``at`` are whole numbers out of 100.
"""

from advisor.text import Text

FLIP_PROTOCOL = Text(
    "Wäre Ihre Antwort {changes}, dann würden wir stattdessen raten: {other}.",
    "If your answer were {changes}, we would advise instead: {other}.",
)
FLIP_FORM = Text(
    "Wäre Ihre Antwort {changes}, dann bliebe der Weg derselbe, aber in der Form: {other}.",
    "If your answer were {changes}, the way would stay the same, but in the form: {other}.",
)
SEVERAL_PROTOCOL = Text(
    "Wären Ihre Antworten {changes}, dann würden wir stattdessen raten: {other}.",
    "If your answers were {changes}, we would advise instead: {other}.",
)
SEVERAL_FORM = Text(
    "Wären Ihre Antworten {changes}, dann bliebe der Weg derselbe, aber in der Form: {other}.",
    "If your answers were {changes}, the way would stay the same, but in the form: {other}.",
)

PROTOCOL_SIZES: dict[int, Text] = {
    0: Text(
        "Selbst drei andere Antworten zusammen würden nichts daran ändern, ob Sie Post beim Anbieter lesen oder "
        "abholen sollten.",
        "Even three different answers together would not change whether you should read mail at the provider or fetch "
        "it.",
    ),
    1: Text(
        "Ob Sie Post beim Anbieter lesen oder abholen sollten, kann schon eine einzige andere Antwort ändern.",
        "A single different answer can change whether you should read mail at the provider or fetch it.",
    ),
    2: Text(
        "Ob Sie Post beim Anbieter lesen oder abholen sollten, ändern erst zwei andere Antworten zusammen.",
        "It takes two different answers together to change whether you should read mail at the provider or fetch it.",
    ),
    3: Text(
        "Ob Sie Post beim Anbieter lesen oder abholen sollten, ändern erst drei andere Antworten zusammen.",
        "It takes three different answers together to change whether you should read mail at the provider or fetch it.",
    ),
}
FORM_SIZES: dict[int, Text] = {
    0: Text("An der Form würden auch drei zusammen nichts ändern.", "Even three together would not change the form."),
    1: Text("Die Form kann schon eine einzige ändern.", "A single one can change the form."),
    2: Text("Die Form ändern erst zwei zusammen.", "It takes two together to change the form."),
    3: Text("Die Form ändern erst drei zusammen.", "It takes three together to change the form."),
}
FORM_LIKEWISE = Text("Für die Form gilt dasselbe.", "The same holds for the form.")
NOTHING_FLIPS = Text(
    "Selbst drei andere Antworten zusammen würden die Empfehlung nicht ändern.",
    "Even three different answers together would not change the advice.",
)

WEIGHT_TODAY = Text("«{criterion}» zählt heute {weight} von 100.", "“{criterion}” counts {weight} of 100 today.")
WEIGHT_NOTHING_TODAY = Text("«{criterion}» zählt heute nichts.", "“{criterion}” counts nothing today.")
WEIGHT_MORE = Text(
    "Erst wenn es mehr als {at} von 100 zählte, wäre der beste Weg: {other}.",
    "Only if it counted more than {at} of 100 would the best way be: {other}.",
)
WEIGHT_LESS = Text(
    "Erst wenn es weniger als {at} von 100 zählte, wäre der beste Weg: {other}.",
    "Only if it counted less than {at} of 100 would the best way be: {other}.",
)
WEIGHT_NOT_AT_ALL = Text(
    "Nur wenn es gar nicht zählte, wäre der beste Weg: {other}.",
    "Only if it did not count at all would the best way be: {other}.",
)
WEIGHT_LITTLE_MORE = Text(
    "Schon wenn es ein wenig mehr zählte, wäre der beste Weg: {other}.",
    "If it counted only a little more, the best way would be: {other}.",
)
WEIGHT_LITTLE_LESS = Text(
    "Schon wenn es ein wenig weniger zählte, wäre der beste Weg: {other}.",
    "If it counted only a little less, the best way would be: {other}.",
)
NO_WEIGHT = Text(
    "Kein einzelner Punkt kann die Empfehlung ändern, wie viel oder wie wenig er auch zählt.",
    "No single point can change the advice, however much or little it counts.",
)
