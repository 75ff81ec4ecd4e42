"""Where a certificate carries another name than the one we used: which of its names lead to the very same server.

Such a name is a guess like any other: it is tested, and a person must agree to it before a password goes there. A
wildcard names no server; the address's own name in the DNS (PTR) may then tell which one it is.
"""

from collections.abc import Iterable
from itertools import islice

from probes.certificates import name_matches
from probes.discovery.guess import claim
from probes.discovery.values import Discovered
from probes.errors import DnsFailedError, ProbeError
from probes.hosts import Host
from probes.results import CERTIFICATE_OF, Certificate, Service
from probes.target import TargetError, parse_host
from probes.toolbox import Toolbox

MOST_TRIED = 8
MOST_NAMED = 2


def discover(service: Service, certificate: Certificate, tools: Toolbox) -> Discovered:
    """Claims for the names of ``certificate`` that share an address with ``service``. Raises ``ProbeError``."""
    here = tools.hosts.find(service.host, tools.deadline)
    fitting = (name for name in _candidates(certificate, here, tools) if _leads_to(name, here, tools))
    record = f"{CERTIFICATE_OF}{service.endpoint}"
    return Discovered(tuple(claim(service.protocol, name, tools, record) for name in islice(fitting, MOST_NAMED)))


def _candidates(certificate: Certificate, here: Host, tools: Toolbox) -> tuple[str, ...]:
    names = [*certificate.names, *_reverse(certificate, here, tools)]
    usable = (_usable(name) for name in names)
    return tuple(dict.fromkeys(name for name in usable if name and name != here.name))[:MOST_TRIED]


def _usable(name: str) -> str | None:
    try:
        return None if name.startswith("*") else parse_host(name)
    except TargetError:
        return None


def _reverse(certificate: Certificate, here: Host, tools: Toolbox) -> Iterable[str]:
    if not any(name.startswith("*") for name in certificate.names):
        return ()
    try:
        names = tools.resolver.reverse(str(here.address), tools.deadline).records
    except DnsFailedError:
        return ()
    return (name for name in names if any(name_matches(each, name) for each in certificate.names))


def _leads_to(name: str, here: Host, tools: Toolbox) -> bool:
    try:
        return here.address in tools.hosts.find(name, tools.deadline).addresses
    except ProbeError:
        return False
