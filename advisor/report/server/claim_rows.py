"""One signpost's word on one service, beside our proposal and what the server itself said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.findings.codes import FindingCode
from advisor.report.cells import Cell, Tone, judged
from advisor.report.names import source_phrase
from advisor.report.texts import claims as words
from advisor.report.texts import steps
from advisor.report.texts.server import AUTHENTICATIONS, SECURITIES, TRUSTS, UNPROTECTED_PASSWORD, USERNAMES
from advisor.report.texts.tolerated import TOLERATED
from advisor.settings.candidates import is_usable, services_of
from advisor.settings.values import ServerSettings
from advisor.text import Language, Text
from probes.codes import NOTHING_THERE, Authentication, Security, Source, Status, UsernameForm
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, ProbeReport, Service
from probes.sign_in import nobody_signs_in

_SRV = re.compile(r" SRV (\d{1,5}) (\d{1,5}) ", re.ASCII)  # priority and weight (RFC 2782)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row: who says it and how far to believe it, what it says, how it compares, what the server says.

    ``details``: encryption, user name and ways to sign in as far as they are stated, what the record says of its rank
    and whether it is protected, then what we had to overlook.
    """

    source: str
    trust: str
    server: str
    port: str
    details: tuple[str, ...]
    compared: Cell
    seen: Cell


def claim_row(report: ProbeReport, claim: Claim, ours: ServerSettings | None, language: Language) -> ClaimRow:
    """The row of one claim; ``ours`` is what we propose for its service."""
    off = claim.host == NOT_OFFERED
    return ClaimRow(
        source=_as_heading(source_phrase(claim, language)),
        trust=TRUSTS[claim.trust].into(language),
        server=words.SERVER_OFF.into(language) if off else host_name(claim.host),
        port="" if off else _port(claim, language),
        details=tuple(_details(claim, language)),
        compared=_compared(claim, ours, language),
        seen=_seen(report, claim, language),
    )


def _compared(claim: Claim, ours: ServerSettings | None, language: Language) -> Cell:
    """The claim beside our proposal, in words."""
    if claim.host == NOT_OFFERED:
        return Cell(words.SAYS_OFF.into(language), Tone.WARN if ours else Tone.NONE)
    if ours is None:
        return Cell(words.NOT_COMPARED.into(language), Tone.NONE)
    if host_name(claim.host) != ours.host:
        guess = claim.source is Source.GUESS
        text = words.ALSO_GUESSED if guess else words.OTHER_SERVER
        return Cell(text.into(language), Tone.NONE if guess else Tone.WARN)
    if ours.contradicts_username(claim.username, claim.username_template):
        return Cell(words.OTHER_USERNAME.into(language), Tone.WARN)
    if claim.port in (None, ours.port) and claim.security in (None, ours.security):
        return Cell(words.AS_PROPOSED.into(language), Tone.GOOD)
    return Cell(words.OTHER_WAY.into(language), Tone.NONE)


def _as_heading(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _port(claim: Claim, language: Language) -> str:
    if claim.port is None:
        if claim.source is Source.GUESS:
            return ""
        return words.ANY_PORT.into(language)
    return words.PORT.into(language, port=claim.port)


def _details(claim: Claim, language: Language) -> list[str]:
    said = [SECURITIES[claim.security].into(language)] if claim.security is not None else []
    if claim.username is UsernameForm.OTHER and claim.username_template:
        said.append(words.OWN_USERNAME.into(language, template=claim.username_template))
    elif claim.username is not None:
        said.append(USERNAMES[claim.username].into(language))
    said.extend(_method(method, claim).into(language) for method in claim.authentication)
    said.extend(_of_record(claim, language))
    said.extend(_of_fetching(claim, language))
    return said + [_overlooked(code, language) for code in claim.tolerated]


def _method(method: Authentication, claim: Claim) -> Text:
    readable = method is Authentication.PASSWORD_CLEARTEXT and claim.security is Security.NONE
    return UNPROTECTED_PASSWORD if readable else AUTHENTICATIONS[method]


def _of_record(claim: Claim, language: Language) -> Iterator[str]:
    """Of several SRV records the lowest rank comes first; among equals the weight shares out."""
    found = _SRV.search(claim.evidence.record or "") if claim.source is Source.SRV else None
    if found is not None:
        yield words.SRV_ORDER.into(language, priority=found[1], weight=found[2])
    if claim.evidence.dnssec:
        yield steps.SIGNED.into(language)


def _of_fetching(claim: Claim, language: Language) -> Iterator[str]:
    if claim.leave_on_server is False:
        yield words.TAKEN_AWAY.into(language)
    elif claim.leave_on_server and claim.leave_days is not None:
        yield words.LEFT_FOR.into(language, days=claim.leave_days)
    elif claim.leave_on_server:
        yield words.LEFT_THERE.into(language)


def _overlooked(code: str, language: Language) -> str:
    known = TOLERATED.get(code)
    return words.TOLERATED.into(language, what=known.into(language) if known else code)


def _seen(report: ProbeReport, claim: Claim, language: Language) -> Cell:
    if claim.host == NOT_OFFERED:
        return Cell(words.NOTHING_TO_ASK.into(language), Tone.NONE)
    tried = services_of(report, claim)
    named = [service for service in tried if claim.port in (None, service.port)]
    best = min(named, key=_distance, default=None)
    if best is None or best.status is Status.NOT_RUN:
        return Cell(words.NOT_ASKED.into(language), Tone.NONE)
    reason = FindingCode.NO_SIGN_IN_OFFERED if nobody_signs_in(best) else best.reason
    if reason is None:
        return Cell(words.WORKS.into(language), Tone.GOOD)
    seen = judged(reason, language)
    elsewhere = next((service.port for service in tried if is_usable(service)), None)
    if elsewhere is None:
        return seen
    return Cell(words.WORKS_ELSEWHERE.into(language, problem=seen.text, port=elsewhere), seen.tone)


def _distance(service: Service) -> tuple[bool, bool, bool, bool, bool]:
    return (
        not is_usable(service),
        service.status is Status.NOT_RUN,
        service.status is not Status.COMPLETED,
        service.reason in NOTHING_THERE,
        service.second_family,
    )
