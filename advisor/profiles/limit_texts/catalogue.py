"""The sentences for all that files cannot express."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts import android, apple, by_hand, common, linux, thunderbird, thunderbird_policies
from advisor.profiles.limit_texts.limit_text import LimitText

LIMIT_TEXTS: dict[Cannot, LimitText] = {
    **common.TEXTS,
    **by_hand.TEXTS,
    **thunderbird.TEXTS,
    **thunderbird_policies.TEXTS,
    **apple.TEXTS,
    **android.TEXTS,
    **linux.TEXTS,
}
