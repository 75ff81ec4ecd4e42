"""What the decision takes from the mail server report: facts only, None where nobody has seen it."""

from dataclasses import dataclass, replace

from advisor.decision.announced import LEAN_SYNC, Tokens, announced, expire_days, login_delay, names_uidl
from advisor.decision.codes import Insecurity
from advisor.decision.measured import NOTHING, Measured
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import ReadingProtocol
from probes.codes import Authentication, Offer, Protocol, Reason, Status
from probes.results import ProbeReport, Service
from probes.sign_in import all_closed

OFF = (Offer.OFF_ON_PURPOSE, Offer.NOT_FOUND)
UNTESTED = (Offer.UNREACHABLE, Offer.NOT_TESTED)

NOTED_INTERVAL = 900
"""Seconds between two visits that providers with the note ``pop3_min_interval`` ask for (15 minutes)."""

_INSECURE = (
    (Reason.TLS_VERSION, Insecurity.OLD_TLS),
    (Reason.STARTTLS_INJECTION, Insecurity.INJECTION),
    (Reason.PREAUTH, Insecurity.PREAUTH),
)


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """Facts of one mail server. ``reported`` False: there is no report, the offers are the person's own word.

    ``insecure``: why a protocol that answers insecurely only cannot be used. ``uidl``: POP3 can tell old mail from
    new. ``expire_days``: the server deletes after so many days (RFC 2449 section 6.7; 0: mail may not be left at
    all). ``login_delay``: seconds between two visits by POP3. ``idle``: IMAP can push; False only if seen after
    login. ``lean_sync``: IMAP spares programs the state of every mail. ``tells_quota``: IMAP tells how much fits.
    ``special_use``: it names the folder for sent mail. ``shared_folders``: it can share folders between people.
    ``measured``: what of all this a look into a mailbox has shown.
    """

    reported: bool = False
    imap: Offer | None = None
    pop3: Offer | None = None
    insecure: tuple[tuple[ReadingProtocol, Insecurity], ...] = ()
    uidl: bool | None = None
    expire_days: int | None = None
    login_delay: int | None = None
    idle: bool | None = None
    lean_sync: bool | None = None
    tells_quota: bool | None = None
    special_use: bool | None = None
    shared_folders: bool | None = None
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

    def insecurity(self, protocol: ReadingProtocol) -> Insecurity | None:
        """Why the protocol cannot be used as it is, None where it can or nobody knows."""
        return dict(self.insecure).get(protocol)


def facts_of(answers: Answers, report: ProbeReport | None, measured: Measured = NOTHING) -> ServerFacts:
    """The facts of the report, or without one what the person said about the server; what was measured wins."""
    stated = _stated(answers.code(Key.SERVER_OFFERS)) if report is None else _reported(report)
    return stated if measured is NOTHING else _with_measured(stated, measured)


def _with_measured(facts: ServerFacts, seen: Measured) -> ServerFacts:
    return replace(
        facts,
        imap=_entered(facts, facts.imap, signed_in=seen.imap),
        pop3=_entered(facts, facts.pop3, signed_in=seen.pop3),
        uidl=_newer(seen.uidl, facts.uidl),
        expire_days=seen.expire_days if seen.expire_told else facts.expire_days,
        login_delay=facts.login_delay if seen.login_delay is None else seen.login_delay,
        idle=_newer(seen.idle, facts.idle),
        lean_sync=_newer(seen.lean_sync, facts.lean_sync),
        tells_quota=_newer(seen.tells_quota, facts.tells_quota),
        special_use=_newer(seen.special_use, facts.special_use),
        shared_folders=_newer(seen.shared_folders, facts.shared_folders),
        measured=seen,
    )


def _newer(measured: bool | None, announced_before: bool | None) -> bool | None:
    return announced_before if measured is None else measured


def _entered(facts: ServerFacts, offer: Offer | None, *, signed_in: bool) -> Offer | None:
    """Whoever has signed in knows that the protocol is offered; a report that says otherwise was about all hosts."""
    unknown = not facts.reported or offer in UNTESTED
    return Offer.OFFERED if signed_in and unknown else offer


def _reported(report: ProbeReport) -> ServerFacts:
    lists = _lists(report, Protocol.POP3)
    pop3 = tuple(token for each in lists for token in each)
    notes = report.provider.note_codes if report.provider else ()
    after_login, within_tls = _imap_lists(report)
    insecure = ((protocol, _insecurity(report, protocol)) for protocol in ReadingProtocol)
    return ServerFacts(
        reported=True,
        imap=_offered(report, ReadingProtocol.IMAP),
        pop3=_offered(report, ReadingProtocol.POP3),
        insecure=tuple((protocol, why) for protocol, why in insecure if why is not None),
        uidl=names_uidl(pop3),
        expire_days=min((days for each in lists if (days := expire_days(each)) is not None), default=None),
        login_delay=_longer(login_delay(pop3), NOTED_INTERVAL if "pop3_min_interval" in notes else None),
        idle=announced(("IDLE",), after_login),
        lean_sync=announced(LEAN_SYNC, after_login, within_tls),
        tells_quota=announced(("QUOTA",), after_login, within_tls),
        special_use=announced(("SPECIAL-USE",), after_login, within_tls),
        shared_folders=announced(("ACL",), after_login, within_tls),
        provider=report.provider.id if report.provider else None,
        notes=notes,
        oauth2_only=tuple(protocol for protocol in ReadingProtocol if _oauth2_only(report, protocol)),
    )


def _longer(*seconds: int | None) -> int | None:
    return max((one for one in seconds if one is not None), default=None)


def _stated(offers: str | None) -> ServerFacts:
    match offers:
        case "pop3_only":
            return ServerFacts(imap=Offer.NOT_FOUND, pop3=Offer.OFFERED)
        case "imap_only":
            return ServerFacts(imap=Offer.OFFERED, pop3=Offer.NOT_FOUND)
        case _:
            return ServerFacts()


def _completed(report: ProbeReport, protocol: Protocol) -> list[Service]:
    """The services that answered: those that proved their name, else the others."""
    found = [one for one in report.services if one.protocol is protocol and one.status is Status.COMPLETED]
    return [one for one in found if one.reason is None] or found


def _offered(report: ProbeReport, protocol: ReadingProtocol) -> Offer:
    """The verdict of the report; one of before may have called a server offered at which nobody signs in."""
    offer = report.offers.of(Protocol(protocol))
    closed = all_closed(one for one in report.services if one.protocol is Protocol(protocol))
    return Offer.UNREACHABLE if offer is Offer.OFFERED and closed else offer


def _insecurity(report: ProbeReport, protocol: ReadingProtocol) -> Insecurity | None:
    """What is wrong at the least: the certificate where encryption works, then what is nearest to that."""
    own = [one for one in report.services if one.protocol is Protocol(protocol)]
    if not own or report.offers.of(Protocol(protocol)) is not Offer.INSECURE_ONLY:
        return None
    if any(one.status is Status.COMPLETED for one in own):
        return Insecurity.CERTIFICATE
    reasons = {one.reason for one in own}
    return next((why for reason, why in _INSECURE if reason in reasons), Insecurity.CLEAR_TEXT)


def _lists(report: ProbeReport, protocol: Protocol) -> list[Tokens]:
    """What each service of the protocol announces: after login, else within encryption.

    Nothing that was said in clear text: anybody on the way may have written it (RFC 2595 section 4).
    """
    shown = (service.capabilities for service in _completed(report, protocol))
    return [lists.after_login or lists.after_tls or () for lists in shown]


def _imap_lists(report: ProbeReport) -> tuple[Tokens, Tokens]:
    """What IMAP announces after login, and before that within encryption."""
    shown = [service.capabilities for service in _completed(report, Protocol.IMAP)]
    after_login = tuple(token for lists in shown for token in lists.after_login or ())
    return after_login, tuple(token for lists in shown for token in lists.after_tls or ())


def _oauth2_only(report: ProbeReport, protocol: ReadingProtocol) -> bool:
    offered = {method for service in _completed(report, Protocol(protocol)) for method in service.authentication}
    return offered == {Authentication.OAUTH2}
