"""What our own list of providers says about a domain: exactly (the provider's own domains) or by its mail exchanger."""

from probes.codes import Authentication, Protocol, Source, Trust
from probes.discovery.catalogue import NoteCode, OAuth2, ProviderFacts, ProviderServer, provider_of_domain
from probes.discovery.values import Discovered
from probes.host_names import NOT_OFFERED
from probes.results import Claim, Evidence
from probes.toolbox import Toolbox

NOT_LISTED = "not_listed"
MAX_SERVERS = 4  # per protocol: a provider with one host per country names the most likely first

_METHODS = {
    OAuth2.REQUIRED: (Authentication.OAUTH2,),
    OAuth2.OFFERED: (Authentication.OAUTH2, Authentication.PASSWORD_CLEARTEXT),
    OAuth2.NOT_LISTED: (Authentication.PASSWORD_CLEARTEXT,),
}
_WITHDRAWN = (
    (NoteCode.IMAP_NOT_OFFERED, Protocol.IMAP),
    (NoteCode.POP3_NOT_OFFERED, Protocol.POP3),
)


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The claims for a domain that is a provider's own."""
    provider = provider_of_domain(domain)
    if provider is None:
        return Discovered(evidence=(Evidence(at=tools.at, record=domain, status=NOT_LISTED),))
    evidence = Evidence(at=tools.at, record=f"{domain}: {provider.id}", status=provider.checked.isoformat())
    claims = provider_claims(provider, Source.PROVIDER_LIST, Trust.TRUSTED, evidence)
    return Discovered(claims=claims, provider=provider, evidence=(evidence,))


def provider_claims(provider: ProviderFacts, source: Source, trust: Trust, evidence: Evidence) -> tuple[Claim, ...]:
    """The published servers of ``provider`` as claims; what it decidedly lacks as host "."."""
    own_domain = source is Source.MX_PROVIDER
    claims = [
        _claim(provider, server, source, trust, evidence, own_domain)
        for protocol in Protocol
        for server in [each for each in provider.servers if each.protocol is protocol][:MAX_SERVERS]
    ]
    claims += [
        Claim(source=source, protocol=protocol, host=NOT_OFFERED, trust=trust, evidence=evidence)
        for code, protocol in _WITHDRAWN
        if code in provider.note_codes
    ]
    return tuple(claims)


def _claim(
    provider: ProviderFacts,
    server: ProviderServer,
    source: Source,
    trust: Trust,
    evidence: Evidence,
    own_domain: bool,
) -> Claim:
    host = dict(provider.own_domain_hosts).get(server.protocol, server.host) if own_domain else server.host
    sending = server.protocol is Protocol.SUBMISSION
    return Claim(
        source=source,
        protocol=server.protocol,
        host=host,
        trust=trust,
        evidence=evidence,
        port=server.port,
        security=server.security,
        username=provider.submission_username if sending else provider.username,
        authentication=_METHODS[provider.oauth2],
    )
