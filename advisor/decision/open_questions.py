"""Which open questions could still change the outcome, and a proof that not even several of them together can.

The outcome is the protocol, or neither: the provider's own connection, or nothing possible. One answer at a time is
tried out. For all combinations at once, whatever rules read is laid out, and what is only weighed is bounded: each
criterion gets between the least and the most points that any code of its open questions gives. Within these bounds the
lead of one alternative over another is smallest at a corner (a sum of terms, each smallest on its own), so the proof
needs no search. It may fail where no combination changes anything; it never holds where one does.

Open figures count with every value that the stated class allows.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from math import inf, prod

import numpy as np
from numpy.typing import NDArray

from advisor.decision.criteria import Criterion
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.factors import code_of, codes_of
from advisor.decision.facts import facts_of
from advisor.decision.matrix import ALTERNATIVES, CRITERIA
from advisor.decision.needs import AMPLE, TIGHT, Derived, Factor
from advisor.decision.policy import TIGHT_SHARE
from advisor.decision.recommendation import StillOpen
from advisor.decision.rules import READ_BY_RULES, judge
from advisor.decision.sensitivity import Variant
from advisor.decision.swings import table_of
from advisor.questionnaire.answers import LARGEST_NUMBER, Answers
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.settings.codes import Alternative, ReadingProtocol

Array = NDArray[np.float64]
Outcome = tuple[ReadingProtocol | None, str | None]
Said = Mapping[Key, object]

_SPEAK_TO_SEVERAL = (Key.DATA_CONTROL, Key.KEEP_COPY_ON_SERVER, Key.PROVIDER_BACKUP)
"""Choices that are only weighed, but by several criteria at once: laid out where the bounds alone are too wide."""

_MOST_COMBINATIONS = 1_000  # beyond these the page says "not proven" rather than keep somebody waiting
_SMALLEST = 1e-4
_CLASS_ENDS = {"lt_2": (_SMALLEST, 2.0), "2_10": (2.0, 10.0), "10_50": (10.0, 50.0), "gt_50": (50.0, inf)}
_ROOM = (Key.QUOTA_GB, Key.MAILS_PER_DAY, Key.AVERAGE_KB)
_FIGURES = (*_ROOM, Key.STORAGE_GB_USED)
_CLASS_OF = {Key.QUOTA_GB: Key.QUOTA, Key.STORAGE_GB_USED: Key.LARGEST_MAILBOX}
_LEAD = 1e-9


def outcome(evaluation: Evaluation) -> Outcome:
    """The protocol of the best alternative, or why there is none."""
    return evaluation.protocol, evaluation.verdict.native


def turning(now: Evaluation, others: Iterable[Variant]) -> tuple[Key, ...]:
    """The open questions of which one answer alone changes the outcome, in the order of the questionnaire."""
    by_code = {one.key for one in others if not one.answered and outcome(one.evaluation) != outcome(now)}
    found = by_code.union(key for key in _FIGURES if now.answers.get(key) is None and _figure_turns(now, key))
    return tuple(key for key in QUESTIONS if key in found)


def still_open(now: Evaluation, others: Iterable[Variant]) -> StillOpen:
    """How many answers could change the outcome, and whether all combinations are excluded."""
    count = len(turning(now, others))
    return StillOpen(count, proven=count == 0 and is_proven(now))


def is_proven(now: Evaluation) -> bool:
    """Whether no combination of answers to open questions changes the outcome."""
    return not undecided(now)


def undecided(now: Evaluation) -> tuple[Key, ...]:
    """The open questions that a combination which may change the outcome could hang on; none: it is proven."""
    keys = READ_BY_RULES if now.facts.reported else (*READ_BY_RULES, Key.SERVER_OFFERS)
    unknown, rooms = _unknown(keys, now.answers), _rooms(now.answers)
    shape = [len(QUESTIONS[key].codes) for key in unknown]
    if prod(shape) * len(rooms) > _MOST_COMBINATIONS:
        return _unknown(QUESTIONS, now.answers)
    weighed = [_weighed_in(now, said, room) for said in _laid_out(unknown) for room in rooms]
    holds = np.array([one is None for one in weighed]).reshape([*shape, len(rooms)])
    if holds.all():
        return ()
    hinge = {key for axis, key in enumerate(unknown) if _varies(holds, axis)}
    hinge |= {key for key in _unknown(_ROOM, now.answers) if _varies(holds, len(shape))}
    hinge |= {key for one in weighed if one for key in one}
    return tuple(key for key in QUESTIONS if key in hinge) or _unknown(QUESTIONS, now.answers)


def with_most_room(answers: Answers) -> Answers:
    """The same answers with open figures so that a kept copy has as much room as can be."""
    return _with(answers, _rooms(answers)[-1])


def _varies(holds: NDArray[np.bool_], axis: int) -> bool:
    return bool((holds.any(axis=axis) & ~holds.all(axis=axis)).any())


def _figure_turns(now: Evaluation, key: Key) -> bool:
    changed = (evaluate(now.answers.with_answer(key, value), now.facts) for value in _ends(key, now.answers))
    return any(outcome(one) != outcome(now) for one in changed)


def _ends(key: Key, answers: Answers) -> tuple[float, float]:
    """The smallest and the largest figure that fits the stated class, or that may be stated at all."""
    known = answers.number(key)
    if known is not None:
        return known, known
    code = answers.code(_CLASS_OF[key]) if key in _CLASS_OF else None
    low, high = _CLASS_ENDS[code] if code else (_SMALLEST, inf)
    return low, min(high, LARGEST_NUMBER)


def _unknown(keys: Iterable[Key], answers: Answers) -> tuple[Key, ...]:
    return tuple(key for key in keys if answers.get(key) is None)


def _laid_out(keys: tuple[Key, ...]) -> Iterator[Said]:
    for codes in product(*(QUESTIONS[key].codes for key in keys)):
        yield dict(zip(keys, codes, strict=True))


def _rooms(answers: Answers) -> tuple[Said, ...]:
    """Open figures so that a kept copy has as little room, and as much, as can be (E4 looks at nothing else)."""
    ends = {key: _ends(key, answers) for key in _unknown(_ROOM, answers)}
    if not ends:
        return ({},)
    little = {key: low if key is Key.QUOTA_GB else high for key, (low, high) in ends.items()}
    much = {key: high if key is Key.QUOTA_GB else low for key, (low, high) in ends.items()}
    return little, much


def _weighed_in(now: Evaluation, said: Said, room: Said) -> frozenset[Key] | None:
    """None where the outcome stays with these answers, whatever the open questions that are only weighed bring; else
    those of them that it may hang on.
    """
    weighed = _with(now.answers, said)
    facts = now.facts if now.facts.reported else facts_of(weighed, None, now.facts.measured)
    verdict = judge(_with(weighed, room), facts)
    if verdict.native != now.verdict.native:
        return frozenset()
    if now.protocol is None:
        return frozenset() if verdict.feasible else None
    if not any(one.protocol is now.protocol for one in verdict.feasible):
        return frozenset()
    if _protocol_leads(now, verdict.feasible, weighed):
        return None
    unknown = _unknown(_SPEAK_TO_SEVERAL, weighed)
    parts = (_with(weighed, part) for part in _laid_out(unknown)) if unknown else ()
    if unknown and all(_protocol_leads(now, verdict.feasible, part) for part in parts):
        return None
    return _uncertain(now, verdict.feasible, weighed)


def _uncertain(now: Evaluation, feasible: tuple[Alternative, ...], answers: Answers) -> frozenset[Key]:
    """The open questions behind the criteria in which the bounds are apart and the protocols differ."""
    low, high = _bounds(answers)
    rows = now.matrix[[ALTERNATIVES.index(one) for one in feasible]]
    apart = (high > low) & (rows.max(axis=0) > rows.min(axis=0))
    factors = {factor for number in np.flatnonzero(apart) for factor in table_of(CRITERIA[number]).factors}
    keys = {factor for factor in factors if isinstance(factor, Key)}
    space = {*_CLASS_OF, *_CLASS_OF.values()} if Derived.SPACE in factors else set()
    return frozenset(key for key in keys | space if answers.get(key) is None)


def _with(answers: Answers, said: Said) -> Answers:
    merged: dict[str, object] = {**dict(answers.values)}
    return Answers.of({**merged, **{key.value: value for key, value in said.items()}}) if said else answers


def _protocol_leads(now: Evaluation, feasible: tuple[Alternative, ...], answers: Answers) -> bool:
    ours = [one for one in feasible if one.protocol is now.protocol]
    others = [one for one in feasible if one.protocol is not now.protocol]
    if not ours or not others:
        return bool(ours)
    low, high = _bounds(answers)
    return all(any(_least_lead(now, one, other, low, high) > _LEAD for one in ours) for other in others)


def _least_lead(now: Evaluation, ours: Alternative, other: Alternative, low: Array, high: Array) -> float:
    difference = now.matrix[ALTERNATIVES.index(ours)] - now.matrix[ALTERNATIVES.index(other)]
    return float((difference * np.where(difference > 0, low, high)).sum())


def _bounds(answers: Answers) -> tuple[Array, Array]:
    """The least and the most mean points of each criterion over all codes of the open questions."""
    found = [_bounds_of(one, tuple(_options(factor, answers) for factor in table_of(one).factors)) for one in CRITERIA]
    low, high = (np.array(column) for column in zip(*found, strict=True))
    return low, high


@lru_cache(maxsize=4096)
def _bounds_of(criterion: Criterion, options: tuple[tuple[str, ...], ...]) -> tuple[float, float]:
    table = table_of(criterion)
    every = [codes_of(factor) for factor in table.factors]
    points = table.middle.reshape([len(codes) for codes in every])
    chosen = [[codes.index(one) for one in left] for codes, left in zip(every, options, strict=True)]
    possible = points[np.ix_(*chosen)]
    return float(possible.min()), float(possible.max())


def _options(factor: Factor, answers: Answers) -> tuple[str, ...]:
    """The codes that a factor can still take."""
    if factor is Derived.SPACE:
        return _spaces(answers)
    if isinstance(factor, Key) and answers.get(factor) is None:
        return codes_of(factor)
    code = code_of(factor, answers)
    return codes_of(factor) if code is None else (code,)


def _spaces(answers: Answers) -> tuple[str, ...]:
    used, quota = _ends(Key.STORAGE_GB_USED, answers), _ends(Key.QUOTA_GB, answers)
    tight = (TIGHT,) if used[1] > TIGHT_SHARE * quota[0] else ()
    return (*tight, AMPLE) if used[0] <= TIGHT_SHARE * quota[1] else tight
