"""Rules about signing in, and about fetching (POP3); only what is seen within encryption counts."""

import re
from collections.abc import Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.rules.parts import completed, finding
from advisor.findings.values import Finding, Severity, subject_of
from probes.capa import offers_apop, setting_decides, words_of
from probes.codes import Authentication, Protocol
from probes.results import ProbeReport, Service
from probes.sign_in import nobody_signs_in, pop3_ways, shown

LONG_DELAY_SECONDS = 60
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def no_sign_in_offered(report: ProbeReport) -> Iterator[Finding]:
    """Within encryption the server lists no way to sign in: nobody can use it, however well it answers.

    Rules for sorting mail are no part of what everybody needs, so there it is only a warning.
    """
    for service in completed(report):
        if nobody_signs_in(service):
            severity = Severity.WARNING if service.protocol is Protocol.MANAGESIEVE else None
            yield finding(FindingCode.NO_SIGN_IN_OFFERED, subject_of(service), severity)


def oauth2_only(report: ProbeReport) -> Iterator[Finding]:
    """OAuth2 is all that the server lists."""
    for service in completed(report):
        if set(service.authentication) == {Authentication.OAUTH2}:
            yield finding(FindingCode.OAUTH2_ONLY, subject_of(service))


def apop_only(report: ProbeReport) -> Iterator[Finding]:
    """The capabilities name neither USER nor a SASL mechanism, and the greeting offers APOP."""
    for service in _speaking(report):
        if not pop3_ways(service) and offers_apop(service.greeting):
            yield finding(FindingCode.APOP_ONLY, subject_of(service))


def missing_uidl(report: ProbeReport) -> Iterator[Finding]:
    """Without UIDL a program that leaves copies cannot tell what it has fetched (RFC 1939 section 7)."""
    for service in _speaking(report):
        if not any(words[0] == "UIDL" for words in _words(service)):
            yield finding(FindingCode.MISSING_UIDL, subject_of(service))


def expire(report: ProbeReport) -> Iterator[Finding]:
    """The server deletes by itself (RFC 2449 section 6.7); ``EXPIRE NEVER`` and silence mean no limit."""
    for service in _speaking(report):
        if setting_decides(shown(service)):
            continue
        days = _argument(service, "EXPIRE")
        if days == 0:
            yield finding(FindingCode.EXPIRE_FORBIDS_COPY, subject_of(service))
        elif days is not None:
            yield finding(FindingCode.EXPIRE_DESTROYS_COPY, subject_of(service), days=days)


def login_delay_long(report: ProbeReport) -> Iterator[Finding]:
    """A pause that programs and second devices run into (RFC 2449 section 6.5)."""
    for service in _speaking(report):
        seconds = _argument(service, "LOGIN-DELAY")
        if seconds is not None and seconds > LONG_DELAY_SECONDS:
            yield finding(FindingCode.LOGIN_DELAY_LONG, subject_of(service), seconds=seconds)


def pop3_without_capa(report: ProbeReport) -> Iterator[Finding]:
    """The server answered, but not the question for its capabilities (it is older than RFC 2449)."""
    for service in completed(report, Protocol.POP3):
        if service.capabilities.after_tls == ():
            yield finding(FindingCode.POP3_WITHOUT_CAPA, subject_of(service))


def _speaking(report: ProbeReport) -> list[Service]:
    """The POP3 services that listed their capabilities."""
    return [service for service in completed(report, Protocol.POP3) if shown(service)]


def _words(service: Service) -> list[list[str]]:
    return [words_of(line) for line in shown(service)]


def _argument(service: Service, word: str) -> int | None:
    """The number behind a capability, the smallest where it stands there twice."""
    found = (words[1] for words in _words(service) if words[0] == word and len(words) > 1)
    return min((int(text) for text in found if _NUMBER.fullmatch(text)), default=None)
