"""Words of a server as they may be shown: some servers repeat what they were sent, and that may be a password."""

from base64 import b64encode

from probes.cleaning import clean

CUT = "…"


def without_password(words: str, username: str, password: str) -> str:
    """The cleaned ``words`` without the password in any form that was sent, also where they end within it."""
    forms = _forms(username, password)
    for form in forms:
        words = words.replace(form, CUT)
    words = clean(words)
    return f"{_without_beginning(words.removesuffix(CUT), forms)}{CUT}" if words.endswith(CUT) else words


def _forms(username: str, password: str) -> list[str]:
    """As it is, cleaned, quoted, as Python shows bytes, and in Base64 (RFC 4616); the longest first."""
    quoted = password.replace("\\", "\\\\").replace('"', '\\"')
    shown = [repr(each.encode())[2:-1] for each in (password, quoted)]
    encoded = [b64encode(each.encode()).decode() for each in (f"\0{username}\0{password}", password)]
    forms = {password, clean(password), quoted, *shown, *encoded}
    return sorted(filter(None, forms), key=len, reverse=True)


def _without_beginning(words: str, forms: list[str]) -> str:
    for form in forms:
        for length in range(min(len(form), len(words)), 0, -1):
            if words.endswith(form[:length]):
                return words[:-length]
    return words
