"""Lines of CAPA are read in the words of the standard, and as GNU Mailutils writes them."""

import pytest

from probes.capa import offers_apop, words_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("expire 30 user", ["EXPIRE", "30", "USER"]),
        ("EXPIRE30", ["EXPIRE", "30"]),
        ("EXPIRENEVER", ["EXPIRE", "NEVER"]),
        ("EXPIRE30 USER", ["EXPIRE", "30", "USER"]),
        ("EXPIRED", ["EXPIRED"]),
        ("EXPIRE1234567", ["EXPIRE1234567"]),
        ("SASL PLAIN LOGIN", ["SASL", "PLAIN", "LOGIN"]),
        (" ", []),
        ("", []),
    ],
)
def test_words(line, words) -> None:
    assert words_of(line) == words


@pytest.mark.parametrize(
    ("greeting", "offered"),
    [("+OK <1896.697170952@dbc.mtview.ca.us>", True), ("+OK <no timestamp>", False), ("", False), (None, False)],
)
def test_apop(greeting, offered) -> None:
    assert offers_apop(greeting) is offered
