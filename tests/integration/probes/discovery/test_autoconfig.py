"""The configuration file where the domain keeps it: what it is worth, what it is told, what is odd about it."""

import hashlib

import pytest

from probes.codes import Protocol, Reason, Source, SourceNote, Trust
from probes.discovery.autoconfig import (
    discover_autoconfig,
    discover_autoconfig_http,
    discover_well_known,
    discover_well_known_http,
)
from tests.integration.probes.discovery.conftest import answer, redirect, settings_file

FILE = settings_file()
AUTOCONFIG = "autoconfig.firma.example"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(FILE) + FILE + b"\r\n"
HTML = b"<!DOCTYPE html>\n<html><body>Willkommen</body></html>"


def test_the_file_of_the_domain_is_verified(web):
    web.serve(AUTOCONFIG, answer(FILE))
    found = web.discover(discover_autoconfig)
    (claim,) = found.claims
    assert (claim.source, claim.trust) == (Source.AUTOCONFIG_HTTPS, Trust.VERIFIED)
    assert (claim.protocol, claim.host, claim.port) == (Protocol.IMAP, "mail.firma.example", 993)
    assert claim.evidence.url.startswith("https://autoconfig.firma.example/mail/config-v1.1.xml")
    assert (claim.evidence.status, claim.evidence.sha256) == ("200", hashlib.sha256(FILE).hexdigest())
    assert found.evidence == (claim.evidence,)
    assert b"emailaddress=postmaster%40firma.example" in web.requests[0][2][0]
    assert (found.notes, found.reason, found.failed) == ((), None, False)


def test_the_well_known_place_is_never_told_an_address(web):
    web.serve("firma.example", answer(FILE), answer(FILE))
    (claim,) = web.discover(discover_well_known).claims
    assert claim.source is Source.WELL_KNOWN_HTTPS
    (claim,) = web.discover(discover_well_known_http).claims
    assert claim.source is Source.WELL_KNOWN_HTTP
    for *_, head, _ in web.requests:
        assert b"@" not in b"".join(head)
        assert b"%40" not in b"".join(head)


@pytest.mark.parametrize("source", [discover_autoconfig_http, discover_well_known_http])
def test_over_http_everything_needs_consent_also_after_a_redirect_to_https(web, source):
    for name in (AUTOCONFIG, "firma.example"):
        web.serve(name, http=redirect("https://config.hoster.example/x"))
    web.serve("config.hoster.example", answer(FILE))
    found = web.discover(source)
    assert [claim.trust for claim in found.claims] == [Trust.NEEDS_CONSENT]
    assert found.notes == (SourceNote.OVER_HTTP, SourceNote.REDIRECTED)


def test_one_step_over_http_on_the_way_is_enough_to_need_consent(web):
    web.serve(AUTOCONFIG, redirect("http://firma.example/config.xml"))
    web.serve("firma.example", http=answer(FILE))
    found = web.discover(discover_autoconfig)
    assert [claim.trust for claim in found.claims] == [Trust.NEEDS_CONSENT]
    assert [(step.url.partition("?")[0], step.status) for step in found.evidence] == [
        ("https://autoconfig.firma.example/mail/config-v1.1.xml", "302"),
        ("http://firma.example/config.xml", "200"),
    ]


def test_a_redirect_within_the_organisation_stays_verified(web):
    web.serve(AUTOCONFIG, redirect("https://firma.example/config.xml"))
    web.serve("firma.example", answer(FILE))
    (claim,) = web.discover(discover_autoconfig).claims
    assert (claim.trust, claim.evidence.url) == (Trust.VERIFIED, "https://firma.example/config.xml")


def test_a_redirect_to_a_hoster_is_trusted_less(web):
    web.serve(AUTOCONFIG, redirect("https://config.hoster.example/firma"))
    web.serve("config.hoster.example", answer(FILE))
    (claim,) = web.discover(discover_autoconfig).claims
    assert claim.trust is Trust.TRUSTED


def test_a_name_that_does_not_exist_costs_one_round_of_questions(web):
    found = web.discover(discover_autoconfig)
    assert (found.claims, found.reason, found.failed) == ((), None, False)
    assert [step.status for step in found.evidence] == ["name_not_found"]
    assert sorted(web.lab.dns.queries) == [(AUTOCONFIG, "A"), (AUTOCONFIG, "AAAA")]


def test_nothing_there_is_an_empty_answer_with_its_step(web):
    web.serve(AUTOCONFIG, answer(b"gone", b"404 Not Found"))
    found = web.discover(discover_autoconfig)
    assert (found.claims, found.reason, found.notes) == ((), None, ())
    assert [step.status for step in found.evidence] == ["404"]


@pytest.mark.parametrize(
    ("response", "notes", "reason", "claims"),
    [
        (answer(HTML), (SourceNote.HTML_INSTEAD,), None, 0),
        (
            answer(b"<html>Willkommen</html>", b"200 OK", b"Content-Type: text/html"),
            (SourceNote.HTML_INSTEAD,),
            None,
            0,
        ),
        (answer(b'\xef\xbb\xbf<?xml version="1.0"?>' + HTML), (SourceNote.HTML_INSTEAD,), None, 0),
        (answer(FILE, b"200 OK", b"Content-Type: text/html"), (SourceNote.WRONG_CONTENT_TYPE,), None, 1),
        (answer(FILE, b"200 OK", b"Content-Type: application/octet-stream"), (SourceNote.WRONG_CONTENT_TYPE,), None, 1),
        (answer(FILE, b"200 OK", b"Content-Type: Text/XML; charset=utf-8"), (), None, 1),
        (answer(b"", b"401 Unauthorized"), (SourceNote.LOGIN_WANTED,), None, 0),
        (answer(HTML + b"x" * 400_000), (SourceNote.HTML_INSTEAD,), None, 0),
        (answer(FILE + b" " * 70_000), (), Reason.LIMIT_EXCEEDED, 0),
        (answer(FILE + b" " * 400_000), (), Reason.LIMIT_EXCEEDED, 0),
        (lambda peer: (peer.send(CHUNKED), peer.flood(b"1\r\n \r\n" * 500)), (), Reason.LIMIT_EXCEEDED, 0),
        (answer(FILE[:100]), (SourceNote.NOT_READABLE,), Reason.PROTOCOL_ERROR, 0),
        (answer(b""), (SourceNote.NOT_READABLE,), Reason.PROTOCOL_ERROR, 0),
        (answer(b"plain text"), (SourceNote.NOT_READABLE,), Reason.PROTOCOL_ERROR, 0),
        (answer(settings_file(domain="other.example")), (SourceNote.NOT_FOR_THIS_DOMAIN,), None, 1),
    ],
)
def test_what_is_odd_about_the_answer_is_told(web, response, notes, reason, claims):
    web.serve(AUTOCONFIG, response)
    found = web.discover(discover_autoconfig)
    assert (found.notes, found.reason, found.failed, len(found.claims)) == (notes, reason, reason is not None, claims)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda ca: ca.certificate("other.example"), Reason.CERTIFICATE_NAME),
        (lambda ca: ca.certificate(AUTOCONFIG, valid_days=-1), Reason.CERTIFICATE_EXPIRED),
        (lambda ca: ca.self_signed(AUTOCONFIG), Reason.CERTIFICATE_SELF_SIGNED),
    ],
)
def test_a_certificate_that_proves_nothing_ends_it_before_a_word(web, test_ca, make, reason):
    web.serve(AUTOCONFIG, answer(FILE), context=make(test_ca).server_context())
    found = web.discover(discover_autoconfig)
    assert (found.failed, found.reason, found.notes) == (True, reason, (SourceNote.CERTIFICATE_PROBLEM,))
    assert found.evidence[0].status == reason.value
    assert web.requests == []


def test_a_closed_port_is_said(web):
    web.serve(AUTOCONFIG, http=answer(b""))
    found = web.discover(discover_autoconfig)
    assert (found.failed, found.reason, found.evidence[0].status) == (True, Reason.REFUSED, "refused")
