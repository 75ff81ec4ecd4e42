"""For each code about servers a small report that shows it, and one that nearly does."""

from dataclasses import replace
from datetime import timedelta

from advisor.findings.codes import FindingCode
from probes.codes import Authentication, Protocol, Reason, Security, Source, Status, TlsVersion
from probes.results import Capabilities, Evidence, HostFacts, ProbeReport, Tls, Tlsa, VersionCheck
from tests.made_up.small_reports import NOW, certificate, claim, failed, report, service

IMAP, POP3, SUBMISSION = Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION
STARTTLS, TLS = Security.STARTTLS, Security.TLS
OAUTH2, PASSWORD = Authentication.OAUTH2, Authentication.PASSWORD_CLEARTEXT
CAPA = ("TOP", "UIDL", "USER", "SASL PLAIN")


def of(*services, **changes) -> ProbeReport:
    return report([claim()], services, **changes)


def imap(**changes):
    return service(**changes)


def starttls(*before, protocol=IMAP, port=143, **changes):
    return service(
        port=port, security=STARTTLS, protocol=protocol, capabilities=Capabilities(before_tls=before), **changes
    )


def with_certificate(**changes) -> ProbeReport:
    return of(imap(tls=Tls("TLSv1.3", "AES", certificate(**changes))))


def ends_in(days: int) -> ProbeReport:
    ends = NOW + timedelta(days=days)
    return with_certificate(days_left=days, not_before=ends - timedelta(days=90), not_after=ends)


def versions(**accepted) -> ProbeReport:
    checks = tuple(VersionCheck(TlsVersion[name], each) for name, each in accepted.items())
    return of(imap(versions=checks))


def pop3(*lines, **changes) -> ProbeReport:
    return of(service(port=995, protocol=POP3, capabilities=Capabilities(after_tls=lines), **changes))


def both_families(second) -> ProbeReport:
    """A server that works at its IPv4 address, and the same at ``second``; IPv6 as such works from here."""
    reachable = imap(host="six.firma.ch", address="2001:db8::25")
    return of(imap(address="192.0.2.5"), replace(second, second_family=True), reachable)


def facts(**changes) -> ProbeReport:
    return of(imap(), hosts=(HostFacts("mail.firma.ch", **changes),))


def several_addresses() -> HostFacts:
    return HostFacts("mail.firma.ch", ("192.0.2.5", "192.0.2.6", "2001:db8::5"))


def named_by_certificate(record: str) -> ProbeReport:
    wrong = certificate(name_matches=False, problem=Reason.CERTIFICATE_NAME, names=("web3.hoster.ch",))
    right = claim(Source.GUESS, host="web3.hoster.ch", evidence=Evidence(NOW, record=record))
    faulty = imap(reason=Reason.CERTIFICATE_NAME, tls=Tls("TLSv1.3", "AES", wrong))
    return report([claim(), right], [faulty, imap(host="web3.hoster.ch")])


V6 = imap(address="2001:db8::5")
OTHER_KEY = Tls("TLSv1.3", "AES", certificate(spki_sha256="b" * 64))
ONE_KEY = Tls("TLSv1.3", "AES", certificate(spki_sha256="a" * 64))
PLAIN_ONLY = failed(Reason.STARTTLS_NOT_OFFERED, port=143, security=STARTTLS, greeting="* OK")

CASES: dict[FindingCode, tuple[ProbeReport, ProbeReport]] = {
    FindingCode.CLEARTEXT_ONLY: (of(PLAIN_ONLY, failed()), of(PLAIN_ONLY, imap())),
    FindingCode.CLEARTEXT_LOGIN_OFFERED: (
        of(starttls("IMAP4rev1", "STARTTLS", "AUTH=PLAIN")),
        of(starttls("IMAP4rev1", "STARTTLS", "LOGINDISABLED")),
    ),
    FindingCode.CERTIFICATE_EXPIRES_SOON: (ends_in(21), ends_in(22)),
    FindingCode.CERTIFICATE_NAMES_OTHER_HOST: (
        named_by_certificate("certificate of mail.firma.ch:993"),
        named_by_certificate("web3.hoster.ch"),
    ),
    FindingCode.CERTIFICATE_KEY_WEAK: (with_certificate(key="RSA 1024"), with_certificate(key="RSA 2048")),
    FindingCode.DANE_MISMATCH: (
        facts(tlsa=(Tlsa(993, "3 1 1 ab", matches=False),)),
        facts(tlsa=(Tlsa(993, "3 1 1 ab", matches=False), Tlsa(993, "3 1 1 cd", matches=True))),
    ),
    FindingCode.DANE_PRESENT: (
        facts(tlsa=(Tlsa(993, "3 1 1 ab", matches=True),)),
        facts(tlsa=(Tlsa(993, "3 1 1 ab"),)),
    ),
    FindingCode.CAA_PRESENT: (facts(caa=('0 issue "ca.example"',)), facts()),
    FindingCode.OLD_TLS_VERSIONS_ACCEPTED: (
        versions(TLS_1_0=False, TLS_1_1=True, TLS_1_2=True),
        versions(TLS_1_0=False, TLS_1_1=None, TLS_1_2=True),
    ),
    FindingCode.TLS13_MISSING: (
        versions(TLS_1_2=True, TLS_1_3=False),
        versions(TLS_1_2=True, TLS_1_3=None),
    ),
    FindingCode.STARTTLS_ONLY: (
        of(starttls(), failed(Reason.REFUSED)),
        of(starttls(), failed(Reason.FILTERED)),
    ),
    FindingCode.NO_SIGN_IN_OFFERED: (
        of(imap(capabilities=Capabilities(after_tls=("IMAP4rev1", "LOGINDISABLED")))),
        of(imap(capabilities=Capabilities(after_tls=("IMAP4rev1", "LOGINDISABLED", "AUTH=GSSAPI")))),
    ),
    FindingCode.OAUTH2_ONLY: (
        of(imap(authentication=(OAUTH2,))),
        of(imap(authentication=(OAUTH2, PASSWORD))),
    ),
    FindingCode.APOP_ONLY: (
        pop3("TOP", "UIDL", greeting="+OK <1896.697@mail.firma.ch>"),
        pop3("TOP", "UIDL", "USER", greeting="+OK <1896.697@mail.firma.ch>"),
    ),
    FindingCode.MISSING_UIDL: (pop3("TOP", "USER"), pop3(*CAPA)),
    FindingCode.EXPIRE_DESTROYS_COPY: (pop3(*CAPA, "EXPIRE 30 USER"), pop3(*CAPA, "EXPIRE NEVER")),
    FindingCode.EXPIRE_FORBIDS_COPY: (pop3(*CAPA, "EXPIRE 0"), pop3(*CAPA, "EXPIRE 0", "X-GOOGLE-RICO")),
    FindingCode.LOGIN_DELAY_LONG: (pop3(*CAPA, "LOGIN-DELAY 900"), pop3(*CAPA, "LOGIN-DELAY 60")),
    FindingCode.POP3_WITHOUT_CAPA: (
        pop3(),
        of(service(port=995, protocol=POP3, capabilities=Capabilities(after_tls=None))),
    ),
    FindingCode.ADDRESS_DEAD: (
        of(imap(address="192.0.2.6"), hosts=(several_addresses(),)),
        of(imap(address="192.0.2.5"), replace(V6, second_family=True), hosts=(several_addresses(),)),
    ),
    FindingCode.IPV6_BROKEN: (
        both_families(replace(V6, status=Status.FAILED, reason=Reason.TIMED_OUT)),
        of(
            imap(address="192.0.2.5"),
            replace(V6, status=Status.FAILED, reason=Reason.TIMED_OUT, second_family=True),
        ),
    ),
    FindingCode.IPV4_BROKEN: (
        of(
            V6,
            imap(address="192.0.2.5", status=Status.FAILED, reason=Reason.REFUSED, second_family=True),
        ),
        of(V6, imap(address="192.0.2.5", second_family=True)),
    ),
    FindingCode.FAMILIES_DIFFER: (
        of(imap(address="192.0.2.5", tls=ONE_KEY), replace(V6, tls=OTHER_KEY, second_family=True)),
        of(imap(address="192.0.2.5", tls=ONE_KEY), replace(V6, tls=ONE_KEY, second_family=True)),
    ),
    FindingCode.PORTS_DIFFER: (
        of(imap(authentication=(PASSWORD,)), starttls(authentication=(OAUTH2, PASSWORD))),
        of(imap(authentication=(PASSWORD,)), starttls(authentication=(PASSWORD,))),
    ),
    FindingCode.UNTESTED_FROM_HERE: (
        of(failed(Reason.FILTERED)),
        of(failed(Reason.FILTERED), starttls()),
    ),
    FindingCode.RATE_LIMITED_HERE: (of(failed(Reason.RATE_LIMITED)), of(failed(Reason.CLOSED))),
}
