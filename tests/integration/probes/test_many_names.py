"""One machine under many names, and one name with several machines: how often each is called, and what is told."""

import ssl
from collections import Counter

import pytest

from advisor.findings.derive import findings_of
from probes.codes import Offer, Protocol, Reason, Status
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes import speaking

DOMAIN = "firma.example"
NAMES = [f"{label}.{DOMAIN}" for label in ("mail", "imap", "pop3", "pop", "smtp")]
MAIL = NAMES[0]
SERVERS = {993: speaking.imaps, 143: speaking.imap, 110: speaking.pop3, 587: speaking.submission, 4190: speaking.sieve}
V = ssl.TLSVersion
SECOND = "::1"


@pytest.fixture
def machine(lab, test_ca):
    """The usual set-up: every name leads to one machine with one certificate, nothing is published."""

    def start(lowest=V.TLSv1_2, second_family=False, certificate_for=(DOMAIN, *NAMES)):
        context = speaking.limited(test_ca.certificate(*certificate_for).server_context(), lowest, V.TLSv1_3)
        servers = {port: make(context) for port, make in SERVERS.items()}
        host = lab.host(MAIL, servers)
        second = lab.host(MAIL, servers, SECOND) if second_family else None
        for name in (DOMAIN, *NAMES[1:]):
            lab.dns.add(name, "A", host.address)
            if second:
                lab.dns.add(name, "AAAA", SECOND)
        lab.dns.add(DOMAIN, "MX", f"10 {MAIL}.")
        return host, second

    return start


def look(lab, **changes):
    return run(parse_target(DOMAIN), lab.options(**{"second_pass": 6.0, "deadline": 6.0, **changes}))


@pytest.mark.parametrize("lowest", [V.TLSv1, V.TLSv1_2])
@pytest.mark.parametrize("second_family", [True, False])
def test_never_more_than_six_connections_to_a_port(lab, machine, lowest, second_family):
    host, second = machine(lowest, second_family)
    report = look(lab)
    assert max(host.peers.values()) <= 6
    assert second is None or max(second.peers.values()) <= 6
    answering = [row for row in report.services if row.status is Status.COMPLETED and not row.second_family]
    assert {row.port for row in answering} == set(SERVERS)
    for row in (row for row in answering if row.protocol is not Protocol.MANAGESIEVE):
        assert [check.accepted for check in row.versions] == [lowest is V.TLSv1] * 2 + [True, True], row.endpoint
    offers = report.offers
    assert {offers.imap, offers.pop3, offers.submission, offers.managesieve} == {Offer.OFFERED}


def test_names_with_the_same_certificate_share_what_the_second_address_says(lab, machine):
    _, second = machine(second_family=True)
    report = look(lab)
    rows = [row for row in report.services if row.second_family and row.port == 993]
    assert second.peers[993] == 1
    assert len({row.host for row in rows}) == len(rows) >= 2
    assert {(row.address, row.status, row.reason) for row in rows} == {(SECOND, Status.COMPLETED, None)}


def test_a_name_that_a_certificate_lacks_says_so_at_both_addresses(lab, machine):
    """The certificate is the same; what it is worth depends on the name."""
    machine(second_family=True, certificate_for=NAMES[:2])
    report = look(lab)
    told = {(row.host, row.second_family): row.reason for row in report.services if row.port == 993}
    for name in {host for host, _ in told}:
        wanted = None if name in NAMES[:2] else Reason.CERTIFICATE_NAME
        assert told[name, False] is told[name, True] is wanted, name


def test_one_name_too_many_is_told_as_left_alone_and_is_no_failure(lab, machine):
    host, _ = machine()
    for label in ("_pop3s", "_pop3"):
        for name in NAMES:
            lab.dns.add(f"{label}._tcp.{DOMAIN}", "SRV", f"0 1 110 {name}.")
    report = look(lab)
    rows = {row.host: row for row in report.services if row.port == 110 and not row.second_family}
    counted = Counter((row.status, row.reason) for row in rows.values())
    assert counted == {(Status.COMPLETED, None): 3, (Status.NOT_RUN, Reason.LEFT_ALONE): 2}
    assert {row.address for row in rows.values()} == {host.address}
    refused = {row.reason for row in report.services if row.port == 995 and not row.second_family}
    assert refused == {Reason.REFUSED}  # whoever asks for this port by whatever name gets no further
    assert report.offers.pop3 is Offer.OFFERED


def test_the_name_of_the_certificate_is_tried_although_the_others_took_the_room(lab, machine):
    """POP3 is guessed under four names; the fourth, the bare domain, is the only one that the certificate carries."""
    host, _ = machine(certificate_for=(DOMAIN,))
    report = look(lab)
    named = next(row for row in report.services if row.port == 110 and row.host == DOMAIN)
    assert (named.status, named.reason) == (Status.COMPLETED, None)
    assert len([row for row in report.services if (row.port, row.host) == (110, DOMAIN)]) == 1
    assert max(host.peers.values()) <= 6
    assert report.offers.pop3 is Offer.OFFERED


def test_one_name_of_the_certificate_is_enough_and_leaves_room_for_the_versions(lab, machine, test_ca):
    host, _ = machine(certificate_for=(DOMAIN, NAMES[4]))
    report = look(lab)
    names = [row for row in report.services if row.port == 110 and row.status is Status.COMPLETED]
    assert len(names) == 4
    assert {check.accepted for row in names for check in row.versions} == {True, False}
    assert max(host.peers.values()) <= 6


def two_addresses(lab, name, good_tls, ports=(993,)):
    """The first A record leads to a machine that refuses, the second to one that works."""
    dead = lab.host(f"dead.{name}", {81: lambda peer: peer.hold()})
    lab.dns.add(name, "A", dead.address)
    works = lab.host(name, {port: SERVERS[port](good_tls) for port in ports})
    return dead, works


def test_one_dead_address_among_two_is_no_missing_service(lab, good_tls):
    dead, works = two_addresses(lab, MAIL, good_tls)
    lab.dns.add(f"_imaps._tcp.{DOMAIN}", "SRV", f"0 1 993 {MAIL}.")
    report = look(lab)
    row = next(row for row in report.services if row.port == 993)
    assert (row.status, row.reason, row.address) == (Status.COMPLETED, None, works.address)
    assert [check.accepted for check in row.versions] == [False, False, True, True]
    assert report.offers.imap is Offer.OFFERED
    assert report.hosts[0].addresses == (dead.address, works.address)
    (told,) = (each for each in findings_of(report) if each.code == "address_dead")
    assert (told.subject, told.params) == (f"imap:{MAIL}:993", (("address", dead.address),))


def test_a_service_is_not_missing_while_an_address_is_untried(lab, good_tls):
    for number in range(2, 9):
        lab.dns.add(MAIL, "A", f"127.66.0.{number}")
    lab.dns.add(f"_imaps._tcp.{DOMAIN}", "SRV", f"0 1 993 {MAIL}.")
    report = look(lab)
    rows = [row for row in report.services if row.protocol is Protocol.IMAP]
    assert {(row.status, row.reason) for row in rows} == {(Status.NOT_RUN, Reason.LEFT_ALONE)}
    assert report.offers.imap is Offer.NOT_TESTED
