"""What the DNS says of each mail host, for those who want to know exactly."""

from advisor.report.server.values import HostDetails
from advisor.text import Language, Text
from probes.results import HostFacts, ProbeReport, Tlsa

_ADDRESSES = Text("IP-Adressen", "IP addresses")
_SIGNED = Text("Antwort des Namensverzeichnisses", "Answer of the name directory")
_IS_SIGNED = Text("gegen Fälschung geschützt (DNSSEC)", "protected against forgery (DNSSEC)")
_NOT_SIGNED = Text(
    "nicht als geschützt bestätigt (DNSSEC)",
    "not confirmed as protected (DNSSEC)",
)
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
    """One block per host that was looked at, in the order of the report."""
    return tuple(HostDetails(host.host, _details(host, language)) for host in report.hosts)


def _details(host: HostFacts, language: Language) -> tuple[tuple[str, str], ...]:
    signed = "" if host.dnssec is None else (_IS_SIGNED if host.dnssec else _NOT_SIGNED).into(language)
    rows = (
        (_ADDRESSES, ", ".join(host.addresses)),
        (_SIGNED, signed),
        (_CAA, "; ".join(host.caa)),
        (_DANE, "; ".join(_record(record, language) for record in host.tlsa)),
    )
    return tuple((label.into(language), text) for label, text in rows if text)


def _record(record: Tlsa, language: Language) -> str:
    data = record.data if len(record.data) <= _SHOWN else f"{record.data[:_SHOWN]}…"
    return _RECORD.into(language, port=record.port, data=data, verdict=_VERDICTS[record.matches].into(language))
