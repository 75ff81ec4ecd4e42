"""The explanation of an advice in one or two sentences, with the person's answers named."""

from collections.abc import Iterable

from babel.lists import format_list

from advisor.decision.criteria import Criterion
from advisor.decision.explanation import Case, Explanation
from advisor.decision.recommendation import AnswerRef, Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.result.answers import quote
from advisor.report.texts import explanation as texts
from advisor.report.texts.alternatives import ALTERNATIVES, PROTOCOLS
from advisor.report.texts.criteria import CRITERIA
from advisor.settings.codes import ReadingProtocol
from advisor.text import LOCALES, Language, Text

Cases = dict[Case, Text]


def explanation(recommendation: Recommendation, answers: Answers, language: Language) -> str | None:
    """Why the advised protocol is ahead, told by its case; None where nothing is advised."""
    found, other = recommendation.explanation, _ruled_out(recommendation)
    if found is None:
        return None
    if other is None:
        return sentence(recommendation, found, answers, language, texts.CASES)
    return texts.OTHER_WAY_RULED_OUT.into(language, protocol=PROTOCOLS[other].name.into(language))


def form_explanation(recommendation: Recommendation, answers: Answers, language: Language) -> str | None:
    """Why the advised form is ahead of the other one, where only forms were left to weigh."""
    found = recommendation.explanation
    if found is None or _ruled_out(recommendation) is None:
        return None
    return sentence(recommendation, found, answers, language, texts.CASES)


def sentence(
    recommendation: Recommendation, found: Explanation, answers: Answers, language: Language, cases: Cases
) -> str:
    """The sentence of the case from one of the tables of texts, its points with the known answers behind them."""
    against = recommendation.against
    points = [_point(recommendation, criterion, answers, language) for criterion in found.criteria]
    return text_of(found, cases).into(
        language,
        points=format_list(points, locale=LOCALES[language]) if points else "",
        counter=_point(recommendation, found.counter, answers, language) if found.counter else "",
        other=ALTERNATIVES[against].name.into(language) if against else "",
    )


def text_of(found: Explanation, cases: Cases) -> Text:
    """The text of a case; "decisive" has one for a single point and one for several."""
    if found.case is not Case.DECISIVE or found.case in cases:
        return cases[found.case]
    return texts.DECISIVE_ONE if len(found.criteria) == 1 else texts.DECISIVE_SEVERAL


def _ruled_out(recommendation: Recommendation) -> ReadingProtocol | None:
    """The other protocol, where only forms of one were left to compare."""
    against = recommendation.against
    if against is None or against.protocol is not recommendation.protocol:
        return None
    return next(protocol for protocol in ReadingProtocol if protocol is not against.protocol)


def _point(recommendation: Recommendation, criterion: Criterion, answers: Answers, language: Language) -> str:
    name = CRITERIA[criterion].name.into(language)
    arguments = (*recommendation.reasons, *recommendation.counter_reasons)
    refs = next((one.answers for one in arguments if one.criterion is criterion), ())
    known = [ref for ref in refs if ref.code is not None]
    if not known:
        return texts.POINT.into(language, name=name)
    return texts.POINT_WITH_ANSWERS.into(language, name=name, answers=said(known[:1], answers, language))


def said(refs: Iterable[AnswerRef], answers: Answers, language: Language) -> str:
    """Answers inside a sentence, an open one as "I don't know"."""
    lines = quote(refs, answers, language)
    return "; ".join(texts.ANSWER.into(language, question=one.question, answer=one.answer) for one in lines)
