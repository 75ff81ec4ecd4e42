"""What would change the advice: every single other answer, and the weight of every criterion."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.matrix import CRITERIA
from advisor.decision.needs import NEEDS
from advisor.decision.policy import DECIMALS
from advisor.decision.recommendation import Assumption, CriticalWeight
from advisor.decision.value import critical_weight
from advisor.questionnaire.schema import CORE, QUESTIONS, Key
from advisor.settings.codes import Alternative

_BY_RULE = (Key.CLIENT_LIMIT, Key.GROUPWARE, Key.LARGEST_MAILBOX, Key.QUOTA)
_SPOKEN = {need.factor for need in NEEDS}
DECISIVE: tuple[Key, ...] = tuple(key for key in QUESTIONS if key in _SPOKEN or key in _BY_RULE)
"""The questions whose codes can move the advice."""

NOT_ACTIONABLE = (Key.SERVER_OFFERS, Key.PROVIDER_BACKUP, Key.QUOTA)
"""What the provider decides: never proposed as a change of answers."""


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """The same company with one answer set otherwise. ``answered``: the question had an answer before."""

    key: Key
    code: str
    prior: float
    answered: bool
    evaluation: Evaluation


def variants(now: Evaluation) -> tuple[Variant, ...]:
    """Each other code of each decisive question, one at a time."""
    return tuple(_variants(now))


def _variants(now: Evaluation) -> Iterator[Variant]:
    keys = DECISIVE if now.facts.reported else (*DECISIVE, Key.SERVER_OFFERS)
    for key in keys:
        question, current = QUESTIONS[key], now.answers.code(key)
        for code, prior in zip(question.codes, question.prior, strict=True):
            if code != current:
                changed = evaluate(now.answers.with_answer(key, code), now.facts)
                yield Variant(key, code, prior, current is not None, changed)


def could_flip_protocol(now: Evaluation, others: Iterable[Variant]) -> bool:
    """Whether an unknown answer could lead to the other protocol, or to none."""
    return any(not one.answered and one.evaluation.protocol is not now.protocol for one in others)


def assumptions(now: Evaluation, others: Iterable[Variant]) -> tuple[Assumption, ...]:
    """The unknown core answers and every other unknown answer that could change what is advised."""
    turning = {one.key for one in others if not one.answered and one.evaluation.best is not now.best}
    unknown = [key for key in QUESTIONS if now.answers.get(key) is None]
    return tuple(
        Assumption(key, QUESTIONS[key].safe, key in turning) for key in unknown if key in CORE or key in turning
    )


def critical_weights(now: Evaluation, recommended: Alternative) -> tuple[CriticalWeight, ...]:
    """For each criterion the nearest weight at which another alternative draws level."""
    rivals = [one for one in now.feasible if one is not recommended]
    if not rivals:
        return ()
    return tuple(_critical(now, recommended, rivals, number) for number in range(len(CRITERIA)))


def _critical(now: Evaluation, recommended: Alternative, rivals: list[Alternative], number: int) -> CriticalWeight:
    """A rival that draws level only when the criterion counts nothing or everything never gets ahead."""
    weight = float(now.weights[number])
    turning = []
    for rival in rivals:
        at = critical_weight(now.weights, now.row(recommended) - now.row(rival), number)
        if at is not None and 0 < at < 1:
            turning.append((abs(at - weight), at, rival))
    nearest = min(turning, default=(0.0, None, rivals[0]), key=lambda found: found[0])
    flips_at = None if nearest[1] is None else round(nearest[1], DECIMALS)
    return CriticalWeight(CRITERIA[number], round(weight, DECIMALS), flips_at, nearest[2])
