"""The file for offlineimap (offlineimap3), which keeps an IMAP mailbox and a Maildir on the computer the same.

It checks certificates only where ``sslcacertfile`` is set, and goes on in clear text where a server offers no STARTTLS,
so it gets no STARTTLS. A per cent sign is doubled (configparser, BasicInterpolation).
"""

from collections.abc import Iterable

from advisor.profiles.account import IMAP_FORMS, Account
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.terminal import (
    Place,
    imap_only,
    keyring,
    mailbox_name,
    needed,
    part,
    sections,
    sign_in,
    tls_only,
)
from advisor.profiles.targets import Target
from advisor.text import Text


def offlineimaprc(account: Account) -> str:
    """The settings for one person. For the collecting computer the server is read-only."""
    server, user = needed(account, account.incoming)
    name = mailbox_name(account)
    command = f"__import__('subprocess').check_output({list(keyring(account))!r}, text=True)"
    remote: dict[str, str | None] = {
        "type": "IMAP",
        "remotehost": server.host,
        "remoteport": str(server.port),
        "ssl": "yes",
        "sslcacertfile": "OS-DEFAULT",
        "remoteuser": user.replace("%", "%%"),
        f"#remotepasseval = {command}": None,
        "readonly": "True" if account.collecting else "False",
    }
    return sections(
        {
            "general": {"accounts": name},
            f"Account {name}": {"localrepository": f"{name}-here", "remoterepository": f"{name}-server"},
            f"Repository {name}-here": {"type": "Maildir", "localfolders": f"~/Mail/{name}"},
            f"Repository {name}-server": remote,
        }
    )


def _limits(account: Account) -> Iterable[Cannot]:
    yield from imap_only(account)
    yield from tls_only(account.incoming)
    yield from sign_in(account, account.incoming)
    if account.form in IMAP_FORMS:
        yield Cannot.NEEDS_COMMON_NAME


def _write(job: Job) -> Iterable[Part]:
    name = mailbox_name(job.account)
    place = Place("offlineimaprc", "~/.offlineimaprc", "offlineimap -o", folders=(f"~/Mail/{name}",))
    yield part(job, place, offlineimaprc(job.account))


FORMAT = Format(
    Target.OFFLINEIMAP,
    Group.TERMINAL,
    Text("offlineimap", "offlineimap"),
    Text(
        "Hält ein IMAP-Postfach und einen Ordner auf dem Computer gleich. Der Anfang der Datei sagt, wohin sie gehört.",
        "Keeps an IMAP mailbox and a folder on the computer the same. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
