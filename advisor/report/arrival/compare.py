"""Holds what the server check read against what is meant to be published. Pure: nobody is asked anything."""

from collections.abc import Iterable

from advisor.report.arrival.clients import client_ends
from advisor.report.arrival.elsewhere import elsewhere
from advisor.report.arrival.files import files
from advisor.report.arrival.meant import Meant
from advisor.report.arrival.records import records
from advisor.report.arrival.values import ARRIVED, Arrival, Harm, Item, Thing
from advisor.report.documents.server_report import ServerReport
from advisor.settings.values import CompanySettings

_READ_BY_THUNDERBIRD = frozenset({Item.AUTOCONFIG, Item.WELL_KNOWN, Item.AUTOCONFIG_HTTP, Item.WELL_KNOWN_HTTP})


def arrival(server: ServerReport, settings: CompanySettings, programs: Iterable[str] = ()) -> Arrival:
    """Every thing, what others say, and where programs end; ``programs`` are those that the company named.

    The report must be of the domain of the settings. Raises ``UnsafeSettingsError`` for settings that are never
    exported.
    """
    meant = Meant.of(settings)
    things = (*records(server.report, meant), *files(server.report, meant))
    return Arrival(
        things=things,
        elsewhere=tuple(elsewhere(server.report, meant)),
        clients=client_ends(server, meant, programs),
        harms=tuple(_harms(things, meant)),
    )


def _harms(things: Iterable[Thing], meant: Meant) -> Iterable[Harm]:
    """A file with which programs delete empties the mailbox for a second computer that finds it."""
    if meant.deletes and any(thing.item in _READ_BY_THUNDERBIRD and thing.status in ARRIVED for thing in things):
        yield Harm.EVERYBODY_DELETES
