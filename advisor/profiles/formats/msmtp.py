"""The file for msmtp, which sends mail for other programs, whichever way mail is read.

``from`` is a pattern and has substitutions (msmtp(1)), and nothing escapes them.
"""

from collections.abc import Iterable

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.mpop_msmtp import account_block, quoted
from advisor.profiles.formats.terminal import Place, needed, part, sign_in
from advisor.profiles.targets import Target
from advisor.text import Text

_PATTERN = frozenset("?*[%")


def msmtprc(account: Account) -> str:
    """The settings for one person."""
    server, user = needed(account, account.outgoing)
    if account.address is None:
        raise ValueError("a file for sending needs an address")
    return account_block(account, server, user, (f"from {quoted(account.address.ascii)}",))


def _limits(account: Account) -> Iterable[Cannot]:
    yield from sign_in(account, account.outgoing)
    if account.address is not None and not _PATTERN.isdisjoint(account.address.ascii):
        yield Cannot.SENDER_IS_PATTERN


def _write(job: Job) -> Iterable[Part]:
    place = Place("msmtprc", "~/.msmtprc", "msmtp RECIPIENT < MAIL")
    yield part(job, place, msmtprc(job.account))


FORMAT = Format(
    Target.MSMTP,
    Group.TERMINAL,
    Text("msmtp", "msmtp"),
    Text(
        "Sendet Mails für andere Programme. Der Anfang der Datei sagt, wohin sie gehört.",
        "Sends mail for other programs. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
