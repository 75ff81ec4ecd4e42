"""Letters to the provider: about a finding, about all of them, about services that were not found or are wished.

No secret ever stands in them, and nothing that a server said except names, dates and kinds of keys.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.decision.codes import Ability
from advisor.findings.letters.abilities import ABILITY_LETTERS
from advisor.findings.outcome import Outcome
from advisor.findings.table import TABLE, outcome
from advisor.findings.values import Finding
from advisor.report.dates import at_minute
from advisor.report.names import vantage
from advisor.report.server.findings_fields import fields_of, server_line
from advisor.report.server.findings_values import LetterView
from advisor.report.server.notices import answers_oddly, nothing_sought, only_busy
from advisor.report.texts import asking, letters
from advisor.report.texts.server import SHORT_NAMES
from advisor.text import Language
from probes.codes import MAIL, Offer, Protocol
from probes.results import ProbeReport
from probes.sign_in import all_closed

Group = tuple[Finding, ...]
"""Findings that say the same of one or more servers; never empty."""

_OPEN = (Offer.NOT_FOUND, Offer.UNREACHABLE)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes about which report, in which language."""

    report: ProbeReport
    name: str
    language: Language


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    servers: str
    saw: str
    ask: str


def letter(group: Group, sender: Sender) -> LetterView | None:
    """The letter about one group; None where the provider cannot mend it."""
    point = _point(group, sender)
    if point is None:
        return None
    key = f"letter-{group[0].code}-{group[0].subject}".replace(":", "-").replace(".", "-").replace("_", "-")
    return LetterView(key, letters.ABOUT.into(sender.language, name=point.name), _single(point, sender))


def whole_letter(groups: Iterable[Group], sender: Sender) -> LetterView | None:
    """All points in one letter; None where there are fewer than two."""
    points = [point for group in groups if (point := _point(group, sender))]
    if len(points) < 2:
        return None
    language = sender.language
    listed = (
        letters.POINT.into(language, number=number, name=each.name, servers=each.servers, saw=each.saw, ask=each.ask)
        for number, each in enumerate(points, start=1)
    )
    subject = letters.POINTS.into(language, count=len(points))
    return LetterView("letter-whole", letters.ALL_POINTS.into(language), _framed(subject, "\n\n".join(listed), sender))


def questions(sender: Sender) -> tuple[LetterView, ...]:
    """One question for all services with the same open verdict."""
    found = []
    for offer in _OPEN:
        services = [
            protocol
            for protocol in MAIL
            if sender.report.offers.of(protocol) is offer and not _is_told(sender.report, protocol)
        ]
        names = ", ".join(SHORT_NAMES[protocol] for protocol in services)
        point = _said(outcome(offer), names, {}, sender.language)
        if services and point is not None:
            title = letters.ASK_FOR.into(sender.language, services=names)
            found.append(LetterView(f"letter-{offer.value.replace('_', '-')}", title, _single(point, sender)))
    return tuple(found)


def _is_told(report: ProbeReport, protocol: Protocol) -> bool:
    """Whether nothing was looked for, waiting is enough, or the letter about what is wrong asks already."""
    closed = all_closed(each for each in report.services if each.protocol is protocol)
    waiting = only_busy(report, protocol)
    return closed or nothing_sought(report, protocol) or waiting or answers_oddly(report, protocol)


def ability_letter(missing: Iterable[Ability], report: ProbeReport | None, name: str, language: Language) -> LetterView:
    """Asks for exactly these abilities, at least one; without a report nothing is called checked."""
    points = [(asking.ABILITIES[one].into(language), ABILITY_LETTERS[one]) for one in missing]
    said = [(_capital(title), each.saw.into(language), each.ask.into(language)) for title, each in points]
    if len(said) == 1:
        subject, saw, ask = said[0]
        body = letters.ABILITY.into(language, saw=saw, ask=ask)
    else:
        subject = letters.POINTS.into(language, count=len(said))
        body = "\n\n".join(
            letters.ABILITY_POINT.into(language, number=number, name=title, saw=saw, ask=ask)
            for number, (title, saw, ask) in enumerate(said, start=1)
        )
    if report is not None:
        text = _framed(subject, body, Sender(report, name, language))
    else:
        text = letters.LETTER_UNCHECKED.into(language, name=subject, body=body, sender=name)
    return LetterView("letter-wished", asking.LETTER_TITLE.into(language), text)


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def _point(group: Group, sender: Sender) -> _Point | None:
    servers = server_line(each.subject for each in group) or sender.report.domain
    return _said(TABLE[group[0].code], servers, fields_of(group[0], sender.language), sender.language)


def _said(row: Outcome, servers: str, fields: dict[str, object], language: Language) -> _Point | None:
    if row.letter is None:
        return None
    saw, ask = row.letter.saw.into(language, **fields), row.letter.ask.into(language, **fields)
    return _Point(row.name.into(language), servers, saw, ask)


def _single(point: _Point, sender: Sender) -> str:
    body = letters.ABOUT_SERVERS.into(sender.language, servers=point.servers, saw=point.saw, ask=point.ask)
    return _framed(point.name, body, sender)


def _framed(subject: str, body: str, sender: Sender) -> str:
    report, language = sender.report, sender.language
    return letters.LETTER.into(
        language,
        domain=report.domain,
        name=subject,
        moment=at_minute(report.started_at, language),
        vantage=vantage(report.vantage, language),
        body=body,
        sender=sender.name,
    )
