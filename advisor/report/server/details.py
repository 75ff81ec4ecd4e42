"""The technical details of each attempt, for those who want to know exactly; what servers said was cleaned before."""

from advisor.report.cells import Cell, Tone, judged
from advisor.report.dates import day
from advisor.report.server.values import Attempt
from advisor.report.texts import check
from advisor.report.texts.server import SECOND_ADDRESS, SECURITIES, SERVICES, SOURCES
from advisor.text import Language, Text
from probes.codes import Status, TlsVersion
from probes.results import Certificate, ProbeReport, Service, Timings

Row = tuple[str, str]

_TITLE = Text("{service}: {host}, Anschluss {port}", "{service}: {host}, port {port}")
_SECURITY = Text("Verschlüsselung", "Encryption")
_INTENDED = Text("Verschlüsselung, wie vorgesehen", "Encryption as intended")
_ADDRESS = Text("IP-Adresse", "IP address")
_SESSION = Text("Sitzung (TLS)", "Session (TLS)")
_SUBJECT = Text("Zertifikat für", "Certificate for")
_ISSUER = Text("Ausgestellt von", "Issued by")
_VALID = Text("Gültig", "Valid")
_VALID_SPAN = Text("{start} bis {end}", "{start} to {end}")
_KEY = Text("Schlüssel", "Key")
_CHAIN = Text("Mitgeschickte Zertifikate", "Certificates sent along")
_FINGERPRINT = Text("Fingerabdruck (SHA-256)", "Fingerprint (SHA-256)")
_VERSIONS = Text("Stufen der Verschlüsselung (TLS)", "Levels of encryption (TLS)")
_LEVELS = {
    TlsVersion.TLS_1_0: "TLS 1.0",
    TlsVersion.TLS_1_1: "TLS 1.1",
    TlsVersion.TLS_1_2: "TLS 1.2",
    TlsVersion.TLS_1_3: "TLS 1.3",
}
_ACCEPTED: dict[bool | None, Text] = {
    True: Text("{version} angenommen", "{version} accepted"),
    False: Text("{version} abgelehnt", "{version} refused"),
    None: Text("{version} nicht geprüft", "{version} not tested"),
}
_WORDS = Text("Worte des Servers zum Abbruch", "The server’s own words on the failure")
_GREETING = Text("Begrüssung", "Greeting")
_IMPLEMENTATION = Text("Programm", "Software")
_BEFORE = Text("Fähigkeiten vor der Verschlüsselung", "Abilities before encryption")
_AFTER = Text("Fähigkeiten", "Abilities")
_TIMINGS = Text("Zeiten in Millisekunden", "Times in milliseconds")
_CLAIMED = Text("Genannt von", "Named by")
_STEPS: dict[str, Text] = {
    "dns": Text("Namensverzeichnis {ms}", "name directory {ms}"),
    "connect": Text("Verbindung {ms}", "connection {ms}"),
    "tls": Text("Verschlüsselung {ms}", "encryption {ms}"),
    "greeting": Text("Begrüssung {ms}", "greeting {ms}"),
    "capability": Text("Fähigkeiten {ms}", "abilities {ms}"),
}


def attempts(report: ProbeReport, language: Language) -> tuple[Attempt, ...]:
    """Every attempt of the run, in the order of the report."""
    return tuple(_attempt(service, language) for service in report.services)


def _attempt(service: Service, language: Language) -> Attempt:
    title = _TITLE.into(
        language, service=SERVICES[service.protocol].into(language), host=service.host, port=service.port
    )
    if service.second_family:
        title = f"{title}, {SECOND_ADDRESS.into(language)}"
    return Attempt(title, _status(service, language), tuple(row for row in _rows(service, language) if row[1]))


def _status(service: Service, language: Language) -> Cell:
    if service.reason is not None:
        return judged(service.reason, language)
    if service.status is Status.COMPLETED:
        return Cell(check.PORT_ANSWERS.into(language), Tone.GOOD)
    return Cell(check.NO_TEST.into(language), Tone.NONE)


def _rows(service: Service, language: Language) -> list[Row]:
    capabilities = service.capabilities
    return [
        ((_SECURITY if service.tls else _INTENDED).into(language), SECURITIES[service.security].into(language)),
        (_ADDRESS.into(language), service.address or ""),
        *_tls_rows(service, language),
        (_VERSIONS.into(language), _versions(service, language)),
        (_GREETING.into(language), service.greeting or ""),
        (_WORDS.into(language), service.words or ""),
        (_IMPLEMENTATION.into(language), service.implementation or ""),
        (_BEFORE.into(language), _tokens(capabilities.before_tls)),
        (_AFTER.into(language), _tokens(capabilities.after_tls)),
        (_TIMINGS.into(language), _timings(service.timings_ms, language)),
        (_CLAIMED.into(language), "; ".join(SOURCES[source].into(language) for source in service.claimed_by)),
    ]


def _tls_rows(service: Service, language: Language) -> list[Row]:
    if service.tls is None:
        return []
    session = (_SESSION.into(language), f"{service.tls.version}, {service.tls.cipher}")
    certificate = service.tls.certificate
    return [session, *_certificate_rows(certificate, language)] if certificate else [session]


def _certificate_rows(certificate: Certificate, language: Language) -> list[Row]:
    start, end = day(certificate.not_before, language), day(certificate.not_after, language)
    return [
        (_SUBJECT.into(language), ", ".join(certificate.names) or certificate.subject),
        (_ISSUER.into(language), certificate.issuer),
        (_VALID.into(language), _VALID_SPAN.into(language, start=start, end=end)),
        (_KEY.into(language), certificate.key or ""),
        (_CHAIN.into(language), "; ".join(certificate.chain)),
        (_FINGERPRINT.into(language), certificate.sha256 or ""),
    ]


def _versions(service: Service, language: Language) -> str:
    return ", ".join(
        _ACCEPTED[each.accepted].into(language, version=_LEVELS[each.version]) for each in service.versions
    )


def _tokens(tokens: tuple[str, ...] | None) -> str:
    return " · ".join(tokens or ())


def _timings(timings: Timings, language: Language) -> str:
    measured = ((text, getattr(timings, step)) for step, text in _STEPS.items())
    return ", ".join(text.into(language, ms=each) for text, each in measured if each is not None)
