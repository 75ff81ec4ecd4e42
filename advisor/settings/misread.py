"""Names that were read under a wrong encoding: files of Mac and DOS programs that pass for Windows-1252.

The accented letters of Mac Roman and code page 850 lie where Windows-1252 has signs and a few rare letters (bytes 80 to
9F). A name such as ``KŠthe`` or ``K„the`` therefore has one of these inside a word, where no language has it. Only the
text counts, not the bytes: what was saved once more as UTF-8 is garbled all the same.
"""

import re
from collections.abc import Sequence

_LETTER = r"[^\W\d_]"
_LOWER = r"[a-zà-öø-ÿ]"
_CONSONANT = r"[b-df-hj-np-tv-xz]"
_SURE = re.compile(
    rf"{_LETTER}[€‚ƒ„…†‡ˆ‰‹‘“”•˜™›]{_LETTER}"  # a sign between letters: K„the, M”ller
    rf"|{_LETTER}[„‚‰ˆ§]"  # what opens, or stands before a number, at the end of a word: Ren‚, Wei§
    rf"|[€…†‡‰™ˆ‹]{_LOWER}"  # a sign as the first letter: €rzte, ™sterreich
    rf"|[a-z][–—]{_LOWER}"  # a dash between small letters: Mu–oz
    rf"|{_LETTER}[ŠŽŒŸ]{_LOWER}|{_LOWER}[ŠŽŒŸ]|\bŸ{_LOWER}"  # a capital inside a word: KŠthe, JosŽ
    r"|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # UTF-8 that was read as Windows-1252: KÃ¤the
)
_WEAK = re.compile(rf"(?i:(?![rl]){_CONSONANT}[šžÿ]{_CONSONANT})")
"""``š``, ``ž`` or ``ÿ`` between consonants (``Bšhler``, and ``mÿller.ch``, as domains have small letters), not after
``r`` and ``l``, which Slavic names have as vowels."""
_RIGHT = re.compile("[äöüÄÖÜéèàçČčĆćĐđĚěŘřŮůŁłŻżŞşĞğŐőŰű]")
"""Letters that only a rightly read list has; then ``š`` is what it looks like."""
_LOOSE = re.compile(rf"{_LETTER}[€‚ƒ„…†‡ˆ‰‹‘“”•–—˜™›šžœŸŠŽŒ]|\b[šž]{_LOWER}|\bŽ{_CONSONANT}")


def misread(texts: Sequence[str]) -> tuple[bool, ...]:
    """Which texts of a list look wrongly read. One that is sure lets the doubtful ones of the list count, too."""
    weak = not any(map(_RIGHT.search, texts))
    sure = tuple(bool(_SURE.search(text)) or (weak and bool(_WEAK.search(text))) for text in texts)
    if weak and any(sure):
        return tuple(found or bool(_LOOSE.search(text)) for found, text in zip(sure, texts, strict=True))
    return sure
