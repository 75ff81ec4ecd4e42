"""Autodiscover: without credentials, for a neutral address, through every kind of redirect."""

import pytest

from probes.codes import Protocol, Reason, Source, SourceNote, Trust
from probes.discovery import autodiscover, autodiscover_v2
from tests.integration.probes.discovery.conftest import answer, redirect

OWN, SUB, ELSEWHERE = "firma.example", "autodiscover.firma.example", "autodiscover.hoster.example"
PATH = "/autodiscover/autodiscover.xml"
ROOT = 'xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"'
SRV = "_autodiscover._tcp.firma.example"


def document(inside):
    return answer(f"<Autodiscover {ROOT}><Response><Account>{inside}</Account></Response></Autodiscover>".encode())


def settings(host="mail.firma.example", kind="IMAP"):
    server = f"<Type>{kind}</Type><Server>{host}</Server><Port>993</Port><SSL>on</SSL>"
    return document(f"<Action>settings</Action><Protocol>{server}</Protocol>")


def points_to(url):
    return document(f"<Action>redirectUrl</Action><RedirectUrl>{url}</RedirectUrl>")


def points_to_address(address):
    return document(f"<Action>redirectAddr</Action><RedirectAddr>{address}</RedirectAddr>")


def servers(found):
    return [(claim.source, claim.protocol, claim.host, claim.trust) for claim in found.claims]


def one(trust, host="mail.firma.example", source=Source.AUTODISCOVER):
    return [(source, Protocol.IMAP, host, trust)]


@pytest.mark.parametrize("name", [OWN, SUB])
def test_both_places_are_asked_without_credentials_and_for_nobody(web, name):
    web.serve(name, {PATH: settings()})
    found = web.discover(autodiscover.discover)
    assert servers(found) == one(Trust.TRUSTED)
    assert web.paths(name) == [("POST", "https", PATH)]
    *_, head, body = web.requests[0]
    assert b"<EMailAddress>postmaster@firma.example</EMailAddress>" in body
    assert b"Content-Type: text/xml; charset=utf-8" in head
    assert not any(line.lower().startswith(b"authorization") for line in head)
    assert len(found.evidence) == 3


def test_what_two_places_say_is_kept_but_not_twice(web):
    web.serve(OWN, {PATH: settings()})
    web.serve(SUB, {PATH: settings()})
    assert servers(web.discover(autodiscover.discover)) == one(Trust.TRUSTED)


def test_whoever_wants_a_login_first_is_noted_and_no_error(web):
    web.serve(OWN, answer(b"", b"401 Unauthorized", b"WWW-Authenticate: Basic realm=x"))
    found = web.discover(autodiscover.discover)
    assert (found.claims, found.notes, found.reason, found.failed) == ((), (SourceNote.LOGIN_WANTED,), None, False)
    assert "401" in [step.status for step in found.evidence]


def test_exchange_is_noted(web):
    web.serve(OWN, {PATH: settings(kind="EXCH")})
    found = web.discover(autodiscover.discover)
    assert (found.claims, found.notes) == ((), (SourceNote.EXCHANGE,))


def test_http_is_asked_only_where_else_to_ask_and_never_told_an_address(web):
    web.serve(SUB, http={PATH: settings()})
    found = web.discover(autodiscover.discover)
    assert (found.claims, SourceNote.OVER_HTTP in found.notes) == ((), False)
    assert web.paths(SUB) == [("GET", "http", PATH)]
    assert b"postmaster" not in b"".join(web.requests[0][2])


@pytest.mark.parametrize(
    ("target", "trust"), [(OWN, Trust.TRUSTED), (ELSEWHERE, Trust.NEEDS_CONSENT)], ids=["own", "foreign"]
)
def test_where_http_points_to_is_believed_only_under_the_own_organisation(web, target, trust):
    web.serve(SUB, http={PATH: redirect(f"https://{target}/other")})
    web.serve(target, {"/other": settings()})
    found = web.discover(autodiscover.discover)
    assert servers(found) == one(trust)
    assert SourceNote.OVER_HTTP in found.notes


def test_http_that_points_to_http_is_not_followed(web):
    web.serve(SUB, http={PATH: redirect(f"http://{ELSEWHERE}/other")})
    inside = web.serve(ELSEWHERE, http={"/other": settings()})
    found = web.discover(autodiscover.discover)
    assert (found.claims, inside.peers[80]) == ((), 0)
    assert found.evidence[-1].status == "port_not_allowed"


def test_the_own_https_may_point_to_a_hoster(web):
    web.serve(OWN, {PATH: points_to(f"https://{ELSEWHERE}/x")})
    web.serve(ELSEWHERE, {"/x": settings()})
    assert servers(web.discover(autodiscover.discover)) == one(Trust.TRUSTED)


def test_another_address_is_asked_for_at_its_own_domain(web):
    web.serve(OWN, {PATH: points_to_address("x@hoster.example")})
    web.serve(ELSEWHERE, {PATH: settings()})
    assert servers(web.discover(autodiscover.discover)) == one(Trust.TRUSTED)
    bodies = [body for _, name, _, body in web.requests if name == ELSEWHERE]
    assert b"<EMailAddress>postmaster@hoster.example</EMailAddress>" in bodies[0]


@pytest.mark.parametrize(
    "response",
    [points_to(f"https://{OWN}{PATH}"), points_to_address("x@firma.example"), points_to(f"https://{OWN}/a")],
)
def test_circles_end_soon(web, response):
    web.serve(OWN, response)
    found = web.discover(autodiscover.discover)
    assert (found.claims, found.reason, found.failed) == ((), Reason.LIMIT_EXCEEDED, True)
    assert len(web.requests) <= 3


def test_endless_new_places_end_after_ten(web):
    seen = []

    def onwards(peer):
        seen.append(1)
        peer.send(points_to(f"https://{OWN}/{len(seen)}"))

    web.serve(OWN, onwards)
    assert web.discover(autodiscover.discover, limits=web.lab.options().limits).reason is Reason.LIMIT_EXCEEDED
    assert len(seen) == autodiscover.MAX_STEPS


def test_answers_that_cannot_be_read_are_noted(web):
    web.serve(OWN, {PATH: answer(b"<Autodiscover>")})
    found = web.discover(autodiscover.discover)
    assert (found.notes, found.reason) == ((SourceNote.NOT_READABLE,), Reason.PROTOCOL_ERROR)


@pytest.mark.parametrize(
    ("target", "signed", "trust"),
    [
        (SUB, False, Trust.TRUSTED),
        (ELSEWHERE, False, Trust.NEEDS_CONSENT),
        (ELSEWHERE, True, Trust.TRUSTED),
    ],
)
def test_the_host_that_srv_names(web, target, signed, trust):
    web.lab.dns.add(SRV, "SRV", f"0 0 443 {target}.")
    if signed:
        web.lab.dns.secure(SRV)
    web.serve(target, {PATH: settings()})
    found = web.discover(autodiscover.discover_srv)
    assert servers(found) == one(trust, source=Source.AUTODISCOVER_SRV)
    assert [(step.record, step.dnssec) for step in found.evidence[:1]] == [(f"{SRV}. SRV 0 0 443 {target}", signed)]


@pytest.mark.parametrize(
    ("record", "reason"),
    [("0 0 8443 firma.example.", Reason.PORT_NOT_ALLOWED), ("0 0 22 firma.example.", Reason.PORT_NOT_ALLOWED),
     ("0 0 0 .", None), (None, None)],
)  # fmt: skip
def test_srv_that_leads_nowhere(web, record, reason):
    host = web.serve(OWN, {PATH: settings()})
    if record:
        web.lab.dns.add(SRV, "SRV", record)
    found = web.discover(autodiscover.discover_srv)
    assert (found.claims, found.reason, host.peers[443]) == ((), reason, 0)


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (b'{"Protocol":"AutodiscoverV1","Url":"https://x.example/autodiscover.xml"}', (SourceNote.EXCHANGE,)),
        (b'{"ErrorCode":"x"}', ()),
        (b"[]", ()),
        (b"<html></html>", (SourceNote.HTML_INSTEAD,)),
    ],
)
def test_version_2_only_says_that_this_is_exchange(web, body, notes):
    web.serve(SUB, answer(body, b"200 OK", b"Content-Type: application/json"))
    found = web.discover(autodiscover_v2.discover)
    assert (found.claims, found.notes, found.reason) == ((), notes, None)
    assert b"Email=postmaster%40firma.example&Protocol=AutodiscoverV1" in web.requests[0][2][0]


def test_all_hosts_that_srv_names_are_asked(web):
    for priority, name in enumerate(("autodiscover.hoster.example", "config.hoster.example")):
        web.lab.dns.add("_autodiscover._tcp.firma.example", "SRV", f"{priority} 1 443 {name}.")
        web.serve(name, {PATH: settings(f"imap{priority}.hoster.example")})
    found = web.discover(autodiscover.discover_srv)
    assert [claim.host for claim in found.claims] == ["imap0.hoster.example", "imap1.hoster.example"]
    assert found.notes == ()


def test_what_srv_names_beyond_what_is_asked_is_told(web):
    for number in range(autodiscover.MAX_NAMED + 1):
        web.lab.dns.add("_autodiscover._tcp.firma.example", "SRV", f"0 {number} 443 gone{number}.hoster.example.")
    web.lab.dns.add("_autodiscover._tcp.firma.example", "SRV", "0 1 443 127.0.0.1.")
    found = web.discover(autodiscover.discover_srv)
    assert (found.claims, found.notes) == ((), (SourceNote.MORE_THAN_READ, SourceNote.SERVER_UNUSABLE))
