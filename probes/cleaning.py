"""What servers say is hostile text: this makes it safe to show, store and log."""

import unicodedata

SHOWN_LENGTH = 200
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def clean(raw: bytes | str, limit: int = SHOWN_LENGTH) -> str:
    """``raw`` as one line of at most ``limit`` characters without control, bidi and zero-width characters.

    Bytes are read as UTF-8; what is no UTF-8 shows as U+FFFD.
    """
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    text = text[: 4 * limit]
    stripped = (text if text.isprintable() else _without_forbidden(text)).strip()
    return stripped if len(stripped) <= limit else stripped[: limit - 1] + "…"


def _without_forbidden(text: str) -> str:
    spaced = (" " if _is_space(character) else character for character in text)
    return "".join(character for character in spaced if unicodedata.category(character) not in _FORBIDDEN_CATEGORIES)


def _is_space(character: str) -> bool:
    return character in "\t\r\n" or unicodedata.category(character) == "Zs"
