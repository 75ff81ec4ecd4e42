"""Bounds of a look into a mailbox; none of them is a server's to choose."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeasureLimits:
    """Times in seconds, sizes in bytes. ``reply``: the longest wait for one line; ``total``: for one protocol.

    The ``command_`` bounds hold for all that answers one command, ``folders`` and ``messages`` for what is looked at.
    """

    connect: float = 8.0
    tls: float = 8.0
    reply: float = 60.0
    total: float = 1800.0
    farewell: float = 1.0
    line_bytes: int = 65_536
    literal_bytes: int = 8_192
    command_lines: int = 500_000
    command_bytes: int = 32 * 1024 * 1024
    whole_bytes: int = 512 * 1024 * 1024
    folders: int = 2_000
    messages: int = 1_000_000
    batch: int = 500
