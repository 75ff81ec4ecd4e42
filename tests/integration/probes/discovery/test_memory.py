"""What the worst document of the largest size that is read costs in memory as the machine counts it.

The parser of XML is written in C: what it takes shows in no figure of Python's own.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from probes.discovery.documents import MAX_DOCUMENT
from tests.integration.probes.discovery.conftest import answer, settings_file

ROOT = Path(__file__).resolve().parents[4]
MOST = 5 * 1024  # KiB for one probe
SIZE = MAX_DOCUMENT


def filled(start, piece, end):
    """``piece`` again and again, as often as the size allows."""
    return start + b"".join(piece(n) for n in range((SIZE - len(start + end)) // len(piece(9_999)))) + end


XML = {
    "attributes": filled(b"<clientConfig ", lambda n: b'a%d="" ' % n, b"/>"),
    "elements": filled(b"<clientConfig>", lambda n: b'<a b="c" d="e"/>', b"</clientConfig>"),
    "names": filled(b"<clientConfig>", lambda n: b"<a%d/>" % n, b"</clientConfig>"),
    "UTF-16": ("<a " + "".join(f'a{n:04}="" ' for n in range(SIZE // 19)) + "/>").encode("utf-16"),
}
JSON = {
    "keys": filled(b'{"protocols": {', lambda n: b'"%d":0,' % n, b'"x":0}}'),
    "lists": filled(b'{"protocols": [', lambda n: b"[],", b"0]}"),
}
SOURCES = {
    "autoconfig": ("autoconfig", "discover_well_known", "firma.example", XML),
    "autodiscover": ("autodiscover", "discover", "autodiscover.firma.example", XML),
    "pacc": ("pacc", "discover", "ua-auto-config.firma.example", JSON),
    "jmap": ("jmap", "discover", "firma.example", JSON),
}
CASES = [(source, name) for source, (*_, documents) in SOURCES.items() for name in documents]


@pytest.mark.parametrize(("source", "name"), CASES, ids=[" ".join(case) for case in CASES])
def test_the_worst_document_costs_less_than_5_mib(web, source, name):
    module, function, host, documents = SOURCES[source]
    web.serve(host, answer(documents[name]))
    web.serve(host.replace("firma", "hoster"), answer(settings_file() if documents is XML else b'{"protocols": {}}'))
    command = [sys.executable, "-m", "tests.integration.probes.discovery.measured_source", module, function]
    done = subprocess.run(
        [*command, web.lab.dns.nameserver, str(web.lab.ca.path)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    claims, grown = map(int, done.stdout.split())
    assert claims == 0
    assert host in {name for _, name, *_ in web.requests}
    assert grown < MOST


def test_each_of_them_is_as_large_as_any_that_is_read():
    for documents in (XML, JSON):
        assert all(0.9 * MAX_DOCUMENT < len(each) <= MAX_DOCUMENT for each in documents.values())
