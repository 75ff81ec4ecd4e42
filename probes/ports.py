"""The standard ports of the services, the best first (RFC 8314 section 3, RFC 5804 section 1.8)."""

from probes.codes import MAIL, Protocol, Security

STANDARD_PORTS = {
    Protocol.IMAP: ((993, Security.TLS), (143, Security.STARTTLS)),
    Protocol.POP3: ((995, Security.TLS), (110, Security.STARTTLS)),
    Protocol.SUBMISSION: ((465, Security.TLS), (587, Security.STARTTLS)),
    Protocol.MANAGESIEVE: ((4190, Security.STARTTLS),),
}


def best_port(protocol: Protocol) -> tuple[int, Security]:
    """Where a service is expected of which nobody named a port."""
    return STANDARD_PORTS[protocol][0]


def ports_with(security: Security) -> frozenset[int]:
    """The standard ports of mail programs that are encrypted in this way."""
    return frozenset(port for protocol in MAIL for port, encrypted in STANDARD_PORTS[protocol] if encrypted is security)
