"""Letters that the fonts of the slip have."""

import unicodedata

import pytest

from advisor.profiles.printable import RANGES, printable


@pytest.mark.parametrize(
    "name", ["Anna Müller", "Zoë Łukasz O’Neil", "Ελένη", "Олена", "«a» – “b” … € № ™", "100 % #*_$\\"]
)
def test_european_letters_and_signs_stay(name):
    assert printable(name) == name


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Mu\u0308ller", "Müller"),
        ("张伟 (Wei Zhang)", "(Wei Zhang)"),
        ("Anna \U0001f600", "Anna"),
        ("a\u202eb\u200bc\ud800\x00", "abc"),
        ("محمد", ""),
        (" a \n b\t", "a b"),
    ],
)
def test_what_has_no_letter_in_the_fonts_goes(name, left):
    assert printable(name) == left


def test_the_ranges_hold_no_mark_that_would_need_another_letter():
    every = "".join(chr(code) for first, last in RANGES for code in range(first, last + 1))
    assert not {letter for letter in printable(every) if unicodedata.category(letter)[0] in "MC"}
