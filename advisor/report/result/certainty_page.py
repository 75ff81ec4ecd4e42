"""All that can be said about how sure the advice is: every change of answers found, weights, shares and their error."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.decision.confidence import half_width
from advisor.decision.recommendation import CriticalWeight, Recommendation
from advisor.questionnaire.answers import Answers
from advisor.report.result.agreement import agreement_line, always_lines
from advisor.report.result.flips import flips, headline
from advisor.report.result.shares import as_percent, form_share, percent_figure, protocol_share
from advisor.report.result.values import Flip, Share
from advisor.report.result.what_if import way_name
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.report.texts.criteria import CRITERIA
from advisor.report.texts.flips import (
    NO_WEIGHT,
    WEIGHT_LESS,
    WEIGHT_LITTLE_LESS,
    WEIGHT_LITTLE_MORE,
    WEIGHT_MORE,
    WEIGHT_NOT_AT_ALL,
    WEIGHT_NOTHING_TODAY,
    WEIGHT_TODAY,
)
from advisor.report.texts.sentences import CONFIDENCE_ERROR
from advisor.text import Language

MOST_WEIGHTS = 3
_ALL = 0.995  # a weight that would read as 100 of 100 is none that anybody gives


@dataclass(frozen=True, slots=True)
class FirstRanks:
    """How often one way comes first, and how exact that is; both in the reader's format."""

    way: str
    share: str
    error: str


@dataclass(frozen=True, slots=True)
class CertaintyPage:
    """``always``: what holds however the answers are weighed. ``weights``: the criteria nearest to turning the advice,
    or the sentence that none can. ``agreement``: what other methods say.
    """

    headline: str | None
    protocol_share: Share | None
    form_share: Share | None
    always: tuple[str, ...]
    protocol_flips: tuple[Flip, ...]
    form_flips: tuple[Flip, ...]
    weights: tuple[str, ...]
    first_ranks: tuple[FirstRanks, ...]
    precision: str | None
    agreement: str | None


def certainty_page(recommendation: Recommendation, answers: Answers, language: Language) -> CertaintyPage:
    """The page for one company; ``answers`` as they count."""
    return CertaintyPage(
        headline=headline(recommendation, language),
        protocol_share=protocol_share(recommendation, language),
        form_share=form_share(recommendation, language),
        always=always_lines(recommendation, language),
        protocol_flips=flips(recommendation, answers, language, protocol_changes=True),
        form_flips=flips(recommendation, answers, language, protocol_changes=False),
        weights=tuple(_weights(recommendation, language)),
        first_ranks=tuple(_first_ranks(recommendation, language)),
        precision=_precision(recommendation, language),
        agreement=agreement_line(recommendation, language),
    )


def _weights(recommendation: Recommendation, language: Language) -> Iterator[str]:
    """Those that need the smallest factor; what counts nothing today is no factor away, so it comes last."""
    turning = [one for one in recommendation.critical_weights if one.flips_at is not None and one.flips_at < _ALL]
    if recommendation.critical_weights and not turning:
        yield NO_WEIGHT.into(language)
    for one in sorted(turning, key=_factor)[:MOST_WEIGHTS]:
        yield _weight(one, language)


def _factor(one: CriticalWeight) -> tuple[float, float]:
    at = one.flips_at or 0.0
    low, high = sorted((at, one.weight))
    return (high / low if low > 0 else float("inf"), high - low)


def _weight(one: CriticalWeight, language: Language) -> str:
    at = one.flips_at or 0.0
    weight, turning = (round(100 * share) for share in (one.weight, at))
    more = at > one.weight
    if turning == 0:
        sentence = WEIGHT_NOT_AT_ALL
    elif weight == turning:
        sentence = WEIGHT_LITTLE_MORE if more else WEIGHT_LITTLE_LESS
    else:
        sentence = WEIGHT_MORE if more else WEIGHT_LESS
    today = WEIGHT_TODAY if weight else WEIGHT_NOTHING_TODAY
    name, other = CRITERIA[one.criterion].name.into(language), ALTERNATIVES[one.to].name.into(language)
    first = today.into(language, criterion=name, weight=weight)
    return f"{first} {sentence.into(language, at=turning, other=other)}"


def _first_ranks(recommendation: Recommendation, language: Language) -> Iterator[FirstRanks]:
    for row in recommendation.ranking:
        share = row.first_rank_acceptability
        if share is not None:
            error = max(1, round(100 * half_width(share))) if 0 < share < 1 else 0
            yield FirstRanks(
                way_name(row.alternative, language),
                percent_figure(as_percent(share) / 100, language),
                f"± {error}" if error else "–",
            )


def _precision(recommendation: Recommendation, language: Language) -> str | None:
    if recommendation.confidence_error is None:
        return None
    return CONFIDENCE_ERROR.into(language, error=max(1, round(recommendation.confidence_error * 100)))
