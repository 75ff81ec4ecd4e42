"""Whatever a server answers after signing in, the two libraries end in an error that is known, or in clean figures."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advisor.report.documents.measure import read_measurement, write_measurement
from probes.errors import ConnectionClosedError, ProbeError
from probes.measurement import Measurement, own_folders
from probes.services import measure_imap, measure_pop3
from probes.services.measure_client import MAILBOX_ERRORS, StreamImapClient, StreamPop3
from probes.services.measure_limits import MeasureLimits

AT = datetime(2026, 11, 26, tzinfo=UTC)


class Answers:
    """A stream that answers each command with the next piece, under the right tag, and then hangs up."""

    def __init__(self, greeting, pieces):
        self._buffer = bytearray(greeting)
        self._pieces = list(pieces)
        self._begun = b""
        self.sent = []

    def sendall(self, data):
        """IMAPClient sends some commands in two parts; they are answered once they are whole."""
        self._begun += data
        if self._begun.endswith(b"\r\n"):
            command, self._begun = self._begun, b""
            self.sent.append(command)
            if self._pieces:
                self._buffer += self._pieces.pop(0).replace(b"TAG", command.split(b" ")[0])

    def readline(self, _limit=-1):
        end = self._buffer.find(b"\n") + 1
        if not end:
            raise ConnectionClosedError
        return self.read(end)

    def read(self, size):
        if size > len(self._buffer):
            raise ConnectionClosedError
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def makefile(self, _mode):
        return self

    def close(self):
        pass


CAPABILITIES = b"* CAPABILITY IMAP4rev1 NAMESPACE QUOTA ACL STATUS=SIZE SPECIAL-USE LIST-EXTENDED\r\nTAG OK done\r\n"
HONEST = [
    b'* NAMESPACE (("" "/")) NIL (("Public/" "/"))\r\nTAG OK done\r\n',
    b'* LIST (\\HasNoChildren) "/" INBOX\r\n* LIST (\\Sent) "/" "Gesendet &- &AOQ-"\r\nTAG OK done\r\n',
    b'* LIST () "/" Public/Team\r\nTAG OK done\r\n',
    b'* QUOTAROOT INBOX x\r\n* QUOTA x (STORAGE 5 10)\r\nTAG OK done\r\n',
    b"* STATUS INBOX (MESSAGES 1 SIZE 7)\r\nTAG OK done\r\n",
    b"* STATUS x (MESSAGES 1 SIZE 7)\r\nTAG OK done\r\n",
    b"* STATUS x (MESSAGES 1 SIZE 7)\r\nTAG OK done\r\n",
    b"* 1 EXISTS\r\nTAG OK [READ-ONLY] done\r\n",
    b'* 1 FETCH (RFC822.SIZE 7 INTERNALDATE "01-Jan-2026 00:00:00 +0000")\r\nTAG OK done\r\n',
]  # fmt: skip
ATOMS = st.sampled_from(
    [b"(", b")", b'"', b" ", b"NIL", b"\\", b"1", b"-5", b"999999999999999999999", b"{3}", b"{4294967296}", b"\r\n",
     b"TAG OK done", b"TAG NO no", b"TAG BAD", b"* ", b"FETCH ", b"INTERNALDATE ", b'"99-Xyz-0000 99:99:99 +9999"',
     b"STATUS ", b"LIST ", b"QUOTA ", b"&", b"-", b"\x00", b"\xff", b"\xe2\x80\xae", b"MESSAGES ", b"SIZE ", b"EXISTS"]
)  # fmt: skip
NOISE = st.lists(ATOMS, max_size=30).map(b"".join)


def looked_into(pieces):
    """The survey of a server with these answers; signing in is over."""
    stream = Answers(b"* OK hi\r\n", [CAPABILITIES, CAPABILITIES, *pieces])
    client = StreamImapClient(stream, "mail.firma.example")
    client.imap.state = "AUTH"
    return measure_imap.survey(client, MeasureLimits(), lambda *_: None)[0], stream


def test_honest_answers_are_read() -> None:
    found, stream = looked_into([*HONEST, *HONEST[7:], b"* MYRIGHTS Public/Team lr\r\nTAG OK done\r\n"])
    assert [folder.name for folder in found.folders] == ["INBOX", "Gesendet & ä", "Public/Team"]
    assert found.quota.limit_kb == 10
    assert found.namespaces.shared[0].rights[0].rights == "lr"
    assert [month.month for month in found.by_month] == ["2026-01"]
    assert not any(word in b" ".join(stream.sent) for word in (b"SELECT", b"STORE", b"BODY"))


class ByCommand(Answers):
    """The honest answers, whatever the order, but for one command that is always answered otherwise."""

    def __init__(self, word, answer):
        super().__init__(b"* OK hi\r\n", ())
        self._answers = dict(zip(WORDS, [CAPABILITIES, *HONEST[:2], *HONEST[3:5], *HONEST[7:], RIGHTS], strict=True))
        self._answers[word] = answer

    def sendall(self, data):
        self._begun += data
        if self._begun.endswith(b"\r\n"):
            tag, word = self._begun.split()[:2]
            self._begun = b""
            self._buffer += self._answers[word].replace(b"TAG", tag)


WORDS = (b"CAPABILITY", b"NAMESPACE", b"LIST", b"GETQUOTAROOT", b"STATUS", b"EXAMINE", b"FETCH", b"MYRIGHTS")
RIGHTS = b"* MYRIGHTS Public/Team lr\r\nTAG OK done\r\n"


@pytest.mark.parametrize("word", [b"NAMESPACE", b"GETQUOTAROOT", b"STATUS", b"EXAMINE", b"FETCH", b"MYRIGHTS"])
@pytest.mark.parametrize("refusal", [b"TAG NO not for you\r\n", b"TAG BAD what\r\n"])
def test_a_refusal_of_one_question_leaves_the_rest(word, refusal) -> None:
    client = StreamImapClient(ByCommand(word, refusal), "mail.firma.example")
    client.imap.state = "AUTH"
    found, troubles = measure_imap.survey(client, MeasureLimits(), lambda *_: None)
    assert "IMAP4REV1" in map(str.upper, found.capabilities)
    assert (found.quota is None) is (word == b"GETQUOTAROOT")
    assert (found.folders == ()) is (word == b"STATUS")
    assert (found.by_month == ()) is (word in {b"STATUS", b"EXAMINE", b"FETCH"})
    assert bool(troubles) is (word in {b"STATUS", b"EXAMINE", b"FETCH"})


@pytest.mark.parametrize("date", ["01-Jan-9998 00:00:00 +0000", "01-Jan-1900 00:00:00 +0000"])
def test_dates_that_no_mail_can_have_are_in_no_month(date) -> None:
    answer = f'* 1 FETCH (RFC822.SIZE 7 INTERNALDATE "{date}")\r\nTAG OK done\r\n'.encode()
    client = StreamImapClient(ByCommand(b"FETCH", answer), "mail.firma.example")
    client.imap.state = "AUTH"
    assert measure_imap.survey(client, MeasureLimits(), lambda *_: None)[0].by_month == ()


def test_sizes_that_no_mailbox_can_have_are_nonsense() -> None:
    answer = b"".join(
        b'* %d FETCH (RFC822.SIZE 9007199254740990 INTERNALDATE "01-Jan-2026 00:00:00 +0000")\r\n' % number
        for number in (1, 2)
    )
    script = ByCommand(b"FETCH", answer + b"TAG OK done\r\n")
    script._answers[b"EXAMINE"] = b"* 2 EXISTS\r\nTAG OK done\r\n"
    client = StreamImapClient(script, "mail.firma.example")
    client.imap.state = "AUTH"
    with pytest.raises(ValueError, match="not a number"):
        measure_imap.survey(client, MeasureLimits(), lambda *_: None)


def test_of_labels_only_the_one_that_shows_all_is_counted_by_month() -> None:
    labels = b'* LIST () "/" INBOX\r\n* LIST (\\All) "/" "All Mail"\r\n* LIST (\\Trash) "/" Bin\r\nTAG OK done\r\n'
    status = b"* STATUS x (MESSAGES 1 SIZE 7)\r\nTAG OK done\r\n"
    pieces = [b"TAG NO\r\n", labels, b"TAG NO no\r\n", status, status, status, *HONEST[7:]]
    found, stream = looked_into([b"TAG NO no\r\n", *pieces[1:]])
    assert [month.messages for month in found.by_month] == [1]
    assert next(line for line in stream.sent if b"EXAMINE" in line).endswith(b'EXAMINE "All Mail"\r\n')
    assert sum(folder.messages for folder in own_folders(found)) == 2


def test_what_a_server_says_reaches_no_log_and_no_terminal(capsys, caplog) -> None:
    caplog.set_level("DEBUG")
    with pytest.raises(ConnectionClosedError):
        looked_into([b"TAG NO \xff go \x1b[31maway\r\n"])
    assert capsys.readouterr() == ("", "")
    assert caplog.text == ""


@given(st.integers(0, len(HONEST) - 1), NOISE)
@example(1, b'* LIST () "/" {3}\r\na\r\n\r\nTAG OK done\r\n')
@example(1, b'* LIST () "/" 123\r\n* LIST () NIL &&&\r\nTAG OK done\r\n')
@example(0, b"* NAMESPACE " + b"(" * 3000 + b"\r\nTAG OK done\r\n")
@example(4, b"* STATUS INBOX (MESSAGES -5 SIZE 7)\r\nTAG OK done\r\n")
@example(3, b"* QUOTAROOT INBOX x\r\n* QUOTA x (STORAGE 5 0)\r\nTAG OK done\r\n")
def test_any_answer_of_imap(number, noise) -> None:
    try:
        found, _ = looked_into([*HONEST[:number], noise, *HONEST[number + 1 :], *[b"TAG OK done\r\n"] * 9])
    except (ProbeError, *MAILBOX_ERRORS):
        return
    whole = Measurement("0" * 64, "mail.firma.example", AT, found)
    assert read_measurement(write_measurement(whole)) == whole


@given(st.lists(NOISE, min_size=4, max_size=4))
@example([b"+OK\r\nUIDL\r\n.\r\n", b"+OK 1 99999999999999999999\r\n", b"+OK\r\n1 10\r\n.\r\n", b"-ERR\r\n"])
@example([b"+OK\r\nUIDL\r\n.\r\n", b"+OK 2 30\r\n", b"+OK\r\n1 10\r\n2 20\r\n.\r\n", b"+OK\r\n1 a\r\n2 a\r\n.\r\n"])
def test_any_answer_of_pop3(pieces) -> None:
    try:
        found = measure_pop3.survey(StreamPop3(Answers(b"+OK hi\r\n", pieces)))
    except (ProbeError, *MAILBOX_ERRORS):
        return
    whole = Measurement("0" * 64, "mail.firma.example", AT, None, found)
    assert read_measurement(write_measurement(whole)) == whole
