"""Answers as bytes: no cookie, no language, and for everything unknown always the same."""

import json
from datetime import UTC, datetime
from http import HTTPStatus
from xml.etree import ElementTree as ET

from flask import Response

from advisor.profiles.formats.outlook_pox import ROOT
from advisor.profiles.formats.xml_files import add, document

XML = "text/xml; charset=utf-8"
JSON = "application/json"
APPLE = "application/x-apple-aspen-config"
CACHE_SECONDS = 60
INVALID_REQUEST, NO_PROVIDER = ("600", "Invalid Request"), ("601", "Provider is not available")
_PUBLIC, _PRIVATE = f"public, max-age={CACHE_SECONDS}", f"private, max-age={CACHE_SECONDS}"
_NOT_FOUND = b"Not found\n"
_TOO_MANY = b"Too many requests\n"


def file(content: bytes, media_type: str, *, personal: bool = False) -> Response:
    """A document; ``personal``: it holds the address that was asked for."""
    return _reply(content, media_type, {"Cache-Control": _PRIVATE if personal else _PUBLIC})


def profile(content: bytes) -> Response:
    """A configuration profile to install."""
    disposition = 'attachment; filename="mail.mobileconfig"'
    return _reply(content, APPLE, {"Cache-Control": _PRIVATE, "Content-Disposition": disposition})


def autodiscover_json(url: str) -> Response:
    """Where to ask on."""
    content = json.dumps({"Protocol": "Autodiscoverv1", "Url": url}).encode("ascii")
    return file(content, JSON)


def not_found() -> Response:
    """For every domain that is not served and every question that is none."""
    return _reply(_NOT_FOUND, "text/plain; charset=utf-8", {"Cache-Control": "no-store"}, HTTPStatus.NOT_FOUND)


def too_many(seconds: int) -> Response:
    """For a client that asks too often."""
    headers = {"Cache-Control": "no-store", "Retry-After": str(seconds)}
    return _reply(_TOO_MANY, "text/plain; charset=utf-8", headers, HTTPStatus.TOO_MANY_REQUESTS)


def other_protocol() -> Response:
    """Autodiscover v2 for something else than mail settings."""
    problem = {"ErrorCode": "InvalidProtocol", "ErrorMessage": "Supported protocol: Autodiscoverv1"}
    content = json.dumps(problem).encode("ascii")
    return _reply(content, JSON, {"Cache-Control": "no-store"}, HTTPStatus.BAD_REQUEST)


def autodiscover_error(code: str, message: str) -> Response:
    """Autodiscover's own way to refuse (MS-OXDSCLI section 2.2.4.1.1.2); the status is 200."""
    root = ET.Element("Autodiscover", xmlns=ROOT)
    response = ET.SubElement(root, "Response")
    error = ET.SubElement(response, "Error", Time=f"{datetime.now(UTC):%H:%M:%S}.0000000", Id="0")
    add(error, "ErrorCode", code)
    add(error, "Message", message)
    add(error, "DebugData", "")
    return _reply(document(root), XML, {"Cache-Control": "no-store"})


def _reply(content: bytes, media_type: str, headers: dict[str, str], status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(content, status, headers, content_type=media_type)
