"""Where a half-filled questionnaire stands: how sure the advice is now, what could still turn it, what to ask next."""

from dataclasses import dataclass
from functools import lru_cache

from advisor.decision.confidence import Draws, draw
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts, facts_of
from advisor.decision.measured import measured, with_measured
from advisor.decision.next_question import ask_next
from advisor.decision.open_questions import turning, undecided
from advisor.decision.sensitivity import variants
from advisor.decision.status import is_not_enough
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key
from probes.measurement import Measurement
from probes.results import ProbeReport


@dataclass(frozen=True, slots=True)
class Standing:
    """``confidence``: in what would be advised now, 1 where rules alone leave one outcome; None: not enough is known.

    ``turning``: open questions of which one answer alone changes the outcome. ``deciding``: those on which the outcome
    may hang, alone or together with others, the largest expected gain first; none: it is proven that nothing open
    changes it. ``moving``: the others that move anything, the largest expected gain first.
    """

    confidence: float | None
    turning: tuple[Key, ...]
    deciding: tuple[Key, ...]
    moving: tuple[Key, ...]


def standing(answers: Answers, report: ProbeReport | None, measurement: Measurement | None = None) -> Standing:
    """The standing of the company; its groups are left aside."""
    seen = measured(measurement)
    counted = with_measured(answers, seen)
    return standing_for(Answers(counted.values, measured=counted.measured), facts_of(counted, report, seen))


@lru_cache(maxsize=256)
def standing_for(answers: Answers, facts: ServerFacts) -> Standing:
    """The same from facts: pages that are opened again with the same answers cost nothing."""
    now = evaluate(answers, facts)
    if now.verdict.native:
        return Standing(1.0, (), (), ())
    draws, others = draw(now), variants(now)
    turns, gains = turning(now, others), [one.key for one in ask_next(draws, others)]
    hinges = {*turns, *undecided(now)}
    return Standing(
        confidence=None if is_not_enough(now) else _confidence(draws),
        turning=turns,
        deciding=tuple(sorted(hinges, key=lambda key: _place(key, gains))),
        moving=tuple(key for key in gains if key not in hinges),
    )


def _place(key: Key, gains: list[Key]) -> tuple[int, int]:
    """By gain; what gains nothing alone comes last, in the order of the questionnaire."""
    return gains.index(key) if key in gains else len(gains), list(QUESTIONS).index(key)


def _confidence(draws: Draws) -> float:
    now = draws.evaluation
    if now.best is None:
        return 1.0
    same = now.rivals(now.best, same_protocol=True)
    return draws.beats((now.best, *same), now.rivals(now.best, same_protocol=False))
