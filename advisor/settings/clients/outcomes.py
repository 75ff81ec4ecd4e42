"""How each program's result is put together."""

from collections.abc import Iterable

from advisor.settings.clients.files import misspelt, settings_from
from advisor.settings.clients.judge import notes_on
from advisor.settings.clients.values import Client, ClientNote, ClientOutcome, ClientSettings
from probes.codes import FOR_OUTLOOK, READING, Source, SourceNote, Tolerated, Trust
from probes.results import Claim, ProbeReport, SourceCheck

_WITH_SERVERS = (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)


def reading(
    report: ProbeReport,
    client: Client,
    incoming: Claim,
    submission: Claim | None,
    own_notes: Iterable[ClientNote] = (),
    *,
    reads: Source | None = None,
) -> ClientOutcome:
    """The program enters what these claims say; ``reads`` only where it is not their own source."""
    settings = settings_from(incoming, submission)
    notes = (*notes_on(report, settings), *_as_written((incoming, submission)), *own_notes)
    return ClientOutcome(client, reads or incoming.source, settings, tuple(dict.fromkeys(notes)))


def _as_written(claims: Iterable[Claim | None]) -> Iterable[ClientNote]:
    """We mend broken placeholders; a program enters them as they stand. What it makes of other words we do not know."""
    known = [claim for claim in claims if claim is not None]
    if any(Tolerated.PLACEHOLDER_UNCLOSED in claim.tolerated for claim in known):
        yield ClientNote.OTHER_USERNAME
    if any(map(misspelt, known)):
        yield ClientNote.UNVERIFIED_KNOWLEDGE


def guessing(
    report: ProbeReport, client: Client, settings: ClientSettings, own_notes: Iterable[ClientNote] = ()
) -> ClientOutcome:
    """The program enters what it found by trying usual names."""
    notes = (*notes_on(report, settings), *own_notes)
    return ClientOutcome(client, Source.GUESS, settings, tuple(dict.fromkeys(notes)))


def by_hand(client: Client, own_notes: Iterable[ClientNote] = (), reads: Source | None = None) -> ClientOutcome:
    """Nothing that the program could use."""
    return ClientOutcome(client, reads, None, tuple(dict.fromkeys(own_notes)))


def asks_first(*claims: Claim | None) -> tuple[ClientNote, ...]:
    """The note for a program that shows such settings and asks before it uses them."""
    uncertain = any(claim is not None and claim.trust is Trust.NEEDS_CONSENT for claim in claims)
    return (ClientNote.NEEDS_APPROVAL,) if uncertain else ()


def speaks_of_exchange(report: ProbeReport) -> bool:
    """Whether the domain's answer for Outlook names an Exchange server."""
    return bool(exchange_checks(report))


def exchange_checks(report: ProbeReport) -> tuple[SourceCheck, ...]:
    """The answers for Outlook that name an Exchange server.

    Autodiscover V2 only says where to ask on: where IMAP or POP3 is named there, it is no sign of Exchange.
    """
    named = any(claim.source in _WITH_SERVERS and claim.protocol in READING for claim in report.claims)
    sources = _WITH_SERVERS if named else FOR_OUTLOOK
    return tuple(each for each in report.sources if each.source in sources and SourceNote.EXCHANGE in each.notes)
