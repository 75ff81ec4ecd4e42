"""The smallest sets of answers with which something else would be advised: one answer, two together, or three.

Exhaustive over all that a person can change; what the provider decides and what was measured is never proposed.

- Searched by expected value, because that is what picks: a set counts if ``advise`` would then recommend something
  else. The protocol and the form are searched apart, each up to the smallest size with which it changes.
- Each one told is weighed again on its own, and the draws say how sure the other advice would be (SMAA-2). Sets after
  which it would be a close call are true all the same, so they are told, but after the clear ones.
- Every single answer is told. Of sets of two and three only the ``MOST_SETS`` nearest: those that change the fewest
  given answers, then those with the likeliest new ones. Answers that cannot all hold are no set to propose.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from advisor.decision.confidence import Draws, first_ranks_after, half_width
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.matrix import ALTERNATIVES
from advisor.decision.other_answers import NOTHING, Flags, Numbers, OtherAnswers
from advisor.decision.policy import DECIMALS
from advisor.decision.recommendation import Flip
from advisor.decision.sensitivity import DECISIVE, NOT_ACTIONABLE
from advisor.decision.status import is_close
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative

LARGEST_SET = 3
MOST_SETS = 12
_WEIGHED = 2 * MOST_SETS


def flips(now: Draws, among: Iterable[Key] = DECISIVE) -> tuple[Flip, ...]:
    """The smallest changes of answers that lead to the other protocol, then those that lead to another form.

    ``among``: the questions whose answers may change.
    """
    best = now.evaluation.best
    if best is None:
        return ()
    search = _Search(now, best, actionable(now.evaluation, among))
    return (*search.smallest(protocol_changes=True), *search.smallest(protocol_changes=False))


def actionable(now: Evaluation, among: Iterable[Key] = DECISIVE) -> tuple[Key, ...]:
    """The questions whose answer a person can change."""
    fixed = (*NOT_ACTIONABLE, *now.answers.measured)
    return tuple(key for key in among if key not in fixed)


class _Search:
    def __init__(self, now: Draws, best: Alternative, keys: Iterable[Key]) -> None:
        self._now = now
        self._best = best
        self._others = OtherAnswers(now.evaluation, keys)
        self._outcomes: dict[int, tuple[Numbers, Numbers]] = {}

    def smallest(self, *, protocol_changes: bool) -> tuple[Flip, ...]:
        """The sets of the smallest size that has any."""
        others = [one.protocol is not self._best.protocol for one in ALTERNATIVES]
        wanted = [
            one is not self._best and other is protocol_changes for one, other in zip(ALTERNATIVES, others, strict=True)
        ]
        for size in range(1, LARGEST_SET + 1):
            found = self._told(np.array(wanted), size)
            if found:
                return found
        return ()

    def _told(self, wanted: Flags, size: int) -> tuple[Flip, ...]:
        sets, best = self._outcome(size)
        found = (best != NOTHING) & wanted[best]
        rows = self._nearest_first(sets[found])
        weighed = islice(self._weighed(rows), None if size == 1 else _WEIGHED)
        clear_first = sorted(weighed, key=lambda one: one[1])
        return tuple(flip for flip, _ in clear_first[: None if size == 1 else MOST_SETS])

    def _outcome(self, size: int) -> tuple[Numbers, Numbers]:
        """All sets of one size, and what is best after each."""
        if size not in self._outcomes:
            sets = self._others.sets(size)
            if size > 1:
                sets = sets[~self._others.contradict(sets)]
            self._outcomes[size] = sets, self._others.best(sets)
        return self._outcomes[size]

    def _nearest_first(self, sets: Numbers) -> Numbers:
        given = np.array([one.answered for one in self._others.changes])
        likely = np.log([one.prior for one in self._others.changes])
        return sets[np.lexsort((-likely[sets].sum(axis=1).round(DECIMALS), given[sets].sum(axis=1)))]

    def _weighed(self, sets: Numbers) -> Iterator[tuple[Flip, bool]]:
        """Each set that holds when weighed on its own, and whether it would then be a close call."""
        for row in sets.tolist():
            after = evaluate(self._others.answers(row), self._now.evaluation.facts)
            to = after.best
            if to is not None and to is not self._best:
                changes = tuple((self._others.changes[number].key, self._others.changes[number].code) for number in row)
                yield Flip(changes, to, to.protocol is not self._best.protocol), self._is_close(after, to)

    def _is_close(self, after: Evaluation, to: Alternative) -> bool:
        ranks = first_ranks_after(self._now, after).tolist()
        shares = dict(zip(ALTERNATIVES, ranks, strict=True))
        protocol = sum(share for one, share in shares.items() if one.protocol is to.protocol)
        return is_close(protocol, shares, half_width(shares[to]), to)
