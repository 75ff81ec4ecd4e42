"""Servers that mean harm: they end within their deadline, fill no memory, and never get the password a second time."""

import tracemalloc

import pytest

from probes.measurement import Trouble
from probes.services.measure_limits import MeasureLimits
from tests.integration.measure.mailboxes import PASSWORD
from tests.integration.own_time import OwnTime

DEADLINE = 1.0
SLACK = 1.0
CAPABILITIES = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN NAMESPACE\r\n"


class ImapScript:
    """An IMAP server that is honest until it reaches the command to misbehave at."""

    def __init__(self, context, at, misbehave, starttls=False):
        self._context = context
        self._at = at
        self._misbehave = misbehave
        self._starttls = starttls
        self.seen = []

    def __call__(self, peer):
        if not self._starttls:
            peer.start_tls(self._context)
        if self._at == "greeting":
            self._misbehave(peer, b"*")
        peer.send(b"* OK ready\r\n")
        while line := peer.line():
            self._answer(peer, line)

    def _answer(self, peer, line):
        self.seen.append(line)
        tag, _, command = line.strip().partition(b" ")
        word = command.split(b" ")[0].upper()
        if word == self._at.encode():
            return self._misbehave(peer, tag)
        if word == b"AUTHENTICATE":
            peer.send(b"+ \r\n")
            self.seen.append(peer.line())
        if word == b"STARTTLS":
            peer.send(tag + b" OK go\r\n")
            peer.start_tls(self._context)
            return None
        return peer.send(_HONEST.get(word, b"") + tag + b" OK done\r\n")


_HONEST = {
    b"CAPABILITY": CAPABILITIES,
    b"NAMESPACE": b'* NAMESPACE (("" "/")) NIL NIL\r\n',
    b"LIST": b'* LIST () "/" INBOX\r\n',
    b"STATUS": b"* STATUS INBOX (MESSAGES 2)\r\n",
    b"EXAMINE": b"* 2 EXISTS\r\n* FLAGS ()\r\n* OK [UIDVALIDITY 1] x\r\n",
    b"FETCH": b'* 1 FETCH (RFC822.SIZE 10 INTERNALDATE "01-Jan-2026 00:00:00 +0000")\r\n'
    b'* 2 FETCH (RFC822.SIZE 20 INTERNALDATE "01-Feb-2026 00:00:00 +0000")\r\n',
}


def drip(peer, tag):
    peer.drip(b"x", 0.05)


def drip_lines(peer, tag):
    peer.drip(b"* OK still here\r\n", 0.05)


def hold(peer, tag):
    peer.hold()


def flood(peer, tag):
    peer.flood(b"x" * 65536)


def endless_lines(peer, tag):
    peer.flood(b'* LIST () "/" folder\r\n* OK \r\n' * 500)


def literal(peer, tag):
    peer.send(b'* LIST () "/" {3000000000}\r\n')
    peer.flood(b"x" * 65536)


def bye(peer, tag):
    peer.send(b"* BYE go away\r\n")
    hang_up(peer, tag)


def hang_up(peer, tag):
    peer.close()
    raise ConnectionResetError  # the end of the script


def nonsense(peer, tag):
    peer.send(b"* LIST ((((((( \x1b[31m\x00 \xff\xfe NIL ((\r\n" + tag + b" OK\r\n")


def deep(peer, tag):
    peer.send(b"* NAMESPACE " + b"(" * 5000 + b")" * 5000 + b"\r\n" + tag + b" OK\r\n")


def other_tag(peer, tag):
    peer.send(b"zzz9 OK done\r\n")
    peer.hold()


SMALL = MeasureLimits(connect=0.8, tls=0.8, reply=0.8, total=DEADLINE, farewell=0.2, command_bytes=1_000_000,
                      command_lines=2_000)  # fmt: skip
WAYS = [drip, drip_lines, hold, flood, endless_lines, literal, bye, hang_up, nonsense, deep, other_tag]


def ended_in_time(measuring, *ports, limits=SMALL):
    tracemalloc.start()
    with OwnTime() as took:
        found = measuring(*ports, limits=limits)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took.seconds < DEADLINE + SLACK, took.seconds
    assert peak < 20_000_000, peak
    return found


@pytest.mark.parametrize("misbehave", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(
    "at", ["greeting", "CAPABILITY", "AUTHENTICATE", "NAMESPACE", "LIST", "STATUS", "EXAMINE", "FETCH"]
)
def test_imap_at_every_step(scripted, measuring, good_tls, at, misbehave) -> None:
    script = ImapScript(good_tls, at, misbehave)
    scripted({993: script})
    found = ended_in_time(measuring, 993)
    if found.imap is None:
        (problem,) = found.problems
        assert problem.trouble in {Trouble.BROKEN_OFF, Trouble.TOO_MUCH, Trouble.TRY_LATER, Trouble.WRONG_PASSWORD}
        assert all(sign.isprintable() for sign in problem.words or "")
    assert sum(b"AUTHENTICATE" in line for line in script.seen) <= 1


def test_an_honest_script_is_measured(scripted, measuring, good_tls) -> None:
    scripted({993: ImapScript(good_tls, "nothing", hold)})
    found = ended_in_time(measuring, 993)
    assert [month.bytes for month in found.imap.by_month] == [10, 20]


def test_preauth_gets_no_password(scripted, measuring, good_tls) -> None:
    script = ImapScript(good_tls, "greeting", lambda peer, tag: peer.send(b"* PREAUTH welcome\r\n"))
    scripted({993: script})
    (problem,) = ended_in_time(measuring, 993).problems
    assert problem.trouble is Trouble.PREAUTH
    assert not any(b"AUTH" in line for line in script.seen)


def test_asking_again_never_gets_the_password_again(scripted, measuring, good_tls) -> None:
    answers = []

    def again(peer, tag):
        for _ in range(3):
            peer.send(b"+ \r\n")
            answers.append(peer.line())
        peer.send(tag + b" NO [AUTHENTICATIONFAILED] no\r\n")

    scripted({993: ImapScript(good_tls, "AUTHENTICATE", again)})
    ended_in_time(measuring, 993)
    assert len(answers[0]) > 10
    assert answers[1:] == [b"*\r\n", b"*\r\n"]


@pytest.mark.parametrize(
    ("words", "trouble", "also_pop3"),
    [
        (b"NO [AUTHENTICATIONFAILED] Invalid credentials", Trouble.WRONG_PASSWORD, False),
        (b"NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled", Trouble.WRONG_PASSWORD, False),
        (b"NO [ALERT] Application-specific password required", Trouble.APP_PASSWORD, False),
        (b"NO IMAP access is disabled for this user", Trouble.SWITCHED_OFF, True),
        (b"NO [LIMIT] Too many connections for this user", Trouble.TOO_MANY_CONNECTIONS, False),
        (b"NO [UNAVAILABLE] Temporary failure", Trouble.TRY_LATER, False),
    ],
)
def test_what_a_refusal_means(scripted, measuring, good_tls, words, trouble, also_pop3) -> None:
    host = scripted({
        993: ImapScript(good_tls, "AUTHENTICATE", lambda peer, tag: peer.send(tag + b" " + words + b"\r\n")),
        995: pop3(good_tls, {}),
    })  # fmt: skip
    found = ended_in_time(measuring, 993, 995)
    assert found.problems[0].trouble is trouble
    assert found.problems[0].words.startswith(words.decode().removeprefix("NO ")[:20])
    assert (found.pop3 is not None) is also_pop3
    assert host.peers[995] == int(also_pop3)


def test_a_password_that_the_server_repeats_is_not_shown(scripted, measuring, good_tls) -> None:
    words = b" NO wrong password " + PASSWORD.encode() + b"\x1b[31m\r\n"
    scripted({993: ImapScript(good_tls, "AUTHENTICATE", lambda peer, tag: peer.send(tag + words))})
    (problem,) = ended_in_time(measuring, 993).problems
    assert PASSWORD not in problem.words
    assert "\x1b" not in problem.words


def pop3(context, answers):
    """A POP3 server; ``answers`` replaces what it says, or does, at a command."""
    plain = {
        b"CAPA": b"+OK\r\nUSER\r\nUIDL\r\n.\r\n", b"USER": b"+OK\r\n", b"PASS": b"+OK\r\n", b"STAT": b"+OK 2 30\r\n",
        b"LIST": b"+OK\r\n1 10\r\n2 20\r\n.\r\n", b"UIDL": b"+OK\r\n1 a\r\n2 b\r\n.\r\n", b"QUIT": b"+OK\r\n",
    }  # fmt: skip

    def serve(peer):
        peer.start_tls(context)
        peer.send(b"+OK ready\r\n")
        while line := peer.line():
            word = line.strip().split(b" ")[0].upper()
            answer = {**plain, **answers}.get(word, b"-ERR\r\n")
            answer(peer, b"") if callable(answer) else peer.send(answer)
            if word == b"QUIT":
                return

    return serve


@pytest.mark.parametrize("misbehave", [drip, drip_lines, hold, flood, endless_lines, hang_up, nonsense])
@pytest.mark.parametrize("at", [b"CAPA", b"USER", b"PASS", b"STAT", b"LIST", b"UIDL"])
def test_pop3_at_every_step(scripted, measuring, good_tls, at, misbehave) -> None:
    scripted({995: pop3(good_tls, {at: misbehave})})
    found = ended_in_time(measuring, 995)
    assert found.pop3 is not None or len(found.problems) == 1


@pytest.mark.parametrize(
    "answers",
    [{b"STAT": b"+OK x y\r\n"}, {b"STAT": b"+OK -1 -5\r\n", b"LIST": b"+OK\r\n.\r\n"}, {b"LIST": b"+OK\r\n1\r\n.\r\n"}],
)
def test_pop3_figures_that_are_none(scripted, measuring, good_tls, answers) -> None:
    scripted({995: pop3(good_tls, answers)})
    found = ended_in_time(measuring, 995)
    assert found.pop3 is None or found.pop3.messages == 0


def test_pop3_without_lasting_numbers(scripted, measuring, good_tls) -> None:
    scripted({995: pop3(good_tls, {b"UIDL": b"-ERR no\r\n"})})
    assert ended_in_time(measuring, 995).pop3.uidl is None


BEFORE = {
    "silent": lambda peer: peer.hold(),
    "one byte now and then": lambda peer: peer.drip(b"\x16", 0.1),
    "a record that never ends": lambda peer: (peer.send(b"\x16\x03\x03\x3f\xff\x02"), peer.drip(b"\x00", 0.1)),
    "lines": lambda peer: peer.drip(b"* OK not yet\r\n", 0.05),
    "a flood": lambda peer: peer.flood(b"x" * 65536),
    "a flood of lines": lambda peer: peer.flood(b"* OK more\r\n" * 4000),
    "nothing at all": lambda peer: None,
}


@pytest.mark.parametrize("misbehave", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("port", [993, 143, 995, 110])
def test_who_misbehaves_before_encryption_is_left_in_time(scripted, measuring, port, misbehave) -> None:
    scripted({port: misbehave})
    (problem,) = ended_in_time(measuring, port).problems
    assert problem.trouble in {Trouble.BROKEN_OFF, Trouble.TOO_MUCH, Trouble.ENCRYPTION}


@pytest.mark.parametrize("drip", [b"x", b"* OK not yet\r\n"], ids=["bytes", "lines"])
def test_an_agreement_to_encrypt_that_never_comes(scripted, measuring, drip) -> None:
    heard = []

    def handler(peer):
        peer.send(b"* OK hi\r\n")
        heard.append(peer.line())
        peer.drip(drip, 0.05)

    scripted({143: handler})
    (problem,) = ended_in_time(measuring, 143).problems
    assert problem.trouble is Trouble.BROKEN_OFF
    assert heard == [b"m1 STARTTLS\r\n"]
