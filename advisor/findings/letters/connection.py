"""Letters to the provider about connections that did not come about."""

from advisor.findings.outcome import Letter
from advisor.text import Text
from probes.codes import Reason

_IS_IT_OPEN = Text(
    "Ist dieser Zugang in Betrieb und für alle Netze offen? Falls nicht: Welcher Servername und welcher Anschluss "
    "gelten für uns?",
    "Is this access in operation and open to all networks? If not: which server name and which port are meant for us?",
)
_LOOK_INTO_IT = Text(
    "Können Sie nachsehen, woran das liegt, und uns sagen, ob dieser Zugang für uns gedacht ist?",
    "Can you look into the cause, and tell us whether this access is meant for us?",
)

CONNECTION_LETTERS: dict[Reason, Letter] = {
    Reason.FILTERED: Letter(
        Text(
            "Eine Sperre (Firewall) liess unsere Verbindung nicht durch.",
            "A barrier (firewall) did not let our connection through.",
        ),
        _IS_IT_OPEN,
    ),
    Reason.TIMED_OUT: Letter(
        Text(
            "Auf unseren Verbindungsversuch kam in der gegebenen Zeit keine Antwort.",
            "No answer to our attempt to connect came in the time given.",
        ),
        _IS_IT_OPEN,
    ),
    Reason.GREETING_TIMEOUT: Letter(
        Text(
            "Der Server nahm die Verbindung an, sandte aber in der gegebenen Zeit keine Begrüssung.",
            "The server took the connection but sent no greeting in the time given.",
        ),
        Text(
            "Ist der Server überlastet, oder verzögern Sie die Begrüssung mit Absicht?",
            "Is the server overloaded, or do you delay the greeting on purpose?",
        ),
    ),
    Reason.CLOSED: Letter(
        Text(
            "Der Server beendete die Verbindung, bevor sie benutzbar war.",
            "The server ended the connection before it could be used.",
        ),
        _LOOK_INTO_IT,
    ),
    Reason.RESET: Letter(
        Text("Die Verbindung wurde hart abgebrochen (RST).", "The connection was cut hard (RST)."),
        _LOOK_INTO_IT,
    ),
    Reason.PROTOCOL_ERROR: Letter(
        Text(
            "Der Server antwortete nicht so, wie es das Protokoll für diesen Anschluss festlegt.",
            "The server did not answer in the way that the protocol for this port lays down.",
        ),
        _LOOK_INTO_IT,
    ),
    Reason.WRONG_PROTOCOL: Letter(
        Text(
            "An diesem Anschluss antwortet ein anderer Dienst als der, für den er vorgesehen ist.",
            "Another service answers at this port than the one it is intended for.",
        ),
        _LOOK_INTO_IT,
    ),
    Reason.PREAUTH: Letter(
        Text(
            "Der Server begrüsste uns mit PREAUTH, als wären wir schon angemeldet. Wir hatten weder ein Passwort noch "
            "ein Zertifikat gezeigt, und STARTTLS ist danach nicht mehr möglich.",
            "The server greeted us with PREAUTH as if we had already signed in. We had shown neither a password nor a "
            "certificate, and STARTTLS is then no longer possible.",
        ),
        Text(
            "Ist das gewollt, und wessen Postfach öffnet sich so? Können Sie es abstellen? Wo die Verbindung "
            "unverschlüsselt beginnt, lassen sich Mailprogramme damit um die Verschlüsselung bringen.",
            "Is that intended, and whose mailbox opens that way? Can you stop it? Where the connection begins in "
            "clear, mail programs can be tricked out of encryption by it.",
        ),
    ),
    Reason.LIMIT_EXCEEDED: Letter(
        Text(
            "Die Antwort des Servers war viel länger als üblich; wir haben abgebrochen.",
            "The server’s answer was much longer than usual; we stopped.",
        ),
        _LOOK_INTO_IT,
    ),
}
