"""The file for getmail, which fetches by POP3 or IMAP and is the one terminal program that knows days on the server.

getmail 6 checks certificates only where ``ca_certs`` is set, knows no STARTTLS, and silently ignores an option that it
does not know, so ``delete_after`` must be spelt right. It reads values as they stand: no quoting, no interpolation.
"""

from collections.abc import Iterable

from advisor.profiles.account import IMAP_FORMS, Account, Form
from advisor.profiles.cannot import Cannot, deletes_at_once
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.terminal import (
    Place,
    keyring,
    mailbox_name,
    maildir,
    needed,
    part,
    sections,
    sign_in,
    tls_only,
)
from advisor.profiles.targets import Target
from advisor.text import Text

SYSTEM_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
"""Where Debian, Ubuntu and Arch keep them; where the file is missing, getmail stops."""


def getmailrc(account: Account) -> str:
    """The settings for one person. By IMAP it copies all folders and never deletes."""
    server, user = needed(account, account.incoming)
    imap = account.form in IMAP_FORMS
    retriever: dict[str, str | None] = {
        "type": "SimpleIMAPSSLRetriever" if imap else "SimplePOP3SSLRetriever",
        "server": server.host,
        "port": str(server.port),
        "username": user,
        f"#password_command = {keyring(account)!r}": None,
        "ca_certs": SYSTEM_CERTIFICATES,
    }
    if imap:
        retriever["mailboxes"] = "ALL"
    return sections(
        {
            "retriever": retriever,
            "destination": {"type": "Maildir", "path": f"~/Mail/{mailbox_name(account)}/"},
            "options": {
                "read_all": "false",
                "delete": "true" if account.form is Form.POP3_DELETE else "false",
                "delete_after": str(account.keep_days or 0),
            },
        }
    )


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    yield from tls_only(account.incoming)
    yield from sign_in(account, account.incoming)
    if account.form in IMAP_FORMS:
        yield Cannot.COPIES_ONLY


def _write(job: Job) -> Iterable[Part]:
    folders = ("~/.getmail", *maildir(job.account))
    yield part(job, Place("getmailrc", "~/.getmail/getmailrc", "getmail", folders), getmailrc(job.account))


FORMAT = Format(
    Target.GETMAIL,
    Group.TERMINAL,
    Text("getmail", "getmail"),
    Text(
        "Holt Mails in einen Ordner auf dem Computer, mit POP3 auch mit einer Frist auf dem Server. Der Anfang der "
        "Datei sagt, wohin sie gehört.",
        "Fetches mail into a folder on the computer, by POP3 also with a period on the server. The top of the file "
        "says where it belongs.",
    ),
    _limits,
    person=_write,
)
