"""How somebody reads mail, in a few words for a table."""

from advisor.profiles.account import Account, Form
from advisor.web.i18n import gettext, ngettext


def way_words(account: Account) -> str:
    """Where the mail stays; the technical word stands in brackets."""
    words = {
        Form.IMAP: gettext("stays on the server (IMAP)"),
        Form.IMAP_ARCHIVE: gettext("stays on the server, and a computer holds a copy (IMAP)"),
        Form.POP3_KEEP_DAYS: ngettext(
            "is fetched and deleted on the server after %(num)s day (POP3)",
            "is fetched and deleted on the server after %(num)s days (POP3)",
            account.keep_days or 0,
        ),
        Form.POP3_KEEP_FOREVER: gettext("is fetched and stays on the server (POP3)"),
        Form.POP3_DELETE: gettext("is fetched and deleted on the server at once (POP3)"),
    }
    return str(words[account.form])


def servers_words(account: Account) -> str:
    """The servers of a mailbox, to be compared with others."""
    servers = ", ".join(f"{server.host}:{server.port}" for server in account.servers)
    names = {account.username(server) for server in account.servers} - {None}
    return f"{servers} ({', '.join(sorted(str(name) for name in names))})" if names else servers
