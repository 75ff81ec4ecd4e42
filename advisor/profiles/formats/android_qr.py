"""The code on the slip: the account for Thunderbird for Android, only where the app reads the way that was decided.

The file for Android is written for every way, with what the app does instead beside it. On one page for a person who
knows nothing there is no room for that, so where the app differs there is no code.
"""

from advisor.profiles.account import Account, Form
from advisor.profiles.cannot import missing_servers, refusing
from advisor.profiles.formats import thunderbird_android_qr as android
from probes.codes import Authentication

_FORMS = frozenset({Form.IMAP, Form.IMAP_ARCHIVE, Form.POP3_KEEP_FOREVER})
_SIGN_IN = frozenset({Authentication.PASSWORD_CLEARTEXT, Authentication.PASSWORD_ENCRYPTED, Authentication.OAUTH2})


def qr_text(account: Account) -> str | None:
    """What the QR code says; None where the app cannot read this way, or where something is not known.

    The app never deletes after fetching, so there is no code for ``pop3_keep`` with days or ``pop3_delete``; nor for
    what collects mail: that is no phone.
    """
    if account.form not in _FORMS or account.for_program or account.person is None:
        return None
    if any(missing_servers(account)) or refusing(android.FORMAT.limits(account)):
        return None
    if any(server.authentication and _SIGN_IN.isdisjoint(server.authentication) for server in account.servers):
        return None
    return android.qr_content(account).decode("ascii")
