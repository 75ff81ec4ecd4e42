"""An independent, strict reader of PACC files, written after the fields of draft-ietf-mailmaint-pacc (02 and 03).

It takes what the draft names and nothing else: no port, no user name, no key that is not there, no value of another
type, no name that is longer than a client has room for. It shares nothing with the reader of the probes.
"""

import json
import re
from dataclasses import dataclass

_HOST = re.compile(r"(?=.{1,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_SENDING = ("smtp", "submit")
"""What draft 02 and the later ones call it; a file that serves both names the same server twice."""


@dataclass(frozen=True)
class Pacc:
    """A file that keeps all rules."""

    receiving: dict[str, str]
    sending: str
    name: str
    short_name: str


def read(data: bytes) -> Pacc:
    """The file, or an ``AssertionError`` that says what is wrong with it."""
    assert data.endswith(b"}\n")
    document = json.loads(data.decode("utf-8"), object_pairs_hook=_without_repeats)
    _only(document, {"protocols", "authentication", "info"})
    protocols = document["protocols"]
    _only(protocols, set(_SENDING) | ({"imap", "pop3"} & set(protocols)))
    hosts = {name: _host(server) for name, server in protocols.items()}
    assert len({hosts.pop(name) for name in _SENDING}) == 1
    assert hosts, "no server to read from"
    assert document["authentication"] == {"password": True}
    _only(document["info"], {"provider"})
    provider = document["info"]["provider"]
    _only(provider, {"name", "shortName"})
    return Pacc(hosts, _host(protocols["submit"]), _shown(provider["name"], 60), _shown(provider["shortName"], 20))


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    assert len(found) == len(pairs), "a key stands there twice"
    return found


def _only(found: object, keys: set[str]) -> None:
    assert type(found) is dict
    assert set(found) == keys


def _host(server: object) -> str:
    _only(server, {"host"})
    host = server["host"]
    assert type(host) is str
    assert _HOST.fullmatch(host), host
    return host


def _shown(text: object, most: int) -> str:
    assert type(text) is str
    assert 1 <= len(text) <= most
    assert text == text.strip()
    assert text.isprintable()
    return text
