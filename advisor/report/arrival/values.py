"""What came of publishing: each thing that the export tells to publish, held against what the server check read. Codes
only, no wording.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor.settings.clients.values import Client, ClientNote, ClientServer
from probes.codes import Protocol, Reason, Source


class Item(StrEnum):
    """The things that can be published, in the order in which they are shown."""

    SRV_IMAPS = "srv_imaps"
    SRV_IMAP = "srv_imap"
    SRV_POP3S = "srv_pop3s"
    SRV_POP3 = "srv_pop3"
    SRV_SUBMISSIONS = "srv_submissions"
    SRV_SUBMISSION = "srv_submission"
    SRV_ORDER = "srv_order"
    AUTOCONFIG = "autoconfig"
    WELL_KNOWN = "well_known"
    AUTOCONFIG_HTTP = "autoconfig_http"
    WELL_KNOWN_HTTP = "well_known_http"
    PACC_FILE = "pacc_file"
    PACC_DIGEST = "pacc_digest"
    AUTODISCOVER = "autodiscover"
    AUTODISCOVER_SRV = "autodiscover_srv"


class Status(StrEnum):
    """How one thing stands. ``leftover``: it names a server that is none of those meant, as a rule an old one.

    ``partly``: it says the same, but not every program will take it. ``not_needed``: it is not there and need not be.
    """

    SAME = "same"
    PARTLY = "partly"
    OTHER = "other"
    LEFTOVER = "leftover"
    MISSING = "missing"
    NOT_ASKED = "not_asked"
    NOT_NEEDED = "not_needed"


WRONG = frozenset({Status.PARTLY, Status.OTHER, Status.LEFTOVER})
"""It is there, but not as it is meant."""
ARRIVED = WRONG | {Status.SAME}


class Why(StrEnum):
    """Why something does not arrive, not everywhere, was not asked for, or is not needed."""

    NO_RECORD = "no_record"
    UNUSABLE = "unusable"
    NO_NAME = "no_name"
    NO_ANSWER = "no_answer"
    CERTIFICATE = "certificate"
    ENCRYPTION = "encryption"
    NO_FILE = "no_file"
    LOGIN = "login"
    WEB_ERROR = "web_error"
    HTML = "html"
    NOT_READABLE = "not_readable"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    WRONG_CONTENT_TYPE = "wrong_content_type"
    OVER_HTTP = "over_http"
    OLDER_PLACE = "older_place"
    DNS_SILENT = "dns_silent"
    NOT_REACHED = "not_reached"
    OTHER_PLACE = "other_place"
    OPEN_PLACE = "open_place"
    ADVISED_AGAINST = "advised_against"
    WAITS_FOR_FILE = "waits_for_file"
    WAITS_FOR_RECORDS = "waits_for_records"


class Differs(StrEnum):
    """In what something that arrived is not as it is meant."""

    HOST = "host"
    PORT = "port"
    SECURITY = "security"
    USERNAME = "username"
    NOT_NAMED = "not_named"
    OTHER_FIRST = "other_first"
    STILL_OFFERED = "still_offered"
    SAID_OFF = "said_off"
    ORDER = "order"
    NO_ORDER = "no_order"
    DELETES = "deletes"
    LEAVES = "leaves"
    OTHER_DAYS = "other_days"
    DAYS_NOT_SAID = "days_not_said"
    OTHER_DOMAIN = "other_domain"
    DIGEST = "digest"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Difference:
    """``found`` and ``meant`` are values as they stand in a record or file: a server, a port, a code, days."""

    what: Differs
    protocol: Protocol | None = None
    found: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing and how it stands. ``place``: its name in the zone, or its address in the web.

    ``lines``: the records as the export writes them. ``meant``: servers that it is to name, as host and port; empty for
    a record that says "not offered" and for everything that names none. ``reason`` and ``code``: what our own attempt
    ended with, and what the web server answered. ``as_exported``: whether a file is ours byte by byte, None where that
    is not known. ``wanted``: whether there should be anything at this place at all.
    """

    item: Item
    place: str
    status: Status
    why: Why | None = None
    differences: tuple[Difference, ...] = ()
    lines: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    reason: Reason | None = None
    code: str | None = None
    as_exported: bool | None = None
    wanted: bool = True


class Harm(StrEnum):
    """What is dangerous although it arrives as it is meant."""

    EVERYBODY_DELETES = "everybody_deletes"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a source that the company does not publish says: all ``hosts``, and those of them that are not meant.

    ``exchange``: it says that this is Microsoft Exchange.
    """

    source: Source
    hosts: tuple[str, ...]
    foreign: tuple[str, ...]
    exchange: bool = False


class End(StrEnum):
    """Where a program ends if it is left to set itself up. ``half``: reading as meant, sending by hand."""

    MEANT = "meant"
    HALF = "half"
    OTHERS = "others"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class ClientEnd:
    """One program; ``period_untold``: it fetches, and nothing that it reads says how long mail stays on the server.

    ``named``: the company said that it uses it. ``enters`` is empty where a person types all in.
    """

    client: Client
    end: End
    reads: Source | None
    enters: tuple[ClientServer, ...]
    differences: tuple[Difference, ...] = ()
    notes: tuple[ClientNote, ...] = ()
    period_untold: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """Everything of one domain at one check."""

    things: tuple[Thing, ...]
    elsewhere: tuple[Elsewhere, ...]
    clients: tuple[ClientEnd, ...]
    harms: tuple[Harm, ...] = ()

    def count(self, *statuses: Status) -> int:
        """How many things stand so."""
        return sum(thing.status in statuses for thing in self.things)
