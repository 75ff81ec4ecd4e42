"""The autoconfig file that Thunderbird reads (config version 1.1, draft-ietf-mailmaint-autoconfig).

As ``isp/<domain>.xml`` in Thunderbird's folder or on the company's web server it answers the account assistant. The
block ``<pop3>`` is Thunderbird's own; without it Thunderbird keeps mail for 14 days. Only the chosen protocol is
listed, so that nobody sets up the other one beside it by mistake. Limits: Thunderbird 153 (``readFromXML``,
``CreateInBackend``), Thunderbird for Android (``RealAutoconfigParser``).
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, deletes_at_once
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.xml_files import add, add_comment, document
from advisor.profiles.limit_texts.limit_text import NEVER_AS_DAYS
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Authentication, Security, UsernameForm

_SOCKET_TYPES = {Security.TLS: "SSL", Security.STARTTLS: "STARTTLS"}
_AUTHENTICATION = {
    # Thunderbird takes the first that it supports, and OAuth2 for servers in its own list only.
    Authentication.OAUTH2: "OAuth2",
    Authentication.PASSWORD_CLEARTEXT: "password-cleartext",
    Authentication.PASSWORD_ENCRYPTED: "password-encrypted",
    Authentication.GSSAPI: "GSSAPI",
    Authentication.NTLM: "NTLM",
    Authentication.CLIENT_CERTIFICATE: "TLS-client-cert",
}
_PLACEHOLDERS = {UsernameForm.ADDRESS: "%EMAILADDRESS%", UsernameForm.LOCAL_PART: "%EMAILLOCALPART%"}


def autoconfig(account: Account, comments: tuple[str, ...] = ()) -> bytes:
    """The file for one person, or with placeholders for the whole company. ``comments`` are written at its top.

    The account must have both servers.
    """
    if account.incoming is None or account.outgoing is None:
        raise ValueError("an autoconfig file needs both servers")
    root = ET.Element("clientConfig", version="1.1")
    for line in comments:
        add_comment(root, line)
    provider = ET.SubElement(root, "emailProvider", id=account.domain)
    add(provider, "domain", account.domain)
    add(provider, "displayName", account.organisation)
    add(provider, "displayShortName", account.organisation)
    incoming = ET.SubElement(provider, "incomingServer", type=account.protocol)
    _server(incoming, account, account.incoming)
    _pop3(incoming, account)
    _server(ET.SubElement(provider, "outgoingServer", type="smtp"), account, account.outgoing)
    return document(root)


def _server(element: ET.Element, account: Account, server: ServerSettings) -> None:
    add(element, "hostname", server.host)
    add(element, "port", str(server.port))
    add(element, "socketType", _SOCKET_TYPES[server.security])
    add(element, "username", _username(account, server) or account.known_username(server))
    for name in _authentication(server):
        add(element, "authentication", name)


def _username(account: Account, server: ServerSettings) -> str | None:
    """The user name, for the whole company with placeholders; Thunderbird asks for none, so None means no file."""
    if account.person is not None:
        return account.username(server)
    return _PLACEHOLDERS.get(server.username) or plain(server.username_template or "") or None


def _authentication(server: ServerSettings) -> list[str]:
    known = [name for method, name in _AUTHENTICATION.items() if method in server.authentication]
    return known or ["password-cleartext"]  # inside TLS, as every server understands it


def _pop3(incoming: ET.Element, account: Account) -> None:
    if account.form in IMAP_FORMS:
        return
    pop3 = ET.SubElement(incoming, "pop3")
    if account.form is Form.POP3_DELETE:
        add(pop3, "leaveMessagesOnServer", "false")
        return
    add(pop3, "leaveMessagesOnServer", "true")
    days = NEVER_AS_DAYS if account.keep_days is None else account.keep_days
    add(pop3, "daysToLeaveMessagesOnServer", str(days))


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    if account.oauth2_only:
        yield Cannot.OAUTH2_KNOWN_SERVERS
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY
    yield from collector_can_delete(account)
    if account.form is Form.POP3_KEEP_FOREVER:
        yield Cannot.KEEP_FOREVER
    if account.form in (Form.POP3_KEEP_FOREVER, Form.POP3_KEEP_DAYS):
        yield Cannot.DELETES_TOGETHER
    if account.form in POP3_FORMS:
        yield Cannot.PHONE_READS_IMAP_ONLY
        if account.collecting:  # what is deleted in Thunderbird would be deleted on the server
            yield Cannot.COLLECTOR_MUST_KEEP
    if any(_username(account, server) is None for server in account.servers):
        yield Cannot.USERNAME_NEEDED


def _write(job: Job) -> Iterable[Part]:
    yield Part(f"thunderbird/{job.account.domain}.xml", autoconfig(job.account, job.said))


FORMAT = Format(
    Target.THUNDERBIRD,
    Group.PROGRAM,
    Text("Thunderbird", "Thunderbird"),
    Text(
        "Legen Sie die Datei in den Ordner «isp» im Programmordner von Thunderbird, und fügen Sie dann das Konto "
        "hinzu. Das macht, wer den Computer betreut.",
        "Put the file into the folder “isp” inside the program folder of Thunderbird, then add the account. Whoever "
        "looks after the computer does this.",
    ),
    _limits,
    person=_write,
    company=_write,
    programs=frozenset({Program.THUNDERBIRD}),
)
