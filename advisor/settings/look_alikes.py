"""Addresses that differ from another one only by signs that look alike: ``firrna.ch`` for ``firma.ch``.

Not refused, because both may exist. Compared are whole domains and whole parts before the @, each as its skeleton:
letters of other alphabets as the Latin ones they look like, ``rn`` as ``m``, ``vv`` as ``w``, ``1`` as ``l``, ``0`` as
``o``. Other likenesses (``cl`` and ``d``, ``ii`` and ``u``) are left out: they would find more honest pairs than false
ones.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.settings.addresses import Address, parse_address, skeleton

_PAIRS = (("rn", "m"), ("vv", "w"))
_DIGITS = str.maketrans("10", "lo")


@dataclass(frozen=True, slots=True)
class Like:
    """``index`` looks like ``other``, or like the company's own domain where ``other`` is None; ``what`` it looks like:
    a domain or an address.
    """

    index: int
    what: str
    other: int | None


def look_alikes(addresses: Sequence[Address], own_domain: str) -> tuple[Like, ...]:
    """Those that look like another one before; of two domains, the one that fewer rows have. In their order."""
    meant = _domains_meant(addresses, own_domain)
    first_of_domain: dict[str, int] = {}
    for index, address in enumerate(addresses):
        first_of_domain.setdefault(address.domain, index)
    found = []
    first_alike: dict[tuple[str, str], int] = {}
    for index, address in enumerate(addresses):
        domain = meant[_seen(_readable(address))]
        if domain != address.domain:
            other = first_of_domain.get(domain)
            shown = own_domain if other is None else _readable(addresses[other])
            found.append(Like(index, shown, other))
            continue
        local = address.local_part.lower()
        first = first_alike.setdefault((_seen(local), domain), index)
        if addresses[first].local_part.lower() != local:
            found.append(Like(index, addresses[first].shown, first))
    return tuple(found)


def _domains_meant(addresses: Iterable[Address], own_domain: str) -> dict[str, str]:
    """For each look of a domain the one that is meant: the company's own, else the most frequent."""
    counted: dict[str, Counter[str]] = {}
    for address in addresses:
        counted.setdefault(_seen(_readable(address)), Counter())[address.domain] += 1
    meant = {look: domains.most_common(1)[0][0] for look, domains in counted.items()}
    own = parse_address(f"x@{own_domain}")
    if own is not None and _seen(_readable(own)) in meant:
        meant[_seen(_readable(own))] = own.domain
    return meant


def _readable(address: Address) -> str:
    return address.shown.rpartition("@")[2].lower()


def _seen(text: str) -> str:
    """The skeleton: two texts with the same one are hard to tell apart."""
    looks = skeleton(text)
    for pair, one in _PAIRS:
        looks = looks.replace(pair, one)
    return looks.translate(_DIGITS)
