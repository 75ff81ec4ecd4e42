"""One row of the server check: the verdict on a service, and the facts of the server that speaks for it best."""

from dataclasses import replace

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import FIXER_NAMES, Fixer, Outcome
from advisor.findings.table import outcome
from advisor.findings.values import Severity
from advisor.report.capabilities.product import product_cell
from advisor.report.cells import Cell, Tone, judged, offer_cell
from advisor.report.dates import day
from advisor.report.server.families import families
from advisor.report.server.notices import answers_oddly, nothing_sought, said_no
from advisor.report.server.values import Fact, ServiceView
from advisor.report.texts import check
from advisor.report.texts.capabilities.words import SOFTWARE
from advisor.report.texts.server import AUTHENTICATIONS, SERVICES, SOURCES, TRUSTS
from advisor.settings.candidates import is_proven
from advisor.settings.claim_order import order_of
from advisor.settings.consent import needs_word
from advisor.settings.selection import Selection, select, service_settings
from advisor.text import Language, Text
from probes.codes import (
    NOTHING_THERE,
    SPEAKS_BUT_UNSAFE,
    Authentication,
    Offer,
    Protocol,
    Reason,
    Security,
    Source,
    Status,
)
from probes.host_names import host_name
from probes.results import Certificate, ProbeReport, Service
from probes.sign_in import all_closed, nobody_signs_in

_NAMES_SHOWN = 3
_ENCRYPTED_BADLY = frozenset({Reason.TLS_VERSION, Reason.TLS_FAILED})
_IN_CLEAR = (SPEAKS_BUT_UNSAFE | {Reason.PLAIN_ON_TLS_PORT}) - _ENCRYPTED_BADLY
NOTHING_SOUGHT = Outcome(
    Severity.INFO,
    Fixer.COMPANY,
    Text("Nicht gesucht", "Not looked for"),
    Text(
        "Die Domain nimmt keine Post an und nennt keinen Server. Übliche Namen haben wir darum nicht versucht.",
        "The domain takes no mail and names no server. That is why we tried no usual names.",
    ),
    Text(
        "Geben Sie die Domain ein, die in Ihren E-Mail-Adressen steht.",
        "Enter the domain that your mail addresses carry.",
    ),
)
"""In place of "answers under none of the names" where no name was tried."""

SIGNS_ALL_IN = replace(
    outcome(Offer.INSECURE_ONLY),
    meaning=Text(
        "Der Dienst antwortet, fragt uns aber nach keinem Passwort. So, wie er ist, darf ihn niemand brauchen.",
        "The service answers but asks us for no password. As it is, nobody may use it.",
    ),
)
"""In place of a word against encryption or certificate, which may be in order."""


ANSWERS_ODDLY = replace(
    outcome(Offer.UNREACHABLE),
    name=Text("Antwortet nicht richtig", "Does not answer properly"),
    meaning=Text(
        "Ein Server antwortet, aber nicht so, wie er es für diesen Dienst müsste. Ob der Dienst sonst geht, wissen wir "
        "nicht.",
        "A server answers, but not as it should for this service. Whether the service works otherwise, we do not know.",
    ),
    action=Text(
        "Fragen Sie den Anbieter; was wir sahen, steht weiter unten.",
        "Ask the provider; what we saw stands further down.",
    ),
)
"""In place of "we did not get through" where somebody spoke."""


def service_view(report: ProbeReport, protocol: Protocol, language: Language, *, has_task: bool = False) -> ServiceView:
    """Everything that the page says about one service; ``has_task``: a finding about it asks for action."""
    offer = report.offers.of(protocol)
    selection = select(report, protocol)
    best = _best_attempt(report, protocol, selection)
    meant = _meaning(report, protocol, offer)
    return ServiceView(
        code=protocol.value,
        name=SERVICES[protocol].into(language),
        status=service_status(report, protocol, language),
        meaning=meant.meaning.into(language),
        action=_action(report, meant, selection, has_task=has_task).into(language),
        fixer=_fixer(meant, language),
        server=best.endpoint if best else None,
        facts=_facts(report, best, language) if best else (),
    )


def service_status(report: ProbeReport, protocol: Protocol, language: Language) -> Cell:
    """The verdict in a word or two; who did speak to us is not called out of reach."""
    no = said_no(report, protocol)
    if no is not None:
        return judged(no, language)
    cell = offer_cell(report, protocol, language)
    return replace(cell, text=ANSWERS_ODDLY.name.into(language)) if answers_oddly(report, protocol) else cell


def _best_attempt(report: ProbeReport, protocol: Protocol, selection: Selection) -> Service | None:
    """The attempt that the verdict rests on: what is proposed, else what came farthest; none where nothing answered."""
    tried = [service for service in report.services if service.protocol is protocol]
    answering = [each for each in tried if each.status is Status.COMPLETED or each.tls is not None or each.greeting]
    return min(answering, key=lambda service: _distance(service, selection), default=None)


def _distance(service: Service, selection: Selection) -> tuple[bool, ...]:
    """The smaller, the better; among equals encryption from the start comes first."""
    chosen = selection.settings
    is_chosen = chosen is not None and (service.host, service.port) == (chosen.host, chosen.port)
    ended = service.status is not Status.COMPLETED
    return not is_proven(service), not is_chosen, ended, service.tls is None, service.security is not Security.TLS


def _meaning(report: ProbeReport, protocol: Protocol, offer: Offer) -> Outcome:
    """The verdict's own words, or why nothing was tried; what is wrong with a server stands among the findings."""
    if _is_closed(report, protocol):
        return outcome(FindingCode.NO_SIGN_IN_OFFERED)
    if offer is Offer.NOT_FOUND and nothing_sought(report, protocol):
        return NOTHING_SOUGHT
    if offer is Offer.INSECURE_ONLY and _signs_all_in(report, protocol):
        return SIGNS_ALL_IN
    no = said_no(report, protocol)
    if no is not None:
        return outcome(no)
    if answers_oddly(report, protocol):
        return ANSWERS_ODDLY
    cause = _why_nothing_ran(report, protocol)
    return outcome(cause if offer is Offer.NOT_TESTED and cause is not None else offer)


def _is_closed(report: ProbeReport, protocol: Protocol) -> bool:
    return all_closed(each for each in report.services if each.protocol is protocol)


def _signs_all_in(report: ProbeReport, protocol: Protocol) -> bool:
    """Whether that is all that is wrong, so that nothing is said against encryption and certificate."""
    tried = [each for each in report.services if each.protocol is protocol]
    ends_well = any(each.status is Status.COMPLETED for each in tried)
    return not ends_well and {each.reason for each in tried} & SPEAKS_BUT_UNSAFE == {Reason.PREAUTH}


def _action(report: ProbeReport, meant: Outcome, selection: Selection, *, has_task: bool) -> Text:
    """A server that nobody reliable named is the person's to confirm, however well it works."""
    if report.offers.of(selection.protocol) is not Offer.OFFERED:
        return meant.action
    if selection.settings is not None and needs_word(selection.settings, service_settings(report)):
        return check.CONFIRM_FIRST
    return check.SEE_TO_DO if has_task else meant.action


def _why_nothing_ran(report: ProbeReport, protocol: Protocol) -> Reason | None:
    """The one reason for all that was not tried. Beside servers that are not there it counts only as our own choice."""
    tried = [each for each in report.services if each.protocol is protocol]
    causes = {each.reason for each in tried if each.status is Status.NOT_RUN}
    others = {each.reason for each in tried if each.status is not Status.NOT_RUN}
    if len(causes) != 1 or not others <= (NOTHING_THERE if causes == {Reason.LEFT_ALONE} else frozenset()):
        return None
    return causes.pop()


def _fixer(meant: Outcome, language: Language) -> str:
    return "" if meant.fixer is Fixer.NOBODY else FIXER_NAMES[meant.fixer].into(language)


def _facts(report: ProbeReport, best: Service, language: Language) -> tuple[Fact, ...]:
    return (
        Fact(check.REACHABLE.into(language), _reachable(best, language)),
        Fact(check.ADDRESSES.into(language), families(report, best, language)),
        Fact(check.ENCRYPTED.into(language), _encrypted(best, language)),
        Fact(check.CERTIFICATE.into(language), _certificate(best, language)),
        Fact(check.SIGN_IN.into(language), _sign_in(best, language)),
        Fact(SOFTWARE.into(language), product_cell(best, report.services, language)),
        Fact(check.ORIGIN.into(language), _origin(report, best, language)),
    )


def _reachable(best: Service, language: Language) -> Cell:
    milliseconds = best.timings_ms.connect
    if milliseconds is None:
        return Cell(check.ANSWERS.into(language), Tone.GOOD)
    by_time = {0: check.ANSWERS_AT_ONCE, 1: check.ANSWERS_IN_ONE}
    return Cell(by_time.get(milliseconds, check.ANSWERS_IN).into(language, ms=milliseconds), Tone.GOOD)


def _encrypted(best: Service, language: Language) -> Cell:
    """A server that was busy or hung up has shown nothing of its encryption."""
    if best.security is Security.NONE or (best.tls is None and best.reason in _IN_CLEAR):
        return Cell(check.NOT_ENCRYPTED.into(language), Tone.BAD)
    if best.tls is None and best.reason in _ENCRYPTED_BADLY:
        return Cell(outcome(best.reason).name.into(language), Tone.BAD)
    if best.tls is None:
        return Cell(check.NO_TEST.into(language), Tone.NONE)
    return Cell(check.ENCRYPTED_WITH[best.security].into(language, version=best.tls.version), Tone.GOOD)


def _certificate(best: Service, language: Language) -> Cell:
    certificate = best.tls.certificate if best.tls else None
    if certificate is None:
        return Cell(check.NO_TEST.into(language), Tone.NONE)
    if certificate.problem is not None:
        names = ", ".join(certificate.names[:_NAMES_SHOWN]) or certificate.subject
        problem = outcome(certificate.problem).name.into(language)
        return Cell(check.ISSUED_FOR.into(language, problem=problem, names=names), Tone.BAD)
    until = day(certificate.not_after, language)
    return Cell(check.FITS_UNTIL.into(language, days=_days(certificate, language), date=until), Tone.GOOD)


def _days(certificate: Certificate, language: Language) -> str:
    if certificate.days_left == 1:
        return check.ONE_DAY.into(language)
    return check.DAYS.into(language, days=certificate.days_left)


def _sign_in(best: Service, language: Language) -> Cell:
    if nobody_signs_in(best):
        return Cell(check.SIGN_IN_NONE.into(language), Tone.BAD)
    if not best.authentication:
        return Cell(check.SIGN_IN_UNKNOWN.into(language), Tone.NONE)
    if best.tls is None:
        return Cell(check.SIGN_IN_UNPROTECTED.into(language), Tone.BAD)
    certificate = best.tls.certificate
    proven = certificate is not None and certificate.problem is None
    words = AUTHENTICATIONS if proven else AUTHENTICATIONS | {Authentication.PASSWORD_CLEARTEXT: check.SIGN_IN_UNPROVEN}
    return Cell("; ".join(words[method].into(language) for method in best.authentication), Tone.NONE)


def _origin(report: ProbeReport, best: Service, language: Language) -> Cell:
    """The most reliable signpost that named this server, and how many others did; all of them have their own page."""
    claims = [each for each in report.claims if each.protocol is best.protocol and host_name(each.host) == best.host]
    if not claims:
        return Cell(check.NO_SOURCE.into(language), Tone.NONE)
    first = min(claims, key=order_of)
    text = SOURCES[first.source].into(language)
    if first.source is not Source.GUESS:
        text = check.CONFIRMED_BY.into(language, source=text, trust=TRUSTS[first.trust].into(language))
    others = len({each.source for each in claims} - {first.source, Source.GUESS})
    if not others:
        return Cell(text, Tone.NONE)
    return Cell((check.ONE_MORE if others == 1 else check.SOME_MORE).into(language, best=text, count=others), Tone.NONE)
