"""How mpop and msmtp write settings: they come from one hand and share their syntax.

An argument stands between the first and the last double quote of its line; nothing in between is special (msmtp(1),
Configuration files).
"""

from collections.abc import Iterable

from advisor.profiles.account import Account
from advisor.profiles.formats.terminal import keyring_command, mailbox_name
from advisor.settings.values import ServerSettings
from probes.codes import Security


def account_block(account: Account, server: ServerSettings, user: str, own: Iterable[str]) -> str:
    """One account with certificates checked, made the default; ``own`` are the lines of the one program."""
    name = mailbox_name(account)
    lines = (
        f"account {name}",
        f"host {server.host}",
        f"port {server.port}",
        "tls on",
        f"tls_starttls {'on' if server.security is Security.STARTTLS else 'off'}",
        "tls_certcheck on",
        "auth on",
        f"user {quoted(user)}",
        f"#passwordeval {keyring_command(account)}",
        *own,
        "",
        f"account default : {name}",
    )
    return "\n".join(lines)


def quoted(value: str) -> str:
    """The argument of one line; ``value`` must be on one line."""
    return f'"{value}"'
