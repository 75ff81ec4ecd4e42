"""Several servers or places that do not fit together: what a contradiction, a leftover and a difference name."""

import pytest

from advisor.findings.codes import FindingCode
from probes.codes import Protocol, Reason, Source, SourceNote, Status
from probes.results import Capabilities, Evidence, HostFacts, SourceCheck
from tests.made_up.small_reports import NOW, claim, failed, report, service
from tests.unit.findings.found import codes, params

IMAP, POP3, SUBMISSION = Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION


def test_leftover_names_the_record_to_change_and_the_server_that_works() -> None:
    old = claim(host="Alt.Firma.ch.", evidence=Evidence(NOW, record="_imaps._tcp.firma.ch. SRV 0 1 993 alt.firma.ch"))
    file = claim(Source.AUTOCONFIG_HTTPS, evidence=Evidence(NOW, url="https://autoconfig.firma.ch/"))
    seen = report([old, file], [failed(Reason.TIMED_OUT, host="alt.firma.ch"), service()])
    told = params(seen, FindingCode.LEFTOVER_OF_OLD_HOST)
    assert told["host"] == "alt.firma.ch"
    assert told["other_host"] == "mail.firma.ch"
    assert told["source"] == "srv"
    assert told["record"].startswith("_imaps._tcp.firma.ch.")
    assert FindingCode.SOURCES_CONTRADICT not in codes(seen), "told once"


def test_a_second_server_of_the_same_source_is_no_leftover() -> None:
    spare = claim(host="spare.firma.ch")
    services = [service(), failed(host="spare.firma.ch")]
    assert codes(report([claim(), spare], services)) == {"refused"}
    assert codes(report([claim(), spare, claim(Source.MANUAL)], services)) == {"refused"}


@pytest.mark.parametrize(
    ("one", "other", "works"),
    [
        (service, failed, "mail.firma.ch"),
        (service, service, "mail.firma.ch, imap.hoster.ch"),
        (failed, failed, "–"),
    ],
)
def test_contradiction_says_who_names_what_and_which_works(one, other, works) -> None:
    file = claim(Source.AUTOCONFIG_HTTPS, host="imap.hoster.ch")
    changes = {"reason": Reason.TLS_FAILED} if other is failed else {}
    first = {"reason": Reason.TLS_FAILED} if one is failed else {}
    seen = report([claim(), file], [one(**first), other(host="imap.hoster.ch", **changes)])
    told = params(seen, FindingCode.SOURCES_CONTRADICT)
    assert told["works"] == works
    assert (told["source"], told["host"]) == ("srv", "mail.firma.ch")
    assert (told["other_source"], told["other_host"]) == ("autoconfig_https", "imap.hoster.ch")


def test_the_public_list_can_contradict_the_domain_but_is_no_leftover_to_clean_up() -> None:
    listed = claim(Source.ISPDB, host="alt.firma.ch")
    seen = report([claim(), listed], [service(), failed(host="alt.firma.ch")])
    assert codes(seen) == {"refused", FindingCode.SOURCES_CONTRADICT}


def test_two_names_of_one_server_do_not_contradict_each_other() -> None:
    hosts = tuple(HostFacts(name, addresses=("192.0.2.9",)) for name in ("mail.firma.ch", "imap.hoster.ch"))
    file = claim(Source.AUTOCONFIG_HTTPS, host="imap.hoster.ch")
    seen = report([claim(), file], [service(), service(host="imap.hoster.ch")], hosts=hosts)
    assert FindingCode.SOURCES_CONTRADICT not in codes(seen)


def test_a_guess_contradicts_nobody() -> None:
    seen = report([claim(), claim(Source.GUESS, host="imap.firma.ch")], [service(), failed(host="imap.firma.ch")])
    assert codes(seen) == {"refused"}


def test_a_broken_other_ip_version_is_no_second_finding_of_its_reason() -> None:
    six = failed(Reason.REFUSED, address="2001:db8::5", second_family=True)
    assert codes(report([claim()], [service(address="192.0.2.5"), six])) == {"ipv6_broken"}


def test_no_ipv6_on_our_own_side_is_no_fault_of_the_server() -> None:
    six = failed(Reason.FILTERED, address="2001:db8::5", second_family=True)
    assert codes(report([claim()], [service(address="192.0.2.5"), six])) == set()


def test_both_families_and_ports_say_what_differs() -> None:
    one = service(address="192.0.2.5", capabilities=Capabilities(after_tls=("IMAP4rev1", "IDLE")))
    two = service(address="2001:db8::5", capabilities=Capabilities(after_tls=("IMAP4rev1",)), second_family=True)
    assert params(report([claim()], [one, two]), FindingCode.FAMILIES_DIFFER)["what"] == "capabilities"


def test_the_order_of_abilities_is_no_difference() -> None:
    one = service(address="192.0.2.5", capabilities=Capabilities(after_tls=("IDLE", "IMAP4rev1")))
    two = service(address="2001:db8::5", capabilities=Capabilities(after_tls=("IMAP4rev1", "IDLE")), second_family=True)
    assert codes(report([claim()], [one, two])) == set()


def test_a_name_that_works_is_proposed_before_one_that_does_not() -> None:
    record = Evidence(NOW, record="certificate of mail.firma.ch:993")
    claims = [claim(Source.GUESS, host=host, evidence=record) for host in ("a.hoster.ch", "b.hoster.ch")]
    seen = report([claim(), *claims], [failed(host="a.hoster.ch"), service(host="b.hoster.ch")])
    assert params(seen, FindingCode.CERTIFICATE_NAMES_OTHER_HOST)["name"] == "b.hoster.ch"


def test_the_place_with_the_wrong_certificate_is_named() -> None:
    steps = [
        Evidence(NOW, url="https://autodiscover.firma.ch/x.xml", status="certificate_name"),
        Evidence(NOW, url="https://firma.ch/x.xml", status="404"),
    ]
    notes = (SourceNote.CERTIFICATE_PROBLEM,)
    told = SourceCheck(Source.AUTODISCOVER, Status.COMPLETED, notes=notes, evidence=tuple(steps))
    seen = report([claim()], [service()], sources=(told,))
    named = params(seen, FindingCode.AUTODISCOVER_CERTIFICATE_WRONG)["record"]
    assert named == "https://autodiscover.firma.ch/x.xml"
