"""The settings file that K-9 Mail and Thunderbird for Android import (``.k9s``).

Names and values: ``SettingsFileParser`` and ``ServerSettingsDescriptions`` of the app. Older content versions stay
readable, unknown elements and comments are skipped. The account's identifier is made from mailbox and protocol.
"""

from collections.abc import Iterable
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from advisor.profiles.account import IMAP_FORMS, Account, plain
from advisor.profiles.formats import android
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.xml_files import add, add_comment, document
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Authentication, Security

_NAMESPACE = UUID("0c1c1a0e-6ce5-5c0f-8f2f-2f6d3a1c9b57")
_CONTENT_VERSION, _FORMAT_VERSION = "99", "1"
_SECURITY = {Security.TLS: "SSL_TLS_REQUIRED", Security.STARTTLS: "STARTTLS_REQUIRED"}
_AUTHENTICATION = {
    Authentication.PASSWORD_CLEARTEXT: "PLAIN",
    Authentication.PASSWORD_ENCRYPTED: "CRAM_MD5",
    Authentication.CLIENT_CERTIFICATE: "EXTERNAL",
    Authentication.OAUTH2: "XOAUTH2",
}


def k9_settings(account: Account, comments: tuple[str, ...] = ()) -> bytes:
    """The file for one person, who must have both servers and a user name."""
    if account.incoming is None or account.outgoing is None or account.person is None or account.address is None:
        raise ValueError("a settings file for K-9 needs a person and both servers")
    root = ET.Element("k9settings", version=_CONTENT_VERSION, format=_FORMAT_VERSION)
    for each in comments:
        add_comment(root, each)
    protocol = account.protocol.upper()
    element = ET.SubElement(ET.SubElement(root, "accounts"), "account", uuid=_uuid(account, protocol))
    add(element, "name", account.address.ascii)
    _server(ET.SubElement(element, "incoming-server", type=protocol), account, account.incoming)
    _server(ET.SubElement(element, "outgoing-server", type="SMTP"), account, account.outgoing)
    # What the reader deletes on the phone is deleted on the server with IMAP only.
    policy = ET.SubElement(ET.SubElement(element, "settings"), "value", key="deletePolicy")
    policy.text = "DELETE" if account.form in IMAP_FORMS else "NEVER"
    identity = ET.SubElement(ET.SubElement(element, "identities"), "identity")
    add(identity, "name", plain(account.person.name)[: android.LONGEST_NAME])
    add(identity, "email", account.address.ascii)
    return document(root)


def _server(element: ET.Element, account: Account, server: ServerSettings) -> None:
    add(element, "host", server.host)
    add(element, "port", str(server.port))
    add(element, "connection-security", _SECURITY[server.security])
    add(element, "authentication-type", _AUTHENTICATION[android.method(server)])
    add(element, "username", account.known_username(server))


def _uuid(account: Account, protocol: str) -> str:
    address = account.address.ascii.lower() if account.address else account.domain
    return str(uuid5(_NAMESPACE, repr((address, protocol))))


def _write(job: Job) -> Iterable[Part]:
    yield Part("mailweiche.k9s", k9_settings(job.account, job.said))


FORMAT = Format(
    Target.K9,
    Group.PROGRAM,
    Text("Android: Einstellungsdatei (K-9 Mail, Thunderbird)", "Android: settings file (K-9 Mail, Thunderbird)"),
    Text(
        "Speichern Sie die Datei auf dem Handy, und wählen Sie in der App «Einstellungen importieren». Das Passwort "
        "fragt das Handy danach.",
        "Save the file on the phone, and choose “Import settings” in the app. The phone asks for the password "
        "afterwards.",
    ),
    android.limits,
    person=_write,
    programs=frozenset({Program.ANDROID}),
)
