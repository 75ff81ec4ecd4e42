"""Made-up probe reports for the pages: one per state that a page must be able to show."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from probes.codes import (
    Authentication,
    Offer,
    Protocol,
    Reason,
    Security,
    Source,
    SourceNote,
    Status,
    TlsVersion,
    Trust,
    UsernameForm,
)
from probes.results import (
    Capabilities,
    Certificate,
    Claim,
    Evidence,
    MailExchanger,
    Offers,
    Preference,
    ProbeReport,
    Provider,
    Service,
    SourceCheck,
    Timings,
    Tls,
    VersionCheck,
)

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HOST = "mail.firma.example"
ENDPOINTS = (
    (Protocol.IMAP, 993, Security.TLS),
    (Protocol.IMAP, 143, Security.STARTTLS),
    (Protocol.POP3, 995, Security.TLS),
    (Protocol.POP3, 110, Security.STARTTLS),
    (Protocol.SUBMISSION, 465, Security.TLS),
    (Protocol.SUBMISSION, 587, Security.STARTTLS),
)

LABELS = {
    (Protocol.IMAP, Security.TLS): "_imaps",
    (Protocol.IMAP, Security.STARTTLS): "_imap",
    (Protocol.POP3, Security.TLS): "_pop3s",
    (Protocol.POP3, Security.STARTTLS): "_pop3",
    (Protocol.SUBMISSION, Security.TLS): "_submissions",
    (Protocol.SUBMISSION, Security.STARTTLS): "_submission",
}

TOKENS = {
    Protocol.IMAP: ("IMAP4rev1", "IDLE", "AUTH=PLAIN"),
    Protocol.POP3: ("TOP", "UIDL", "SASL PLAIN"),
    Protocol.SUBMISSION: ("SIZE 20480000", "AUTH PLAIN"),
}


def certificate(problem: Reason | None = None, days: int = 72) -> Certificate:
    return Certificate(
        subject=f"CN={HOST}",
        names=(HOST, "autoconfig.firma.example"),
        issuer="CN=Beispiel-Stelle",
        not_before=AT - timedelta(days=18),
        not_after=AT + timedelta(days=days),
        days_left=days,
        trusted=problem is None,
        name_matches=problem is not Reason.CERTIFICATE_NAME,
        problem=problem,
    )


def service(protocol: Protocol, port: int, security: Security, problem: Reason | None = None) -> Service:
    return Service(
        protocol,
        HOST,
        port,
        security,
        Status.COMPLETED,
        reason=problem,
        address="192.0.2.7",
        tls=Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", certificate(problem)),
        greeting="* OK <script>alert(1)</script> ready",
        implementation="Dovecot",
        capabilities=Capabilities(
            before_tls=("STARTTLS",) if security is Security.STARTTLS else None,
            after_tls=TOKENS[protocol],
        ),
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
        timings_ms=Timings(dns=3, connect=32, tls=41, greeting=12, capability=9),
        claimed_by=(Source.SRV,),
    )


def failed(protocol: Protocol, port: int, security: Security, reason: Reason) -> Service:
    return Service(protocol, HOST, port, security, Status.FAILED, reason=reason)


def claim(protocol: Protocol, port: int, security: Security) -> Claim:
    evidence = Evidence(AT, record=f"{LABELS[protocol, security]}._tcp.firma.example. SRV 0 1 {port} {HOST}.")
    return Claim(Source.SRV, protocol, HOST, Trust.VERIFIED, evidence, port, security, username=UsernameForm.ADDRESS)


GOOD = ProbeReport(
    domain="firma.example",
    started_at=AT,
    duration_ms=1840,
    vantage="pruefer.example",
    mail_exchangers=(MailExchanger(HOST, 10),),
    sources=(
        SourceCheck(Source.SRV, Status.COMPLETED, claims=3),
        SourceCheck(Source.AUTOCONFIG_HTTPS, Status.FAILED, reason=Reason.NAME_NOT_FOUND),
        SourceCheck(Source.MX_PROVIDER, Status.COMPLETED),
    ),
    claims=tuple(claim(*endpoint) for endpoint in ENDPOINTS[::2]),
    services=tuple(service(*endpoint) for endpoint in ENDPOINTS),
    offers=Offers(Offer.OFFERED, Offer.OFFERED, Offer.OFFERED),
)
GATEWAY = replace(
    GOOD,
    mail_exchangers=(MailExchanger("firma.mail.protection.hornetsecurity.com", 10, gateway="hornetsecurity"),),
    provider=Provider("google", ("must_enable_imap", "app_password_required"), "2026-11-23"),
    preference=Preference(Protocol.IMAP, Source.SRV),
)
WRONG_NAME = replace(
    GOOD,
    services=tuple(service(*endpoint, problem=Reason.CERTIFICATE_NAME) for endpoint in ENDPOINTS),
    offers=Offers(Offer.INSECURE_ONLY, Offer.INSECURE_ONLY, Offer.INSECURE_ONLY),
)
MIXED = replace(
    GOOD,
    services=(
        service(*ENDPOINTS[0]),
        failed(*ENDPOINTS[1], Reason.STARTTLS_NOT_OFFERED),
        failed(*ENDPOINTS[2], Reason.FILTERED),
        failed(*ENDPOINTS[3], Reason.TIMED_OUT),
        failed(*ENDPOINTS[4], Reason.REFUSED),
        failed(*ENDPOINTS[5], Reason.REFUSED),
    ),
    offers=Offers(Offer.OFFERED, Offer.UNREACHABLE, Offer.NOT_FOUND),
)
OLD_HOST = "mx1.frueherer-anbieter.example"
TROUBLED = replace(
    GOOD,
    sources=(
        SourceCheck(Source.SRV, Status.COMPLETED, claims=3),
        SourceCheck(Source.AUTOCONFIG_HTTPS, Status.COMPLETED, notes=(SourceNote.HTML_INSTEAD,)),
        SourceCheck(Source.AUTOCONFIG_HTTP, Status.COMPLETED, claims=2),
        SourceCheck(Source.AUTODISCOVER, Status.FAILED, reason=Reason.CERTIFICATE_NAME),
    ),
    claims=(
        *GOOD.claims,
        Claim(
            Source.AUTOCONFIG_HTTP,
            Protocol.POP3,
            OLD_HOST,
            Trust.NEEDS_CONSENT,
            Evidence(AT, url="http://autoconfig.firma.example/mail/config-v1.1.xml?emailaddress=postmaster%40firma"),
            110,
            Security.NONE,
            tolerated=("placeholder_unclosed",),
        ),
    ),
    services=(
        replace(
            service(*ENDPOINTS[0]),
            tls=Tls("TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384", certificate(days=5)),
            versions=(
                VersionCheck(TlsVersion.TLS_1_0, accepted=True),
                VersionCheck(TlsVersion.TLS_1_3, accepted=False),
            ),
        ),
        replace(
            service(*ENDPOINTS[1]), capabilities=Capabilities(before_tls=("IMAP4rev1", "STARTTLS"), after_tls=("IDLE",))
        ),
        replace(service(*ENDPOINTS[2]), capabilities=Capabilities(after_tls=("TOP", "USER", "EXPIRE 14"))),
        failed(*ENDPOINTS[3], Reason.STARTTLS_INJECTION),
        failed(*ENDPOINTS[4], Reason.FILTERED),
        failed(*ENDPOINTS[5], Reason.TIMED_OUT),
        replace(failed(Protocol.POP3, 110, Security.STARTTLS, Reason.NAME_NOT_FOUND), host=OLD_HOST),
    ),
    offers=Offers(Offer.OFFERED, Offer.OFFERED, Offer.UNREACHABLE),
    preference=Preference(Protocol.POP3, Source.SRV),
)
NO_DOMAIN = ProbeReport(
    domain="firma.example",
    started_at=AT,
    duration_ms=40,
    vantage="pruefer.example",
    sources=(
        SourceCheck(Source.SRV, Status.FAILED, reason=Reason.NAME_NOT_FOUND),
        SourceCheck(Source.MX_PROVIDER, Status.FAILED, reason=Reason.NAME_NOT_FOUND),
        SourceCheck(Source.GUESS, Status.NOT_RUN),
    ),
    offers=Offers(Offer.NOT_FOUND, Offer.NOT_FOUND, Offer.NOT_FOUND),
)
NAMES_SILENT = replace(
    NO_DOMAIN,
    sources=(SourceCheck(Source.MX_PROVIDER, Status.FAILED, reason=Reason.DNS_FAILED),),
    offers=Offers(),
)
NO_MAIL = replace(
    NO_DOMAIN,
    mail_exchangers=(MailExchanger(".", 0),),
    sources=(SourceCheck(Source.MX_PROVIDER, Status.COMPLETED),),
)
NOTHING_FOUND = replace(
    NO_DOMAIN,
    sources=(SourceCheck(Source.MX_PROVIDER, Status.COMPLETED),),
    services=tuple(failed(*endpoint, Reason.NAME_NOT_FOUND) for endpoint in ENDPOINTS),
)
OTHER = "mail.hoster.example"


def said(source: Source, protocol: Protocol, host: str, port: int, **changes: object) -> Claim:
    """One claim of another signpost."""
    trust = Trust.NEEDS_CONSENT if source in (Source.AUTOCONFIG_HTTP, Source.MX_PROVIDER) else Trust.TRUSTED
    stated = replace(
        claim(protocol, port, Security.TLS),
        source=source,
        host=host,
        trust=trust,
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
    )
    return replace(stated, **changes)


STEPS = (
    Evidence(AT, record=f"_imaps._tcp.firma.example. SRV 10 5 993 {HOST}.", dnssec=True),
    Evidence(AT, record="_pop3._tcp.firma.example. SRV", status="no_record", dnssec=False),
    Evidence(
        AT,
        url="http://autoconfig.firma.example/mail/config-v1.1.xml?emailaddress=postmaster%40firma.example",
        status="200",
        sha256="ab" * 32,
    ),
)
CONTRADICTING = replace(
    GOOD,
    mail_exchangers=(
        MailExchanger(HOST, 10, dnssec=True),
        MailExchanger("mx7.firma-example.mail.protection.sehrlangername.example", 20, dnssec=False),
    ),
    sources=(
        SourceCheck(Source.SRV, Status.COMPLETED, claims=3, evidence=STEPS[:2]),
        SourceCheck(
            Source.AUTOCONFIG_HTTP, Status.COMPLETED, claims=2, notes=(SourceNote.OVER_HTTP,), evidence=STEPS[2:]
        ),
        SourceCheck(Source.ISPDB, Status.COMPLETED, claims=3),
    ),
    claims=(
        *GOOD.claims,
        said(Source.AUTOCONFIG_HTTP, Protocol.IMAP, OTHER, 143, security=Security.NONE, tolerated=("namespace",)),
        said(Source.AUTOCONFIG_HTTP, Protocol.SUBMISSION, OTHER, 465),
        said(Source.ISPDB, Protocol.POP3, HOST, 995),
        said(Source.ISPDB, Protocol.IMAP, HOST, 143, security=Security.STARTTLS, username=UsernameForm.LOCAL_PART),
        said(Source.ISPDB, Protocol.SUBMISSION, HOST, 587, security=Security.STARTTLS),
        replace(claim(Protocol.POP3, 0, Security.TLS), source=Source.PROVIDER_LIST, host=".", port=None, security=None),
    ),
    services=(
        *GOOD.services,
        replace(failed(*ENDPOINTS[1], Reason.STARTTLS_NOT_OFFERED), host=OTHER),
        replace(failed(*ENDPOINTS[4], Reason.NAME_NOT_FOUND), host=OTHER),
    ),
)
ALL = {
    "good": GOOD,
    "gateway": GATEWAY,
    "wrong_name": WRONG_NAME,
    "mixed": MIXED,
    "contradicting": CONTRADICTING,
    "troubled": TROUBLED,
    "no_domain": NO_DOMAIN,
    "names_silent": NAMES_SILENT,
    "no_mail": NO_MAIL,
    "nothing_found": NOTHING_FOUND,
}
