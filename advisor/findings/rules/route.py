"""Rules about the way to the mailboxes, and what is known about the provider."""

from collections.abc import Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.rows.providers import PROVIDERS
from advisor.findings.rules.parts import completed, finding, first_family
from advisor.findings.values import Finding, subject_of
from probes.codes import NOT_THROUGH, Protocol, Reason, Source
from probes.host_names import NULL_MX, host_name
from probes.results import MailExchanger, ProbeReport

FORWARDERS = frozenset(
    {
        "addy_io",
        "cloudflare_routing",
        "forward_email",
        "google_domains_forwarding",
        "improvmx",
        "mailgun",
        "namecheap_forwarding",
        "postmark_inbound",
        "sendgrid_inbound",
        "simplelogin",
    }
)  # of the list of gateways, those that send mail on instead of filtering it
_PREFERENCES = {Protocol.IMAP: FindingCode.PREFERENCE_IMAP, Protocol.POP3: FindingCode.PREFERENCE_POP3}


def untested_from_here(report: ProbeReport) -> Iterator[Finding]:
    """Nothing of a host's service let us through; that is no word on whether it exists.

    A name that was only guessed is of no interest where the service answers elsewhere.
    """
    answering = {(each.protocol, host_name(each.host)) for each in completed(report)}
    for service in first_family(report):
        idle_guess = service.claimed_by == (Source.GUESS,) and completed(report, service.protocol)
        silent = (service.protocol, host_name(service.host)) not in answering
        if service.reason in NOT_THROUGH and silent and not idle_guess:
            yield finding(FindingCode.UNTESTED_FROM_HERE, subject_of(service), vantage=report.vantage)


def rate_limited_here(report: ProbeReport) -> Iterator[Finding]:
    """The server had enough of us."""
    for service in report.services:
        if service.reason is Reason.RATE_LIMITED:
            yield finding(FindingCode.RATE_LIMITED_HERE, subject_of(service), vantage=report.vantage)


def in_front(report: ProbeReport) -> Iterator[Finding]:
    """A mail filter or a forwarding service, which holds no mailboxes."""
    for exchanger in report.mail_exchangers:
        if exchanger.gateway:
            code = FindingCode.FORWARDER_IN_FRONT if exchanger.gateway in FORWARDERS else FindingCode.FILTER_IN_FRONT
            yield finding(code, exchanger.gateway, gateway=exchanger.gateway)


def mx_unknown(report: ProbeReport) -> Iterator[Finding]:
    """Incoming mail goes to somebody whom we do not know, and who is not the domain itself."""
    exchangers = report.mail_exchangers
    if report.provider is None and exchangers and not any(_is_known(each, report) for each in exchangers):
        host = host_name(exchangers[0].host)
        yield finding(FindingCode.MX_UNKNOWN, host, host=host)


def _is_known(exchanger: MailExchanger, report: ProbeReport) -> bool:
    name = host_name(exchanger.host)
    own = name == report.domain or name.endswith(f".{report.domain}")
    return bool(own or exchanger.gateway or exchanger.provider or exchanger.host == NULL_MX)


def preference(report: ProbeReport) -> Iterator[Finding]:
    """The domain's own wish between IMAP and POP3 (RFC 6186 section 3.4)."""
    wish = report.preference
    if wish is not None and wish.protocol in _PREFERENCES:
        yield finding(_PREFERENCES[wish.protocol], report.domain)


def provider_notes(report: ProbeReport) -> Iterator[Finding]:
    """The provider and what is known about it, with the date of the last look; newer codes say nothing to us."""
    if report.provider is None:
        return
    provider = report.provider
    yield finding(FindingCode.PROVIDER_RECOGNISED, provider.id, provider=provider.id, checked=provider.checked)
    for code in PROVIDERS:
        if code in provider.note_codes:
            yield finding(code, provider.id, provider=provider.id, checked=provider.checked)
