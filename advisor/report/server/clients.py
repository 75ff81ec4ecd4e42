"""What each mail program would end up with for this domain, whether that fits, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor.report.cells import Cell, Tone
from advisor.report.documents.server_report import ServerReport
from advisor.report.texts import clients as words
from advisor.report.texts.server import SHORT_NAMES, SOURCES
from advisor.settings.clients.simulate import client_outcomes
from advisor.settings.clients.values import ClientNote, ClientOutcome, ClientServer
from advisor.settings.selection import select
from advisor.text import Language, Text
from probes.codes import READING, Security, Source

_SHORT_SECURITY: dict[Security, Text] = {
    Security.TLS: Text("TLS", "TLS"),
    Security.STARTTLS: Text("STARTTLS", "STARTTLS"),
    Security.NONE: Text("unverschlüsselt", "not encrypted"),
}
_VERDICTS: tuple[tuple[ClientNote, Text, Tone, Text], ...] = (
    (ClientNote.UNENCRYPTED, words.DANGEROUS, Tone.BAD, words.DO_STOP),
    (ClientNote.WRONG_NAME, words.BROKEN, Tone.BAD, words.DO_STOP),
    (ClientNote.NOT_PROVEN, words.UNPROVEN, Tone.WARN, words.DO_COMPARE),
    (ClientNote.PICKS_POP3_FIRST, words.FETCHES, Tone.WARN, words.DO_CHOOSE_IMAP),
    (ClientNote.OTHER_USERNAME, words.OTHER_USERNAME, Tone.WARN, words.DO_COMPARE),
    (ClientNote.NO_OUTGOING, words.NO_SENDING, Tone.WARN, words.DO_ADD_SENDING),
    (ClientNote.NEEDS_APPROVAL, words.ASKS, Tone.WARN, words.DO_APPROVE),
    (ClientNote.DIFFERS_FROM_OURS, words.WORKS_TOO, Tone.NONE, words.DO_COMPARE),
)
"""The first note that holds decides what the row says and what to do."""


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One program, or several of which the same is to be said; ``servers`` is empty where a person types all in."""

    code: str
    name: str
    reads: str
    servers: tuple[str, ...]
    fits: Cell
    notes: tuple[str, ...]
    action: str


def clients_view(server: ServerReport, language: Language) -> tuple[ClientRow, ...]:
    """One row for each program; for a report of before they were compared they are worked out now."""
    outcomes = server.clients or client_outcomes(server.report)
    proposed = any(select(server.report, protocol).settings for protocol in READING)
    return tuple(_row(outcome if proposed else _alone(outcome), language, proposed=proposed) for outcome in outcomes)


def together(rows: Iterable[ClientRow]) -> tuple[ClientRow, ...]:
    """Programs of which the same is to be said in one row, at the place of the first."""
    alike: dict[ClientRow, list[ClientRow]] = {}
    for row in rows:
        alike.setdefault(replace(row, code="", name=""), []).append(row)
    return tuple(replace(group[0], name=", ".join(row.name for row in group)) for group in alike.values())


def _alone(outcome: ClientOutcome) -> ClientOutcome:
    """Without a proposal of ours nothing can differ from it."""
    notes = tuple(note for note in outcome.notes if note is not ClientNote.DIFFERS_FROM_OURS)
    return replace(outcome, notes=notes)


def _row(outcome: ClientOutcome, language: Language, *, proposed: bool) -> ClientRow:
    fits, action = _verdict(outcome, language) if proposed else _too_early(outcome, language)
    return ClientRow(
        code=outcome.client.value,
        name=words.CLIENTS[outcome.client].into(language),
        reads=read_from(outcome.reads, language),
        servers=tuple(entered(each, language) for each in outcome.settings.servers) if outcome.settings else (),
        fits=fits,
        notes=tuple(words.NOTES[note].into(language) for note in outcome.notes),
        action=action,
    )


def read_from(source: Source | None, language: Language) -> str:
    """What a program takes its settings from."""
    match source:
        case None:
            return words.READS_NOTHING.into(language)
        case Source.GUESS:
            return words.OWN_GUESSES.into(language)
        case Source.PROVIDER_LIST:
            return words.OWN_LIST.into(language)
        case known:
            return SOURCES[known].into(language)


def entered(server: ClientServer, language: Language) -> str:
    """One server as a program would enter it."""
    security = _SHORT_SECURITY[server.security].into(language)
    return f"{SHORT_NAMES[server.protocol]} {server.host}:{server.port}, {security}"


def _verdict(outcome: ClientOutcome, language: Language) -> tuple[Cell, str]:
    if outcome.settings is None:
        exchange = ClientNote.EXCHANGE in outcome.notes
        text, action = (words.OWN_CONNECTION, words.DO_EXCHANGE) if exchange else (words.TYPED, words.DO_TYPE)
        return Cell(text.into(language), Tone.NONE), action.into(language)
    for note, text, tone, action in _VERDICTS:
        if note in outcome.notes:
            return Cell(text.into(language), tone), action.into(language)
    return Cell(words.FITS.into(language), Tone.GOOD), words.DO_LET.into(language)


def _too_early(outcome: ClientOutcome, language: Language) -> tuple[Cell, str]:
    """While we propose no server there are no values to type in or to compare with."""
    fits, action = _verdict(outcome, language)
    if ClientNote.EXCHANGE in outcome.notes and outcome.settings is None:
        return fits, action
    if outcome.settings is None:
        fits = Cell(words.NOT_YET.into(language), Tone.NONE)
    return fits, words.DO_WAIT.into(language)
