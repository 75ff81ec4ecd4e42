"""What each mail program would end up with for this domain, whether that fits, and what to do."""

from dataclasses import dataclass

from advisor.report.cells import Cell, Tone
from advisor.report.documents.server_report import ServerReport
from advisor.report.texts import clients as words
from advisor.report.texts.server import SHORT_NAMES, SOURCES
from advisor.settings.clients.simulate import client_outcomes
from advisor.settings.clients.values import ClientNote, ClientOutcome, ClientServer
from advisor.text import Language, Text
from probes.codes import Security, Source

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
    (ClientNote.NEEDS_APPROVAL, words.ASKS, Tone.WARN, words.DO_APPROVE),
    (ClientNote.DIFFERS_FROM_OURS, words.WORKS_TOO, Tone.NONE, words.DO_COMPARE),
    (ClientNote.NO_OUTGOING, words.WORKS_TOO, Tone.NONE, words.DO_COMPARE),
)
"""The first note that holds decides what the row says and what to do."""


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One program; ``servers`` is empty where a person types everything in."""

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
    return tuple(_row(outcome, language) for outcome in outcomes)


def _row(outcome: ClientOutcome, language: Language) -> ClientRow:
    fits, action = _verdict(outcome, language)
    return ClientRow(
        code=outcome.client.value,
        name=words.CLIENTS[outcome.client].into(language),
        reads=_reads(outcome, language),
        servers=tuple(_server(each, language) for each in outcome.settings.servers) if outcome.settings else (),
        fits=fits,
        notes=tuple(words.NOTES[note].into(language) for note in outcome.notes),
        action=action,
    )


def _reads(outcome: ClientOutcome, language: Language) -> str:
    match outcome.reads:
        case None:
            return words.READS_NOTHING.into(language)
        case Source.GUESS:
            return words.OWN_GUESSES.into(language)
        case Source.PROVIDER_LIST:
            return words.OWN_LIST.into(language)
        case source:
            return SOURCES[source].into(language)


def _server(server: ClientServer, language: Language) -> str:
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
