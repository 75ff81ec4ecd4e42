"""Mail exchangers, gateways and providers."""

import pytest

from probes.codes import Authentication, Protocol, Reason, Source, SourceNote, Trust
from probes.discovery import mx, provider_list
from probes.discovery.catalogue import (
    CatalogueError,
    NoteCode,
    _checked,
    _gateway,
    _provider,
    gateways,
    provider_of_domain,
    provider_of_host,
    providers,
    recognise,
)
from probes.resolver import MxRecord


def test_the_lists_are_whole():
    assert len(providers()) > 60
    assert len(gateways()) > 50
    assert {code for each in providers() for code in each.note_codes} == set(NoteCode)


@pytest.mark.parametrize(
    ("host", "gateway", "provider"),
    [
        ("mx1.pphosted.com", "proofpoint", None),
        ("pphosted.com", "proofpoint", None),
        ("evilpphosted.com", None, None),
        ("aspmx.l.google.com", None, "google"),
        ("gmr-smtp-in.l.google.com", "google_domains_forwarding", None),
        ("firma-ch.mail.protection.outlook.com", None, "microsoft365"),
        ("x.olc.protection.outlook.com", None, "outlook_com"),
        ("mail.firma.ch", None, None),
    ],
)
def test_the_longest_suffix_at_a_label_boundary_wins(host, gateway, provider):
    found = recognise(host)
    assert (found.gateway and found.gateway.id, found.provider and found.provider.id) == (gateway, provider)


def test_a_broken_entry_is_named():
    entry = {"id": "hoster", "name": "H", "kind": "filter", "mx_suffixes": ["127.0.0.1"]}
    with pytest.raises(CatalogueError, match="hoster"):
        _checked(_gateway, entry)
    with pytest.raises(CatalogueError, match="hoster"):
        _checked(_provider, {"id": "hoster"})


def test_gateways_make_no_claims_but_are_named(dns, tools):
    dns.mx_records["firma.ch"] = (MxRecord(10, "mx1.pphosted.com"), MxRecord(20, "mail.firma.ch"))
    found = mx.discover("firma.ch", tools)
    assert found.claims == ()
    assert [(each.host, each.gateway) for each in found.mail_exchangers] == [
        ("mx1.pphosted.com", "proofpoint"),
        ("mail.firma.ch", None),
    ]


def test_a_provider_behind_the_mx_needs_consent(dns, tools):
    dns.mx_records["firma.ch"] = (MxRecord(0, "firma-ch.mail.protection.outlook.com"),)
    found = mx.discover("firma.ch", tools)
    assert {(each.host, each.trust, each.source) for each in found.claims if each.protocol is Protocol.IMAP} == {
        ("outlook.office365.com", Trust.NEEDS_CONSENT, Source.MX_PROVIDER)
    }
    assert {each.authentication for each in found.claims} == {(Authentication.OAUTH2,)}
    assert found.provider.id == "microsoft365"


def test_own_domains_of_a_customer_may_have_other_hosts(dns, tools):
    dns.mx_records["firma.ch"] = (MxRecord(0, "mx.zoho.eu"),)
    hosts = {each.protocol: each.host for each in mx.discover("firma.ch", tools).claims}
    assert (hosts[Protocol.IMAP], hosts[Protocol.POP3]) == ("imappro.zoho.eu", "pop.zoho.eu")
    assert {each.host for each in provider_list.discover("zoho.eu", tools).claims} >= {"imap.zoho.eu"}


def test_the_providers_own_domain_is_trusted_and_says_what_it_lacks(tools):
    claims = provider_list.discover("icloud.com", tools).claims
    assert {each.trust for each in claims} == {Trust.TRUSTED}
    assert [each.host for each in claims if each.protocol is Protocol.POP3] == ["."]
    usernames = {each.protocol: each.username.value for each in claims if each.username}
    assert usernames == {Protocol.IMAP: "local_part", Protocol.SUBMISSION: "address"}
    other = provider_list.discover("firma.ch", tools)
    assert (other.claims, [step.status for step in other.evidence]) == ((), ["not_listed"])


def test_a_provider_that_runs_only_on_the_own_computer_makes_no_claims(tools):
    assert provider_list.discover("proton.me", tools).claims == ()
    assert provider_of_domain("proton.me").note_codes == (NoteCode.BRIDGE_ONLY,)


def test_a_shared_host_belongs_to_the_one_with_fewer_domains_of_its_own():
    assert provider_of_host("outlook.office365.com").id == "microsoft365"
    assert provider_of_host("mail.firma.ch") is None


@pytest.mark.parametrize(
    ("exchanger", "names"),
    [
        ("mx1.eu.hoster.example", ("eu.hoster.example", "hoster.example")),
        ("mx.hoster.example", ("hoster.example",)),
        ("hoster.example", ("hoster.example",)),
        ("mx1.mail.hoster.co.uk", ("mail.hoster.co.uk", "hoster.co.uk")),
        ("hoster.co.uk", ("hoster.co.uk",)),
        ("co.uk", ()),
        ("mail.firma.ch", ()),
        ("mx.it.firma.ch", ()),
        ("firma.ch", ()),
    ],
)
def test_under_which_names_the_owner_of_an_exchanger_may_publish(exchanger, names):
    assert mx.publishers("firma.ch", exchanger) == names


def test_an_exchanger_that_is_a_filter_is_not_asked_for_settings(dns, tools):
    dns.mx_records["firma.ch"] = (MxRecord(10, "mx1.pphosted.com"),)
    assert mx.discover("firma.ch", tools).follow_up is None
    dns.mx_records["firma.ch"] = (MxRecord(10, "mx1.pphosted.com"), MxRecord(20, "mx.hoster.example"))
    assert mx.discover("firma.ch", tools).follow_up.args[1] == ("hoster.example",)
    dns.mx_records["firma.ch"] = (MxRecord(10, "mx.hoster.example"),)
    found = mx.discover("firma.ch", tools)
    assert (found.provider, found.claims) == (None, ())  # an unknown exchanger stays unknown
    assert found.follow_up is not None


def test_a_domain_that_does_not_exist_is_told_with_its_step(dns, tools):
    found = mx.discover("firma.ch", tools)
    assert (found.failed, found.reason, found.follow_up) == (True, Reason.NAME_NOT_FOUND, None)
    assert [(step.record, step.status) for step in found.evidence] == [("firma.ch. MX", "name_not_found")]


def test_the_null_mx_leads_nowhere(dns, tools):
    dns.mx_records["firma.ch"] = (MxRecord(0, "."),)
    found = mx.discover("firma.ch", tools)
    assert (found.follow_up, [each.host for each in found.mail_exchangers]) == (None, ["."])


@pytest.mark.parametrize(
    "exchanger", ["mx.a/b.hoster.ch", "mx.%2e%2e.hoster.ch", "mx.a?b.hoster.ch", "mx.a b.hoster.ch"]
)
def test_a_name_that_is_no_host_name_becomes_no_part_of_a_web_address(exchanger):
    assert mx.publishers("firma.ch", exchanger) == ()


def test_every_exchanger_counts_and_not_only_the_first(dns, tools):
    dns.mx_records["firma.ch"] = (
        MxRecord(5, "mail.firma.ch"),
        MxRecord(10, "mx.hoster.example"),
        MxRecord(20, "mx2.hoster.example"),
        MxRecord(30, "mx.eu.other.example"),
    )
    found = mx.discover("firma.ch", tools)
    assert found.follow_up.args[1] == ("hoster.example", "eu.other.example", "other.example")
    assert found.notes == ()


def test_every_provider_counts_and_the_first_is_the_one_that_is_named(dns, tools):
    dns.mx_records["firma.ch"] = (
        MxRecord(10, "mx.zoho.eu"),
        MxRecord(15, "mx2.zoho.eu"),
        MxRecord(20, "firma-ch.mail.protection.outlook.com"),
    )
    found = mx.discover("firma.ch", tools)
    imap = [(each.host, each.evidence.record) for each in found.claims if each.protocol is Protocol.IMAP]
    assert imap == [
        ("imappro.zoho.eu", "firma.ch. MX 10 mx.zoho.eu."),
        ("outlook.office365.com", "firma.ch. MX 20 firma-ch.mail.protection.outlook.com."),
    ]
    assert found.provider.id == "zoho_eu"


def test_more_owners_than_are_asked_are_told(dns, tools):
    dns.mx_records["firma.ch"] = tuple(MxRecord(number, f"mx.hoster{number}.example") for number in range(5))
    found = mx.discover("firma.ch", tools)
    assert len(found.follow_up.args[1]) == mx.MAX_NAMES
    assert found.notes == (SourceNote.MORE_THAN_READ,)
