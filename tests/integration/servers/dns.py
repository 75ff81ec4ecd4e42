"""A DNS server for tests on loopback (UDP and TCP), its records set by the test."""

import threading
from collections import defaultdict

from dnslib import QTYPE, RCODE, RR
from dnslib.server import BaseResolver, DNSServer

from tests.integration.servers.process import free_loopback_address

PORT = 53


class _Zone(BaseResolver):
    """Answers from a table; a name without any record does not exist."""

    def __init__(self) -> None:
        self.records: defaultdict[str, list[RR]] = defaultdict(list)
        self.turns: dict[tuple[str, str], list[str]] = {}
        self.failing: set[tuple[str, str | None]] = set()
        self.silent: set[str] = set()
        self.signed: set[str] = set()
        self.queries: list[tuple[str, str]] = []
        self.released = threading.Event()

    def resolve(self, request, handler):
        name, kind = str(request.q.qname).lower(), QTYPE[request.q.qtype]
        self.queries.append((name.rstrip("."), kind))
        if name in self.silent:
            self.released.wait(30)
        if turns := self.turns.get((name, kind)):
            value = turns.pop(0) if len(turns) > 1 else turns[0]
            self.records[name] = [RR.fromZone(f"{name} 0 IN {kind} {value}")[0]]
        reply = request.reply()
        if self.failing & {(name, kind), (name, None)}:
            reply.header.rcode = RCODE.SERVFAIL
        elif name not in self.records:
            reply.header.rcode = RCODE.NXDOMAIN
        else:
            reply.add_answer(*self._found(name, kind))
        reply.header.ad = int(name in self.signed and bool(request.header.ad))
        return reply

    def _found(self, name: str, kind: str) -> list[RR]:
        """The records of ``name``, those behind an alias with the alias before them."""
        known = self.records.get(name, [])
        found = [record for record in known if kind in ("ANY", QTYPE[record.rtype])]
        aliases = [record for record in known if QTYPE[record.rtype] == "CNAME"]
        if found or not aliases:
            return found
        return [aliases[0], *self._found(str(aliases[0].rdata.label).lower(), kind)]


class TestDns:
    """The running server: ``address`` and ``port``, also together as ``nameserver`` ("127.x.y.z:53")."""

    __test__ = False  # not a test class, whatever its name says

    def __init__(self, address: str | None = None) -> None:
        """Start the server, on a loopback address of its own unless one is given."""
        self._zone = _Zone()
        self.address = address or free_loopback_address((PORT,))
        self.port = PORT
        self.nameserver = f"{self.address}:{self.port}"
        self._servers = [DNSServer(self._zone, self.address, PORT, tcp, _Silent()) for tcp in (False, True)]
        for server in self._servers:
            server.start_thread()

    @property
    def queries(self) -> list[tuple[str, str]]:
        """All questions so far as (name without final dot, type)."""
        return list(self._zone.queries)

    def add(self, name: str, kind: str, value: str, ttl: int = 60) -> None:
        """Add one record, for example ``add("firma.example", "MX", "10 mail.firma.example.")``.

        ``value`` as in a zone file: several strings of a TXT record each in quotes, the name of an alias with its dot.
        """
        record = RR.fromZone(f"{name.rstrip('.')}. {ttl} IN {kind} {value}")[0]
        self._zone.records[f"{name.rstrip('.')}.".lower()].append(record)

    def answer_in_turn(self, name: str, kind: str, *values: str) -> None:
        """Another answer to each question, the last one for ever: a name that is being rebound."""
        key = f"{name.rstrip('.')}.".lower()
        self._zone.records.setdefault(key, [])  # the name exists, whichever type is asked for first
        self._zone.turns[key, kind] = list(values)

    def fail(self, name: str, kind: str | None = None) -> None:
        """Answer SERVFAIL for ``name`` (for one record type, or for all) from now on."""
        self._zone.failing.add((f"{name.rstrip('.')}.".lower(), kind))

    def silence(self, name: str) -> None:
        """Never answer questions for ``name`` from now on."""
        self._zone.silent.add(f"{name.rstrip('.')}.".lower())

    def secure(self, name: str) -> None:
        """Vouch for the answers for ``name`` from now on (AD bit), to those who ask for it."""
        self._zone.signed.add(f"{name.rstrip('.')}.".lower())

    def clear(self) -> None:
        """Forget all records, moods and questions."""
        self._zone.released.set()
        self._zone.released = threading.Event()
        zone = self._zone
        for store in (zone.records, zone.turns, zone.failing, zone.silent, zone.signed, zone.queries):
            store.clear()

    def stop(self) -> None:
        """Stop both listeners."""
        self._zone.released.set()
        for server in self._servers:
            server.stop()
            server.server.server_close()


class _Silent:
    """A logger that says nothing: the tests read ``queries``."""

    def __getattr__(self, name: str):
        if not name.startswith("log_"):
            raise AttributeError(name)
        return lambda *_: None
