"""One server as a published file or answer describes it; what it leaves to the program is None."""

from dataclasses import dataclass

from probes.codes import Authentication, Protocol, Security, Source, Trust, UsernameForm
from probes.results import Claim, Evidence


@dataclass(frozen=True, slots=True)
class PublishedServer:
    """The server; ``tolerated``: departures from the format that were read anyway; the last two as in ``Claim``."""

    protocol: Protocol
    host: str
    port: int | None
    security: Security | None
    username: UsernameForm | None
    username_template: str | None
    authentication: tuple[Authentication, ...]
    tolerated: tuple[str, ...]
    leave_on_server: bool | None = None
    leave_days: int | None = None

    def claim(self, source: Source, trust: Trust, evidence: Evidence) -> Claim:
        """The word of ``source`` on this server."""
        return Claim(
            source=source,
            protocol=self.protocol,
            host=self.host,
            trust=trust,
            evidence=evidence,
            port=self.port,
            security=self.security,
            username=self.username,
            username_template=self.username_template,
            authentication=self.authentication,
            tolerated=self.tolerated,
            leave_on_server=self.leave_on_server,
            leave_days=self.leave_days,
        )
