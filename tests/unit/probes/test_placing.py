"""Where the servers of a domain will be, told by the DNS."""

from collections.abc import Iterable

import pytest

from probes.codes import MAIL, Protocol, Security, Status
from probes.deadline import Deadline
from probes.discovery import guess, srv
from probes.errors import DnsFailedError, NameNotFoundError
from probes.fairness import Place
from probes.placing import Placing, shared_servers
from probes.resolver import Answered, MxRecord, SrvRecord
from probes.results import ProbeReport, Service
from tests.made_up.whole_report import AT


class Names:
    """A resolver that answers from tables; ``flights`` holds what was asked at once."""

    def __init__(
        self,
        exchangers: tuple[str, ...] | Exception,
        addresses: dict[str, tuple[str, ...]] | None = None,
        services: dict[str, tuple[str, ...]] | Exception | None = None,
    ):
        self._exchangers = exchangers
        self._addresses = addresses or {}
        self._services = services or {}
        self.flights: list[tuple[tuple[str, str], ...]] = []

    def ahead(self, questions: Iterable[tuple[str, str]], _deadline: Deadline) -> "Names":
        self.flights.append(tuple(questions))
        return self

    def mx(self, domain: str, _deadline: Deadline) -> Answered[MxRecord]:
        assert (domain, "MX") in self.flights[0]
        if isinstance(self._exchangers, Exception):
            raise self._exchangers
        return Answered(tuple(MxRecord(10 * number, host) for number, host in enumerate(self._exchangers)))

    def srv(self, name: str, _deadline: Deadline) -> Answered[SrvRecord]:
        assert (name, "SRV") in self.flights[0]
        if isinstance(self._services, Exception):
            raise self._services
        return Answered(tuple(SrvRecord(0, 1, 993, host) for host in self._services.get(name.partition(".")[0], ())))

    def addresses(self, host: str, _deadline: Deadline) -> Answered[str]:
        assert {(host, "A"), (host, "AAAA")} <= set(self.flights[-1])
        if host not in self._addresses:
            raise NameNotFoundError
        return Answered(self._addresses[host])


def place(names: Names, domain: str = "firma.example") -> Place:
    return Placing(names).place_of(domain, Deadline(1))


def test_an_unknown_exchanger_is_a_provider_by_its_organisation_with_its_addresses() -> None:
    hosts = ("mx1.srv.hoster.example", "mx2.hoster.example")
    found = place(Names(hosts, {"mx1.srv.hoster.example": ("192.0.2.7", "2001:db8::7")}))
    assert found == Place("hoster.example", frozenset({*hosts, "192.0.2.7", "2001:db8::7"}))


def test_vanity_names_on_one_machine_meet_at_its_address() -> None:
    one = place(Names(("mail.a.example",), {"mail.a.example": ("192.0.2.7",)}), "a.example")
    other = place(Names(("mail.b.example",), {"mail.b.example": ("192.0.2.7",)}), "b.example")
    assert one.provider != other.provider
    assert one.servers & other.servers == {"192.0.2.7"}


def test_a_known_provider_is_its_own_servers() -> None:
    found = place(Names(("mx1.mail.hostpoint.ch",)))
    assert found.provider == "hostpoint"
    assert "imap.mail.hostpoint.ch" in found.servers


def test_a_filter_tells_no_server() -> None:
    assert place(Names(("mx1.pphosted.com",))) == Place("proofpoint", alike=False)


def test_a_providers_own_domain_needs_no_question_but_for_its_addresses_and_those_once() -> None:
    names = Names(AssertionError("asked"), {"imap.gmx.net": ("192.0.2.25",)})
    placing = Placing(names)
    for _ in range(3):
        found = placing.place_of("gmx.ch", Deadline(1))
        assert found.provider == "gmx_net"
        assert {"imap.gmx.net", "192.0.2.25"} <= found.servers
    assert len(names.flights) == 1


HOSTER = {"imap.hoster.example": ("192.0.2.7",)}
ALL = dict.fromkeys(("_imaps", "_pop3s", "_submissions"), ("imap.hoster.example",))


def test_published_servers_are_part_of_the_place_whoever_takes_the_mail() -> None:
    addresses = {**HOSTER, "mx.firma.example": ("192.0.2.1",)}
    found = place(Names(("mx.firma.example",), addresses, ALL))
    assert found.provider == "firma.example"
    assert found.servers == {"mx.firma.example", "192.0.2.1", "imap.hoster.example", "192.0.2.7"}
    assert found.others == {"hoster.example"}
    behind = place(Names(("mx1.pphosted.com",), HOSTER, ALL))
    assert behind == Place("proofpoint", frozenset({"imap.hoster.example", "192.0.2.7"}),
                           frozenset({"hoster.example"}), alike=False)  # fmt: skip


def test_a_domain_with_published_servers_costs_two_flights() -> None:
    names = Names(("mail.firma.example",), {"mail.firma.example": ("192.0.2.1",)},
                  dict.fromkeys(ALL, ("mail.firma.example",)))  # fmt: skip
    found = place(names)
    assert found == Place("firma.example", frozenset({"mail.firma.example", "192.0.2.1"}))
    assert [len(flight) for flight in names.flights] == [7, 2]


def test_a_published_server_of_a_known_provider_counts_for_that_provider() -> None:
    found = place(Names(("mx.firma.example",), {}, dict.fromkeys(ALL, ("imap.mail.hostpoint.ch",))))
    assert found.others == {"hostpoint"}


@pytest.mark.parametrize("prefix", ["imap.", "mail.", "pop3.", "pop.", "smtp.", ""])
@pytest.mark.parametrize("exchangers", [(), ("mx1.pphosted.com",), ("mx.firma.example",), DnsFailedError()])
def test_usual_names_are_asked_for_where_nothing_is_published(exchangers, prefix) -> None:
    found = place(Names(exchangers, {f"{prefix}firma.example": ("192.0.2.7",)}))
    assert "192.0.2.7" in found.servers


def test_usual_names_are_only_asked_for_protocols_of_which_no_record_speaks() -> None:
    off = {"_imaps": ("imap.hoster.example",), "_pop3s": (".",)}
    names = Names((), HOSTER, off)
    found = place(names)
    asked = {host for host, _ in names.flights[-1]}
    assert asked == {"imap.hoster.example", "smtp.firma.example", "mail.firma.example", "firma.example"}
    assert found.servers == {"imap.hoster.example", "192.0.2.7"}


def test_all_names_are_asked_for_that_a_run_would_guess_and_all_labels_that_it_would_read() -> None:
    guessed = {name for protocol in MAIL for name in guess.candidates("firma.example", protocol, (), ())}
    names = Names(())
    place(names)
    assert guessed == {host for host, _ in names.flights[-1]}
    read = {label.name for label in srv._LABELS if label.protocol in MAIL}
    assert read == {name.partition(".")[0] for name, kind in names.flights[0] if kind == "SRV"}


def test_a_mapped_address_is_the_same_place() -> None:
    found = place(Names((), {"mail.firma.example": ("::ffff:192.0.2.7",)}))
    assert found.servers == {"192.0.2.7"}


def test_a_broken_name_server_leaves_the_exchangers() -> None:
    found = place(Names(("mx.hoster.example",), {"mx.hoster.example": ("192.0.2.7",)}, DnsFailedError()))
    assert (found.provider, found.servers) == ("hoster.example", {"mx.hoster.example", "192.0.2.7"})


@pytest.mark.parametrize("exchangers", [(), (".",), DnsFailedError(), NameNotFoundError()])
def test_a_domain_that_tells_nothing_has_a_place_of_its_own(exchangers) -> None:
    assert place(Names(exchangers)) == Place("firma.example", alike=False)


def test_servers_of_a_run_are_shared_unless_they_bear_the_domains_own_name_or_the_place_is_a_filter() -> None:
    def service(host: str, address: str | None) -> Service:
        return Service(Protocol.IMAP, host, 993, Security.TLS, Status.FAILED, address=address)

    services = (
        service("imap.hoster.example", "192.0.2.9"),
        service("mail.firma.example", "192.0.2.8"),
        service("imap.unknown.example", None),
    )
    report = ProbeReport("firma.example", AT, 1, "test", services=services)
    assert shared_servers(report, Place("hoster.example", frozenset({"mx"}))) == {"imap.hoster.example", "192.0.2.9"}
    assert shared_servers(report, Place("proofpoint", frozenset({"192.0.2.9"}), alike=False)) == frozenset()
