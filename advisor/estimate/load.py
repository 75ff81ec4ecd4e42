"""Connections at once, the memory that they take, upload hours, and money: one formula each."""

from advisor.estimate.assumptions import ROOM, SEATS
from advisor.estimate.values import bounded, divided

_MBIT_PER_GB = 8_000
_SECONDS_PER_HOUR = 3_600


def connections(readers: float, devices: float, per_program: float) -> float:
    """Connections at once to one mailbox: every device of every reader holds some."""
    return bounded(readers * devices * per_program)


def memory_mb(devices: float, per_program: float, connection_mb: float) -> float:
    """Memory of the server for all held connections."""
    return bounded(devices * per_program * connection_mb)


def room_gb(used_gb: float) -> float:
    """What a mailbox must hold so that today's mail can be brought in."""
    return bounded(used_gb * ROOM)


def upload_hours(gigabytes: float, mbit: float, efficiency: float) -> float:
    """Hours to bring so much mail up a line, of which the upload gets a part."""
    return bounded(divided(gigabytes * _MBIT_PER_GB, mbit * efficiency * _SECONDS_PER_HOUR)) if gigabytes else 0.0


def storage_money(needed_gb: float, included_gb: float, price: float) -> float:
    """Money a year for what does not fit into the space that is included."""
    return bounded(max(0.0, needed_gb - included_gb) * price)


def seat_money(needed_gb: float) -> float:
    """Money a month of one seat where storage comes in steps."""
    return next((price for gigabytes, price in SEATS if needed_gb <= gigabytes), SEATS[-1][1])
