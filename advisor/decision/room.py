"""Whether the mailbox is full soon under what is advised (R12), by the same estimate that its page shows."""

from collections.abc import Iterator
from math import ceil

from advisor.decision.codes import ConditionCode
from advisor.decision.policy import SOON_FULL_DAYS
from advisor.decision.recommendation import Condition
from advisor.estimate.codes import InputCode, Source
from advisor.estimate.values import Estimates, Input
from advisor.settings.codes import Alternative

_FIGURES = (InputCode.USED_GB, InputCode.QUOTA_GB, InputCode.MAILS_PER_DAY)


def room_conditions(estimates: Estimates | None, advised: Alternative | None) -> Iterator[Condition]:
    """The day when the mailbox is full, where it is near and figures were stated or measured.

    A class such as "under 2 GB" proves nothing: most mailboxes of that class never get full.
    """
    if estimates is None or advised is None or not all(_is_known(estimates.input(code)) for code in _FIGURES):
        return
    full = estimates.of(advised).full_days
    if full is not None and full.likely is not None and full.likely <= SOON_FULL_DAYS:
        yield Condition(
            ConditionCode.MAILBOX_SOON_FULL, (("days", ceil(full.likely)), ("why", _what_fills_it(estimates, advised)))
        )


def _is_known(figure: Input | None) -> bool:
    return figure is not None and (figure.source in (Source.MEASURED, Source.STATED) or figure.value.is_exact)


def _what_fills_it(estimates: Estimates, advised: Alternative) -> str:
    if advised is Alternative.IMAP_ARCHIVE:
        return "archive"
    kept_for_good = advised is Alternative.POP3_KEEP and estimates.input(InputCode.KEEP_DAYS) is None
    return "all" if advised is Alternative.IMAP or kept_for_good else "fetched"
