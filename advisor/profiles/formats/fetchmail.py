"""The file for fetchmail, which fetches by POP3 or IMAP and hands mail to the mail server of the computer.

fetchmail refuses a file that others may read. Quoting: double quotes, in which everything unusual is written as a
backslash, x and two hexadecimal digits (fetchmail(1), Run Control Syntax). ``sslproto`` makes TLS a must, with and
without ``ssl``. ``softbounce`` leaves mail on the server that the computer's own mail server refuses; releases after
6.4 delete it unless told so.
"""

from collections.abc import Iterable

from advisor.profiles.account import IMAP_FORMS, Account, Form
from advisor.profiles.cannot import Cannot, deletes_at_once
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.terminal import Place, needed, part, sign_in
from advisor.profiles.targets import Target
from advisor.text import Text
from probes.codes import Security

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._+-")


def fetchmailrc(account: Account) -> str:
    """The settings for one person. A copy stays on the server unless the form is to delete."""
    server, user = needed(account, account.incoming)
    protocol = ("protocol IMAP",) if account.form in IMAP_FORMS else ("protocol POP3", "uidl")
    keeping = "nokeep fetchall" if account.form is Form.POP3_DELETE else "keep"
    return "\n".join(
        (
            "set softbounce",
            f"poll {_quoted(server.host)}",
            *(f"  {option}" for option in protocol),
            f"  service {server.port}",
            f"  user {_quoted(user)}",
            *(("    ssl",) if server.security is Security.TLS else ()),
            '    sslproto "TLS1.2+"',
            "    sslcertck",
            f"    {keeping}",
        )
    )


def _quoted(value: str) -> str:
    written = (chr(byte) if chr(byte) in _PLAIN else f"\\x{byte:02x}" for byte in value.encode())
    return f'"{"".join(written)}"'


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    yield from sign_in(account, account.incoming)
    yield Cannot.NEEDS_LOCAL_DELIVERY
    yield Cannot.NEEDS_COMMON_NAME
    if account.form is Form.IMAP_ARCHIVE or (account.collecting and account.form in IMAP_FORMS):
        yield Cannot.COPY_INCOMPLETE
    elif account.form is Form.IMAP:
        yield Cannot.UNREAD_ONLY
    if account.form is Form.POP3_KEEP_DAYS:
        yield Cannot.DAYS_BECOME_NEVER


def _write(job: Job) -> Iterable[Part]:
    place = Place("fetchmailrc", "~/.fetchmailrc", "fetchmail", keyring=False)
    yield part(job, place, fetchmailrc(job.account))


FORMAT = Format(
    Target.FETCHMAIL,
    Group.TERMINAL,
    Text("fetchmail", "fetchmail"),
    Text(
        "Holt Mails ab und übergibt sie dem Mailserver des Computers. Der Anfang der Datei sagt, wohin sie gehört.",
        "Fetches mail and hands it to the mail server of the computer. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
