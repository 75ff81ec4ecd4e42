"""What is meant to be published: from the settings, by the same code that writes the files to publish."""

from dataclasses import dataclass

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account, Form, account_for, username_for
from advisor.profiles.formats import dns, pacc
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.limit_texts.limit_text import NEVER_AS_DAYS
from advisor.profiles.targets import Target
from advisor.settings.addresses import parse_address
from advisor.settings.values import CompanySettings, ServerSettings
from probes.codes import Protocol, UsernameForm

NEUTRAL = "postmaster"
"""For whom sources are asked that answer for one address only."""
WEB_SERVER = "webserver"


@dataclass(frozen=True, slots=True)
class Meant:
    """The settings as programs shall find them."""

    settings: CompanySettings
    account: Account

    @classmethod
    def of(cls, settings: CompanySettings) -> "Meant":
        """Raises ``UnsafeSettingsError`` for settings that are never exported."""
        return cls(settings, account_for(settings, None))

    @property
    def domain(self) -> str:
        """In ASCII."""
        return self.account.domain

    @property
    def reading(self) -> Protocol:
        """By which protocol mail shall be read."""
        return Protocol(self.account.protocol)

    @property
    def servers(self) -> dict[Protocol, ServerSettings]:
        """What a file is to name: the way to read that was decided, and the way to send."""
        found = {self.reading: self.account.incoming, Protocol.SUBMISSION: self.account.outgoing}
        return {protocol: server for protocol, server in found.items() if server is not None}

    @property
    def endpoints(self) -> tuple[str, ...]:
        """The same as host and port."""
        return tuple(server.endpoint for server in self.servers.values())

    @property
    def hosts(self) -> frozenset[str]:
        """Every server of the settings, also those of the way to read that was not decided."""
        known = (self.settings.imap, self.settings.pop3, self.settings.submission)
        return frozenset(server.host for server in known if server is not None)

    @property
    def records(self) -> tuple[dns.ServiceRecord, ...]:
        """The SRV records of the mail services."""
        return dns.service_records(self.account, self.settings)

    @property
    def fetches(self) -> bool:
        """Whether mail is fetched, so that it matters how long it stays on the server."""
        return self.account.form in POP3_FORMS

    @property
    def deletes(self) -> bool:
        """Whether a program that sets itself up this way would take mail off the server."""
        return self.account.form in DELETING_FORMS

    @property
    def leave(self) -> tuple[bool, int | None] | None:
        """Whether fetched mail stays, and for how many days; None where nothing is fetched."""
        if not self.fetches:
            return None
        if self.account.form is Form.POP3_DELETE:
            return False, None
        return True, NEVER_AS_DAYS if self.account.keep_days is None else self.account.keep_days

    def writes(self, target: Target) -> bool:
        """Whether there is such a file for the company, or for each of its people."""
        return not refusals(target, self.account)

    @property
    def pacc_file(self) -> bytes | None:
        """The PACC file byte by byte, or None where there is none."""
        return pacc.configuration(self.account) if pacc.possible(self.account) else None

    def other_username(self, server: ServerSettings, form: UsernameForm | None, template: str | None) -> bool:
        """Whether programs would enter another user name; who answered for one address only has filled it in."""
        if not server.contradicts_username(form, template):
            return False
        if server.username is UsernameForm.OTHER and not server.username_template:
            return False
        address = parse_address(f"{NEUTRAL}@{self.domain}")
        filled_in = username_for(server, address) if address else None
        return form is not UsernameForm.OTHER or template != filled_in
