"""Where mail programs reach this installation: they know https on its usual port and fixed paths, nothing else."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from probes.target import parse_host

HTTPS_PORT = 443


@dataclass(frozen=True, slots=True)
class PublicPlace:
    """``host`` is a name in the DNS."""

    host: str

    @property
    def url(self) -> str:
        """The beginning of every address, without a final slash."""
        return f"https://{self.host}"


def public_place(public_url: str) -> PublicPlace | None:
    """The place that ``MAILWEICHE_PUBLIC_URL`` names; None where mail programs cannot come there."""
    parts = urlsplit(public_url)
    try:
        host, port = parse_host(parts.hostname or ""), parts.port
    except ValueError:  # TargetError is one too
        return None
    if parts.scheme != "https" or port not in (None, HTTPS_PORT) or parts.path or parts.query or parts.fragment:
        return None
    return PublicPlace(host) if "." in host else None
