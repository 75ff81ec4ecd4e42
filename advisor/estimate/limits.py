"""How many connections at once a server is known to allow one user from one internet address.

Defaults that makers and providers publish (as of November 2026); the operator of a server may have set others.
"""

import re
from collections.abc import Iterable

from advisor.estimate.values import Range

PROVIDERS = {"google": 15, "microsoft365": 16, "outlook_com": 16, "yahoo": 5, "aol": 5}
"""By the id in the list of providers. Yahoo's own words: "as few as 5"; AOL runs on the same servers."""

PROGRAMS = {"dovecot": 10, "courier": 4, "exchange": 16}
"""Dovecot: mail_max_userip_connections; Courier: MAXPERIP; Exchange: MaxConnectionsPerUser."""

USUAL = Range(4, 10, 16)
"""From the strictest known default to the most generous of a common server; most servers run Dovecot."""


def known_limit(provider: str | None, words: Iterable[str]) -> int | None:
    """The limit of this provider, else of the program that a server names in its own ``words``; None: not known."""
    if provider in PROVIDERS:
        return PROVIDERS[provider]
    said = {word for text in words for word in re.findall("[a-z]+", text.lower())}
    return next((limit for program, limit in PROGRAMS.items() if program in said), None)
