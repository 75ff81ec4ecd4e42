"""Why one alternative is ahead of another: signed contributions of the criteria, with the answers behind them."""

from advisor.decision.cells import SECOND_VALUES
from advisor.decision.criteria import Criterion
from advisor.decision.evaluation import Evaluation
from advisor.decision.factors import code_of, sources
from advisor.decision.matrix import CRITERIA
from advisor.decision.needs import NEEDS, Factor, Need, counts
from advisor.decision.policy import DECIMALS
from advisor.decision.recommendation import AnswerRef, Argument, SeenFact
from advisor.decision.seen import of_codes
from advisor.decision.swings import table_of
from advisor.decision.value import contributions
from advisor.questionnaire.answers import Answers
from advisor.settings.codes import Alternative


def arguments(now: Evaluation, ours: Alternative, other: Alternative | None) -> tuple[Argument, ...]:
    """Every criterion that speaks for or against ``ours``, the weightiest first; they add up to its lead."""
    if other is None:
        return ()
    parts = contributions(now.weights, now.row(ours), now.row(other)).tolist()
    rounded = [(criterion, round(part, DECIMALS)) for criterion, part in zip(CRITERIA, parts, strict=True)]
    found = [
        Argument(criterion, part, _behind(criterion, now.answers), _moving(criterion, now, (ours, other)))
        for criterion, part in rounded
        if part
    ]
    return tuple(sorted(found, key=lambda argument: -abs(argument.contribution)))


def _moving(criterion: Criterion, now: Evaluation, compared: tuple[Alternative, ...]) -> tuple[SeenFact, ...]:
    """What the server showed that gave one of the two another value on this criterion."""
    codes = {one.fact for one in SECOND_VALUES if one.criterion is criterion and one.alternative in compared}
    return of_codes(now.facts, *codes)


def _behind(criterion: Criterion, answers: Answers) -> tuple[AnswerRef, ...]:
    """The answers that speak to a criterion: known ones by weight, then the unknown ones."""
    codes = {factor: code_of(factor, answers) or "" for factor in table_of(criterion).factors}
    held = [need for need in NEEDS if need.criterion is criterion and counts(need, codes)]
    speaking = [need.factor for need in sorted(held, key=_weight)]
    unknown = [factor for factor, code in codes.items() if not code]
    return tuple(ref for factor in (*speaking, *unknown) for ref in _refs(factor, answers))


def _weight(need: Need) -> float:
    return -need.middle


def _refs(factor: Factor, answers: Answers) -> tuple[AnswerRef, ...]:
    return tuple(AnswerRef(key, answers.get(key)) for key in sources(factor, answers))
