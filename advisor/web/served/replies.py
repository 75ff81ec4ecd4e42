"""Answers as bytes: no cookie, no language, and for everything unknown always the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from advisor.profiles.formats.outlook_pox import ROOT
from advisor.profiles.formats.xml_files import add, document
from advisor.web.headers import ALWAYS

XML = "text/xml; charset=utf-8"
JSON = "application/json"
APPLE = "application/x-apple-aspen-config"
TEXT = "text/plain; charset=utf-8"
CACHE_SECONDS = 60
INVALID_REQUEST, NO_PROVIDER = ("600", "Invalid Request"), ("601", "Provider is not available")
_PUBLIC, _PRIVATE, _NEVER = f"public, max-age={CACHE_SECONDS}", f"private, max-age={CACHE_SECONDS}", "no-store"
_ALWAYS = tuple(ALWAYS.items())


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer, with all its headers."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def file(content: bytes, media_type: str, *, personal: bool = False) -> Reply:
    """A document; ``personal``: it holds the address that was asked for."""
    return _reply("200 OK", content, media_type, _PRIVATE if personal else _PUBLIC)


def profile(content: bytes) -> Reply:
    """A configuration profile to install."""
    disposition = ("Content-Disposition", 'attachment; filename="mail.mobileconfig"')
    return _reply("200 OK", content, APPLE, _PRIVATE, [disposition])


def autodiscover_json(url: str) -> Reply:
    """Where to ask on."""
    return file(_json({"Protocol": "Autodiscoverv1", "Url": url}), JSON)


def not_found() -> Reply:
    """For every domain that is not served and every question that is none."""
    return _reply("404 NOT FOUND", b"Not found\n", TEXT, _NEVER)


def too_many(seconds: int) -> Reply:
    """For a client that asks too often."""
    return _reply("429 TOO MANY REQUESTS", b"Too many requests\n", TEXT, _NEVER, [("Retry-After", str(seconds))])


def away(seconds: int) -> Reply:
    """While the database does not answer."""
    return _reply("503 SERVICE UNAVAILABLE", b"Try again\n", TEXT, _NEVER, [("Retry-After", str(seconds))])


def wrong_method(allowed: Iterable[str]) -> Reply:
    """For who sends something where there is only something to read."""
    return _reply("405 METHOD NOT ALLOWED", b"Not allowed\n", TEXT, _NEVER, [("Allow", ", ".join(allowed))])


def other_protocol() -> Reply:
    """Autodiscover v2 for something else than mail settings."""
    problem = {"ErrorCode": "InvalidProtocol", "ErrorMessage": "Supported protocol: Autodiscoverv1"}
    return _reply("400 BAD REQUEST", _json(problem), JSON, _NEVER)


def autodiscover_error(code: str, message: str) -> Reply:
    """Autodiscover's own way to refuse (MS-OXDSCLI section 2.2.4.1.1.2); the status is 200."""
    root = ET.Element("Autodiscover", xmlns=ROOT)
    response = ET.SubElement(root, "Response")
    error = ET.SubElement(response, "Error", Time=f"{datetime.now(UTC):%H:%M:%S}.0000000", Id="0")
    add(error, "ErrorCode", code)
    add(error, "Message", message)
    add(error, "DebugData", "")
    return _reply("200 OK", document(root), XML, _NEVER)


def _json(content: dict[str, str]) -> bytes:
    return json.dumps(content).encode("ascii")


def _reply(status: str, content: bytes, media_type: str, cache: str, more: Iterable[tuple[str, str]] = ()) -> Reply:
    own = (("Content-Type", media_type), ("Content-Length", str(len(content))), ("Cache-Control", cache))
    return Reply(status, (*own, *more, *_ALWAYS), content)
