"""All sources in one run: each is asked at once, each answer is kept, a silent one costs little."""

import base64
import hashlib
import json
from collections import Counter

import pytest

from probes.codes import Protocol, Source, SourceNote, Status, Trust
from probes.options import Limits
from probes.runner import run
from probes.target import parse_target
from tests.integration.own_time import OwnTime
from tests.integration.probes.discovery.conftest import answer, settings_file
from tests.integration.probes.scripted import BlackHole

XML = b"Content-Type: text/xml"
PACC = json.dumps({"protocols": {"pop3": {"host": "pacc.firma.example"}}}).encode()
POX = (
    b"<Autodiscover><Response><Account><Action>settings</Action><Protocol><Type>IMAP</Type>"
    b"<Server>pox.firma.example</Server><Port>993</Port></Protocol></Account></Response></Autodiscover>"
)
FILE, WELL_KNOWN = "/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml"
LIST = "https://list.example/v1.1/"


def file(host):
    return answer(settings_file(host), b"200 OK", XML)


def publish_everything(web):
    """Every source names another host."""
    dns = web.lab.dns
    dns.add("firma.example", "MX", "10 mx.hoster.example.")
    dns.add("_imaps._tcp.firma.example", "SRV", "0 1 993 srv.firma.example.")
    dns.add("_jmap._tcp.firma.example", "SRV", "0 1 443 jmap.firma.example.")
    dns.add("_autodiscover._tcp.firma.example", "SRV", "0 1 443 autodiscover.hoster.example.")
    dns.add("firma.example", "TXT", '"mailconf=https://config.hoster.example/txt"')
    digest = base64.b64encode(hashlib.sha256(PACC).digest()).decode()
    dns.add("_ua-auto-config.firma.example", "TXT", f'"v=UAAC1; a=sha256; d={digest}"')
    web.serve("autoconfig.firma.example", {FILE: file("a.firma.example")}, {FILE: file("ah.firma.example")})
    web.serve("firma.example", {WELL_KNOWN: file("w.firma.example")}, {WELL_KNOWN: file("wh.firma.example")})
    web.serve("list.example", {"/v1.1/firma.example": file("list.firma.example")})
    web.serve("ua-auto-config.firma.example", answer(PACC, b"200 OK", b"Content-Type: application/json"))
    web.serve("autodiscover.firma.example", {"/autodiscover/autodiscover.xml": answer(POX, b"200 OK", XML)})
    web.serve("autodiscover.hoster.example", answer(POX.replace(b"pox", b"poxsrv"), b"200 OK", XML))
    web.serve("config.hoster.example", {"/txt": file("txt.firma.example")})
    web.serve("autoconfig.hoster.example", {FILE: file("mx.firma.example")})


def test_every_source_is_asked_and_none_is_discarded(web):
    publish_everything(web)
    report = run(parse_target("chefin@firma.example"), web.lab.options(ispdb_url=LIST, deadline=8.0, second_pass=0))
    said = {(claim.source, claim.host, claim.trust) for claim in report.claims if claim.source is not Source.GUESS}
    assert said == {
        (Source.SRV, "srv.firma.example", Trust.TRUSTED),
        (Source.AUTOCONFIG_HTTPS, "a.firma.example", Trust.VERIFIED),
        (Source.WELL_KNOWN_HTTPS, "w.firma.example", Trust.VERIFIED),
        (Source.AUTOCONFIG_HTTP, "ah.firma.example", Trust.NEEDS_CONSENT),
        (Source.WELL_KNOWN_HTTP, "wh.firma.example", Trust.NEEDS_CONSENT),
        (Source.ISPDB, "list.firma.example", Trust.TRUSTED),
        (Source.PACC, "pacc.firma.example", Trust.VERIFIED),
        (Source.AUTODISCOVER, "pox.firma.example", Trust.TRUSTED),
        (Source.AUTODISCOVER_SRV, "poxsrv.firma.example", Trust.NEEDS_CONSENT),
        (Source.TXT_MAILCONF, "txt.firma.example", Trust.NEEDS_CONSENT),
        (Source.MX_PROVIDER, "mx.firma.example", Trust.NEEDS_CONSENT),
    }
    checks = {check.source: check for check in report.sources}
    assert set(checks) == set(Source) - {Source.MANUAL}
    assert {check.status for check in report.sources} == {Status.COMPLETED}
    assert SourceNote.JMAP in checks[Source.JMAP].notes
    assert checks[Source.PACC].notes == (SourceNote.DIGEST_MATCHES,)
    assert all(check.evidence for source, check in checks.items() if source is not Source.GUESS)
    assert {claim.protocol for claim in report.claims if claim.source is Source.PACC} == {Protocol.POP3}


def test_nobody_hears_the_address_that_was_typed(web):
    publish_everything(web)
    run(parse_target("chefin@firma.example"), web.lab.options(ispdb_url=LIST, deadline=8.0, second_pass=0))
    assert len(web.requests) > 10
    for *_, head, body in web.requests:
        assert b"chefin" not in b"".join((*head, body)).lower()
    assert not any("chefin" in name for name, _ in web.lab.dns.queries)


def test_names_that_do_not_exist_are_asked_for_once(web):
    web.lab.dns.add("firma.example", "MX", "10 mx.hoster.example.")
    with OwnTime() as took:
        run(parse_target("firma.example"), web.lab.options(ispdb_url=LIST, second_pass=0))
    assert took.seconds < 1.5
    most = Counter(web.lab.dns.queries).most_common(1)
    assert most[0][1] == 1, most


@pytest.mark.parametrize("port", [443, 80])
def test_web_servers_that_swallow_everything_cost_a_second_and_a_half(web, port):
    hole = BlackHole(port)
    web.lab.started.append(hole)
    for label in ("", "autoconfig.", "autodiscover.", "ua-auto-config."):
        web.lab.dns.add(f"{label}firma.example", "A", hole.address)
    web.lab.dns.add("firma.example", "MX", "10 mx.firma.example.")
    web.lab.dns.add("_autodiscover._tcp.firma.example", "SRV", "0 1 443 autodiscover.firma.example.")
    with OwnTime() as took:
        report = run(parse_target("firma.example"), web.lab.options(limits=Limits(), deadline=15.0, second_pass=0))
    assert took.seconds < 1.5 + 1.0
    statuses = {step.status for check in report.sources for step in check.evidence if step.url}
    assert "filtered" in statuses
    assert statuses <= {"filtered", "refused"}
