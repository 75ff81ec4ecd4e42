"""The person's own answers as the result page quotes them, each with the page on which it can be changed."""

from collections.abc import Iterable

from advisor.decision.recommendation import AnswerRef, SeenFact
from advisor.questionnaire.answers import Answers, Value
from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.path import page_of
from advisor.questionnaire.schema import Key
from advisor.report.result.values import AnswerLine, OpenQuestion
from advisor.report.texts.sentences import ASSUMPTION_OPEN, ASSUMPTION_SAFE
from advisor.report.texts.server_facts import server_fact
from advisor.text import Language, Text

MEASURED = Text("gemessen", "measured")
_SERVER = Text("Ihr Server", "Your server")
_FROM_SERVER = Text("Prüfung Ihres Mailservers", "Check of your mail server")


def quote(refs: Iterable[AnswerRef], answers: Answers, language: Language) -> tuple[AnswerLine, ...]:
    """The answers as lines. What the server said instead of the person carries no link to a question."""
    return tuple(_line(ref.key, ref.code, answers, language) for ref in refs)


def todays(key: Key, answers: Answers, language: Language) -> AnswerLine:
    """A question with the answer of today."""
    return _line(key, answers.get(key), answers, language)


def open_question(key: Key, read_as: str | None, language: Language, *, could_flip: bool) -> OpenQuestion:
    """An unanswered question with what rules take it for and how to find the answer."""
    texts = wording(key)
    if read_as is None:
        taken = ASSUMPTION_OPEN.into(language)
    else:
        taken = ASSUMPTION_SAFE.into(language, answer=answer_phrase(key, read_as, language))
    check = texts.check.into(language) if texts.check else None
    return OpenQuestion(texts.title.into(language), taken, could_flip, check, page_of(key).slug)


def shown_by_server(facts: Iterable[SeenFact], language: Language) -> tuple[AnswerLine, ...]:
    """What the server showed, in the place of answers; what was seen after signing in is called measured."""
    remark = MEASURED.into(language)
    return tuple(
        AnswerLine(_SERVER.into(language), server_fact(fact, language), None, remark=remark if fact.measured else None)
        for fact in facts
    )


def from_server(verdict: str, language: Language) -> AnswerLine:
    """What the server check says, in the place of an answer."""
    return AnswerLine(_FROM_SERVER.into(language), verdict, None)


def _line(key: Key, code: Value | None, answers: Answers, language: Language) -> AnswerLine:
    phrase = answer_phrase(key, code, language)
    if key is Key.SERVER_OFFERS and answers.get(key) != code:
        return from_server(phrase, language)
    name = wording(key).short.into(language)
    if key in answers.measured and answers.get(key) == code:
        return AnswerLine(name, phrase, None, remark=MEASURED.into(language))
    return AnswerLine(name, phrase, page_of(key).slug, known=code is not None)
