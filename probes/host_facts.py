"""What the DNS says of a mail host beside its address: CAA (RFC 8659) and DANE (RFC 6698, RFC 7673)."""

from collections.abc import Iterable

from probes.cleaning import clean
from probes.errors import DnsFailedError
from probes.hosts import Host
from probes.resolver import with_ancestors
from probes.results import Certificate, HostFacts, Service, Tlsa
from probes.toolbox import Toolbox

_LEAF_USAGES = ("1", "3")  # PKIX-EE and DANE-EE speak of the server's own certificate
_SHA256 = "1"  # matching type
MOST_TLSA = 8  # records of one port; two while a certificate is being renewed


def host_facts(host: Host, services: Iterable[Service], tools: Toolbox) -> HostFacts:
    """The facts of one host; ``services`` are its ports. What the DNS does not answer is left out."""
    certificates = {each.port: each.tls.certificate for each in services if each.tls and not each.second_family}
    tools = tools.having_asked(
        *((_tlsa_name(host, port), "TLSA") for port in certificates),
        *((name, "CAA") for name in with_ancestors(host.name)),
    )
    return HostFacts(
        host=host.name,
        addresses=tuple(str(address) for address in host.addresses),
        dnssec=host.dnssec,
        tlsa=tuple(
            record for port, certificate in certificates.items() for record in _tlsa(host, port, certificate, tools)
        ),
        caa=_caa(host, tools),
    )


def _tlsa_name(host: Host, port: int) -> str:
    return f"_{port}._tcp.{host.name}"


def _tlsa(host: Host, port: int, certificate: Certificate | None, tools: Toolbox) -> tuple[Tlsa, ...]:
    try:
        answer = tools.resolver.tlsa(_tlsa_name(host, port), tools.deadline)
    except DnsFailedError:
        return ()
    compared = certificate if answer.dnssec else None  # without DNSSEC a record proves nothing (RFC 6698 section 4.1)
    return tuple(Tlsa(port, clean(data), matches(data, compared)) for data in answer.records[:MOST_TLSA])


def matches(data: str, certificate: Certificate | None) -> bool | None:
    """Whether a record fits the server's own certificate; None where it speaks of another one or another hash."""
    usage, selector, kind, wanted = data.split()
    if certificate is None or usage not in _LEAF_USAGES or kind != _SHA256:
        return None
    shown = certificate.spki_sha256 if selector == "1" else certificate.sha256
    return shown == wanted


def _caa(host: Host, tools: Toolbox) -> tuple[str, ...]:
    try:
        return tools.resolver.caa(host.name, tools.deadline).records
    except DnsFailedError:
        return ()
