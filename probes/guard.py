"""The address guard: which addresses a probe may connect to. Public ones only, unless the operator allows more.

``ipaddress.is_global`` alone is not enough: it calls transition and special ranges global through which private hosts
can be reached (NAT64, 6to4, deprecated site-local, the address of a cloud's control plane). An address in which another
one hides is judged by both.
"""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

from probes.embedded import embedded
from probes.errors import AddressRefusedError
from probes.refusal import Refusal, refusal_of

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def _networks(*texts: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


NEVER = _networks(
    "0.0.0.0/8",
    "100.100.100.200/32",  # metadata of Alibaba
    "168.63.129.16/32",  # control plane of Azure
    "169.254.0.0/16",  # link-local, metadata of most clouds
    "192.0.0.192/32",  # metadata of Oracle
    "224.0.0.0/4",
    "255.255.255.255/32",
    "::/128",
    "fd00:42::42/128",  # metadata of Scaleway
    "fd00:c1::a9fe:a9fe/128",  # metadata of Oracle
    "fd00:ec2::/32",  # metadata, credentials and names of Amazon
    "fd20:ce::254/128",  # metadata of Google
    "fe80::/10",
    "ff00::/8",
)
_SPECIAL = _networks(
    "192.0.0.0/24",
    "192.88.99.0/24",
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")


def is_own_address(address: Address) -> bool:
    """Whether the address is one of this machine: the kernel would then send from the very same one."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as unsent:
        try:
            unsent.connect((str(address), 9))  # a datagram socket only looks up the route; nothing is sent
        except OSError:
            return False
        return bool(unsent.getsockname()[0] == str(address))


@dataclass(frozen=True, slots=True)
class AddressGuard:
    """Judges addresses. ``allowed`` holds the private networks that the operator opened.

    ``is_own`` tells whether an address is one of this machine; ``refusal`` what is left alone all the same.
    """

    allowed: tuple[Network, ...] = ()
    is_own: Callable[[Address], bool] = is_own_address
    refusal: Refusal = field(default_factory=Refusal)

    @classmethod
    def of(cls, networks: tuple[str, ...], refuse: tuple[str, ...] = ()) -> "AddressGuard":
        """A guard that also lets the given CIDRs pass, and nothing of ``refuse``.

        Raises ``ValueError`` for a text that is no network, or of ``refuse`` no domain either.
        """
        return cls(_networks(*networks), refusal=refusal_of(refuse))

    def judge_name(self, name: str) -> None:
        """Raises ``AddressRefusedError`` for a host that is left alone, before anybody is asked for its address."""
        if self.refusal.covers(name):
            raise AddressRefusedError

    def judge(self, text: str) -> Address:
        """The address as a value. Raises ``AddressRefusedError`` with one fixed message, whatever the cause."""
        address = _parsed(text)
        reached = (address, *(embedded(address) if isinstance(address, ipaddress.IPv6Address) else ()))
        if not all(self._may_be_reached(each) for each in reached):
            raise AddressRefusedError
        return address

    def _may_be_reached(self, address: Address) -> bool:
        if _within(address, NEVER) or _within(address, self.refusal.networks):
            return False
        return _within(address, self.allowed) or (_is_public(address) and not self.is_own(address))

    def judge_all(self, texts: tuple[str, ...]) -> tuple[Address, ...]:
        """All addresses of one name: a single bad one refuses the name."""
        return tuple(self.judge(text) for text in texts)


def _parsed(text: str) -> Address:
    if "%" in text:
        raise AddressRefusedError
    try:
        address = ipaddress.ip_address(text)
    except ValueError as error:
        raise AddressRefusedError from error
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def _within(address: Address, networks: tuple[Network, ...]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _is_public(address: Address) -> bool:
    if _within(address, _SPECIAL) or address.is_multicast:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        return address in _GLOBAL_UNICAST
    return address.is_global
