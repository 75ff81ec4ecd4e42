"""What programs read in a published file (or list, or set of DNS records): all claims of one source, in their order."""

from collections.abc import Callable, Iterable

from advisor.settings.clients.values import ClientServer, ClientSettings
from probes.codes import Authentication, Protocol, Security, Source, SourceNote, Tolerated
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, ProbeReport

IMAP_ONLY = (Protocol.IMAP,)

_OTHER_WORDS = frozenset({Tolerated.PROVIDER_UNNAMED, Tolerated.SERVER_TYPE_SYNONYM, Tolerated.SOCKET_TYPE_SYNONYM})

_NO_XML = frozenset({SourceNote.HTML_INSTEAD, SourceNote.WRONG_CONTENT_TYPE})

Usable = Callable[[Claim], bool]

KNOW_OAUTH2 = frozenset({"google", "outlook_com", "microsoft365", "yahoo", "aol", "fastmail", "mail_ru", "yandex"})


def file_of(report: ProbeReport, source: Source) -> tuple[Claim, ...]:
    """The servers that this source names. Behind the MX programs find only real files, not our list of providers."""
    return tuple(
        claim
        for claim in report.claims
        if claim.source is source
        and claim.host != NOT_OFFERED
        and (source is not Source.MX_PROVIDER or claim.evidence.url is not None)
    )


def comes_as_something_else(report: ProbeReport, source: Source) -> bool:
    """Whether the web server calls its answer no XML, so that a program that goes by that reads nothing in it."""
    return any(check.source is source and not _NO_XML.isdisjoint(check.notes) for check in report.sources)


def any_security(claim: Claim) -> bool:
    """Takes what is written, clear text too."""
    return claim.port is not None and claim.security is not None


def encrypted(claim: Claim) -> bool:
    """Takes only what is encrypted."""
    return claim.port is not None and claim.security in (Security.TLS, Security.STARTTLS)


def misspelt(claim: Claim) -> bool:
    """Whether the file calls service or encryption otherwise than its format does, or leaves out for whom it is.

    Few programs read that.
    """
    return not _OTHER_WORDS.isdisjoint(claim.tolerated)


def sign_in_readable(claim: Claim) -> bool:
    """Whether a program that knows the words of the format, and no others, finds a way to sign in.

    To send, none may be needed ("none", "client-IP-address"), which leaves no way in the claim either.
    """
    if not claim.authentication:
        return claim.protocol is Protocol.SUBMISSION and Tolerated.AUTHENTICATION_UNKNOWN not in claim.tolerated
    other_word = Tolerated.AUTHENTICATION_SYNONYM in claim.tolerated
    return not (other_word and claim.authentication == (Authentication.OAUTH2,))


def sign_in_known(report: ProbeReport) -> Usable:
    """Whether a program that knows the sign-in pages of big providers only can sign in there at all."""
    provider = report.provider.id if report.provider else None
    return lambda claim: claim.authentication != (Authentication.OAUTH2,) or provider in KNOW_OAUTH2


def first(claims: Iterable[Claim], protocols: Iterable[Protocol], usable: Usable) -> Claim | None:
    """The first usable server for any of these protocols, in the order of the file."""
    wanted = tuple(protocols)
    return next((claim for claim in claims if claim.protocol in wanted and usable(claim)), None)


def preferred(claims: Iterable[Claim], protocols: Iterable[Protocol], usable: Usable) -> Claim | None:
    """The first usable server for the first protocol that has one, whatever the order of the file."""
    known = tuple(claims)
    found = (first(known, (protocol,), usable) for protocol in protocols)
    return next((claim for claim in found if claim is not None), None)


def settings_from(incoming: Claim, submission: Claim | None) -> ClientSettings:
    """The settings that a program would enter from these two claims."""
    return ClientSettings(_server(incoming), None if submission is None else _server(submission))


def _server(claim: Claim) -> ClientServer:
    if claim.port is None or claim.security is None:
        raise ValueError(f"a program cannot enter {claim.host} without port and encryption")
    return ClientServer(
        protocol=claim.protocol,
        host=host_name(claim.host),
        port=claim.port,
        security=claim.security,
        username=claim.username,
        username_template=claim.username_template,
        authentication=claim.authentication,
    )
