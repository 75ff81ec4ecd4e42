"""Whether the company's own server may delete after N days in the place of mail programs that know no such period.

It is offered where it is needed, and only where nobody on the list loses mail that their way of reading keeps: not
beside readers by IMAP, a collector, or anybody who keeps mail on the server for longer or for ever.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from advisor.profiles.account import Account, Form, account_for, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import USUAL, is_for, limits, refusals
from advisor.profiles.server_deletion import ServerDeletion, keeps_longer
from advisor.profiles.targets import Target
from advisor.settings.values import CompanySettings, Person

_NO_PERIOD = frozenset(
    {
        Cannot.NO_DAYS,
        Cannot.PHONE_DAYS,
        Cannot.PHONE_NEVER_DELETES,
        Cannot.NEW_OUTLOOK_POP3,
        Cannot.DAYS_BECOME_NEVER,
    }
)
_FOR_SEVERAL = frozenset({Target.OUTLOOK_STEPS})
"""Papers on programs that their reader may not use."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One row of the list, to be named."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class DeletionOffer:
    """The server could delete after ``days``.

    ``unable``: whose programs do not know the period; ``readers``: everybody whose mail it would delete;
    ``losers``: those among them whose way of reading keeps mail longer. Where there are any, it must not happen.
    """

    days: int
    unable: tuple[Reader, ...]
    readers: tuple[Reader, ...]
    losers: tuple[Reader, ...]


class LosesMailError(ValueError):
    """The server must not delete; ``losers`` would lose mail."""

    def __init__(self, losers: tuple[Reader, ...]) -> None:
        self.losers = losers
        super().__init__(f"{len(losers)} readers would lose mail")


def deletion_offer(
    settings: CompanySettings, people: Sequence[Person], targets: Collection[Target] = ()
) -> DeletionOffer | None:
    """The offer, also where it must not be taken; None where no program needs it or there is no file to switch it on.

    ``targets``: files that are wanted beside the usual ones. Raises ``UnsafeSettingsError``.
    """
    company = account_for(settings, None)
    if company.keep_days is None or refusals(Target.DOVECOT, company):
        return None
    accounts = [account_for(settings, person) for person in people]
    unable = [account for account in accounts if not _knows_the_period(account, (*USUAL, *targets))]
    if not unable:
        return None
    losers = (account for account in accounts if keeps_longer(account, company.keep_days))
    return DeletionOffer(company.keep_days, _readers(unable), _readers(accounts), _readers(losers))


def take(offer: DeletionOffer, on: date) -> ServerDeletion:
    """The confirmation, given ``on`` this day. Raises ``LosesMailError``."""
    if offer.losers:
        raise LosesMailError(offer.losers)
    return ServerDeletion(offer.days, on, mailboxes_of(reader.address for reader in offer.readers))


def mailboxes_of(addresses: Iterable[str]) -> tuple[str, ...]:
    """Each address once, in their order."""
    return tuple(dict.fromkeys(addresses))


def _knows_the_period(account: Account, targets: Iterable[Target]) -> bool:
    if account.form is not Form.POP3_KEEP_DAYS:
        return True
    files = [target for target in targets if target not in _FOR_SEVERAL and is_for(target, account)]
    said = (code for target in files if not refusals(target, account) for code in limits(target, account))
    return _NO_PERIOD.isdisjoint(said)


def _readers(accounts: Iterable[Account]) -> tuple[Reader, ...]:
    return tuple(
        Reader(plain(account.person.name), account.address.shown)
        for account in accounts
        if account.person is not None and account.address is not None
    )
