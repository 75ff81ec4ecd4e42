"""The verdict per protocol over everything that was tried. "Could not test" never becomes "not offered"."""

from collections.abc import Iterable

from probes.codes import MAIL, NOTHING_THERE, SPEAKS_BUT_UNSAFE, Offer, Protocol, Reason, Source, Status
from probes.discovery.catalogue import ProviderFacts, provider_of_host
from probes.host_names import NOT_OFFERED, NULL_MX
from probes.results import Claim, MailExchanger, Offers, Provider, Service, SourceCheck
from probes.sign_in import all_closed

NAMING = frozenset({Source.MX_PROVIDER, Source.SRV})
"""The sources by which the DNS itself says which servers there are."""


def offers(
    claims: tuple[Claim, ...],
    services: tuple[Service, ...],
    sources: tuple[SourceCheck, ...],
    exchangers: tuple[MailExchanger, ...],
) -> Offers:
    """The verdicts of one run."""
    silent = _silence(sources, exchangers)
    refused = _refusal(claims, sources, exchangers)

    def judged(protocol: Protocol) -> Offer:
        own = tuple(claim for claim in claims if claim.protocol is protocol)
        if own and all(claim.host == NOT_OFFERED for claim in own):
            return _switched_off(own, sources)
        return _offer(
            own,
            tuple(service for service in services if service.protocol is protocol),
            silent if protocol in MAIL else Offer.NOT_TESTED,
            refused,
        )

    return Offers(
        imap=judged(Protocol.IMAP),
        pop3=judged(Protocol.POP3),
        submission=judged(Protocol.SUBMISSION),
        managesieve=judged(Protocol.MANAGESIEVE),
    )


def provider(found: ProviderFacts | None, claims: Iterable[Claim]) -> Provider | None:
    """The provider of the domain: known by its domain or mail exchanger, else by a server that the domain names."""
    named = (provider_of_host(claim.host) for claim in claims if claim.source is not Source.GUESS)
    facts = found or next((each for each in named if each), None)
    if facts is None:
        return None
    return Provider(facts.id, tuple(code.value for code in facts.note_codes), facts.checked.isoformat())


def _offer(claims: tuple[Claim, ...], services: tuple[Service, ...], silent: Offer, refused: Offer) -> Offer:
    """Offered means usable: encrypted, and under a certificate that proves the name (a completed one has no reason).

    Where all such servers list no way to sign in, other networks may have one: nobody got through from here.
    """
    answering = [service.reason for service in services if service.status is Status.COMPLETED]
    if None in answering:
        return Offer.UNREACHABLE if all_closed(services) else Offer.OFFERED
    reasons = {service.reason for service in services if service.status is Status.FAILED}
    if answering or reasons & SPEAKS_BUT_UNSAFE:
        return Offer.INSECURE_ONLY
    if reasons - NOTHING_THERE:
        return Offer.UNREACHABLE
    if any(service.status is Status.NOT_RUN for service in services):
        return Offer.NOT_TESTED
    if claims and not services:  # only filters were named, and where the mailboxes are nobody said
        return Offer.NOT_TESTED
    return refused if services else silent


def _switched_off(claims: tuple[Claim, ...], sources: tuple[SourceCheck, ...]) -> Offer:
    """What it means that all who speak of a protocol say "no": nothing where an SRV question went unanswered.

    The record for STARTTLS may say no, and the one for TLS, which the DNS did not give us, name the server.
    """
    halves = any(check.source is Source.SRV and check.reason is not None for check in sources)
    only_srv = all(claim.source is Source.SRV for claim in claims)
    return Offer.NOT_TESTED if halves and only_srv else Offer.OFF_ON_PURPOSE


def _silence(sources: tuple[SourceCheck, ...], exchangers: tuple[MailExchanger, ...]) -> Offer:
    """What it means that no host was there to try: nothing only if every usual name was looked up and is missing.

    Behind a filter the mailboxes lie at a place that nobody named; that is no proof of anything.
    """
    if any(check.reason is Reason.NAME_NOT_FOUND and check.source is Source.MX_PROVIDER for check in sources):
        return Offer.NOT_FOUND
    if _names_unknown(sources) or any(exchanger.gateway for exchanger in exchangers):
        return Offer.NOT_TESTED
    if any(exchanger.host == NULL_MX for exchanger in exchangers):
        return Offer.NOT_FOUND
    guesses = (check for check in sources if check.source is Source.GUESS and check.status is Status.COMPLETED)
    return Offer.NOT_FOUND if any(check.reason is None for check in guesses) else Offer.NOT_TESTED


def _refusal(
    claims: tuple[Claim, ...], sources: tuple[SourceCheck, ...], exchangers: tuple[MailExchanger, ...]
) -> Offer:
    """What it means that every candidate refused: nothing where the right server may not have been among them.

    That is so where the DNS did not say which servers there are, and behind a filter where all names were guessed.
    """
    guessed_only = all(claim.source is Source.GUESS or claim.host == NOT_OFFERED for claim in claims)
    hidden = guessed_only and any(exchanger.gateway for exchanger in exchangers)
    return Offer.NOT_TESTED if hidden or _names_unknown(sources) else Offer.NOT_FOUND


def _names_unknown(sources: tuple[SourceCheck, ...]) -> bool:
    """Whether the DNS left open, wholly or in part, which servers the domain names."""
    return any(check.source in NAMING and check.reason not in (None, Reason.NAME_NOT_FOUND) for check in sources)
