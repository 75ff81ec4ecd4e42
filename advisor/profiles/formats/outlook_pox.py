"""The answer of Autodiscover to classic Outlook ("plain old XML", MS-OXDSCLI), one file per person.

A web server has to give it to who asks for this address. ``Encryption`` overrides ``SSL`` and is the only way to say
STARTTLS. The format has no word for how long mail stays on the server, none for OAuth2, and no password is written. So
for POP3 there is no such file: Outlook may delete after some days, and who asks is not known.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, unknown_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.xml_files import add, add_comment, document
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Security

ROOT = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"
RESPONSE = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"
_ENCRYPTION = {Security.TLS: "SSL", Security.STARTTLS: "TLS"}
_HOURS = "24"


def autodiscover(account: Account, said: Iterable[str] = ()) -> bytes:
    """The response for one person; ``said`` stands in comments at its top.

    The account must have a person and both servers.
    """
    if account.incoming is None or account.outgoing is None or account.person is None:
        raise ValueError("an Autodiscover response needs a person and both servers")
    root = ET.Element("Autodiscover", xmlns=ROOT)
    for line in said:
        add_comment(root, line)
    response = ET.SubElement(root, "Response", xmlns=RESPONSE)
    add(ET.SubElement(response, "User"), "DisplayName", plain(account.person.name))
    mail = ET.SubElement(response, "Account")
    add(mail, "AccountType", "email")
    add(mail, "Action", "settings")
    _server(ET.SubElement(mail, "Protocol"), account.protocol.upper(), account, account.incoming)
    sending = ET.SubElement(mail, "Protocol")
    _server(sending, "SMTP", account, account.outgoing)
    same_user = account.username(account.incoming) == account.username(account.outgoing)
    add(sending, "UsePOPAuth", "on" if same_user else "off")
    add(sending, "SMTPLast", "off")
    return document(root)


def _server(element: ET.Element, kind: str, account: Account, server: ServerSettings) -> None:
    add(element, "Type", kind)
    add(element, "TTL", _HOURS)
    add(element, "Server", server.host)
    add(element, "Port", str(server.port))
    username = account.username(server)
    if username:
        add(element, "LoginName", username)
    add(element, "DomainRequired", "off")
    add(element, "SPA", "off")
    add(element, "SSL", "on")
    add(element, "Encryption", _ENCRYPTION[server.security])
    add(element, "AuthRequired", "on")


def _limits(account: Account) -> Iterable[Cannot]:
    yield Cannot.OUTLOOK_IGNORES_FILE
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    if account.form in DELETING_FORMS:
        yield Cannot.NEVER_PUBLISHED
    elif account.form in POP3_FORMS:
        yield Cannot.COLLECTOR_MUST_KEEP if account.collecting else Cannot.OUTLOOK_OWN_PERIOD
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY
    yield from collector_can_delete(account)
    yield from unknown_username(account)


def _write(job: Job) -> Iterable[Part]:
    yield Part("outlook/autodiscover.xml", autodiscover(job.account, job.said))


FORMAT = Format(
    Target.OUTLOOK_POX,
    Group.DOMAIN,
    Text("Outlook, klassisch (Autodiscover)", "Outlook, classic (Autodiscover)"),
    Text(
        "Die Antwort, die ein Webserver dem klassischen Outlook auf die Frage nach dieser Adresse gibt. Das richtet "
        "ein, wer den Webserver betreut; Sie selbst öffnen diese Datei nicht.",
        "The answer that a web server gives to classic Outlook when it asks for this address. Whoever looks after the "
        "web server sets this up; you do not open this file yourself.",
    ),
    _limits,
    person=_write,
    programs=frozenset({Program.OUTLOOK}),
)
