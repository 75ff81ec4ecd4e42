"""Questions to the DNS, bounded in time and number, with answers as values."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

import dns.exception
import dns.flags
import dns.nameserver
import dns.resolver
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA
from dns.rdtypes.IN.SRV import SRV

from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError

MAX_RECORDS = 20
DNS_PORT = 53
LARGEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class MxRecord:
    """One MX record; ``host`` is "." for the null MX of RFC 7505."""

    preference: int
    host: str


@dataclass(frozen=True, slots=True)
class SrvRecord:
    """One SRV record (RFC 2782); ``target`` is "." where the service is decidedly not available."""

    priority: int
    weight: int
    port: int
    target: str


class NoNameserverError(ValueError):
    """No nameserver was given, and this machine names none."""


class Resolver:
    """Asks the given nameservers ("IP", "IP:PORT", "[IPv6]:PORT"), or the system's if there are none."""

    def __init__(self, nameservers: tuple[str, ...], seconds: float) -> None:
        """``seconds``: the longest that one question may take. Raises ``ValueError`` for a bad one or none."""
        self._seconds = seconds
        self._resolver = _system_resolver() if not nameservers else dns.resolver.Resolver(configure=False)
        self._resolver.timeout = seconds / 2
        if nameservers:
            self._resolver.nameservers = [_nameserver(text) for text in nameservers]

    def mx(self, domain: str, deadline: Deadline) -> tuple[MxRecord, ...]:
        """The MX records, best first; none is not an error. Raises ``NameNotFoundError``, ``DnsFailedError``."""
        records = [
            MxRecord(record.preference, _name(record.exchange))
            for record in self._ask(domain, "MX", deadline)
            if isinstance(record, MX)
        ]
        return tuple(sorted(records, key=lambda record: (record.preference, record.host)))[:MAX_RECORDS]

    def srv(self, name: str, deadline: Deadline) -> tuple[SrvRecord, ...]:
        """The SRV records by priority, heavier first; a missing name is an empty answer. Raises ``DnsFailedError``."""
        try:
            answer = self._ask(name, "SRV", deadline)
        except NameNotFoundError:
            return ()
        records = [
            SrvRecord(record.priority, record.weight, record.port, _name(record.target))
            for record in answer
            if isinstance(record, SRV)
        ]
        return tuple(sorted(records, key=lambda record: (record.priority, -record.weight, record.target)))[:MAX_RECORDS]

    def addresses(self, host: str, deadline: Deadline) -> tuple[str, ...]:
        """IPv4 before IPv6 addresses. Raises ``NameNotFoundError`` if there is none, ``DnsFailedError``.

        Nameservers that know the IPv4 address but break on the IPv6 question are common: the first then counts alone.
        """
        first = [record.address for record in self._ask(host, "A", deadline) if isinstance(record, A)]
        try:
            second = self._ask(host, "AAAA", deadline.within(self._seconds / 2))
        except DnsFailedError:
            if not first:
                raise
            return tuple(first[:MAX_RECORDS])
        found = (*first, *(record.address for record in second if isinstance(record, AAAA)))
        if not found:
            raise NameNotFoundError
        return found[:MAX_RECORDS]

    def _ask(self, name: str, kind: str, deadline: Deadline) -> Sequence[object]:
        lifetime = min(self._seconds, deadline.left())
        if lifetime <= 0:
            raise DnsFailedError
        try:
            answer = self._resolver.resolve(f"{name}.", kind, lifetime=lifetime, raise_on_no_answer=False)
        except dns.resolver.NXDOMAIN as error:
            raise NameNotFoundError from error
        except (dns.exception.DNSException, OSError) as error:
            raise DnsFailedError from error
        return list(answer.rrset or ())


def _system_resolver() -> dns.resolver.Resolver:
    try:
        return dns.resolver.Resolver()
    except dns.resolver.NoResolverConfiguration as error:
        raise NoNameserverError("this machine names no nameserver: set one") from error


def _nameserver(text: str) -> dns.nameserver.Nameserver:
    host, port = text, str(DNS_PORT)
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        port = rest.removeprefix(":") or port
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= LARGEST_PORT):
        raise ValueError(f"{text!r} is no IP address or IP:PORT")
    try:
        return dns.nameserver.Do53Nameserver(str(ipaddress.ip_address(host)), int(port))
    except ValueError:
        raise ValueError(f"{text!r} is no IP address or IP:PORT") from None


def _name(name: object) -> str:
    text = str(name).lower()
    return text if text == "." else text.removesuffix(".")
