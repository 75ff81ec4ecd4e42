"""All programs at once."""

from collections.abc import Callable

from advisor.settings.clients import closed, fairemail, linux, thunderbird
from advisor.settings.clients.values import Client, ClientOutcome
from probes.results import ProbeReport

SIMULATIONS: dict[Client, Callable[[ProbeReport], ClientOutcome]] = {
    Client.THUNDERBIRD_DESKTOP: thunderbird.desktop,
    Client.THUNDERBIRD_ANDROID: thunderbird.android,
    Client.OUTLOOK_CLASSIC: closed.outlook_classic,
    Client.OUTLOOK_NEW: closed.outlook_new,
    Client.APPLE_MAIL: closed.apple_mail,
    Client.EVOLUTION: linux.evolution,
    Client.KMAIL: linux.kmail,
    Client.FAIREMAIL: fairemail.fairemail,
}


def client_outcomes(report: ProbeReport) -> tuple[ClientOutcome, ...]:
    """What each program would end up with for the domain of this report."""
    return tuple(simulate(report) for simulate in SIMULATIONS.values())
