"""Questions to the DNS, bounded in time and number, with answers as values.

Every question sets the AD bit, which asks the nameserver to say whether it validated the answer (RFC 6840 section 5.7).
"""

import ipaddress
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import Generic, TypeVar

import dns.exception
import dns.flags
import dns.inet
import dns.nameserver
import dns.rdata
import dns.resolver
import dns.reversename
from dns.rdtypes.ANY.CAA import CAA
from dns.rdtypes.ANY.CNAME import CNAME
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.PTR import PTR
from dns.rdtypes.ANY.TLSA import TLSA
from dns.rdtypes.ANY.TXT import TXT
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA
from dns.rdtypes.IN.SRV import SRV

from probes.cleaning import clean
from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError
from probes.nameservers import NoNameserverError, parse_nameserver
from probes.quick_dns import Question, QuickAnswer, ask

MAX_RECORDS = 20
MAX_CLIMB = 8  # labels; real names have fewer

_Record = TypeVar("_Record")
_Rdata = TypeVar("_Rdata", bound=dns.rdata.Rdata)


@dataclass(frozen=True, slots=True)
class Answered(Generic[_Record]):
    """One answer. ``dnssec``: the nameserver vouches that it validated it (AD bit); a missing name is no records.

    ``cut``: there were more records than these.
    """

    records: tuple[_Record, ...] = ()
    dnssec: bool = False
    cut: bool = False


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


class Resolver:
    """Asks the given nameservers (as ``parse_nameserver`` reads them), or the system's if there are none."""

    def __init__(self, nameservers: tuple[str, ...], seconds: float) -> None:
        """``seconds``: the longest that one question may take. Raises ``ValueError`` for a bad one or none."""
        self._seconds = seconds
        self._resolver = _system_resolver() if not nameservers else dns.resolver.Resolver(configure=False)
        self._resolver.timeout = seconds / 2
        self._resolver.flags = dns.flags.RD | dns.flags.AD
        if nameservers:
            self._resolver.nameservers = [
                dns.nameserver.Do53Nameserver(*parse_nameserver(text)) for text in nameservers
            ]
        self._first = _plain(self._resolver)
        first, *others = self._resolver.nameservers
        self._resolver.nameservers = [*others, first]  # it is asked where the first one did not answer well
        self._known: dict[Question, QuickAnswer | None] = {}

    def ahead(self, questions: Iterable[Question], deadline: Deadline) -> "Resolver":
        """The same resolver, which has asked these questions (names without the final dot) all at once.

        An answer that is known costs nothing any more; one that did not come is waited for as with any other question.
        """
        asked = tuple(questions)
        found = self._quickly(asked, deadline.within(self._seconds))
        informed = copy(self)
        informed._known = self._known | {one: found.get(one) for one in asked}  # noqa: SLF001 - a copy of ourselves
        return informed

    def knows(self, questions: Iterable[Question]) -> bool:
        """Whether all of these are answered without asking anybody."""
        return all(self._known.get(one) is not None for one in questions)

    def mx(self, domain: str, deadline: Deadline) -> Answered[MxRecord]:
        """The MX records, best first; none is not an error. Raises ``NameNotFoundError``, ``DnsFailedError``."""
        answer = self._ask(domain, "MX", MX, deadline)
        records = (MxRecord(record.preference, _name(record.exchange)) for record in answer.records)
        return _first(sorted(records, key=lambda record: (record.preference, record.host)), answer.dnssec)

    def srv(self, name: str, deadline: Deadline) -> Answered[SrvRecord]:
        """The SRV records by priority, heavier first; a missing name is an empty answer. Raises ``DnsFailedError``."""
        answer = self._ask_if_any(name, "SRV", SRV, deadline)
        records = (
            SrvRecord(record.priority, record.weight, record.port, _name(record.target)) for record in answer.records
        )
        ordered = sorted(records, key=lambda record: (record.priority, -record.weight, record.target))
        return _first(ordered, answer.dnssec)

    def addresses(self, host: str, deadline: Deadline) -> Answered[str]:
        """IPv4 before IPv6, asked for at once. Raises ``NameNotFoundError`` if there is none, ``DnsFailedError``.

        Nameservers that know the IPv4 address but break on the IPv6 question are common: the first then counts alone.
        """
        whole, for_both = deadline.within(self._seconds), deadline.within(self._seconds / 2)
        known = self._quickly(((host, "A"), (host, "AAAA")), for_both)
        first = self._answered(host, "A", A, known, whole)
        found = [record.address for record in first.records]
        try:
            second = self._answered(host, "AAAA", AAAA, known, for_both)
        except DnsFailedError:
            if not found:
                raise
            return _first(found, first.dnssec)
        found += [record.address for record in second.records]
        if not found:
            raise NameNotFoundError
        return _first(found, first.dnssec and second.dnssec)

    def txt(self, name: str, deadline: Deadline) -> Answered[str]:
        """The TXT records, each put together from its strings, raw; missing is empty. Raises ``DnsFailedError``."""
        answer = self._ask_if_any(name, "TXT", TXT, deadline)
        return _first([b"".join(record.strings).decode("utf-8", "replace") for record in answer.records], answer.dnssec)

    def tlsa(self, name: str, deadline: Deadline) -> Answered[str]:
        """TLSA records (RFC 6698) as "usage selector type hex"; a missing name is empty. Raises ``DnsFailedError``."""
        answer = self._ask_if_any(name, "TLSA", TLSA, deadline)
        texts = [f"{each.usage} {each.selector} {each.mtype} {each.cert.hex()}" for each in answer.records]
        return _first(texts, answer.dnssec)

    def caa(self, domain: str, deadline: Deadline) -> Answered[str]:
        """Who may issue certificates, such as ``0 issue "letsencrypt.org"``, cleaned. Raises ``DnsFailedError``.

        The nearest ancestor that has such records speaks for all below it (RFC 8659 section 3).
        """
        for name in with_ancestors(domain):
            answer = self._ask_if_any(name, "CAA", CAA, deadline)
            if answer.records:
                texts = [clean(f'{each.flags} {clean(each.tag)} "{clean(each.value)}"') for each in answer.records]
                return _first(sorted(texts), answer.dnssec)
        return Answered()

    def reverse(self, address: str, deadline: Deadline) -> Answered[str]:
        """The names of an address (PTR); none is an empty answer. Raises ``DnsFailedError``, ``ValueError``."""
        name = str(dns.reversename.from_address(str(ipaddress.ip_address(address)))).removesuffix(".")
        answer = self._ask_if_any(name, "PTR", PTR, deadline)
        return _first([_name(record.target) for record in answer.records], answer.dnssec)

    def cname(self, name: str, deadline: Deadline) -> Answered[str]:
        """The name that ``name`` is an alias of; none is an empty answer. Raises ``DnsFailedError``."""
        answer = self._ask_if_any(name, "CNAME", CNAME, deadline)
        return _first([_name(record.target) for record in answer.records], answer.dnssec)

    def _ask_if_any(self, name: str, kind: str, record: type[_Rdata], deadline: Deadline) -> Answered[_Rdata]:
        try:
            return self._ask(name, kind, record, deadline)
        except NameNotFoundError:
            return Answered()

    def _ask(self, name: str, kind: str, record: type[_Rdata], deadline: Deadline) -> Answered[_Rdata]:
        question = name, kind
        whole = deadline.within(self._seconds / 2 if question in self._known else self._seconds)
        return self._answered(name, kind, record, self._quickly((question,), whole), whole)

    def _quickly(self, questions: tuple[Question, ...], deadline: Deadline) -> dict[Question, QuickAnswer]:
        """What is known, and what the first nameserver answers well and at once; it is not asked anything twice."""
        known = {one: answer for one in questions if (answer := self._known.get(one)) is not None}
        unasked = [one for one in questions if one not in self._known]
        seconds = min(self._seconds / 2, deadline.left())
        if not unasked or not self._first or seconds <= 0:
            return known
        return known | ask(self._first, unasked, seconds)

    def _answered(
        self, name: str, kind: str, record: type[_Rdata], known: dict[Question, QuickAnswer], deadline: Deadline
    ) -> Answered[_Rdata]:
        """The answer that is known, or else what patience and the other nameservers bring."""
        quick = known.get((name, kind)) or self._patiently(name, kind, deadline)
        if not quick.exists:
            raise NameNotFoundError
        return Answered(tuple(each for each in quick.records if isinstance(each, record)), quick.authentic)

    def _patiently(self, name: str, kind: str, deadline: Deadline) -> QuickAnswer:
        lifetime = deadline.left()
        if lifetime <= 0:
            raise DnsFailedError
        try:
            answer = self._resolver.resolve(f"{name}.", kind, lifetime=lifetime, raise_on_no_answer=False)
        except dns.resolver.NXDOMAIN:
            return QuickAnswer(exists=False)
        except (dns.exception.DNSException, OSError) as error:
            raise DnsFailedError from error
        return QuickAnswer(tuple(answer.rrset or ()), authentic=bool(answer.response.flags & dns.flags.AD))


def with_ancestors(domain: str) -> tuple[str, ...]:
    """The domain and what is above it, nearest first."""
    labels = domain.split(".")
    return tuple(".".join(labels[number:]) for number in range(min(len(labels), MAX_CLIMB)))


def _first(records: list[_Record], dnssec: bool) -> Answered[_Record]:
    return Answered(tuple(records[:MAX_RECORDS]), dnssec, len(records) > MAX_RECORDS)


def _system_resolver() -> dns.resolver.Resolver:
    try:
        return dns.resolver.Resolver()
    except dns.resolver.NoResolverConfiguration as error:
        raise NoNameserverError("this machine names no nameserver: set one") from error


def _plain(resolver: dns.resolver.Resolver) -> tuple[str, int] | None:
    """Address and port of the first nameserver; None where it is no plain one."""
    first = resolver.nameservers[0]
    if isinstance(first, dns.nameserver.Do53Nameserver):
        return first.address, first.port
    return (first, resolver.port) if isinstance(first, str) and dns.inet.is_address(first) else None


def _name(name: object) -> str:
    text = str(name).lower()
    return text if text == "." else text.removesuffix(".")
