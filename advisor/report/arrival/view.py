"""The page about arrival, finished in the reader's language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from advisor.report.arrival.actions import action
from advisor.report.arrival.headline import count, headline
from advisor.report.arrival.values import Arrival, ClientEnd, Elsewhere, End, Status, Thing, Why
from advisor.report.arrival.view_values import (
    ArrivalNotice,
    ArrivalView,
    ElsewhereRow,
    ProgramRow,
    ThingGroup,
    ThingRow,
)
from advisor.report.arrival.words import difference_sentence, said_of
from advisor.report.cells import Cell, Tone
from advisor.report.dates import at_minute
from advisor.report.server.clients import entered, read_from
from advisor.report.texts import arrival as words
from advisor.report.texts.clients import CLIENTS, NOTES
from advisor.report.texts.server import SOURCES
from advisor.text import Language
from probes.results import ProbeReport

_TONES: dict[Status, Tone] = {
    Status.SAME: Tone.GOOD,
    Status.PARTLY: Tone.WARN,
    Status.OTHER: Tone.BAD,
    Status.LEFTOVER: Tone.BAD,
    Status.MISSING: Tone.WARN,
    Status.NOT_ASKED: Tone.NONE,
    Status.NOT_NEEDED: Tone.NONE,
}
_END_TONES: dict[End, Tone] = {
    End.MEANT: Tone.GOOD,
    End.HALF: Tone.WARN,
    End.OTHERS: Tone.BAD,
    End.BY_HAND: Tone.NONE,
}
_WAITS = frozenset({Why.WAITS_FOR_FILE, Why.WAITS_FOR_RECORDS})


@dataclass(frozen=True, slots=True)
class Basis:
    """With what was compared: settings released at ``released_at``, those in ``file``, else those that were chosen."""

    released_at: datetime | None = None
    file: str | None = None


def arrival_view(found: Arrival, report: ProbeReport, basis: Basis, language: Language) -> ArrivalView:
    """The finished page."""
    text, tone = headline(found, language)
    return ArrivalView(
        domain=report.domain,
        headline=text,
        count=count(found, language),
        tone=tone,
        moment=at_minute(report.started_at, language),
        compared=_compared(basis, language),
        notices=tuple(_notices(found, report, basis, language)),
        groups=tuple(_groups(found.things, report.domain, language)),
        elsewhere=tuple(_elsewhere(each, language) for each in found.elsewhere),
        programs=tuple(_program(each, language) for each in found.clients),
    )


def _compared(basis: Basis, language: Language) -> str:
    if basis.file is not None:
        return words.COMPARED_FILE.into(language, file=basis.file)
    if basis.released_at is None:
        return words.COMPARED_CHOSEN.into(language)
    return words.COMPARED_RELEASED.into(language, when=at_minute(basis.released_at, language))


def _notices(found: Arrival, report: ProbeReport, basis: Basis, language: Language) -> Iterable[ArrivalNotice]:
    for harm in found.harms:
        note = words.HARMS[harm]
        yield ArrivalNotice(Tone.BAD, note.title.into(language), note.text.into(language))
    if basis.released_at is not None and basis.released_at > report.started_at:
        note = words.RELEASED_LATER
        yield ArrivalNotice(Tone.WARN, note.title.into(language), note.text.into(language))


def _groups(things: tuple[Thing, ...], domain: str, language: Language) -> Iterable[ThingGroup]:
    for title, items in words.GROUPS:
        rows = tuple(_row(thing, domain, language) for thing in things if thing.item in items)
        if rows:
            common = _common_action(rows)
            shown = tuple(replace(row, action="") if row.action == common else row for row in rows)
            yield ThingGroup(title.into(language), common, shown)


def _common_action(rows: Iterable[ThingRow]) -> str:
    """What is to be done about several things in the same words, or ""."""
    actions = Counter(row.action for row in rows if row.action)
    return next((action for action, number in actions.most_common(1) if number > 1), "")


def _row(thing: Thing, domain: str, language: Language) -> ThingRow:
    status = words.WAITING if thing.why in _WAITS else words.STATUSES[thing.status]
    todo, lines = action(thing, domain, language)
    return ThingRow(
        name=words.ITEMS[thing.item].into(language),
        place=thing.place,
        status=Cell(status.into(language), _TONES[thing.status]),
        said=said_of(thing, language),
        action=todo,
        lines=lines,
    )


def _elsewhere(each: Elsewhere, language: Language) -> ElsewhereRow:
    source = SOURCES[each.source].into(language)
    name = f"{source[0].upper()}{source[1:]}"
    if not each.foreign and not each.exchange:
        agrees = Cell(words.AGREES.into(language), Tone.GOOD)
        return ElsewhereRow(name, agrees, words.ELSEWHERE_AGREES.into(language), "")
    text = words.ELSEWHERE_EXCHANGE if each.exchange else words.ELSEWHERE_FOREIGN
    return ElsewhereRow(
        name=name,
        status=Cell(words.CONTRADICTS.into(language), Tone.WARN),
        said=text.into(language, hosts=", ".join(each.foreign)),
        action=words.ELSEWHERE_ACTIONS[each.source].into(language),
    )


def _program(each: ClientEnd, language: Language) -> ProgramRow:
    return ProgramRow(
        name=CLIENTS[each.client].into(language),
        named=words.NAMED.into(language) if each.named else "",
        reads=read_from(each.reads, language),
        servers=tuple(entered(server, language) for server in each.enters),
        end=Cell(words.ENDS[each.end].into(language), _END_TONES[each.end]),
        said=words.END_SENTENCES[each.end].into(language),
        details=tuple(_details(each, language)),
    )


def _details(each: ClientEnd, language: Language) -> Iterable[str]:
    yield from (difference_sentence(difference, language) for difference in each.differences)
    if each.period_untold:
        yield words.PERIOD_UNTOLD.into(language)
    yield from (NOTES[note].into(language) for note in each.notes)
