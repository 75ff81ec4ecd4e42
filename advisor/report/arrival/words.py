"""Differences and reasons in whole sentences."""

from collections.abc import Iterable

from advisor.report.arrival.values import Difference, Differs, Item, Status, Thing
from advisor.report.cells import judged
from advisor.report.texts import arrival as words
from advisor.report.texts.arrival_reasons import DIFFERENCES, WHYS
from advisor.report.texts.server import SECURITIES, SERVICES, SHORT_NAMES, USERNAMES
from advisor.text import Language
from probes.codes import Protocol, Security, UsernameForm


def said_of(thing: Thing, language: Language) -> tuple[str, ...]:
    """What is so, one sentence each."""
    return tuple(_said(thing, language))


def _said(thing: Thing, language: Language) -> Iterable[str]:
    if thing.status is Status.SAME:
        yield _as_meant(thing, language)
    if thing.status is Status.LEFTOVER:
        yield words.LEFTOVER.into(language)
    yield from (difference_sentence(difference, language) for difference in thing.differences)
    if thing.why is not None:
        reason = judged(thing.reason, language).text if thing.reason else "–"
        yield WHYS[thing.why].into(language, reason=reason, code=thing.code or "–")


def _as_meant(thing: Thing, language: Language) -> str:
    if thing.item is Item.SRV_ORDER:
        return words.ORDER_FITS.into(language)
    if thing.item is Item.PACC_DIGEST:
        return words.DIGEST_FITS.into(language)
    if not thing.meant:
        return words.SAYS_OFF.into(language)
    return words.NAMES_IT.into(language, servers=", ".join(thing.meant))


def difference_sentence(difference: Difference, language: Language) -> str:
    """One difference with its values in words."""
    service = SERVICES[difference.protocol].into(language) if difference.protocol else ""
    found, meant = (_value(difference.what, value, language) for value in (difference.found, difference.meant))
    return DIFFERENCES[difference.what].into(language, service=service, found=found, meant=meant)


def _value(what: Differs, value: str, language: Language) -> str:
    if what is Differs.SECURITY and value in set(Security):
        return SECURITIES[Security(value)].into(language)
    if what is Differs.USERNAME and value in set(UsernameForm):
        return USERNAMES[UsernameForm(value)].into(language)
    if what in (Differs.ORDER, Differs.NO_ORDER, Differs.OTHER_FIRST) and value:
        return SHORT_NAMES[Protocol(value)]
    return value
