"""What a server means by its no: not now, not for us, or no to the very command that we gave."""

import re

from probes.cleaning import clean
from probes.errors import ConnectionClosedError, ProbeError, RateLimitedError, TurnedAwayError

_BUSY = re.compile(
    rb"too (?:many|much|often|fast|frequent)|\bbusy\b|overload|throttl|rate.?limit|\bexceed(?:s|ed|ing)?\b"
    rb"|limit (?:is |was |has been )?reached|limited to \d"
    rb"|\b(?:connection|session|client|user|login|process|request)s?(?: rate| count)? limit"
    rb"|\bmax(?:imum|\.)? (?:number|connections|sessions|clients|users|processes)",
    re.IGNORECASE,
)
# RFC 5530, RFC 2449 section 8, RFC 3206, RFC 5804 section 1.3; THROTTLED is Exchange's and Yahoo's
_CODES = re.compile(
    rb"[\[(](?:LIMIT|IN-?USE|SYS/TEMP|UNAVAILABLE|LOGIN-DELAY|THROTTLED|TRYLATER)\b[^\])]{0,80}[\])]", re.IGNORECASE
)
# RFC 5321 section 4.2.1 and RFC 3463: "no, for now"; but 454 speaks of TLS itself (RFC 3207), often for ever
_FOR_NOW = re.compile(rb"4(?!54)\d\d(?:[ -]|$)|5\d\d[ -]4\.\d{1,3}\.\d{1,3}\b")
_NO_TLS = b"454"
_LATER = re.compile(
    rb"temporar|\b(?:try|retry|again|come back|reconnect)\b.{0,20}\blater\b|\bagain in \d|shutting down|going down"
    rb"|\bmaintenance\b|^(?!5).{0,200}\bunavailable\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rb"spamhaus|spamcop|\bdnsbl\b|\brbl\b|(?:black|block|deny)[ -]?list|\bbanned\b|\breputation\b|access denied"
    rb"|\bblocked (?:using|by|due|for|because)"
    rb"|(?:client host|your (?:ip|host|address|network)|ip address).{0,80}"
    rb"(?:blocked|rejected|denied|refused|not (?:allowed|permitted)|listed)",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    rb"(?:\* (?:BYE|NO|BAD)|-ERR|BYE|NO)[\s\"]*"
    rb"(?:(?:good)?bye|(?:server )?logging out|connection (?:is )?clos(?:ed|ing)|closing connection)?[\s\".!\d]*",
    re.IGNORECASE,
)


def refused(line: bytes, otherwise: type[ProbeError]) -> ProbeError:
    """The error for a no to a command: ``otherwise`` only where it is about the command, not about us or now."""
    words = clean(line)
    if _BUSY.search(line):
        return RateLimitedError(words)
    if _LISTED.search(line):
        return TurnedAwayError(words)
    if _CODES.search(line) or _FOR_NOW.match(line) or (not line.startswith(_NO_TLS) and _LATER.search(line)):
        return RateLimitedError(words)
    return otherwise(words)


def turned_away(line: bytes) -> ProbeError:
    """The error for a server that speaks only to send us away; one that gives no reason has simply hung up."""
    return refused(line, ConnectionClosedError if _NO_REASON.fullmatch(line) else TurnedAwayError)
