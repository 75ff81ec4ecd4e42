"""What must come before any change, what must hold for the advice, and answers that cannot all be true."""

from advisor.decision.codes import Alarm as AlarmCode
from advisor.decision.recommendation import AnswerRef, Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.result.answers import quote
from advisor.report.result.condition_help import condition_note
from advisor.report.result.values import Alarm, ConditionNote, Contradiction
from advisor.report.texts.alarms import ALARMS
from advisor.report.texts.contradictions import contradiction_sentence
from advisor.text import Language


def alarms(recommendation: Recommendation, language: Language) -> tuple[Alarm, ...]:
    """The alarms in the order of the recommendation, which puts mail that exists in one place only first."""
    return tuple(
        Alarm(code, ALARMS[code].title.into(language), ALARMS[code].text.into(language))
        for code in map(AlarmCode, recommendation.alarms)
    )


def conditions(recommendation: Recommendation, language: Language) -> tuple[ConditionNote, ...]:
    """What must be done or known first, for what was decided or else advised, with the figures filled in."""
    decision = recommendation.decision
    found = recommendation.conditions if decision is None else decision.conditions
    return tuple(condition_note(one, recommendation, language) for one in found)


def contradictions(recommendation: Recommendation, answers: Answers, language: Language) -> tuple[Contradiction, ...]:
    """Answers that exclude each other, quoted side by side."""
    found = []
    for one in recommendation.contradictions:
        refs = tuple(AnswerRef(key, answers.get(key)) for key in one.keys)
        text = contradiction_sentence(one).into(language)
        found.append(Contradiction(text, quote(refs, answers, language)))
    return tuple(found)
