"""What every step of one run is given: names, TLS, limits and time."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache

from probes.calls import Calls
from probes.deadline import Deadline
from probes.gate import Gate
from probes.guard import Address, AddressGuard
from probes.hosts import HostBook
from probes.identity import Identity
from probes.meeting import Doors
from probes.options import Limits, ProbeOptions
from probes.quick_dns import Question
from probes.resolver import Resolver
from probes.routes import has_route
from probes.tls import TlsContext, TlsOffer
from probes.web_ports import WebPorts


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The tools of one run. ``at`` is when it started; ``ispdb_url`` as in ``ProbeOptions``.

    ``has_route``: whether this machine can send to an address at all.
    """

    resolver: Resolver
    hosts: HostBook
    gate: Gate
    tls: TlsOffer
    limits: Limits
    deadline: Deadline
    at: datetime
    ispdb_url: str = ""
    identity: Identity = field(default_factory=Identity)
    web_ports: WebPorts = field(default_factory=WebPorts)
    calls: Calls = field(default_factory=lambda: Calls(Limits().per_port))
    has_route: Callable[[Address], bool] = has_route
    doors: Doors = field(default_factory=Doors)

    def with_tls(self, tls: TlsOffer) -> "Toolbox":
        """The same tools with other settings for TLS."""
        return replace(self, tls=tls)

    def for_second_pass(self, seconds: float, at_once: int) -> "Toolbox":
        """The same tools with time of their own and fewer connections at once to one host."""
        return replace(self, deadline=self.deadline.anew(seconds), gate=Gate(at_once))

    def within(self, seconds: float) -> "Toolbox":
        """The same tools for a step that must end in ``seconds``."""
        return replace(self, deadline=self.deadline.within(seconds))

    def having_asked(self, *questions: Question) -> "Toolbox":
        """The same tools, once these questions to the DNS have been asked, all at once."""
        return replace(self, resolver=self.resolver.ahead(questions, self.deadline))


def open_toolbox(options: ProbeOptions, stop: threading.Event | None, tls: TlsContext | None = None) -> Toolbox:
    """The tools for one run; ``stop`` ends all their work. Bad options raise ``ValueError`` or ``OSError``.

    ``tls``: settings that several runs share, because making them takes longer than a handshake.
    """
    resolver = Resolver(options.nameservers, options.limits.dns)
    return Toolbox(
        resolver=resolver,
        hosts=HostBook(resolver, AddressGuard.of(options.allow_networks, options.refuse)),
        gate=Gate(options.limits.per_host),
        calls=Calls(options.limits.per_port),
        tls=tls or TlsContext(options.extra_ca),
        limits=options.limits,
        deadline=Deadline(options.deadline, stop),
        at=datetime.now(UTC),
        ispdb_url=options.ispdb_url,
        identity=options.identity,
        has_route=cache(has_route),  # each address of the run is looked up once
    )
