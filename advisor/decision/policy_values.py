"""The company's policy as a value: what each part of the company does, and what must not be combined.

``company_policy`` of ``mailweiche.recommendation/1``. Codes, names and numbers only. Lists of group names are in the
order of the alphabet, so that the order in which groups were entered changes nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisor.questionnaire.answers import Value
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative, ReadingProtocol


class Together(StrEnum):
    """How the ways of all parts of the company go together; the first that holds.

    ``open``: for some part nothing is advised yet.
    """

    OPEN = "open"
    ALIKE = "alike"
    TWO_PROTOCOLS = "two_protocols"
    BESIDE_NATIVE = "beside_native"
    ONE_PROTOCOL = "one_protocol"


class ConflictCode(StrEnum):
    """Combinations that would hurt and are refused."""

    DELETES_FOR_OTHERS = "deletes_for_others"  # R1, R2: a deleting reader on a mailbox that others read
    TWO_COLLECTORS = "two_collectors"  # R18: two full copies of one mailbox, each thought to be the one


class Instead(StrEnum):
    """What to do in the place of a refused combination."""

    OWN_MAILBOX = "own_mailbox"  # a mailbox of its own, or a forwarded copy
    READ_BY_IMAP = "read_by_imap"  # all readers of the mailbox leave the mail there
    NEVER_DELETE = "never_delete"  # the server offers POP3 only
    ONE_COLLECTOR = "one_collector"


class PolicyNoteCode(StrEnum):
    """What must hold for the ways of the groups to stand beside each other."""

    NOBODY_ELSE_READS = "nobody_else_reads"  # who fetches by POP3 reads alone
    CHECK_OWN_MAILBOX = "check_own_mailbox"  # the company says that people and a program read the same mail
    MIXING_DISCOURAGED = "mixing_discouraged"  # the provider's word; never both protocols on one mailbox


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """One answer of one group that makes a combination hurt; ``code`` is None where it is unknown."""

    group: str
    key: Key
    code: Value | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A refused combination. ``groups``: the first is the one that has to change, the others are those it would hurt.

    ``apart``: the way of the first group as soon as it has a mailbox of its own; None where that changes nothing.
    """

    code: ConflictCode
    groups: tuple[str, ...]
    because: tuple[GroupAnswer, ...]
    instead: Instead
    apart: Alternative | None = None


@dataclass(frozen=True, slots=True)
class PolicyNote:
    """A condition between groups."""

    code: PolicyNoteCode
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyGroup:
    """What one group does. ``alternative`` is None where nothing is advised or neither protocol fits (its advice says
    which); ``alarms`` are those of this way.
    """

    name: str
    mailboxes: int
    alternative: Alternative | None
    keep_days: int | None = None
    alarms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyPolicy:
    """``protocols``: those that the provider must keep on (R4). ``rest_mailboxes``: how many mailboxes belong to no
    group and follow the company's own advice; None where the number of all is unknown.
    """

    together: Together
    protocols: tuple[ReadingProtocol, ...]
    rest_mailboxes: int | None
    groups: tuple[PolicyGroup, ...]
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[PolicyNote, ...] = ()
