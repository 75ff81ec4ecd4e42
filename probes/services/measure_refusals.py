"""What a server means that refuses to let us in, read from its response code or, where it has none, from its words."""

import re

from probes.measurement import Trouble

_OFF = r"disabled|not enabled|not activated|deactivated|switched off|turned off|not (?:been )?allowed"
_PROTOCOL = r"\b(?:imap|pop3?|protocol)\b"
_WRONG = r"\b(?:in(?:valid|correct)|bad|wrong|unknown|not (?:accepted|correct)|falsch|ungültig)"
_GIVEN = r"\b(?:credential|passwor[dt]|login|user|kennwort|zugangsdaten)"
_CODE = r"\[(?:AUTH(?:ENTICATION|ORIZATION)FAILED|AUTH|EXPIRED)\]"
_IN_DOUBT = (  # several causes in one sentence; "IMAP or POP3" names one
    r"\b(?:log-?[io]n|sign-?in|auth\w*) fail|credential|username and password|\boder\b|"
    r"(?<!imap )(?<!pop )(?<!pop3 )\bor\b"
)
_SIGNS: tuple[tuple[Trouble, re.Pattern[str]], ...] = (
    (Trouble.APP_PASSWORD, re.compile(r"app(?:lication)?[ -](?:specific[ -])?password", re.IGNORECASE)),
    (  # before anything that lets the other protocol be tried
        Trouble.WRONG_PASSWORD,
        re.compile(rf"{_CODE}|{_WRONG}.{{0,30}}{_GIVEN}|{_GIVEN}.{{0,30}}{_WRONG}", re.IGNORECASE),
    ),
    (
        Trouble.SWITCHED_OFF,
        re.compile(
            rf"\A(?!.*(?:{_IN_DOUBT})).*(?:{_PROTOCOL}.*(?:{_OFF})|(?:{_OFF}).*{_PROTOCOL})",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (
        Trouble.TOO_MANY_CONNECTIONS,
        re.compile(r"\[(?:LIMIT|LOGIN-DELAY|IN-USE)\]|too many|connection limit|maximum number", re.IGNORECASE),
    ),
    (
        Trouble.TRY_LATER,
        re.compile(r"\[(?:UNAVAILABLE|SYS/TEMP|INUSE)\]|temporar|try again later|internal error", re.IGNORECASE),
    ),
)
_ANSWERED = frozenset({Trouble.SWITCHED_OFF, Trouble.NO_PASSWORD_LOGIN})


class SignInRefusedError(Exception):
    """The server did not let us in. ``words``: what it said, cleaned."""

    def __init__(self, trouble: Trouble, words: str | None = None) -> None:
        """Both end up in a ``Problem``."""
        super().__init__(trouble.value)
        self.trouble = trouble
        self.words = words


def meaning_of(words: str, without_sign: Trouble | None = None) -> Trouble:
    """The trouble behind a refusal (RFC 5530, RFC 3206, RFC 2449 section 8); without any sign, the password."""
    found = (trouble for trouble, sign in _SIGNS if sign.search(words))
    return next(found, without_sign or Trouble.WRONG_PASSWORD)


def spares_the_other(trouble: Trouble) -> bool:
    """Whether the other protocol may still be tried: never with a password that may be wrong, never where we came too
    often, for then a whole office may be locked out.
    """
    return trouble in _ANSWERED
