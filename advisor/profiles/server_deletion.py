"""What somebody confirmed: the company's own mail server deletes mail where mail programs cannot; and who loses by it.

The confirmation is an input of an export like the settings: the same one gives the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from advisor.profiles.account import Account, Form, account_for
from advisor.settings.values import CompanySettings, Person


@dataclass(frozen=True, slots=True)
class ServerDeletion:
    """Every inbox of the server loses its mail after ``days``; confirmed ``on`` this day for these ``mailboxes``."""

    days: int
    on: date
    mailboxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StillDeletes:
    """A deletion that was noted before, and the addresses of those who get settings now and would lose mail by it."""

    days: int
    confirmed_on: date
    would_lose: tuple[str, ...]


def still_deletes(settings: CompanySettings, people: Iterable[Person]) -> StillDeletes | None:
    """What is noted, for these people; None where nothing is. Raises ``UnsafeSettingsError``."""
    noted = settings.server_deletes
    if noted is None:
        return None
    losing = would_lose((account_for(settings, person) for person in people), noted.days)
    return StillDeletes(noted.days, noted.confirmed_on, losing)


def would_lose(accounts: Iterable[Account], days: int) -> tuple[str, ...]:
    """The addresses of those who lose mail where the server deletes after ``days``, each once."""
    losing = (account.address.shown for account in accounts if account.address and keeps_longer(account, days))
    return tuple(dict.fromkeys(losing))


def keeps_longer(account: Account, days: int) -> bool:
    """Whether this way of reading counts on mail that a server which deletes after ``days`` no longer has."""
    if account.form is Form.POP3_KEEP_DAYS:
        return account.keep_days is None or account.keep_days > days
    return account.form is not Form.POP3_DELETE
