"""The sentences for all that files cannot express."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts import (
    android,
    apple,
    by_hand,
    common,
    domain,
    linux,
    outlook,
    terminal,
    thunderbird,
    thunderbird_policies,
)
from advisor.profiles.limit_texts.limit_text import LimitText

LIMIT_TEXTS: dict[Cannot, LimitText] = {
    **common.TEXTS,
    **by_hand.TEXTS,
    **android.TEXTS,
    **apple.TEXTS,
    **domain.TEXTS,
    **linux.TEXTS,
    **outlook.TEXTS,
    **terminal.TEXTS,
    **thunderbird.TEXTS,
    **thunderbird_policies.TEXTS,
}
