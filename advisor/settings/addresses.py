"""E-mail addresses as mail programs need them: checked, with the ASCII form of an internationalised domain."""

import unicodedata
from dataclasses import dataclass

from email_validator import EmailNotValidError, ValidatedEmail, validate_email


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address. ``shown`` keeps the domain readable, ``ascii`` is what servers take (RFC 5890)."""

    shown: str
    ascii: str

    @property
    def local_part(self) -> str:
        """What stands before the @."""
        return self.ascii.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """The ASCII form of the domain."""
        return self.ascii.rpartition("@")[2]


def parse_address(text: str) -> Address | None:
    """The address, or None where it is not one. Asks no DNS; the part before the @ must be ASCII (RFC 6531 is rare)."""
    checked = _validated(text, smtputf8=False)
    if checked is None or checked.ascii_email is None:
        return None
    return Address(checked.normalized, f"{checked.ascii_local_part}@{checked.ascii_domain.lower()}")


def needs_smtputf8(text: str) -> bool:
    """Whether it is an address after all, with letters before the @ that only RFC 6531 allows."""
    return not text.rpartition("@")[0].isascii() and _validated(text, smtputf8=True) is not None


def _validated(text: str, *, smtputf8: bool) -> ValidatedEmail | None:
    try:
        return validate_email(text, check_deliverability=False, allow_smtputf8=smtputf8, test_environment=True)
    except EmailNotValidError:
        return None


def mixes_scripts(domain: str) -> bool:
    """Whether a label of ``domain`` mixes alphabets, as names made to be mistaken for others do (UTS 39, 5.1)."""
    return any(len(_scripts(label)) > 1 for label in domain.split("."))


def skeleton(domain: str) -> str:
    """``domain`` with rare letters and those of other alphabets replaced by the common Latin letter they look like."""
    return domain.lower().translate(_LOOKS_LIKE)


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(letter, "?").partition(" ")[0] for letter in label if letter.isalpha()}


_LOOKS_LIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u043a\u043c\u0442"
    "\u03bf\u03b1\u03bd\u03b9\u03c1\u03c5\u03ba\u03c7\u0131\u0251\u0261",
    "aeopcyxijsdqwhkmt" + "oavipukx" + "iag",
)
