"""From the sign-in methods that a server lists to the words that autoconfig files and mail clients use."""

from collections.abc import Iterable

from probes.codes import Authentication

# Names of the IANA registry of SASL mechanisms, and two that are in use without being listed there
_MECHANISMS = {
    "PLAIN": Authentication.PASSWORD_CLEARTEXT,
    "LOGIN": Authentication.PASSWORD_CLEARTEXT,
    "CRAM-MD5": Authentication.PASSWORD_ENCRYPTED,
    "DIGEST-MD5": Authentication.PASSWORD_ENCRYPTED,
    "XOAUTH2": Authentication.OAUTH2,
    "OAUTHBEARER": Authentication.OAUTH2,
    "GSSAPI": Authentication.GSSAPI,
    "GSS-SPNEGO": Authentication.GSSAPI,
    "KERBEROS_V4": Authentication.GSSAPI,
    "NTLM": Authentication.NTLM,
    "EXTERNAL": Authentication.CLIENT_CERTIFICATE,
}


def from_mechanisms(names: Iterable[str]) -> tuple[Authentication, ...]:
    """The methods behind SASL mechanism names, in the order of ``Authentication``; unknown names say nothing."""
    found = {_method(name.upper()) for name in names}
    return tuple(method for method in Authentication if method in found)


def from_imap(tokens: Iterable[str]) -> tuple[Authentication, ...]:
    """RFC 3501: ``AUTH=`` mechanisms, and the LOGIN command unless LOGINDISABLED is listed."""
    upper = [token.upper() for token in tokens]
    mechanisms = [token.removeprefix("AUTH=") for token in upper if token.startswith("AUTH=")]
    speaks_imap = any(token.startswith("IMAP4") for token in upper)
    if speaks_imap and "LOGINDISABLED" not in upper:
        mechanisms.append("LOGIN")
    return from_mechanisms(mechanisms)


def from_pop3(lines: Iterable[str], apop: bool) -> tuple[Authentication, ...]:
    """RFC 2449 and RFC 5034: ``USER`` and ``SASL`` lines; ``apop``: the greeting carried a timestamp (RFC 1939)."""
    mechanisms = ["CRAM-MD5"] if apop else []
    for line in lines:
        word, *rest = line.upper().split()
        if word == "USER":
            mechanisms.append("LOGIN")
        elif word == "SASL":
            mechanisms.extend(rest)
    return from_mechanisms(mechanisms)


def from_submission(lines: Iterable[str]) -> tuple[Authentication, ...]:
    """RFC 4954: the ``AUTH`` line; ``AUTH=`` is the form of before the standard that some servers still send."""
    mechanisms: list[str] = []
    for line in lines:
        word, *rest = line.upper().replace("AUTH=", "AUTH ", 1).split()
        if word == "AUTH":
            mechanisms.extend(rest)
    return from_mechanisms(mechanisms)


def from_managesieve(lines: Iterable[str]) -> tuple[Authentication, ...]:
    """RFC 5804 section 1.7: the ``SASL`` line."""
    return from_mechanisms(name for line in lines for name in _after(line, "SASL"))


def _after(line: str, wanted: str) -> list[str]:
    word, *rest = line.upper().split() or [""]
    return rest if word == wanted else []


def _method(name: str) -> Authentication | None:
    if name.startswith("SCRAM-"):
        return Authentication.PASSWORD_ENCRYPTED
    return _MECHANISMS.get(name)
