"""Where was looked for settings: how each source answered, and step by step what was asked and what came of it."""

from collections.abc import Iterable
from dataclasses import replace

from advisor.findings.rules.parts import where
from advisor.report.cells import Cell, Tone, judged
from advisor.report.server.values import Attempt, SourceLine
from advisor.report.texts import check as words
from advisor.report.texts import steps as step_words
from advisor.report.texts.server import SOURCES
from advisor.report.texts.source_notes import SOURCE_NOTES
from advisor.text import Language, Text
from probes.codes import Reason, Source, Status
from probes.results import Evidence, ProbeReport, SourceCheck

_ENDINGS: dict[str | None, Text] = {
    None: step_words.FOUND,
    "no_record": step_words.NO_RECORD,
    "not_listed": step_words.NOT_LISTED,
}
_REASONS = frozenset(reason.value for reason in Reason)


def sources(report: ProbeReport, language: Language) -> tuple[SourceLine, ...]:
    """What each source said, the public list also where it is switched off; those that were silent share a line."""
    lines = _together(_line(each, language) for each in report.sources)
    if not report.sources or any(each.source is Source.ISPDB for each in report.sources):
        return lines
    off = Cell(step_words.NOT_ASKED.into(language), Tone.NONE)
    return (*lines, SourceLine(SOURCES[Source.ISPDB].into(language), off, (step_words.LIST_OFF.into(language),)))


def _together(lines: Iterable[SourceLine]) -> tuple[SourceLine, ...]:
    """Who found something, or said more than that there is nothing, comes first and keeps a line of its own."""
    alike: dict[object, list[SourceLine]] = {}
    for line in sorted(lines, key=_is_silent):
        alike.setdefault(line.status if _is_silent(line) else line, []).append(line)
    return tuple(replace(group[0], name="; ".join(line.name for line in group)) for group in alike.values())


def _is_silent(line: SourceLine) -> bool:
    return line.status.tone is not Tone.GOOD and not line.notes


def steps(report: ProbeReport, language: Language) -> tuple[Attempt, ...]:
    """One block for each source of which steps were kept: how each step ended, and the record or address."""
    blocks = (
        Attempt(
            SOURCES[each.source].into(language),
            _answer(each, language),
            tuple((_ended(step, language), where(step)) for step in each.evidence if where(step)),
        )
        for each in report.sources
    )
    return tuple(block for block in blocks if block.details)


def signed(dnssec: bool | None, language: Language) -> str:
    """Whether a nameserver vouches for an answer of the DNS; "" where that says nothing."""
    if dnssec is None:
        return ""
    return (step_words.SIGNED if dnssec else step_words.NOT_SIGNED).into(language)


def _line(each: SourceCheck, language: Language) -> SourceLine:
    notes = tuple(SOURCE_NOTES[note].into(language) for note in each.notes)
    return SourceLine(SOURCES[each.source].into(language), _answer(each, language), notes)


def _answer(each: SourceCheck, language: Language) -> Cell:
    if each.claims and each.source is Source.GUESS:
        return Cell(words.SOURCE_TRIED.into(language), Tone.NONE)
    if each.claims:
        return Cell(words.SOURCE_NAMED.into(language), Tone.GOOD)
    if each.reason is not None:
        return judged(each.reason, language)
    silent = step_words.NOT_ASKED if each.status is Status.NOT_RUN else words.SOURCE_SILENT
    return Cell(silent.into(language), Tone.NONE)


def _ended(step: Evidence, language: Language) -> str:
    parts = (_ending(step.status, language), signed(step.dnssec, language))
    return "; ".join(part for part in parts if part)


def _ending(status: str | None, language: Language) -> str:
    if status in _ENDINGS:
        return _ENDINGS[status].into(language)
    if status in _REASONS:
        return judged(Reason(status), language).text
    is_code = status is not None and status.isdecimal()
    return step_words.ANSWER.into(language, status=status) if is_code else str(status)
