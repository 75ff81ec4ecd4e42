"""The sentences for all that files cannot express."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts import apple, by_hand, common, domain, outlook, terminal, thunderbird
from advisor.profiles.limit_texts.limit_text import LimitText

LIMIT_TEXTS: dict[Cannot, LimitText] = {
    **common.TEXTS,
    **by_hand.TEXTS,
    **apple.TEXTS,
    **domain.TEXTS,
    **outlook.TEXTS,
    **terminal.TEXTS,
    **thunderbird.TEXTS,
}
