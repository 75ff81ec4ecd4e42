"""Who knocks: what the administrators of the servers that we visit read in their logs."""

import ipaddress
from dataclasses import dataclass
from importlib import metadata

from probes.once import once

PRODUCT = "Mailweiche"
NAMELESS = "mailweiche.invalid"  # RFC 2606: says who, and claims to be nobody's host


@once
def version() -> str:
    """The release that is running."""
    try:
        return metadata.version(PRODUCT.lower())
    except metadata.PackageNotFoundError:
        return "0"


@dataclass(frozen=True, slots=True)
class Identity:
    """``name``: our host name, for EHLO. ``url``: where an administrator reads what we do. Both may be empty.

    ``url`` is ASCII without spaces, quotes and backslashes.
    """

    name: str = ""
    url: str = ""

    def ehlo(self, local_address: str) -> bytes:
        """What stands after EHLO: the name, else a public address as a literal (RFC 5321 section 4.1.3).

        A private address says nothing to anybody outside and tells how the network inside is built.
        """
        if self.name:
            return self.name.encode("ascii")
        address = ipaddress.ip_address(local_address.partition("%")[0])
        if not address.is_global:
            return NAMELESS.encode()
        return f"[IPv6:{address}]".encode() if address.version == 6 else f"[{address}]".encode()

    def imap_id(self) -> bytes:
        """The fields of the IMAP command ID (RFC 2971 section 3.3)."""
        fields = {"name": PRODUCT, "version": version()} | ({"support-url": self.url} if self.url else {})
        return " ".join(f'"{key}" "{value}"' for key, value in fields.items()).encode("ascii")

    def user_agent(self) -> str:
        """The header of requests on the web."""
        return f"{PRODUCT}/{version()}" + (f" (+{self.url})" if self.url else "")
