"""Servers that the operator names by hand."""

from probes.codes import MAIL, Security, Source, Trust
from probes.discovery.values import Discovered
from probes.options import ManualClaim
from probes.results import Claim, Evidence
from probes.target import TargetError, TargetProblem, parse_host
from probes.toolbox import Toolbox

_PROTOCOLS = {each.value: each for each in MAIL}
_SECURITY = {each.value: each for each in (Security.TLS, Security.STARTTLS)}
_MAX_PORT = 65535


def parse_manual(text: str) -> ManualClaim:
    """``imap=mail.firma.example:993:tls``. Raises ``TargetError``."""
    protocol, _, rest = text.partition("=")
    host, port, security = ([*rest.rsplit(":", 2), "", ""])[:3]
    known = protocol in _PROTOCOLS and security in _SECURITY
    if not known or not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= _MAX_PORT):
        raise TargetError(TargetProblem.MANUAL_SYNTAX)
    return ManualClaim(_PROTOCOLS[protocol], parse_host(host), int(port), _SECURITY[security])


def discover(claims: tuple[ManualClaim, ...], tools: Toolbox) -> Discovered:
    """The operator's word as claims."""
    return Discovered(
        claims=tuple(
            Claim(
                source=Source.MANUAL,
                protocol=claim.protocol,
                host=claim.host,
                trust=Trust.TRUSTED,
                evidence=Evidence(at=tools.at),
                port=claim.port,
                security=claim.security,
            )
            for claim in claims
        )
    )
