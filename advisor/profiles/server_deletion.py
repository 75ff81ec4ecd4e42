"""What somebody confirmed: the company's own mail server deletes mail where mail programs cannot.

The confirmation is an input of an export like the settings: the same one gives the same bytes.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ServerDeletion:
    """Every inbox of the server loses its mail after ``days``; confirmed ``on`` this day for these ``mailboxes``."""

    days: int
    on: date
    mailboxes: tuple[str, ...]
