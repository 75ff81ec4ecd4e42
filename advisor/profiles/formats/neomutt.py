"""The file for NeoMutt, a mail program in the terminal that reads by IMAP on the server and sends.

Quoting: single quotes, in which nothing is special; a single quote itself is written outside of them, escaped. Double
quotes would run what stands between backticks.
"""

from collections.abc import Iterable
from urllib.parse import quote

from advisor.profiles.account import POP3_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.terminal import Place, imap_only, keyring_command, needed, part, sign_in
from advisor.profiles.targets import Target
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Security


def neomuttrc(account: Account) -> str:
    """The settings for one person."""
    incoming, reader = needed(account, account.incoming)
    outgoing, sender = needed(account, account.outgoing)
    if account.address is None or account.person is None:
        raise ValueError("a file for a mail program needs a person")
    command = keyring_command(account)
    values = {
        "config_charset": "utf-8",
        "real_name": plain(account.person.name),
        "from": account.address.ascii,
        "imap_user": reader,
        "folder": _url("imap", incoming),
        "spool_file": "+INBOX",
        "record": "+Sent",
        "postponed": "+Drafts",
        "smtp_url": _url("smtp", outgoing, sender),
    }
    switches = ("ssl_force_tls", "ssl_starttls", "ssl_verify_dates", "ssl_verify_host")
    lines = (
        *(f"set {name} = {_quoted(value)}" for name, value in values.items()),
        *(f"set {name} = yes" for name in switches),
        *(f'#set {name} = "`{command}`"' for name in ("imap_pass", "smtp_pass")),
    )
    return "\n".join(lines)


def _url(scheme: str, server: ServerSettings, user: str = "") -> str:
    secure = "s" if server.security is Security.TLS else ""
    who = f"{quote(user, safe='')}@" if user else ""
    return f"{scheme}{secure}://{who}{server.host}:{server.port}/"


def _quoted(value: str) -> str:
    escaped = value.replace("'", r"'\''")
    return f"'{escaped}'"


def _limits(account: Account) -> Iterable[Cannot]:
    yield from imap_only(account)
    yield from sign_in(account, account.incoming, account.outgoing)
    yield from reads_on_the_server(account)


def reads_on_the_server(account: Account) -> Iterable[Cannot]:
    """For mail programs that read by IMAP and hold no copy of their own."""
    if account.form in POP3_FORMS:
        return
    if account.collecting:
        yield Cannot.COLLECTOR_NEEDS_COPIER
    elif account.form is Form.IMAP_ARCHIVE:
        yield Cannot.ONLINE_ONLY


def _write(job: Job) -> Iterable[Part]:
    yield part(job, Place("neomuttrc", "~/.config/neomutt/neomuttrc", "neomutt"), neomuttrc(job.account))


FORMAT = Format(
    Target.NEOMUTT,
    Group.TERMINAL,
    Text("NeoMutt", "NeoMutt"),
    Text(
        "Mailprogramm im Terminal, liest mit IMAP. Der Anfang der Datei sagt, wohin sie gehört.",
        "A mail program in the terminal that reads by IMAP. The top of the file says where it belongs.",
    ),
    _limits,
    person=_write,
)
