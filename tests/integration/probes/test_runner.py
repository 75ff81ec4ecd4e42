"""The run as a whole: sources, verdicts, guards, time, progress."""

import threading
import time

import pytest

from probes.codes import Offer, Protocol, Reason, Security, Source, Status, Trust
from probes.options import Limits, ManualClaim
from probes.progress import MailExchangersFound, ServiceFinished, ServiceStarted, SourceFinished, SourceStarted
from probes.runner import run
from probes.target import parse_target
from tests.integration.own_time import OwnTime

STANDARD = (143, 993, 110, 995, 587, 465)


def silent(peer):
    peer.hold()


def refuses_by_bye(peer):
    time.sleep(0.1)
    peer.send(b"* BYE bye\r\n")


def start(lab, domain="firma.example", **changes):
    return run(parse_target(domain), lab.options(**changes))


def checks(report):
    return {check.source: check for check in report.sources}


def test_an_unknown_domain(lab):
    report = start(lab, "nix.example")
    assert checks(report)[Source.MX_PROVIDER].reason is Reason.NAME_NOT_FOUND
    assert checks(report)[Source.GUESS].status is Status.NOT_RUN
    assert (report.claims, report.services, report.offers.imap) == ((), (), Offer.NOT_FOUND)


def test_a_domain_that_takes_no_mail(lab):
    lab.dns.add("firma.example", "MX", "0 .")
    lab.dns.add("mail.firma.example", "A", "127.9.9.9")
    report = start(lab)
    assert report.mail_exchangers[0].host == "."
    assert (report.services, report.offers.imap) == ((), Offer.NOT_FOUND)


def test_a_domain_without_any_mail_name(lab):
    lab.dns.add("firma.example", "TXT", '"v=spf1 -all"')
    report = start(lab)
    assert report.mail_exchangers == ()
    assert checks(report)[Source.GUESS].status is Status.COMPLETED
    assert report.offers.imap is Offer.NOT_FOUND


def test_a_filter_in_front_is_named_and_never_probed(lab):
    lab.dns.add("firma.example", "MX", "10 mx1.pphosted.com.")
    filter_host = lab.host("mx1.pphosted.com", dict.fromkeys(STANDARD, silent))
    report = start(lab)
    assert report.mail_exchangers[0].gateway == "proofpoint"
    assert (report.services, report.offers.imap) == ((), Offer.NOT_TESTED)
    assert set(filter_host.peers.values()) == {0}


def test_behind_a_filter_a_guess_that_refuses_proves_nothing(lab):
    lab.dns.add("firma.example", "MX", "10 mx1.pphosted.com.")
    lab.dns.add("mail.firma.example", "A", "127.9.9.9")
    report = start(lab)
    assert {service.reason for service in report.services} == {Reason.REFUSED}
    assert report.offers.pop3 is Offer.NOT_TESTED


def test_the_first_mail_exchangers_are_kept_of_very_many(lab):
    for preference in range(60, 0, -1):
        lab.dns.add("firma.example", "MX", f"{preference} mx{preference:02}.firma.example.")
    assert [each.host for each in start(lab).mail_exchangers[:2]] == ["mx01.firma.example", "mx02.firma.example"]


def test_a_provider_behind_the_mx(lab):
    lab.dns.add("firma.example", "MX", "0 firma-example.mail.protection.outlook.com.")
    report = start(lab)
    assert report.provider.id == "microsoft365"
    assert "oauth2_required" in report.provider.note_codes
    assert {claim.trust for claim in report.claims} == {Trust.NEEDS_CONSENT}
    assert {service.reason for service in report.services} == {Reason.NAME_NOT_FOUND}


def test_a_providers_own_domain_says_more_than_the_exchanger_whichever_answers_first(lab):
    lab.dns.add("aol.com", "MX", "10 mx-aol.mail.gm0.yahoodns.net.")
    report = start(lab, "aol.com")
    assert (report.mail_exchangers[0].provider, report.provider.id) == ("yahoo", "aol")


def test_services_that_are_off_on_purpose_are_not_guessed(lab):
    host = lab.host("mail.firma.example", dict.fromkeys(STANDARD, silent))
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    for label in ("_pop3", "_pop3s"):
        lab.dns.add(f"{label}._tcp.firma.example", "SRV", "0 0 0 .")
    report = start(lab, deadline=1.0)
    assert report.offers.pop3 is Offer.OFF_ON_PURPOSE
    assert host.peers[110] == host.peers[995] == 0
    assert host.peers[143] == 1


def test_an_international_domain_is_asked_for_in_its_encoded_form(lab):
    host = lab.host("imap.xn--bckerei-5wa.example", {993: refuses_by_bye, 143: refuses_by_bye})
    lab.dns.add("xn--bckerei-5wa.example", "MX", "10 imap.xn--bckerei-5wa.example.")
    report = start(lab, "info@bäckerei.example")
    assert report.domain == "xn--bckerei-5wa.example"
    assert {service.reason for service in report.services if service.port == 143} == {Reason.CLOSED}
    assert host.peers[143] == 1
    assert ("_imaps._tcp.xn--bckerei-5wa.example", "SRV") in lab.dns.queries


def test_the_preference_of_the_domain(lab):
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", "20 0 993 mail.firma.example.")
    lab.dns.add("_pop3s._tcp.firma.example", "SRV", "10 0 995 mail.firma.example.")
    report = start(lab)
    assert (report.preference.protocol, report.preference.source) == (Protocol.POP3, Source.SRV)


def test_private_addresses_are_refused_before_any_packet(lab):
    host = lab.host("mail.firma.example", dict.fromkeys((*STANDARD, 443), silent))
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    lab.dns.add("autoconfig.firma.example", "A", host.address)
    report = start(lab, allow_networks=())
    assert {(service.status, service.reason) for service in report.services} == {
        (Status.NOT_RUN, Reason.ADDRESS_REFUSED)
    }
    assert {service.address for service in report.services} == {None}
    assert report.offers.imap is Offer.NOT_TESTED
    assert checks(report)[Source.AUTOCONFIG_HTTPS].reason is Reason.ADDRESS_REFUSED
    assert set(host.peers.values()) == {0}


def test_a_name_is_resolved_once_so_it_cannot_be_rebound(lab):
    host = lab.host("first.example", dict.fromkeys(STANDARD, refuses_by_bye))
    inside = lab.host("second.example", dict.fromkeys(STANDARD, refuses_by_bye))
    lab.dns.answer_in_turn("mail.firma.example", "A", host.address, inside.address)
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    report = start(lab, allow_networks=(f"{host.address}/32",))
    assert {service.address for service in report.services} == {host.address}
    assert (set(host.peers.values()), set(inside.peers.values())) == ({1}, {0})
    assert lab.dns.queries.count(("mail.firma.example", "A")) == 1
    assert lab.dns.queries.count(("mail.firma.example", "AAAA")) == 1


def test_one_connection_per_port_and_six_at_once(lab):
    host = lab.host("mail.firma.example", dict.fromkeys(STANDARD, refuses_by_bye))
    lab.dns.add("imap.firma.example", "A", host.address)
    lab.dns.add("pop.firma.example", "A", host.address)
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    report = start(lab)
    assert len(report.services) == sum(host.peers.values()) == 10
    assert host.most_at_once <= 6


def test_six_at_once_also_where_the_same_host_is_asked_for_its_settings_file(lab):
    host = lab.host("mail.firma.example", dict.fromkeys((443, *STANDARD), silent))
    for name in ("autoconfig.firma.example", "firma.example"):
        lab.dns.add(name, "A", host.address)
    lab.dns.add("_imaps._tcp.firma.example", "SRV", "0 1 993 mail.firma.example.")
    lab.dns.add("_pop3s._tcp.firma.example", "SRV", "0 1 995 mail.firma.example.")
    lab.dns.add("_submissions._tcp.firma.example", "SRV", "0 1 465 mail.firma.example.")
    slow = Limits(greeting=60, tls=60, reply=60, http=60)
    start(lab, deadline=1.0, limits=slow)  # nobody lets go, so the seventh and eighth never get a place
    assert (sum(host.peers.values()), host.most_at_once) == (6, 6)


def test_the_deadline_of_the_run_holds(lab):
    lab.host("mail.firma.example", dict.fromkeys(STANDARD, silent))
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    limits = lab.options().limits
    slow = type(limits)(greeting=60, tls=60, reply=60)
    with OwnTime() as took:
        report = start(lab, deadline=1.2, limits=slow)
    assert took.seconds < 1.2 + 0.8
    assert {service.reason for service in report.services} == {Reason.GREETING_TIMEOUT, Reason.TLS_TIMEOUT}
    assert report.offers.imap is Offer.UNREACHABLE


def test_a_dns_that_never_answers_is_not_a_missing_domain(lab):
    for name in ("firma.example", "autoconfig.firma.example", "mail.firma.example"):
        lab.dns.silence(name)
    with OwnTime() as took:
        report = start(lab, deadline=2.0)
    assert took.seconds < 3.0
    assert checks(report)[Source.MX_PROVIDER].reason is Reason.DNS_FAILED
    assert report.offers.imap is not Offer.OFFERED


def test_a_broken_dns_is_not_tested(lab):
    for label in ("", "autoconfig.", "imap.", "mail.", "pop.", "pop3.", "smtp.", "_imap._tcp.", "_imaps._tcp.",
                  "_pop3._tcp.", "_pop3s._tcp.", "_submission._tcp.", "_submissions._tcp.", "_sieve._tcp.",
                  "_autodiscover._tcp.", "_jmap._tcp.", "autodiscover.", "ua-auto-config."):  # fmt: skip
        lab.dns.fail(f"{label}firma.example")
    report = start(lab)
    assert {check.reason for check in report.sources if check.source is not Source.PROVIDER_LIST} == {Reason.DNS_FAILED}
    assert report.offers.imap is Offer.NOT_TESTED


def test_cancelling_ends_at_once_and_says_so(lab):
    lab.host("mail.firma.example", dict.fromkeys(STANDARD, silent))
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    cancel = threading.Event()

    def observer(event):
        if isinstance(event, ServiceStarted):
            cancel.set()

    limits = type(lab.options().limits)(greeting=60, tls=60)
    with OwnTime() as took:
        report = run(parse_target("firma.example"), lab.options(deadline=20, limits=limits), observer, cancel)
    assert took.seconds < 1.5
    assert {(service.status, service.reason) for service in report.services} == {(Status.NOT_RUN, Reason.CANCELLED)}
    assert report.offers.imap is Offer.NOT_TESTED


def test_the_observer_hears_everything_in_its_own_thread(lab):
    lab.host("mail.firma.example", dict.fromkeys(STANDARD, refuses_by_bye))
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    events, threads = [], set()

    def observer(event):
        events.append(event)
        threads.add(threading.get_ident())

    report = run(parse_target("firma.example"), lab.options(), observer)

    def heard(kind):
        return [event for event in events if isinstance(event, kind)]

    assert threads == {threading.get_ident()}
    assert len(heard(SourceStarted)) == len(heard(SourceFinished)) == len(report.sources) == 14
    assert {event.check for event in heard(SourceFinished)} == set(report.sources)
    assert len(heard(ServiceStarted)) == len(heard(ServiceFinished)) == len(report.services) == 6
    assert {event.service for event in heard(ServiceFinished)} == set(report.services)
    assert heard(MailExchangersFound)[0].mail_exchangers == report.mail_exchangers
    assert [event.done for event in heard(ServiceFinished)] == [1, 2, 3, 4, 5, 6]


def test_an_observer_that_fails_ends_the_run(lab):
    def observer(event):
        raise RuntimeError("page gone")

    with pytest.raises(RuntimeError, match="page gone"):
        run(parse_target("firma.example"), lab.options(), observer)


def test_servers_named_by_hand_and_ports_beside_the_standard(lab):
    host = lab.host("mx7.hoster.example", {1143: refuses_by_bye, 1993: refuses_by_bye})
    lab.dns.add("firma.example", "MX", "10 nowhere.example.")
    manual = tuple(
        ManualClaim(Protocol.IMAP, "mx7.hoster.example", port, security)
        for port, security in ((1143, Security.STARTTLS), (1993, Security.TLS))
    )
    report = start(lab, manual=manual, allow_ports=(1143,))
    services = {service.port: service for service in report.services if service.protocol is Protocol.IMAP}
    assert services[1143].reason is Reason.CLOSED
    assert services[1143].claimed_by == (Source.MANUAL,)
    assert (services[1993].status, services[1993].reason) == (Status.NOT_RUN, Reason.PORT_NOT_ALLOWED)
    assert host.peers == {1143: 1, 1993: 0}


@pytest.mark.parametrize("changes", [{"nameservers": ("nonsense",)}, {"allow_networks": ("x",)}])
def test_unusable_options_are_an_error_of_the_caller(lab, changes):
    with pytest.raises(ValueError, match=r"x|nonsense"):
        start(lab, **changes)


def test_a_nameserver_that_breaks_on_ipv6_does_not_hide_the_host(lab):
    lab.host("mail.firma.example", dict.fromkeys(STANDARD, refuses_by_bye))
    lab.dns.add("firma.example", "MX", "10 mail.firma.example.")
    lab.dns.fail("mail.firma.example", "AAAA")
    assert {service.reason for service in start(lab).services if service.port == 143} == {Reason.CLOSED}
