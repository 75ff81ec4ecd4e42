"""The three cases that every figure is worked out for: low, likely, high."""

from collections.abc import Callable

from advisor.estimate.codes import FigureCode, InputCode
from advisor.estimate.inputs import Inputs
from advisor.estimate.storage import Case, day_gb
from advisor.estimate.values import Figure, Range, bounded

THREE = (0, 1, 2)


class Cases:
    """The inputs, one case at a time. Of an input that makes figures smaller as it grows, take ``turned``."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._boxes = tuple(self._mailbox(case) for case in THREE)

    def __contains__(self, code: InputCode) -> bool:
        """Whether something is known or assumed."""
        return code in self._inputs

    def of(self, code: InputCode, case: int) -> float:
        """The figure of one case. Raises ``KeyError`` for an input that nobody knows."""
        return self._inputs[code].value.three[case]

    def turned(self, code: InputCode, case: int) -> float:
        """The figure of the opposite case."""
        return self._inputs[code].value.three[2 - case]

    def mailbox(self, case: int) -> Case:
        """The biggest mailbox."""
        return self._boxes[case]

    def _mailbox(self, case: int) -> Case:
        keep = InputCode.KEEP_DAYS
        return Case(
            used_gb=self.of(InputCode.USED_GB, case),
            growth_gb=self.of(InputCode.GROWTH_GB, case),
            day_gb=day_gb(self.of(InputCode.MAILS_PER_DAY, case), self.of(InputCode.MAIL_KB, case)),
            keep_days=self.of(keep, case) if keep in self else None,
            gap_days=self.of(InputCode.GAP_DAYS, case),
            archive_years=self.of(InputCode.ARCHIVE_YEARS, case),
            cache_days=self.of(InputCode.CACHE_DAYS, case),
            devices=self.of(InputCode.DEVICES, case),
            copies=self.of(InputCode.COPIES, case),
        )

    def figure(self, code: FigureCode, formula: Callable[[int], float], *inputs: InputCode) -> Figure:
        """A figure by its formula of the number of a case; inputs that nobody knows are not named."""
        return Figure(code, spread(formula), tuple(one for one in inputs if one in self))


def spread(formula: Callable[[int], float]) -> Range:
    """The formula in the three cases."""
    low, likely, high = (bounded(formula(case)) for case in THREE)
    return Range(low, likely, high)
