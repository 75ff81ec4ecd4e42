"""What a mail program would end up with for one domain if it were left to set itself up. Codes only, no wording."""

from dataclasses import dataclass
from enum import StrEnum

from probes.codes import Authentication, Protocol, Security, Source, UsernameForm


class Client(StrEnum):
    """The programs whose way to find settings is followed."""

    THUNDERBIRD_DESKTOP = "thunderbird_desktop"
    THUNDERBIRD_ANDROID = "thunderbird_android"
    OUTLOOK_CLASSIC = "outlook_classic"
    OUTLOOK_NEW = "outlook_new"
    APPLE_MAIL = "apple_mail"
    EVOLUTION = "evolution"
    KMAIL = "kmail"
    FAIREMAIL = "fairemail"


class ClientNote(StrEnum):
    """What to know about a program's result.

    ``other_words``: a file is not written in the words of its format, and the program passes over that.
    ``unverified_knowledge``: we could not read how it really decides.
    """

    PICKS_POP3_FIRST = "picks_pop3_first"
    UNENCRYPTED = "unencrypted"
    WRONG_NAME = "wrong_name"
    OTHER_USERNAME = "other_username"
    DIFFERS_FROM_OURS = "differs_from_ours"
    NOT_PROVEN = "not_proven"
    NEEDS_APPROVAL = "needs_approval"
    NO_OUTGOING = "no_outgoing"
    KNOWS_PROVIDER = "knows_provider"
    EXCHANGE = "exchange"
    TRIES_MORE_NAMES = "tries_more_names"
    OTHER_WORDS = "other_words"
    UNVERIFIED_KNOWLEDGE = "unverified_knowledge"


@dataclass(frozen=True, slots=True)
class ClientServer:
    """One server as the program would enter it; ``username`` None: the program decides, mostly the whole address."""

    protocol: Protocol
    host: str
    port: int
    security: Security
    username: UsernameForm | None = None
    username_template: str | None = None
    authentication: tuple[Authentication, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """Where the program would receive and send; it may find only the first."""

    incoming: ClientServer
    submission: ClientServer | None = None

    @property
    def servers(self) -> tuple[ClientServer, ...]:
        """The servers that it would enter."""
        return (self.incoming,) if self.submission is None else (self.incoming, self.submission)


@dataclass(frozen=True, slots=True)
class ClientOutcome:
    """``reads``: the source that it takes its settings from, ``guess`` being its own trying of usual names.

    ``settings`` None: nothing is found that it could use, a person types them in by hand.
    """

    client: Client
    reads: Source | None
    settings: ClientSettings | None
    notes: tuple[ClientNote, ...] = ()
