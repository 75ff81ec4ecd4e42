"""Servers that must not be used silently: a person has to say first that they are their provider's (R7).

Whoever confirms a host vouches for it like somebody who enters it by hand; it then counts as trusted.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from advisor.settings.codes import ReadingProtocol
from advisor.settings.values import CompanySettings, ServerSettings, ServiceSettings
from probes.codes import Trust

_Change = Callable[[ServerSettings], ServerSettings | None]


def to_confirm(servers: Iterable[ServerSettings | None]) -> tuple[ServerSettings, ...]:
    """The servers that still need somebody's word, each host once."""
    hosts = {server.host: server for server in servers if server is not None and server.trust is Trust.NEEDS_CONSENT}
    return tuple(hosts.values())


def needs_word(server: ServerSettings, all_of_them: ServiceSettings) -> bool:
    """Whether somebody is asked about this server; not where another service makes sure whose host it is."""
    others = (all_of_them.imap, all_of_them.pop3, all_of_them.submission)
    known = {other.host for other in others if other is not None and other.trust is not Trust.NEEDS_CONSENT}
    return server.trust is Trust.NEEDS_CONSENT and server.host not in known


def needed(settings: CompanySettings) -> tuple[ServerSettings | None, ServerSettings | None]:
    """The servers that the company's own way to read uses: incoming and outgoing."""
    imap = settings.alternative.protocol is ReadingProtocol.IMAP
    return settings.imap if imap else settings.pop3, settings.submission


def confirm(settings: CompanySettings, hosts: Collection[str]) -> CompanySettings:
    """The settings with the named hosts vouched for, and those that a reliable source names for another service."""
    named = (settings.imap, settings.pop3, settings.submission)
    known = {server.host for server in named if server is not None and server.trust is not Trust.NEEDS_CONSENT}
    return _each(settings, lambda server: _vouched(server) if server.host in {*hosts, *known} else server)


def without_unconfirmed(settings: CompanySettings) -> CompanySettings:
    """The settings without the servers that nobody vouched for."""
    return _each(settings, lambda server: None if server.trust is Trust.NEEDS_CONSENT else server)


def _vouched(server: ServerSettings) -> ServerSettings:
    return replace(server, trust=Trust.TRUSTED) if server.trust is Trust.NEEDS_CONSENT else server


def _each(settings: CompanySettings, change: _Change) -> CompanySettings:
    return replace(
        settings,
        imap=change(settings.imap) if settings.imap else None,
        pop3=change(settings.pop3) if settings.pop3 else None,
        submission=change(settings.submission) if settings.submission else None,
    )
