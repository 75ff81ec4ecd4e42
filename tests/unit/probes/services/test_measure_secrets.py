"""No form in which a server repeats a password is shown."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.cleaning import SHOWN_LENGTH, clean
from probes.services.measure_secrets import without_password

NAME = "chef@firma.example"


def token(password):
    return b64encode(f"\0{NAME}\0{password}".encode()).decode()


@pytest.mark.parametrize(
    ("words", "password", "shown"),
    [
        ("LOGIN geheim refused", "geheim", "LOGIN … refused"),
        (f"unknown command AUTH PLAIN {token('geheim')}", "geheim", "unknown command AUTH PLAIN …"),
        ('bad "a\\"b"', 'a"b', 'bad "…"'),
        ("BAD [b'gehr\\xc3\\xbcmt']", "gehrümt", "BAD [b'…']"),
        ("tab bed no", "tab\tbed", "… no"),
        ("x" * 190 + " geheimn…", "geheimnisvoll", "x" * 190 + " …"),
        ("wrong password", "geheim", "wrong password"),
        ("a long story…", "geheim", "a long story…"),
    ],
)
def test_words_without_the_password(words, password, shown):
    assert without_password(words, NAME, password) == shown


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P")), min_size=8, max_size=60), st.integers(0, 210))
def test_not_even_a_part_of_one_that_is_cut_off(password, before):
    for said in (password, token(password)):
        words = clean("." * before + " " + said)
        shown = without_password(words, NAME, password)
        assert said not in shown
        if len(words) == SHOWN_LENGTH:
            left = shown.removesuffix("…").lstrip(".").strip()
            assert not left or not said.startswith(left)
