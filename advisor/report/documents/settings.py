"""``mailweiche.settings/1``: what one company decided and the servers to reach it."""

from datetime import datetime

from pydantic import TypeAdapter

from advisor.report.documents.envelope import Schema, into, plain, read, write
from advisor.report.documents.errors import DocumentError, Problem
from advisor.settings.exclusion_texts import EXCLUSION_TEXTS
from advisor.settings.values import (
    LONGEST_DECIDER,
    LONGEST_KEEP_DAYS,
    LONGEST_REASON,
    CompanySettings,
    Decision,
    ExcludedWay,
    NotedDeletion,
    ServerSettings,
    ServiceSettings,
)
from probes.codes import Security

_ADAPTER = TypeAdapter(CompanySettings)
LARGEST_PORT = 65_535
_LAST_YEAR = 9998
"""At the end of the next one no local time can be told any more."""


def read_settings(data: bytes) -> CompanySettings:
    """The checked settings; clear text is refused (RFC 8314). Raises ``DocumentError``."""
    settings = into(_ADAPTER, read(data, Schema.SETTINGS))
    check_servers(settings)
    days = settings.keep_days
    if days is not None and not 1 <= days <= LONGEST_KEEP_DAYS:
        raise DocumentError(Problem.NOT_ALLOWED, place="keep_days", value=days, allowed=(f"1–{LONGEST_KEEP_DAYS}",))
    if settings.decision is not None:
        _check_decision(settings.decision)
    for way in settings.excluded or ():
        _check_excluded(way)
    if settings.server_deletes is not None:
        _check_noted(settings.server_deletes)
    return settings


def write_settings(settings: CompanySettings) -> bytes:
    """The document."""
    return write(Schema.SETTINGS, plain(_ADAPTER, settings))


def _check_decision(decision: Decision) -> None:
    """It comes as it is into a README and a manifest."""
    texts = (("reason", decision.reason, LONGEST_REASON), ("by", decision.by, LONGEST_DECIDER))
    for field, text, longest in texts:
        if not 1 <= len(text) <= longest:
            allowed = (f"1–{longest} characters",)
            raise DocumentError(Problem.NOT_ALLOWED, place=f"decision.{field}", value=text, allowed=allowed)
    _check_time(decision.at, "decision.at")


def _check_excluded(way: ExcludedWay) -> None:
    """Its rules are told in their own words."""
    unknown = [rule for rule in way.rules if rule not in EXCLUSION_TEXTS]
    if unknown or not way.rules:
        allowed = tuple(EXCLUSION_TEXTS)
        raise DocumentError(Problem.NOT_ALLOWED, place="excluded.rules", value=str(unknown), allowed=allowed)


def _check_noted(noted: NotedDeletion) -> None:
    if not 1 <= noted.days <= LONGEST_KEEP_DAYS:
        allowed = (f"1–{LONGEST_KEEP_DAYS}",)
        raise DocumentError(Problem.NOT_ALLOWED, place="server_deletes.days", value=noted.days, allowed=allowed)


def _check_time(moment: datetime, place: str) -> None:
    if moment.year > _LAST_YEAR:
        raise DocumentError(Problem.NOT_ALLOWED, place=place, value=str(moment), allowed=(f"…–{_LAST_YEAR}",))


def _check_server(server: ServerSettings, place: str) -> None:
    if not 1 <= server.port <= LARGEST_PORT:
        allowed = (f"1–{LARGEST_PORT}",)
        raise DocumentError(Problem.NOT_ALLOWED, place=f"{place}.port", value=server.port, allowed=allowed)
    if server.security is Security.NONE:
        encrypted = (Security.TLS, Security.STARTTLS)
        raise DocumentError(Problem.NOT_ALLOWED, place=f"{place}.security", value="none", allowed=encrypted)
    if not server.host or any(sign.isspace() for sign in server.host):
        raise DocumentError(
            Problem.NOT_ALLOWED, place=f"{place}.host", value=server.host, allowed=("mail.example.com",)
        )
    if server.checked_at is not None:
        _check_time(server.checked_at, f"{place}.checked_at")


def check_servers(settings: CompanySettings | ServiceSettings, place: str = "") -> None:
    """Checks each server that is there. Raises ``DocumentError``."""
    servers = {"imap": settings.imap, "pop3": settings.pop3, "submission": settings.submission}
    for name, server in servers.items():
        if server is not None:
            _check_server(server, f"{place}{name}")
