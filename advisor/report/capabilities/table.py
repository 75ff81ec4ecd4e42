"""From a token that a server sent to its row in the tables of meanings."""

import re
from collections.abc import Iterable

from advisor.report.texts.capabilities.imap import IMAP
from advisor.report.texts.capabilities.imap_more import IMAP_MORE
from advisor.report.texts.capabilities.managesieve import MANAGESIEVE
from advisor.report.texts.capabilities.pop3 import POP3
from advisor.report.texts.capabilities.submission import SUBMISSION
from advisor.report.texts.capabilities.values import Meaning
from probes.capa import KEPT_BY_SETTING, setting_decides, words_of
from probes.codes import Protocol

MEANINGS: dict[Protocol, dict[str, Meaning]] = {
    Protocol.IMAP: {**IMAP, **IMAP_MORE},
    Protocol.POP3: POP3,
    Protocol.SUBMISSION: SUBMISSION,
    Protocol.MANAGESIEVE: MANAGESIEVE,
}
# IMAP tokens that may carry a value but need none (RFC 7889, RFC 9208, RFC 9738)
_WITH_VALUE = frozenset({"APPENDLIMIT", "QUOTA", "MESSAGELIMIT", "SAVELIMIT"})
_WAYS_IN = frozenset({"AUTH", "AUTH=", "SASL"})  # followed by nothing, they name none
_FIRST_WORD = re.compile(r"[^\s=]+")


def key_of(protocol: Protocol, token: str) -> str | None:
    """The key of the row that speaks of this token, None for one that is not known to us."""
    key = _imap_key(token.upper()) if protocol is Protocol.IMAP else _line_key(protocol, token)
    return key if key in MEANINGS[protocol] else None


def by_key(protocol: Protocol, tokens: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The tokens under the keys of their rows, in the order of the server; unknown and empty ones are left out."""
    found: dict[str, tuple[str, ...]] = {}
    listed = tuple(tokens)
    for token in listed:
        key = key_of(protocol, token)
        if key is not None and (key not in _WAYS_IN or argument(token)):
            found[key] = (*found.get(key, ()), token)
    if "EXPIRE" in found and setting_decides(listed):
        found["EXPIRE"] = (KEPT_BY_SETTING, *found["EXPIRE"])
    return found


def argument(token: str) -> str:
    """What follows the name: ``RES-STORAGE`` of ``QUOTA=RES-STORAGE``, ``30 USER`` of ``EXPIRE 30 USER``."""
    words = words_of(token)
    if words[:1] == ["EXPIRE"]:
        return " ".join(words[1:])
    return token[len(_name(token)) :].lstrip("= \t").strip()


def _imap_key(token: str) -> str:
    """RFC 3501 section 6.2.1: a family of tokens is named by its beginning up to the equals sign."""
    if token in MEANINGS[Protocol.IMAP]:
        return token
    name, equals, _ = token.partition("=")
    return name if equals and name in _WITH_VALUE else name + equals


def _line_key(protocol: Protocol, line: str) -> str:
    """The first word; some servers send ``AUTH=LOGIN`` where the standard wants ``AUTH LOGIN``."""
    words = words_of(line) if protocol is Protocol.POP3 else []
    return words[0] if words else _name(line).upper()


def _name(token: str) -> str:
    found = _FIRST_WORD.match(token)
    return found[0] if found else ""
