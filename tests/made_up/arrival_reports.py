"""Reports of a domain whose owner published everything that our files tell, and the ways to spoil one thing of it."""

from dataclasses import replace
from datetime import UTC, datetime

from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings, ServerSettings
from probes.codes import (
    AUTOCONFIG_FILES,
    Authentication,
    Protocol,
    Reason,
    Security,
    Source,
    SourceNote,
    Status,
    Trust,
    UsernameForm,
)
from probes.results import Claim, Evidence, Preference, ProbeReport, SourceCheck
from tests.made_up.probe_reports import GOOD

AT = GOOD.started_at
DOMAIN, HOST, OLD = "firma.example", "mail.firma.example", "alt.frueher.example"
IMAP, POP3, SENDING = Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION
LABELS = {
    "_imaps": (IMAP, Security.TLS),
    "_imap": (IMAP, Security.STARTTLS),
    "_pop3s": (POP3, Security.TLS),
    "_pop3": (POP3, Security.STARTTLS),
    "_submissions": (SENDING, Security.TLS),
    "_submission": (SENDING, Security.STARTTLS),
}
OFF = "0 0 0 ."
ZONE = {
    "_imaps": f"0 1 993 {HOST}.",
    "_imap": OFF,
    "_pop3s": f"10 1 995 {HOST}.",
    "_pop3": OFF,
    "_submissions": f"0 1 465 {HOST}.",
}
URLS = {
    Source.AUTOCONFIG_HTTPS: f"https://autoconfig.{DOMAIN}/mail/config-v1.1.xml?emailaddress=postmaster%40{DOMAIN}",
    Source.WELL_KNOWN_HTTPS: f"https://{DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml",
    Source.AUTOCONFIG_HTTP: f"http://autoconfig.{DOMAIN}/mail/config-v1.1.xml?emailaddress=postmaster%40{DOMAIN}",
    Source.WELL_KNOWN_HTTP: f"http://{DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml",
    Source.PACC: f"https://ua-auto-config.{DOMAIN}/.well-known/user-agent-configuration.json",
    Source.AUTODISCOVER: f"https://autodiscover.{DOMAIN}/autodiscover/autodiscover.xml",
    Source.AUTODISCOVER_SRV: "https://webserver.firma.example/autodiscover/autodiscover.xml",
}


def server(port: int, security: Security = Security.TLS, host: str = HOST, **changes: object) -> ServerSettings:
    settings = ServerSettings(
        host, port, security, UsernameForm.ADDRESS, None, (Authentication.PASSWORD_CLEARTEXT,), True,
        datetime(2026, 11, 23, tzinfo=UTC), Source.SRV, Trust.TRUSTED,
    )  # fmt: skip
    return replace(settings, **changes)


def settings(way: Alternative = Alternative.IMAP, days: int | None = None, **changes: object) -> CompanySettings:
    found = CompanySettings("Muster AG", DOMAIN, way, days, server(993), server(995), server(465))
    return replace(found, **changes)


def records(zone: dict[str, str], failing: str = "") -> tuple[list[Claim], SourceCheck]:
    """What the probe keeps of this zone; ``failing``: the label for which the nameserver gave no answer."""
    claims, steps = [], []
    for label, (protocol, security) in LABELS.items():
        name = f"{label}._tcp.{DOMAIN}. SRV"
        if label not in zone:
            steps.append(Evidence(AT, record=name, status="dns_failed" if label == failing else "no_record"))
            continue
        for value in zone[label].split(" | "):
            step = Evidence(AT, record=f"{name} {value}", dnssec=False)
            steps.append(step)
            *_, port, host = value.split()
            off = host == "."
            if int(port) or off:
                named = host if off else host.rstrip(".")
                claims.append(
                    Claim(Source.SRV, protocol, named, Trust.TRUSTED, step, None if off else int(port), security)
                )
    reason = Reason.DNS_FAILED if failing else None
    return claims, SourceCheck(Source.SRV, Status.COMPLETED, len(claims), reason, evidence=tuple(steps))


def file(source: Source, *servers: tuple[Protocol, int], **said: object) -> list[Claim]:
    """One claim for each server of a file; ``said`` changes all of them."""
    step = Evidence(AT, url=URLS.get(source, "https://list.example/"), status="200")
    usual = {"username": UsernameForm.ADDRESS, "authentication": (Authentication.PASSWORD_CLEARTEXT,)}
    written = usual if source in (*AUTOCONFIG_FILES, Source.ISPDB, Source.MX_PROVIDER) else {}
    values = {"trust": Trust.TRUSTED, "evidence": step, "security": Security.TLS, "host": HOST, **written, **said}
    return [Claim(source=source, protocol=protocol, port=port, **values) for protocol, port in servers]


def empty(source: Source, status: str = "name_not_found", *notes: SourceNote, reason: object = None) -> SourceCheck:
    """A source that found nothing; ``status``: how its last step ended."""
    ran = Status.FAILED if reason else Status.COMPLETED
    url = URLS.get(source)
    return SourceCheck(source, ran, 0, reason, notes, (Evidence(AT, url=url, status=status),))


def spoken(source: Source, *notes: SourceNote) -> SourceCheck:
    """A source that named servers."""
    return SourceCheck(
        source, Status.COMPLETED, 2, notes=notes, evidence=(Evidence(AT, URLS.get(source), status="200"),)
    )


def published(
    *,
    zone: dict[str, str] | None = None,
    files: dict[Source, list[Claim]] | None = None,
    checks: dict[Source, SourceCheck] | None = None,
    failing: str = "",
    **changes: object,
) -> ProbeReport:
    """A company that reads by IMAP has published everything; what is named here is otherwise."""
    imap = ((IMAP, 993), (SENDING, 465))
    srv, srv_check = records(ZONE if zone is None else zone, failing)
    named = {
        source: file(source, *imap)
        for source in (Source.AUTOCONFIG_HTTPS, Source.PACC, Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)
    }
    named |= files or {}
    found = {source: spoken(source) if claims else empty(source) for source, claims in named.items()}
    if named[Source.PACC]:
        found[Source.PACC] = spoken(Source.PACC, SourceNote.DIGEST_MATCHES)
    silent = (Source.WELL_KNOWN_HTTPS, Source.AUTOCONFIG_HTTP, Source.WELL_KNOWN_HTTP)
    every = {**{source: empty(source, "404") for source in silent}, **found, Source.SRV: srv_check, **(checks or {})}
    report = replace(
        GOOD,
        claims=tuple(srv + [claim for claims in named.values() for claim in claims]),
        sources=tuple(every.values()),
        preference=Preference(IMAP, Source.SRV),
    )
    return replace(report, **changes)
