"""The account file of Claws Mail (``~/.claws-mail/accountrc``) with one account.

Claws Mail 4.1 takes 0 and 1 for switches (any other letter counts as 1) and reads each line up to its end. It asks for
the password at the first fetch.
"""

from collections.abc import Iterable

from advisor.profiles.account import IMAP_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, deletes_at_once, needed_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.sections import sections_file
from advisor.profiles.targets import Target
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Security

_POP3, _IMAP = "0", "3"
_SECURITY = {Security.TLS: "1", Security.STARTTLS: "2"}
_YES, _NO = "1", "0"


def claws_account(account: Account, comments: tuple[str, ...] = ()) -> bytes:
    """The file for one person, who must have both servers and a user name."""
    if account.incoming is None or account.outgoing is None or account.person is None or account.address is None:
        raise ValueError("an account for Claws Mail needs a person and both servers")
    receiving, sending = (account.known_username(server) for server in (account.incoming, account.outgoing))
    values = {
        "account_name": account.address.ascii,
        "is_default": _YES,
        "name": plain(account.person.name),
        "address": account.address.ascii,
        "organization": account.organisation,
        "smtp_server": account.outgoing.host,
        "set_smtpport": _YES,
        "smtp_port": str(account.outgoing.port),
        "ssl_smtp": _SECURITY[account.outgoing.security],
        "use_smtp_auth": _YES,
        # Empty: the user name and the password for receiving.
        "smtp_user_id": "" if sending == receiving else sending,
        "receive_server": account.incoming.host,
        "user_id": receiving,
        **(_imap(account.incoming) if account.form in IMAP_FORMS else _pop3(account, account.incoming)),
        "ssl_certs_auto_accept": _NO,
    }
    return sections_file({"Account: 1": values}, comments)


def _imap(server: ServerSettings) -> dict[str, str]:
    return {
        "protocol": _IMAP,
        "set_imapport": _YES,
        "imap_port": str(server.port),
        "ssl_imap": _SECURITY[server.security],
    }


def _pop3(account: Account, server: ServerSettings) -> dict[str, str]:
    """Mail is deleted on the server after the given days and hours; both 0: at once."""
    keeps = account.form is Form.POP3_KEEP_FOREVER
    return {
        "protocol": _POP3,
        "set_popport": _YES,
        "pop_port": str(server.port),
        "ssl_pop": _SECURITY[server.security],
        "remove_mail": _NO if keeps else _YES,
        "message_leave_time": str(account.keep_days or 0),
        "message_leave_hour": "0",
    }


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    yield Cannot.REPLACES_ACCOUNTS
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY
    if account.form in IMAP_FORMS:
        yield Cannot.SENT_STAYS_HERE
    yield from collector_can_delete(account)
    yield from needed_username(account)


def _write(job: Job) -> Iterable[Part]:
    yield Part("claws/accountrc", claws_account(job.account, job.said))


FORMAT = Format(
    Target.CLAWS,
    Group.PROGRAM,
    Text("Claws Mail", "Claws Mail"),
    Text(
        "Beenden Sie Claws Mail, und legen Sie die Datei in den Ordner «.claws-mail» in Ihrem persönlichen Ordner. "
        "Nur für ein Claws Mail, das noch kein Konto hat.",
        "Close Claws Mail and put the file into the folder “.claws-mail” in your home folder. Only for a Claws Mail "
        "that has no account yet.",
    ),
    _limits,
    person=_write,
)
