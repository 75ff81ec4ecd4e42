"""What a look into one mailbox has shown (``mailweiche.measure/1``): frozen values, no judgement and no wording.

Sizes of messages and folders are bytes, quotas kilobytes of 1024 bytes as servers count them (RFC 9208 section 5.1).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from probes.codes import Protocol


class Trouble(StrEnum):
    """Why one protocol could not be measured, or not in full."""

    NOT_OFFERED = "not_offered"
    NO_SAFE_SERVER = "no_safe_server"
    NOT_CONFIRMED = "not_confirmed"
    ADDRESS_REFUSED = "address_refused"
    NO_CONNECTION = "no_connection"
    CERTIFICATE = "certificate"
    ENCRYPTION = "encryption"
    PREAUTH = "preauth"
    NO_USERNAME = "no_username"
    NO_PASSWORD_LOGIN = "no_password_login"  # noqa: S105 - a code: the server takes no passwords at all
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a code
    APP_PASSWORD = "app_password"  # noqa: S105 - a code: a password made for one program is needed
    SWITCHED_OFF = "switched_off"
    TOO_MANY_CONNECTIONS = "too_many_connections"
    TRY_LATER = "try_later"
    BROKEN_OFF = "broken_off"
    TOO_MUCH = "too_much"
    NOT_TRIED = "not_tried"
    FOLDERS_INCOMPLETE = "folders_incomplete"
    MONTHS_INCOMPLETE = "months_incomplete"


PARTIAL = frozenset({Trouble.FOLDERS_INCOMPLETE, Trouble.MONTHS_INCOMPLETE})
"""Troubles that leave a measurement, only not a whole one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble with one protocol. ``words``: what the server said, cleaned; they never enter the document."""

    protocol: Protocol
    trouble: Trouble
    words: str | None = None

    @property
    def code(self) -> str:
        """The code of the document, such as ``imap_wrong_password``."""
        return f"{self.protocol}_{self.trouble}"


@dataclass(frozen=True, slots=True)
class Quota:
    """How full the mailbox is."""

    used_kb: int
    limit_kb: int


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder. ``special_use``: its attribute of RFC 6154 section 2, such as ``\\Sent``."""

    name: str
    special_use: str | None
    messages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Month:
    """The mail that arrived in one month ("2026-11", UTC) and is still there, whatever is only thrown away left out."""

    month: str
    messages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Rights:
    """What this account may do in a folder of somebody else (RFC 4314 section 2.1)."""

    folder: str
    rights: str


@dataclass(frozen=True, slots=True)
class Namespace:
    """One place for folders (RFC 2342); an empty ``prefix`` is the root."""

    prefix: str
    rights: tuple[Rights, ...] = ()


@dataclass(frozen=True, slots=True)
class Namespaces:
    """One's own folders, those of other people, and those of all."""

    personal: tuple[Namespace, ...] = ()
    other: tuple[Namespace, ...] = ()
    shared: tuple[Namespace, ...] = ()


@dataclass(frozen=True, slots=True)
class ImapMeasurement:
    """The mailbox as IMAP shows it. ``capabilities``: tokens after signing in."""

    quota: Quota | None
    folders: tuple[Folder, ...]
    by_month: tuple[Month, ...]
    namespaces: Namespaces
    capabilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uidl:
    """How many messages have a lasting number of their own (RFC 1939 section 7), and whether no two share one."""

    count: int
    unique: bool


@dataclass(frozen=True, slots=True)
class Pop3Measurement:
    """The inbox as POP3 shows it. ``uidl`` None: the server knows no lasting numbers."""

    messages: int
    bytes: int
    uidl: Uidl | None
    capabilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """One look into one mailbox, whose address is kept as a SHA-256 only. ``at`` is aware."""

    address_sha256: str
    host: str
    at: datetime
    imap: ImapMeasurement | None = None
    pop3: Pop3Measurement | None = None
    problems: tuple[Problem, ...] = ()


VIEWS = frozenset({"\\All", "\\Flagged"})
"""Folders that show mail of other folders once more."""

DISCARDED = frozenset({"\\Trash", "\\Junk", "\\Drafts"})
"""Folders whose mail is not kept."""


def is_foreign(folder: str, namespaces: Namespaces) -> bool:
    """Whether a folder of this name belongs to somebody else or to all."""
    prefixes = (space.prefix for space in (*namespaces.other, *namespaces.shared))
    return folder.startswith(tuple(prefix for prefix in prefixes if prefix))


def own_folders(measured: ImapMeasurement) -> tuple[Folder, ...]:
    """The folders that fill this mailbox, each mail once: others' folders and views of the same mail are left out.

    Where one folder shows all mail (labels instead of folders), it counts with what it does not show.
    """
    own = [folder for folder in measured.folders if not is_foreign(folder.name, measured.namespaces)]
    everything = [folder for folder in own if folder.special_use == "\\All"]
    if everything:
        return (*everything, *(folder for folder in own if folder.special_use in ("\\Trash", "\\Junk")))
    return tuple(folder for folder in own if folder.special_use not in VIEWS)
