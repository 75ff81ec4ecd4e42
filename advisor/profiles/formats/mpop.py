"""The file for mpop, which fetches by POP3 into a Maildir. It knows no days: it deletes at once or never."""

from collections.abc import Iterable

from advisor.profiles.account import Account, Form
from advisor.profiles.cannot import Cannot, deletes_at_once
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.mpop_msmtp import account_block
from advisor.profiles.formats.terminal import Place, mailbox_name, maildir, needed, part, pop3_only, sign_in
from advisor.profiles.targets import Target
from advisor.text import Text


def mpoprc(account: Account) -> str:
    """The settings for one person. Where days were wanted, everything stays on the server."""
    server, user = needed(account, account.incoming)
    own = (
        f"delivery maildir ~/Mail/{mailbox_name(account)}",
        f"keep {'off' if account.form is Form.POP3_DELETE else 'on'}",
        "only_new on",
    )
    return account_block(account, server, user, own)


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    yield from pop3_only(account)
    yield from sign_in(account, account.incoming)
    if account.form is Form.POP3_KEEP_DAYS:
        yield Cannot.DAYS_BECOME_NEVER


def _write(job: Job) -> Iterable[Part]:
    yield part(job, Place("mpoprc", "~/.mpoprc", "mpop", maildir(job.account)), mpoprc(job.account))


FORMAT = Format(
    Target.MPOP,
    Group.TERMINAL,
    Text("mpop", "mpop"),
    Text(
        "Holt Mails mit POP3 in einen Ordner auf dem Computer. Der Anfang der Datei sagt, wohin sie gehört.",
        "Fetches mail by POP3 into a folder on the computer. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
