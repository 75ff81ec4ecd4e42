"""What the arguments of capabilities say, in words and figures: sizes, days, pauses, ways to sign in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from babel.numbers import format_decimal

from advisor.report.capabilities.states import Ability, Phase, State
from advisor.report.capabilities.table import argument
from advisor.report.cells import Tone
from advisor.report.texts.capabilities import words
from advisor.report.texts.server import AUTHENTICATIONS
from advisor.text import LOCALES, Language, Text
from probes.capa import KEPT_BY_SETTING
from probes.codes import Authentication
from probes.services.authentication import from_mechanisms

_DIGITS = re.compile(r"[0-9]{1,15}")
_STEPS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))
_ENCODED = 1.37  # bytes sent for one byte of an attachment: Base64 in lines (RFC 2045 section 6.8)
_SHORT_PAUSE = 60  # seconds; below, programs on several devices hardly meet
_SECONDS_A_DAY = 86_400
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """What the argument says; ``tone`` where it makes the ability better or worse than it sounds."""

    text: str = ""
    tone: Tone | None = None


Reader = Callable[[tuple[str, ...], Language], Figure]


def figure(ability: Ability, language: Language) -> Figure:
    """The figure of one row; empty where the tokens carry none, or none that can be read.

    Ways to sign in that were listed before encryption only are no way that is protected, and no way to be used.
    """
    if ability.port is not None:
        return Figure(words.ON_PORT.into(language, port=ability.port))
    if ability.state is State.MISSING or not ability.tokens:
        return Figure()
    instead = _instead(ability)
    if instead is not None:
        return Figure(instead.into(language), Tone.GOOD if instead is words.KEPT_BY_SETTING else None)
    reader = _READERS.get(ability.key)
    if reader is _sign_in and ability.phase is Phase.BEFORE_TLS:
        return Figure()
    return reader(tuple(argument(token) for token in ability.tokens), language) if reader else Figure()


def size(octets: int, language: Language) -> str:
    """A size as people write it, rounded down: 20480000 is 20 MB."""
    for step, unit in _STEPS:
        if octets >= step:
            tenths = octets * 10 // step
            shown = tenths // 10 if tenths >= 100 else tenths / 10
            return f"{format_decimal(shown, locale=LOCALES[language])} {unit}"
    return f"{octets} Byte"


def _instead(ability: Ability) -> Text | None:
    """What to say where another token speaks for the ability."""
    said = ability.tokens[0].upper()
    forms = {
        "LITERAL+": ("LITERAL-", words.SMALL_ONLY),
        "SPECIAL-USE": ("XLIST", words.OLD_FORM),
        "EXPIRE": (KEPT_BY_SETTING, words.KEPT_BY_SETTING),
    }
    other, text = forms.get(ability.key, ("", words.OLD_FORM))
    if said == other:
        return text
    return words.IN_REV2 if said == "IMAP4REV2" and ability.key != "IMAP4REV2" else None


def _number(text: str) -> int | None:
    """The leading number of an argument; None where there is none, or one of absurd length."""
    first, *_ = (*text.split(maxsplit=1), "")
    return int(first) if _DIGITS.fullmatch(first) else None


def _smallest(arguments: Iterable[str]) -> int | None:
    return min((number for number in map(_number, arguments) if number is not None), default=None)


def _mail_size(arguments: tuple[str, ...], language: Language) -> Figure:
    """RFC 1870 section 3: 0 means that there is no fixed limit."""
    octets = _smallest(arguments)
    if octets is None:
        return Figure()
    if octets == 0:
        return Figure(words.NO_LIMIT.into(language))
    attachments = size(int(octets / _ENCODED), language)
    return Figure(words.AT_MOST_MAIL.into(language, size=size(octets, language), attachments=attachments))


def _append_limit(arguments: tuple[str, ...], language: Language) -> Figure:
    octets = _smallest(arguments)
    return Figure() if octets is None else Figure(words.AT_MOST.into(language, size=size(octets, language)))


def _expire(arguments: tuple[str, ...], language: Language) -> Figure:
    """RFC 2449 section 6.7."""
    days = _smallest(arguments)
    if days is None:
        never = any(text.upper().split()[:1] == ["NEVER"] for text in arguments)
        return Figure(words.NEVER_DELETES.into(language), Tone.GOOD) if never else Figure()
    if days == 0:
        return Figure(words.DELETES_AT_ONCE.into(language), Tone.BAD)
    sentence = words.DELETES_AFTER_DAY if days == 1 else words.DELETES_AFTER
    return Figure(_for_each_person(sentence.into(language, days=days), arguments, language), Tone.WARN)


def _login_delay(arguments: tuple[str, ...], language: Language) -> Figure:
    """RFC 2449 section 6.5."""
    numbers = [number for number in map(_number, arguments) if number is not None]
    if not numbers:
        return Figure()
    seconds = max(numbers)
    if seconds == 0:
        return Figure(words.PAUSE_NONE.into(language), Tone.GOOD)
    whole_minutes = seconds % 60 == 0 and seconds > _SHORT_PAUSE
    sentence = words.PAUSE_MINUTES if whole_minutes else words.PAUSE_SECONDS
    text = sentence.into(language, seconds=seconds, minutes=seconds // 60)
    return Figure(_for_each_person(text, arguments, language), Tone.WARN if seconds > _SHORT_PAUSE else Tone.NONE)


def _for_each_person(text: str, arguments: tuple[str, ...], language: Language) -> str:
    differs = any("USER" in argument_.upper().split() for argument_ in arguments)
    return f"{text} {words.PER_PERSON.into(language)}" if differs else text


def _sign_in(arguments: tuple[str, ...], language: Language) -> Figure:
    """The mechanisms, by the kind of sign-in that they are."""
    names = tuple(dict.fromkeys(name.upper() for text in arguments for name in text.split()))[:_SHOWN]
    kinds = {name: from_mechanisms((name,)) for name in names}
    lines = [
        words.METHODS.into(language, method=AUTHENTICATIONS[kind].into(language), names=", ".join(found))
        for kind in Authentication
        if (found := [name for name in names if kind in kinds[name]])
    ]
    strange = [name for name in names if not kinds[name]]
    if strange:
        lines.append(words.UNKNOWN_METHODS.into(language, names=", ".join(strange)))
    return Figure(" ".join(line[:1].upper() + line[1:] for line in lines))


def _quota(arguments: tuple[str, ...], language: Language) -> Figure:
    named = [words.QUOTA_KINDS[text.upper()].into(language) for text in arguments if text.upper() in words.QUOTA_KINDS]
    return Figure(words.QUOTA_OF.into(language, what=", ".join(named))) if named else Figure()


def _sieve(arguments: tuple[str, ...], language: Language) -> Figure:
    offered = tuple(dict.fromkeys(name.upper() for text in arguments for name in text.split()))
    known = [text.into(language) for name, text in words.SIEVE_RULES.items() if name in offered]
    if not known:
        return Figure()
    what, more = ", ".join(known), len(offered) - len(known)
    whole = words.AND_MORE.into(language, what=what, count=more) if more else what
    return Figure(words.RULES.into(language, what=whole))


def _limits(arguments: tuple[str, ...], language: Language) -> Figure:
    """RFC 9422 section 4.2: only the number of recipients means something to people."""
    given = (part.partition("=") for text in arguments for part in text.split())
    counts = (_number(value) for name, _, value in given if name.upper() == "RCPTMAX")
    return _counted(next((count for count in counts if count), None), words.RECIPIENTS, language)


def _future_release(arguments: tuple[str, ...], language: Language) -> Figure:
    """RFC 4865 section 3: the longest time ahead in seconds, then a date."""
    seconds = _smallest(arguments) or 0
    days = seconds // _SECONDS_A_DAY
    return Figure(words.LATER_DAYS.into(language, days=days)) if days > 1 else Figure()


def _redirects(arguments: tuple[str, ...], language: Language) -> Figure:
    return _counted(_smallest(arguments), words.REDIRECTS, language)


def _messages(arguments: tuple[str, ...], language: Language) -> Figure:
    return _counted(_smallest(arguments), words.MESSAGES, language)


def _counted(count: int | None, sentence: Text, language: Language) -> Figure:
    if count is None:
        return Figure()
    return Figure(sentence.into(language, count=format_decimal(count, locale=LOCALES[language])))


def _as_said(arguments: tuple[str, ...], language: Language) -> Figure:
    del language
    return Figure(" ".join(arguments))


_READERS: dict[str, Reader] = {
    "SIZE": _mail_size,
    "APPENDLIMIT": _append_limit,
    "EXPIRE": _expire,
    "LOGIN-DELAY": _login_delay,
    "AUTH=": _sign_in,
    "AUTH": _sign_in,
    "SASL": _sign_in,
    "QUOTA": _quota,
    "SIEVE": _sieve,
    "LIMITS": _limits,
    "FUTURERELEASE": _future_release,
    "MAXREDIRECTS": _redirects,
    "MESSAGELIMIT": _messages,
    "SAVELIMIT": _messages,
    "IMPLEMENTATION": _as_said,
    "VERSION": _as_said,
}
