"""Mail exchangers: who takes the domain's mail, and whether a known provider or only a filter stands behind the name.

The MX is no proof of where the mailboxes are; claims that rest on it need consent. Whoever runs the exchanger may
publish settings under its own name; that is looked up once the name is known.
"""

from dataclasses import replace
from functools import partial

from probes.cleaning import clean
from probes.codes import Source, SourceNote, Trust
from probes.discovery.autoconfig import autoconfig_url, file_request, read_file
from probes.discovery.catalogue import ProviderFacts, Recognised, recognise
from probes.discovery.documents import Found, Kind, look
from probes.discovery.domains import registrable
from probes.discovery.ispdb import asker
from probes.discovery.provider_list import provider_claims
from probes.discovery.records import ask
from probes.discovery.together import together
from probes.discovery.values import Discovered, all_of
from probes.resolver import MxRecord
from probes.results import Claim, Evidence, MailExchanger
from probes.target import TargetError, parse_host
from probes.toolbox import Toolbox

MAX_NAMES = 4  # under which the owners of the exchangers may publish


def discover(domain: str, tools: Toolbox) -> Discovered:
    """The MX records and the claims of the providers that they name; what their names publish is the follow-up."""
    reply = ask(tools.resolver.mx, domain, "MX", tools, lambda record: f"{record.preference} {record.host}.")
    judged = [(record, recognise(record.host)) for record in reply.records]
    known = {found.provider.id: (record, found.provider) for record, found in judged[::-1] if found.provider}
    named = sorted(known.values(), key=lambda each: reply.records.index(each[0]))
    own = [record.host for record, found in judged if found.gateway is None]
    names = tuple(dict.fromkeys(name for host in own for name in publishers(domain, host)))
    follow_up = partial(ask_publishers, domain, names[:MAX_NAMES], reply.dnssec) if names else None
    return Discovered(
        claims=tuple(claim for each in named for claim in _claims(domain, each, reply.dnssec, tools)),
        mail_exchangers=tuple(_exchanger(record, found, reply.dnssec) for record, found in judged),
        provider=named[0][1] if named else None,
        reason=reply.reason,
        failed=reply.reason is not None,
        notes=(SourceNote.MORE_THAN_READ,) if reply.cut or len(names) > MAX_NAMES else (),
        evidence=reply.evidence,
        follow_up=follow_up,
    )


def publishers(domain: str, exchanger: str) -> tuple[str, ...]:
    """Names under which the owner of an exchanger may publish settings: without its first label, then the base.

    The longer name comes first because one provider may serve companies and private people under one base.
    """
    base = registrable(exchanger) if _is_host(exchanger) else None
    if base is None or base == domain:  # the domain speaks for itself
        return ()
    without_first = exchanger.partition(".")[2]
    inside = registrable(without_first) == base
    return tuple(name for name in dict.fromkeys((without_first if inside else base, base)) if name != domain)


def _is_host(name: str) -> bool:
    """Whether a name of the DNS, in which any sign may stand, can be part of a web address."""
    try:
        return parse_host(name) == name
    except TargetError:
        return False


def ask_publishers(domain: str, names: tuple[str, ...], signed: bool, tools: Toolbox) -> Discovered:
    """The files that the names publish and the entries of the public list for them. That there are none is no failure.

    ``signed``: whether the MX answer was validated; else anybody may have put the name there. A place that did not
    answer leaves open nothing about the domain itself, so that is a note and no ``reason``.
    """
    steps = [(name, step) for name in names for step in (_own_file(domain, name, tools), *asker(name, tools))]
    found = together(step for _, step in steps)
    whole = all_of(
        read_file(each, domain, Source.MX_PROVIDER, _trust(signed, each.visit.secure), listed=name)
        for (name, _), each in zip(steps, found, strict=True)
    )
    unanswered = (SourceNote.PARTLY_UNANSWERED,) if whole.reason else ()
    return replace(whole, notes=(*whole.notes, *unanswered), reason=None, failed=False)


def _own_file(domain: str, name: str, tools: Toolbox) -> partial[Found]:
    return partial(look, file_request(autoconfig_url("https", name, domain)), Kind.XML, tools)


def _trust(signed: bool, secure: bool) -> Trust:
    return Trust.TRUSTED if signed and secure else Trust.NEEDS_CONSENT


def _exchanger(record: MxRecord, found: Recognised, dnssec: bool) -> MailExchanger:
    return MailExchanger(
        host=clean(record.host),
        preference=record.preference,
        gateway=found.gateway.id if found.gateway else None,
        provider=found.provider.id if found.provider else None,
        dnssec=dnssec,
    )


def _claims(domain: str, named: tuple[MxRecord, ProviderFacts], dnssec: bool, tools: Toolbox) -> tuple[Claim, ...]:
    record, provider = named
    text = clean(f"{domain}. MX {record.preference} {record.host}.")
    known = f"{provider.id} {provider.checked.isoformat()}"
    evidence = Evidence(at=tools.at, record=text, status=known, dnssec=dnssec)
    return provider_claims(provider, Source.MX_PROVIDER, Trust.NEEDS_CONSENT, evidence)
