"""Which letters the printed slip can show: those of the fonts that travel with the program that sets it.

With these fonts alone every machine prints the same page. They hold the Latin, Greek and Cyrillic letters.
"""

import unicodedata

RANGES = (
    (0x0020, 0x0241),
    (0x0374, 0x03CE),
    (0x03F0, 0x045F),
    (0x0490, 0x04C4),
    (0x1E00, 0x1E9B),
    (0x1E9E, 0x1EF9),
    (0x1F00, 0x1FFF),
    (0x2010, 0x2037),
    (0x2039, 0x203A),
    (0x2070, 0x20B5),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
)


def printable(text: str) -> str:
    """``text`` without the letters that cannot be printed; composed, so that accents need no letter of their own."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return " ".join("".join(letter for letter in spaced if _is_covered(letter)).split())


def _is_covered(letter: str) -> bool:
    if unicodedata.category(letter)[0] in "CM":
        return False
    return any(first <= ord(letter) <= last for first, last in RANGES)
