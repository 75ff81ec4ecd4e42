"""The recommendation as a value: codes and numbers only (``mailweiche.recommendation/1`` without its header)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisor.decision.codes import Ability, ServerFact
from advisor.decision.comparisons import Agreement, Preferred
from advisor.decision.criteria import Criterion
from advisor.decision.explanation import Explanation
from advisor.decision.policy_values import CompanyPolicy
from advisor.estimate.values import Estimates
from advisor.questionnaire.answers import Value
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative, ReadingProtocol


class Status(StrEnum):
    """How far the advice may be relied on; the first that holds, in this order, is the status."""

    NOT_POSSIBLE = "not_possible"
    NOT_ENOUGH_INFORMATION = "not_enough_information"
    CLOSE = "close"
    PRELIMINARY = "preliminary"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class AnswerRef:
    """One answer that counted; ``code`` is None where it is unknown."""

    key: Key
    code: Value | None


@dataclass(frozen=True, slots=True)
class SeenFact:
    """Something that the server showed, with its figure where it has one; ``measured``: after signing in."""

    code: ServerFact
    value: int | None = None
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A rule that takes an alternative out, and the answers and server facts that made it fire."""

    rule: str
    because: tuple[AnswerRef, ...] = ()
    facts: tuple[SeenFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row of the comparison. Value and acceptability are None for an excluded alternative."""

    alternative: Alternative
    value: float | None
    first_rank_acceptability: float | None
    feasible: bool
    excluded_by: tuple[Exclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """What one criterion adds to (or takes from) the lead of the recommended alternative.

    ``facts``: what the server showed that gave one of the two compared another value here.
    """

    criterion: Criterion
    contribution: float
    answers: tuple[AnswerRef, ...] = ()
    facts: tuple[SeenFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of answers found that leads to other advice."""

    changes: tuple[tuple[Key, Value], ...]
    to: Alternative
    protocol_changes: bool


@dataclass(frozen=True, slots=True)
class CriticalWeight:
    """The weight of a criterion today and the weight at which the advice would turn (None: at no weight)."""

    criterion: Criterion
    weight: float
    flips_at: float | None
    to: Alternative


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """An open question and how much its answer is expected to move the acceptabilities."""

    key: Key
    expected_gain: float


@dataclass(frozen=True, slots=True)
class StillOpen:
    """``could_change``: open questions of which one answer alone changes the protocol, or leads to none. ``proven``: no
    combination of answers to open questions does; never true while a single one does.
    """

    could_change: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Assumption:
    """An unknown answer, the code that rules read it as (None: no rule needs one), and whether it could flip."""

    key: Key
    read_as: str | None
    could_flip: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must be done or known for the advice to hold, with its figures."""

    code: str
    params: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all hold; shown to the person, never averaged."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Native:
    """Neither protocol: the provider's own connection, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wished:
    """What would be advised if the provider could do everything, and what it lacks for exactly that."""

    recommended: Alternative
    missing: tuple[Ability, ...]


class OverrideState(StrEnum):
    """How a decision stands to the advice beside it."""

    CURRENT = "current"
    OUTDATED = "outdated"  # answers or server have changed since: to be confirmed or withdrawn
    VOID = "void"  # by now a rule takes it out, or nothing is advised at all: it does not count


@dataclass(frozen=True, slots=True)
class Override:
    """A consultant's own decision beside the advice; ``keep_days`` and ``conditions`` are those of ``to``."""

    to: Alternative
    reason: str
    by: str
    at: datetime
    state: OverrideState = OverrideState.CURRENT
    keep_days: int | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The advice for one company or one group of it; ``alarms`` are also those of what was decided otherwise."""

    policy: str
    status: Status
    qualifiers: tuple[Status, ...]
    protocol: ReadingProtocol | None
    protocol_confidence: float | None
    recommended: Alternative | None
    form_confidence: float | None
    keep_days: int | None
    confidence: float | None
    confidence_error: float | None
    ranking: tuple[Ranked, ...]
    reasons: tuple[Argument, ...] = ()
    counter_reasons: tuple[Argument, ...] = ()
    form_reasons: tuple[Argument, ...] = ()
    explanation: Explanation | None = None
    against: Alternative | None = None
    flips: tuple[Flip, ...] = ()
    critical_weights: tuple[CriticalWeight, ...] = ()
    preferred: tuple[Preferred, ...] = ()
    agreement: tuple[Agreement, ...] = ()
    ask_next: tuple[NextQuestion, ...] = ()
    still_open: StillOpen | None = None
    assumptions: tuple[Assumption, ...] = ()
    alarms: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    native: Native | None = None
    wished: Wished | None = None
    override: Override | None = None
    groups: tuple["GroupRecommendation", ...] = ()
    company_policy: CompanyPolicy | None = None
    estimates: Estimates | None = None

    @property
    def decision(self) -> Override | None:
        """What was decided otherwise, if it counts."""
        return None if self.override is None or self.override.state is OverrideState.VOID else self.override

    @property
    def decided(self) -> Alternative | None:
        """What is to be done: the decision where there is one, else the advice."""
        return self.recommended if self.decision is None else self.decision.to


@dataclass(frozen=True, slots=True)
class GroupRecommendation:
    """The advice for one group."""

    name: str
    recommendation: Recommendation
