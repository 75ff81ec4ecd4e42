"""How this installation probes: what its settings say, for the app and for the commands, which need no Flask."""

import ipaddress
from urllib.parse import urlsplit

from advisor.web.config import CONTACT_ADDRESS, Settings
from probes.identity import Identity
from probes.options import ManualClaim, ProbeOptions
from probes.target import TargetError, parse_host

ADMINISTRATORS = "/administrators"
"""The page for those who see us in the logs of their servers."""


def probe_options(
    configured: Settings,
    *,
    nameservers: tuple[str, ...] = (),
    timeout: float | None = None,
    manual: tuple[ManualClaim, ...] = (),
) -> ProbeOptions:
    """The options of one run: what the operator set, and over it what one call of the command line asks for."""
    return ProbeOptions(
        deadline=timeout or configured.probe_timeout,
        nameservers=nameservers or configured.nameservers,
        allow_networks=configured.probe_allow_networks,
        allow_ports=configured.probe_allow_ports,
        extra_ca=configured.probe_extra_ca,
        manual=manual,
        ispdb_url=configured.ispdb_url,
        vantage=configured.vantage or urlsplit(configured.public_url).hostname or "",
        identity=identity(configured),
        refuse=configured.probe_refuse,
    )


def identity(configured: Settings) -> Identity:
    """As whom this installation knocks: as the operator says, else by its public address if it has one."""
    public = configured.public_url
    page = f"{public}{ADMINISTRATORS}" if public and CONTACT_ADDRESS.fullmatch(f"{public}{ADMINISTRATORS}") else ""
    return Identity(configured.probe_ehlo_name or _host_of(public), configured.contact_url or page)


def _host_of(url: str) -> str:
    """The host of a web address if it is a name that others could know."""
    host = urlsplit(url).hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        try:
            return parse_host(host) if "." in host else ""
        except TargetError:
            return ""
    return ""
