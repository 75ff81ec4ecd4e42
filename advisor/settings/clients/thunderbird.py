"""Thunderbird on the desktop and on Android: the same files in the same order, two ideas of what is usable."""

from advisor.settings.clients.files import (
    IMAP_ONLY,
    any_security,
    encrypted,
    file_of,
    first,
    misspelt,
    sign_in_known,
    sign_in_readable,
)
from advisor.settings.clients.guessing import Guessing
from advisor.settings.clients.outcomes import asks_first, by_hand, guessing, reading, speaks_of_exchange
from advisor.settings.clients.values import Client, ClientNote, ClientOutcome
from probes.codes import AUTOCONFIG_FILES, READING, Authentication, Protocol, Source, Tolerated
from probes.results import Claim, ProbeReport

_FILES = (*AUTOCONFIG_FILES, Source.ISPDB, Source.MX_PROVIDER)
_AUTODISCOVER = (Source.AUTODISCOVER, Source.AUTODISCOVER_SRV)
_ON_ANDROID = (Authentication.OAUTH2, Authentication.PASSWORD_CLEARTEXT, Authentication.PASSWORD_ENCRYPTED)
_GUESSING = Guessing(
    {
        Protocol.IMAP: ("imap", "mail", ""),
        Protocol.POP3: ("pop3", "pop", "mail", ""),
        Protocol.SUBMISSION: ("smtp", "mail", ""),
    },
    clear_text=True,
)


def desktop(report: ProbeReport) -> ClientOutcome:
    """The best ranked file with a way in and out; in it the first server counts, POP3 too. Then Autodiscover, which it
    confirms with the person where a stranger's server is named; then its own guesses. A server that is not written in
    the words of the format is passed over. SRV records are not read.
    """
    client = Client.THUNDERBIRD_DESKTOP
    exchange = (ClientNote.EXCHANGE,) if speaks_of_exchange(report) else ()
    for source in (*_FILES, *_AUTODISCOVER):
        incoming, submission = _desktop_servers(report, source)
        if incoming is not None and (submission is not None or source in _AUTODISCOVER):
            approval = asks_first(incoming, submission) if source in _AUTODISCOVER else ()
            return reading(report, client, incoming, submission, (*approval, *exchange))
    further = () if _GUESSING.covered(report) else (ClientNote.TRIES_MORE_NAMES,)
    settings = _GUESSING.settings(report)
    if settings is None:
        return by_hand(client, (*exchange, *further))
    return guessing(report, client, settings, (*exchange, *further))


def _desktop_servers(report: ProbeReport, source: Source) -> tuple[Claim | None, Claim | None]:
    known = sign_in_known(report)
    claims = [claim for claim in file_of(report, source) if known(claim)]
    if source in _FILES:
        claims = [claim for claim in claims if not misspelt(claim) and sign_in_readable(claim)]
    return first(claims, READING, any_security), first(claims, (Protocol.SUBMISSION,), any_security)


def android(report: ProbeReport) -> ClientOutcome:
    """IMAP only; one server without encryption, without a user name or not in the words of the format spoils the
    whole file; what came over an unprotected way is shown to the person, who has to approve it. No SRV records, no
    guesses.
    """
    for source in _FILES:
        claims = [claim for claim in file_of(report, source) if claim.protocol is not Protocol.POP3]
        relevant = [claim for claim in claims if claim.protocol in (Protocol.IMAP, Protocol.SUBMISSION)]
        incoming, submission = first(claims, IMAP_ONLY, encrypted), first(claims, (Protocol.SUBMISSION,), encrypted)
        if incoming is not None and submission is not None and all(map(_whole, relevant)):
            notes = asks_first(incoming, submission)
            return reading(report, Client.THUNDERBIRD_ANDROID, incoming, submission, notes)
    return by_hand(Client.THUNDERBIRD_ANDROID)


def _whole(claim: Claim) -> bool:
    """Whether Thunderbird for Android does not stumble over this server."""
    methods = [method for method in claim.authentication if method in _ON_ANDROID]
    other_word = Tolerated.AUTHENTICATION_SYNONYM in claim.tolerated and len(methods) == 1
    return encrypted(claim) and not misspelt(claim) and bool(methods) and not other_word and claim.username is not None
