"""The second pass: TLS versions, the other IP version, filter rules, and never more connections than allowed."""

import ssl
import threading

import pytest

from probes.codes import Offer, Protocol, Reason, Source, Status
from probes.progress import LookedDeeper
from probes.runner import run
from probes.target import parse_target
from tests.integration.own_time import OwnTime
from tests.integration.probes import speaking

NAME = "mail.firma.example"
V = ssl.TLSVersion
SERVERS = {993: speaking.imaps, 143: speaking.imap, 110: speaking.pop3, 587: speaking.submission, 4190: speaking.sieve}
LABELS = {993: "_imaps", 143: "_imap", 110: "_pop3", 587: "_submission", 4190: "_sieve"}


@pytest.fixture
def firm(lab):
    """Runs over one host whose services are published by SRV."""

    def start(handlers, observer=lambda event: None, cancel=None, **changes):
        host = lab.host(NAME, handlers)
        lab.dns.add("firma.example", "MX", f"10 {NAME}.")
        for port in handlers:
            lab.dns.add(f"{LABELS[port]}._tcp.firma.example", "SRV", f"0 1 {port} {NAME}.")
        options = lab.options(**{"second_pass": 3.0, **changes})
        return host, run(parse_target("firma.example"), options, observer, cancel)

    return start


@pytest.fixture
def firm_reading_at(lab):
    """Runs over one host that is published for IMAP alone, whatever else it serves."""

    def start(handlers):
        host = lab.host(NAME, handlers)
        lab.dns.add("firma.example", "MX", f"10 {NAME}.")
        lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
        return host, run(parse_target("firma.example"), lab.options(second_pass=3.0))

    return start


def on(report, port, second_family=False):
    return next(s for s in report.services if s.port == port and s.second_family is second_family)


def accepted(service):
    return {check.version.value: check.accepted for check in service.versions}


@pytest.mark.parametrize("port", SERVERS)
@pytest.mark.parametrize(
    ("lowest", "highest", "expected", "connections"),
    [
        (V.TLSv1_2, V.TLSv1_3, (False, False, True, True), 3),
        (V.TLSv1_2, V.TLSv1_2, (False, False, True, False), 2),
        (V.TLSv1_3, V.TLSv1_3, (False, False, False, True), 3),
        (V.TLSv1, V.TLSv1_3, (True, True, True, True), 4),
        (V.TLSv1_1, V.TLSv1_2, (False, True, True, False), 3),
        (V.TLSv1, V.TLSv1_1, (True, True, False, False), 3),
    ],
)
def test_versions(firm, test_ca, port, lowest, highest, expected, connections):
    context = speaking.limited(test_ca.certificate(NAME).server_context(), lowest, highest)
    host, report = firm({port: SERVERS[port](context)})
    assert tuple(accepted(on(report, port)).values()) == expected
    assert host.peers[port] == connections


def test_what_cannot_be_tested_is_no_verdict_and_ends_the_questions(firm, good_tls):
    calls = []

    def handler(peer):
        calls.append(peer)
        if len(calls) > 1:
            peer.some()
            peer.reset()
        else:
            speaking.imaps(good_tls)(peer)

    host, report = firm({993: handler})
    assert list(accepted(on(report, 993)).values()) == [None, None, None, True]
    assert {check.reason for check in on(report, 993).versions[:3]} == {Reason.RESET}
    assert host.peers[993] == 2


@pytest.mark.parametrize("port", [993, 143])
def test_a_server_that_hangs_up_on_an_old_offer_refuses_it(firm, good_tls, port):
    calls = []

    def handler(peer):
        calls.append(peer)
        if len(calls) == 1:
            SERVERS[port](good_tls)(peer)
        elif port == 143:
            peer.send(b"* OK hi\r\n")
            peer.send(peer.tag() + b" OK go\r\n")
        peer.some()

    _, report = firm({port: handler})
    assert list(accepted(on(report, port)).values()) == [False, False, False, True]
    assert on(report, port).versions[0].reason is Reason.CLOSED


def test_a_server_that_has_had_enough_is_left_alone(firm, good_tls):
    calls = []

    def handler(peer):
        calls.append(peer)
        if len(calls) > 1:
            peer.send(b"* BYE too many connections\r\n")
        else:
            speaking.imap(good_tls)(peer)

    waiting = {port: SERVERS[port](good_tls) for port in (993, 110, 587, 4190)}
    host, report = firm({143: handler, **waiting})
    assert on(report, 143).versions[0].reason is Reason.RATE_LIMITED
    assert sum(host.peers.values()) < 5 + 2 * 5
    assert any(service.versions == () for service in report.services)


def test_two_at_once_and_at_most_six_connections_to_a_port(lab, firm, good_tls):
    host_of = {}
    lab.host(NAME, {port: SERVERS[port](good_tls) for port in SERVERS}, "::1")

    def observer(event):
        if isinstance(event, LookedDeeper) and event.done == 0:
            host_of["host"].most_at_once = 0

    started = lab.host

    def remembered(*args):
        host_of["host"] = started(*args)
        return host_of["host"]

    lab.host = remembered
    context = speaking.limited(good_tls, V.TLSv1_2, V.TLSv1_3)
    host, _ = firm({port: SERVERS[port](context) for port in SERVERS}, observer)
    assert host.most_at_once <= 2
    assert max(host.peers.values()) <= 6 - 1  # one more goes to the other address


def test_the_other_ip_version_is_a_row_of_its_own(lab, firm, good_tls):
    lab.host(NAME, {993: speaking.imaps(good_tls, b"IMAP4rev1 IDLE")}, "::1")
    _, report = firm({993: speaking.imaps(good_tls)})
    first, second = on(report, 993), on(report, 993, second_family=True)
    assert (second.address, second.status, second.reason) == ("::1", Status.COMPLETED, None)
    assert second.capabilities.after_tls == ("IMAP4rev1", "IDLE")
    assert first.capabilities.after_tls == ("IMAP4rev1", "AUTH=PLAIN")
    assert second.claimed_by == first.claimed_by == (Source.SRV,)
    assert report.hosts[0].addresses == (first.address, "::1")


def test_an_ip_version_that_does_not_answer_is_seen_beside_the_one_that_does(lab, firm, good_tls):
    lab.dns.add(NAME, "AAAA", "::1")
    _, report = firm({993: speaking.imaps(good_tls)})
    assert on(report, 993, second_family=True).reason is Reason.REFUSED
    assert report.offers.imap is Offer.OFFERED


def test_without_a_network_of_that_kind_nothing_is_said_about_it(lab, firm, good_tls, monkeypatch):
    monkeypatch.setattr("probes.toolbox.has_route", lambda address: address.version == 4)
    lab.dns.add(NAME, "AAAA", "::1")
    _, report = firm({993: speaking.imaps(good_tls)})
    other = on(report, 993, second_family=True)
    assert (other.status, other.reason, other.address) == (Status.NOT_RUN, Reason.NO_ROUTE, "::1")


def test_a_host_that_has_only_addresses_to_which_there_is_no_way_is_not_tested(lab, monkeypatch):
    monkeypatch.setattr("probes.toolbox.has_route", lambda address: address.version == 4)
    lab.dns.add(NAME, "AAAA", "::1")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
    report = run(parse_target("firma.example"), lab.options(second_pass=2.0))
    rows = {(row.status, row.reason, row.address) for row in report.services if row.protocol is Protocol.IMAP}
    assert rows == {(Status.NOT_RUN, Reason.NO_ROUTE, "::1")}
    assert report.offers.imap is Offer.NOT_TESTED


def test_filter_rules_that_nobody_speaks_of_are_looked_for_where_mail_is_read(firm_reading_at, good_tls):
    _, report = firm_reading_at({993: speaking.imaps(good_tls), 4190: speaking.sieve(good_tls)})
    row = on(report, 4190)
    assert (row.status, row.protocol, row.claimed_by) == (Status.COMPLETED, Protocol.MANAGESIEVE, (Source.GUESS,))
    assert report.offers.managesieve is Offer.OFFERED
    assert ("guess", NAME) in {(claim.source.value, claim.host) for claim in report.claims}


def test_filter_rules_are_not_looked_for_where_no_mail_is_read(firm_reading_at, good_tls):
    host, report = firm_reading_at({4190: speaking.sieve(good_tls)})
    assert report.offers.managesieve is Offer.NOT_TESTED
    assert host.peers[4190] == 0


def test_calling_off_ends_the_second_pass_at_once(firm, good_tls):
    cancel = threading.Event()
    calls = []

    def handler(peer):
        calls.append(peer)
        if len(calls) > 1:
            peer.hold()
        else:
            speaking.imaps(good_tls)(peer)

    def observer(event):
        if isinstance(event, LookedDeeper):
            cancel.set()

    with OwnTime() as took:
        _, report = firm({993: handler}, observer, cancel, second_pass=10.0)
    assert took.seconds < 2.0
    assert (on(report, 993).status, on(report, 993).versions) == (Status.COMPLETED, ())


def test_silence_ends_with_the_time_of_the_second_pass(firm, good_tls, lab):
    calls = []

    def handler(peer):
        calls.append(peer)
        if len(calls) > 1:
            peer.hold()
        else:
            speaking.imaps(good_tls)(peer)

    slow = type(lab.options().limits)(greeting=60, tls=60, reply=60)
    with OwnTime() as took:
        _, report = firm({993: handler}, second_pass=1.0, limits=slow)
    assert took.seconds < 3.0
    assert report.offers.imap is Offer.OFFERED


def test_zero_seconds_is_no_second_pass(firm, good_tls):
    host, report = firm({993: speaking.imaps(good_tls)}, second_pass=0.0)
    assert (host.peers[993], on(report, 993).versions, report.hosts) == (1, (), ())


def test_of_hosts_that_were_not_tried_nothing_is_asked(lab, firm, good_tls):
    for number in range(8):
        lab.dns.add("_imap._tcp.firma.example", "SRV", f"9 1 143 m{number}.firma.example.")
        lab.dns.add(f"m{number}.firma.example", "A", "127.9.9.9")
    _, report = firm({993: speaking.imaps(good_tls)})
    left_alone = {each.host for each in report.services if each.reason is Reason.LEFT_ALONE}
    assert len(left_alone) == 4
    assert not {name for name, kind in lab.dns.queries if kind == "CAA"} & left_alone
    assert left_alone.isdisjoint(host.host for host in report.hosts)


def test_the_second_pass_alone_makes_no_guess(lab, good_tls):
    """Else it would read as if all usual names had been looked up."""
    lab.host(NAME, {993: speaking.imaps(good_tls)})
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    for label in ("_imaps", "_pop3s", "_submissions", "_sieve"):
        lab.dns.add(f"{label}._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
    report = run(parse_target("firma.example"), lab.options(second_pass=2.0))
    guess = next(check for check in report.sources if check.source is Source.GUESS)
    assert (guess.status, guess.claims) == (Status.NOT_RUN, 0)


def test_a_server_that_had_enough_in_the_first_pass_is_not_asked_again(lab, firm_reading_at, good_tls):
    def had_enough(peer):
        peer.send(b"* BYE too many connections\r\n")

    lab.host(NAME, {143: had_enough, 993: speaking.imaps(good_tls)}, "::1")
    host, report = firm_reading_at({143: had_enough, 993: speaking.imaps(good_tls), 4190: speaking.sieve(good_tls)})
    assert on(report, 143).reason is Reason.RATE_LIMITED
    assert (host.peers, report.offers.imap) == ({143: 1, 993: 1, 4190: 0}, Offer.OFFERED)
    assert not any(service.second_family for service in report.services)
