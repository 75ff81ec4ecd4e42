"""The further pages of the server check: each there, each honest where there is nothing, none without a report."""

from dataclasses import replace

import pytest

from probes.codes import Reason, Source, Status, TlsVersion
from probes.results import Evidence, HostFacts, SourceCheck, Tlsa, VersionCheck
from tests.made_up.probe_reports import AT, ENDPOINTS, GOOD, HOST, NOTHING_FOUND, failed

PARTS = ("programs", "signposts", "abilities", "details")


@pytest.fixture
def deep():
    """A report with everything that the second pass brings."""
    versions = (
        VersionCheck(TlsVersion.TLS_1_0, accepted=True),
        VersionCheck(TlsVersion.TLS_1_1, accepted=False),
        VersionCheck(TlsVersion.TLS_1_2, accepted=None),
        VersionCheck(TlsVersion.TLS_1_3, accepted=True),
    )
    first, *others = GOOD.services
    certificate = replace(first.tls.certificate, key="RSA 2048", chain=("CN=Intermediate",), sha256="ab" * 32)
    first = replace(first, versions=versions, tls=replace(first.tls, certificate=certificate))
    second = replace(first, second_family=True, address="2001:db8::25", versions=())
    found = Evidence(AT, record=f"_imaps._tcp.firma.example. SRV 10 5 993 {HOST}.", dnssec=True)
    empty = Evidence(AT, url="https://autoconfig.firma.example/mail/config-v1.1.xml", status="404")
    sources = (
        SourceCheck(Source.SRV, Status.COMPLETED, claims=1, evidence=(found,)),
        SourceCheck(Source.AUTOCONFIG_HTTPS, Status.COMPLETED, evidence=(empty,)),
    )
    failing = replace(failed(*ENDPOINTS[5], Reason.RATE_LIMITED), words="421 4.7.0 too many connections")
    host = HostFacts(
        first.host,
        ("192.0.2.25", "2001:db8::25"),
        dnssec=True,
        tlsa=(Tlsa(993, "3 1 1 " + "cd" * 32, matches=False),),
        caa=('0 issue "ca.example"',),
    )
    return replace(GOOD, sources=sources, services=(first, second, *others[:-1], failing), hosts=(host,))


def test_details_tell_versions_certificates_addresses_and_names(person, runner, deep) -> None:
    runner.report = deep
    person.post("/check", data={"target": "firma.example"})
    page = person.get("/check/result/details").text
    german = person.language == "de"
    assert ("TLS 1.0 angenommen, TLS 1.1 abgelehnt" if german else "TLS 1.0 accepted, TLS 1.1 refused") in page
    assert ("TLS 1.2 nicht geprüft" if german else "TLS 1.2 not tested") in page
    assert ("zweite Adresse" if german else "second address") in page
    for fact in ("RSA 2048", "CN=Intermediate", "ab" * 32, "2001:db8::25", "DNSSEC", "ca.example", "3 1 1 cdcd"):
        assert fact in page
    assert ("passt nicht" if german else "does not fit") in page
    for fact in ("SRV 10 5 993", "config-v1.1.xml", "404", "421 4.7.0 too many connections", HOST):
        assert fact in page
    assert page.count("gegen Fälschung geschützt" if german else "protected against forgery") == 2
    assert ("Rang 10; gehört zur Domain selbst" if german else "rank 10; belongs to the domain itself") in page
    assert "IPv6: " in person.get("/check/result").text


@pytest.mark.parametrize("part", PARTS)
def test_each_part_leads_to_the_others_and_back(person, runner, part) -> None:
    person.post("/check", data={"target": "firma.example"})
    page = person.get(f"/check/result/{part}").text
    assert 'href="/check/result"' in page
    for other in PARTS:
        assert (f'href="/check/result/{other}"' in page) is (other != part)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_a_page_where_nothing_was_found(person, runner, part) -> None:
    runner.report = NOTHING_FOUND
    person.post("/check", data={"target": "firma.example"})
    assert person.get(f"/check/result/{part}").status_code == 200


@pytest.mark.parametrize("part", PARTS)
def test_without_a_report_the_way_leads_to_the_check(person, part) -> None:
    assert person.get(f"/check/result/{part}").location == "/check/progress"


def test_other_parts_do_not_exist(person) -> None:
    assert person.get("/check/result/everything").status_code == 404


@pytest.mark.parametrize(("report", "leads_on"), [(GOOD, True), (NOTHING_FOUND, False)])
def test_programs_lead_to_the_sheet_only_where_there_is_one(person, runner, report, leads_on) -> None:
    runner.report = report
    person.post("/check", data={"target": "firma.example"})
    assert ('href="/profiles"' in person.get("/check/result/programs").text) is leads_on
