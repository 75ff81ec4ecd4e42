"""SRV records of the domain (RFC 6186, 8314, 5804): published servers, and which protocol the domain prefers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from probes.codes import READING, Protocol, Security, Source, SourceNote, Tolerated, Trust
from probes.discovery.domains import same_organisation
from probes.discovery.records import Reply, ask
from probes.discovery.together import together
from probes.discovery.values import Discovered
from probes.host_names import NOT_OFFERED
from probes.ports import best_port
from probes.resolver import SrvRecord
from probes.results import Claim, Evidence, Preference
from probes.target import TargetError, parse_host
from probes.toolbox import Toolbox

SUBMISSIONS_PORT, _ = best_port(Protocol.SUBMISSION)
MAX_ALIASES = 5  # one after the other
MAX_TARGETS = 32  # four protocols, and of each more servers than are ever tried


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    protocol: Protocol
    security: Security


_LABELS = (
    _Label("_imaps", Protocol.IMAP, Security.TLS),
    _Label("_imap", Protocol.IMAP, Security.STARTTLS),
    _Label("_pop3s", Protocol.POP3, Security.TLS),
    _Label("_pop3", Protocol.POP3, Security.STARTTLS),
    _Label("_submissions", Protocol.SUBMISSION, Security.TLS),
    _Label("_submission", Protocol.SUBMISSION, Security.STARTTLS),
    _Label("_sieve", Protocol.MANAGESIEVE, Security.STARTTLS),
)
Answers = tuple[tuple[Protocol, SrvRecord], ...]
_Aliases = dict[str, tuple[Evidence, ...]]


def discover(domain: str, tools: Toolbox) -> Discovered:
    """All published mail services; ``reason`` where some questions were not answered, ``failed`` if none was."""
    replies = _ask_all([f"{label.name}._tcp.{domain}" for label in _LABELS], tools)
    aliases = _aliases(replies, tools)
    claims = [
        claim
        for label, reply in zip(_LABELS, replies, strict=True)
        for record, evidence in zip(reply.records, reply.evidence, strict=False)
        for claim in _claim(domain, label, record, evidence, aliases)
    ]
    answers = [
        (label.protocol, record) for label, reply in zip(_LABELS, replies, strict=True) for record in reply.records
    ]
    reasons = [reply.reason for reply in replies]
    return Discovered(
        claims=tuple(claims),
        preference=preference(tuple(answers)),
        reason=next((reason for reason in reasons if reason), None),
        failed=None not in reasons,
        notes=_notes(replies, aliases),
        evidence=tuple(step for each in (*(reply.evidence for reply in replies), *aliases.values()) for step in each),
    )


def _ask_all(names: list[str], tools: Toolbox) -> list[Reply[SrvRecord]]:
    """One datagram each, all at once; only answers that do not come are waited for in threads of their own."""
    questions = [(name, "SRV") for name in names]
    tools = tools.having_asked(*questions)
    steps = [partial(ask_srv, name, tools) for name in names]
    return [step() for step in steps] if tools.resolver.knows(questions) else together(steps)


def ask_srv(name: str, tools: Toolbox) -> Reply[SrvRecord]:
    """The SRV records of ``name``, as a step of a source."""
    return ask(tools.resolver.srv, name, "SRV", tools, shown)


def shown(record: SrvRecord) -> str:
    """The record as it stands in a zone."""
    return f"{record.priority} {record.weight} {record.port} {record.target}"


def left_out(reply: Reply[SrvRecord], *, more: bool = False) -> tuple[SourceNote, ...]:
    """What of the records is not read: targets to which nobody can connect, and, for whatever reason, ``more``."""
    unusable = any(record.target != NOT_OFFERED and not usable_host(record) for record in reply.records)
    notes = ((SourceNote.MORE_THAN_READ, more or reply.cut), (SourceNote.SERVER_UNUSABLE, unusable))
    return tuple(note for note, holds in notes if holds)


def usable_host(record: SrvRecord) -> tuple[str, ...]:
    """The target, if anybody could connect to it."""
    if record.port == 0 or record.target == NOT_OFFERED:
        return ()
    try:
        return (parse_host(record.target),)
    except TargetError:
        return ()


def preference(answers: Answers) -> Preference | None:
    """RFC 6186 section 3.4: of IMAP and POP3, both published, the one with the lower priority; a tie says nothing."""
    imap, pop3 = (_best_priority(answers, protocol) for protocol in READING)
    if imap is None or pop3 is None or imap == pop3:
        return None
    return Preference(Protocol.IMAP if imap < pop3 else Protocol.POP3, Source.SRV)


def _best_priority(answers: Answers, wanted: Protocol) -> int | None:
    priorities = (
        record.priority for protocol, record in answers if protocol is wanted and record.target != NOT_OFFERED
    )
    return min(priorities, default=None)


def _notes(replies: list[Reply[SrvRecord]], aliases: _Aliases) -> tuple[SourceNote, ...]:
    unread = len(_targets(replies)) > MAX_TARGETS
    found = [note for reply in replies for note in left_out(reply, more=unread)]
    return tuple(dict.fromkeys((*found, *((SourceNote.TARGET_IS_CNAME,) if aliases else ()))))


def _targets(replies: Iterable[Reply[SrvRecord]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(host for reply in replies for record in reply.records for host in usable_host(record)))


def _aliases(replies: Iterable[Reply[SrvRecord]], tools: Toolbox) -> _Aliases:
    """The targets that are aliases, against RFC 2782, with the records that lead to the real name.

    The first question about each goes out at once.
    """
    hosts = _targets(replies)[:MAX_TARGETS]
    tools = tools.having_asked(*((host, "CNAME") for host in hosts))
    chains = together(partial(_chain, host, tools) for host in hosts)
    return {host: chain for host, chain in zip(hosts, chains, strict=True) if chain}


def _chain(host: str, tools: Toolbox) -> tuple[Evidence, ...]:
    steps: list[Evidence] = []
    while len(steps) < MAX_ALIASES:
        reply = ask(tools.resolver.cname, host, "CNAME", tools)
        if not reply.records:
            break
        steps += reply.evidence
        host = reply.records[0]
    return tuple(steps)


def _claim(domain: str, label: _Label, record: SrvRecord, evidence: Evidence, aliases: _Aliases) -> Iterable[Claim]:
    """The claim of one record, if it makes one. Without DNSSEC a foreign target may be forged (RFC 6186 section 6)."""
    if record.target == NOT_OFFERED:
        yield Claim(Source.SRV, label.protocol, NOT_OFFERED, Trust.TRUSTED, evidence, security=label.security)
    for host in usable_host(record):
        tls_by_port = label.name == "_submission" and record.port == SUBMISSIONS_PORT
        tolerated = (
            (Tolerated.SUBMISSION_LABEL_WITH_TLS_PORT, tls_by_port),
            (Tolerated.TARGET_IS_CNAME, host in aliases),
        )
        yield Claim(
            source=Source.SRV,
            protocol=label.protocol,
            host=host,
            trust=Trust.TRUSTED if evidence.dnssec or same_organisation(host, domain) else Trust.NEEDS_CONSENT,
            evidence=evidence,
            port=record.port,
            security=Security.TLS if tls_by_port else label.security,
            tolerated=tuple(code for code, holds in tolerated if holds),
        )
