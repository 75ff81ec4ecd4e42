"""Documents that attack their reader: bombs, entities, nesting; refused in time, without memory, without a packet."""

import gzip
import tracemalloc

import pytest

from probes.codes import Reason, SourceNote
from probes.discovery import autoconfig, autodiscover, autodiscover_v2, jmap, pacc
from tests.integration.own_time import OwnTime
from tests.integration.probes.discovery.conftest import answer, settings_file

LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"lol") for n in range(10))
FILE = settings_file()
LIMIT = 5 * 1024 * 1024


def with_dtd(dtd, use=b""):
    return FILE.replace(b"<clientConfig", dtd + b"<clientConfig", 1).replace(b"<domain>", b"<domain>" + use, 1)


XML = {
    "billion laughs": with_dtd(b"<!DOCTYPE c [" + LAUGHS + b"]>", b"&l9;"),
    "one long entity": with_dtd(b'<!DOCTYPE c [<!ENTITY a "' + b"x" * 20_000 + b'">]>', b"&a;" * 5_000),
    "external entity": with_dtd(b'<!DOCTYPE c [<!ENTITY a SYSTEM "https://firma.example/stolen">]>', b"&a;"),
    "local file": with_dtd(b'<!DOCTYPE c [<!ENTITY a SYSTEM "file:///etc/passwd">]>', b"&a;"),
    "external DTD": with_dtd(b'<!DOCTYPE c SYSTEM "https://firma.example/stolen.dtd">'),
    "parameter entity": with_dtd(b'<!DOCTYPE c [<!ENTITY % a SYSTEM "https://firma.example/stolen"> %a;]>'),
    "bomb in UTF-16": with_dtd(b"<!DOCTYPE c [" + LAUGHS + b"]>", b"&l9;").decode().encode("utf-16"),
    "deep": b"<a>" * 20_000,
    "deep and closed": b"<a>" * 9_000 + b"</a>" * 9_000,
    "wide": b"<clientConfig>" + b"<a/>" * 16_000 + b"</clientConfig>",
    "many attributes": b"<clientConfig " + b" ".join(b'a%d=""' % n for n in range(6_000)) + b"/>",
    "packed": gzip.compress(FILE),
    "packed bomb": gzip.compress(b" " * 50_000_000),
    "zeros": b"\x00" * 60_000,
    "surrogates": b"\xff\xfe" + b"\x00\xd8" * 20_000,
    "a title that fills the line": b"<clientConfig><emailProvider id='" + b"A" * 60_000,
}
JSON = {
    "deep": b"[" * 60_000,
    "deep objects": b'{"protocols":' * 5_000,
    "wide": b'{"protocols": {"x": [' + b"{}," * 20_000 + b"{}]}}",
    "long number": b'{"protocols": ' + b"9" * 60_000 + b"}",
    "same key again and again": b"{" + b'"protocols":{},' * 4_000 + b'"protocols":7}',
    "packed": gzip.compress(b'{"protocols": {}}'),
}
READERS = {"xml": (autoconfig.discover_well_known, autodiscover.discover), "json": (pacc.discover, jmap.discover)}


def checked(web, discover, document):
    """Serve the document, ask for it, and see that time and memory hold."""
    web.serve("firma.example", lambda peer: peer.send(answer(document, b"200 OK", b"Content-Encoding: gzip")))
    web.discover(discover)  # whatever is made once
    tracemalloc.start()
    with OwnTime() as took:
        found = web.discover(discover)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took.seconds < 2.0
    assert most < LIMIT
    return found


@pytest.mark.parametrize("document", XML.values(), ids=XML)
@pytest.mark.parametrize("discover", READERS["xml"], ids=["autoconfig", "autodiscover"])
def test_xml_that_attacks_its_reader(web, discover, document):
    found = checked(web, discover, document)
    assert found.claims == ()
    assert "stolen" not in "".join(path for *_, path in web.paths("firma.example"))


@pytest.mark.parametrize("document", JSON.values(), ids=JSON)
@pytest.mark.parametrize("discover", [*READERS["json"], autodiscover_v2.discover], ids=["pacc", "jmap", "v2"])
def test_json_that_attacks_its_reader(web, discover, document):
    found = checked(web, discover, document)
    assert (found.claims, SourceNote.JMAP in found.notes, SourceNote.EXCHANGE in found.notes) == ((), False, False)


@pytest.mark.parametrize(
    "name", ["billion laughs", "external entity", "local file", "external DTD", "parameter entity", "deep", "packed"]
)
def test_it_is_said_that_the_file_cannot_be_read(web, name):
    web.serve("firma.example", answer(XML[name]))
    found = web.discover(autoconfig.discover_well_known)
    assert (found.failed, found.reason, found.notes) == (True, Reason.PROTOCOL_ERROR, (SourceNote.NOT_READABLE,))


def test_what_a_stranger_wrote_reaches_nobody_raw(web):
    nasty = "\x1b[31m\u202e<script>"
    encoded = "&#x202e;&lt;script&gt;\u200b"
    body = FILE.replace(b"%EMAILADDRESS%", f"x{encoded}%EMAILLOCALPART%".encode())
    headers = (f"Content-Type: text/x{nasty}".encode(), b"X-Y: \x1b[2J")
    web.serve("firma.example", answer(body, b"200 OK", *headers))
    found = web.discover(autoconfig.discover_well_known)
    shown = repr(found)
    for claim in found.claims:
        assert claim.username_template == "x<script>%EMAILLOCALPART%"
    assert not set("\x1b\u202e\u200b") & set(shown)
