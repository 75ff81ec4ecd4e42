"""One mailbox as one reader uses it: the company's settings with the person's own word laid over them, checked.

Settings may come from a file that somebody wrote by hand, so host names and ports are checked here once more before any
profile is written: profile formats are read by programs as they stand.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import idna

from advisor.settings.addresses import Address, parse_address
from advisor.settings.codes import Alternative, ReadingProtocol, Role
from advisor.settings.staff import effective
from advisor.settings.values import CompanySettings, Person, ServerSettings
from advisor.text import Language
from probes.codes import Authentication, Security, UsernameForm

_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_PASSWORDS = frozenset({Authentication.PASSWORD_CLEARTEXT, Authentication.PASSWORD_ENCRYPTED, Authentication.NTLM})

LONGEST_KEPT = (2**31 - 1) // 86_400
"""Days, 68 years. Claws Mail and Akonadi count seconds in 32 bits: with more days they delete everything at once."""


class UnsafeSettingsError(ValueError):
    """Settings that must not become a profile; ``field`` names what is wrong."""

    def __init__(self, field: str, value: object) -> None:
        self.field = field
        self.value = value
        super().__init__(f"{field}: {plain(str(value))[:80]!r} cannot be used in a profile")


class Form(StrEnum):
    """The alternatives as a mail program has to be told: ``pop3_keep`` with and without an end are two things."""

    IMAP = "imap"
    IMAP_ARCHIVE = "imap_archive"
    POP3_KEEP_DAYS = "pop3_keep_days"
    POP3_KEEP_FOREVER = "pop3_keep_forever"
    POP3_DELETE = "pop3_delete"


IMAP_FORMS = frozenset({Form.IMAP, Form.IMAP_ARCHIVE})
POP3_FORMS = frozenset(Form) - IMAP_FORMS
DELETING_FORMS = frozenset({Form.POP3_KEEP_DAYS, Form.POP3_DELETE})
"""The program takes mail off the server without anybody deleting it."""


@dataclass(frozen=True, slots=True)
class Account:
    """What every profile is written from. ``person`` is None for the files that hold for the whole company.

    ``domain`` is that of the address, ``company_domain`` the one whose servers were looked for; both in ASCII.
    ``keep_days`` is set for ``Form.POP3_KEEP_DAYS`` only. A server is None where nothing safe is known.
    """

    organisation: str
    domain: str
    company_domain: str
    person: Person | None
    address: Address | None
    form: Form
    keep_days: int | None
    incoming: ServerSettings | None
    outgoing: ServerSettings | None

    @property
    def servers(self) -> tuple[ServerSettings, ...]:
        """The servers that are known."""
        return tuple(server for server in (self.incoming, self.outgoing) if server is not None)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The reader's language; all of them for the company's files."""
        return (self.person.language,) if self.person else tuple(Language)

    @property
    def foreign(self) -> bool:
        """Whether the address lies outside the domain whose servers were looked for."""
        return self.domain != self.company_domain

    @property
    def collecting(self) -> bool:
        """Whether this is the one collecting computer beside other readers."""
        return self.person is not None and self.person.role is Role.COLLECTOR

    @property
    def for_program(self) -> bool:
        """Whether a program of the company collects this mail, not a person."""
        return self.person is not None and self.person.role is Role.PROGRAM

    @property
    def oauth2_only(self) -> bool:
        """Whether a server takes no password at all."""
        return any(
            Authentication.OAUTH2 in server.authentication and _PASSWORDS.isdisjoint(server.authentication)
            for server in self.servers
        )

    @property
    def protocol(self) -> ReadingProtocol:
        """By which protocol this account reads."""
        return ReadingProtocol.IMAP if self.form in IMAP_FORMS else ReadingProtocol.POP3

    def username(self, server: ServerSettings) -> str | None:
        """What is typed as user name, or None where it is not known or the file holds for everybody."""
        named = plain(self.person.username or "") if self.person else ""
        if named:
            return named
        return username_for(server, self.address) if self.address else None

    def known_username(self, server: ServerSettings) -> str:
        """The user name where a file cannot do without. Raises ``ValueError``: the format's limits come first."""
        known = self.username(server)
        if known is None:
            raise ValueError("this file needs the user name")
        return known


def account_for(settings: CompanySettings, person: Person | None) -> Account:
    """The account of ``person``, or the company's own for None. Raises ``UnsafeSettingsError``, also for a server that
    this account does not use: files for the domain name them all. More than ``LONGEST_KEPT`` days are for ever.
    """
    alternative, keep_days = settings.alternative, settings.keep_days
    if person is not None:
        alternative, keep_days = effective(person, alternative, keep_days)
    if keep_days is not None and keep_days < 1:
        raise UnsafeSettingsError("keep_days", keep_days)
    if keep_days is not None and keep_days > LONGEST_KEPT:
        keep_days = None
    form = _form(alternative, keep_days)
    address = _address(person) if person else None
    company_domain = _ascii_domain(settings.domain)
    imap, pop3 = _checked("imap", settings.imap), _checked("pop3", settings.pop3)
    return Account(
        organisation=plain(settings.organisation) or settings.domain,
        domain=address.domain if address else company_domain,
        company_domain=company_domain,
        person=person,
        address=address,
        form=form,
        keep_days=keep_days if form is Form.POP3_KEEP_DAYS else None,
        incoming=imap if form in IMAP_FORMS else pop3,
        outgoing=_checked("submission", settings.submission),
    )


def plain(text: str) -> str:
    """``text`` on one line without control, bidi, zero-width and other characters that a file format may trip over."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = "".join(" " if letter.isspace() else letter for letter in text if not _is_harmful(letter))
    return " ".join(kept.split())


def _is_harmful(letter: str) -> bool:
    category = unicodedata.category(letter)
    return not letter.isspace() and (category in {"Cc", "Cf", "Cs", "Co", "Cn"})


def _form(alternative: Alternative, keep_days: int | None) -> Form:
    match alternative:
        case Alternative.IMAP:
            return Form.IMAP
        case Alternative.IMAP_ARCHIVE:
            return Form.IMAP_ARCHIVE
        case Alternative.POP3_DELETE:
            return Form.POP3_DELETE
        case Alternative.POP3_KEEP:
            return Form.POP3_KEEP_FOREVER if keep_days is None else Form.POP3_KEEP_DAYS


def _address(person: Person) -> Address:
    address = parse_address(person.address)
    if address is None:
        raise UnsafeSettingsError("address", person.address)
    return address


def _ascii_domain(domain: str) -> str:
    try:
        name = idna.encode(domain.lower(), uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise UnsafeSettingsError("domain", domain) from error
    if not _HOST.fullmatch(name):
        raise UnsafeSettingsError("domain", domain)
    return name


def _checked(field: str, server: ServerSettings | None) -> ServerSettings | None:
    if server is None:
        return None
    if not _HOST.fullmatch(server.host):
        raise UnsafeSettingsError(f"{field}.host", server.host)
    if not 1 <= server.port <= 65535:
        raise UnsafeSettingsError(f"{field}.port", server.port)
    if server.security is Security.NONE:
        raise UnsafeSettingsError(f"{field}.security", server.security)
    return server


def username_for(server: ServerSettings, address: Address) -> str | None:
    """What the person of this address types as user name, or None where the server's template is not known."""
    match server.username:
        case UsernameForm.ADDRESS:
            return address.ascii
        case UsernameForm.LOCAL_PART:
            return address.local_part
        case UsernameForm.OTHER:
            return _from_template(server.username_template or "", address)


def _from_template(template: str, address: Address) -> str | None:
    """The placeholders are those of autoconfig files; a template that holds anything unknown gives no user name."""
    name = (
        template.replace("%EMAILADDRESS%", address.ascii)
        .replace("%EMAILLOCALPART%", address.local_part)
        .replace("%EMAILDOMAIN%", address.domain)
    )
    return plain(name) if name and "%" not in name else None
