"""What was decided instead of the advice, beside it: on the result page, on the page to decide, for the boss."""

from dataclasses import dataclass

from advisor.decision.codes import Alarm
from advisor.decision.override import choices
from advisor.decision.recommendation import Override, OverrideState, Recommendation, Status
from advisor.report.dates import at_minute, day
from advisor.report.result.values import Decided, Note
from advisor.report.texts import boss as boss_texts
from advisor.report.texts import decision as texts
from advisor.report.texts.alternatives import ALTERNATIVES, KEEP_DAYS, KEEP_FOR_EVER
from advisor.report.texts.rules import exclusion_sentence
from advisor.settings.codes import Alternative
from advisor.text import Language, Text


@dataclass(frozen=True, slots=True)
class DecidePage:
    """What can be decided, and what cannot and why; ``nothing`` says why there is no choice at all."""

    advised: str
    choices: tuple[tuple[Alternative, Note], ...]
    excluded: tuple[Note, ...]
    nothing: str | None


def decided(recommendation: Recommendation, language: Language) -> Decided | None:
    """The decision beside the advice; None where there is none."""
    override = recommendation.override
    if override is None:
        return None
    return Decided(
        title=texts.DECIDED.into(language, way=_name(override.to, language)),
        made=texts.MADE.into(language, by=override.by, when=at_minute(override.at, language)),
        meaning=_meaning(override, language) if recommendation.decision is not None else "",
        reason=texts.REASON.into(language, reason=override.reason),
        advised=_advised(recommendation, override, language),
        warning=_warning(recommendation, override, language),
        confirms=override.state is OverrideState.OUTDATED and override.to is not recommendation.recommended,
    )


def decide_page(recommendation: Recommendation, language: Language) -> DecidePage:
    """The ways to choose from with one paragraph each, and the excluded ones with the rule that takes them out."""
    found = choices(recommendation)
    excluded = (row.alternative for row in recommendation.ranking if not row.feasible)
    advised = recommendation.recommended
    return DecidePage(
        advised=_name(advised, language) if advised else "",
        choices=tuple((way, Note(_name(way, language), _described(way, language))) for way in found),
        excluded=tuple(Note(_name(way, language), _why_not(recommendation, way).into(language)) for way in excluded),
        nothing=None if found else _why_nothing(recommendation).into(language),
    )


def refusal(recommendation: Recommendation, way: Alternative, language: Language) -> str | None:
    """Why this way cannot be decided, with the sentence of the rule; None where it can."""
    if way in choices(recommendation):
        return None
    name = _name(way, language)
    if way is recommendation.recommended:
        return texts.ADVISED_ALREADY.into(language, way=name)
    return texts.NOT_POSSIBLE.into(language, way=name, why=_why_not(recommendation, way).into(language))


def boss_decided(recommendation: Recommendation, decision: Override, language: Language, *, checked: bool) -> list[str]:
    """Three sentences: what was decided against what advice, why, and what comes first."""
    days, advised = decision.keep_days, recommendation.recommended
    kept = boss_texts.KEEP_DAYS.into(language, days=days)
    text = texts.BOSS_DECIDED_TOO if advised in (None, decision.to) else texts.BOSS_DECIDED
    first = text.into(
        language,
        by=decision.by,
        when=day(decision.at, language),
        advised=_name(advised, language) if advised else "",
        what=kept if days is not None else boss_texts.WHAT[decision.to].into(language),
    )
    reason = texts.BOSS_REASON.into(language, reason=decision.reason)
    return [first, reason, _boss_first(recommendation, decision, checked=checked).into(language)]


def _boss_first(recommendation: Recommendation, decision: Override, *, checked: bool) -> Text:
    if recommendation.alarms:
        return boss_texts.FIRST[Alarm(recommendation.alarms[0])]
    if decision.state is OverrideState.OUTDATED:
        return texts.BOSS_OUTDATED
    return texts.BOSS_RULES if checked else boss_texts.NOT_CHECKED


def _name(way: Alternative, language: Language) -> str:
    return ALTERNATIVES[way].name.into(language)


def _described(way: Alternative, language: Language) -> str:
    return ALTERNATIVES[way].description.into(language)


def _meaning(override: Override, language: Language) -> str:
    described = _described(override.to, language)
    if override.to is not Alternative.POP3_KEEP:
        return described
    days = override.keep_days
    kept = KEEP_FOR_EVER.into(language) if days is None else KEEP_DAYS.into(language, days=days)
    return f"{described} {kept}"


def _advised(recommendation: Recommendation, override: Override, language: Language) -> str:
    advised = recommendation.recommended
    if advised is None:
        return ""
    if advised is override.to:
        return texts.ADVISED_TOO.into(language)
    return texts.ADVISED.into(language, advised=_name(advised, language))


def _warning(recommendation: Recommendation, override: Override, language: Language) -> str | None:
    match override.state:
        case OverrideState.CURRENT:
            return None
        case OverrideState.OUTDATED:
            overtaken = override.to is recommendation.recommended
            return (texts.OVERTAKEN if overtaken else texts.OUTDATED).into(language)
        case OverrideState.VOID:
            return texts.VOID.into(language, why=_why_not(recommendation, override.to).into(language))


def _why_not(recommendation: Recommendation, way: Alternative) -> Text:
    """The sentence of the first rule that takes the way out; without a rule nothing is advised at all."""
    rules = (rule for row in recommendation.ranking if row.alternative is way for rule in row.excluded_by)
    first = next(rules, None)
    return texts.VOID_NOTHING_ADVISED if first is None else exclusion_sentence(first)


def _why_nothing(recommendation: Recommendation) -> Text:
    if recommendation.native is not None:
        return texts.NO_CHOICE_NATIVE
    if recommendation.recommended is not None:
        return texts.NO_CHOICE
    not_possible = recommendation.status is Status.NOT_POSSIBLE
    return texts.NO_CHOICE_NOT_POSSIBLE if not_possible else texts.NO_CHOICE_YET
