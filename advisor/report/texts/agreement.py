"""What other methods say of the advice, and what holds however the answers are weighed.

Fields: ``other`` and ``others`` are quoted names of alternatives.
"""

from advisor.text import Text

ALL_AGREE = Text(
    "Zwei andere Rechenweisen (TOPSIS und PROMETHEE) kommen zum selben Ergebnis.",
    "Two other ways of calculating (TOPSIS and PROMETHEE) come to the same result.",
)
ONE_AGREES = Text(
    "Von zwei anderen Rechenweisen (TOPSIS und PROMETHEE) kommt eine zum selben Ergebnis. Bei der anderen liegt vorn: "
    "{other}. Sie dienen nur zur Kontrolle.",
    "Of two other ways of calculating (TOPSIS and PROMETHEE) one comes to the same result. The other puts first: "
    "{other}. They serve as a check only.",
)
NONE_AGREES = Text(
    "Bei zwei anderen Rechenweisen (TOPSIS und PROMETHEE) liegt vorn: {others}. Sie dienen nur zur Kontrolle.",
    "Two other ways of calculating (TOPSIS and PROMETHEE) put first: {others}. They serve as a check only.",
)

ALWAYS_ALL = Text(
    "Egal, wie man Ihre Antworten gewichtet: Die Empfehlung ist besser als alles andere, was in Frage kommt.",
    "However your answers are weighed, the advice is better than all else that is possible.",
)
ALWAYS_OVER = Text(
    "Egal, wie man Ihre Antworten gewichtet: Die Empfehlung ist besser als {others}.",
    "However your answers are weighed, the advice is better than {others}.",
)
POSSIBLY_BETTER = Text(
    "Je nachdem, wie man Ihre Antworten gewichtet, kann auch besser sein: {others}.",
    "Depending on how your answers are weighed, this can be better as well: {others}.",
)

QUOTED = Text("«{name}»", "“{name}”")
