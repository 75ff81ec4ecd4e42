"""Findings about certificates, and what the name directory says of them."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Letter, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

CERTIFICATES: dict[FindingCode, Outcome] = {
    FindingCode.CERTIFICATE_EXPIRES_SOON: Outcome(
        Severity.WARNING,  # a fault in the last week, see ``advisor.findings.rules.certificates``
        Fixer.PROVIDER,
        Text("Zertifikat läuft bald ab", "Certificate expires soon"),
        Text(
            "Der Ausweis des Servers (Zertifikat) gilt nur noch {days}, bis {until}. Danach warnen alle Programme oder "
            "verweigern die Verbindung.",
            "The server’s identity card (certificate) is valid for only another {days}, until {until}. After that all "
            "programs warn or refuse the connection.",
        ),
        Text(
            "Fragen Sie den Anbieter, ob er es rechtzeitig erneuert. Warnt ein Programm, klicken Sie die Warnung nicht "
            "weg.",
            "Ask the provider whether it will be renewed in time. If a program warns, do not click the warning away.",
        ),
        Letter(
            Text(
                "Das Zertifikat des Servers gilt nur noch {days}, bis {until}.",
                "The server’s certificate is valid for only another {days}, until {until}.",
            ),
            Text(
                "Können Sie bestätigen, dass es vorher erneuert wird, und dass der Mailserver das neue dann auch lädt?",
                "Can you confirm that it will be renewed before, and that the mail server then loads the new one?",
            ),
        ),
    ),
    FindingCode.CERTIFICATE_NAMES_OTHER_HOST: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Der Server weist sich mit einem anderen Namen aus", "The server proves another name"),
        Text(
            "Das Zertifikat lautet nicht auf {host}. Es nennt {name}, und dieser Name führt zum selben Server.",
            "The certificate is not made out to {host}. It names {name}, and that name leads to the same server.",
        ),
        Text(
            "Fragen Sie den Anbieter, ob {name} der richtige Servername ist. Sagt er ja, tragen Sie diesen Namen in "
            "die Programme ein. Klicken Sie keine Warnung weg.",
            "Ask the provider whether {name} is the right server name. If so, enter this name in the programs. Do not "
            "click away any warning.",
        ),
        Letter(
            Text(
                "Das Zertifikat von {host} enthält diesen Namen nicht. Es nennt {name}; beide Namen führen zum selben "
                "Server.",
                "The certificate of {host} does not contain this name. It names {name}; both names lead to the same "
                "server.",
            ),
            Text(
                "Sollen wir in unseren Mailprogrammen {name} eintragen? Falls nicht: Können Sie {host} ins Zertifikat "
                "aufnehmen?",
                "Shall we enter {name} in our mail programs? If not: can you add {host} to the certificate?",
            ),
        ),
    ),
    FindingCode.CERTIFICATE_KEY_WEAK: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Schwacher Schlüssel im Zertifikat", "Weak key in the certificate"),
        Text(
            "Der Ausweis des Servers (Zertifikat) beruht auf einem Verfahren, das als schwach gilt ({key}). Neuere "
            "Programme können es ablehnen.",
            "The server’s identity card (certificate) rests on a method that counts as weak ({key}). Newer programs "
            "may refuse it.",
        ),
        Text(
            "Der Anbieter muss ein Zertifikat mit einem stärkeren Schlüssel einrichten.",
            "The provider must install a certificate with a stronger key.",
        ),
        Letter(
            Text("Das Zertifikat des Servers verwendet {key}.", "The server’s certificate uses {key}."),
            Text(
                "Können Sie ein Zertifikat mit mindestens RSA 2048 oder ECDSA P-256 und SHA-256 einrichten?",
                "Can you install a certificate with at least RSA 2048 or ECDSA P-256, and SHA-256?",
            ),
        ),
    ),
    FindingCode.DANE_MISMATCH: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Fingerabdruck im Namensverzeichnis passt nicht", "Fingerprint in the name directory does not fit"),
        Text(
            "Im Namensverzeichnis steht, welches Zertifikat der Server zeigen soll (DANE). Der Server zeigt ein "
            "anderes. Meist wurde nach einer Erneuerung der Eintrag vergessen.",
            "The name directory states which certificate the server should show (DANE). The server shows another one. "
            "Mostly the record was forgotten after a renewal.",
        ),
        Text(
            "Melden Sie es dem Anbieter. Programme, die den Eintrag prüfen, verbinden sich sonst nicht.",
            "Report it to the provider. Programs that check the record will otherwise not connect.",
        ),
        Letter(
            Text(
                "Keiner der TLSA-Einträge zu diesem Anschluss passt zum Zertifikat, das der Server zeigt.",
                "None of the TLSA records for this port fits the certificate that the server shows.",
            ),
            Text(
                "Können Sie die TLSA-Einträge oder das Zertifikat berichtigen? (RFC 6698)",
                "Can you correct the TLSA records or the certificate? (RFC 6698)",
            ),
        ),
    ),
    FindingCode.DANE_PRESENT: Outcome(
        Severity.PASSED,
        Fixer.NOBODY,
        Text("Zertifikat zusätzlich abgesichert", "Certificate additionally secured"),
        Text(
            "Das Namensverzeichnis nennt den Fingerabdruck des Zertifikats (DANE), und er passt.",
            "The name directory states the certificate’s fingerprint (DANE), and it fits.",
        ),
        Text("Nichts zu tun.", "Nothing to do."),
    ),
    FindingCode.CAA_PRESENT: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Wer Zertifikate ausstellen darf, ist festgelegt", "Who may issue certificates is laid down"),
        Text(
            "Für {host} steht im Namensverzeichnis, welche Stellen Zertifikate ausstellen dürfen (CAA). Das erschwert "
            "Fälschungen.",
            "For {host} the name directory states which offices may issue certificates (CAA). That makes forgery "
            "harder.",
        ),
        Text(
            "Nichts zu tun. Denken Sie daran, wenn Sie die Zertifikatsstelle wechseln.",
            "Nothing to do. Keep it in mind when you change the certificate authority.",
        ),
    ),
}
