"""The programs in the server report: ``settings`` is an object, or the word "manual" where a person types them in."""

from collections.abc import Iterable

from advisor.report.documents.envelope import Object
from advisor.report.documents.errors import DocumentError, Problem
from advisor.settings.clients.values import ClientOutcome

MANUAL = "manual"
_LARGEST_PORT = 65_535


def write_clients(clients: list[Object]) -> None:
    """Puts the word for "by hand" where a program finds nothing, in place."""
    for outcome in clients:
        if outcome["settings"] is None:
            outcome["settings"] = MANUAL


def read_clients(clients: object) -> None:
    """Takes the word out again, in place. Raises ``DocumentError``."""
    if not isinstance(clients, list):
        raise DocumentError(Problem.WRONG_VALUE, place="clients", value=clients)
    for number, outcome in enumerate(clients):
        held = outcome.get("settings") if isinstance(outcome, dict) else None
        if not isinstance(held, dict) and held != MANUAL:
            raise DocumentError(Problem.WRONG_VALUE, place=f"clients.{number}.settings", value=held)
        if held == MANUAL:
            outcome["settings"] = None


def check_clients(clients: Iterable[ClientOutcome]) -> None:
    """No port that cannot exist. Raises ``DocumentError``."""
    for number, outcome in enumerate(clients):
        for server in outcome.settings.servers if outcome.settings else ():
            if not 1 <= server.port <= _LARGEST_PORT:
                place, allowed = f"clients.{number}.settings.{server.protocol}.port", (f"1–{_LARGEST_PORT}",)
                raise DocumentError(Problem.NOT_ALLOWED, place=place, value=server.port, allowed=allowed)
