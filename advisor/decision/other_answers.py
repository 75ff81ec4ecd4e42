"""Many other sets of answers of one company at once: what would come out best, without weighing each on its own.

An answer moves only the criteria that it speaks to, and only some questions speak to rules. So the mean points of each
criterion, the verdict of the rules and the contradictions are laid out once over the answers that matter to them, and
every set of changes looks its cells up there. Ranks by expected value, as ``evaluation`` does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from advisor.decision.alarms import CONTRADICTIONS
from advisor.decision.criteria import Criterion
from advisor.decision.evaluation import Evaluation
from advisor.decision.factors import sources
from advisor.decision.matrix import ALTERNATIVES, CRITERIA
from advisor.decision.policy import DECIMALS
from advisor.decision.rules import READ_BY_RULES, judge
from advisor.decision.swings import codes_for, mean_of, table_of
from advisor.decision.value import normalised
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
States = tuple[str | None, ...]
Said = dict[Key, str]

NOTHING = -1
"""In the place of an alternative's number: none is left."""


@dataclass(frozen=True, slots=True)
class Change:
    """One other answer. ``answered``: the question has one today; ``prior``: how likely the new one is."""

    key: Key
    code: str
    prior: float
    answered: bool


class OtherAnswers:
    """Sets of changes of one company's answers; a set is a row of numbers into ``changes``."""

    def __init__(self, now: Evaluation, keys: Iterable[Key]) -> None:
        self._now = now
        self._states: dict[Key, States] = {key: _states(now.answers, key) for key in keys}
        self.changes = tuple(change for key in self._states for change in _changes(now.answers, key))
        self._points = tuple(self._points_of(criterion) for criterion in CRITERIA)

    def sets(self, size: int) -> Numbers:
        """All sets of so many changes, one answer to a question, in the order of the questions."""
        questions = list(self._states)
        asked = np.array([questions.index(one.key) for one in self.changes], dtype=np.intp)
        found = np.arange(len(self.changes), dtype=np.intp)[:, None]
        for _ in range(size - 1):
            rows, following = np.nonzero(asked[found[:, -1]][:, None] < asked[None, :])
            found = np.column_stack([found[rows], following])
        return found

    def best(self, sets: Numbers) -> Numbers:
        """The number of the best feasible alternative after each set of changes, or ``NOTHING``."""
        points = np.stack([cells[places[sets].sum(axis=1)] for places, cells in self._points], axis=1)
        feasible = self._feasible(sets)
        weights = normalised(points)
        level = np.einsum("nc,ac->na", weights, self._now.matrix).round(DECIMALS)
        values = np.where(feasible, level, -np.inf)
        return np.where(feasible.any(axis=1), values.argmax(axis=1), NOTHING)

    def contradict(self, sets: Numbers) -> Flags:
        """Whether the changes bring in answers that cannot all hold."""
        found = np.zeros(len(sets), dtype=bool)
        for pair in CONTRADICTIONS:
            keys = self._changeable(key for key, _ in pair)
            hold = np.array([_all_hold(pair, _with(self._now.answers, said)) for said in self._combinations(keys)])
            found |= hold[self._places(keys)[sets].sum(axis=1)] & ~hold[0]
        return found

    def answers(self, row: Iterable[int]) -> Answers:
        """The company's answers with one set of changes made."""
        return _with(self._now.answers, {self.changes[number].key: self.changes[number].code for number in row})

    def _points_of(self, criterion: Criterion) -> tuple[Numbers, NDArray[np.float64]]:
        """For each change its step in the laid-out table of a criterion, and the mean points in the table."""
        speaking = (key for factor in table_of(criterion).factors for key in sources(factor, self._now.answers))
        keys = self._changeable(speaking)
        codes = (codes_for(criterion, _with(self._now.answers, said)) for said in self._combinations(keys))
        return self._places(keys), np.array([mean_of(criterion, each) for each in codes])

    def _feasible(self, sets: Numbers) -> Flags:
        """(sets, alternatives). Only those combinations are judged that occur."""
        keys = self._changeable(READ_BY_RULES)
        silent = [key for key in self._states if key not in keys]
        read = tuple((key, value) for key, value in self._now.answers.values if key not in silent)
        heard = replace(self._now.answers, values=read)
        occurring, where = np.unique(self._places(keys)[sets].sum(axis=1), return_inverse=True)
        left = []
        for place in occurring.tolist():
            verdict = judge(_with(heard, self._combination(keys, place)), self._now.facts)
            left.append([not rules for rules in verdict.excluded_by])
        return np.array(left, dtype=bool).reshape(-1, len(ALTERNATIVES))[where.reshape(-1)]

    def _changeable(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        return tuple(key for key in dict.fromkeys(keys) if key in self._states)

    def _places(self, keys: tuple[Key, ...]) -> Numbers:
        """How far each change moves within a table over the states of ``keys`` (the last one fastest)."""
        steps = {key: prod(len(self._states[other]) for other in keys[at + 1 :]) for at, key in enumerate(keys)}
        moved = (steps.get(one.key, 0) * self._states[one.key].index(one.code) for one in self.changes)
        return np.fromiter(moved, dtype=np.intp, count=len(self.changes))

    def _combinations(self, keys: tuple[Key, ...]) -> Iterator[Said]:
        for states in product(*(self._states[key] for key in keys)):
            yield {key: code for key, code in zip(keys, states, strict=True) if code is not None}

    def _combination(self, keys: tuple[Key, ...], place: int) -> Said:
        at = np.unravel_index(place, [len(self._states[key]) for key in keys]) if keys else ()
        codes = ((key, self._states[key][int(state)]) for key, state in zip(keys, at, strict=True))
        return {key: code for key, code in codes if code is not None}


def _with(answers: Answers, said: Said) -> Answers:
    """Not checked again: every code is one of its question."""
    kept = tuple((key, value) for key, value in answers.values if key not in said)
    return replace(answers, values=(*said.items(), *kept))


def _states(answers: Answers, key: Key) -> States:
    """As it is today (None), then every other code."""
    return (None, *(code for code in QUESTIONS[key].codes if code != answers.code(key)))


def _changes(answers: Answers, key: Key) -> Iterator[Change]:
    question, today = QUESTIONS[key], answers.code(key)
    for code, prior in zip(question.codes, question.prior, strict=True):
        if code != today:
            yield Change(key, code, prior, today is not None)


def _all_hold(pair: Iterable[tuple[Key, str]], answers: Answers) -> bool:
    return all(answers.code(key) == code for key, code in pair)
