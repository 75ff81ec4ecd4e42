"""The policies that Thunderbird reads for a whole computer (``policies.json``).

There is no policy for accounts, so a person's account is spelled in preferences. They are default values under keys of
their own: a Thunderbird that already has an account keeps what it has, and nothing of the two mixes. Only the four
preferences on what stays on the server are locked. The keys name the protocol, so that a later file for the other one
never changes the kind of an account whose mail lies on the computer. Seen in Thunderbird 153: further members beside
``policies`` are ignored; a number 1 becomes a boolean unless the preference is known as a number.
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from advisor.profiles.account import DELETING_FORMS, IMAP_FORMS, POP3_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, deletes_at_once, needed_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Authentication, Security

_SOCKET_TYPES = {Security.TLS: 3, Security.STARTTLS: 2}
_AUTHENTICATION = {
    Authentication.PASSWORD_CLEARTEXT: 3,
    Authentication.PASSWORD_ENCRYPTED: 4,
    Authentication.OAUTH2: 10,
    Authentication.GSSAPI: 5,
    Authentication.NTLM: 6,
    Authentication.CLIENT_CERTIFICATE: 7,
}
_NORMAL_PASSWORD = 3
_LOCAL = "mailweiche_local"
_FEWEST_DAYS = 2  # 1 would become a boolean; as the default of all servers it would bind other accounts too
_DEFAULT_SERVER, _FIRST_SERVER = "default", "server1"
_IN_OWN_FOLDER = "0"

Value = str | int | bool
Preferences = dict[str, Value]


def company_policies(account: Account, said: tuple[str, ...] = ()) -> bytes:
    """The rules of this way of reading for every account that is set up first on a computer."""
    rules: Preferences = {}
    for server in (_DEFAULT_SERVER, _FIRST_SERVER):
        rules |= _leaving(account, server)
    return _file(_safe_search() | _full_copy(account, _DEFAULT_SERVER), rules, said)


def person_policies(account: Account, said: tuple[str, ...] = ()) -> bytes:
    """The account of one person for a Thunderbird that has none yet; it must have a person and both servers."""
    key = f"mailweiche_{account.protocol}"
    preferences = {
        **_safe_search(),
        "mail.accountmanager.accounts": f"{key},{_LOCAL}",
        "mail.accountmanager.defaultaccount": key,
        "mail.accountmanager.localfoldersserver": _LOCAL,
        f"mail.account.{key}.server": key,
        f"mail.account.{key}.identities": key,
        f"mail.account.{_LOCAL}.server": _LOCAL,
        "mail.smtpservers": key,
        "mail.smtp.defaultserver": key,
        **_under(f"mail.server.{_LOCAL}", _local_folders()),
        **_under(f"mail.server.{key}", _incoming(account)),
        **_full_copy(account, key),
        **_under(f"mail.smtpserver.{key}", _outgoing(account)),
        **_under(f"mail.identity.{key}", _identity(account, key)),
    }
    return _file(preferences, _leaving(account, key), said)


def _local_folders() -> Preferences:
    return {"type": "none", "hostname": "Local Folders", "userName": "nobody", "name": "Local Folders"}


def _incoming(account: Account) -> Preferences:
    server, shown = account.incoming, account.address
    if server is None or shown is None:
        raise ValueError("a person's policies need an address and a server for receiving")
    return {
        "type": account.protocol.value,
        "hostname": server.host,
        "port": server.port,
        "socketType": _SOCKET_TYPES[server.security],
        "authMethod": _authentication(server),
        "userName": account.known_username(server),
        "name": shown.ascii,
        "check_new_mail": True,
        "login_at_startup": True,
    }


def _outgoing(account: Account) -> Preferences:
    server = account.outgoing
    if server is None:
        raise ValueError("a person's policies need a server for sending")
    return {
        "type": "smtp",
        "hostname": server.host,
        "port": server.port,
        "try_ssl": _SOCKET_TYPES[server.security],
        "authMethod": _authentication(server),
        "username": account.known_username(server),
        "description": account.organisation,
    }


def _identity(account: Account, smtp: str) -> Preferences:
    """Sent mail, drafts and templates go into the account's own folders, as the account assistant does it."""
    if account.person is None or account.address is None or account.incoming is None:
        raise ValueError("a person's policies need a person and a server for receiving")
    scheme = "imap" if account.form in IMAP_FORMS else "mailbox"
    folders = f"{scheme}://{quote(account.known_username(account.incoming), safe='*')}@{account.incoming.host}"
    return {
        "fullName": plain(account.person.name),
        "useremail": account.address.ascii,
        "smtpServer": smtp,
        "valid": True,
        "fcc_folder": f"{folders}/Sent",
        "fcc_folder_picker_mode": _IN_OWN_FOLDER,
        "draft_folder": f"{folders}/Drafts",
        "drafts_folder_picker_mode": _IN_OWN_FOLDER,
        "stationery_folder": f"{folders}/Templates",
        "tmpl_folder_picker_mode": _IN_OWN_FOLDER,
    }


def _leaving(account: Account, server: str) -> Preferences:
    """The four preferences that are locked. What is deleted in Thunderbird is not deleted on the server as well."""
    if account.form in IMAP_FORMS:
        return {}
    rules: Preferences = {
        "leave_on_server": account.form is not Form.POP3_DELETE,
        "delete_by_age_from_server": account.keep_days is not None,
        "delete_mail_left_on_server": False,
    }
    if account.keep_days is not None:
        rules["num_days_to_leave_on_server"] = max(account.keep_days, _FEWEST_DAYS)
    return _under(f"mail.server.{server}", rules)


def _full_copy(account: Account, server: str) -> Preferences:
    return {f"mail.server.{server}.offline_download": True} if account.form is Form.IMAP_ARCHIVE else {}


def _safe_search() -> Preferences:
    """Thunderbird looks for settings of other accounts over encrypted connections only."""
    return {"mailnews.auto_config.fetchFromISP.sslOnly": True}


def _authentication(server: ServerSettings) -> int:
    known = [number for method, number in _AUTHENTICATION.items() if method in server.authentication]
    return known[0] if known else _NORMAL_PASSWORD


def _under(branch: str, preferences: Preferences) -> Preferences:
    return {f"{branch}.{name}": value for name, value in preferences.items()}


def _file(preferences: Preferences, locked: Preferences, said: tuple[str, ...]) -> bytes:
    entries = {name: {"Value": value, "Status": "default"} for name, value in preferences.items()}
    entries |= {name: {"Value": value, "Status": "locked"} for name, value in locked.items()}
    document = {"read_this_first": said, "policies": {"Preferences": entries}}
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _limits(account: Account) -> Iterable[Cannot]:
    yield Cannot.PER_COMPUTER
    if account.person is not None:
        yield Cannot.ACCOUNT_LIVES_IN_FILE
        if account.keep_days is not None and account.keep_days < _FEWEST_DAYS:
            yield Cannot.ONE_DAY_BECOMES_TWO
        yield from needed_username(account)
        yield from deletes_at_once(account)
        if account.form in POP3_FORMS:
            yield Cannot.LOCKED_POP3
    elif account.form in DELETING_FORMS:
        yield Cannot.RULE_WOULD_DELETE
    elif account.form in POP3_FORMS:
        yield Cannot.RULE_FOR_FIRST_ACCOUNT
    yield from collector_can_delete(account)
    if account.oauth2_only:
        yield Cannot.OAUTH2_KNOWN_SERVERS


def _for_person(job: Job) -> Iterable[Part]:
    yield Part("thunderbird_policies/policies.json", person_policies(job.account, job.said))


def _for_company(job: Job) -> Iterable[Part]:
    yield Part("thunderbird_policies/policies.json", company_policies(job.account, job.said))


FORMAT = Format(
    Target.THUNDERBIRD_POLICIES,
    Group.PROGRAM,
    Text("Thunderbird: Regeln für einen Computer", "Thunderbird: rules for one computer"),
    Text(
        "Gilt für den ganzen Computer, nicht für eine Person. Wer den Computer betreut, legt die Datei in den Ordner "
        "«distribution» im Programmordner von Thunderbird und startet Thunderbird neu.",
        "Holds for the whole computer, not for one person. Whoever looks after the computer puts the file into the "
        "folder “distribution” inside the program folder of Thunderbird and restarts Thunderbird.",
    ),
    _limits,
    person=_for_person,
    company=_for_company,
    programs=frozenset({Program.THUNDERBIRD}),
)
