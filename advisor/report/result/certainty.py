"""What was assumed, which answers would change the advice, and which question is worth answering next."""

from babel.lists import format_list

from advisor.decision.recommendation import Flip as FlipFound
from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.schema import Key
from advisor.report.result.answers import open_question, todays
from advisor.report.result.values import Certainty, Flip, OpenQuestion
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.report.texts.sentences import CONFIDENCE_ERROR, FLIP_FORM, FLIP_NONE, FLIP_PROTOCOL
from advisor.settings.codes import Alternative
from advisor.text import LOCALES, Language, Text

FIRST_FLIPS = 4
MOST_NEXT = 3

_QUOTED = Text("«{question}: {answer}»", "“{question}: {answer}”")
_QUOTED_ALONE = Text("«{answer}»", "“{answer}”")

_Group = tuple[tuple[Key, ...], Alternative, bool]


def assumptions(recommendation: Recommendation, language: Language) -> tuple[OpenQuestion, ...]:
    """The open questions and what they were taken for; those that could turn the advice first."""
    ordered = sorted(recommendation.assumptions, key=lambda assumption: not assumption.could_flip)
    return tuple(open_question(one.key, one.read_as, language, could_flip=one.could_flip) for one in ordered)


def certainty(recommendation: Recommendation, answers: Answers, language: Language) -> Certainty:
    """What would change the advice, the changes of the protocol first."""
    flips = _flips(recommendation, answers, language)
    known = recommendation.recommended is not None
    return Certainty(
        flips=flips[:FIRST_FLIPS],
        more_flips=flips[FIRST_FLIPS:],
        stable=FLIP_NONE.into(language) if known and not flips else None,
        ask_next=_ask_next(recommendation, language),
        precision=_precision(recommendation, language),
    )


def _flips(recommendation: Recommendation, answers: Answers, language: Language) -> tuple[Flip, ...]:
    """Changes of the same questions to the same advice are told in one sentence."""
    grouped: dict[_Group, list[FlipFound]] = {}
    for flip in sorted(recommendation.flips, key=lambda flip: not flip.protocol_changes):
        grouped.setdefault(_group(flip), []).append(flip)
    return tuple(_flip(group, found, answers, language) for group, found in grouped.items())


def _group(flip: FlipFound) -> _Group:
    return tuple(key for key, _ in flip.changes), flip.to, flip.protocol_changes


def _flip(group: _Group, found: list[FlipFound], answers: Answers, language: Language) -> Flip:
    keys, to, protocol_changes = group
    sentence = FLIP_PROTOCOL if protocol_changes else FLIP_FORM
    changes = _changes(keys, found, language)
    text = sentence.into(language, changes=changes, other=ALTERNATIVES[to].name.into(language))
    return Flip(text, tuple(todays(key, answers, language) for key in keys))


def _changes(keys: tuple[Key, ...], found: list[FlipFound], language: Language) -> str:
    """One question with every answer that leads there, or several questions with one answer each."""
    locale = LOCALES[language]
    if len(keys) == 1:
        first, *others = (answer_phrase(keys[0], flip.changes[0][1], language) for flip in found)
        quoted = [_quoted(keys[0], first, language), *(_QUOTED_ALONE.into(language, answer=other) for other in others)]
        return format_list(quoted, style="or", locale=locale)
    together = (
        format_list(
            [_quoted(key, answer_phrase(key, value, language), language) for key, value in flip.changes], locale=locale
        )
        for flip in found
    )
    return format_list(list(together), style="or", locale=locale)


def _quoted(key: Key, answer: str, language: Language) -> str:
    return _QUOTED.into(language, question=wording(key).short.into(language), answer=answer)


def _ask_next(recommendation: Recommendation, language: Language) -> tuple[OpenQuestion, ...]:
    taken = {assumption.key: assumption for assumption in recommendation.assumptions}
    found = []
    for question in recommendation.ask_next[:MOST_NEXT]:
        assumption = taken.get(question.key)
        read_as = assumption.read_as if assumption else None
        could_flip = assumption is not None and assumption.could_flip
        found.append(open_question(question.key, read_as, language, could_flip=could_flip))
    return tuple(found)


def _precision(recommendation: Recommendation, language: Language) -> str | None:
    if recommendation.confidence_error is None:
        return None
    return CONFIDENCE_ERROR.into(language, error=max(1, round(recommendation.confidence_error * 100)))
