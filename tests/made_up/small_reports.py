"""Small builders for probe reports."""

from datetime import UTC, datetime, timedelta

from probes.codes import Protocol, Reason, Security, Source, Status, Trust
from probes.results import Certificate, Claim, Evidence, ProbeReport, Service, Tls

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def certificate(**changes):
    values = {
        "subject": "CN=mail.firma.ch",
        "names": ("mail.firma.ch",),
        "issuer": "CN=Test CA",
        "not_before": NOW - timedelta(days=10),
        "not_after": NOW + timedelta(days=80),
        "days_left": 80,
        "trusted": True,
        "name_matches": True,
    }
    return Certificate(**{**values, **changes})


def claim(source=Source.SRV, protocol=Protocol.IMAP, host="mail.firma.ch", **changes):
    values = {"trust": Trust.TRUSTED, "evidence": Evidence(NOW), "port": 993, "security": Security.TLS}
    return Claim(source=source, protocol=protocol, host=host, **{**values, **changes})


def service(host="mail.firma.ch", port=993, security=Security.TLS, protocol=Protocol.IMAP, **changes):
    values = {"status": Status.COMPLETED, "tls": Tls("TLSv1.3", "AES", certificate())}
    return Service(protocol=protocol, host=host, port=port, security=security, **{**values, **changes})


def failed(reason=Reason.REFUSED, **changes):
    return service(status=Status.FAILED, reason=reason, tls=None, **changes)


def report(claims, services, **changes):
    values = {"domain": "firma.ch", "started_at": NOW, "duration_ms": 900, "vantage": "test"}
    return ProbeReport(**{**values, **changes}, claims=tuple(claims), services=tuple(services))
