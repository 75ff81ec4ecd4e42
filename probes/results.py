"""What a probe run found: frozen values only, no judgement and no wording.

The field names are those of the stored report (``mailweiche.server-report/1``); times are aware UTC datetimes,
durations are milliseconds.
"""

from dataclasses import dataclass, field
from datetime import datetime

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

CERTIFICATE_OF = "certificate of "
"""How the record of a guess begins that the certificate of another server led to; its host and port follow."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What exactly was read, where and when, so that a claim can be checked by hand.

    ``dnssec``: whether the nameserver vouches that it validated the DNS answer (AD bit); None where none counts.
    """

    at: datetime
    url: str | None = None
    record: str | None = None
    status: str | None = None
    sha256: str | None = None
    dnssec: bool | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's word on one service. ``host`` "." means: not offered on purpose (RFC 6186 section 3.4).

    ``leave_on_server`` and ``leave_days``: whether fetched mail stays there and for how many days, as the block
    ``<pop3>`` of autoconfig files says; None where nothing is said.
    """

    source: Source
    protocol: Protocol
    host: str
    trust: Trust
    evidence: Evidence
    port: int | None = None
    security: Security | None = None
    username: UsernameForm | None = None
    username_template: str | None = None
    authentication: tuple[Authentication, ...] = ()
    tolerated: tuple[str, ...] = ()
    leave_on_server: bool | None = None
    leave_days: int | None = None


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """How one source of claims answered. ``name_not_found`` at ``mx_provider`` means: the domain does not exist.

    A completed check with a ``reason`` answered only in part. ``evidence``: every step that was taken, in order.
    """

    source: Source
    status: Status
    claims: int = 0
    reason: Reason | None = None
    notes: tuple[SourceNote, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """The leaf certificate of a server; ``trusted`` and ``name_matches`` are verdicts of our own verification.

    ``key``: kind and size, such as "RSA 2048". ``chain``: subjects of the further certificates that the server sent.
    ``sha256`` is the fingerprint of the whole certificate, ``spki_sha256`` that of its public key (RFC 6698), in hex.
    """

    subject: str
    names: tuple[str, ...]
    issuer: str
    not_before: datetime
    not_after: datetime
    days_left: int
    trusted: bool
    name_matches: bool
    problem: Reason | None = None
    key: str | None = None
    chain: tuple[str, ...] = ()
    sha256: str | None = None
    spki_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class VersionCheck:
    """Whether the server takes one TLS version; None: could not be tested, ``reason`` says why.

    Not accepted with the reason ``closed``: the server gave no alert but ended the connection on that offer.
    """

    version: TlsVersion
    accepted: bool | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Tls:
    """The negotiated session of one connection."""

    version: str
    cipher: str
    certificate: Certificate | None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Tokens as the server sent them, cleaned. ``before_tls`` is None on implicit TLS ports."""

    before_tls: tuple[str, ...] | None = None
    after_tls: tuple[str, ...] | None = None
    after_login: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds per step; None where the step was not reached."""

    dns: int | None = None
    connect: int | None = None
    tls: int | None = None
    greeting: int | None = None
    capability: int | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """One attempt on one port of one host at one address: what happened and what the server said.

    ``words``: the server's own words about a failure, cleaned. ``second_family``: this row repeats another one on the
    host's address of the other IP version. ``versions``: filled by the second pass.
    """

    protocol: Protocol
    host: str
    port: int
    security: Security
    status: Status
    reason: Reason | None = None
    address: str | None = None
    tls: Tls | None = None
    greeting: str | None = None
    implementation: str | None = None
    capabilities: Capabilities = field(default_factory=Capabilities)
    authentication: tuple[Authentication, ...] = ()
    timings_ms: Timings = field(default_factory=Timings)
    claimed_by: tuple[Source, ...] = ()
    words: str | None = None
    second_family: bool = False
    versions: tuple[VersionCheck, ...] = ()

    @property
    def endpoint(self) -> str:
        """Host and port, such as ``mail.example.com:993``."""
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Offers:
    """The verdict per protocol."""

    imap: Offer = Offer.NOT_TESTED
    pop3: Offer = Offer.NOT_TESTED
    submission: Offer = Offer.NOT_TESTED
    managesieve: Offer = Offer.NOT_TESTED

    def of(self, protocol: Protocol) -> Offer:
        """The verdict on one protocol."""
        offers = {
            Protocol.IMAP: self.imap,
            Protocol.POP3: self.pop3,
            Protocol.SUBMISSION: self.submission,
            Protocol.MANAGESIEVE: self.managesieve,
        }
        return offers[protocol]


@dataclass(frozen=True, slots=True)
class Preference:
    """Which protocol the domain itself prefers, read from SRV priorities (RFC 6186 section 3.4)."""

    protocol: Protocol
    source: Source


@dataclass(frozen=True, slots=True)
class MailExchanger:
    """One MX record; ``gateway`` is the id of a known filter or forwarding service in front of the mailboxes.

    ``host`` "." means: this domain takes no mail (RFC 7505). ``dnssec`` as in ``Evidence``.
    """

    host: str
    preference: int
    gateway: str | None = None
    provider: str | None = None
    dnssec: bool | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """The mail provider that was recognised, with the codes of what is known about it and when that was checked."""

    id: str
    note_codes: tuple[str, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Tlsa:
    """One TLSA record (RFC 6698). ``data``: "usage selector type hex"; ``matches`` None: nothing was compared."""

    port: int
    data: str
    matches: bool | None = None


@dataclass(frozen=True, slots=True)
class HostFacts:
    """What the DNS says of one mail host: its addresses, who may issue its certificates (CAA), its DANE records."""

    host: str
    addresses: tuple[str, ...] = ()
    dnssec: bool | None = None
    tlsa: tuple[Tlsa, ...] = ()
    caa: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """Everything that one run found out about one domain. ``vantage`` says from where it was tested."""

    domain: str
    started_at: datetime
    duration_ms: int
    vantage: str
    mail_exchangers: tuple[MailExchanger, ...] = ()
    sources: tuple[SourceCheck, ...] = ()
    claims: tuple[Claim, ...] = ()
    services: tuple[Service, ...] = ()
    hosts: tuple[HostFacts, ...] = ()
    offers: Offers = field(default_factory=Offers)
    preference: Preference | None = None
    provider: Provider | None = None
