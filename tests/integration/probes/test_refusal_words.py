"""A no at any step of any dialogue: what is only for now, or only for us, is never told as "not encrypted"."""

import pytest

from probes.codes import Reason, Status
from tests.integration.probes import speaking

CAPABLE = b"* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] hi\r\n"
STLS = b"+OK\r\nSTLS\r\n.\r\n"
EHLO = b"250-mail.firma.example\r\n250 STARTTLS\r\n"
SIEVE = b'"IMPLEMENTATION" "x"\r\n"SIEVE" ""\r\n"STARTTLS"\r\nOK\r\n'
IMAP_NO, IMAP_BAD, BYE, ERR, NO, SIEVE_BYE = b"TAG NO ", b"TAG BAD ", b"* BYE ", b"-ERR ", b"NO ", b"BYE "

IMAP_STEPS = [
    ("greeting", 143, [BYE]),
    ("capability", 143, [b"* OK hi\r\n", IMAP_NO]),
    ("capability bad", 143, [b"* OK hi\r\n", IMAP_BAD]),
    ("capability bye", 143, [b"* OK hi\r\n", BYE]),
    ("starttls", 143, [CAPABLE, IMAP_NO]),
    ("starttls bad", 143, [CAPABLE, IMAP_BAD]),
    ("starttls bye", 143, [CAPABLE, BYE]),
    ("within tls", 993, [b"* OK hi\r\n", IMAP_NO]),
    ("within tls bye", 993, [b"* OK hi\r\n", BYE]),
]
POP3_STEPS = [
    ("greeting", 110, [ERR]),
    ("capa", 110, [b"+OK hi\r\n", ERR]),
    ("stls", 110, [b"+OK hi\r\n", STLS, ERR]),
    ("stls without capa", 110, [b"+OK hi\r\n", b"-ERR unknown command\r\n", ERR]),
    ("within tls", 995, [b"+OK hi\r\n", ERR]),
]
SIEVE_STEPS = [
    ("greeting", 4190, [SIEVE_BYE]),
    ("greeting no", 4190, [NO]),
    ("capability", 4190, [b"OK\r\n", NO]),
    ("capability bye", 4190, [b"OK\r\n", SIEVE_BYE]),
    ("starttls", 4190, [SIEVE, NO]),
    ("starttls bye", 4190, [SIEVE, SIEVE_BYE]),
]
SMTP_STEPS = [
    ("greeting", 587, []),
    ("ehlo", 587, [b"220 hi\r\n"]),
    ("starttls", 587, [b"220 hi\r\n", EHLO]),
    ("within tls", 465, []),
    ("ehlo within tls", 465, [b"220 hi\r\n"]),
]
TOO_MANY = b"too many connections from your address"
FOR_NOW = {
    "imap": (TOO_MANY, b"[LIMIT] no", b"[UNAVAILABLE] no", b"[INUSE] no", b"[THROTTLED] no", b"try again later"),
    "pop3": (TOO_MANY, b"[SYS/TEMP] no", b"[IN-USE] locked", b"[LOGIN-DELAY] no", b"server busy"),
    "sieve": (b'"too many connections"', b"(TRYLATER)", b'(TRYLATER) "no"', b'"temporarily out of order"'),
    "submission": (b"421 4.3.2 no", b"450 no", b"451 4.3.0 no", b"452 4.3.1 no", b"554 5.7.0 too many sessions",
                   b"421-4.7.0 too many connections\r\n421 4.7.0 bye"),
}  # fmt: skip
LISTED = b"Client host [192.0.2.7] blocked using zen.spamhaus.org"
LISTED_AS = {
    "imap": LISTED,
    "pop3": b"[SYS/PERM] " + LISTED,
    "sieve": b'"' + LISTED + b'"',
    "submission": b"554 5.7.1 Service unavailable; " + LISTED,
}
STEPS = {"imap": IMAP_STEPS, "pop3": POP3_STEPS, "sieve": SIEVE_STEPS, "submission": SMTP_STEPS}


def table(words_of):
    """Each of the words at each step: protocol, port, what the server says, the words that must be kept."""
    rows = []
    for name, steps in STEPS.items():
        for step, port, lines in steps:
            for words in words_of[name]:
                before = lines if name == "submission" else lines[:-1]
                last = words if name == "submission" else lines[-1] + words
                rows.append(pytest.param(port, [*before, last + b"\r\n"], words, id=f"{name} {step}: {words!r}"))
    return rows


def saying(lines, context=None):
    """A server that says one line more after each of ours, within TLS where there is a ``context``."""

    def handler(peer):
        if context:
            peer.start_tls(context)
        peer.send(lines[0])
        for line in lines[1:]:
            peer.send(line.replace(b"TAG", peer.tag()))
        peer.hold()

    return handler


def tried(lab, good_tls, port, lines):
    return lab.try_handler(port, saying(lines, good_tls if port in (993, 995, 465) else None))


@pytest.mark.parametrize(("port", "lines", "words"), table(FOR_NOW))
def test_a_no_for_now_is_a_limit_at_every_step(lab, good_tls, port, lines, words):
    service = tried(lab, good_tls, port, lines)
    assert (service.status, service.reason) == (Status.FAILED, Reason.RATE_LIMITED)
    assert words.split(b"\r\n")[0].replace(b"421-", b"421 ").decode() in service.words


@pytest.mark.parametrize(("port", "lines", "words"), table({name: (line,) for name, line in LISTED_AS.items()}))
def test_a_blocked_address_is_turned_away_at_every_step(lab, good_tls, port, lines, words):
    service = tried(lab, good_tls, port, lines)
    assert (service.status, service.reason) == (Status.FAILED, Reason.TURNED_AWAY)
    assert words.decode() in service.words


@pytest.mark.parametrize(("port", "line"), [
    (143, b"* BYE IMAP connections are disabled for this domain"),
    (143, b"* BYE Plaintext connections are not allowed here"),
    (110, b"-ERR POP3 connections not permitted, use IMAP"),
    (587, b"554 mail.firma.example: no services here; access limited to customers"),
    (587, b"554 5.7.1 Service unavailable"),
    (4190, b'NO "sieve connections are not for this network"'),
])  # fmt: skip
def test_a_policy_is_not_called_a_limit(lab, port, line):
    service = lab.try_handler(port, saying([line + b"\r\n"]))
    assert (service.reason, service.words) == (Reason.TURNED_AWAY, line.decode())


@pytest.mark.parametrize(("port", "line"), [
    (143, b"* BYE"),
    (143, b"* BYE bye"),
    (143, b"* BYE Connection is closed. 13"),
    (110, b"-ERR closing connection"),
    (4190, b'BYE "Goodbye."'),
])  # fmt: skip
def test_a_farewell_without_a_reason_is_hanging_up(lab, port, line):
    service = lab.try_handler(port, saying([line + b"\r\n"]))
    assert (service.reason, service.words) == (Reason.CLOSED, line.decode())


@pytest.mark.parametrize(("port", "lines", "reason", "words"), [
    (143, [CAPABLE, b"TAG NO not now\r\n"], Reason.STARTTLS_REFUSED, "w2 NO not now"),
    (143, [CAPABLE, b"TAG BAD use TLS 1.2 or later\r\n"], Reason.STARTTLS_REFUSED, "w2 BAD use TLS 1.2 or later"),
    (143, [b"* OK hi\r\n", b"TAG BAD unknown\r\n"], Reason.PROTOCOL_ERROR, "w1 BAD unknown"),
    (110, [b"+OK hi\r\n", STLS, b"-ERR no certificate\r\n"], Reason.STARTTLS_REFUSED, "-ERR no certificate"),
    (110, [b"+OK hi\r\n", b"-ERR what\r\n", b"-ERR what\r\n"], Reason.STARTTLS_NOT_OFFERED, "-ERR what"),
    (587, [b"220 hi\r\n", EHLO, b"454 4.7.0 TLS not available due to temporary reason\r\n"], Reason.STARTTLS_REFUSED,
     "454 4.7.0 TLS not available due to temporary reason"),
    (587, [b"220 hi\r\n", b"502 what\r\n"], Reason.PROTOCOL_ERROR, "502 what"),
    (587, [b"200 news server ready\r\n"], Reason.WRONG_PROTOCOL, "200 news server ready"),
    (4190, [SIEVE, b'NO "not now"\r\n'], Reason.STARTTLS_REFUSED, 'NO "not now"'),
    (4190, [b"OK\r\n", b'NO "what"\r\n'], Reason.PROTOCOL_ERROR, 'NO "what"'),
])  # fmt: skip
def test_a_no_to_the_command_itself_keeps_its_own_word(lab, port, lines, reason, words):
    service = lab.try_handler(port, saying(lines))
    assert (service.reason, service.words) == (reason, words)


def test_a_no_that_breaks_off_within_its_lines_is_still_a_no(lab):
    service = lab.try_handler(587, lambda peer: peer.send(b"554-mail.firma.example takes no mail\r\n"))
    assert (service.reason, service.words) == (Reason.TURNED_AWAY, "554 mail.firma.example takes no mail")


@pytest.mark.parametrize("words", [b"* BYE strangers are not told who we are", b"* BYE too many commands", b"* BYE"])
def test_who_is_turned_away_after_the_abilities_are_known_has_still_seen_them(lab, good_tls, words):
    """The server's ID is asked for last, and nothing depends on it."""

    def handler(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK [CAPABILITY " + speaking.IMAP + b" ID] hi\r\n")
        peer.line()
        peer.send(words + b"\r\n")
        peer.hold()

    service = lab.try_handler(993, handler)
    assert (service.status, service.reason) == (Status.COMPLETED, None)
