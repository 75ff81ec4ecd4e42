"""Evolution and KMail."""

from advisor.settings.clients.behind_mx import files_of
from advisor.settings.clients.files import any_security, file_of, preferred
from advisor.settings.clients.outcomes import by_hand, reading
from advisor.settings.clients.values import Client, ClientNote, ClientOutcome
from probes.codes import AUTOCONFIG_FILES, READING, Protocol, Source
from probes.host_names import host_name
from probes.results import Claim, ProbeReport

_EVOLUTION = (*AUTOCONFIG_FILES, Source.ISPDB, Source.MX_PROVIDER, Source.SRV)
_KMAIL = (Source.ISPDB, Source.AUTOCONFIG_HTTPS, Source.AUTOCONFIG_HTTP, Source.WELL_KNOWN_HTTPS)
_UNSURE = (ClientNote.UNVERIFIED_KNOWLEDGE,)


def evolution(report: ProbeReport) -> ClientOutcome:
    """Files of the domain, the public list, what the MX leads to, and SRV records, IMAP before POP3 whatever the domain
    prefers. How it weighs a file against SRV records that say otherwise is not documented.
    """
    for file in (file for source in _EVOLUTION for file in files_of(report, source)):
        incoming, submission = _servers(file)
        if incoming is not None:
            by_srv, _ = _servers(file_of(report, Source.SRV))
            unsure = _UNSURE if by_srv is not None and not _same(by_srv, incoming) else ()
            return reading(report, Client.EVOLUTION, incoming, submission, unsure)
    return by_hand(Client.EVOLUTION)


def kmail(report: ProbeReport) -> ClientOutcome:
    """The public list first, then files of the domain; no MX, no SRV. Where a file names both IMAP and POP3 the person
    chooses; which of them stands first is not documented.
    """
    for source in _KMAIL:
        claims = file_of(report, source)
        incoming, submission = _servers(claims)
        if incoming is not None:
            both = {claim.protocol for claim in claims} >= set(READING)
            return reading(report, Client.KMAIL, incoming, submission, _UNSURE if both else ())
    return by_hand(Client.KMAIL)


def _servers(claims: tuple[Claim, ...]) -> tuple[Claim | None, Claim | None]:
    return preferred(claims, READING, any_security), preferred(claims, (Protocol.SUBMISSION,), any_security)


def _same(one: Claim, other: Claim) -> bool:
    return (one.protocol, host_name(one.host)) == (other.protocol, host_name(other.host))
