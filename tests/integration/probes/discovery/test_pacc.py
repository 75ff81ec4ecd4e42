"""PACC: two places, and the digest that proves the file."""

import base64
import hashlib
import json

import pytest

from probes.codes import Protocol, Reason, SourceNote, Trust
from probes.discovery import pacc
from tests.integration.probes.discovery.conftest import answer, redirect

NEW, OLD, TXT = "ua-auto-config.firma.example", "firma.example", "_ua-auto-config.firma.example"
PATH = "/.well-known/user-agent-configuration.json"
JSON = b"Content-Type: application/json"


def file(host="mail.firma.example", key="submit"):
    return json.dumps({"protocols": {"imap": {"host": host}, key: {"host": host}}}).encode()


def digest(body):
    return f'"v=UAAC1; a=sha256; " "d={base64.b64encode(hashlib.sha256(body).digest()).decode()}"'


def serve(web, name, body, *headers):
    return web.serve(name, {PATH: answer(body, b"200 OK", *(headers or (JSON,)))})


def servers(found):
    return [(claim.protocol, claim.host, claim.trust) for claim in found.claims]


def both(trust, host="mail.firma.example"):
    return [(Protocol.IMAP, host, trust), (Protocol.SUBMISSION, host, trust)]


@pytest.mark.parametrize(
    ("records", "trust", "note"),
    [
        ([digest(file())], Trust.VERIFIED, SourceNote.DIGEST_MATCHES),
        ([digest(b"last month's file"), digest(file())], Trust.VERIFIED, SourceNote.DIGEST_MATCHES),
        ([digest(b"another file")], Trust.NEEDS_CONSENT, SourceNote.DIGEST_WRONG),
        (['"v=spf1 -all"'], Trust.TRUSTED, SourceNote.DIGEST_MISSING),
        ([], Trust.TRUSTED, SourceNote.DIGEST_MISSING),
    ],
)
def test_only_the_right_digest_verifies(web, records, trust, note):
    serve(web, NEW, file())
    for record in records:
        web.lab.dns.add(TXT, "TXT", record)
    found = web.discover(pacc.discover)
    assert servers(found) == both(trust)
    assert found.notes == (note,)
    assert next(step.record for step in found.evidence if step.record).startswith(f"{TXT}. TXT")


def test_a_digest_that_the_dns_did_not_tell_is_not_a_missing_one(web):
    serve(web, NEW, file())
    web.lab.dns.fail(TXT)
    found = web.discover(pacc.discover)
    assert (servers(found), found.notes) == (both(Trust.TRUSTED), ())
    assert found.evidence[-1].status == "dns_failed"


def test_the_older_place_and_the_older_key_are_read_and_told(web):
    serve(web, OLD, file(key="smtp"))
    found = web.discover(pacc.discover)
    assert servers(found) == both(Trust.TRUSTED)
    assert SourceNote.OLDER_FORM in found.notes
    assert ("GET", "https", PATH) in web.paths(OLD)


def test_both_places_are_kept_the_proven_one_first(web):
    serve(web, NEW, file("new.firma.example"))
    serve(web, OLD, file("old.firma.example"))
    web.lab.dns.add(TXT, "TXT", digest(file("old.firma.example")))
    found = web.discover(pacc.discover)
    assert servers(found) == both(Trust.VERIFIED, "old.firma.example") + both(Trust.NEEDS_CONSENT, "new.firma.example")
    assert set(found.notes) == {SourceNote.DIGEST_WRONG, SourceNote.DIGEST_MATCHES, SourceNote.OLDER_FORM}


def test_without_a_file_the_digest_is_not_even_asked_for(web):
    found = web.discover(pacc.discover)
    assert (found.claims, found.notes, found.reason) == ((), (), None)
    assert (TXT, "TXT") not in web.lab.dns.queries
    assert len(found.evidence) == 2


def test_no_step_over_http(web):
    web.serve(NEW, redirect(f"http://{OLD}{PATH}"))
    web.serve(OLD, http=answer(file()))
    found = web.discover(pacc.discover)
    assert (found.claims, found.reason) == ((), Reason.PORT_NOT_ALLOWED)


@pytest.mark.parametrize(
    ("body", "headers", "note", "reason"),
    [
        (b"[" * 50_000, (), SourceNote.NOT_READABLE, Reason.PROTOCOL_ERROR),
        (b'{"protocols": 7}', (), SourceNote.NOT_READABLE, Reason.PROTOCOL_ERROR),
        (b"<!doctype html><html></html>", (), SourceNote.HTML_INSTEAD, None),
        (file(), (b"Content-Type: text/plain",), SourceNote.WRONG_CONTENT_TYPE, None),
    ],
)
def test_what_is_odd_is_told(web, body, headers, note, reason):
    serve(web, NEW, body, *headers)
    found = web.discover(pacc.discover)
    assert note in found.notes
    assert (found.reason, found.failed) == (reason, reason is not None)
