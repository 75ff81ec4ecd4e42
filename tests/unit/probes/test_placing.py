"""Where the servers of a domain will be, told by its mail exchangers."""

import pytest

from probes.codes import Protocol, Security, Status
from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError
from probes.fairness import Place
from probes.placing import place_of, shared_servers
from probes.resolver import Answered, MxRecord
from probes.results import ProbeReport, Service
from tests.made_up.whole_report import AT


class Names:
    """A resolver that answers from two tables."""

    def __init__(self, exchangers: tuple[str, ...] | Exception, addresses: dict[str, tuple[str, ...]] | None = None):
        self._exchangers = exchangers
        self._addresses = addresses or {}

    def mx(self, _domain: str, _deadline: Deadline) -> Answered[MxRecord]:
        if isinstance(self._exchangers, Exception):
            raise self._exchangers
        return Answered(tuple(MxRecord(10 * number, host) for number, host in enumerate(self._exchangers)))

    def addresses(self, host: str, _deadline: Deadline) -> Answered[str]:
        if host not in self._addresses:
            raise NameNotFoundError
        return Answered(self._addresses[host])


def place(names: Names, domain: str = "firma.example") -> Place:
    return place_of(domain, names, Deadline(1))


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
    assert place(Names(("mx1.pphosted.com",))) == Place("proofpoint")


def test_a_providers_own_domain_needs_no_question() -> None:
    assert place(Names(AssertionError("asked")), "gmx.ch").provider == "gmx_net"


@pytest.mark.parametrize("exchangers", [(), (".",), DnsFailedError(), NameNotFoundError()])
def test_a_domain_that_tells_nothing_has_a_place_of_its_own(exchangers) -> None:
    assert place(Names(exchangers)) == Place("firma.example")


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
    assert shared_servers(report, Place("proofpoint")) == frozenset()
