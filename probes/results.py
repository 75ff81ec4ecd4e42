"""What a probe run found: frozen values only, no judgement and no wording.

The field names are those of the stored report (``mailweiche.server-report/1``); times are aware UTC datetimes,
durations are milliseconds.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Protocol(StrEnum):
    """Services that a company's mail clients talk to."""

    IMAP = "imap"
    POP3 = "pop3"
    SUBMISSION = "submission"
    MANAGESIEVE = "managesieve"


class Security(StrEnum):
    """How a connection is encrypted: implicit TLS, upgraded by STARTTLS (STLS), or not at all."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Source(StrEnum):
    """Where a claim about a mail server came from."""

    SRV = "srv"
    AUTOCONFIG_HTTPS = "autoconfig_https"
    WELL_KNOWN_HTTPS = "well_known_https"
    AUTOCONFIG_HTTP = "autoconfig_http"
    WELL_KNOWN_HTTP = "well_known_http"
    ISPDB = "ispdb"
    PACC = "pacc"
    AUTODISCOVER = "autodiscover"
    AUTODISCOVER_SRV = "autodiscover_srv"
    AUTODISCOVER_V2 = "autodiscover_v2"
    TXT_MAILCONF = "txt_mailconf"
    JMAP = "jmap"
    MX_PROVIDER = "mx_provider"
    PROVIDER_LIST = "provider_list"
    GUESS = "guess"
    MANUAL = "manual"


class Trust(StrEnum):
    """How far a claim may be believed before the server itself has answered."""

    VERIFIED = "verified"
    TRUSTED = "trusted"
    NEEDS_CONSENT = "needs_consent"


class UsernameForm(StrEnum):
    """What a person types as user name: the address, the part before the @, or something else (a template)."""

    ADDRESS = "address"
    LOCAL_PART = "local_part"
    OTHER = "other"


class Authentication(StrEnum):
    """Ways to sign in, in the words that autoconfig files use."""

    PASSWORD_CLEARTEXT = "password_cleartext"  # noqa: S105 - the name of a method, not a password
    PASSWORD_ENCRYPTED = "password_encrypted"  # noqa: S105 - the name of a method, not a password
    OAUTH2 = "oauth2"
    GSSAPI = "gssapi"
    NTLM = "ntlm"
    CLIENT_CERTIFICATE = "client_certificate"


class Status(StrEnum):
    """Whether a check could be carried out; "could not test" is never "not offered"."""

    COMPLETED = "completed"
    FAILED = "failed"
    NOT_RUN = "not_run"


class Reason(StrEnum):
    """Why a check failed, was not run, or what is wrong with the certificate of a completed one."""

    REFUSED = "refused"
    FILTERED = "filtered"
    TIMED_OUT = "timed_out"
    GREETING_TIMEOUT = "greeting_timeout"
    RATE_LIMITED = "rate_limited"
    CLOSED = "closed"
    RESET = "reset"
    PROTOCOL_ERROR = "protocol_error"
    STARTTLS_NOT_OFFERED = "starttls_not_offered"
    STARTTLS_REFUSED = "starttls_refused"
    STARTTLS_BROKEN = "starttls_broken"
    STARTTLS_INJECTION = "starttls_injection"
    PREAUTH = "preauth"
    WRONG_PROTOCOL = "wrong_protocol"
    TLS_ON_PLAIN_PORT = "tls_on_plain_port"
    PLAIN_ON_TLS_PORT = "plain_on_tls_port"
    TLS_TIMEOUT = "tls_timeout"
    TLS_VERSION = "tls_version"
    TLS_FAILED = "tls_failed"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE_SELF_SIGNED = "certificate_self_signed"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    CERTIFICATE_CHAIN = "certificate_chain"
    NAME_NOT_FOUND = "name_not_found"
    DNS_FAILED = "dns_failed"
    ADDRESS_REFUSED = "address_refused"
    PORT_NOT_ALLOWED = "port_not_allowed"
    LIMIT_EXCEEDED = "limit_exceeded"
    CANCELLED = "cancelled"


class Offer(StrEnum):
    """The verdict on one protocol over all hosts and ports that were tried for it."""

    OFFERED = "offered"
    INSECURE_ONLY = "insecure_only"
    OFF_ON_PURPOSE = "off_on_purpose"
    UNREACHABLE = "unreachable"
    NOT_FOUND = "not_found"
    NOT_TESTED = "not_tested"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What exactly was read, where and when, so that a claim can be checked by hand."""

    at: datetime
    url: str | None = None
    record: str | None = None
    status: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's word on one service. ``host`` "." means: not offered on purpose (RFC 6186 section 3.4)."""

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


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """How one source of claims answered. ``name_not_found`` at ``mx_provider`` means: the domain does not exist.

    A completed check with a ``reason`` answered only in part.
    """

    source: Source
    status: Status
    claims: int = 0
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """The leaf certificate of a server; ``trusted`` and ``name_matches`` are verdicts of our own verification."""

    subject: str
    names: tuple[str, ...]
    issuer: str
    not_before: datetime
    not_after: datetime
    days_left: int
    trusted: bool
    name_matches: bool
    problem: Reason | None = None


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
    """One attempt on one port of one host: what happened and what the server said.

    ``words``: the server's own words about a failure, cleaned.
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


@dataclass(frozen=True, slots=True)
class Offers:
    """The verdict per protocol."""

    imap: Offer = Offer.NOT_TESTED
    pop3: Offer = Offer.NOT_TESTED
    submission: Offer = Offer.NOT_TESTED
    managesieve: Offer = Offer.NOT_TESTED


@dataclass(frozen=True, slots=True)
class Preference:
    """Which protocol the domain itself prefers, read from SRV priorities (RFC 6186 section 3.4)."""

    protocol: Protocol
    source: Source


@dataclass(frozen=True, slots=True)
class MailExchanger:
    """One MX record; ``gateway`` is the id of a known filter or forwarding service in front of the mailboxes.

    ``host`` "." means: this domain takes no mail (RFC 7505).
    """

    host: str
    preference: int
    gateway: str | None = None
    provider: str | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """The mail provider that was recognised, with the codes of what is known about it and when that was checked."""

    id: str
    note_codes: tuple[str, ...]
    checked: str


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
    offers: Offers = field(default_factory=Offers)
    preference: Preference | None = None
    provider: Provider | None = None
