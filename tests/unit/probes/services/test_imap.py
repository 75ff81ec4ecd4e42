"""The IMAP dialogue: capabilities from every place, hostile and odd answers."""

import pytest

from probes.errors import (
    ConnectionClosedError,
    LimitExceededError,
    PreauthError,
    ProtocolError,
    RateLimitedError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
    TurnedAwayError,
    WrongProtocolError,
)
from probes.services.imap import examine


@pytest.mark.parametrize(
    "lines",
    [
        [b"* OK [CAPABILITY IMAP4rev1 IDLE] ready"],
        [b"* OK ready", b"* CAPABILITY IMAP4rev1 IDLE", b"w3 OK done"],
        [b"* OK ready", b"w3 OK [CAPABILITY IMAP4rev1 IDLE] done"],
        [b"* OK ready", b"* CAPABILITY IMAP4rev1", b"* capability IMAP4rev1 IDLE", b"w3 OK done"],
        [b"* OK ready", b"* OK [CAPABILITY IMAP4rev1 IDLE] by the way", b"w3 OK done"],
        [b"* ok [capability IMAP4rev1 IDLE] ready"],
    ],
)
def test_capabilities_come_from_every_place_and_the_newest_wins(dialogue, tls, lines):
    seen, _ = dialogue(examine, tls, lines)
    assert seen.after_tls == ("IMAP4rev1", "IDLE")
    assert seen.before_tls is None


def test_words_of_the_answer_text_are_no_capabilities(dialogue, tls):
    seen, _ = dialogue(examine, tls, [b"* OK hi", b"* CAPABILITY IMAP4rev1 AUTH=LOGIN", b"w3 OK Pre-login, have more"])
    assert seen.after_tls == ("IMAP4rev1", "AUTH=LOGIN")


def test_starttls_keeps_both_lists_apart_and_asks_anew(dialogue, starttls):
    seen, wire = dialogue(
        examine,
        starttls,
        [
            b"* OK [CAPABILITY IMAP4rev1 LOGINDISABLED STARTTLS] ready",
            b"w2 OK [CAPABILITY IMAP4rev1 FAKE] begin TLS",
            b"* CAPABILITY IMAP4rev1 AUTH=PLAIN",
            b"w3 OK done",
        ],
    )
    assert seen.before_tls == ("IMAP4rev1", "LOGINDISABLED", "STARTTLS")
    assert seen.after_tls == ("IMAP4rev1", "AUTH=PLAIN")
    assert wire.upgrades == 1
    assert wire.said == [b"w2 STARTTLS\r\n", b"w3 CAPABILITY\r\n", b"w5 LOGOUT\r\n"]


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ([b"* PREAUTH [CAPABILITY IMAP4rev1] welcome"], PreauthError),
        ([b"* BYE too many connections from your IP"], RateLimitedError),
        ([b"* BYE go away"], TurnedAwayError),
        ([b"* BYE "], ConnectionClosedError),
        ([b"+OK POP3 ready"], WrongProtocolError),
        ([b"220 smtp"], WrongProtocolError),
        ([b"SSH-2.0-OpenSSH"], WrongProtocolError),
        ([b"* OK {3000000000}"], ProtocolError),
        ([b"* OK hi", b"w9 OK not ours"], ProtocolError),
        ([b"* OK hi", b"+ go on"], ProtocolError),
        ([b"* OK hi", b"w1 OK nothing"], ProtocolError),
        ([b"* OK hi", b"* CAPABILITY {3000000000}"], LimitExceededError),
        ([b"* OK hi", b"* BYE Server busy"], RateLimitedError),
        ([b"* OK [CAPABILITY IMAP4rev1] hi"], StarttlsNotOfferedError),
        ([b"* OK [CAPABILITY STARTTLS] hi", b"w2 NO not now"], StarttlsRefusedError),
        ([b"* OK [CAPABILITY STARTTLS] hi", b"w2 BAD what"], StarttlsRefusedError),
        ([b"* OK [CAPABILITY STARTTLS] hi"], ConnectionClosedError),
    ],
)
def test_odd_and_hostile_servers(dialogue, starttls, lines, error):
    seen, _ = dialogue(examine, starttls, lines, error)
    assert seen.greeting is not None


def test_the_server_names_itself(dialogue, tls):
    greeting = b"* OK [CAPABILITY IMAP4rev1 ID] hi"
    seen, wire = dialogue(examine, tls, [greeting, b'* ID ("name" "Cyrus \\"x\\"" "version" "3.8.1")', b"w4 OK"])
    assert seen.implementation == 'Cyrus "x" 3.8.1'
    assert wire.said[0].startswith(b'w4 ID ("name" ')
    seen, _ = dialogue(examine, tls, [greeting, b'* ID ("name" {7}', b"Dovecot", b' "version" NIL)', b"w4 OK"])
    assert seen.implementation == "Dovecot"
    for stumble in ([b"* ID NIL", b"w4 OK"], [b"w4 BAD"], [b"nonsense"], []):
        seen, _ = dialogue(examine, tls, [greeting, *stumble])
        assert seen.implementation is None


def test_tokens_are_cleaned_and_cut(dialogue, tls):
    seen, _ = dialogue(examine, tls, [b"* OK [CAPABILITY IM\x1bAP4rev1 " + b"y" * 500 + b"] hi"])
    assert seen.after_tls[0] == "IMAP4rev1"
    assert len(seen.after_tls[1]) == 128


@pytest.mark.parametrize("count", [255, 256])
def test_a_list_is_read_whole_or_not_at_all(dialogue, starttls, count):
    """STARTTLS may stand behind the last token that we are ready to read; that is no word on encryption."""
    many = b" ".join(b"X%d" % number for number in range(count))
    lines = [b"* OK [CAPABILITY " + many + b" STARTTLS] hi", b"w2 OK go", b"* CAPABILITY IMAP4rev1", b"w3 OK"]
    seen, _ = dialogue(examine, starttls, lines, LimitExceededError if count == 256 else None)
    assert seen.before_tls is None if count == 256 else seen.before_tls[-1] == "STARTTLS"
