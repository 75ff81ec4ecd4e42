"""One line on what other methods say, and what is always or possibly better than the advice."""

from collections.abc import Iterable

from babel.lists import format_list

from advisor.decision.recommendation import Recommendation
from advisor.report.texts.agreement import (
    ALL_AGREE,
    ALWAYS_ALL,
    ALWAYS_OVER,
    NONE_AGREES,
    ONE_AGREES,
    POSSIBLY_BETTER,
    QUOTED,
)
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.text import LOCALES, Language


def agreement_line(recommendation: Recommendation, language: Language) -> str | None:
    """Whether the other methods come to the same result; None where none was asked or nothing is advised."""
    if recommendation.recommended is None or not recommendation.agreement:
        return None
    others = [one.best for one in recommendation.agreement if one.best is not recommendation.recommended]
    if not others:
        return ALL_AGREE.into(language)
    if len(others) < len(recommendation.agreement):
        return ONE_AGREES.into(language, other=_named(others, language))
    return NONE_AGREES.into(language, others=_named(dict.fromkeys(others), language))


def always_lines(recommendation: Recommendation, language: Language) -> tuple[str, ...]:
    """What the advice is better than whatever the weights, and what can be better than the advice."""
    advised = recommendation.recommended
    always = [one.over for one in recommendation.preferred if one.alternative is advised and one.always]
    better = [one.alternative for one in recommendation.preferred if one.over is advised and one.possibly]
    rivals = sum(one.alternative is advised for one in recommendation.preferred)
    if always and len(always) == rivals:
        return (ALWAYS_ALL.into(language),)
    sentences = ((ALWAYS_OVER, always), (POSSIBLY_BETTER, better))
    return tuple(text.into(language, others=_named(named, language)) for text, named in sentences if named)


def _named(alternatives: Iterable[Alternative], language: Language) -> str:
    quoted = [QUOTED.into(language, name=ALTERNATIVES[one].name.into(language)) for one in alternatives]
    return format_list(quoted, locale=LOCALES[language])
