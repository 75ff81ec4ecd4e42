"""The configuration profile for iPhone, iPad and Mac (payload ``com.apple.mail.managed``).

One file per person. Its identifiers are made from address, role and protocol and from nothing that somebody may correct
later (names, user name, server), so that a second install updates the first; a change of the protocol installs beside
it, because a POP3 account that is replaced takes the only copy of its mail along. It never holds a password: the device
asks once. ``ConsentText`` is what the device shows before it installs anything.
"""

import plistlib
from collections.abc import Iterable
from uuid import UUID, uuid5

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, unknown_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Language, Text
from probes.codes import Authentication, Security

_NAMESPACE = UUID("6f1de9b2-0c3a-5d0e-9a57-7c1f0b8f4d21")
_AUTHENTICATION = {
    Authentication.PASSWORD_CLEARTEXT: "EmailAuthPassword",
    Authentication.PASSWORD_ENCRYPTED: "EmailAuthCRAMMD5",
    Authentication.NTLM: "EmailAuthNTLM",
}
_FORMS = {
    Form.IMAP_ARCHIVE: Cannot.OFFLINE_COPY,
    Form.POP3_KEEP_DAYS: Cannot.NO_DAYS,
    Form.POP3_KEEP_FOREVER: Cannot.NO_FOREVER,
    Form.POP3_DELETE: Cannot.NO_DELETE,
}

CONSENT = Text(
    "Dieses Profil ist von «{organisation}». Es richtet das Mailkonto {address} ein; Mails und Passwort gehen an "
    "{servers}. Stimmen Sie nur zu, wenn Sie das Profil von dort erwartet haben und die Namen kennen. Ein Passwort "
    "enthält es nicht.",
    "This profile is from “{organisation}”. It sets up the mail account {address}; mail and password go to {servers}. "
    "Agree only if you expected the profile from there and know these names. It holds no password.",
)

PayloadValue = str | int | bool | list["Payload"] | dict[str, str]
Payload = dict[str, PayloadValue]


def configuration_profile(account: Account, description: str) -> bytes:
    """The profile for one person as XML property list; ``description`` is shown on the device before installing.

    The account must have a person and both servers.
    """
    mail = _mail(account)
    profile: Payload = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": _identifier(account),
        "PayloadUUID": _uuid(account, "profile"),
        "PayloadDisplayName": f"{account.organisation}: {mail['PayloadDisplayName']}",
        "PayloadDescription": description,
        "PayloadOrganization": account.organisation,
        "PayloadRemovalDisallowed": False,
        "ConsentText": _consent(account),
        "PayloadContent": [mail],
    }
    return plistlib.dumps(profile, fmt=plistlib.FMT_XML, sort_keys=True)


def _mail(account: Account) -> Payload:
    if account.incoming is None or account.outgoing is None or account.person is None or account.address is None:
        raise ValueError("a configuration profile needs a person and both servers")
    return {
        "PayloadType": "com.apple.mail.managed",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{_identifier(account)}.mail",
        "PayloadUUID": _uuid(account, "mail"),
        "PayloadDisplayName": account.address.shown,
        "EmailAccountDescription": account.address.shown,
        "EmailAccountName": plain(account.person.name),
        "EmailAccountType": "EmailTypeIMAP" if account.form in IMAP_FORMS else "EmailTypePOP",
        "EmailAddress": account.address.ascii,
        **_server(account, account.incoming, "Incoming"),
        **_server(account, account.outgoing, "Outgoing"),
        "OutgoingPasswordSameAsIncomingPassword": True,
    }


def _server(account: Account, server: ServerSettings, direction: str) -> Payload:
    """``UseSSL`` is always written, its default is off; a missing user name makes the device ask for it."""
    prefix = f"{direction}MailServer"
    keys: Payload = {
        f"{prefix}HostName": server.host,
        f"{prefix}PortNumber": server.port,
        f"{prefix}UseSSL": True,
        f"{prefix}Authentication": _authentication(server),
    }
    username = account.username(server)
    return {**keys, f"{prefix}Username": username} if username else keys


def _authentication(server: ServerSettings) -> str:
    known = [name for method, name in _AUTHENTICATION.items() if method in server.authentication]
    return known[0] if known else "EmailAuthPassword"


def _identifier(account: Account) -> str:
    reverse = ".".join(reversed(account.domain.split(".")))
    return f"{reverse}.mailweiche.{_uuid(account, 'identifier').lower()}"


def _uuid(account: Account, part: str) -> str:
    address = account.address.ascii.lower() if account.address else account.domain
    role = account.person.role.value if account.person else ""
    return str(uuid5(_NAMESPACE, repr((address, role, account.protocol.value, part)))).upper()


def _consent(account: Account) -> dict[str, str]:
    """Who sends this, what it sets up and when to refuse, in every language of ours and in the reader's by default."""
    fields = {
        "organisation": account.organisation,
        "address": account.address.shown if account.address else account.domain,
        "servers": ", ".join(dict.fromkeys(server.host for server in account.servers)),
    }
    texts = {language.value: CONSENT.into(language, **fields) for language in Language}
    return {"default": CONSENT.into(account.languages[0], **fields), **texts}


def limits(account: Account) -> Iterable[Cannot]:
    """What the profile cannot express beside missing servers."""
    yield Cannot.UNSIGNED
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    if account.collecting and account.form in POP3_FORMS:
        yield Cannot.COLLECTOR_MUST_KEEP
    elif account.form in _FORMS:
        yield _FORMS[account.form]
    if any(server.security is Security.STARTTLS for server in account.servers):
        yield Cannot.ONE_ENCRYPTION_SWITCH
    yield from collector_can_delete(account)
    yield from unknown_username(account)


def _write(job: Job) -> Iterable[Part]:
    profile = configuration_profile(job.account, " ".join(job.said))
    yield Part("mailweiche.mobileconfig", job.sign(profile) if job.sign else profile)


FORMAT = Format(
    Target.APPLE,
    Group.PROGRAM,
    Text("Apple (iPhone, iPad, Mac)", "Apple (iPhone, iPad, Mac)"),
    Text(
        "Öffnen Sie die Datei auf dem Gerät, und installieren Sie danach das Profil in den Einstellungen. Wer das "
        "Profil entfernt, entfernt das Konto und alle Mails, die nur auf dem Gerät liegen.",
        "Open the file on the device, then install the profile in the settings. Removing the profile removes the "
        "account and all mail that exists on the device only.",
    ),
    limits,
    person=_write,
    programs=frozenset({Program.APPLE}),
)
