"""Rules about the records and files by which programs set themselves up."""

from collections.abc import Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.rules.parts import completed, finding, published, where
from advisor.findings.values import Finding, subject_of_host
from advisor.settings.clients.files import misspelt
from advisor.settings.clients.outcomes import exchange_checks
from advisor.settings.codes import MICROSOFT
from probes.codes import AUTOCONFIG_FILES, READING, Protocol, Reason, Security, Source, SourceNote
from probes.host_names import host_name
from probes.results import Claim, ProbeReport, SourceCheck

_SECURE_FILES = (Source.AUTOCONFIG_HTTPS, Source.WELL_KNOWN_HTTPS)
_OPEN_FILES = (Source.AUTOCONFIG_HTTP, Source.WELL_KNOWN_HTTP)
_ORDERED = (*AUTOCONFIG_FILES, Source.ISPDB)
_MICROSOFT_HOSTS = ("outlook.com", "office365.com", "microsoft.com")
_CERTIFICATE = "certificate_"
_CNAME = "target_is_cname"
_PLACEHOLDER = "placeholder_unclosed"


def published_cleartext(report: ProbeReport) -> Iterator[Finding]:
    """A source that leads programs to a server without encryption."""
    for claim in published(report):
        if claim.security is Security.NONE:
            yield _of_claim(FindingCode.PUBLISHED_CLEARTEXT, claim)


def placeholder_broken(report: ProbeReport) -> Iterator[Finding]:
    """The user name of a settings file was mended by us; other programs may take it as it stands."""
    for claim in published(report):
        if _PLACEHOLDER in claim.tolerated:
            yield _of_claim(FindingCode.PLACEHOLDER_BROKEN, claim)


def autoconfig_words(report: ProbeReport) -> Iterator[Finding]:
    """A settings file that few programs read: it is not written in the words of its format, or does not come as XML."""
    for claim in published(report, sources=(*AUTOCONFIG_FILES, Source.TXT_MAILCONF)):
        if misspelt(claim) or SourceNote.WRONG_CONTENT_TYPE in _notes(report, claim.source):
            yield _of_source(FindingCode.AUTOCONFIG_WORDS, claim.source, where(claim.evidence))


def srv_target_is_cname(report: ProbeReport) -> Iterator[Finding]:
    """The target of an SRV record must be no alias (RFC 2782)."""
    for claim in report.claims:
        if claim.source is Source.SRV and _CNAME in claim.tolerated:
            yield _of_claim(FindingCode.SRV_TARGET_IS_CNAME, claim)


def pop3_listed_first(report: ProbeReport) -> Iterator[Finding]:
    """A file that lists POP3 before IMAP: programs that take the first entry then choose POP3."""
    for source in _ORDERED:
        incoming = [claim for claim in report.claims if claim.source is source and claim.protocol in READING]
        both = len({claim.protocol for claim in incoming}) > 1
        noted = SourceNote.POP3_FIRST in _notes(report, source)
        if both and (noted or incoming[0].protocol is Protocol.POP3):
            yield _of_source(FindingCode.POP3_LISTED_FIRST, source, where(incoming[0].evidence))


def autoconfig_http_only(report: ProbeReport) -> Iterator[Finding]:
    """The domain's settings file is there, but only without protection."""
    with_claims = {claim.source: claim for claim in reversed(report.claims)}
    if any(source in with_claims for source in _SECURE_FILES):
        return
    for source in _OPEN_FILES:
        if source in with_claims:
            yield _of_source(FindingCode.AUTOCONFIG_HTTP_ONLY, source, where(with_claims[source].evidence))
            return


def autoconfig_html(report: ProbeReport) -> Iterator[Finding]:
    """A web page where a settings file should be."""
    for check in _checks(report, AUTOCONFIG_FILES):
        if SourceNote.HTML_INSTEAD in check.notes:
            yield _of_source(FindingCode.AUTOCONFIG_HTML, check.source, _last_step(check))


def autoconfig_unreadable(report: ProbeReport) -> Iterator[Finding]:
    """Something is there that is no settings file, nor a web page."""
    for check in _checks(report, AUTOCONFIG_FILES):
        unreadable = SourceNote.NOT_READABLE in check.notes or check.reason is Reason.PROTOCOL_ERROR
        if unreadable and SourceNote.HTML_INSTEAD not in check.notes:
            yield _of_source(FindingCode.AUTOCONFIG_UNREADABLE, check.source, _last_step(check))


def certificate_wrong(report: ProbeReport) -> Iterator[Finding]:
    """A web server with a certificate that does not fit, where programs ask for settings."""
    places = (
        (FindingCode.AUTODISCOVER_CERTIFICATE_WRONG, (Source.AUTODISCOVER,)),
        (FindingCode.AUTOCONFIG_CERTIFICATE_WRONG, (Source.AUTOCONFIG_HTTPS,)),
    )
    for code, sources in places:
        for check in _checks(report, sources):
            refused = check.reason is not None and check.reason.value.startswith(_CERTIFICATE)
            if not check.claims and (refused or SourceNote.CERTIFICATE_PROBLEM in check.notes):
                yield _of_source(code, check.source, _faulty_step(check))


def pacc_digest(report: ProbeReport) -> Iterator[Finding]:
    """Whether the PACC file carries the checksum that makes it trustworthy."""
    notes = _notes(report, Source.PACC)
    if SourceNote.DIGEST_WRONG in notes:
        yield _of_source(FindingCode.PACC_DIGEST_WRONG, Source.PACC, "")
    elif SourceNote.DIGEST_MISSING in notes:
        yield _of_source(FindingCode.PACC_DIGEST_MISSING, Source.PACC, "")


def exchange_seen(report: ProbeReport) -> Iterator[Finding]:
    """Outlook is told that this is Exchange, while the mail service that answers is something else."""
    told = exchange_checks(report)
    is_microsoft = report.provider is not None and report.provider.id in MICROSOFT
    if told and not is_microsoft and _mail_is_elsewhere(report):
        yield _of_source(FindingCode.EXCHANGE_SEEN, told[0].source, _last_step(told[0]))


def _mail_is_elsewhere(report: ProbeReport) -> bool:
    """Whether a mail server answers, and none that answers is an Exchange."""
    answering = completed(report, Protocol.IMAP) + completed(report, Protocol.POP3)
    said = " ".join(f"{each.greeting} {each.implementation}".lower() for each in answering)
    return bool(answering) and "exchange" not in said and not any(_is_microsofts(each.host) for each in answering)


def _is_microsofts(host: str) -> bool:
    name = host_name(host)
    return any(name == each or name.endswith(f".{each}") for each in _MICROSOFT_HOSTS)


def _checks(report: ProbeReport, sources: tuple[Source, ...]) -> Iterator[SourceCheck]:
    return (check for check in report.sources if check.source in sources)


def _notes(report: ProbeReport, source: Source) -> set[SourceNote]:
    return {note for check in report.sources if check.source is source for note in check.notes}


def _last_step(check: SourceCheck) -> str:
    return where(check.evidence[-1]) if check.evidence else ""


def _faulty_step(check: SourceCheck) -> str:
    """The place whose certificate was the trouble; several are asked."""
    faulty = (step for step in check.evidence if (step.status or "").startswith(_CERTIFICATE))
    step = next(faulty, None)
    return where(step) if step else _last_step(check)


def _of_claim(code: FindingCode, claim: Claim) -> Finding:
    host = host_name(claim.host)
    subject = subject_of_host(claim.protocol, host)
    return finding(code, subject, source=claim.source.value, host=host, record=where(claim.evidence))


def _of_source(code: FindingCode, source: Source, record: str) -> Finding:
    return finding(code, source.value, source=source.value, record=record)
