"""Letters to the provider about encryption and certificates."""

from advisor.findings.outcome import Letter
from advisor.text import Text
from probes.codes import Reason

_WHICH_ACCESS = Text(
    "Können Sie das beheben? Und gibt es einen Zugang, der von Anfang an verschlüsselt ist (TLS)?",
    "Can you mend that? And is there an access that is encrypted from the start (implicit TLS)?",
)
_MEND = Text(
    "Können Sie das beheben und uns melden, wenn es erledigt ist?",
    "Can you mend that, and tell us when it is done?",
)
_RENEW = Text(
    "Können Sie ein gültiges, allgemein anerkanntes Zertifikat für diesen Namen einrichten und uns melden, wenn es "
    "erledigt ist?",
    "Can you install a valid, generally recognised certificate for this name, and tell us when it is done?",
)

ENCRYPTION_LETTERS: dict[Reason, Letter] = {
    Reason.STARTTLS_NOT_OFFERED: Letter(
        Text("Der Server bietet STARTTLS nicht an.", "The server does not offer STARTTLS."), _WHICH_ACCESS
    ),
    Reason.STARTTLS_REFUSED: Letter(
        Text(
            "Der Server kündigt STARTTLS an, lehnt den Befehl dann aber ab.",
            "The server announces STARTTLS but then refuses the command.",
        ),
        _WHICH_ACCESS,
    ),
    Reason.STARTTLS_BROKEN: Letter(
        Text(
            "Der Server nimmt STARTTLS an, danach kommt aber keine TLS-Sitzung zustande.",
            "The server takes STARTTLS, but no TLS session comes about after it.",
        ),
        _WHICH_ACCESS,
    ),
    Reason.STARTTLS_INJECTION: Letter(
        Text(
            "Auf die Zusage zu STARTTLS folgten bei uns unverschlüsselte Daten, bevor TLS begann. Entweder sendet sie "
            "der Server, oder jemand auf dem Weg.",
            "After the agreement to STARTTLS, unencrypted data reached us before TLS began. Either the server sends "
            "it, or somebody on the way.",
        ),
        Text(
            "Können Sie das nachsehen, die Software des Servers wo nötig nachführen und uns melden, wenn es erledigt "
            "ist?",
            "Can you look into it, update the server’s software where needed, and tell us when it is done?",
        ),
    ),
    Reason.TLS_ON_PLAIN_PORT: Letter(
        Text(
            "Dieser Anschluss erwartet TLS von Anfang an, obwohl er für STARTTLS vorgesehen ist.",
            "This port expects implicit TLS although it is intended for STARTTLS.",
        ),
        _MEND,
    ),
    Reason.PLAIN_ON_TLS_PORT: Letter(
        Text(
            "Dieser Anschluss ist für TLS von Anfang an vorgesehen, spricht aber unverschlüsselt.",
            "This port is intended for implicit TLS but speaks without encryption.",
        ),
        _MEND,
    ),
    Reason.TLS_TIMEOUT: Letter(
        Text(
            "Der Aufbau der TLS-Sitzung kam in der gegebenen Zeit nicht zum Ende.",
            "The TLS handshake did not end in the time given.",
        ),
        _MEND,
    ),
    Reason.TLS_VERSION: Letter(
        Text(
            "Der Server bietet nur Fassungen vor TLS 1.2 an.",
            "The server offers only versions before TLS 1.2.",
        ),
        Text(
            "Können Sie TLS 1.2 und 1.3 einrichten? Ältere Fassungen sind abgekündigt (RFC 8996).",
            "Can you set up TLS 1.2 and 1.3? Older versions are deprecated (RFC 8996).",
        ),
    ),
    Reason.TLS_FAILED: Letter(
        Text("Der Aufbau der TLS-Sitzung misslang.", "The TLS handshake failed."),
        _MEND,
    ),
    Reason.CERTIFICATE_EXPIRED: Letter(
        Text(
            "Das Zertifikat des Servers ist abgelaufen, gültig bis: {until}.",
            "The server’s certificate has expired, valid until: {until}.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_NOT_YET_VALID: Letter(
        Text(
            "Das Zertifikat des Servers ist noch nicht gültig. Es lautet auf: {names}.",
            "The server’s certificate is not valid yet. It is made out to: {names}.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_NAME: Letter(
        Text(
            "Das Zertifikat des Servers enthält den Namen nicht, unter dem wir ihn gerufen haben. Es lautet auf: "
            "{names}.",
            "The server’s certificate does not contain the name by which we called it. It is made out to: {names}.",
        ),
        Text(
            "Welchen Servernamen sollen unsere Mailprogramme verwenden? Falls es dieser ist: Können Sie ihn ins "
            "Zertifikat aufnehmen?",
            "Which server name shall our mail programs use? If it is this one: can you add it to the certificate?",
        ),
    ),
    Reason.CERTIFICATE_SELF_SIGNED: Letter(
        Text(
            "Das Zertifikat des Servers ist selbst ausgestellt. Es lautet auf: {names}.",
            "The server’s certificate is self-signed. It is made out to: {names}.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_UNTRUSTED: Letter(
        Text(
            "Das Zertifikat des Servers stammt von einer Stelle, die nicht allgemein anerkannt ist: {issuer}.",
            "The server’s certificate comes from an office that is not generally recognised: {issuer}.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_CHAIN: Letter(
        Text(
            "Die Zertifikatskette des Servers ist unvollständig oder in einem Glied nicht gültig. Das Zertifikat wurde "
            "ausgestellt von: {issuer}.",
            "The certificate chain of the server is incomplete, or not valid in one link. The certificate was issued "
            "by: {issuer}.",
        ),
        Text(
            "Können Sie gültige Zwischenzertifikate einrichten und uns melden, wenn es erledigt ist?",
            "Can you install valid intermediate certificates, and tell us when it is done?",
        ),
    ),
    Reason.CERTIFICATE_ISSUER_UNKNOWN: Letter(
        Text(
            "Der Server sendet nur sein eigenes Zertifikat, und dessen Aussteller ist uns unbekannt: {issuer}.",
            "The server sends only its own certificate, and its issuer is unknown to us: {issuer}.",
        ),
        Text(
            "Ist das eine allgemein anerkannte Stelle? Falls ja: Können Sie die Zwischenzertifikate mitsenden? Falls "
            "nein: Können Sie ein allgemein anerkanntes Zertifikat einrichten?",
            "Is that a generally recognised authority? If so: can you send the intermediate certificates along? If "
            "not: can you install a generally recognised certificate?",
        ),
    ),
}
