"""FairEmail: IMAP only, every source collected, and the one with the most points wins."""

from advisor.settings.clients.files import IMAP_ONLY, encrypted, file_of, first
from advisor.settings.clients.guessing import Guessing
from advisor.settings.clients.outcomes import by_hand, guessing, reading
from advisor.settings.clients.values import Client, ClientNote, ClientOutcome
from probes.codes import Protocol, Source, UsernameForm
from probes.results import Claim, ProbeReport

_POINTS = {
    Source.PROVIDER_LIST: 100,  # its own list of providers; we can only tell by ours
    Source.SRV: 50,
    Source.ISPDB: 20,
    Source.AUTOCONFIG_HTTPS: 20,
    Source.WELL_KNOWN_HTTPS: 20,
    Source.AUTOCONFIG_HTTP: 20,
    Source.WELL_KNOWN_HTTP: 20,
    Source.AUTODISCOVER: 20,
}
"""Points per server, in the order in which equals are taken."""
_SPECIAL_USERNAME = 100
_GUESSING = Guessing(
    {Protocol.IMAP: ("imap", "imaps", "mail", "mx", ""), Protocol.SUBMISSION: ("smtp", "smtps", "mail", "mx", "")},
    clear_text=False,
)


def fairemail(report: ProbeReport) -> ClientOutcome:
    """Only what is encrypted and names a way in and out; a published user name of a special form counts most."""
    found = [(source, servers) for source in _POINTS if (servers := _servers(report, source)) is not None]
    if found:
        source, (incoming, submission) = max(found, key=lambda each: _points(*each))
        return reading(report, Client.FAIREMAIL, incoming, submission, _own_notes(source))
    settings = _GUESSING.settings(report)
    further = () if _GUESSING.covered(report) else (ClientNote.TRIES_MORE_NAMES,)
    if settings is None or settings.submission is None:
        return by_hand(Client.FAIREMAIL, further)
    return guessing(report, Client.FAIREMAIL, settings, further)


def _servers(report: ProbeReport, source: Source) -> tuple[Claim, Claim] | None:
    claims = file_of(report, source)
    incoming, submission = first(claims, IMAP_ONLY, encrypted), first(claims, (Protocol.SUBMISSION,), encrypted)
    return None if incoming is None or submission is None else (incoming, submission)


def _points(source: Source, servers: tuple[Claim, Claim]) -> int:
    special = sum(claim.username in (UsernameForm.LOCAL_PART, UsernameForm.OTHER) for claim in servers)
    return len(servers) * _POINTS[source] + special * _SPECIAL_USERNAME


def _own_notes(source: Source) -> tuple[ClientNote, ...]:
    if source is not Source.PROVIDER_LIST:
        return ()
    return ClientNote.KNOWS_PROVIDER, ClientNote.UNVERIFIED_KNOWLEDGE
