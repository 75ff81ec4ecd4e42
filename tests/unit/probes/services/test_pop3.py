"""The POP3 dialogue."""

import pytest

from probes.codes import Authentication
from probes.errors import (
    ConnectionClosedError,
    LimitExceededError,
    ProtocolError,
    RateLimitedError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
    TurnedAwayError,
    WrongProtocolError,
)
from probes.options import Limits
from probes.services.pop3 import examine

CAPA = [b"+OK list follows", b"TOP", b"IMPLEMENTATION Cyrus POP3 v3.8.1.rc", b"UIDL", b"STLS", b"SASL PLAIN", b"."]


def test_dots_in_a_line_end_nothing(dialogue, tls):
    seen, _ = dialogue(examine, tls, [b"+OK hi", *CAPA])
    assert seen.after_tls == ("TOP", "IMPLEMENTATION Cyrus POP3 v3.8.1.rc", "UIDL", "STLS", "SASL PLAIN")
    assert seen.implementation == "Cyrus POP3 v3.8.1.rc"


def test_stuffed_dots_are_unstuffed(dialogue, tls):
    seen, _ = dialogue(examine, tls, [b"+OK hi", b"+OK", b"..X", b"."])
    assert seen.after_tls == (".X",)


def test_both_lists_around_stls(dialogue, starttls):
    seen, wire = dialogue(examine, starttls, [b"+OK hi", *CAPA, b"+OK begin", b"+OK", b"USER", b"."])
    assert "STLS" in seen.before_tls
    assert seen.after_tls == ("USER",)
    assert seen.authentication == (Authentication.PASSWORD_CLEARTEXT,)
    assert wire.said == [b"CAPA\r\n", b"STLS\r\n", b"CAPA\r\n", b"QUIT\r\n"]


def test_a_server_without_capa_and_with_apop(dialogue, tls):
    seen, _ = dialogue(examine, tls, [b"+OK POP3 <1896.697170952@dbc.mtview.ca.us>", b"-ERR unknown command"])
    assert seen.after_tls == ()
    assert seen.authentication == (Authentication.PASSWORD_ENCRYPTED,)


def test_a_server_without_capa_may_still_know_stls(dialogue, starttls):
    seen, wire = dialogue(examine, starttls, [b"+OK hi", b"-ERR", b"+OK begin", b"-ERR"])
    assert wire.upgrades == 1
    assert (seen.before_tls, seen.after_tls) == ((), ())


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ([b"-ERR [SYS/TEMP] too many connections"], RateLimitedError),
        ([b"-ERR not for you"], TurnedAwayError),
        ([b"-ERR"], ConnectionClosedError),
        ([b"* OK IMAP"], WrongProtocolError),
        ([b"220 smtp"], WrongProtocolError),
        ([b"+OK hi", b"-ERR", b"-ERR"], StarttlsNotOfferedError),
        ([b"+OK hi", b"+OK", b"UIDL", b"."], StarttlsNotOfferedError),
        ([b"+OK hi", *CAPA, b"-ERR later"], StarttlsRefusedError),
        ([b"+OK hi", b"what?"], ProtocolError),
        ([b"+OK hi", b"+OK", b"UIDL"], ConnectionClosedError),
    ],
)
def test_odd_and_hostile_servers(dialogue, starttls, lines, error):
    dialogue(examine, starttls, lines, error)


def test_apop_that_was_offered_in_clear_text_is_no_way_to_sign_in(dialogue, starttls):
    """Whoever sits on the way can write a timestamp into the greeting; within TLS nothing repeats it."""
    seen, _ = dialogue(examine, starttls, [b"+OK <1@mitm>", *CAPA, b"+OK begin", b"+OK", b"USER", b"."])
    assert seen.authentication == (Authentication.PASSWORD_CLEARTEXT,)


@pytest.mark.parametrize("count", [7, 8])
def test_a_list_longer_than_any_honest_one_is_not_cut_but_refused(dialogue, tls, count):
    """UIDL may stand where we stop reading; that it is missing would be a false alarm."""
    assert Limits().list_characters == 7 * 292 + 4
    lines = [b"+OK", *(b"X" * 292 for _ in range(count)), b"UIDL", b"."]
    seen, _ = dialogue(examine, tls, [b"+OK hi", *lines], LimitExceededError if count == 8 else None)
    assert seen.after_tls is None if count == 8 else seen.after_tls[-1] == "UIDL"
