"""The script that sets up one account in KMail: a mailbox in Akonadi, an identity, and the server for sending.

Numbers of ways to sign in are those of KMailTransport. 7 is the plain sign-in of the protocol itself. By IMAP with
STARTTLS it fails: Akonadi 22.12 remembers that the server forbade it before the encryption; 1 (SASL PLAIN) works.
``safety`` and ``useSSL``/``useTLS`` demand encryption: without it Akonadi does not sign in. KMail asks for the password
and keeps it in KWallet.
"""

import hashlib
from collections.abc import Iterable

from advisor.profiles.account import IMAP_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, deletes_at_once, needed_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.kmail_script import Setup, Value, script
from advisor.profiles.targets import Target
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Authentication, Security

_NEVER = -1
_LOGIN, _PLAIN = 7, 1
_SIGN_IN = {Authentication.PASSWORD_ENCRYPTED: 2, Authentication.GSSAPI: 4, Authentication.NTLM: 5}
_SENDING = {None: "PLAIN", 2: "CRAM_MD5", 4: "GSSAPI", 5: "NTLM"}
_IMAP_SIGN_IN = {Security.TLS: _LOGIN, Security.STARTTLS: _PLAIN}
_SAFETY = {Security.TLS: "SSL", Security.STARTTLS: "STARTTLS"}
_ENCRYPTION = {Security.TLS: "SSL", Security.STARTTLS: "TLS"}

SAID: dict[str, Text] = {
    "done": Text(
        "Das Konto ist eingerichtet. Starten Sie KMail; es fragt nach dem Passwort. Bietet KMail einen Assistenten für "
        "ein neues Konto an, brechen Sie ihn ab.",
        "The account is set up. Start KMail; it asks for the password. If KMail offers an assistant for a new account, "
        "cancel it.",
    ),
    "there": Text(
        "Dieses Konto gibt es schon, mit denselben Werten. Es wurde nichts geändert.",
        "This account is there already, with the same values. Nothing was changed.",
    ),
    "there_different": Text(
        "Ein Konto für dieses Postfach gibt es schon, mit anderen Werten. Es wurde nichts geändert. Stellen Sie diese "
        "Werte in KMail nach dem Blatt ein, oder löschen Sie dort das Konto und starten Sie dieses Skript noch einmal:",
        "There is an account for this mailbox already, with other values. Nothing was changed. Set these values in "
        "KMail as the sheet says, or delete the account there and start this script again:",
    ),
    "wanted": Text("in dieser Datei:", "in this file:"),
    "close": Text(
        "KMail oder Kontact läuft noch. Beenden Sie es, und starten Sie dieses Skript noch einmal.",
        "KMail or Kontact is still running. Close it and start this script again.",
    ),
    "no_busctl": Text(
        "Das Programm «busctl» (systemd) fehlt auf diesem Computer. Richten Sie KMail nach dem Blatt ein.",
        "The program “busctl” (systemd) is missing on this computer. Set KMail up with the sheet.",
    ),
    "no_akonadi": Text(
        "Akonadi, das die Konten von KMail führt, antwortet nicht. Starten Sie dieses Skript als Sie selbst in einem "
        "Fenster Ihres Bildschirms, auf dem KMail installiert ist. Es wurde nichts geändert.",
        "Akonadi, which holds the accounts of KMail, does not answer. Start this script as yourself, in a window on "
        "your screen, where KMail is installed. Nothing was changed.",
    ),
    "failed": Text(
        "Akonadi nahm die Werte nicht an. Es wurde kein Konto eingerichtet; richten Sie KMail nach dem Blatt ein.",
        "Akonadi did not take the values. No account was set up; set KMail up with the sheet.",
    ),
}
"""What the script prints, and the comment at its top."""

HOW = Text(
    "Beenden Sie KMail und Kontact. Öffnen Sie ein Terminal in diesem Ordner, und geben Sie ein: sh kmail.sh",
    "Close KMail and Kontact. Open a terminal in this folder and type: sh kmail.sh",
)


def kmail_setup(account: Account) -> Setup:
    """What the script for one person sets up; there must be a person, both servers and their user names."""
    if account.incoming is None or account.outgoing is None or account.person is None or account.address is None:
        raise ValueError("an account for KMail needs a person and both servers")
    transport = _transport(account, account.outgoing)
    number = _number(transport)
    identity = {
        "Email Address": account.address.ascii,
        "Identity": account.address.ascii,
        "Name": plain(account.person.name),
        "Organization": account.organisation,
        "Transport": str(number),
    }
    own = _number(identity)
    imap = account.form in IMAP_FORMS
    server, user, values = (_imap if imap else _pop3)(account, account.incoming)
    linked = (Value("useDefaultIdentity", "b", "false"), Value("accountIdentity", "i", str(own)))
    return Setup(
        kind="akonadi_imap_resource" if imap else "akonadi_pop3_resource",
        interface="org.kde.Akonadi.Imap.Settings" if imap else "org.kde.Akonadi.POP3.Settings",
        name=account.address.ascii,
        server=server,
        user=user,
        values=(*values, user, server),
        links=linked if imap else (),
        transport_number=number,
        transport=transport | {"id": str(number)},
        identity_number=own,
        identity=identity | {"uoid": str(own)},
    )


def _imap(account: Account, server: ServerSettings) -> tuple[Value, Value, tuple[Value, ...]]:
    return (
        Value("imapServer", "s", server.host),
        Value("userName", "s", account.known_username(server)),
        (
            Value("disconnectedModeEnabled", "b", _bool(account.form is Form.IMAP_ARCHIVE)),
            Value("imapPort", "i", str(server.port)),
            Value("safety", "s", _SAFETY[server.security]),
            Value("authentication", "i", str(_sign_in(server) or _IMAP_SIGN_IN[server.security])),
        ),
    )


def _pop3(account: Account, server: ServerSettings) -> tuple[Value, Value, tuple[Value, ...]]:
    """What is deleted comes first: the account must never be there with a server and another rule."""
    return (
        Value("host", "s", server.host),
        Value("login", "s", account.known_username(server)),
        (
            Value("leaveOnServer", "b", _bool(account.form is not Form.POP3_DELETE)),
            Value("leaveOnServerDays", "i", str(account.keep_days or _NEVER)),
            Value("leaveOnServerCount", "i", str(_NEVER)),
            Value("leaveOnServerSize", "i", str(_NEVER)),
            Value("port", "u", str(server.port)),
            Value("useSSL", "b", _bool(server.security is Security.TLS)),
            Value("useTLS", "b", _bool(server.security is Security.STARTTLS)),
            Value("authenticationMethod", "i", str(_sign_in(server) or _LOGIN)),
            Value("intervalCheckEnabled", "b", _bool(True)),
        ),
    )


def _transport(account: Account, server: ServerSettings) -> dict[str, str]:
    return {
        "auth": _bool(True),
        "authtype": _SENDING[_sign_in(server)],
        "encryption": _ENCRYPTION[server.security],
        "host": server.host,
        "identifier": "SMTP",
        "name": server.host,
        "port": str(server.port),
        "user": account.known_username(server),
    }


def _sign_in(server: ServerSettings) -> int | None:
    """The number of what the server wants instead of the plain password inside the encryption."""
    known = [number for method, number in _SIGN_IN.items() if method in server.authentication]
    return known[0] if known and Authentication.PASSWORD_CLEARTEXT not in server.authentication else None


def _number(values: dict[str, str]) -> int:
    """A number that stays the same for the same values and is no other's; KDE draws its own from 31 bits too."""
    digest = hashlib.sha256(repr(sorted(values.items())).encode("utf-8")).digest()
    return int.from_bytes(digest[:4], "big") % (2**31 - 1) + 1


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _limits(account: Account) -> Iterable[Cannot]:
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    if account.form in IMAP_FORMS:
        yield Cannot.SENT_STAYS_HERE
        yield Cannot.TRASH_STAYS_HERE
    yield from deletes_at_once(account)
    yield from collector_can_delete(account)
    yield from needed_username(account)


def _write(job: Job) -> Iterable[Part]:
    said = {name: text.into(job.language) for name, text in SAID.items()}
    comments = (HOW.into(job.language), "", *job.said)
    yield Part("kmail/kmail.sh", script(kmail_setup(job.account), said, comments))


FORMAT = Format(
    Target.KMAIL,
    Group.PROGRAM,
    Text("KMail (KDE)", "KMail (KDE)"),
    Text(
        "Ein kleines Skript, das KMail ein Konto hinzufügt und keines verändert. Beenden Sie KMail und Kontact, öffnen "
        "Sie ein Terminal in diesem Ordner, und geben Sie «sh kmail.sh» ein.",
        "A small script that adds an account to KMail and changes none. Close KMail and Kontact, open a terminal in "
        "this folder and type “sh kmail.sh”.",
    ),
    _limits,
    person=_write,
)
