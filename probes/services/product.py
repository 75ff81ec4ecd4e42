"""Which program a mail server runs, as far as it says so itself. No more than that: a server can say anything.

Pure: it reads values of a report, so that reports of earlier releases gain what this one has learnt to recognise.
"""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass

from probes.cleaning import clean
from probes.codes import Protocol
from probes.services.product_table import NAMES, SIGNS, ProductCode, SeenIn

_READ = 512  # characters of a text that are looked at; greetings are stored shorter
_TOKENS = 256
_CAPABILITY_CODE = re.compile(r"\[CAPABILITY [^\]]*\]?", re.IGNORECASE)
_HOST_WORD = re.compile(r"^(220[ -])[\w-]+(?:\.[\w-]+)+\.? ")
_EXCHANGE_HOST = re.compile(r"service is ready\. \[([A-Za-z0-9+/]{16,256}={0,2})")
_MICROSOFT_HOSTS = (".outlook.com", ".office365.com")


@dataclass(frozen=True, slots=True)
class Product:
    """A recognised program. ``version`` only where the server stated one; ``name`` is ours, never the server's."""

    code: ProductCode
    name: str
    version: str | None
    seen_in: SeenIn


def recognise(
    protocol: Protocol, greeting: str | None, implementation: str | None, capabilities: Iterable[str] = ()
) -> Product | None:
    """The program behind one service, or None where nothing that it said is known to us.

    ``implementation``: the name from ID or IMPLEMENTATION. ``capabilities``: tokens of any phase.
    """
    said = _readable(greeting)
    if _is_exchange_online(said):
        return Product(ProductCode.EXCHANGE_ONLINE, NAMES[ProductCode.EXCHANGE_ONLINE], None, SeenIn.GREETING)
    texts = {
        SeenIn.IMPLEMENTATION: [_readable(implementation)],
        SeenIn.GREETING: [said, _HOST_WORD.sub(r"\1", said)] if protocol is Protocol.SUBMISSION else [said],
        SeenIn.CAPABILITIES: [clean(token, _READ) for token in list(capabilities)[:_TOKENS]],
    }
    found = (_first(place, texts[place]) for place in SeenIn)
    return next((product for product in found if product), None)


def _readable(text: str | None) -> str:
    """The text without a capability list in it, which would hide the rest and is read elsewhere."""
    return re.sub(r" {2,}", " ", _CAPABILITY_CODE.sub("", clean(text or "", _READ)))


def _first(place: SeenIn, texts: list[str]) -> Product | None:
    for sign in SIGNS:
        if sign.seen_in is place:
            for text in texts:
                if found := sign.pattern.search(text):
                    version = found[1] if found.re.groups else None
                    return Product(sign.product, NAMES[sign.product], _trimmed(version), place)
    return None


def _trimmed(version: str | None) -> str | None:
    return (version or "").rstrip(".+~-_") or None


def _is_exchange_online(greeting: str) -> bool:
    """Exchange adds the name of the computer that answered, in Base64 of UTF-16; Microsoft's own give it away."""
    found = _EXCHANGE_HOST.search(greeting)
    if found is None:
        return False
    digits = found[1].rstrip("=")
    try:
        host = b64decode(digits + "=" * (-len(digits) % 4)).decode("utf-16-le", "replace")
    except binascii.Error:
        return False
    return host.rstrip("\0").lower().endswith(_MICROSOFT_HOSTS)
