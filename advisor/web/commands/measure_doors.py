"""Which servers ``mailweiche measure`` may sign in to: proven by our own probe, and confirmed where only guessed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from advisor.profiles.account import username_for
from advisor.settings.addresses import Address
from advisor.settings.candidates import is_proven, is_usable
from advisor.settings.selection import select
from advisor.settings.values import ServerSettings
from probes.attempts import attempt
from probes.codes import PASSWORDS, READING, Offer, Protocol, Reason, Source, Trust
from probes.measurement import Problem, Trouble
from probes.options import ProbeOptions
from probes.plan import Endpoint
from probes.ports import STANDARD_PORTS
from probes.results import ProbeReport, Service
from probes.runner import run
from probes.services.measure_door import Door
from probes.services.measure_refusals import meaning_of
from probes.sign_in import nobody_signs_in
from probes.target import Target
from probes.toolbox import open_toolbox

_NO_CONNECTION = frozenset(
    {
        Reason.REFUSED,
        Reason.FILTERED,
        Reason.TIMED_OUT,
        Reason.GREETING_TIMEOUT,
        Reason.OUT_OF_TIME,
        Reason.TLS_TIMEOUT,
        Reason.NAME_NOT_FOUND,
        Reason.DNS_FAILED,
        Reason.NO_ROUTE,
    }
)

Confirm = Callable[[str], bool]
"""Asks whether a server of this name is the right one."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Where to sign in, and why not elsewhere."""

    open: tuple[Door, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Login:
    """Whose mailbox; ``username`` None: what the server's settings say."""

    address: Address
    username: str | None = None

    def name_at(self, server: ServerSettings) -> str | None:
        """The user name for one server, or None where nobody knows it."""
        return self.username or username_for(server, self.address)


def found_doors(login: Login, target: Target, options: ProbeOptions, confirm: Confirm) -> Doors:
    """The servers of the address's domain. A name that nobody vouches for is asked once."""
    report = run(target, options)
    answers: dict[str, bool] = {}

    def confirmed(host: str) -> bool:
        if host not in answers:
            answers[host] = confirm(host)
        return answers[host]

    return _sorted_out([_of_protocol(report, protocol, login, confirmed) for protocol in READING])


def named_doors(login: Login, host: str, options: ProbeOptions) -> Doors:
    """The standard ports of one server, which the person has named."""
    tools = open_toolbox(options, None)
    endpoints = [
        Endpoint(protocol, host, port, security) for protocol in READING for port, security in STANDARD_PORTS[protocol]
    ]
    with ThreadPoolExecutor(len(endpoints)) as pool:
        services = list(pool.map(lambda endpoint: attempt(endpoint, tools), endpoints))
    name = login.username or login.address.ascii
    return _sorted_out([_of_services(protocol, services, name) for protocol in READING])


def _sorted_out(results: list[Door | Problem]) -> Doors:
    doors = tuple(one for one in results if isinstance(one, Door))
    return Doors(doors, tuple(one for one in results if isinstance(one, Problem)))


def _of_protocol(report: ProbeReport, protocol: Protocol, login: Login, confirmed: Confirm) -> Door | Problem:
    server = select(report, protocol).settings
    if server is None or not server.proven:
        services = [service for service in report.services if service.protocol is protocol]
        offer = report.offers.of(protocol)
        off = offer is Offer.OFF_ON_PURPOSE or (offer is Offer.NOT_FOUND and bool(services))
        return Problem(protocol, Trouble.NOT_OFFERED if off else _why_not(services))
    if server.authentication and PASSWORDS.isdisjoint(server.authentication):
        return Problem(protocol, Trouble.NO_PASSWORD_LOGIN)
    name = login.name_at(server)
    if name is None:
        return Problem(protocol, Trouble.NO_USERNAME)
    if _is_uncertain(server) and not confirmed(server.host):
        return Problem(protocol, Trouble.NOT_CONFIRMED)
    return Door(protocol, server.host, server.port, server.security, name)


def _of_services(protocol: Protocol, services: list[Service], name: str) -> Door | Problem:
    own = [service for service in services if service.protocol is protocol]
    for service in own:
        if is_usable(service):
            return Door(protocol, service.host, service.port, service.security, name)
    return Problem(protocol, _why_not(own))


def _is_uncertain(server: ServerSettings) -> bool:
    return server.trust is Trust.NEEDS_CONSENT or server.source is Source.GUESS


def _why_not(services: list[Service]) -> Trouble:
    """The trouble that says most about servers none of which can be used."""
    if any(is_proven(service) and nobody_signs_in(service) for service in services):
        return Trouble.NO_PASSWORD_LOGIN
    reasons = {service.reason for service in services if service.reason is not None}
    if any(reason.startswith("certificate_") for reason in reasons):
        return Trouble.CERTIFICATE
    if reasons & {Reason.ADDRESS_REFUSED}:
        return Trouble.ADDRESS_REFUSED
    busy = [service.words or "" for service in services if service.reason is Reason.RATE_LIMITED]
    if busy:
        return meaning_of(busy[0], Trouble.TRY_LATER)
    turned_away = [service.words or "" for service in services if service.reason is Reason.TURNED_AWAY]
    if turned_away:
        return meaning_of(turned_away[0], Trouble.NO_CONNECTION)
    if reasons and reasons <= _NO_CONNECTION:
        return Trouble.NO_CONNECTION
    return Trouble.NO_SAFE_SERVER
