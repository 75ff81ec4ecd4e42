"""Makes the stored report of a probe run: what was found, the settings that follow, the findings, the programs."""

from advisor.findings.derive import findings_of
from advisor.report.documents.server_report import ServerReport
from advisor.settings.clients.simulate import client_outcomes
from advisor.settings.selection import service_settings
from probes.results import ProbeReport


def complete(report: ProbeReport) -> ServerReport:
    """The report with everything that can be drawn from it alone."""
    return ServerReport(report, service_settings(report), findings_of(report), client_outcomes(report))
