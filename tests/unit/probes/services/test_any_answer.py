"""No sequence of lines, however odd, leads to anything but facts or a named error."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes.codes import Security
from probes.errors import ProbeError
from probes.services import imap, pop3, submission
from tests.unit.probes.services.fakes import session_with

WORDS = {
    imap: [b"* OK ", b"w1 OK ", b"w2 OK ", b"w3 OK ", b"[CAPABILITY STARTTLS ID]", b"* CAPABILITY ", b"{5}",
           b"STARTTLS", b"* ID (", b")", b'"', b"\\", b"* BYE ", b"* PREAUTH "],
    pop3: [b"+OK ", b"-ERR ", b".", b"..", b"STLS", b"SASL ", b"USER", b"IMPLEMENTATION ", b"<a@b>"],
    submission: [b"220 ", b"220-", b"250 ", b"250-", b"421 ", b"454 ", b"STARTTLS", b"AUTH", b"AUTH=", b"SIZE "],
}  # fmt: skip
NOISE = st.one_of(st.binary(max_size=8), st.sampled_from([b"\xff\xfe", b"\x00", b"\r", b"\xe2\x80\xae", b" "]))


HARMLESS = {b"CAPABILITY", b"STARTTLS", b"ID", b"LOGOUT", b"CAPA", b"STLS", b"QUIT", b"EHLO"}


def _command(said):
    """The command word, behind the tag of IMAP; never one that signs in or sends mail."""
    words = said.split()
    return words[1] if words[0].startswith(b"w") else words[0]


def answers(protocol):
    line = st.lists(st.one_of(st.sampled_from(WORDS[protocol]), NOISE), max_size=5).map(b"".join)
    return st.lists(line, max_size=9)


@pytest.mark.parametrize("protocol", list(WORDS), ids=lambda module: module.__name__)
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_nothing_breaks_a_dialogue(protocol, security):
    @settings(max_examples=60, deadline=None)
    @given(answers(protocol))
    def check(lines):
        session = session_with(lines, security)
        with contextlib.suppress(ProbeError):  # any other kind of error fails the test
            protocol.examine(session)
        for text in (session.seen.greeting or "", *(session.seen.before_tls or ()), *(session.seen.after_tls or ())):
            assert text.isprintable()
        assert {_command(said) for said in session.wire.said} <= HARMLESS

    check()
