"""A consultant's decision beside the advice. It may choose among what the rules have left, and break none of them."""

from dataclasses import replace

from advisor.decision.advise import days_kept
from advisor.decision.alarms import alarms
from advisor.decision.codes import Alarm
from advisor.decision.conditions import conditions
from advisor.decision.evaluation import Evaluation
from advisor.decision.recommendation import Override, OverrideState, Recommendation
from advisor.decision.room import room_conditions
from advisor.settings.codes import Alternative


def choices(advice: Recommendation) -> tuple[Alternative, ...]:
    """What may be decided instead of the advice, the best first; nothing where nothing is advised."""
    if advice.recommended is None:
        return ()
    return tuple(row.alternative for row in advice.ranking if row.feasible and row.alternative != advice.recommended)


def with_override(advice: Recommendation, override: Override, now: Evaluation, *, current: bool) -> Recommendation:
    """The advice with the decision beside it; what is advised stays what it was.

    ``now``: the evaluation that the advice was drawn from. ``current``: the decision was made for the same. The alarms
    are those of both ways; days and conditions of what was decided stand in the override.
    """
    counts = override.to in (advice.recommended, *choices(advice))
    if not counts:
        return replace(advice, override=replace(override, state=OverrideState.VOID, keep_days=None, conditions=()))
    heard = {*advice.alarms, *alarms(now.answers, override.to)}
    decided = replace(
        override,
        state=OverrideState.CURRENT if current else OverrideState.OUTDATED,
        keep_days=days_kept(now, override.to),
        conditions=(*conditions(now, override.to), *room_conditions(advice.estimates, override.to)),
    )
    return replace(advice, override=decided, alarms=tuple(alarm for alarm in Alarm if alarm in heard))
