"""What was assumed, which answers would change the advice, and which question is worth answering next."""

from advisor.decision.codes import NativeReason
from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.result.answers import open_question
from advisor.report.result.flips import flips, headline
from advisor.report.result.values import Certainty, Flip, OpenQuestion
from advisor.report.result.what_if import questions_to_try
from advisor.text import Language

MOST_FLIPS = 2
MOST_PROTOCOL_FLIPS = 1
MOST_NEXT = 3


def assumptions(recommendation: Recommendation, language: Language) -> tuple[OpenQuestion, ...]:
    """The open questions and what they were taken for; those that could turn the advice first."""
    ordered = sorted(recommendation.assumptions, key=lambda assumption: not assumption.could_flip)
    return tuple(open_question(one.key, one.read_as, language, could_flip=one.could_flip) for one in ordered)


def certainty(recommendation: Recommendation, answers: Answers, language: Language, *, reported: bool) -> Certainty:
    """What would change the advice, in short; the rest has a page of its own. ``reported``: the server was checked."""
    by_provider = recommendation.native is not None and recommendation.native.reason == NativeReason.MICROSOFT365
    return Certainty(
        headline=headline(recommendation, language),
        flips=_nearest(recommendation, answers, language),
        ask_next=_ask_next(recommendation, language),
        tried=() if by_provider else questions_to_try(answers, language, reported=reported),
    )


def _nearest(recommendation: Recommendation, answers: Answers, language: Language) -> tuple[Flip, ...]:
    """A few of each kind, the protocol first; where one kind has fewer, the other takes the room."""
    protocol, form = (
        _different_first(flips(recommendation, answers, language, protocol_changes=changes))
        for changes in (True, False)
    )
    first = protocol[: max(MOST_PROTOCOL_FLIPS, MOST_FLIPS - len(form))]
    return (*first, *form)[:MOST_FLIPS]


def _different_first(found: tuple[Flip, ...]) -> tuple[Flip, ...]:
    """One of each choice of questions before more of the same."""
    asked = [tuple(line.question for line in flip.questions) for flip in found]
    again = [questions in asked[:number] for number, questions in enumerate(asked)]
    return tuple(flip for _, flip in sorted(zip(again, found, strict=True), key=lambda one: one[0]))


def _ask_next(recommendation: Recommendation, language: Language) -> tuple[OpenQuestion, ...]:
    taken = {assumption.key: assumption for assumption in recommendation.assumptions}
    found = []
    for question in recommendation.ask_next[:MOST_NEXT]:
        assumption = taken.get(question.key)
        read_as = assumption.read_as if assumption else None
        could_flip = assumption is not None and assumption.could_flip
        found.append(open_question(question.key, read_as, language, could_flip=could_flip))
    return tuple(found)
