"""What this installation answers programs that ask for a domain by themselves: the same files as in the export.

There is no staff list here: every address of the domain gets the same answer, whether or not there is such a mailbox.
A file that the export would refuse is not answered either.

Nobody is answered for a way that takes mail off the server: it is meant for exactly one program on one device, and any
second one that asks would get it, too.
"""

from dataclasses import dataclass

from advisor.profiles.account import DELETING_FORMS, Account, account_for
from advisor.profiles.export import said_in_file
from advisor.profiles.formats import pacc
from advisor.profiles.formats.apple import configuration_profile
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.formats.outlook_pox import autodiscover
from advisor.profiles.formats.thunderbird import autoconfig
from advisor.profiles.remarks import Circumstances
from advisor.profiles.targets import Target
from advisor.settings.addresses import Address
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language

NEUTRAL_LOCAL_PART = "postmaster"  # every mail domain has it (RFC 5321 section 4.5.1)
PERSONAL = (Target.OUTLOOK_POX, Target.APPLE)
"""Files that hold the address that was asked for."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers for one domain; None where there is none. ``personal``: which of ``PERSONAL`` are written."""

    settings: CompanySettings
    domain: str
    autoconfig: bytes | None
    pacc: bytes | None
    personal: frozenset[Target]

    def autodiscover(self, address: Address) -> bytes | None:
        """What classic Outlook gets."""
        if Target.OUTLOOK_POX not in self.personal:
            return None
        return autodiscover(self._account(address))

    def configuration_profile(self, address: Address) -> bytes | None:
        """What an Apple device gets; before it installs anything it shows how mail is read, and what to beware of."""
        if Target.APPLE not in self.personal:
            return None
        account, around = self._account(address), Circumstances.of(self.settings)
        cannot = limits(Target.APPLE, account)
        said = (line for language in Language for line in said_in_file(cannot, account, around, language))
        return configuration_profile(account, " ".join(said))

    def _account(self, address: Address) -> Account:
        return account_for(self.settings, asking(address))


def answers(settings: CompanySettings) -> Answers:
    """All answers that need no address, written once; none where programs would delete. Raises ``UnsafeSettingsError``.

    Such settings are not released either; here it holds whatever else may have published them.
    """
    company = account_for(settings, None)
    if deletes(settings):
        return Answers(settings, company.domain, None, None, frozenset())
    neutral = account_for(settings, neutral_person(settings))
    return Answers(
        settings,
        company.domain,
        None if refusals(Target.THUNDERBIRD, company) else autoconfig(company),
        pacc.configuration(company) if pacc.possible(company) else None,
        frozenset(target for target in PERSONAL if not refusals(target, neutral)),
    )


def asking(address: Address) -> Person:
    """Whoever asks: their name is not known, so the address stands in its place."""
    return Person(address.ascii, address.shown)


def deletes(settings: CompanySettings) -> bool:
    """Whether programs that get these settings take mail off the server. Raises ``UnsafeSettingsError``."""
    return account_for(settings, None).form in DELETING_FORMS


def domain_of(settings: CompanySettings) -> str:
    """The ASCII form of the company's domain. Raises ``UnsafeSettingsError``."""
    return account_for(settings, None).domain


def neutral_person(settings: CompanySettings) -> Person:
    """An address that every domain has, to see what any address would get."""
    address = f"{NEUTRAL_LOCAL_PART}@{domain_of(settings)}"
    return asking(Address(address, address))
