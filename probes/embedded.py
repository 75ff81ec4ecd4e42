"""IPv4 addresses that hide in IPv6 addresses: whoever connects to the one may be led to the other on the way."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network

_LOW = 0xFFFF_FFFF
_THIS_NETWORK = 24  # bits below 0.0.0.0/8, to which no translator leads

_LAST_32_BITS = (  # RFC 6052 (NAT64), RFC 4291 section 2.5.5 (compatible and mapped), RFC 7915 (translated)
    IPv6Network("64:ff9b::/96"),
    IPv6Network("::/96"),
    IPv6Network("::ffff:0:0/96"),
    IPv6Network("::ffff:0:0:0/96"),
)
_SIX_TO_FOUR = IPv6Network("2002::/16")  # RFC 3056
_TEREDO = IPv6Network("2001::/32")  # RFC 4380
_LOCAL_NAT64 = IPv6Network("64:ff9b:1::/48")  # RFC 8215
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # RFC 5214, in any network


def embedded(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """All IPv4 addresses to which ``address`` may lead, the readings of a network of unknown layout included."""
    number = int(address)
    found = [number & _LOW for network in _LAST_32_BITS if address in network]
    if address in _SIX_TO_FOUR:
        found.append(number >> 80 & _LOW)
    if address in _TEREDO:
        found += [number >> 64 & _LOW, ~number & _LOW]
    if number >> 32 & _LOW in _ISATAP:
        found.append(number & _LOW)
    if address in _LOCAL_NAT64:
        found += _local_layouts(number)
    return tuple(IPv4Address(each) for each in dict.fromkeys(found) if each >> _THIS_NETWORK)


def _local_layouts(number: int) -> list[int]:
    """RFC 6052 section 2.2: prefixes of 48, 56, 64 and 96 bits; the octet after the 64th bit is always left out."""
    without = (number >> 64) << 56 | number & ((1 << 56) - 1)
    return [without >> 40 & _LOW, without >> 32 & _LOW, without >> 24 & _LOW, number & _LOW]
