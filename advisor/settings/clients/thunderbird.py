"""Thunderbird on the desktop and on Android: the same files in the same order, two ideas of what is usable."""

from collections.abc import Iterator

from advisor.settings.clients.behind_mx import files_of
from advisor.settings.clients.files import (
    IMAP_ONLY,
    Usable,
    any_security,
    comes_as_something_else,
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

    Of the domain's own files it loads the first that is there, be it a web page, and then reads no other of them.
    """
    client = Client.THUNDERBIRD_DESKTOP
    exchange = (ClientNote.EXCHANGE,) if speaks_of_exchange(report) else ()
    for source, claims in _desktop_files(report):
        incoming, submission = _desktop_servers(report, source, claims)
        if incoming is not None and (submission is not None or source in _AUTODISCOVER):
            approval = asks_first(incoming, submission) if source in _AUTODISCOVER else ()
            words = _unread_by_desktop(report, source)
            return reading(report, client, incoming, submission, (*approval, *exchange, *words))
    further = () if _GUESSING.covered(report) else (ClientNote.TRIES_MORE_NAMES,)
    further = (*further, *_unread_by_desktop(report))
    settings = _GUESSING.settings(report)
    if settings is None:
        return by_hand(client, (*exchange, *further))
    return guessing(report, client, settings, (*exchange, *further))


def _desktop_files(report: ProbeReport) -> Iterator[tuple[Source, tuple[Claim, ...]]]:
    loaded = _own_file(report)
    for source in (*_FILES, *_AUTODISCOVER):
        if source in AUTOCONFIG_FILES and (source is not loaded or comes_as_something_else(report, source)):
            continue
        yield from ((source, claims) for claims in files_of(report, source))


def _own_file(report: ProbeReport) -> Source | None:
    there = (one for one in AUTOCONFIG_FILES if file_of(report, one) or comes_as_something_else(report, one))
    return next(there, None)


def _desktop_servers(report: ProbeReport, source: Source, file: tuple[Claim, ...]) -> tuple[Claim | None, Claim | None]:
    known = sign_in_known(report)
    claims = [claim for claim in file if known(claim)]
    if source in _FILES:
        claims = [claim for claim in claims if not _unread_on_desktop(claim)]
    return first(claims, READING, any_security), first(claims, (Protocol.SUBMISSION,), any_security)


def _unread_by_desktop(report: ProbeReport, read: Source | None = None) -> tuple[ClientNote, ...]:
    """As ``_other_words``, or where a web page or a wrong name for its kind hides a file."""
    loaded = _own_file(report)
    spoilt = loaded is not None and loaded is not read and comes_as_something_else(report, loaded)
    hidden = spoilt and any(file_of(report, one) for one in AUTOCONFIG_FILES)
    return (ClientNote.OTHER_WORDS,) if hidden else _other_words(report, _unread_on_desktop, read)


def _unread_on_desktop(claim: Claim) -> bool:
    return misspelt(claim) or not sign_in_readable(claim)


def _other_words(report: ProbeReport, unread: Usable, read: Source | None = None) -> tuple[ClientNote, ...]:
    """The note where a file as good as the one that is read, or better, was passed over in part or as a whole."""
    files = _FILES[: _FILES.index(read) + 1] if read in _FILES else _FILES
    return (ClientNote.OTHER_WORDS,) if any(unread(claim) for one in files for claim in file_of(report, one)) else ()


def android(report: ProbeReport) -> ClientOutcome:
    """IMAP only; one server without encryption, without a user name or not in the words of the format spoils the
    whole file; what came over an unprotected way is shown to the person, who has to approve it. No SRV records, no
    guesses.
    """
    for file in (file for source in _FILES for file in files_of(report, source)):
        claims = [claim for claim in file if claim.protocol is not Protocol.POP3]
        relevant = [claim for claim in claims if claim.protocol in (Protocol.IMAP, Protocol.SUBMISSION)]
        incoming, submission = first(claims, IMAP_ONLY, encrypted), first(claims, (Protocol.SUBMISSION,), encrypted)
        if (
            incoming is not None
            and submission is not None
            and all(encrypted(each) and not _unread_on_android(each) for each in relevant)
        ):
            notes = (*asks_first(incoming, submission), *_other_words(report, _unread_on_android, incoming.source))
            return reading(report, Client.THUNDERBIRD_ANDROID, incoming, submission, notes)
    return by_hand(Client.THUNDERBIRD_ANDROID, _other_words(report, _unread_on_android))


def _unread_on_android(claim: Claim) -> bool:
    """Whether Thunderbird for Android stumbles over this server. What it never reads matters to nobody."""
    if claim.protocol not in (Protocol.IMAP, Protocol.SUBMISSION):
        return False
    twice = Tolerated.FIRST_USABLE_TAKEN in claim.tolerated  # it stumbles over the one before
    methods = [method for method in claim.authentication if method in _ON_ANDROID]
    other_word = Tolerated.AUTHENTICATION_SYNONYM in claim.tolerated and len(methods) == 1
    return misspelt(claim) or twice or not methods or other_word or claim.username is None
