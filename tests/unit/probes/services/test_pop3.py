"""The POP3 dialogue."""

import pytest

from probes.codes import Authentication
from probes.errors import (
    ConnectionClosedError,
    ProtocolError,
    RateLimitedError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
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
        ([b"-ERR not for you"], ConnectionClosedError),
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


def test_no_more_of_a_list_is_kept_than_an_honest_server_says(dialogue, tls):
    lines = [b"+OK", b"UIDL", *(b"X" * 300 for _ in range(150)), b"."]
    seen, _ = dialogue(examine, tls, [b"+OK hi", *lines])
    assert seen.after_tls[0] == "UIDL"
    assert sum(map(len, seen.after_tls)) <= Limits().list_characters
