"""What stands beside the confidence in the document: who is better whatever the weights, and what other methods say."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.settings.codes import Alternative


@dataclass(frozen=True, slots=True)
class Preferred:
    """Whether one feasible alternative has more value than another for all points that fit the answers, or for some."""

    alternative: Alternative
    over: Alternative
    always: bool
    possibly: bool


class Method(StrEnum):
    """Methods that only check, because a useless alternative more can turn their order round."""

    TOPSIS = "topsis"
    PROMETHEE_II = "promethee_ii"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The feasible alternative that another method puts first; where several are level, the one we put first."""

    method: Method
    best: Alternative
