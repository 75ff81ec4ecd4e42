"""Records for the zone of the domain: which servers there are and which protocol is preferred (RFC 6186, 8314).

The decided protocol gets the lower priority; "." as target says that something is not offered. ``_submission`` is left
out where sending begins with TLS: programs that know no ``_submissions`` would read "." as no sending at all. Names for
a web server are written as comments, because no server may be announced before it answers; not at all for a way that
takes mail off the server, because programs would set themselves up by them on a second device, too.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account, Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats import pacc
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.line_comments import comments
from advisor.profiles.targets import Target
from advisor.settings.codes import ReadingProtocol
from advisor.settings.values import CompanySettings, ServerSettings
from advisor.text import Text
from probes.codes import Security, Trust, UsernameForm

_TTL = 3600
_FIRST, _SECOND, _WEIGHT = 0, 10, 1
_LONGEST_NAME = 253
_LONGEST_LABELS = "_submissions._tcp."
_LABELS = {
    ReadingProtocol.IMAP: {Security.TLS: "_imaps", Security.STARTTLS: "_imap"},
    ReadingProtocol.POP3: {Security.TLS: "_pop3s", Security.STARTTLS: "_pop3"},
}
_SENDING = {Security.TLS: "_submissions", Security.STARTTLS: "_submission"}

RECORDS = Text(
    "Einträge für die Zone {domain}. Die kleinere Zahl hinter SRV nennt das gewünschte Verfahren; «.» heisst: wird "
    "nicht angeboten.",
    "Records for the zone {domain}. The lower number behind SRV names the preferred protocol; “.” means: not offered.",
)
WEB_SERVER = Text(
    "Erst einschalten, wenn ein Webserver unter diesen Namen mit gültigem Zertifikat antwortet: {server} durch dessen "
    "Namen ersetzen und das Zeichen ; am Anfang löschen.",
    "Switch on only once a web server answers under these names with a valid certificate: replace {server} by its name "
    "and delete the ; at the beginning.",
)
NO_WEB_SERVER = Text(
    "Namen für einen Webserver fehlen hier mit Absicht: Jedes Programm, das sich über sie einrichtet, könnte Mails auf "
    "dem Server löschen, auch auf einem zweiten Computer.",
    "Names for a web server are left out on purpose: every program that sets itself up by them could delete mail on "
    "the server, on a second computer too.",
)
PACC = Text(
    "PACC: Die Datei daneben muss unverändert unter {url} liegen; der Eintrag gilt nur für genau diese Bytes.",
    "PACC: the file beside this one must lie unchanged at {url}; the record holds for exactly these bytes only.",
)


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """One SRV record; ``protocol`` None: sending. ``server`` None: the record says that this is not offered."""

    label: str
    protocol: ReadingProtocol | None
    security: Security
    server: ServerSettings | None
    priority: int

    def line(self, domain: str) -> str:
        """The record as it stands in the zone."""
        name = f"{self.label}._tcp.{domain}."
        if self.server is None:
            return _record(name, "SRV", "0 0 0 .")
        return _record(name, "SRV", f"{self.priority} {_WEIGHT} {self.server.port} {self.server.host}.")


def zone_records(job: Job) -> bytes:
    """The records as part of a zone file, every name in full."""
    domain, server = job.account.domain, f"webserver.{job.account.domain}."
    lines = [
        *comments(job.said, ";"),
        *_words(job, RECORDS, domain=domain),
        *(record.line(domain) for record in service_records(job.account, job.settings)),
        "",
        *_for_web_server(job, domain, server),
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _for_web_server(job: Job, domain: str, server: str) -> Iterable[str]:
    if job.account.form in DELETING_FORMS:
        yield from _words(job, NO_WEB_SERVER)
        return
    yield from _words(job, WEB_SERVER, server=server)
    yield from (f";{line}" for line in answered_names(job.account, server))
    if pacc.possible(job.account):
        yield ""
        yield from _words(job, PACC, url=f"https://ua-auto-config.{domain}{pacc.PATH}")
        yield from (f";{line}" for line in pacc_records(job.account, server))


def service_records(account: Account, settings: CompanySettings) -> tuple[ServiceRecord, ...]:
    """The records of the mail services that the zone is to hold, the decided protocol first."""
    return (*_reading(account, settings), *_sending(account))


def _reading(account: Account, settings: CompanySettings) -> Iterable[ServiceRecord]:
    known = {ReadingProtocol.IMAP: settings.imap, ReadingProtocol.POP3: settings.pop3}
    for protocol in sorted(known, key=lambda each: each is not account.protocol):
        decided, server = protocol is account.protocol, known[protocol]
        if server is not None and not decided and not _announced(server):
            continue
        for security, label in _LABELS[protocol].items():
            offered = server if server is not None and server.security is security else None
            yield ServiceRecord(label, protocol, security, offered, _FIRST if decided else _SECOND)


def _sending(account: Account) -> Iterable[ServiceRecord]:
    for security, label in _SENDING.items():
        if account.outgoing is not None and account.outgoing.security is security:
            yield ServiceRecord(label, None, security, account.outgoing, _FIRST)
        elif security is Security.TLS:
            yield ServiceRecord(label, None, security, None, _FIRST)


def _announced(server: ServerSettings) -> bool:
    """What is not decided is only announced where it was proven and nobody has to vouch for it first.

    Nor is it then said to be off: somebody may read that way.
    """
    return server.proven and server.trust is not Trust.NEEDS_CONSENT


def web_names(domain: str, server: str) -> tuple[str, str, str]:
    """The names under which programs ask a web server, the last two for Outlook; ``server`` has the final dot."""
    return (
        _record(f"autoconfig.{domain}.", "CNAME", server),
        _record(f"autodiscover.{domain}.", "CNAME", server),
        _record(f"_autodiscover._tcp.{domain}.", "SRV", f"0 {_WEIGHT} 443 {server}"),
    )


def answered_names(account: Account, server: str) -> tuple[str, ...]:
    """Those of the names that lead to an answer of ours: none for Outlook with POP3."""
    names = web_names(account.domain, server)
    return names[:1] if account.form in POP3_FORMS else names


def pacc_records(account: Account, server: str) -> Iterable[str]:
    """Where the file of PACC lies, and the digest of its bytes; only where ``pacc.possible``."""
    yield _record(f"ua-auto-config.{account.domain}.", "CNAME", server)
    text = pacc.digest_record(pacc.configuration(account))
    yield _record(f"_ua-auto-config.{account.domain}.", "TXT", f'"{text}"')


def _record(name: str, kind: str, value: str) -> str:
    return f"{name} {_TTL} IN {kind} {value}"


def _words(job: Job, text: Text, **fields: str) -> list[str]:
    return comments((text.into(language, **fields) for language in job.languages), ";")


def _limits(account: Account) -> Iterable[Cannot]:
    yield Cannot.PROGRAMS_IGNORE_DNS
    if len(f"{_LONGEST_LABELS}{account.domain}") > _LONGEST_NAME:
        yield Cannot.NOT_WRITABLE
    if account.form in POP3_FORMS:
        yield Cannot.DNS_NO_PERIOD
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY
    if len(account.servers) > 1 and account.form not in DELETING_FORMS and not pacc.possible(account):
        yield Cannot.PACC_NO_PERIOD if account.form in POP3_FORMS else Cannot.NO_PACC
    if any(server.username is UsernameForm.OTHER for server in account.servers):
        yield Cannot.USERNAME_UNKNOWN


def _write(job: Job) -> Iterable[Part]:
    yield Part(f"dns/{job.account.domain}.zone", zone_records(job))
    if pacc.possible(job.account):
        yield Part("dns/user-agent-configuration.json", pacc.configuration(job.account))


FORMAT = Format(
    Target.DNS,
    Group.DOMAIN,
    Text("DNS-Einträge", "DNS records"),
    Text(
        "Für die Person, die die Domain verwaltet: Einträge für die Zone. Sie sagen Mailprogrammen, welche Server es "
        "gibt und welches Verfahren gewünscht ist.",
        "For the person who manages the domain: records for the zone. They tell mail programs which servers there are "
        "and which protocol is preferred.",
    ),
    _limits,
    company=_write,
)
