"""Every kind of question against a real nameserver: records, missing names, failures, the AD bit."""

import socket

import pytest

from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError
from probes.resolver import MAX_RECORDS, Answered, MxRecord, Resolver, SrvRecord
from tests.integration.own_time import OwnTime

REVERSE = "25.2.0.192.in-addr.arpa"


@pytest.fixture
def ask(dns_server):
    """``ask("txt", name)``."""
    resolver = Resolver((dns_server.nameserver,), 1.0)
    return lambda kind, name: getattr(resolver, kind)(name, Deadline(3))


def publish(dns_server):
    dns_server.add("firma.example", "MX", "10 mail.firma.example.")
    dns_server.add("_imaps._tcp.firma.example", "SRV", "0 5 993 mail.firma.example.")
    dns_server.add("mail.firma.example", "A", "192.0.2.25")
    dns_server.add("mail.firma.example", "AAAA", "2001:db8::25")
    dns_server.add("firma.example", "TXT", '"mailconf=" "https://firma.example/x"')
    dns_server.add("_993._tcp.mail.firma.example", "TLSA", f"3 1 1 {32 * 'AB'}")
    dns_server.add("firma.example", "CAA", '0 issue "letsencrypt.org"')
    dns_server.add(REVERSE, "PTR", "Mail.firma.example.")
    dns_server.add("www.firma.example", "CNAME", "web.hoster.example.")


ANSWERS = [
    ("mx", "firma.example", (MxRecord(10, "mail.firma.example"),), "firma.example"),
    ("srv", "_imaps._tcp.firma.example", (SrvRecord(0, 5, 993, "mail.firma.example"),), "_imaps._tcp.firma.example"),
    ("addresses", "mail.firma.example", ("192.0.2.25", "2001:db8::25"), "mail.firma.example"),
    ("txt", "firma.example", ("mailconf=https://firma.example/x",), "firma.example"),
    ("tlsa", "_993._tcp.mail.firma.example", (f"3 1 1 {32 * 'ab'}",), "_993._tcp.mail.firma.example"),
    ("caa", "firma.example", ('0 issue "letsencrypt.org"',), "firma.example"),
    ("caa", "imap.mail.firma.example", ('0 issue "letsencrypt.org"',), "firma.example"),
    ("reverse", "192.0.2.25", ("mail.firma.example",), REVERSE),
    ("cname", "www.firma.example", ("web.hoster.example",), "www.firma.example"),
]


@pytest.mark.parametrize(("kind", "name", "records", "signed"), ANSWERS)
def test_records_and_whether_they_were_validated(dns_server, ask, kind, name, records, signed):
    publish(dns_server)
    assert ask(kind, name) == Answered(records, dnssec=False)
    dns_server.secure(signed)
    assert ask(kind, name) == Answered(records, dnssec=True)


@pytest.mark.parametrize(
    ("kind", "name"),
    [("srv", "_pop3._tcp.nix.example"), ("txt", "nix.example"), ("tlsa", "_1._tcp.nix.example"),
     ("caa", "a.nix.example"), ("reverse", "192.0.2.99"), ("cname", "nix.example")],
)  # fmt: skip
def test_a_missing_name_is_an_empty_answer_after_one_question(dns_server, ask, kind, name):
    assert ask(kind, name) == Answered()
    assert len(dns_server.queries) == (name.count(".") + 1 if kind == "caa" else 1)


@pytest.mark.parametrize(("kind", "questions"), [("mx", ["MX"]), ("addresses", ["A", "AAAA"])])
def test_a_missing_domain_or_host_is_told_after_one_round_trip(dns_server, ask, kind, questions):
    with pytest.raises(NameNotFoundError):
        ask(kind, "nix.example")
    assert sorted(kind for _, kind in dns_server.queries) == questions


@pytest.mark.parametrize("kind", ["mx", "srv", "addresses", "txt", "tlsa", "caa", "cname"])
def test_a_broken_nameserver_is_no_empty_answer(dns_server, ask, kind):
    dns_server.fail("kaputt.example")
    with pytest.raises(DnsFailedError):
        ask(kind, "kaputt.example")


def test_half_validated_addresses_are_not_validated(dns_server, ask):
    dns_server.add("mail.firma.example", "A", "192.0.2.25")
    dns_server.secure("mail.firma.example")
    dns_server.fail("mail.firma.example", "AAAA")
    assert ask("addresses", "mail.firma.example") == Answered(("192.0.2.25",), dnssec=True)


def test_addresses_behind_an_alias_are_found(dns_server, ask):
    dns_server.add("mail.firma.example", "CNAME", "web.hoster.example.")
    dns_server.add("web.hoster.example", "A", "192.0.2.7")
    assert ask("addresses", "mail.firma.example").records == ("192.0.2.7",)


def test_more_records_than_anyone_needs_are_cut(dns_server, ask):
    for number in range(40):
        dns_server.add("firma.example", "TXT", f'"{number}"')
    answer = ask("txt", "firma.example")
    assert (len(answer.records), answer.cut) == (MAX_RECORDS, True)


def test_as_many_records_as_are_taken_are_whole(dns_server, ask):
    for number in range(MAX_RECORDS):
        dns_server.add("firma.example", "TXT", f'"{number}"')
    answer = ask("txt", "firma.example")
    assert (len(answer.records), answer.cut) == (MAX_RECORDS, False)


def test_the_words_of_a_record_for_people_are_cleaned(dns_server, ask):
    dns_server.add("firma.example", "CAA", '0 issue "a\\027[2Jb"')
    assert ask("caa", "firma.example").records == ('0 issue "a[2Jb"',)


@pytest.fixture
def nobody():
    """A nameserver that is there and never answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{silent.getsockname()[1]}"


def test_the_second_nameserver_answers_where_the_first_is_silent(dns_server, nobody):
    publish(dns_server)
    resolver = Resolver((nobody, dns_server.nameserver), 1.0)
    assert resolver.mx("firma.example", Deadline(3)).records == (MxRecord(10, "mail.firma.example"),)
    assert "192.0.2.25" in resolver.addresses("mail.firma.example", Deadline(3)).records


def test_the_second_nameserver_answers_where_the_first_is_broken(dns_server):
    publish(dns_server)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        port = nobody_listens.getsockname()[1]
    resolver = Resolver((f"127.0.0.1:{port}", dns_server.nameserver), 1.0)
    assert resolver.mx("firma.example", Deadline(3)).records == (MxRecord(10, "mail.firma.example"),)


@pytest.mark.parametrize("kind", ["mx", "addresses"])
def test_silence_costs_no_more_than_the_time_for_one_question(nobody, kind):
    resolver = Resolver((nobody,), 0.8)
    with OwnTime() as took, pytest.raises(DnsFailedError):
        getattr(resolver, kind)("firma.example", Deadline(5))
    assert took.whole > 0.7
    assert took.seconds < 1.2


def test_questions_asked_ahead_are_asked_once_and_at_once(dns_server):
    publish(dns_server)
    dns_server.secure("_imaps._tcp.firma.example")
    asked = [("_imaps._tcp.firma.example", "SRV"), ("_pop3s._tcp.firma.example", "SRV"), ("firma.example", "CAA")]
    plain = Resolver((dns_server.nameserver,), 1.0)
    resolver = plain.ahead(asked, Deadline(3))
    assert sorted(dns_server.queries) == sorted(asked)
    assert resolver.knows(asked)
    assert not plain.knows(asked)
    assert not resolver.knows([("firma.example", "MX")])
    assert resolver.srv("_imaps._tcp.firma.example", Deadline(3)) == Answered(
        (SrvRecord(0, 5, 993, "mail.firma.example"),), dnssec=True
    )
    assert resolver.srv("_pop3s._tcp.firma.example", Deadline(3)) == Answered()
    assert resolver.caa("firma.example", Deadline(3)).records == ('0 issue "letsencrypt.org"',)
    assert len(dns_server.queries) == len(asked)
    assert resolver.mx("firma.example", Deadline(3)).records == (MxRecord(10, "mail.firma.example"),)


def test_what_was_asked_ahead_in_vain_is_asked_of_the_second_nameserver(dns_server, nobody):
    publish(dns_server)
    resolver = Resolver((nobody, dns_server.nameserver), 1.0).ahead([("firma.example", "MX")], Deadline(3))
    assert not resolver.knows([("firma.example", "MX")])
    assert resolver.mx("firma.example", Deadline(3)).records == (MxRecord(10, "mail.firma.example"),)


def test_asking_ahead_costs_no_more_time_where_there_is_silence(nobody):
    with OwnTime() as took:
        resolver = Resolver((nobody,), 0.8).ahead([("firma.example", "MX")], Deadline(5))
        with pytest.raises(DnsFailedError):
            resolver.mx("firma.example", Deadline(5))
    assert took.whole > 0.7
    assert took.seconds < 1.2


def test_an_answer_too_long_for_a_datagram_is_fetched_whole(dns_server, ask):
    for number in range(12):
        dns_server.add("firma.example", "TXT", f'"{number:02}{150 * "x"}"')
    assert len(ask("txt", "firma.example").records) == 12
