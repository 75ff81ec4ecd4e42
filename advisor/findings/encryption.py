"""Outcomes of encryption and of the server's identity card (certificate)."""

from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text
from probes.codes import Reason

_REPORT = Text(
    "Melden Sie es dem Anbieter. Geben Sie an diesem Zugang kein Passwort ein.",
    "Report it to the provider. Do not enter a password at this access.",
)
_RENEW = Text(
    "Der Anbieter muss das Zertifikat erneuern. Klicken Sie Warnungen Ihres Mailprogramms bis dahin nicht weg.",
    "The provider must renew the certificate. Until then, do not click away warnings of your mail program.",
)
_RENEW_OR_COMPLETE = Text(
    "Der Anbieter muss das Zertifikat ergänzen oder ersetzen. Klicken Sie Warnungen Ihres Mailprogramms bis dahin "
    "nicht weg.",
    "The provider must complete or replace the certificate. Until then, do not click away warnings of your mail "
    "program.",
)
_OTHER_ACCESS = Text(
    "Verwenden Sie den Zugang, der von Anfang an verschlüsselt ist. Gibt es keinen, fragen Sie den Anbieter.",
    "Use the access that is encrypted from the start. If there is none, ask the provider.",
)

ENCRYPTION: dict[Reason, Outcome] = {
    Reason.STARTTLS_NOT_OFFERED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Nicht verschlüsselt", "Not encrypted"),
        Text(
            "An diesem Anschluss bietet der Server keine Verschlüsselung (STARTTLS) an. Passwörter wären lesbar.",
            "The server offers no encryption (STARTTLS) at this port. Passwords would be readable.",
        ),
        _OTHER_ACCESS,
    ),
    Reason.STARTTLS_REFUSED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Verschlüsselung abgelehnt", "Encryption refused"),
        Text(
            "Der Server kündigt Verschlüsselung (STARTTLS) an, lehnt sie dann aber ab.",
            "The server announces encryption (STARTTLS) but then refuses it.",
        ),
        _OTHER_ACCESS,
    ),
    Reason.STARTTLS_BROKEN: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Verschlüsselung gestört", "Encryption broken"),
        Text(
            "Der Server sagt zur Verschlüsselung (STARTTLS) ja, der Wechsel misslingt aber.",
            "The server agrees to encryption (STARTTLS), but the change fails.",
        ),
        _OTHER_ACCESS,
    ),
    Reason.STARTTLS_INJECTION: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Lücke beim Verschlüsseln", "Gap when encrypting"),
        Text(
            "Auf die Zusage zur Verschlüsselung (STARTTLS) folgte noch etwas Unverschlüsseltes. Das ist ein Fehler des "
            "Servers, oder jemand unterwegs schleust etwas ein.",
            "After the agreement to encryption (STARTTLS) something unencrypted still followed. That is a fault of the "
            "server, or somebody on the way slips something in.",
        ),
        _REPORT,
    ),
    Reason.TLS_ON_PLAIN_PORT: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Anschlüsse vertauscht", "Ports swapped"),
        Text(
            "Hier wird von Anfang an verschlüsselt, obwohl der Anschluss unverschlüsselt beginnen müsste. Viele "
            "Programme kommen damit nicht zurecht.",
            "Encryption starts at once here, though this port should begin in clear. Many programs cannot "
            "cope with that.",
        ),
        Text("Melden Sie es dem Anbieter.", "Report it to the provider."),
    ),
    Reason.PLAIN_ON_TLS_PORT: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Verschlüsselung fehlt", "Encryption missing"),
        Text(
            "An diesem Anschluss müsste von Anfang an verschlüsselt werden. Der Server spricht aber offen.",
            "This port should be encrypted from the start. The server speaks in clear instead.",
        ),
        _REPORT,
    ),
    Reason.TLS_TIMEOUT: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Verschlüsselung nicht zustande gekommen", "Encryption not completed"),
        Text(
            "Der Server hat beim Aushandeln der Verschlüsselung zu lange gebraucht.",
            "The server took too long to agree on encryption.",
        ),
        Text("Prüfen Sie in einigen Minuten nochmals.", "Check again in a few minutes."),
    ),
    Reason.TLS_VERSION: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Veraltete Verschlüsselung", "Outdated encryption"),
        Text(
            "Der Server beherrscht nur alte Verschlüsselung (vor TLS 1.2). Heutige Programme lehnen sie ab.",
            "The server knows only old encryption (before TLS 1.2). Today’s programs refuse it.",
        ),
        Text(
            "Der Anbieter muss den Server erneuern. Schalten Sie in Programmen keine alte Verschlüsselung ein.",
            "The provider must update the server. Do not switch on old encryption in programs.",
        ),
    ),
    Reason.TLS_FAILED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Verschlüsselung misslungen", "Encryption failed"),
        Text(
            "Mit diesem Server kam keine verschlüsselte Verbindung zustande.",
            "No encrypted connection to this server came about.",
        ),
        _REPORT,
    ),
    Reason.CERTIFICATE_EXPIRED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat abgelaufen", "Certificate expired"),
        Text(
            "Der Ausweis des Servers (Zertifikat) ist abgelaufen. Programme warnen oder verweigern die Verbindung.",
            "The server’s identity card (certificate) has expired. Programs warn or refuse the connection.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_NOT_YET_VALID: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat noch nicht gültig", "Certificate not yet valid"),
        Text(
            "Der Ausweis des Servers (Zertifikat) gilt erst ab einem späteren Datum.",
            "The server’s identity card (certificate) is valid only from a later date.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_NAME: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat passt nicht zum Namen", "Certificate does not fit the name"),
        Text(
            "Der Ausweis des Servers (Zertifikat) lautet auf einen anderen Namen als den, den wir gerufen haben.",
            "The server’s identity card (certificate) is made out to another name than the one we used.",
        ),
        Text(
            "Verwenden Sie den Servernamen, der im Zertifikat steht, sobald der Anbieter ihn bestätigt. Klicken Sie "
            "Warnungen nicht weg.",
            "Use the server name that the certificate carries, once the provider confirms it. Do not click away "
            "warnings.",
        ),
    ),
    Reason.CERTIFICATE_SELF_SIGNED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat selbst ausgestellt", "Certificate self-signed"),
        Text(
            "Der Server hat sich seinen Ausweis (Zertifikat) selbst ausgestellt. Niemand bürgt für ihn.",
            "The server issued its identity card (certificate) itself. Nobody vouches for it.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_UNTRUSTED: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat nicht anerkannt", "Certificate not recognised"),
        Text(
            "Die Stelle, die den Ausweis (Zertifikat) ausgestellt hat, ist nicht allgemein anerkannt.",
            "The office that issued the identity card (certificate) is not generally recognised.",
        ),
        _RENEW,
    ),
    Reason.CERTIFICATE_CHAIN: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat unvollständig", "Certificate incomplete"),
        Text(
            "Von seiner Ausweiskette (Zertifikatskette) schickt der Server nur einen Teil, oder ein Glied davon gilt "
            "nicht mehr. Manche Programme verbinden sich deshalb nicht.",
            "The server sends only a part of its chain of identity cards (certificate chain), or a link of it is no "
            "longer valid. Some programs therefore do not connect.",
        ),
        Text(
            "Der Anbieter muss ein gültiges Zwischenzertifikat einrichten. Klicken Sie Warnungen nicht weg.",
            "The provider must install a valid intermediate certificate. Do not click away warnings.",
        ),
    ),
    Reason.CERTIFICATE_ISSUER_UNKNOWN: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Zertifikat von unbekannter Stelle", "Certificate of an unknown office"),
        Text(
            "Der Server zeigt nur seinen eigenen Ausweis (Zertifikat). Die Stelle, die ihn ausgestellt hat, kennen wir "
            "nicht: Entweder ist sie nicht allgemein anerkannt, oder der Server lässt ein Zwischenzertifikat weg.",
            "The server shows only its own identity card (certificate). We do not know the office that issued it: "
            "either it is not generally recognised, or the server leaves out an intermediate certificate.",
        ),
        _RENEW_OR_COMPLETE,
    ),
}
