"""The settings of a company and its staff (``mailweiche.settings/1``), free of any secret."""

from dataclasses import dataclass
from datetime import date, datetime

from advisor.settings.codes import Alternative, Program, Role
from advisor.text import Language
from probes.codes import Authentication, Security, Source, Trust, UsernameForm


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One server as a mail client needs it. ``proven``: our own probe saw it work under a valid certificate.

    ``security`` is never ``none``: clear text is reported but not proposed (RFC 8314).
    """

    host: str
    port: int
    security: Security
    username: UsernameForm
    username_template: str | None
    authentication: tuple[Authentication, ...]
    proven: bool
    checked_at: datetime | None
    source: Source
    trust: Trust

    @property
    def endpoint(self) -> str:
        """Host and port, such as ``mail.example.com:993``."""
        return f"{self.host}:{self.port}"

    def contradicts_username(self, username: UsernameForm | None, template: str | None) -> bool:
        """Whether somebody who names this server and says something of the user name says something else."""
        return username is not None and (username, template) != (self.username, self.username_template)


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """The best claim per service of one domain, whatever the company decides; None where none can be proposed."""

    imap: ServerSettings | None
    pop3: ServerSettings | None
    submission: ServerSettings | None


LONGEST_REASON, LONGEST_DECIDER = 1000, 200
"""Characters of the reason and of the name in a decision."""
LONGEST_KEEP_DAYS = 36_500
"""A century; settings that name more are refused."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided instead of the advice; ``outdated``: answers or server have changed since then."""

    advised: Alternative
    to: Alternative
    reason: str
    by: str
    at: datetime
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class ExcludedWay:
    """A way that rules of the advice take out for the company, with the codes of their sentences."""

    alternative: Alternative
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotedDeletion:
    """The company's own server deletes every mail from the inbox after ``days``, as somebody said on a day."""

    days: int
    confirmed_on: date


@dataclass(frozen=True, slots=True)
class CompanySettings:
    """What one company decided, with the servers to reach it.

    ``provider_notes`` are the codes of what is known about the provider, ``alarms`` those that hold for everybody who
    reads this way, ``full_copy_alarms`` those that hold for a single reader who keeps all mail on a computer although
    the company does not. All are optional and end up as warnings in the profiles. ``decision`` is for whoever hands the
    files out. ``excluded``: ways that no row of the staff list gets by itself; None where no advice has said it.
    ``server_deletes``: what the server is known to delete, whatever anybody gets now.
    """

    organisation: str
    domain: str
    alternative: Alternative
    keep_days: int | None
    imap: ServerSettings | None
    pop3: ServerSettings | None
    submission: ServerSettings | None
    provider_notes: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    full_copy_alarms: tuple[str, ...] = ()
    decision: Decision | None = None
    excluded: tuple[ExcludedWay, ...] | None = None
    server_deletes: NotedDeletion | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the staff list: a mailbox and who reads it how."""

    address: str
    name: str
    username: str | None = None
    role: Role = Role.READER
    alternative: Alternative | None = None
    keep_days: int | None = None
    programs: tuple[Program, ...] = ()
    language: Language = Language.DE
    phone: str | None = None
