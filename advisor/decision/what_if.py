"""What one other answer would move: the advice of today and that of the other answer, side by side as one value.

Nothing is stored. Groups whose own answer to the question differs keep it, as everywhere.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor.decision.advise import advise
from advisor.decision.recommendation import Condition, Contradiction, Recommendation
from advisor.questionnaire.answers import Answers, InvalidAnswerError
from advisor.questionnaire.schema import QUESTIONS, Key, Kind
from probes.measurement import Measurement
from probes.results import ProbeReport

TEXT_ONLY = (Key.COUNTRY,)
"""Choices that change notes of the page and nothing of the advice."""


class Part(StrEnum):
    """Parts of the advice that can move, in the order of telling."""

    NATIVE = "native"
    PROTOCOL = "protocol"
    FORM = "form"
    STATUS = "status"
    PROTOCOL_CONFIDENCE = "protocol_confidence"
    FORM_CONFIDENCE = "form_confidence"
    KEEP_DAYS = "keep_days"
    RANKING = "ranking"
    ALARMS = "alarms"
    CONDITIONS = "conditions"
    CONTRADICTIONS = "contradictions"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """``key`` answered with ``code``: the advice ``before`` and ``after``, and which parts of it differ."""

    key: Key
    code: str
    before: Recommendation
    after: Recommendation
    moved: tuple[Part, ...]

    @property
    def new_alarms(self) -> tuple[str, ...]:
        """Alarms that only the other answer raises."""
        return tuple(one for one in self.after.alarms if one not in self.before.alarms)

    @property
    def gone_alarms(self) -> tuple[str, ...]:
        """Alarms of today that the other answer lifts."""
        return tuple(one for one in self.before.alarms if one not in self.after.alarms)

    @property
    def new_conditions(self) -> tuple[Condition, ...]:
        """What would have to be done or known as well."""
        return tuple(one for one in self.after.conditions if one not in self.before.conditions)

    @property
    def gone_conditions(self) -> tuple[Condition, ...]:
        """What would no longer have to be done or known."""
        return tuple(one for one in self.before.conditions if one not in self.after.conditions)

    @property
    def new_contradictions(self) -> tuple[Contradiction, ...]:
        """Answers that would no longer hold together."""
        return tuple(one for one in self.after.contradictions if one not in self.before.contradictions)


def triable(answers: Answers, *, reported: bool) -> tuple[Key, ...]:
    """The choices that can be tried, with ``answers`` as they count; what was seen is no matter of saying."""
    fixed = (*TEXT_ONLY, *answers.measured, *((Key.SERVER_OFFERS,) if reported else ()))
    return tuple(key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE and key not in fixed)


def what_if(
    before: Recommendation,
    answers: Answers,
    key: Key,
    code: str,
    report: ProbeReport | None = None,
    measurement: Measurement | None = None,
) -> WhatIf:
    """``before``: the advice for ``answers`` as they are. Raises ``InvalidAnswerError`` for an unknown code."""
    if code not in QUESTIONS[key].codes:
        raise InvalidAnswerError(key, code, QUESTIONS[key].codes)
    after = advise(answers.with_answer(key, code), report, measurement)
    return WhatIf(key, code, before, after, moved(before, after))


def moved(before: Recommendation, after: Recommendation) -> tuple[Part, ...]:
    """The parts in which two recommendations differ."""
    pairs = zip(Part, _parts(before), _parts(after), strict=True)
    return tuple(part for part, old, new in pairs if old != new)


def _parts(advice: Recommendation) -> tuple[object, ...]:
    """In the order of ``Part``."""
    shares = {row.alternative: (row.feasible, row.first_rank_acceptability) for row in advice.ranking}
    return (
        advice.native,
        advice.protocol,
        advice.recommended,
        advice.status,
        advice.protocol_confidence,
        advice.form_confidence,
        advice.keep_days,
        shares,
        advice.alarms,
        advice.conditions,
        advice.contradictions,
        tuple((group.name, _parts(group.recommendation)) for group in advice.groups),
    )
