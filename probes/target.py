"""What a person typed, read as a mail domain: every typing error gets a code of its own, nothing is looked up here.

Names are normalised (NFKC) and turned into A-labels (RFC 5891, non-transitional UTS 46) before anything else looks at
them, because resolvers read forms such as ``0x7f.1`` or full-width digits as addresses.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import idna

MAX_INPUT = 320
MAX_ADDRESS = 254  # RFC 5321 section 4.5.3.1.3 less the angle brackets
MAX_LOCAL_PART = 64  # RFC 5321 section 4.5.3.1.1
MAX_DOMAIN = 253
MAX_LABEL = 63

_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_SERVICE_LABEL = re.compile(r"_?[a-z0-9]([a-z0-9_-]*[a-z0-9])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_LOCAL_PART = re.compile(r"[^\s\"(),:;<>@\[\\\]\x00-\x1f\x7f]+")


class TargetProblem(StrEnum):
    """What is wrong with a typed domain or address."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    WEB_ADDRESS = "web_address"
    SEVERAL_AT_SIGNS = "several_at_signs"
    LOCAL_PART_MISSING = "local_part_missing"
    LOCAL_PART_TOO_LONG = "local_part_too_long"
    LOCAL_PART_INVALID = "local_part_invalid"
    DOMAIN_MISSING = "domain_missing"
    IP_ADDRESS = "ip_address"
    SPACE = "space"
    COMMA = "comma"
    DOT_MISSING = "dot_missing"
    DOUBLE_DOT = "double_dot"
    LABEL_TOO_LONG = "label_too_long"
    INVALID_CHARACTER = "invalid_character"
    HYPHEN = "hyphen"
    NOT_A_DOMAIN = "not_a_domain"
    MANUAL_SYNTAX = "manual_syntax"
    REFUSED = "refused"


class TargetError(ValueError):
    """A typed target is not usable; ``suggestion`` is what was probably meant, if that is plain."""

    def __init__(self, problem: TargetProblem, suggestion: str | None = None) -> None:
        """Both are codes and data; the sentence is the reader's business."""
        super().__init__(problem.value)
        self.problem = problem
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Target:
    """A mail domain to look at. ``domain`` consists of A-labels; ``shown`` is the form for people."""

    domain: str
    shown: str


def parse_target(typed: str) -> Target:
    """The domain of a typed domain or address. Raises ``TargetError``."""
    text = _prepared(typed)
    local_part, at, domain = text.rpartition("@")
    if at:
        _check_local_part(local_part)
    if not domain:
        raise TargetError(TargetProblem.DOMAIN_MISSING)
    _check_typing(domain, f"{local_part}{at}")
    ascii_domain = _mail_domain(domain)
    if at and len(local_part.encode()) + 1 + len(ascii_domain) > MAX_ADDRESS:
        raise TargetError(TargetProblem.TOO_LONG)
    return Target(ascii_domain, _for_people(ascii_domain))


@lru_cache(1024)
def parse_host(name: str) -> str:
    """A host name from the DNS or a file as A-labels without final dot. Raises ``TargetError``; IP literals too."""
    if len(name) > MAX_INPUT:
        raise TargetError(TargetProblem.TOO_LONG)
    return _a_labels(unicodedata.normalize("NFKC", name).strip().lower().removesuffix("."), _SERVICE_LABEL)


def _prepared(typed: str) -> str:
    if len(typed) > MAX_INPUT:
        raise TargetError(TargetProblem.TOO_LONG)
    text = unicodedata.normalize("NFKC", typed).replace("\u3002", ".").strip()  # the ideographic full stop
    if not text:
        raise TargetError(TargetProblem.EMPTY)
    if any(unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") for character in text):
        raise TargetError(TargetProblem.CONTROL_CHARACTERS)
    if "://" in text:
        raise TargetError(TargetProblem.WEB_ADDRESS, _from_web_address(text))
    return text.removeprefix("mailto:")


def _from_web_address(text: str) -> str | None:
    host = re.split(r"[/?#]", text.partition("://")[2])[0].rpartition("@")[2].partition(":")[0]
    return _if_valid(host.lower().removeprefix("www."))


def _check_local_part(local_part: str) -> None:
    if not local_part:
        raise TargetError(TargetProblem.LOCAL_PART_MISSING)
    if "@" in local_part:
        raise TargetError(TargetProblem.SEVERAL_AT_SIGNS)
    if len(local_part.encode()) > MAX_LOCAL_PART:
        raise TargetError(TargetProblem.LOCAL_PART_TOO_LONG)
    if " " in local_part:
        raise TargetError(TargetProblem.SPACE)
    if not _LOCAL_PART.fullmatch(local_part) or ".." in local_part or local_part[0] == "." or local_part[-1] == ".":
        raise TargetError(TargetProblem.LOCAL_PART_INVALID)


def _check_typing(domain: str, before: str) -> None:
    """The common slips, each with what was probably meant."""
    slips = (
        (TargetProblem.SPACE, r"\s+", ""),
        (TargetProblem.COMMA, r",", "."),
        (TargetProblem.DOUBLE_DOT, r"\.{2,}", "."),
    )
    for problem, pattern, repair in slips:
        if re.search(pattern, domain):
            meant = _if_valid(re.sub(pattern, repair, domain))
            raise TargetError(problem, meant and f"{before}{meant}")


def _if_valid(domain: str) -> str | None:
    try:
        return _for_people(_mail_domain(domain))
    except TargetError:
        return None


def _mail_domain(domain: str) -> str:
    name = domain.lower().removesuffix(".")
    if name.startswith(("[", "0x")) or _is_ip_address(name):
        raise TargetError(TargetProblem.IP_ADDRESS)
    if name and "." not in name:
        raise TargetError(TargetProblem.DOT_MISSING)
    return _a_labels(name, _LABEL)


def _a_labels(name: str, allowed: re.Pattern[str]) -> str:
    labels = name.split(".")
    if not all(labels):
        raise TargetError(TargetProblem.DOUBLE_DOT)
    ascii_name = _to_ascii(name, labels)
    if len(ascii_name) > MAX_DOMAIN:
        raise TargetError(TargetProblem.TOO_LONG)
    if _is_ip_address(ascii_name) or _NUMBER.fullmatch(ascii_name.rpartition(".")[2]):
        raise TargetError(TargetProblem.IP_ADDRESS)
    for label in ascii_name.split("."):
        _check_label(label, allowed)
    return ascii_name


def _to_ascii(name: str, labels: list[str]) -> str:
    if name.isascii():
        return name
    try:
        return idna.encode(name, uts46=True, transitional=False).decode("ascii")
    except idna.IDNAError as error:
        too_long = any(len(label) > MAX_LABEL for label in labels) or "too long" in str(error).lower()
        problem = TargetProblem.LABEL_TOO_LONG if too_long else TargetProblem.INVALID_CHARACTER
        raise TargetError(problem) from error


def _check_label(label: str, allowed: re.Pattern[str]) -> None:
    if len(label) > MAX_LABEL:
        raise TargetError(TargetProblem.LABEL_TOO_LONG)
    if label.startswith("-") or label.endswith("-"):
        raise TargetError(TargetProblem.HYPHEN)
    if not allowed.fullmatch(label):
        raise TargetError(TargetProblem.INVALID_CHARACTER)
    if label.startswith("xn--"):
        _check_encoded_label(label)


def _check_encoded_label(label: str) -> None:
    try:
        idna.decode(label)
    except idna.IDNAError as error:
        raise TargetError(TargetProblem.NOT_A_DOMAIN) from error


def _is_ip_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.partition("%")[0].strip("[]"))
    except ValueError:
        return False
    return True


def _for_people(ascii_domain: str) -> str:
    return ".".join(idna.decode(label) if label.startswith("xn--") else label for label in ascii_domain.split("."))
