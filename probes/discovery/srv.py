"""SRV records of the domain (RFC 6186, RFC 8314): published servers, and which protocol the domain prefers."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from probes.cleaning import clean
from probes.codes import Protocol, Reason, Security, Source, Trust
from probes.discovery.domains import same_organisation
from probes.discovery.values import Discovered
from probes.errors import DnsFailedError
from probes.resolver import SrvRecord
from probes.results import Claim, Evidence, Preference
from probes.target import TargetError, parse_host
from probes.toolbox import Toolbox

NOT_OFFERED = "."
SUBMISSIONS_PORT = 465
_LABELS = (
    ("_imaps", Protocol.IMAP, Security.TLS),
    ("_imap", Protocol.IMAP, Security.STARTTLS),
    ("_pop3s", Protocol.POP3, Security.TLS),
    ("_pop3", Protocol.POP3, Security.STARTTLS),
    ("_submissions", Protocol.SUBMISSION, Security.TLS),
    ("_submission", Protocol.SUBMISSION, Security.STARTTLS),
)
Answers = tuple[tuple[Protocol, SrvRecord], ...]


def discover(domain: str, tools: Toolbox) -> Discovered:
    """All published mail services; ``reason`` where some questions were not answered. Raises ``DnsFailedError``
    if none was.
    """
    with ThreadPoolExecutor(len(_LABELS)) as pool:
        replies = list(pool.map(lambda label: _ask(f"{label[0]}._tcp.{domain}", tools), _LABELS))
    if all(isinstance(reply, DnsFailedError) for reply in replies):
        raise DnsFailedError
    claims: list[Claim] = []
    answers: list[tuple[Protocol, SrvRecord]] = []
    for (label, protocol, security), records in zip(_LABELS, replies, strict=True):
        for record in () if isinstance(records, DnsFailedError) else records:
            claims.extend(_claim(domain, label, protocol, security, record, tools))
            answers.append((protocol, record))
    partly = Reason.DNS_FAILED if any(isinstance(reply, DnsFailedError) for reply in replies) else None
    return Discovered(claims=tuple(claims), preference=preference(tuple(answers)), reason=partly)


def preference(answers: Answers) -> Preference | None:
    """RFC 6186 section 3.4: of IMAP and POP3, both published, the one with the lower priority; a tie says nothing."""
    imap, pop3 = (_best_priority(answers, protocol) for protocol in (Protocol.IMAP, Protocol.POP3))
    if imap is None or pop3 is None or imap == pop3:
        return None
    return Preference(Protocol.IMAP if imap < pop3 else Protocol.POP3, Source.SRV)


def _best_priority(answers: Answers, wanted: Protocol) -> int | None:
    priorities = (
        record.priority for protocol, record in answers if protocol is wanted and record.target != NOT_OFFERED
    )
    return min(priorities, default=None)


def _ask(name: str, tools: Toolbox) -> tuple[SrvRecord, ...] | DnsFailedError:
    try:
        return tools.resolver.srv(name, tools.deadline).records
    except DnsFailedError as error:
        return error


def _claim(
    domain: str, label: str, protocol: Protocol, security: Security, record: SrvRecord, tools: Toolbox
) -> Iterable[Claim]:
    text = f"{label}._tcp.{domain}. SRV {record.priority} {record.weight} {record.port} {record.target}"
    evidence = Evidence(at=tools.at, record=clean(text))
    if record.target == NOT_OFFERED:
        yield Claim(Source.SRV, protocol, NOT_OFFERED, Trust.TRUSTED, evidence, security=security)
        return
    try:
        host = parse_host(record.target)
    except TargetError:
        return
    if record.port == 0:  # nobody can connect to it
        return
    trust = Trust.TRUSTED if same_organisation(host, domain) else Trust.NEEDS_CONSENT
    tls_by_port = protocol is Protocol.SUBMISSION and record.port == SUBMISSIONS_PORT
    yield Claim(
        source=Source.SRV,
        protocol=protocol,
        host=host,
        trust=trust,
        evidence=evidence,
        port=record.port,
        security=Security.TLS if tls_by_port else security,
        tolerated=("submission_label_with_tls_port",) if tls_by_port and label == "_submission" else (),
    )
