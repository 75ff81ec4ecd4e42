"""What the decision takes from the mail server report: facts only, None where nobody has seen it."""

from dataclasses import dataclass, replace

from advisor.decision.measured import NOTHING, Measured
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import ReadingProtocol
from probes.capa import words_of
from probes.codes import Authentication, Offer, Protocol, Status
from probes.results import ProbeReport, Service

OFF = (Offer.OFF_ON_PURPOSE, Offer.NOT_FOUND)
UNTESTED = (Offer.UNREACHABLE, Offer.NOT_TESTED)


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """Facts of one mail server. ``reported`` False: there is no report, the offers are the person's own word.

    ``uidl``: POP3 can tell old mail from new. ``expire_days``: the server deletes after so many days (RFC 2449
    section 6.7; 0: mail may not be left at all). ``idle``: IMAP can push; False only if seen after login.
    ``measured``: what of all this a look into a mailbox has shown.
    """

    reported: bool = False
    imap: Offer | None = None
    pop3: Offer | None = None
    uidl: bool | None = None
    expire_days: int | None = None
    idle: bool | None = None
    provider: str | None = None
    notes: tuple[str, ...] = ()
    oauth2_only: tuple[ReadingProtocol, ...] = ()
    measured: Measured = NOTHING

    def offer(self, protocol: ReadingProtocol) -> Offer | None:
        """The verdict on one protocol, None where nothing is known."""
        return self.imap if protocol is ReadingProtocol.IMAP else self.pop3

    def is_off(self, protocol: ReadingProtocol) -> bool:
        """Whether the server is known not to offer the protocol."""
        return self.offer(protocol) in OFF


def facts_of(answers: Answers, report: ProbeReport | None, measured: Measured = NOTHING) -> ServerFacts:
    """The facts of the report, or without one what the person said about the server; what was measured wins."""
    announced = _stated(answers.code(Key.SERVER_OFFERS)) if report is None else _reported(report)
    return announced if measured is NOTHING else _with_measured(announced, measured)


def _with_measured(facts: ServerFacts, seen: Measured) -> ServerFacts:
    return replace(
        facts,
        imap=_entered(facts, facts.imap, signed_in=seen.imap),
        pop3=_entered(facts, facts.pop3, signed_in=seen.pop3),
        uidl=facts.uidl if seen.uidl is None else seen.uidl,
        expire_days=seen.expire_days if seen.expire_told else facts.expire_days,
        idle=facts.idle if seen.idle is None else seen.idle,
        measured=seen,
    )


def _entered(facts: ServerFacts, offer: Offer | None, *, signed_in: bool) -> Offer | None:
    """Whoever has signed in knows that the protocol is offered; a report that says otherwise was about all hosts."""
    unknown = not facts.reported or offer in UNTESTED
    return Offer.OFFERED if signed_in and unknown else offer


def _reported(report: ProbeReport) -> ServerFacts:
    pop3 = _tokens(report, Protocol.POP3)
    return ServerFacts(
        reported=True,
        imap=report.offers.imap,
        pop3=report.offers.pop3,
        uidl="UIDL" in {words_of(token)[0] for token in pop3} if pop3 else None,
        expire_days=_expire(pop3),
        idle=_idle(report),
        provider=report.provider.id if report.provider else None,
        notes=report.provider.note_codes if report.provider else (),
        oauth2_only=tuple(protocol for protocol in ReadingProtocol if _oauth2_only(report, protocol)),
    )


def _stated(offers: str | None) -> ServerFacts:
    match offers:
        case "pop3_only":
            return ServerFacts(imap=Offer.NOT_FOUND, pop3=Offer.OFFERED)
        case "imap_only":
            return ServerFacts(imap=Offer.OFFERED, pop3=Offer.NOT_FOUND)
        case _:
            return ServerFacts()


def _completed(report: ProbeReport, protocol: Protocol) -> list[Service]:
    return [one for one in report.services if one.protocol is protocol and one.status is Status.COMPLETED]


def _tokens(report: ProbeReport, protocol: Protocol) -> tuple[str, ...]:
    """What the services of the protocol announce, in capitals: after login, else within encryption.

    Nothing that was said in clear text: anybody on the way may have written it (RFC 2595 section 4).
    """
    shown = (service.capabilities for service in _completed(report, protocol))
    counting = (lists.after_login or lists.after_tls or () for lists in shown)
    return tuple(token.upper() for tokens in counting for token in tokens if token.strip())


def _idle(report: ProbeReport) -> bool | None:
    """Only what the server showed after login counts: many announce IDLE no earlier (RFC 3501 section 6.1.1)."""
    shown = [service.capabilities.after_login or () for service in _completed(report, Protocol.IMAP)]
    seen = [token.upper() for tokens in shown for token in tokens]
    return "IDLE" in seen if seen else None


def _expire(tokens: tuple[str, ...]) -> int | None:
    """The shortest time that the server announces; ``EXPIRE NEVER`` and no word at all mean no limit."""
    words = [words_of(token) for token in tokens]
    days = [int(word[1]) for word in words if word[0] == "EXPIRE" and len(word) > 1 and _is_days(word[1])]
    return min(days, default=None)


def _is_days(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 6


def _oauth2_only(report: ProbeReport, protocol: ReadingProtocol) -> bool:
    offered = {method for service in _completed(report, Protocol(protocol)) for method in service.authentication}
    return offered == {Authentication.OAUTH2}
