"""The file for mbsync (isync), which keeps an IMAP mailbox and a Maildir on the computer the same.

A section ends at an empty line. ``SSLType`` is the name up to isync 1.4; 1.5 calls it ``TLSType`` and still takes the
old name. Quoting: double quotes, in which backslash and double quote are escaped (mbsync(1), Configuration).
"""

from collections.abc import Iterable

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.terminal import (
    Place,
    imap_only,
    keyring_command,
    mailbox_name,
    needed,
    part,
    sign_in,
)
from advisor.profiles.targets import Target
from advisor.text import Text
from probes.codes import Security

_SSL_TYPES = {Security.TLS: "IMAPS", Security.STARTTLS: "STARTTLS"}
_SAME_ON_BOTH_SIDES = ("Create Both", "Expunge Both", "Remove None", "Sync All")
_NEVER_TOUCH_THE_SERVER = ("Create Near", "Expunge None", "Remove None", "Sync PullNew")


def mbsyncrc(account: Account) -> str:
    """The settings for one person. The collecting computer only ever pulls new mail."""
    server, user = needed(account, account.incoming)
    name = mailbox_name(account)
    return _sections(
        (
            f"IMAPAccount {name}",
            f"Host {server.host}",
            f"Port {server.port}",
            f"User {_quoted(user)}",
            f'#PassCmd "{keyring_command(account)}"',
            f"SSLType {_SSL_TYPES[server.security]}",
        ),
        (f"IMAPStore {name}-server", f"Account {name}"),
        (
            f"MaildirStore {name}-here",
            f"Path ~/Mail/{name}/",
            f"Inbox ~/Mail/{name}/INBOX",
            "SubFolders Verbatim",
        ),
        (
            f"Channel {name}",
            f"Far :{name}-server:",
            f"Near :{name}-here:",
            "Patterns *",
            *(_NEVER_TOUCH_THE_SERVER if account.collecting else _SAME_ON_BOTH_SIDES),
            "SyncState *",
        ),
    )


def _sections(*sections: Iterable[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in sections)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _limits(account: Account) -> Iterable[Cannot]:
    yield from imap_only(account)
    yield from sign_in(account, account.incoming)


def _write(job: Job) -> Iterable[Part]:
    name = mailbox_name(job.account)
    place = Place("mbsyncrc", "~/.mbsyncrc", f"mbsync {name}", folders=(f"~/Mail/{name}",))
    yield part(job, place, mbsyncrc(job.account))


FORMAT = Format(
    Target.MBSYNC,
    Group.TERMINAL,
    Text("mbsync (isync)", "mbsync (isync)"),
    Text(
        "Hält ein IMAP-Postfach und einen Ordner auf dem Computer gleich. Der Anfang der Datei sagt, wohin sie gehört.",
        "Keeps an IMAP mailbox and a folder on the computer the same. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
