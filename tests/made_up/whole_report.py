"""A report in which everything is known, and every single way to change one field of it."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum

from probes.codes import (
    Authentication,
    Offer,
    Protocol,
    Reason,
    Security,
    Source,
    SourceNote,
    Status,
    TlsVersion,
    Trust,
    UsernameForm,
)
from probes.results import (
    Capabilities,
    Certificate,
    Claim,
    Evidence,
    HostFacts,
    MailExchanger,
    Offers,
    Preference,
    ProbeReport,
    Provider,
    Service,
    SourceCheck,
    Timings,
    Tls,
    Tlsa,
    VersionCheck,
)

AT = datetime(2026, 10, 24, 8, 0, tzinfo=UTC)
HOST, OTHER = "mail.firma.example", "alt.firma.example"
EVIDENCE = Evidence(AT, url="https://autoconfig.firma.example/", record="r", status="200", sha256="00", dnssec=True)
CERTIFICATE = Certificate(
    subject=f"CN={HOST}", names=(HOST,), issuer="CN=Stelle", not_before=AT - timedelta(days=20),
    not_after=AT + timedelta(days=70), days_left=70, trusted=True, name_matches=True, key="RSA 2048",
    chain=("CN=Stelle",), sha256="ab" * 32, spki_sha256="cd" * 32,
)  # fmt: skip
VERSIONS = tuple(VersionCheck(version, version > TlsVersion.TLS_1_1) for version in TlsVersion)
IMAP = Service(
    Protocol.IMAP, HOST, 993, Security.TLS, Status.COMPLETED, address="192.0.2.7",
    tls=Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", CERTIFICATE), greeting="* OK ready", implementation="Dovecot",
    capabilities=Capabilities(after_tls=("IMAP4rev1", "IDLE", "AUTH=PLAIN"), after_login=("QUOTA",)),
    authentication=(Authentication.PASSWORD_CLEARTEXT, Authentication.OAUTH2),
    timings_ms=Timings(1, 2, 3, 4, 5), claimed_by=(Source.SRV,), versions=VERSIONS,
)  # fmt: skip
OLDER = replace(CERTIFICATE, sha256=None, spki_sha256="ef" * 32, key="EC 256")
POP3 = replace(
    IMAP, protocol=Protocol.POP3, host=OTHER, port=110, security=Security.STARTTLS, tls=Tls("TLSv1.2", "c", OLDER),
    capabilities=Capabilities(before_tls=("STLS",), after_tls=("UIDL", "SASL PLAIN LOGIN")), address="192.0.2.9",
)  # fmt: skip
SILENT = Service(
    Protocol.IMAP, HOST, 143, Security.STARTTLS, Status.FAILED, Reason.REFUSED, address="192.0.2.7", words="no"
)
SRV = Claim(
    Source.SRV, Protocol.IMAP, HOST, Trust.VERIFIED, EVIDENCE, 993, Security.TLS, UsernameForm.ADDRESS,
    "%EMAILADDRESS%", (Authentication.PASSWORD_CLEARTEXT,), ("html",), leave_on_server=True, leave_days=14,
)  # fmt: skip
REPORT = ProbeReport(
    domain="firma.example", started_at=AT, duration_ms=900, vantage="pruefer.example",
    mail_exchangers=(MailExchanger("mx.firma.example", 10, "hornetsecurity", "hostpoint", dnssec=True),),
    sources=(
        SourceCheck(Source.SRV, Status.COMPLETED, claims=1, notes=(SourceNote.REDIRECTED,), evidence=(EVIDENCE,)),
        SourceCheck(Source.AUTOCONFIG_HTTPS, Status.FAILED, reason=Reason.CERTIFICATE_NAME, evidence=(EVIDENCE,)),
        SourceCheck(Source.MX_PROVIDER, Status.COMPLETED, evidence=(EVIDENCE,)),
    ),
    claims=(SRV,),
    services=(IMAP, SILENT, POP3),
    hosts=(
        HostFacts(
            HOST, ("192.0.2.7", "2001:db8::7"), dnssec=True, tlsa=(Tlsa(993, "3 1 1 cdcd", matches=True),),
            caa=('0 issue "stelle.example"',),
        ),
    ),
    offers=Offers(Offer.OFFERED, Offer.OFFERED, Offer.NOT_FOUND, Offer.NOT_TESTED),
    preference=Preference(Protocol.IMAP, Source.SRV),
    provider=Provider("hostpoint", ("app_password",), "2026-11-23"),
)  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """One report with one changed field; ``field`` is ``Class.field``."""

    field: str
    report: ProbeReport


def mutations() -> Iterator[Mutation]:
    """``REPORT`` with each field of each value in it changed, one at a time, in every way that its type allows."""
    for field, report in _of_value(REPORT):
        yield Mutation(field, report)


def all_fields() -> set[str]:
    """Every ``Class.field`` that occurs in ``REPORT``."""
    return {mutation.field for mutation in mutations()}


def _of_value(value):
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        for name, changed in _changed(held):
            yield name or f"{type(value).__name__}.{field.name}", replace(value, **{field.name: changed})


def _changed(held):
    """Pairs of the field deeper down that is changed ("" for the held value itself), and the changed value."""
    if dataclasses.is_dataclass(held):
        yield from _of_value(held)
    elif isinstance(held, tuple):
        yield from _of_tuple(held)
    else:
        yield from (("", other) for other in _others(held))


def _of_tuple(held):
    for number, each in enumerate(held):
        before, after = held[:number], held[number + 1 :]
        yield "", (*before, *after)
        if dataclasses.is_dataclass(each):
            yield from ((name, (*before, changed, *after)) for name, changed in _of_value(each))
    if held and isinstance(held[0], str) and not isinstance(held[0], Enum):
        yield "", (*held, "another")


def _others(held):
    if isinstance(held, Enum):
        return [each for each in type(held) if each is not held]
    if isinstance(held, bool):
        return [not held]
    if isinstance(held, int):
        return [held + 1]
    if isinstance(held, str):
        return [f"{held}x"]
    if isinstance(held, datetime):
        return [held + timedelta(days=1)]
    return []
