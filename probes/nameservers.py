"""How nameservers are written: "IP", "IP:PORT", "[IPv6]:PORT"."""

import ipaddress

DNS_PORT = 53
LARGEST_PORT = 65535


class NoNameserverError(ValueError):
    """No nameserver was given, and this machine names none."""


def parse_nameserver(text: str) -> tuple[str, int]:
    """Address and port. Raises ``ValueError``."""
    host, port = text, str(DNS_PORT)
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        port = rest.removeprefix(":") or port
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= LARGEST_PORT):
        raise ValueError(f"{text!r} is no IP address or IP:PORT")
    try:
        return str(ipaddress.ip_address(host)), int(port)
    except ValueError:
        raise ValueError(f"{text!r} is no IP address or IP:PORT") from None
