"""What the two files for Thunderbird for Android have in common: both only prefill the account that it then sets up."""

from collections.abc import Iterable

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account, Form
from advisor.profiles.cannot import Cannot, needed_username
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from probes.codes import Authentication

_METHODS = (
    Authentication.PASSWORD_CLEARTEXT,
    Authentication.PASSWORD_ENCRYPTED,
    Authentication.OAUTH2,
    Authentication.CLIENT_CERTIFICATE,
)
LONGEST_NAME = 100
"""Characters of a name that are written; no phone shows more."""


def method(server: ServerSettings) -> Authentication:
    """The way to sign in that the app knows; inside TLS every server understands the first."""
    known = [each for each in _METHODS if each in server.authentication]
    return known[0] if known else Authentication.PASSWORD_CLEARTEXT


def limits(account: Account) -> Iterable[Cannot]:
    """The app never deletes after fetching, and holds no full copy.

    POP3 is for one computer unless the list says that the phone is the one device, as with the guides.
    """
    if account.collecting:
        yield Cannot.PHONE_COLLECTS_NOTHING
    elif account.form in POP3_FORMS and account.person and Program.ANDROID not in account.person.programs:
        yield Cannot.PHONE_NOT_NAMED
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_PHONE
    if account.form in DELETING_FORMS:
        yield Cannot.PHONE_NEVER_DELETES
    if account.oauth2_only:
        yield Cannot.OAUTH2_KNOWN_SERVERS
    yield from needed_username(account)
