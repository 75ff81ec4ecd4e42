"""Records for the zone of the domain: which servers there are and which protocol is preferred (RFC 6186, 8314).

The decided protocol gets the lower priority; "." as target says that something is not offered. ``_submission`` is left
out where sending begins with TLS: programs that know no ``_submissions`` would read "." as no sending at all. Names for
a web server are written as comments, because no server may be announced before it answers.
"""

from collections.abc import Iterable

from advisor.profiles.account import POP3_FORMS, Account, Form
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
PACC = Text(
    "PACC: Die Datei daneben muss unverändert unter {url} liegen; der Eintrag gilt nur für genau diese Bytes.",
    "PACC: the file beside this one must lie unchanged at {url}; the record holds for exactly these bytes only.",
)


def zone_records(job: Job) -> bytes:
    """The records as part of a zone file, every name in full."""
    domain, server = job.account.domain, f"webserver.{job.account.domain}."
    lines = [
        *comments(job.said, ";"),
        *_words(job, RECORDS, domain=domain),
        *_services(job.account, job.settings),
        "",
        *_words(job, WEB_SERVER, server=server),
        *(f";{line}" for line in web_names(domain, server)),
    ]
    if pacc.possible(job.account):
        lines += ["", *_words(job, PACC, url=f"https://ua-auto-config.{domain}{pacc.PATH}")]
        lines += [f";{line}" for line in pacc_records(job.account, server)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _services(account: Account, settings: CompanySettings) -> Iterable[str]:
    known = {ReadingProtocol.IMAP: settings.imap, ReadingProtocol.POP3: settings.pop3}
    for protocol in sorted(known, key=lambda each: each is not account.protocol):
        decided, server = protocol is account.protocol, known[protocol]
        if server is not None and not decided and not _announced(server):
            continue
        for security, label in _LABELS[protocol].items():
            offered = server if server is not None and server.security is security else None
            yield _service(account.domain, label, offered, _FIRST if decided else _SECOND)
    for security, label in _SENDING.items():
        if account.outgoing is not None and account.outgoing.security is security:
            yield _service(account.domain, label, account.outgoing, _FIRST)
        elif security is Security.TLS:
            yield _service(account.domain, label, None, _FIRST)


def _announced(server: ServerSettings) -> bool:
    """What is not decided is only announced where it was proven and nobody has to vouch for it first.

    Nor is it then said to be off: somebody may read that way.
    """
    return server.proven and server.trust is not Trust.NEEDS_CONSENT


def _service(domain: str, label: str, server: ServerSettings | None, priority: int) -> str:
    name = f"{label}._tcp.{domain}."
    if server is None:
        return _record(name, "SRV", "0 0 0 .")
    return _record(name, "SRV", f"{priority} {_WEIGHT} {server.port} {server.host}.")


def web_names(domain: str, server: str) -> Iterable[str]:
    """The names under which programs ask a web server; ``server`` is its name with the final dot."""
    yield _record(f"autoconfig.{domain}.", "CNAME", server)
    yield _record(f"autodiscover.{domain}.", "CNAME", server)
    yield _record(f"_autodiscover._tcp.{domain}.", "SRV", f"0 {_WEIGHT} 443 {server}")


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
    if len(account.servers) > 1 and not pacc.possible(account):
        yield Cannot.NO_PACC
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
