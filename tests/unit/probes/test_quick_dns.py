"""Which datagrams are taken for an answer, and which of them need more care."""

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.quick_dns import FLAGS, QuickAnswer, _answers, _datagram, _read

NAME = "mail.firma.example"
QUESTION = _datagram(NAME, "A")


def reply(*records: str, rcode=dns.rcode.NOERROR, flags="") -> bytes:
    message = dns.message.make_response(dns.message.from_wire(QUESTION))
    message.set_rcode(rcode)
    message.flags |= dns.flags.from_text(flags)
    for record in records:
        owner, kind, value = record.split(None, 2)
        message.answer.append(dns.rrset.from_text(owner, 60, "IN", kind, value))
    message.authority.append(dns.rrset.from_text("firma.example.", 60, "IN", "NS", "ns.firma.example."))
    return message.to_wire()


def test_the_question_is_one_that_everybody_understands() -> None:
    asked = dns.message.from_wire(QUESTION)
    assert asked.flags == FLAGS == dns.flags.RD | dns.flags.AD
    assert [each.to_text() for each in asked.question] == [f"{NAME}. IN A"]


@pytest.mark.parametrize("name", ["", "a..b", "müller.example", "a\\.b.example", 64 * "a", 127 * "a." + "ab"])
def test_names_that_take_more_care(name: str) -> None:
    assert _datagram(name, "A") is None


@pytest.mark.parametrize(
    "other",
    [
        b"",
        QUESTION,  # a question is no answer
        bytes([QUESTION[0] ^ 1]) + reply()[1:],
        reply()[:20],
        reply().replace(b"firma", b"andre"),
        reply()[: len(QUESTION) - 3] + b"\x1c" + reply()[len(QUESTION) - 2 :],  # of another kind
        reply()[:5] + b"\x02" + reply()[6:],  # two questions
        bytes([*reply()[:2], reply()[2] | 0x10, *reply()[3:]]),  # a notification
    ],
    ids=["empty", "a question", "another number", "cut off", "another name", "another kind", "two", "a notification"],
)
def test_what_is_no_answer(other: bytes) -> None:
    assert not _answers(other, QUESTION)


def test_an_answer_may_change_the_case_of_the_name() -> None:
    assert _answers(reply(), QUESTION)
    assert _answers(reply().replace(b"firma", b"FirMA"), QUESTION)


def test_usual_answers() -> None:
    assert _read(reply(), QUESTION) == QuickAnswer()
    assert _read(reply(flags="AD"), QUESTION) == QuickAnswer(authentic=True)
    assert _read(reply(rcode=dns.rcode.NXDOMAIN), QUESTION) == QuickAnswer(exists=False)
    found = _read(reply(f"{NAME}. A 192.0.2.1", flags="AD"), QUESTION)
    assert ([each.address for each in found.records], found.exists, found.authentic) == (["192.0.2.1"], True, True)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("A", ["192.0.2.1", "192.0.2.2"]),
        ("AAAA", ["2001:db8::1"]),
        ("MX", ["10 mail.firma.example.", "20 mail.elsewhere.example."]),
        ("SRV", ["0 1 993 mail.firma.example.", "0 0 0 ."]),
        ("TXT", ['"mailconf=https://a.example/" "b"', '""']),
        ("TLSA", ["3 1 1 " + 32 * "0a"]),
        ("CAA", ['0 issue "letsencrypt.org"']),
        ("PTR", ["mail.firma.example."]),
        ("CNAME", ["web.firma.example."]),
    ],
)
def test_records_are_read_as_dnspython_reads_a_whole_message(kind, values) -> None:
    """Names in them are shortened by pointers into the message, as servers do it."""
    question = _datagram(NAME, kind)
    message = dns.message.make_response(dns.message.from_wire(question))
    message.answer.append(dns.rrset.from_text(f"{NAME}.", 60, "IN", kind, *values))
    read = _read(message.to_wire(), question).records
    whole = dns.message.from_wire(message.to_wire()).answer[0]
    assert (len(read), set(read)) == (len(values), set(whole))


@pytest.mark.parametrize(
    "records",
    [
        [f"{NAME}. MX 10 mail.example.", f"{NAME}. A 192.0.2.1"],
        ["other.example. A 192.0.2.9", f"{NAME}. A 192.0.2.1"],
    ],
    ids=["another kind", "another name"],
)
def test_records_that_nobody_asked_for_are_left_out(records) -> None:
    assert [each.address for each in _read(reply(*records), QUESTION).records] == ["192.0.2.1"]


@given(st.binary(max_size=80))
def test_no_answer_breaks_the_reading(rest) -> None:
    """Whatever follows the question: records, nothing usual, but never an exception."""
    whole = reply(f"{NAME}. A 192.0.2.1")[: len(QUESTION)] + rest
    answer = _read(whole, QUESTION)
    assert answer is None or all(each.rdtype == dns.rdatatype.A for each in answer.records)


def test_an_alias_is_followed_in_the_answer_and_may_lead_nowhere() -> None:
    alias = f"{NAME}. CNAME web.example."
    assert [each.address for each in _read(reply(alias, "web.example. A 192.0.2.1"), QUESTION).records] == ["192.0.2.1"]
    assert _read(reply(alias), QUESTION) == QuickAnswer()


@pytest.mark.parametrize(
    "unusual",
    [
        reply(rcode=dns.rcode.SERVFAIL),
        reply(rcode=dns.rcode.REFUSED),
        reply(flags="TC"),
        reply(f"{NAME}. A 192.0.2.1", flags="TC"),
        reply(f"{NAME}. A 192.0.2.1", rcode=dns.rcode.NXDOMAIN),
        reply(f"{NAME}. A 192.0.2.1")[: len(QUESTION) + 8],
        reply(f"{NAME}. CNAME {NAME}."),
    ],
    ids=["failed", "refused", "cut off", "cut off with records", "no name, but records", "half a record", "a circle"],
)
def test_unusual_answers_are_left_to_others(unusual: bytes) -> None:
    assert _read(unusual, QUESTION) is None
