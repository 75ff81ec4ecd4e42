"""The submission dialogue."""

import pytest

from probes.codes import Authentication
from probes.errors import (
    ProtocolError,
    RateLimitedError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
    TurnedAwayError,
    WrongProtocolError,
)
from probes.services.submission import examine

EHLO = [b"250-mail.firma.example hello", b"250-SIZE 20480000", b"250-STARTTLS", b"250 PIPELINING"]
INNER = [b"250-mail.firma.example", b"250 AUTH PLAIN XOAUTH2"]


def test_lists_around_starttls(dialogue, starttls):
    seen, wire = dialogue(examine, starttls, [b"220-first", b"220 second", *EHLO, b"220 go", *INNER])
    assert seen.before_tls == ("SIZE 20480000", "STARTTLS", "PIPELINING")
    assert seen.after_tls == ("AUTH PLAIN XOAUTH2",)
    assert seen.authentication == (Authentication.PASSWORD_CLEARTEXT, Authentication.OAUTH2)
    assert seen.greeting == "220-first"
    assert wire.said == [b"EHLO mailweiche.invalid\r\n", b"STARTTLS\r\n", b"EHLO mailweiche.invalid\r\n", b"QUIT\r\n"]


def test_implicit_tls_and_a_bare_reply(dialogue, tls):
    seen, _ = dialogue(examine, tls, [b"220 hi", b"250 hello"])
    assert (seen.before_tls, seen.after_tls, seen.authentication) == (None, (), ())


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ([b"421 4.7.0 try again"], RateLimitedError),
        ([b"554 too many connections"], RateLimitedError),
        ([b"554 no service"], TurnedAwayError),
        ([b"554"], TurnedAwayError),
        ([b"* OK IMAP"], WrongProtocolError),
        ([b"+OK POP"], WrongProtocolError),
        ([b"220 hi", b"502 what"], ProtocolError),
        ([b"220 hi", b"421 too many"], RateLimitedError),
        ([b"220 hi", b"250-a", b"garbage"], ProtocolError),
        ([b"220 hi", b"250 a"], StarttlsNotOfferedError),
        ([b"220 hi", *EHLO, b"454 TLS not available"], StarttlsRefusedError),
    ],
)
def test_odd_and_hostile_servers(dialogue, starttls, lines, error):
    dialogue(examine, starttls, lines, error)
