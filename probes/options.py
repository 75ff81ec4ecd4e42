"""What a probe run may do and how long it may take; all values are the operator's or the caller's, none a server's."""

from dataclasses import dataclass, field
from pathlib import Path

from probes.codes import Protocol, Security
from probes.identity import Identity

SECOND_PASS_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one connection. Times are seconds, sizes bytes, counted per phase (before and after TLS).

    ``web_silence``: how long a web server may leave the connection, or the start of TLS, unanswered; one lost packet
    is sent again after a second. ``per_host``: connections at once to one address. ``per_port``: connections that a run
    makes to one port of one address, over both passes and under all names.
    """

    connect: float = 4.0
    greeting: float = 8.0
    tls: float = 5.0
    reply: float = 5.0
    dns: float = 4.0
    http: float = 5.0
    web_silence: float = 1.5
    line_bytes: int = 8192
    phase_lines: int = 200
    phase_bytes: int = 65536
    literal_bytes: int = 4096
    tokens: int = 256
    token_bytes: int = 128
    list_characters: int = 2048
    http_bytes: int = 262144
    redirects: int = 3
    per_host: int = 6
    per_port: int = 6


@dataclass(frozen=True, slots=True)
class ManualClaim:
    """A server that the operator names: ``--manual imap=mail.firma.example:993:tls``."""

    protocol: Protocol
    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True)
class ProbeOptions:
    """One run: ``deadline`` bounds the whole first pass, ``second_pass`` what follows it (0: none), both in seconds.

    ``nameservers``: "IP" or "IP:PORT", empty means the system's. ``allow_networks``: CIDRs of private networks that may
    be reached. ``allow_ports``: ports beyond the standard ones. ``extra_ca``: PEM file of a further authority.
    ``ispdb_url``: where Thunderbird's public list of settings lies, empty to leave it alone. ``vantage``: from where
    this run is made, as readers shall see it, empty if nobody said. ``identity``: as whom we knock. ``refuse``: domains
    and networks that are left alone, whatever else is allowed.
    """

    deadline: float = 15.0
    second_pass: float = SECOND_PASS_SECONDS
    nameservers: tuple[str, ...] = ()
    allow_networks: tuple[str, ...] = ()
    allow_ports: tuple[int, ...] = ()
    extra_ca: Path | None = None
    manual: tuple[ManualClaim, ...] = ()
    ispdb_url: str = ""
    vantage: str = ""
    limits: Limits = field(default_factory=Limits)
    identity: Identity = field(default_factory=Identity)
    refuse: tuple[str, ...] = ()
