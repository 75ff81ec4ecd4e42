"""The changes of answers that would lead to other advice, as sentences."""

from babel.lists import format_list

from advisor.decision.recommendation import Flip as FlipFound
from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.schema import Key
from advisor.report.result.answers import todays
from advisor.report.result.values import Flip
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.report.texts.flips import (
    FLIP_FORM,
    FLIP_PROTOCOL,
    FORM_LIKEWISE,
    FORM_SIZES,
    NOTHING_FLIPS,
    PROTOCOL_SIZES,
    SEVERAL_FORM,
    SEVERAL_PROTOCOL,
)
from advisor.text import LOCALES, Language, Text

_QUOTED = Text("«{question}: {answer}»", "“{question}: {answer}”")
_QUOTED_ALONE = Text("«{answer}»", "“{answer}”")

_Group = tuple[object, ...]


def headline(recommendation: Recommendation, language: Language) -> str | None:
    """How many answers it takes to change the protocol, and the form; None where nothing is advised."""
    if recommendation.recommended is None:
        return None
    if not recommendation.flips:
        return NOTHING_FLIPS.into(language)
    protocol, form = (_size(recommendation, protocol_changes=changes) for changes in (True, False))
    sentences = (PROTOCOL_SIZES[protocol], FORM_LIKEWISE if form == protocol else FORM_SIZES[form])
    return " ".join(sentence.into(language) for sentence in sentences)


def flips(
    recommendation: Recommendation, answers: Answers, language: Language, *, protocol_changes: bool
) -> tuple[Flip, ...]:
    """The smallest changes of one kind. Other answers to one question with the same outcome are told together."""
    grouped: dict[_Group, list[FlipFound]] = {}
    for flip in recommendation.flips:
        if flip.protocol_changes is protocol_changes:
            grouped.setdefault(_group(flip), []).append(flip)
    return tuple(_flip(found, answers, language) for found in grouped.values())


def _size(recommendation: Recommendation, *, protocol_changes: bool) -> int:
    """How many answers change at least; 0 where no set was found."""
    sizes = (len(one.changes) for one in recommendation.flips if one.protocol_changes is protocol_changes)
    return min(sizes, default=0)


def _group(flip: FlipFound) -> _Group:
    return (flip.changes[0][0], flip.to) if len(flip.changes) == 1 else (flip,)


def _flip(found: list[FlipFound], answers: Answers, language: Language) -> Flip:
    first = found[0]
    keys = tuple(key for key, _ in first.changes)
    other = ALTERNATIVES[first.to].name.into(language)
    lines = tuple(todays(key, answers, language) for key in keys)
    if len(keys) > 1:
        sentence = SEVERAL_PROTOCOL if first.protocol_changes else SEVERAL_FORM
        return Flip(sentence.into(language, changes=_together(first, language), other=other), lines)
    sentence = FLIP_PROTOCOL if first.protocol_changes else FLIP_FORM
    return Flip(sentence.into(language, changes=_either(found, language), other=other), lines, keys[0])


def _either(found: list[FlipFound], language: Language) -> str:
    """One question with every answer that leads there."""
    key = found[0].changes[0][0]
    first, *others = (answer_phrase(key, flip.changes[0][1], language) for flip in found)
    quoted = [_quoted(key, first, language), *(_QUOTED_ALONE.into(language, answer=other) for other in others)]
    return format_list(quoted, style="or", locale=LOCALES[language])


def _together(flip: FlipFound, language: Language) -> str:
    """Several questions with one answer each."""
    quoted = [_quoted(key, answer_phrase(key, value, language), language) for key, value in flip.changes]
    return format_list(quoted, locale=LOCALES[language])


def _quoted(key: Key, answer: str, language: Language) -> str:
    return _QUOTED.into(language, question=wording(key).short.into(language), answer=answer)
