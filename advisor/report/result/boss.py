"""The advice for the boss in three sentences: what, why, and what comes first or how sure it is."""

from advisor.decision.codes import Alarm, ConditionCode, NativeReason, Rule
from advisor.decision.recommendation import Recommendation, Status
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.schema import Key
from advisor.report.result.decision import boss_decided
from advisor.report.result.explanation import said, sentence
from advisor.report.result.shares import as_percent
from advisor.report.result.verdict import is_stopgap, is_undecided
from advisor.report.texts import boss as texts
from advisor.report.texts.alternatives import PROTOCOLS
from advisor.settings.codes import Alternative
from advisor.text import Language


def boss(recommendation: Recommendation, answers: Answers, language: Language, *, checked: bool) -> str:
    """Three sentences in the words of the company, ready to be sent; ``checked``: there is a server report."""
    if recommendation.decision is not None:
        sentences = boss_decided(recommendation, recommendation.decision, language, checked=checked)
    elif recommendation.native is not None:
        reason = texts.NATIVE_WHY[NativeReason(recommendation.native.reason)]
        sentences = [one.into(language) for one in (texts.NATIVE, reason, texts.NATIVE_FIRST)]
    elif recommendation.recommended is not None and is_undecided(recommendation):
        why = _why(recommendation, answers, language)
        sentences = [texts.UNDECIDED.into(language), why, _open_first(recommendation, language)]
    elif recommendation.recommended is not None:
        sentences = [
            _what(recommendation, recommendation.recommended, language),
            _why(recommendation, answers, language),
            _first(recommendation, language, checked=checked),
        ]
    else:
        sentences = _nothing_advised(recommendation, language)
    return " ".join(sentences)


def _what(recommendation: Recommendation, advised: Alternative, language: Language) -> str:
    days = recommendation.keep_days
    return texts.KEEP_DAYS.into(language, days=days) if days is not None else texts.WHAT[advised].into(language)


def _why(recommendation: Recommendation, answers: Answers, language: Language) -> str:
    """What takes the other protocol out, or else how the lead comes about."""
    ruled_out = _ruled_out(recommendation, answers, language)
    found = recommendation.explanation
    if ruled_out is not None or found is None:
        return ruled_out or ""
    return sentence(recommendation, found, answers, language, texts.WHY)


def _ruled_out(recommendation: Recommendation, answers: Answers, language: Language) -> str | None:
    """The rule that takes out the milder form of the other protocol; None where some form of it is possible."""
    others = [row for row in recommendation.ranking if row.alternative.protocol is not recommendation.protocol]
    if not others or any(row.feasible for row in others):
        return None
    milder = others[0]  # the excluded keep the order of the alternatives
    exclusion = milder.excluded_by[0]
    text = texts.RULED_OUT[Rule(exclusion.rule)]
    if any(ref.key is Key.CLIENT_LIMIT for ref in exclusion.because):
        text = texts.PROGRAM_CANNOT
    protocol = PROTOCOLS[milder.alternative.protocol].name.into(language)
    return text.into(language, protocol=protocol, answers=said(exclusion.because, answers, language))


def _first(recommendation: Recommendation, language: Language, *, checked: bool) -> str:
    """What has to be done before anything else, or else how far the advice can be relied on."""
    conditions = {one.code for one in recommendation.conditions}
    if recommendation.alarms:
        return texts.FIRST[Alarm(recommendation.alarms[0])].into(language)
    if is_stopgap(recommendation):
        return texts.STOPGAP.into(language)
    if not checked or ConditionCode.CHECK_SERVER in conditions:
        return texts.NOT_CHECKED.into(language)
    if recommendation.status is Status.CLOSE:
        return texts.CLOSE.into(language)
    if recommendation.status is Status.PRELIMINARY:
        return texts.PRELIMINARY.into(language)
    share = as_percent(recommendation.confidence or 0)
    return texts.FIRM_ALWAYS.into(language) if share == 100 else texts.FIRM.into(language, share=share)


def _nothing_advised(recommendation: Recommendation, language: Language) -> list[str]:
    if recommendation.status is Status.NOT_POSSIBLE:
        told = (texts.NOT_POSSIBLE, texts.NOT_POSSIBLE_WHY, texts.UNTIL_THEN)
        return [one.into(language) for one in told]
    why = _open_first(recommendation, language)
    return [texts.NOT_ENOUGH.into(language), why, texts.UNTIL_THEN.into(language)]


def _open_first(recommendation: Recommendation, language: Language) -> str:
    """The open question that matters most."""
    first = next(iter(recommendation.ask_next), None)
    if any(one.code == ConditionCode.MEASURE_QUOTA for one in recommendation.conditions):
        return texts.MEASURE_FIRST.into(language)
    if first is None:
        return texts.NOT_ENOUGH_WHY_ANY.into(language)
    return texts.NOT_ENOUGH_WHY.into(language, question=wording(first.key).title.into(language))
