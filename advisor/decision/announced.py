"""What the words mean in which servers announce their abilities (CAPABILITY, CAPA); None where they prove nothing.

A word that is there counts as soon as it was said within encryption. One that is missing counts only in the list
after signing in: many servers announce most of their abilities no earlier (RFC 3501 section 6.1.1).
"""

from collections.abc import Iterable

from probes.capa import setting_decides, words_of

Tokens = tuple[str, ...]

LEAN_SYNC = ("CONDSTORE", "QRESYNC", "COMPRESS=DEFLATE")
"""Any of these spares a program the state of every mail at each visit, or makes it small."""

_MOST_DIGITS = 6


def announced(words: Iterable[str], after_login: Tokens, earlier: Tokens = ()) -> bool | None:
    """Whether IMAP announces one of the words."""
    wanted = set(words)
    if wanted & {token.upper() for token in (*earlier, *after_login)}:
        return True
    return False if any(token.strip() for token in after_login) else None


def names_uidl(tokens: Tokens) -> bool | None:
    """Whether POP3 can tell old mail from new."""
    names = {words[0] for token in tokens if (words := words_of(token))}
    return "UIDL" in names if names else None


def expire_days(tokens: Tokens) -> int | None:
    """The shortest time that one POP3 server announces; ``EXPIRE NEVER`` and no word at all mean no limit."""
    if setting_decides(tokens):
        return None
    return min(_figures("EXPIRE", tokens), default=None)


def login_delay(tokens: Tokens) -> int | None:
    """The longest time in seconds that POP3 wants between two visits; None where it wants none."""
    return max((seconds for seconds in _figures("LOGIN-DELAY", tokens) if seconds), default=None)


def _figures(name: str, tokens: Tokens) -> list[int]:
    lines = (words_of(token) for token in tokens)
    return [int(words[1]) for words in lines if len(words) > 1 and words[0] == name and _is_figure(words[1])]


def _is_figure(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS
