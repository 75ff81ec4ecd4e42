"""What all kinds of files have in common: each is one ``Format``, in a module of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot
from advisor.profiles.remarks import Circumstances
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import CompanySettings
from advisor.text import Language, Text

Sign = Callable[[bytes], bytes]


class Group(StrEnum):
    """For whom a kind of file is: everybody, users of certain programs, people at a terminal, who runs the domain."""

    EVERYBODY = "everybody"
    PROGRAM = "program"
    TERMINAL = "terminal"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Job:
    """What one account's files are written from.

    ``said`` is what each file must carry where it has room for words: how mail is read, what to beware of, what the
    format cannot express, in all ``languages`` of the readers. ``sign`` puts a finished profile inside a signature.
    ``page`` is the address of the person's own page, where there is one.
    """

    settings: CompanySettings
    account: Account
    around: Circumstances
    languages: tuple[Language, ...]
    said: tuple[str, ...]
    sign: Sign | None = None
    page: str | None = None

    @property
    def language(self) -> Language:
        """The first language of the readers."""
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Part:
    """One file; ``name`` is its path below the folder of the person or of the company."""

    name: str
    data: bytes


Writer = Callable[[Job], Iterable[Part]]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: ``use`` says what to do with it, ``limits`` what it cannot express for an account.

    ``programs``: those of the questionnaire that it sets up, for ``Group.PROGRAM``; none where it has no such name.

    ``person`` and ``company`` write it; None where there is none for a single person or for the whole company. They are
    called only where no limit refuses the file. ``always``: it is written whatever the limits are, because people can
    ask. ``confirmed_use`` stands in the place of ``use`` where somebody confirmed that the server deletes.
    """

    target: Target
    group: Group
    name: Text
    use: Text
    limits: Callable[[Account], Iterable[Cannot]]
    person: Writer | None = None
    company: Writer | None = None
    programs: frozenset[Program] = frozenset()
    always: bool = False
    confirmed_use: Text | None = None
