"""Cases about what is published, the way of the mail and the provider: a report that shows it, and a near one."""

from advisor.findings.codes import FindingCode
from advisor.findings.rows.providers import PROVIDERS
from probes.codes import Protocol, Reason, Security, Source, SourceNote, Status
from probes.results import Evidence, MailExchanger, Preference, ProbeReport, Provider, SourceCheck
from tests.made_up.small_reports import NOW, claim, failed, report, service

IMAP, POP3 = Protocol.IMAP, Protocol.POP3
FILE = Source.AUTOCONFIG_HTTPS
OPEN_FILE = Source.AUTOCONFIG_HTTP
URL = Evidence(NOW, url="https://autoconfig.firma.ch/mail/config-v1.1.xml")
RECORD = Evidence(NOW, record="_imaps._tcp.firma.ch. SRV 0 1 993 alt.firma.ch")


def check(source: Source, *notes: SourceNote, claims: int = 0, reason: Reason | None = None) -> SourceCheck:
    status = Status.FAILED if reason else Status.COMPLETED
    return SourceCheck(source, status, claims=claims, reason=reason, notes=notes, evidence=(URL,))


def told(*checks: SourceCheck, **changes) -> ProbeReport:
    return report([claim()], [service()], sources=checks, **changes)


def file_claim(source=FILE, **changes):
    return claim(source, **{"evidence": URL, **changes})


def pop3_claim(source=FILE, **changes):
    return file_claim(source, **{"protocol": POP3, "port": 995, **changes})


def pop3_service(**changes):
    return service(port=995, protocol=POP3, **changes)


def no_pop3(reason=Reason.REFUSED, **changes):
    return failed(reason, port=995, protocol=POP3, **changes)


def off(protocol=POP3):
    return claim(protocol=protocol, host=".", port=None, security=None)


def two_hosts(address: str) -> ProbeReport:
    """SRV and file name two servers that both answer."""
    return report(
        [claim(), file_claim(host="imap.hoster.ch")],
        [service(address="192.0.2.1"), service(host="imap.hoster.ch", address=address)],
    )


def mail_to(*exchangers: MailExchanger) -> ProbeReport:
    return report([claim()], [service()], mail_exchangers=exchangers)


def preferring(protocol: Protocol) -> ProbeReport:
    return report([claim()], [service()], preference=Preference(protocol, Source.SRV))


def provided(*notes: str) -> ProbeReport:
    return report([claim()], [service()], provider=Provider("google", notes, "2026-11-23"))


PLAIN = report([claim()], [service()])
OLD = claim(host="alt.firma.ch", evidence=RECORD)
EXCHANGE_ITSELF = report(
    [claim()],
    [service(greeting="* OK The Microsoft Exchange IMAP4 service is ready.")],
    sources=(check(Source.AUTODISCOVER, SourceNote.EXCHANGE),),
)

CASES: dict[FindingCode, tuple[ProbeReport, ProbeReport]] = {
    FindingCode.PUBLISHED_CLEARTEXT: (
        report([file_claim(port=143, security=Security.NONE)], [service()]),
        report([claim(Source.GUESS, port=143, security=Security.NONE)], [service()]),
    ),
    FindingCode.LEFTOVER_OF_OLD_HOST: (
        report([OLD, file_claim()], [failed(Reason.NAME_NOT_FOUND, host="alt.firma.ch"), service()]),
        report([OLD, file_claim()], [failed(Reason.CANCELLED, host="alt.firma.ch"), service()]),
    ),
    FindingCode.SOURCES_CONTRADICT: (two_hosts("192.0.2.2"), two_hosts("192.0.2.1")),
    FindingCode.SRV_SAYS_OFF_BUT_ANSWERS: (
        report([off(), pop3_claim()], [pop3_service()]),
        report([off(), pop3_claim()], [no_pop3()]),
    ),
    FindingCode.POP3_ANNOUNCED_BUT_OFF: (
        report([claim(), pop3_claim()], [service(), no_pop3()]),
        report([claim(), pop3_claim()], [service(), no_pop3(Reason.FILTERED)]),
    ),
    FindingCode.IMAP_ANNOUNCED_BUT_OFF: (
        report([claim(), pop3_claim()], [failed(), pop3_service()]),
        report([claim(Source.GUESS), pop3_claim()], [failed(), pop3_service()]),
    ),
    FindingCode.POP3_OPEN_BUT_UNANNOUNCED: (
        report([claim(), pop3_claim(Source.GUESS)], [service(), pop3_service()]),
        report([claim(), pop3_claim()], [service(), pop3_service()]),
    ),
    FindingCode.EXCHANGE_SEEN: (told(check(Source.AUTODISCOVER, SourceNote.EXCHANGE)), EXCHANGE_ITSELF),
    FindingCode.AUTODISCOVER_CERTIFICATE_WRONG: (
        told(check(Source.AUTODISCOVER, reason=Reason.CERTIFICATE_NAME)),
        told(check(Source.AUTODISCOVER, SourceNote.CERTIFICATE_PROBLEM, claims=2)),
    ),
    FindingCode.AUTOCONFIG_CERTIFICATE_WRONG: (
        told(check(FILE, SourceNote.CERTIFICATE_PROBLEM)),
        told(check(Source.WELL_KNOWN_HTTPS, SourceNote.CERTIFICATE_PROBLEM)),
    ),
    FindingCode.PACC_DIGEST_WRONG: (
        told(check(Source.PACC, SourceNote.DIGEST_WRONG)),
        told(check(Source.PACC, SourceNote.DIGEST_MATCHES)),
    ),
    FindingCode.PACC_DIGEST_MISSING: (
        told(check(Source.PACC, SourceNote.DIGEST_MISSING)),
        told(check(Source.PACC)),
    ),
    FindingCode.POP3_LISTED_FIRST: (
        report([pop3_claim(), file_claim()], [service(), pop3_service()]),
        report([pop3_claim(Source.SRV), claim()], [service(), pop3_service()]),
    ),
    FindingCode.PLACEHOLDER_BROKEN: (
        report([file_claim(tolerated=("placeholder_unclosed",))], [service()]),
        report([file_claim(tolerated=("namespace",))], [service()]),
    ),
    FindingCode.AUTOCONFIG_WORDS: (
        report([file_claim(tolerated=("socket_type_synonym",))], [service()]),
        report([file_claim(tolerated=("authentication_synonym",))], [service()]),
    ),
    FindingCode.SRV_TARGET_IS_CNAME: (
        report([claim(tolerated=("target_is_cname",))], [service()]),
        report([claim(tolerated=("submission_label_with_tls_port",))], [service()]),
    ),
    FindingCode.AUTOCONFIG_HTTP_ONLY: (
        report([file_claim(OPEN_FILE)], [service()]),
        report([file_claim(OPEN_FILE), file_claim()], [service()]),
    ),
    FindingCode.AUTOCONFIG_UNREADABLE: (
        told(check(FILE, reason=Reason.PROTOCOL_ERROR)),
        told(check(FILE, SourceNote.HTML_INSTEAD, reason=Reason.PROTOCOL_ERROR)),
    ),
    FindingCode.AUTOCONFIG_HTML: (
        told(check(FILE, SourceNote.HTML_INSTEAD)),
        told(check(Source.ISPDB, SourceNote.HTML_INSTEAD)),
    ),
    FindingCode.FILTER_IN_FRONT: (
        mail_to(MailExchanger("mx.hornetsecurity.com", 10, gateway="hornetsecurity")),
        mail_to(MailExchanger("route1.mx.cloudflare.net", 10, gateway="cloudflare_routing")),
    ),
    FindingCode.FORWARDER_IN_FRONT: (
        mail_to(MailExchanger("route1.mx.cloudflare.net", 10, gateway="cloudflare_routing")),
        mail_to(MailExchanger("mx.hornetsecurity.com", 10, gateway="hornetsecurity")),
    ),
    FindingCode.MX_UNKNOWN: (
        mail_to(MailExchanger("mx7.unbekannt.example", 10)),
        mail_to(MailExchanger("mail.firma.ch", 10)),
    ),
    FindingCode.PROVIDER_RECOGNISED: (provided(), PLAIN),
    FindingCode.PREFERENCE_IMAP: (preferring(IMAP), PLAIN),
    FindingCode.PREFERENCE_POP3: (preferring(POP3), preferring(IMAP)),
    **{code: (provided(code.value), provided("a_newer_note")) for code in PROVIDERS},
}
