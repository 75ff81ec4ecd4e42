"""The account as Thunderbird for Android reads it from a QR code (its format version 1), without a password.

JSON in nested arrays, in ASCII (``\\u`` escapes), so that no reader has to guess an encoding. The app sets by itself
what it deletes: with IMAP what the reader deletes, with POP3 nothing, ever.
Facts: thunderbird-android, ``feature/migration/qrcode`` (``qr-code-format.md``, ``QrCodePayloadValidator``,
``DefaultDeletePolicyProvider``).
"""

import json

from advisor.profiles.account import IMAP_FORMS, Account, Form, plain
from advisor.settings.values import ServerSettings
from probes.codes import Authentication, Security

MOST_LETTERS = 800
"""Beyond this a code is hard to scan; Thunderbird itself aims at no more."""

_FORMS = frozenset({Form.IMAP, Form.IMAP_ARCHIVE, Form.POP3_KEEP_FOREVER})
_VERSION, _ONLY_CODE = 1, [1, 1]
_IMAP, _POP3, _SMTP = 0, 1, 0
_SECURITY = {Security.STARTTLS: 2, Security.TLS: 3}
_AUTHENTICATION = {
    Authentication.PASSWORD_CLEARTEXT: 1,  # inside TLS
    Authentication.PASSWORD_ENCRYPTED: 2,
    Authentication.OAUTH2: 6,
}

Server = list[int | str]


def qr_text(account: Account) -> str | None:
    """What the QR code says; None where the app cannot read this way, or where something is not known.

    The app never deletes after fetching, so there is no code for ``pop3_keep`` with days or ``pop3_delete``; nor for
    what collects mail: that is no phone.
    """
    if account.form not in _FORMS or account.collecting or account.for_program:
        return None
    incoming, outgoing = _server(account, account.incoming), _server(account, account.outgoing)
    if account.person is None or account.address is None or incoming is None or outgoing is None:
        return None
    protocol = _IMAP if account.form in IMAP_FORMS else _POP3
    identity = [account.address.ascii, plain(account.person.name)]
    code = [_VERSION, _ONLY_CODE, [protocol, *incoming], [[[_SMTP, *outgoing], identity]]]
    text = json.dumps(code, separators=(",", ":"))
    return text if len(text) <= MOST_LETTERS else None


def _server(account: Account, server: ServerSettings | None) -> Server | None:
    username = account.username(server) if server is not None else None
    authentication = _authentication(server) if server is not None else None
    if server is None or not username or authentication is None:
        return None
    return [server.host, server.port, _SECURITY[server.security], authentication, username]


def _authentication(server: ServerSettings) -> int | None:
    if not server.authentication:
        return _AUTHENTICATION[Authentication.PASSWORD_CLEARTEXT]
    return next((number for method, number in _AUTHENTICATION.items() if method in server.authentication), None)
