"""``mailweiche.server-report/1``: what a probe run found, with the settings, findings and clients that follow."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from advisor.findings.values import Finding
from advisor.report.documents.clients import check_clients, read_clients, write_clients
from advisor.report.documents.envelope import Object, Schema, into, plain, read, write
from advisor.report.documents.settings import check_servers
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


def read_server_report(data: bytes) -> ServerReport:
    """The checked report. Raises ``DocumentError``."""
    body = read(data, Schema.SERVER_REPORT)
    settings = body.pop("settings", None)
    findings = body.pop("findings", [])
    pairs_from_object(findings, "params", "findings")
    clients = body.pop("clients", [])
    read_clients(clients)
    stored = into(_ADAPTER, {"report": body, "settings": settings, "findings": findings, "clients": clients})
    if stored.settings is not None:
        check_servers(stored.settings, "settings.")
    check_clients(stored.clients)
    return stored


def write_server_report(stored: ServerReport, *, compact: bool = False) -> bytes:
    """The document; ``compact``: on a single line."""
    body = plain(_ADAPTER, stored)
    findings: list[Object] = body["findings"]
    pairs_as_object(findings, "params")
    write_clients(body["clients"])
    document = {**body["report"], "settings": body["settings"], "findings": findings, "clients": body["clients"]}
    return write(Schema.SERVER_REPORT, document, compact=compact)
