"""``mailweiche.server-report/1``: what a probe run found, with the settings, findings and clients that follow."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from advisor.findings.values import Finding
from advisor.report.documents.clients import check_clients, read_clients, write_clients
from advisor.report.documents.envelope import Object, Schema, into, plain, read, write
from advisor.report.documents.errors import DocumentError, Problem
from advisor.report.documents.settings import LARGEST_PORT, check_servers
from advisor.report.documents.shapes import pairs_as_object, pairs_from_object
from advisor.settings.clients.values import ClientOutcome
from advisor.settings.values import ServiceSettings
from probes.results import ProbeReport


@dataclass(frozen=True, slots=True)
class ServerReport:
    """The report of one domain as it is stored and handed over. ``settings`` is None where none were derived.

    ``clients`` is empty in reports of before programs were compared.
    """

    report: ProbeReport
    settings: ServiceSettings | None = None
    findings: tuple[Finding, ...] = ()
    clients: tuple[ClientOutcome, ...] = ()


_ADAPTER = TypeAdapter(ServerReport)
_MOST = {"mail_exchangers": 100, "sources": 100, "claims": 500, "services": 300, "hosts": 100}


def read_server_report(data: bytes) -> ServerReport:
    """The checked report. Raises ``DocumentError``."""
    body = read(data, Schema.SERVER_REPORT)
    _check_visible(body)
    settings = body.pop("settings", None)
    findings = body.pop("findings", [])
    pairs_from_object(findings, "params", "findings")
    clients = body.pop("clients", [])
    read_clients(clients)
    stored = into(_ADAPTER, {"report": body, "settings": settings, "findings": findings, "clients": clients})
    if stored.settings is not None:
        check_servers(stored.settings, "settings.")
    check_clients(stored.clients)
    _check_report(stored.report)
    return stored


def _check_visible(node: object) -> None:
    """A run takes every invisible character out of what servers say; who hands in a report with some deceives."""
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            _check_visible(each)
    elif isinstance(node, str) and not node.isascii() and any(unicodedata.category(sign) == "Cf" for sign in node):
        raise DocumentError(Problem.UNSAFE_TEXT)


def _check_report(report: ProbeReport) -> None:
    """No more of anything than a check can find, because rules hold each against each; servers that a program could
    enter; and a date that is one.
    """
    for name, most in _MOST.items():
        count = len(getattr(report, name))
        if count > most:
            raise DocumentError(Problem.NOT_ALLOWED, place=name, value=count, allowed=(f"0–{most}",))
    for claim in report.claims:
        _check_server("claims", claim.host, claim.port)
    for service in report.services:
        _check_server("services", service.host, service.port)
    checked = report.provider.checked if report.provider else None
    if checked is not None and not _is_date(checked):
        raise DocumentError(Problem.WRONG_VALUE, place="provider.checked", value=checked)


def _check_server(place: str, host: str, port: int | None) -> None:
    if port is not None and not 1 <= port <= LARGEST_PORT:
        raise DocumentError(Problem.NOT_ALLOWED, place=f"{place}.port", value=port, allowed=(f"1–{LARGEST_PORT}",))
    if not host or any(sign.isspace() for sign in host):
        raise DocumentError(Problem.NOT_ALLOWED, place=f"{place}.host", value=host, allowed=("mail.example.com",))


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def write_server_report(stored: ServerReport, *, compact: bool = False) -> bytes:
    """The document; ``compact``: on a single line."""
    body = plain(_ADAPTER, stored)
    findings: list[Object] = body["findings"]
    pairs_as_object(findings, "params")
    write_clients(body["clients"])
    document = {**body["report"], "settings": body["settings"], "findings": findings, "clients": body["clients"]}
    return write(Schema.SERVER_REPORT, document, compact=compact)
