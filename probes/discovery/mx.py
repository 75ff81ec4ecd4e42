"""Mail exchangers: who takes the domain's mail, and whether a known provider or only a filter stands behind the name.

The MX is no proof of where the mailboxes are; claims that rest on it need consent.
"""

from probes.cleaning import clean
from probes.codes import Source, Trust
from probes.discovery.catalogue import ProviderFacts, recognise
from probes.discovery.provider_list import provider_claims
from probes.discovery.values import Discovered
from probes.resolver import MxRecord
from probes.results import Evidence, MailExchanger
from probes.toolbox import Toolbox

NULL_MX = "."  # RFC 7505: the domain takes no mail


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The MX records and the claims of the provider that they name. Raises ``ProbeError``."""
    answer = tools.resolver.mx(domain, tools.deadline)
    judged = [(record, recognise(record.host)) for record in answer.records]
    exchangers = tuple(
        MailExchanger(
            host=clean(record.host),
            preference=record.preference,
            gateway=found.gateway.id if found.gateway else None,
            provider=found.provider.id if found.provider else None,
            dnssec=answer.dnssec,
        )
        for record, found in judged
    )
    named = next(((record, found.provider) for record, found in judged if found.provider), None)
    if named is None:
        return Discovered(mail_exchangers=exchangers)
    claims = provider_claims(named[1], Source.MX_PROVIDER, Trust.NEEDS_CONSENT, _evidence(domain, named, tools))
    return Discovered(claims=claims, mail_exchangers=exchangers, provider=named[1])


def _evidence(domain: str, named: tuple[MxRecord, ProviderFacts], tools: Toolbox) -> Evidence:
    record, provider = named
    text = clean(f"{domain}. MX {record.preference} {record.host}.")
    return Evidence(at=tools.at, record=text, status=f"{provider.id} {provider.checked.isoformat()}")
