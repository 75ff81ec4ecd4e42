"""What the words of a server prove, one list at a time."""

import pytest

from advisor.decision.announced import LEAN_SYNC, announced, expire_days, login_delay, names_uidl


@pytest.mark.parametrize(
    ("after_login", "earlier", "found"),
    [
        ((), (), None),
        (("idle",), (), True),
        ((), ("Idle",), True),
        (("QUOTA",), ("IDLE",), True),
        (("QUOTA",), (), False),
        ((), ("QUOTA",), None),
        ((" ",), (), None),
        ((" ", "QUOTA"), (), False),
    ],
)
def test_a_word_is_there_is_missing_or_proves_nothing(after_login, earlier, found):
    assert announced(("IDLE",), after_login, earlier) is found


def test_any_of_the_words_is_enough():
    assert announced(("CONDSTORE", "QRESYNC"), ("QRESYNC",)) is True


@pytest.mark.parametrize("word", ["CONDSTORE", "QRESYNC", "COMPRESS=DEFLATE"])
def test_each_word_for_lean_sync_is_enough(word):
    assert announced(LEAN_SYNC, (word,)) is True


@pytest.mark.parametrize(
    ("tokens", "found"), [((), None), (("",), None), (("UIDL",), True), (("TOP", "UIDL"), True), (("TOP UIDL",), False)]
)
def test_uidl(tokens, found):
    assert names_uidl(tokens) is found


@pytest.mark.parametrize(
    ("tokens", "days"),
    [
        ((), None),
        (("EXPIRE",), None),
        (("EXPIRE NEVER",), None),
        (("EXPIRE 0",), 0),
        (("EXPIRE 30 USER",), 30),
        (("EXPIRE 30", "EXPIRE 7"), 7),
        (("EXPIRE 999999",), 999999),
        (("EXPIRE 1000000",), None),
        (("EXPIRE -1",), None),
        (("EXPIRE \N{ARABIC-INDIC DIGIT FIVE}",), None),
        (("LOGIN-DELAY 5",), None),
    ],
)
def test_the_shortest_time_counts(tokens, days):
    assert expire_days(tokens) == days


@pytest.mark.parametrize(
    ("tokens", "seconds"),
    [
        ((), None),
        (("LOGIN-DELAY 0",), None),
        (("LOGIN-DELAY 0", "LOGIN-DELAY 5"), 5),
        (("LOGIN-DELAY 900", "LOGIN-DELAY 60"), 900),
        (("EXPIRE 5",), None),
    ],
)
def test_the_longest_delay_counts(tokens, seconds):
    assert login_delay(tokens) == seconds
