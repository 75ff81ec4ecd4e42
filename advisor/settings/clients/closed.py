"""Outlook and Apple Mail: programs whose code nobody outside can read. What is known comes from reports of users and
administrators, so every result carries the note that it may be otherwise.
"""

from advisor.settings.clients.files import any_security, encrypted, file_of, first
from advisor.settings.clients.outcomes import asks_first, by_hand, reading, speaks_of_exchange
from advisor.settings.clients.values import Client, ClientNote, ClientOutcome
from advisor.settings.codes import MICROSOFT
from probes.codes import READING, Protocol, Source
from probes.results import Claim, ProbeReport

KNOWN: dict[Client, frozenset[str]] = {
    Client.OUTLOOK_NEW: frozenset({"google", "icloud", "yahoo"}),
    Client.APPLE_MAIL: frozenset({"aol", "google", "icloud", "yahoo"}),
}
_UNSURE = (ClientNote.UNVERIFIED_KNOWLEDGE,)


def outlook_classic(report: ProbeReport) -> ClientOutcome:
    """Asks for Autodiscover only, and is known to pass over good answers for IMAP and POP3."""
    client = Client.OUTLOOK_CLASSIC
    exchange = (ClientNote.EXCHANGE,) if _is_microsoft(report) or speaks_of_exchange(report) else ()
    for source in (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV):
        claims = file_of(report, source)
        incoming = first(claims, READING, any_security)
        if incoming is not None and not exchange:
            submission = first(claims, (Protocol.SUBMISSION,), any_security)
            return reading(report, client, incoming, submission, (*asks_first(incoming, submission), *_UNSURE))
    reads = Source.AUTODISCOVER if exchange and speaks_of_exchange(report) else None
    return by_hand(client, (*exchange, *_UNSURE), reads)


def outlook_new(report: ProbeReport) -> ClientOutcome:
    """Reads no published file; knows some big providers by itself."""
    return _by_built_in_list(report, Client.OUTLOOK_NEW)


def apple_mail(report: ProbeReport) -> ClientOutcome:
    """Reads no published file; knows some big providers by itself."""
    return _by_built_in_list(report, Client.APPLE_MAIL)


def _by_built_in_list(report: ProbeReport, client: Client) -> ClientOutcome:
    if _is_microsoft(report):
        return by_hand(client, (ClientNote.EXCHANGE, *_UNSURE))
    known = report.provider is not None and report.provider.id in KNOWN[client]
    claims = _of_provider(report) if known else ()
    incoming = first(claims, (Protocol.IMAP,), encrypted)
    if incoming is None:
        return by_hand(client, _UNSURE)
    submission = first(claims, (Protocol.SUBMISSION,), encrypted)
    notes = (ClientNote.KNOWS_PROVIDER, *_UNSURE)
    return reading(report, client, incoming, submission, notes, reads=Source.PROVIDER_LIST)


def _of_provider(report: ProbeReport) -> tuple[Claim, ...]:
    """What our own list says of the provider: the servers that it publishes for everybody."""
    listed = (Source.PROVIDER_LIST, Source.MX_PROVIDER)
    return tuple(claim for source in listed for claim in report.claims if claim.source is source)


def _is_microsoft(report: ProbeReport) -> bool:
    return report.provider is not None and report.provider.id in MICROSOFT
