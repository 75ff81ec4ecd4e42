"""User names in published files: the address, the part before the @, or a template of the publisher's own."""

import re
from urllib.parse import unquote

from probes.cleaning import clean
from probes.codes import Tolerated, UsernameForm

_PLACEHOLDER = re.compile(r"%?\b(EMAILADDRESS|EMAILLOCALPART|EMAILDOMAIN)\b%?", re.IGNORECASE)
Username = tuple[UsernameForm | None, str | None]


def read_username(text: str, domain: str, asked_for: str, notes: set[str]) -> Username:
    """The form, and the template if it is neither of the usual two; ``notes`` takes what was tolerated.

    ``asked_for``: the neutral local part that was sent; a publisher may have written it into the user name.
    """
    if not text:
        return None, None
    text = _mended(text, domain, asked_for, notes)
    if text in ("%EMAILADDRESS%", "%EMAILLOCALPART%@%EMAILDOMAIN%", f"%EMAILLOCALPART%@{domain}"):
        return UsernameForm.ADDRESS, None
    if text == "%EMAILLOCALPART%":
        return UsernameForm.LOCAL_PART, None
    return UsernameForm.OTHER, clean(text)


def _mended(text: str, domain: str, asked_for: str, notes: set[str]) -> str:
    mended = _PLACEHOLDER.sub(lambda found: f"%{found[1].upper()}%", text)
    if mended != text:
        notes.add(Tolerated.PLACEHOLDER_UNCLOSED)
    filled = {f"{asked_for}@{domain}": "%EMAILADDRESS%", asked_for: "%EMAILLOCALPART%"}.get(unquote(mended).lower())
    if filled is not None:
        notes.add(Tolerated.PLACEHOLDER_FILLED_IN)
    return filled or mended
