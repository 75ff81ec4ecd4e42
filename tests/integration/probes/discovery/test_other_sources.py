"""The public list, TXT mailconf, JMAP, and what the owner of the mail exchanger publishes."""

import pytest

from probes.codes import Reason, Source, SourceNote, Trust
from probes.discovery import ispdb, jmap, mx, txt_mailconf
from probes.discovery.all_sources import all_sources
from probes.target import parse_target
from probes.toolbox import open_toolbox
from tests.integration.probes.discovery.conftest import answer, redirect, settings_file

LIST = "https://list.example/v1.1/"
FILE_PATH = "/mail/config-v1.1.xml"


def served(host="mail.firma.example", domain="firma.example"):
    return answer(settings_file(host, domain), b"200 OK", b"Content-Type: text/xml")


def said(found):
    return [(claim.source, claim.host, claim.trust) for claim in found.claims]


def test_the_public_list_is_asked_for_exactly_this_domain(web):
    web.serve("list.example", {"/v1.1/firma.example": served()})
    found = web.discover(ispdb.discover, ispdb_url=LIST)
    assert said(found) == [(Source.ISPDB, "mail.firma.example", Trust.TRUSTED)]
    assert web.paths("list.example") == [("GET", "https", "/v1.1/firma.example")]


def test_a_domain_that_the_list_does_not_know(web):
    web.serve("list.example", {})
    found = web.discover(ispdb.discover, ispdb_url=LIST)
    assert (found.claims, found.reason, found.failed) == ((), None, False)


def test_a_list_that_is_not_there_is_a_failure(web):
    found = web.discover(ispdb.discover, ispdb_url=LIST)
    assert (found.claims, found.reason, found.failed) == ((), Reason.NAME_NOT_FOUND, True)


def test_a_list_that_is_switched_off_is_not_asked_at_all(web):
    target = parse_target("firma.example")
    assert Source.ISPDB not in all_sources(target, web.lab.options())
    assert set(all_sources(target, web.lab.options(ispdb_url=LIST))) == set(Source) - {Source.GUESS, Source.MANUAL}
    assert web.discover(ispdb.discover, ispdb_url="").evidence == ()
    assert web.lab.dns.queries == []


@pytest.mark.parametrize(
    ("url", "trust"),
    [("https://config.hoster.example/x", Trust.NEEDS_CONSENT), ("https://autoconfig.firma.example/x", Trust.TRUSTED)],
)
def test_the_file_that_txt_names(web, url, trust):
    web.lab.dns.add("firma.example", "TXT", '"v=spf1 -all"')
    web.lab.dns.add("firma.example", "TXT", f'"MailConf=" "{url}"')
    for name in ("config.hoster.example", "autoconfig.firma.example"):
        web.serve(name, {"/x": served()})
    found = web.discover(txt_mailconf.discover)
    assert said(found) == [(Source.TXT_MAILCONF, "mail.firma.example", trust)]
    assert [step.record for step in found.evidence if step.record] == [f"firma.example. TXT MailConf={url}"]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("mailconf=http://config.hoster.example/x", Reason.PORT_NOT_ALLOWED),
        ("mailconf=https://127.0.0.1/x", Reason.ADDRESS_REFUSED),
        ("mailconf=https://inside.example/x", Reason.ADDRESS_REFUSED),
        ("mailconf=file:///etc/passwd", Reason.ADDRESS_REFUSED),
        ("mailconf=", Reason.ADDRESS_REFUSED),
        ("v=spf1 -all", None),
    ],
)
def test_txt_that_leads_nowhere(web, record, reason):
    web.lab.dns.add("firma.example", "TXT", f'"{record}"')
    web.lab.dns.add("inside.example", "A", "10.0.0.1")
    web.serve("config.hoster.example", {"/x": served()}, {"/x": served()})
    found = web.discover(txt_mailconf.discover)
    assert (found.claims, found.reason, web.requests) == ((), reason, [])


def test_a_broken_dns_is_no_missing_record(web):
    web.lab.dns.fail("firma.example")
    found = web.discover(txt_mailconf.discover)
    assert (found.failed, found.reason, len(found.evidence)) == (True, Reason.DNS_FAILED, 1)


@pytest.mark.parametrize(
    ("response", "notes"),
    [
        (answer(b"", b"401 Unauthorized"), (SourceNote.LOGIN_WANTED,)),  # as any protected web server says
        (answer(b'{"apiUrl": "https://firma.example/jmap/"}', b"200 OK", b"Content-Type: application/json"),
         (SourceNote.JMAP,)),
        (answer(b"<html></html>"), (SourceNote.HTML_INSTEAD,)),
        (answer(b"{}"), ()),
        (answer(b"", b"404 Not Found"), ()),
    ],
)  # fmt: skip
def test_whether_jmap_is_there(web, response, notes):
    web.serve("firma.example", response)
    found = web.discover(jmap.discover)
    assert (found.claims, found.notes) == ((), notes)


@pytest.mark.parametrize(("record", "there"), [("0 0 443 jmap.firma.example.", True), ("0 0 0 .", False)])
def test_jmap_by_its_record_alone(web, record, there):
    web.lab.dns.add("_jmap._tcp.firma.example", "SRV", record)
    found = web.discover(jmap.discover)
    assert (found.notes, found.failed) == ((SourceNote.JMAP,) if there else (), False)


def follow_up(web, **changes):
    tools = open_toolbox(web.lab.options(**changes), None)
    first = mx.discover("firma.example", tools)
    return first, first.follow_up(tools)


def test_what_the_owner_of_the_exchanger_publishes_needs_consent(web):
    web.lab.dns.add("firma.example", "MX", "10 mx1.eu.hoster.example.")
    web.serve("autoconfig.hoster.example", {FILE_PATH: served("imap.hoster.example", "hoster.example")})
    first, second = follow_up(web)
    assert (first.claims, first.provider) == ((), None)
    assert said(second) == [(Source.MX_PROVIDER, "imap.hoster.example", Trust.NEEDS_CONSENT)]
    assert (second.reason, second.failed) == (None, False)
    assert second.claims[0].tolerated == ()  # the file need not name the domains of customers
    assert b"emailaddress=postmaster%40firma.example" in web.requests[0][2][0]


def test_all_that_the_owner_publishes_counts_the_longer_name_and_the_file_first(web):
    web.lab.dns.add("firma.example", "MX", "10 mx1.eu.hoster.example.")
    for name in ("autoconfig.hoster.example", "autoconfig.eu.hoster.example"):
        web.serve(name, {FILE_PATH: served(f"imap.{name}", "hoster.example")})
    web.serve("list.example", {"/v1.1/eu.hoster.example": served("imap.list.example", "eu.hoster.example")})
    _, second = follow_up(web, ispdb_url=LIST)
    assert [claim.host for claim in second.claims] == [
        "imap.autoconfig.eu.hoster.example", "imap.list.example", "imap.autoconfig.hoster.example",
    ]  # fmt: skip
    assert len(second.evidence) == 4


def test_what_was_odd_at_one_place_of_the_owner_is_told(web):
    web.lab.dns.add("firma.example", "MX", "10 mx1.eu.hoster.example.")
    web.serve("autoconfig.eu.hoster.example", answer(b"<html>Welcome</html>"))
    web.serve("autoconfig.hoster.example", {FILE_PATH: served("imap.hoster.example", "hoster.example")})
    _, second = follow_up(web)
    assert [claim.host for claim in second.claims] == ["imap.hoster.example"]
    assert second.notes == (SourceNote.HTML_INSTEAD,)


def test_the_files_of_all_records_are_read(web):
    for name in ("config.hoster.example", "autoconfig.firma.example"):
        web.lab.dns.add("firma.example", "TXT", f'"mailconf=https://{name}/x"')
        web.serve(name, {"/x": served(f"imap.{name}")})
    found = web.discover(txt_mailconf.discover)
    assert {claim.host for claim in found.claims} == {"imap.config.hoster.example", "imap.autoconfig.firma.example"}
    assert {claim.trust for claim in found.claims} == {Trust.TRUSTED, Trust.NEEDS_CONSENT}
    assert (found.notes, len(found.evidence)) == ((), 4)


def test_more_records_than_are_read_are_told(web):
    for number in range(txt_mailconf.MAX_NAMED + 1):
        web.lab.dns.add("firma.example", "TXT", f'"mailconf=https://config.hoster.example/{number}"')
    web.serve("config.hoster.example", served())
    found = web.discover(txt_mailconf.discover)
    assert (len(found.claims), found.notes) == (1, (SourceNote.MORE_THAN_READ,))
    assert len(web.requests) == txt_mailconf.MAX_NAMED


def test_the_list_is_asked_for_both_names(web):
    web.lab.dns.add("firma.example", "MX", "10 mx1.eu.hoster.example.")
    web.serve("list.example", {"/v1.1/hoster.example": served("imap.hoster.example", "hoster.example")})
    _, second = follow_up(web, ispdb_url=LIST)
    assert [claim.host for claim in second.claims] == ["imap.hoster.example"]
    assert sorted(path for *_, path in web.paths("list.example")) == ["/v1.1/eu.hoster.example", "/v1.1/hoster.example"]


@pytest.mark.parametrize(
    ("signed", "hop", "trust"),
    [(True, "https", Trust.TRUSTED), (True, "http", Trust.NEEDS_CONSENT), (False, "https", Trust.NEEDS_CONSENT)],
)
def test_a_validated_exchanger_and_https_all_the_way_are_trusted(web, signed, hop, trust):
    web.lab.dns.add("firma.example", "MX", "10 mx.hoster.example.")
    if signed:
        web.lab.dns.secure("firma.example")
    web.serve("autoconfig.hoster.example", redirect(f"{hop}://config.hoster.example/x"))
    web.serve("config.hoster.example", {"/x": served()}, {"/x": served()})
    first, second = follow_up(web)
    assert [exchanger.dnssec for exchanger in first.mail_exchangers] == [signed]
    assert [claim.trust for claim in second.claims] == [trust]


def test_an_exchanger_whose_owner_publishes_nothing_is_no_failure(web):
    web.lab.dns.add("firma.example", "MX", "10 mx.hoster.example.")
    web.lab.host("autoconfig.hoster.example", {80: lambda peer: peer.hold()})
    _, second = follow_up(web)
    assert (second.claims, second.reason, second.failed) == ((), None, False)
    assert second.notes == (SourceNote.PARTLY_UNANSWERED,)
    assert [step.status for step in second.evidence] == ["refused"]


def test_an_exchanger_in_a_private_network_leads_nowhere(web):
    web.lab.dns.add("firma.example", "MX", "10 mx.hoster.example.")
    inside = web.serve("autoconfig.hoster.example", {FILE_PATH: served()})
    _, second = follow_up(web, allow_networks=())
    assert (second.claims, inside.peers[443], second.evidence[0].status) == ((), 0, "address_refused")
