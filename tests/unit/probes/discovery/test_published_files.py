"""Published settings in the wild's variety: each file of ``tests/data/published`` with what must be read from it."""

import json
from pathlib import Path

import pytest

from probes.discovery.autoconfig_file import parse_autoconfig
from probes.discovery.autodiscover_file import parse_autodiscover
from probes.discovery.pacc_file import parse_pacc

PUBLISHED = Path(__file__).parents[3] / "data" / "published"
CASES = sorted(PUBLISHED.glob("*.expected.json"))
READERS = {
    "autoconfig": lambda body, domain: parse_autoconfig(body, domain, "postmaster"),
    "autodiscover": lambda body, domain: parse_autodiscover(body, domain, "postmaster"),
    "pacc": lambda body, domain: parse_pacc(body),
}


def as_read(server, file):
    username = getattr(server, "username", None)
    return {
        "protocol": server.protocol.value,
        "host": server.host,
        "port": server.port,
        "security": server.security.value,
        "username": username and username.value,
        "username_template": getattr(server, "username_template", None),
        "authentication": [
            each.value for each in getattr(server, "authentication", getattr(file, "authentication", ()))
        ],
        "tolerated": list(getattr(server, "tolerated", ())),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.partition(".")[0])
def test_each_published_file_is_read_as_expected(case):
    expected = json.loads(case.read_text(encoding="utf-8"))
    file = READERS[expected["reader"]]((PUBLISHED / expected["file"]).read_bytes(), expected["domain"])
    assert [as_read(server, file) for server in file.servers] == expected["servers"]
    assert [note.value for note in file.notes] == expected["notes"]


def test_every_published_file_has_its_expectation():
    files = {path.name for path in PUBLISHED.iterdir() if not path.name.endswith(".expected.json")}
    assert files == {json.loads(case.read_text(encoding="utf-8"))["file"] for case in CASES}
