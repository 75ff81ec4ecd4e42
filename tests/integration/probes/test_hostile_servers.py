"""Hostile, broken and half-dead servers: the right word, in time, in bounded memory."""

import ssl
import tracemalloc
import warnings

import pytest

from probes.codes import Reason, Status
from tests.integration.own_time import OwnTime
from tests.integration.probes.scripted import BlackHole

DEADLINE = 1.8
MARGIN = 0.4  # seconds for the work itself
STARTTLS_READY = b"* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n"
SIEVE = b'"IMPLEMENTATION" "x"\r\n"SIEVE" ""\r\n"STARTTLS"\r\nOK\r\n'
STLS = b"+OK\r\nSTLS\r\n.\r\n"
TOKENS = b" A" * 100_000
BINARY = bytes(range(128, 256)) * 8 + b"\r\n"
EHLO = b"250-mail.firma.example\r\n250 STARTTLS\r\n"


def silent(peer):
    peer.hold()


def says(*lines):
    """Say the first lines at once, each further one after one line of the client, then wait."""

    def handler(peer):
        peer.send(lines[0])
        for line in lines[1:]:
            tag = peer.tag()
            peer.send(line.replace(b"TAG", tag))
        peer.hold()

    return handler


def drips(peer):
    peer.drip()


def floods(greeting, data):
    def handler(peer):
        peer.send(greeting)
        peer.line()
        peer.flood(data)

    return handler


def closes(peer):
    """End at once."""


def resets(peer):
    peer.reset()


def resets_after_greeting(peer):
    peer.send(b"* OK hi\r\n")
    peer.line()
    peer.reset()


def closes_after_agreeing(peer):
    peer.send(STARTTLS_READY)
    peer.send(peer.tag() + b" OK go\r\n")


def agrees_and_closes(*lines):
    """Say the lines, each after one of the client, and go."""

    def handler(peer):
        peer.send(lines[0])
        for line in lines[1:]:
            peer.line()
            peer.send(line)

    return handler


CASES = [
    ("silent imap", 143, silent, Reason.GREETING_TIMEOUT),
    ("silent pop3", 110, silent, Reason.GREETING_TIMEOUT),
    ("silent submission", 587, silent, Reason.GREETING_TIMEOUT),
    ("silent before tls", 993, silent, Reason.TLS_TIMEOUT),
    ("drips a greeting", 143, drips, Reason.GREETING_TIMEOUT),
    ("one byte per half second", 143, lambda peer: peer.drip(b"*", 0.5), Reason.GREETING_TIMEOUT),
    ("one byte per half second for tls", 993, lambda peer: peer.drip(b"\x16", 0.5), Reason.TLS_TIMEOUT),
    ("drips a handshake", 993, lambda peer: (peer.send(b"\x16\x03\x03\x3f\xff\x02"), peer.drip(b"\x00")),
     Reason.TLS_TIMEOUT),
    ("drips an answer", 143, lambda peer: (peer.send(b"* OK hi\r\n"), peer.drip()), Reason.TIMED_OUT),
    ("drips whole lines", 143, lambda peer: (peer.send(b"* OK hi\r\n"), peer.drip(b"* X\r\n", 0.1)), Reason.TIMED_OUT),
    ("endless lines", 143, floods(b"* OK hi\r\n", b"* OK more\r\n" * 1000), Reason.LIMIT_EXCEEDED),
    ("endless capa", 110, floods(b"+OK hi\r\n", b"+OK\r\n" + b"X\r\n" * 5000), Reason.LIMIT_EXCEEDED),
    ("endless ehlo", 587, floods(b"220 hi\r\n", b"250-X\r\n" * 5000), Reason.LIMIT_EXCEEDED),
    ("endless greeting", 143, lambda peer: peer.flood(b"x" * 65536), Reason.LIMIT_EXCEEDED),
    ("endless smtp greeting", 587, lambda peer: peer.flood(b"220-x\r\n" * 5000), Reason.LIMIT_EXCEEDED),
    ("huge literal", 143, says(b"* OK hi\r\n", b"* CAPABILITY {3000000000}\r\nxxxx"), Reason.LIMIT_EXCEEDED),
    ("many small literals", 143, floods(b"* OK hi\r\n", b"* X {2}\r\nab\r\n" * 500), Reason.LIMIT_EXCEEDED),
    ("closed", 143, closes, Reason.CLOSED),
    ("closed before tls", 993, lambda peer: peer.some(), Reason.CLOSED),
    ("reset", 143, resets_after_greeting, Reason.RESET),
    ("bye", 143, says(b"* BYE too many connections from 192.0.2.1\r\n"), Reason.RATE_LIMITED),
    ("bye without reason", 143, says(b"* BYE\r\n"), Reason.CLOSED),
    ("err", 110, says(b"-ERR [SYS/TEMP] try again later\r\n"), Reason.RATE_LIMITED),
    ("421", 587, says(b"421 4.7.0 too many connections\r\n"), Reason.RATE_LIMITED),
    ("preauth", 143, says(b"* PREAUTH [CAPABILITY IMAP4rev1] hi\r\n"), Reason.PREAUTH),
    ("http on imap", 143, says(b"HTTP/1.1 400 Bad Request\r\n"), Reason.WRONG_PROTOCOL),
    ("imap on pop3", 110, says(b"* OK IMAP\r\n"), Reason.WRONG_PROTOCOL),
    ("pop3 on submission", 587, says(b"+OK POP3\r\n"), Reason.WRONG_PROTOCOL),
    ("plain on tls port", 993, says(b"* OK hi\r\n"), Reason.PLAIN_ON_TLS_PORT),
    ("plain smtp on tls port", 465, says(b"220 hi\r\n"), Reason.PLAIN_ON_TLS_PORT),
    ("tls alert", 993, lambda peer: (peer.send(b"\x15\x03\x03\x00\x02\x02\x28"), peer.hold()), Reason.TLS_FAILED),
    ("no starttls", 143, says(b"* OK [CAPABILITY IMAP4rev1] hi\r\n"), Reason.STARTTLS_NOT_OFFERED),
    ("no stls", 110, says(b"+OK hi\r\n", b"+OK\r\nUIDL\r\n.\r\n"), Reason.STARTTLS_NOT_OFFERED),
    ("no starttls 587", 587, says(b"220 hi\r\n", b"250 mail\r\n"), Reason.STARTTLS_NOT_OFFERED),
    ("refused upgrade", 143, says(STARTTLS_READY, b"TAG NO not now\r\n"), Reason.STARTTLS_REFUSED),
    ("refused stls", 110, says(b"+OK hi\r\n", b"+OK\r\nSTLS\r\n.\r\n", b"-ERR no\r\n"), Reason.STARTTLS_REFUSED),
    ("refused 587", 587, says(b"220 hi\r\n", EHLO, b"454 not available\r\n"), Reason.STARTTLS_REFUSED),
    ("text for tls", 143, says(STARTTLS_READY, b"TAG OK go\r\n", b"* BAD what is this\r\n"), Reason.STARTTLS_BROKEN),
    ("closed for tls", 143, closes_after_agreeing, Reason.STARTTLS_BROKEN),
    ("closed for tls pop3", 110, agrees_and_closes(b"+OK hi\r\n", STLS, b"+OK\r\n"), Reason.STARTTLS_BROKEN),
    ("closed for tls 587", 587, agrees_and_closes(b"220 hi\r\n", EHLO, b"220 go\r\n"), Reason.STARTTLS_BROKEN),
    ("closed for tls sieve", 4190, agrees_and_closes(SIEVE, b'OK "go"\r\n'), Reason.STARTTLS_BROKEN),
    ("many capa tokens", 110, says(b"+OK hi\r\n", b"+OK\r\nSASL" + TOKENS + b"\r\n.\r\n"), Reason.LIMIT_EXCEEDED),
    ("many capa lines", 110, says(b"+OK hi\r\n", b"+OK\r\n" + b"X\r\n" * 300 + b".\r\n"), Reason.LIMIT_EXCEEDED),
    ("many ehlo tokens", 587, says(b"220 hi\r\n", b"250-hi\r\n250 AUTH" + TOKENS + b"\r\n"), Reason.LIMIT_EXCEEDED),
    ("many sieve tokens", 4190, says(b'"SIEVE" "' + TOKENS + b'"\r\nOK\r\n'), Reason.LIMIT_EXCEEDED),
    ("binary answer imap", 143, says(b"* OK hi\r\n", BINARY), Reason.PROTOCOL_ERROR),
    ("binary answer pop3", 110, says(b"+OK hi\r\n", BINARY), Reason.PROTOCOL_ERROR),
    ("binary answer 587", 587, says(b"220 hi\r\n", BINARY), Reason.PROTOCOL_ERROR),
    ("binary answer sieve", 4190, says(b"OK\r\n", BINARY), Reason.PROTOCOL_ERROR),
    ("literal in a tagged line", 143, says(b"* OK hi\r\n", b"TAG NO {4294967296}\r\nxxxx"), Reason.LIMIT_EXCEEDED),
    ("literal in an agreement", 143, says(STARTTLS_READY, b"TAG OK {4294967296}\r\nxxxx"), Reason.LIMIT_EXCEEDED),
    ("literal in a sieve refusal", 4190, says(SIEVE, b"NO {4294967296}\r\nxxxx"), Reason.LIMIT_EXCEEDED),
    ("silence for tls", 143, says(STARTTLS_READY, b"TAG OK go\r\n"), Reason.TLS_TIMEOUT),
    ("injection", 143, says(STARTTLS_READY, b"TAG OK go\r\n* CAPABILITY EVIL\r\n"), Reason.STARTTLS_INJECTION),
    ("injection pop3", 110, says(b"+OK hi\r\n", b"+OK\r\nSTLS\r\n.\r\n", b"+OK\r\n+OK evil\r\n"),
     Reason.STARTTLS_INJECTION),
    ("injection 587", 587, says(b"220 hi\r\n", EHLO, b"220 go\r\n250 evil\r\n"), Reason.STARTTLS_INJECTION),
    ("silent sieve", 4190, silent, Reason.GREETING_TIMEOUT),
    ("endless sieve", 4190, lambda peer: peer.flood(b'"X" "y"\r\n' * 5000), Reason.LIMIT_EXCEEDED),
    ("huge sieve literal", 4190, says(b'"SIEVE" {3000000000}\r\nxxxx'), Reason.LIMIT_EXCEEDED),
    ("sieve bye", 4190, says(b'BYE (TRYLATER) "too many connections"\r\n'), Reason.RATE_LIMITED),
    ("smtp on sieve", 4190, says(b"220 hi\r\n"), Reason.WRONG_PROTOCOL),
    ("nonsense in sieve", 4190, says(b'"SIEVE" ""\r\nmaybe\r\n'), Reason.PROTOCOL_ERROR),
    ("no sieve starttls", 4190, says(b'"SIEVE" ""\r\nOK\r\n'), Reason.STARTTLS_NOT_OFFERED),
    ("refused sieve", 4190, says(SIEVE, b'NO "not now"\r\n'), Reason.STARTTLS_REFUSED),
    ("injection sieve", 4190, says(SIEVE, b'OK "go"\r\n"SIEVE" "evil"\r\n'), Reason.STARTTLS_INJECTION),
    ("foreign tag", 143, says(b"* OK hi\r\n", b"z9 OK done\r\n"), Reason.PROTOCOL_ERROR),
]  # fmt: skip


@pytest.mark.parametrize(("port", "handler", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_verdict_comes_in_time(lab, port, handler, reason):
    with OwnTime() as took:
        service = lab.try_handler(port, handler, deadline=DEADLINE)
    assert (service.status, service.reason) == (Status.FAILED, reason)
    assert took.seconds < DEADLINE + MARGIN


def test_reset_at_once_is_a_reset_or_close(lab):
    assert lab.try_handler(143, resets).reason in (Reason.RESET, Reason.CLOSED)


@pytest.mark.parametrize(("port", "handler"), [
    (143, floods(b"* OK hi\r\n", b"* OK more\r\n" * 10_000)),
    (143, floods(b"* OK hi\r\n", b"x" * 1_000_000)),
    (110, floods(b"+OK hi\r\n", b"+OK\r\n" + b"X" * 1_000_000)),
])  # fmt: skip
def test_a_flood_does_not_fill_the_memory(lab, port, handler):
    lab.host("mail.firma.example", {port: handler})
    tracemalloc.start()
    try:
        service = lab.attempt(port)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert service.reason is Reason.LIMIT_EXCEEDED
    assert peak < 5 * 1024 * 1024


def test_a_flood_inside_tls_is_bounded_too(lab, good_tls):
    def handler(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK hi\r\n")
        peer.line()
        peer.flood(b"* OK more\r\n" * 1000)

    assert lab.try_handler(993, handler).reason is Reason.LIMIT_EXCEEDED


def test_a_closed_port_is_refused(lab):
    lab.host("mail.firma.example", {143: silent})
    assert lab.attempt(993).reason is Reason.REFUSED


def test_a_port_that_swallows_packets_is_filtered(lab):
    hole = BlackHole(143)
    lab.started.append(hole)
    lab.dns.add("mail.firma.example", "A", hole.address)
    with OwnTime() as took:
        assert lab.attempt(143).reason is Reason.FILTERED
    assert took.seconds < 1.0


@pytest.mark.parametrize("port", [143, 110, 587, 4190])
def test_tls_at_once_on_a_starttls_port_is_told_apart_from_silence(lab, good_tls, port):
    def handler(peer):
        peer.start_tls(good_tls)
        peer.hold()

    assert lab.try_handler(port, handler).reason is Reason.TLS_ON_PLAIN_PORT


@pytest.mark.parametrize("port", [143, 110, 587, 4190])
def test_a_tls_alert_as_greeting_of_a_starttls_port_is_tls_at_once(lab, port):
    service = lab.try_handler(port, lambda peer: (peer.send(b"\x15\x03\x01\x00\x02\x02\x46"), peer.hold()))
    assert service.reason is Reason.TLS_ON_PLAIN_PORT


def test_only_old_tls_versions_have_a_word_of_their_own(lab, test_ca):
    old = test_ca.certificate("mail.firma.example").server_context()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        old.minimum_version = ssl.TLSVersion.TLSv1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    assert lab.try_handler(993, lambda peer: peer.start_tls(old)).reason is Reason.TLS_VERSION


def test_one_byte_at_a_time_is_slow_but_fine(lab, good_tls):
    def handler(peer):
        peer.send_bytewise(STARTTLS_READY)
        peer.send_bytewise(peer.tag() + b" OK go\r\n")
        peer.start_tls(good_tls)
        peer.send_bytewise(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + peer.tag() + b" OK\r\n")
        peer.hold()

    service = lab.try_handler(143, handler)
    assert (service.status, service.reason) == (Status.COMPLETED, None)
    assert service.capabilities.before_tls == ("IMAP4rev1", "STARTTLS", "LOGINDISABLED")
    assert service.capabilities.after_tls == ("IMAP4rev1", "AUTH=PLAIN")


def test_hostile_words_are_cleaned_and_kept(lab):
    service = lab.try_handler(143, says(b"* BYE \x1b[31mtoo many\xe2\x80\xae connections\x00\r\n"))
    assert service.greeting == "* BYE [31mtoo many connections"
    assert service.words == "* BYE [31mtoo many connections"


def test_facts_seen_before_a_failure_stay(lab):
    service = lab.try_handler(143, says(STARTTLS_READY, b"TAG NO no\r\n"))
    assert service.capabilities.before_tls == ("IMAP4rev1", "STARTTLS", "LOGINDISABLED")
    assert service.timings_ms.connect is not None
    assert service.words == "w2 NO no"


def test_a_tls_session_ended_in_order_is_closed(lab, good_tls):
    def handler(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK hi\r\n")
        peer.line()
        peer.end_tls()

    assert lab.try_handler(993, handler).reason is Reason.CLOSED


def test_garbage_inside_a_tls_session_is_a_tls_failure(lab, good_tls):
    def handler(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK hi\r\n")
        peer.line()
        peer.send_beneath_tls(b"\x17\x03\x03\x00\x20" + b"garbage!" * 4)
        peer.hold()

    assert lab.try_handler(993, handler).reason is Reason.TLS_FAILED


@pytest.mark.parametrize("kind", ["malformed", "of_no_version"])
def test_a_malformed_certificate_is_a_tls_failure(lab, test_ca, kind):
    context = getattr(test_ca, kind)("mail.firma.example").server_context()
    assert lab.try_handler(993, lambda peer: peer.start_tls(context)).reason is Reason.TLS_FAILED
