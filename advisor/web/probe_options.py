"""How this installation probes: what its settings say, for the app and for the commands, which need no Flask."""

import socket
from urllib.parse import urlsplit

from advisor.web.config import Settings
from probes.options import ManualClaim, ProbeOptions


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
        vantage=urlsplit(configured.public_url).hostname or socket.gethostname(),
    )
