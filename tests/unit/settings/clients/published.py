"""What a domain publishes, in a few words, and what was seen of its servers."""

from dataclasses import replace

from probes.codes import (
    AUTOCONFIG_FILES,
    Authentication,
    Offer,
    Protocol,
    Reason,
    Security,
    Source,
    SourceNote,
    Status,
    Trust,
    UsernameForm,
)
from probes.results import Evidence, Offers, Provider, SourceCheck, Tls
from tests.made_up.small_reports import NOW, certificate, claim, failed, report, service

IMAP, POP3, SMTP = Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION
PORTS = {IMAP: 993, POP3: 995, SMTP: 465}
STARTTLS_PORTS = {IMAP: 143, POP3: 110, SMTP: 587}
ASK = Trust.NEEDS_CONSENT
URL = Evidence(NOW, url="https://autoconfig.hoster.ch/mail/config-v1.1.xml")
UNPROTECTED = {Source.AUTOCONFIG_HTTP, Source.WELL_KNOWN_HTTP, Source.MX_PROVIDER}

FILES = {*AUTOCONFIG_FILES, Source.ISPDB, Source.MX_PROVIDER}
WRITTEN = {"username": UsernameForm.ADDRESS, "authentication": (Authentication.PASSWORD_CLEARTEXT,)}
"""What Thunderbird wants to read in a file."""


def server(source, protocol, host, security=Security.TLS, **changes):
    """One published server on its usual port."""
    port = (PORTS if security is Security.TLS else STARTTLS_PORTS)[protocol]
    trust = ASK if source in UNPROTECTED else Trust.TRUSTED
    stated = WRITTEN if source in FILES else {}
    return claim(source, protocol, host, **{"port": port, "security": security, "trust": trust, **stated, **changes})


def file(source, host="mail.firma.ch", protocols=(IMAP, SMTP), **changes):
    """The servers of one source, in the order of ``protocols``."""
    evidence = URL if source is Source.MX_PROVIDER else Evidence(NOW)
    return [server(source, protocol, host, **{"evidence": evidence, **changes}) for protocol in protocols]


def answering(*hosts, protocols=(IMAP, POP3, SMTP)):
    """Our tests of these hosts, all of them proofs."""
    return [service(host, PORTS[protocol], protocol=protocol) for host in hosts for protocol in protocols]


def domain(*claims, services=(), provider=None, exchange=False, guessed=False):
    """The report of a domain that publishes these claims; without ``services`` every named host answers."""
    hosts = dict.fromkeys(each.host for each in claims if each.host != ".")
    sources = [SourceCheck(Source.AUTODISCOVER, Status.COMPLETED, notes=(SourceNote.EXCHANGE,))] if exchange else []
    if guessed:
        sources.append(SourceCheck(Source.GUESS, Status.COMPLETED))
    return report(
        claims,
        services or answering(*hosts),
        sources=tuple(sources),
        provider=Provider(provider, (), "2026-11-23") if provider else None,
        offers=Offers(Offer.OFFERED, Offer.OFFERED, Offer.OFFERED),
    )


def wrong_name(host, port=993, protocol=IMAP):
    """A server whose certificate is made for another name."""
    shown = certificate(name_matches=False, problem=Reason.CERTIFICATE_NAME)
    bad = service(host, port, protocol=protocol, tls=Tls("TLSv1.3", "AES", shown))
    return replace(bad, reason=Reason.CERTIFICATE_NAME)


def clear_text_only(host, protocol=IMAP):
    """A server that answers on the port for STARTTLS but does not offer it."""
    return failed(
        Reason.STARTTLS_NOT_OFFERED,
        host=host,
        port=STARTTLS_PORTS[protocol],
        security=Security.STARTTLS,
        protocol=protocol,
    )


def host_of(outcome):
    """Where the program would read; None if a person types it in."""
    return outcome.settings.incoming.host if outcome.settings else None
