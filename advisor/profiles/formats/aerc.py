"""The file for aerc, a mail program in the terminal that reads by IMAP on the server and sends.

Server and user name are one URL, percent-encoded; so nothing in it can end the line or start a comment. The name is an
encoded word (RFC 2047) where it holds more than letters and digits, for the same reason. Up to 0.14 the scheme ``smtp``
is in clear text unless ``smtp-starttls`` is ``yes`` (``true``, as its manual has it, does not count); later versions
demand STARTTLS and warn of that key.
"""

from collections.abc import Iterable
from email.header import Header
from urllib.parse import quote

from advisor.profiles.account import Account, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.neomutt import reads_on_the_server
from advisor.profiles.formats.terminal import (
    Place,
    imap_only,
    keyring_command,
    mailbox_name,
    needed,
    part,
    sections,
    sign_in,
)
from advisor.profiles.targets import Target
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Security

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ")


def accounts_conf(account: Account) -> str:
    """The settings for one person."""
    incoming, reader = needed(account, account.incoming)
    outgoing, sender = needed(account, account.outgoing)
    if account.address is None or account.person is None:
        raise ValueError("a file for a mail program needs a person")
    command = keyring_command(account)
    content: dict[str, str | None] = {
        "source": _url("imap", incoming, reader),
        f"#source-cred-cmd = {command}": None,
        "outgoing": _url("smtp", outgoing, sender),
        f"#outgoing-cred-cmd = {command}": None,
        "from": _verbatim(f"{_display_name(plain(account.person.name))} <{account.address.ascii}>"),
        "copy-to": "Sent",
        "cache-headers": "true",
    }
    if outgoing.security is Security.STARTTLS:
        content["smtp-starttls"] = "yes"
    return sections({mailbox_name(account): content})


def _url(scheme: str, server: ServerSettings, user: str) -> str:
    secure = "s" if server.security is Security.TLS else ""
    return f"{scheme}{secure}://{quote(user, safe='')}@{server.host}:{server.port}"


def _display_name(name: str) -> str:
    return name if _PLAIN.issuperset(name) else Header(name, "utf-8", maxlinelen=0).encode()


def _verbatim(value: str) -> str:
    """Three double quotes keep a number sign in an address from starting a comment."""
    return f'"""{value}"""' if "#" in value else value


def _limits(account: Account) -> Iterable[Cannot]:
    yield from imap_only(account)
    yield from sign_in(account, account.incoming, account.outgoing)
    yield from reads_on_the_server(account)


def _write(job: Job) -> Iterable[Part]:
    yield part(job, Place("accounts.conf", "~/.config/aerc/accounts.conf", "aerc"), accounts_conf(job.account))


FORMAT = Format(
    Target.AERC,
    Group.TERMINAL,
    Text("aerc", "aerc"),
    Text(
        "Mailprogramm im Terminal, liest mit IMAP. Der Anfang der Datei sagt, wohin sie gehört.",
        "A mail program in the terminal that reads by IMAP. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
