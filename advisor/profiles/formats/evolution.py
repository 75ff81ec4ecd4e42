"""The three keyfiles that Evolution reads for one account (``~/.config/evolution/sources``).

Read by its own service (``evolution-source-registry`` 3.46): a backslash escapes; a method ``none`` for receiving means
the plain sign-in of the protocol itself, which Evolution's assistant takes for passwords too. It asks for the password
at the first start and keeps it in the keyring.
"""

from collections.abc import Iterable
from uuid import UUID, uuid5

from advisor.profiles.account import IMAP_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, deletes_at_once, unknown_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.sections import sections_file
from advisor.profiles.targets import Target
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Authentication, Security

_NAMESPACE = UUID("a6f0a4a1-4cf4-5b38-8f0a-2b8b4f6f1d53")
_SECURITY = {Security.TLS: "ssl-on-alternate-port", Security.STARTTLS: "starttls-on-standard-port"}
_PASSWORD = {"receiving": "none", "sending": "PLAIN"}
_AUTHENTICATION = {Authentication.PASSWORD_ENCRYPTED: "CRAM-MD5", Authentication.GSSAPI: "GSSAPI"}
_ON_THIS_COMPUTER = "local"

Section = dict[str, str]


def evolution_sources(account: Account, comments: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The files by name. The account must have a person and both servers."""
    uid = f"mailweiche-{_uuid(account)}"
    parts = {
        f"{uid}-account": _account(account, f"{uid}-identity"),
        f"{uid}-identity": _identity(account, f"{uid}-account", f"{uid}-transport"),
        f"{uid}-transport": _transport(account),
    }
    return {f"{name}.source": sections_file(_escaped(part), comments) for name, part in parts.items()}


def _account(account: Account, identity: str) -> dict[str, Section]:
    imap = account.form in IMAP_FORMS
    sections = {
        **_named(account),
        "Mail Account": {"BackendName": "imapx" if imap else "pop", "IdentityUid": identity},
        **_connection(account, account.incoming, "receiving"),
    }
    if imap:
        return sections | {"Offline": {"StaySynchronized": _bool(account.form is Form.IMAP_ARCHIVE)}}
    return sections | {
        "Pop Backend": {
            "KeepOnServer": _bool(account.form is not Form.POP3_DELETE),
            "DeleteAfterDays": str(account.keep_days or 0),
            "DeleteExpunged": _bool(False),
        }
    }


def _identity(account: Account, own: str, transport: str) -> dict[str, Section]:
    if account.person is None or account.address is None:
        raise ValueError("an account for Evolution needs a person")
    store = own if account.form in IMAP_FORMS else _ON_THIS_COMPUTER
    return {
        **_named(account),
        "Mail Identity": {
            "Address": account.address.ascii,
            "Name": plain(account.person.name),
            "Organization": account.organisation,
        },
        "Mail Submission": {
            "TransportUid": transport,
            "UseSentFolder": _bool(True),
            "SentFolder": f"folder://{store}/Sent",
        },
        "Mail Composition": {"DraftsFolder": f"folder://{store}/Drafts"},
    }


def _transport(account: Account) -> dict[str, Section]:
    return {
        **_named(account),
        "Mail Transport": {"BackendName": "smtp"},
        **_connection(account, account.outgoing, "sending"),
    }


def _named(account: Account) -> dict[str, Section]:
    shown = account.address.ascii if account.address else account.domain
    return {"Data Source": {"DisplayName": shown, "Enabled": _bool(True), "Parent": ""}}


def _connection(account: Account, server: ServerSettings | None, purpose: str) -> dict[str, Section]:
    if server is None:
        raise ValueError("an account for Evolution needs both servers")
    known = [name for method, name in _AUTHENTICATION.items() if method in server.authentication]
    by_password = not known or Authentication.PASSWORD_CLEARTEXT in server.authentication
    return {
        "Authentication": {
            "Host": server.host,
            "Port": str(server.port),
            "User": account.username(server) or "",
            "Method": _PASSWORD[purpose] if by_password else known[0],
        },
        "Security": {"Method": _SECURITY[server.security]},
    }


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _escaped(sections: dict[str, Section]) -> dict[str, Section]:
    return {
        name: {key: value.replace("\\", "\\\\") for key, value in section.items()} for name, section in sections.items()
    }


def _uuid(account: Account) -> str:
    address = account.address.ascii.lower() if account.address else account.domain
    return str(uuid5(_NAMESPACE, repr((address, account.form in IMAP_FORMS))))


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    yield from collector_can_delete(account)
    yield from unknown_username(account)


def _write(job: Job) -> Iterable[Part]:
    for name, data in evolution_sources(job.account, job.said).items():
        yield Part(f"evolution/{name}", data)


FORMAT = Format(
    Target.EVOLUTION,
    Group.PROGRAM,
    Text("Evolution (Linux)", "Evolution (Linux)"),
    Text(
        "Beenden Sie Evolution, legen Sie die drei Dateien in den Ordner «.config/evolution/sources» in Ihrem "
        "persönlichen Ordner, und melden Sie sich danach vom Computer ab und wieder an.",
        "Close Evolution, put the three files into the folder “.config/evolution/sources” in your home folder, then "
        "log out of the computer and in again.",
    ),
    _limits,
    person=_write,
)
