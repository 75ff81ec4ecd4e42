"""Whether anybody can sign in at a server at all, by what it lists within encryption."""

from collections.abc import Callable, Iterable

from probes.capa import offers_apop, words_of
from probes.codes import Protocol, Status
from probes.results import Service


def shown(service: Service) -> tuple[str, ...]:
    """The capabilities that count, in capitals: those seen after login, else those within encryption."""
    tokens = service.capabilities.after_login or service.capabilities.after_tls or ()
    return tuple(token.upper() for token in tokens if token.strip())


def nobody_signs_in(service: Service) -> bool:
    """Whether the server answered to the end and lists no way to sign in; a server that lists nothing may have some."""
    return service.status is Status.COMPLETED and _CLOSED[service.protocol](service)


def all_closed(services: Iterable[Service]) -> bool:
    """Whether servers answered without a fault, and at none of them anybody signs in."""
    sound = [each for each in services if each.status is Status.COMPLETED and each.reason is None]
    return bool(sound) and all(map(nobody_signs_in, sound))


def pop3_ways(service: Service) -> list[list[str]]:
    """The lines of CAPA that name a way to sign in, in words. APOP stands in the greeting only."""
    lines = (words_of(line) for line in shown(service))
    return [words for words in lines if words[0] == "USER" or (words[0] == "SASL" and words[1:])]


def _imap_closed(service: Service) -> bool:
    tokens = shown(service)
    return "LOGINDISABLED" in tokens and not any(token.startswith("AUTH=") for token in tokens)


def _pop3_closed(service: Service) -> bool:
    return bool(shown(service)) and not pop3_ways(service) and not offers_apop(service.greeting)


def _submission_closed(service: Service) -> bool:
    """RFC 4954: the keyword AUTH with at least one mechanism; ``AUTH=`` is an older form of it."""
    ways = (token.replace("AUTH=", "AUTH ", 1).split() for token in shown(service))
    return service.capabilities.after_tls is not None and not any(words[0] == "AUTH" and words[1:] for words in ways)


def _managesieve_closed(service: Service) -> bool:
    """RFC 5804 section 1.7: the list names SASL always, without a mechanism where none can be used."""
    lines = [words_of(line) for line in shown(service)]
    return bool(lines) and not any(words[0] == "SASL" and words[1:] for words in lines)


_CLOSED: dict[Protocol, Callable[[Service], bool]] = {
    Protocol.IMAP: _imap_closed,
    Protocol.POP3: _pop3_closed,
    Protocol.SUBMISSION: _submission_closed,
    Protocol.MANAGESIEVE: _managesieve_closed,
}
