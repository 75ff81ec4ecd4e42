"""The QR code that Thunderbird for Android scans ("Import from desktop", format version 1).

Content: ``feature/migration/qrcode/qr-code-format.md`` of the app. The JSON is pure ASCII, so that no reader has to
guess its encoding. The image is SVG, which can be printed in any size and carries the words as its description.
"""

import io
import json
from collections.abc import Iterable

import segno

from advisor.profiles.account import IMAP_FORMS, Account, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats import android
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Authentication, Security

_FORMAT_VERSION = 1
_IMAP, _POP3, _SMTP = 0, 1, 0
_SECURITY = {Security.TLS: 3, Security.STARTTLS: 2}
_AUTHENTICATION = {
    Authentication.PASSWORD_CLEARTEXT: 1,
    Authentication.PASSWORD_ENCRYPTED: 2,
    Authentication.CLIENT_CERTIFICATE: 5,
    Authentication.OAUTH2: 6,
}
_LONGEST = 800
"""Bytes that a phone still reads well from paper; Thunderbird itself writes no more into one code."""
_MODULE, _BORDER = 6, 4


def qr_content(account: Account) -> bytes:
    """What the code says. The account must have a person, both servers and a user name."""
    if account.incoming is None or account.outgoing is None or account.person is None or account.address is None:
        raise ValueError("a code for Android needs a person and both servers")
    protocol = _IMAP if account.form in IMAP_FORMS else _POP3
    name = plain(account.person.name)[: android.LONGEST_NAME]
    outgoing = _server(account, account.outgoing, _SMTP)
    document = [
        _FORMAT_VERSION,
        [1, 1],
        _server(account, account.incoming, protocol),
        [[outgoing, [account.address.ascii, name]]],
    ]
    return json.dumps(document, separators=(",", ":")).encode("ascii")


def qr_image(content: bytes, title: str, said: tuple[str, ...]) -> bytes:
    """The code as SVG, dark on white with its quiet zone."""
    out = io.BytesIO()
    code = segno.make(content, mode="byte", error="m", micro=False)
    code.save(out, kind="svg", scale=_MODULE, border=_BORDER, light="white", title=title, desc="\n".join(said))
    return out.getvalue()


def _server(account: Account, server: ServerSettings, protocol: int) -> list[str | int]:
    return [
        protocol,
        server.host,
        server.port,
        _SECURITY[server.security],
        _AUTHENTICATION[android.method(server)],
        account.known_username(server),
    ]


def _limits(account: Account) -> Iterable[Cannot]:
    found = tuple(android.limits(account))
    yield from found
    complete = account.address is not None and len(account.servers) == 2 and Cannot.USERNAME_NEEDED not in found
    if complete and len(qr_content(account)) > _LONGEST:
        yield Cannot.TOO_LONG_FOR_CODE


def _write(job: Job) -> Iterable[Part]:
    title = f"{_NAME.into(job.language)}: {job.account.address.shown if job.account.address else job.account.domain}"
    yield Part("thunderbird_android.svg", qr_image(qr_content(job.account), title, job.said))


_NAME = Text("Thunderbird für Android: QR-Code", "Thunderbird for Android: QR code")
FORMAT = Format(
    Target.THUNDERBIRD_ANDROID_QR,
    Group.PROGRAM,
    _NAME,
    Text(
        "Öffnen Sie das Bild auf einem Computer oder drucken Sie es, und scannen Sie es in Thunderbird für Android mit "
        "«Konten aus Thunderbird für den Computer importieren». Das Passwort fragt das Handy danach.",
        "Open the picture on a computer or print it, and scan it in Thunderbird for Android with the import from "
        "Thunderbird for desktop. The phone asks for the password afterwards.",
    ),
    _limits,
    person=_write,
    programs=frozenset({Program.ANDROID}),
)
