"""Whether this machine has a way to an address at all; without one nothing is learned about a server."""

import socket

from probes.guard import Address


def has_route(address: Address) -> bool:
    """Whether this machine can send to such an address at all; nothing is sent."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as unsent:
        try:
            unsent.connect((str(address), 9))
        except OSError:
            return False
    return True
