"""Whoever may put a word into a report: the DNS, web servers, certificates. Nothing raw of it comes out anywhere."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from dnslib import CAA, MX, QTYPE, RR, SRV, TXT, DNSLabel

from advisor.report.documents.server_report import write_server_report
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.text import Language
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes import speaking
from tests.integration.probes.discovery.conftest import answer, redirect, settings_file
from tests.integration.probes.test_hostile_runs import strings

SCRIPT = Path(sys.executable).with_name("mailweiche")
UGLY = "\x1b]0;owned\x07\u202e\u200b<script>\x9b2J"
RAW = UGLY.encode()
IN_XML = "&#x202e;&#x200b;&lt;script&gt;&#x9b;2J"
RECORDS = {
    "_imaps._tcp.firma.example": [SRV(0, 1, 993, DNSLabel([RAW, b"hoster", b"example"]))],
    "_pop3s._tcp.firma.example": [SRV(0, 1, 995, DNSLabel([b"a\nb\r", b"\x00", b"example"]))],
    "firma.example": [
        MX(DNSLabel([b"mx" + RAW, b"hoster", b"example"]), 10),
        MX(DNSLabel("mail.firma.example"), 20),
        TXT([b"mailconf=https://config.hoster.example/" + RAW]),
        TXT([b"mailconf=https://config.hoster.example/x"]),
        TXT([RAW]),
        CAA(0, "issue", "ca.example\x1b[31m\u202e"),
    ],
    "_ua-auto-config.firma.example": [TXT([b"v=UAAC1; a=sha256; d=" + RAW])],
}
XML = b"Content-Type: text/xml" + "\u202e".encode()
JSON = b"Content-Type: application/json"


def ugly_file():
    """Every free text of an autoconfig file, and of its servers."""
    text = settings_file("mail.firma.example").decode()
    text = text.replace("%EMAILADDRESS%", f"{IN_XML}%EMAILLOCALPART%").replace("password-cleartext", IN_XML)
    servers = text.replace("<domain>", f"<displayName>{IN_XML}</displayName><domain>")
    other = f'<incomingServer type="imap"><hostname>x{IN_XML}.example</hostname><port>993</port></incomingServer>'
    return servers.replace("</emailProvider>", f"{other}<documentation url='{IN_XML}'/></emailProvider>").encode()


@pytest.fixture
def ugly(web, good_tls):
    """A domain that says something raw wherever it may."""
    for name, values in RECORDS.items():
        rows = [RR(name, getattr(QTYPE, type(value).__name__), ttl=60, rdata=value) for value in values]
        web.lab.dns._zone.records[f"{name}."].extend(rows)  # no zone file can say such things
    pacc = json.dumps({"protocols": {"imap": {"host": f"mail{UGLY}.example"}}, UGLY: UGLY}).encode()
    pox = (
        f"<Autodiscover><Response><Account><Action>settings</Action><Protocol><Type>IMAP</Type><Server>m{IN_XML}.example"
        f"</Server><LoginName>{IN_XML}</LoginName></Protocol></Account></Response></Autodiscover>"
    ).encode()
    web.serve("autoconfig.firma.example", {"/mail/config-v1.1.xml": answer(ugly_file(), b"200 " + RAW[6:9], XML)})
    web.serve("firma.example", redirect("https://config.hoster.example/\u202e<script>%1b[31m"))
    web.serve("config.hoster.example", answer(ugly_file(), b"200 OK", XML))
    web.serve("ua-auto-config.firma.example", answer(pacc, b"200 OK", JSON))
    web.serve("autodiscover.firma.example", answer(pox, b"200 OK", XML))
    web.lab.host("mail.firma.example", {993: speaking.imaps(good_tls, b"IMAP4rev1 " + RAW)})


def raw(text, allowed=""):
    """The signs that no terminal, page or log may get."""
    return {
        sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") and sign not in allowed
    }


@pytest.mark.usefixtures("ugly")
def test_a_report_holds_nothing_raw(web):
    """What is raw has been left out of what is still shown: the sources were read."""
    report = run(parse_target("firma.example"), web.lab.options(second_pass=2.0))
    assert {claim.source.value for claim in report.claims} >= {"autoconfig_https", "txt_mailconf", "guess"}
    server = complete(report)
    assert [text for text in strings(report) if raw(text)] == []
    document = json.loads(write_server_report(server))
    assert raw(json.dumps(document, ensure_ascii=False)) == set()
    assert "\\u00" not in json.dumps(document, ensure_ascii=False), "control signs, escaped for JSON"
    for language in Language:
        assert [text for text in strings(server_view(server, language)) if raw(text, "\n\u00ad")] == []


@pytest.mark.usefixtures("ugly")
@pytest.mark.parametrize("options", [[], ["--json"]], ids=["for people", "for programs"])
def test_a_terminal_gets_nothing_raw(web, tmp_path, options):
    done = subprocess.run(
        [SCRIPT, "probe", "firma.example", "--timeout", "3", *options],
        cwd=tmp_path, env=web.lab.environment(tmp_path), capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for said in (done.stdout.decode(), done.stderr.decode()):
        assert raw(said, "\n\r") == set()
