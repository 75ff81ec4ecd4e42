"""The view of a comparison: the same change at several ports is told once, with all places."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice

from advisor.report.cells import Tone
from advisor.report.compare.values import Change, Comparison, Weight
from advisor.report.compare.view_values import ChangeGroup, ChangeLine, CompareView
from advisor.report.compare.words import place_of, words_of
from advisor.report.dates import at_minute, day
from advisor.report.names import vantage
from advisor.report.texts import changes as texts
from advisor.text import Language, Text

SHOWN_LINES = 200  # nobody reads more, and a report that somebody uploads may hold any number
SHOWN_PLACES = 20
_TONES = {Weight.NEEDS_ACTION: Tone.BAD, Weight.WORTH_KNOWING: Tone.NONE, Weight.GOOD_NEWS: Tone.GOOD}


def compare_view(comparison: Comparison, language: Language) -> CompareView:
    """The finished page of one comparison."""
    lines = tuple(_lines(comparison.changes, language))
    shown = islice(lines, SHOWN_LINES)
    headline, tone = _verdict(comparison)
    old, new = at_minute(comparison.old_at, language), at_minute(comparison.new_at, language)
    return CompareView(
        headline=headline.into(language),
        tone=tone,
        span=texts.SPAN.into(language, old=old, new=new, rules=day(date.fromisoformat(comparison.rules), language)),
        notices=tuple(_notices(comparison, len(lines) - SHOWN_LINES, language)),
        groups=tuple(
            ChangeGroup(texts.WEIGHTS[weight].into(language), _TONES[weight], tuple(line for _, line in of_weight))
            for weight, of_weight in groupby(shown, lambda pair: pair[0])
        ),
    )


def _verdict(comparison: Comparison) -> tuple[Text, Tone]:
    weights = {change.severity for change in comparison.changes}
    if Weight.NEEDS_ACTION in weights:
        return texts.CHANGED_ACTION, Tone.BAD
    return (texts.CHANGED, Tone.NONE) if weights else (texts.UNCHANGED, Tone.GOOD)


def _notices(comparison: Comparison, left_out: int, language: Language) -> Iterator[str]:
    old, new = vantage(comparison.old_vantage, language), vantage(comparison.new_vantage, language)
    if old != new:
        yield texts.TWO_PLACES.into(language, old=old, new=new)
    if left_out > 0:
        yield texts.MORE.into(language, count=left_out)


def _lines(changes: tuple[Change, ...], language: Language) -> Iterator[tuple[Weight, ChangeLine]]:
    """Changes that read the same are one line."""
    places: dict[tuple[Weight, str, str], list[str]] = {}
    for change in changes:
        note, words = texts.CHANGES[change.code], words_of(change, language)
        key = (change.severity, note.title.into(language, **words), note.text.into(language, **words))
        places.setdefault(key, []).append(place_of(change, language))
    for (weight, title, text), where in places.items():
        named = tuple(dict.fromkeys(place for place in where if place and place not in text))
        yield weight, ChangeLine(title, text, named[:SHOWN_PLACES])
