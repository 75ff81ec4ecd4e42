"""The one big sentence, and the count under it."""

from advisor.report.arrival.values import ARRIVED, WRONG, Arrival, Status
from advisor.report.cells import Tone
from advisor.report.texts import arrival as words
from advisor.text import Language, Text

_Number = tuple[Text, Text]
"""The words for one, and for several with their number."""


def headline(found: Arrival, language: Language) -> tuple[str, Tone]:
    """What is missing, otherwise or unknown; or that all is well, or nothing there."""
    missing, unasked = found.count(Status.MISSING), found.count(Status.NOT_ASKED)
    if not found.count(*ARRIVED):
        nothing = words.NOTHING_ARRIVES if missing else words.NOTHING_ASKED
        return nothing.into(language), Tone.BAD if missing else Tone.NONE
    wrong = found.count(*WRONG)
    parts = [
        (number, texts)
        for number, texts in (
            (missing, (words.MISSING, words.MISSING)),
            (wrong, (words.WRONG, words.WRONG_TOO)),
            (unasked, (words.UNASKED, words.UNASKED_TOO)),
        )
        if number
    ]
    if not parts:
        return words.ALL_ARRIVES.into(language), Tone.GOOD
    said = [_said(number, texts[place > 0], language) for place, (number, texts) in enumerate(parts)]
    said[0] = f"{said[0][0].upper()}{said[0][1:]}"
    return f"{', '.join(said)}.", Tone.BAD if wrong else Tone.WARN


def _said(number: int, texts: _Number, language: Language) -> str:
    one, several = texts
    if number == 1:
        return one.into(language)
    names = words.NUMBERS
    return several.into(language, count=names[number - 2].into(language) if number - 2 < len(names) else number)


def count(found: Arrival, language: Language) -> str:
    """How many of the things that should be there are as they should."""
    wanted = len(found.things) - found.count(Status.NOT_NEEDED)
    return words.COUNT.into(language, same=found.count(Status.SAME), all=wanted)
