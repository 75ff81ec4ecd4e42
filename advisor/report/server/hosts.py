"""What the DNS says of the domain's incoming mail and of each mail host, for those who want to know exactly."""

from advisor.report.names import gateway_name, provider_name
from advisor.report.server.sources import signed
from advisor.report.server.values import HostDetails
from advisor.report.texts import steps as words
from advisor.text import Language, Text
from probes.host_names import NULL_MX, host_name
from probes.results import HostFacts, MailExchanger, ProbeReport, Tlsa

_ADDRESSES = Text("IP-Adressen", "IP addresses")
_SIGNED = Text("Antwort des Namensverzeichnisses", "Answer of the name directory")
_CAA = Text("Wer Zertifikate ausstellen darf (CAA)", "Who may issue certificates (CAA)")
_DANE = Text(
    "Im Namensverzeichnis hinterlegtes Zertifikat (DANE)", "Certificate laid down in the name directory (DANE)"
)
_RECORD = Text("Anschluss {port}: {data}, {verdict}", "port {port}: {data}, {verdict}")
_VERDICTS: dict[bool | None, Text] = {
    True: Text("passt", "fits"),
    False: Text("passt nicht", "does not fit"),
    None: Text("nicht verglichen", "not compared"),
}
_SHOWN = 40  # characters of a record: enough to find it again


def hosts(report: ProbeReport, language: Language) -> tuple[HostDetails, ...]:
    """The incoming mail first, then one block per host that was looked at, in the order of the report."""
    exchangers = tuple(
        (each.host, _exchanger(each, report.domain, language))
        for each in report.mail_exchangers
        if each.host != NULL_MX
    )
    incoming = (HostDetails(words.INCOMING.into(language), exchangers),) if exchangers else ()
    return (*incoming, *(HostDetails(host.host, _details(host, language)) for host in report.hosts))


def _exchanger(each: MailExchanger, domain: str, language: Language) -> str:
    rank = words.RANK.into(language, preference=each.preference)
    parts = (rank, _operator(each, domain, language), signed(each.dnssec, language))
    return "; ".join(part for part in parts if part)


def _operator(each: MailExchanger, domain: str, language: Language) -> str:
    if each.gateway:
        return words.FILTER.into(language, name=gateway_name(each.gateway))
    if each.provider:
        return words.KNOWN.into(language, name=provider_name(each.provider))
    own = host_name(each.host) == domain or host_name(each.host).endswith(f".{domain}")
    return (words.OWN if own else words.UNKNOWN).into(language)


def _details(host: HostFacts, language: Language) -> tuple[tuple[str, str], ...]:
    rows = (
        (_ADDRESSES, ", ".join(host.addresses)),
        (_SIGNED, signed(host.dnssec, language)),
        (_CAA, "; ".join(host.caa)),
        (_DANE, "; ".join(_record(record, language) for record in host.tlsa)),
    )
    return tuple((label.into(language), text) for label, text in rows if text)


def _record(record: Tlsa, language: Language) -> str:
    data = record.data if len(record.data) <= _SHOWN else f"{record.data[:_SHOWN]}…"
    return _RECORD.into(language, port=record.port, data=data, verdict=_VERDICTS[record.matches].into(language))
