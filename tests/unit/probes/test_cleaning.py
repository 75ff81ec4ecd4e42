"""Hostile text from servers never stays hostile."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from probes.cleaning import clean


def test_control_bidi_and_zero_width_characters_go():
    assert clean("a\x1b[31mb\u202ec\u200bd\u0085e\ufefff\x00") == "a[31mbcdef"
    assert clean(b"gr\xc3\xbcezi \xff\r\nX-Header: 1") == "grüezi \ufffd  X-Header: 1"


def test_every_kind_of_space_becomes_a_plain_one():
    assert clean(b"a\xc2\xa0b\xe2\x80\x83c\xe3\x80\x80d") == "a b c d"


def test_long_text_is_cut_visibly():
    assert clean("x" * 300) == "x" * 199 + "…"
    assert clean("x" * 200) == "x" * 200


@given(st.one_of(st.text(), st.binary()))
def test_the_result_is_one_short_printable_line(raw):
    text = clean(raw)
    assert len(text) <= 200
    assert text.isprintable()
    assert all(unicodedata.category(each) not in ("Cc", "Cf", "Zl", "Zp") for each in text)
    assert clean(text) == text
