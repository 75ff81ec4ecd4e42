"""Outcomes of reaching a server: from the name to the first line it says."""

from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text
from probes.codes import Reason

_ASK_TO_OPEN = Text(
    "Fragen Sie den Anbieter, ob dieser Zugang offen ist, und prüfen Sie danach nochmals.",
    "Ask the provider whether this access is open, then check again.",
)
_LATER = Text("Prüfen Sie in einigen Minuten nochmals.", "Check again in a few minutes.")

CONNECTION: dict[Reason, Outcome] = {
    Reason.REFUSED: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Kein Dienst", "No service"),
        Text(
            "Der Server ist da, bietet an diesem Anschluss (Port) aber nichts an.",
            "The server is there but offers nothing at this port.",
        ),
        Text(
            "Nichts, wenn ein anderer Anschluss antwortet. Sonst fragen Sie den Anbieter.",
            "Nothing, if another port answers. Otherwise ask the provider.",
        ),
    ),
    Reason.FILTERED: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Abgeschirmt", "Shielded"),
        Text(
            "Eine Sperre (Firewall) lässt uns von hier aus nicht durch. Ob der Dienst da ist, wissen wir nicht.",
            "A barrier (firewall) does not let us through from here. Whether the service exists, we cannot tell.",
        ),
        _ASK_TO_OPEN,
    ),
    Reason.TIMED_OUT: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Keine Antwort", "No answer"),
        Text(
            "Der Server hat in der gegebenen Zeit nicht geantwortet. Ob der Dienst da ist, wissen wir nicht.",
            "The server did not answer in the time given. Whether the service exists, we cannot tell.",
        ),
        _ASK_TO_OPEN,
    ),
    Reason.GREETING_TIMEOUT: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Verbunden, aber stumm", "Connected, but silent"),
        Text(
            "Der Server nimmt die Verbindung an, meldet sich aber nicht. Er ist überlastet oder bremst Unbekannte.",
            "The server takes the connection but says nothing. It is overloaded or slows down strangers.",
        ),
        _LATER,
    ),
    Reason.RATE_LIMITED: Outcome(
        Severity.NOT_TESTED,
        Fixer.NOBODY,
        Text("Gerade überlastet oder zu oft gefragt", "Busy just now, or asked too often"),
        Text(
            "Der Server will gerade nichts von uns wissen: Er hat zu viel zu tun, oder wir kamen zu oft. Über seine "
            "Verschlüsselung sagt das nichts.",
            "The server wants nothing of us just now: it has too much to do, or we came too often. That says nothing "
            "about its encryption.",
        ),
        Text("Warten Sie eine Stunde und prüfen Sie dann nochmals.", "Wait an hour, then check again."),
    ),
    Reason.OUT_OF_TIME: Outcome(
        Severity.NOT_TESTED,
        Fixer.US,
        Text("Nicht mehr geprüft", "Not tested any more"),
        Text(
            "Unsere Zeit für die ganze Prüfung war um, bevor dieser Zugang an der Reihe war. Über den Server sagt das "
            "nichts.",
            "Our time for the whole check was over before this access had its turn. That says nothing about the "
            "server.",
        ),
        Text("Starten Sie die Prüfung nochmals.", "Start the check again."),
    ),
    Reason.TURNED_AWAY: Outcome(
        Severity.NOT_TESTED,
        Fixer.DEPENDS,
        Text("Weist uns ab", "Turns us away"),
        Text(
            "Der Server antwortet, will mit uns aber nichts zu tun haben. Das kann an unserer eigenen Adresse liegen, "
            "die er sperrt oder auf einer Sperrliste findet, oder daran, dass er diesen Dienst nicht oder nicht allen "
            "anbietet. Seine eigenen Worte stehen unter «Technische Einzelheiten».",
            "The server answers but will not deal with us. The cause may be our own address, which it blocks or finds "
            "on a blocklist, or that it does not offer this service, or not to everybody. Its own words stand under "
            "‘Technical details’.",
        ),
        Text(
            "Versuchen Sie es aus Ihrem Büro mit einem Mailprogramm. Geht es dort, lag es an unserer Adresse.",
            "Try it from your office with a mail program. If it works there, our address was the cause.",
        ),
    ),
    Reason.CLOSED: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Aufgelegt", "Hung up"),
        Text(
            "Der Server hat die Verbindung beendet, bevor die Prüfung fertig war.",
            "The server ended the connection before the check was done.",
        ),
        _LATER,
    ),
    Reason.RESET: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Abgebrochen", "Cut off"),
        Text(
            "Die Verbindung wurde unterwegs oder vom Server hart abgebrochen.",
            "The connection was cut hard, on the way or by the server.",
        ),
        _LATER,
    ),
    Reason.PROTOCOL_ERROR: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Unverständliche Antwort", "Answer not understood"),
        Text(
            "Der Server antwortet nicht so, wie es für diesen Dienst festgelegt ist.",
            "The server does not answer in the way laid down for this service.",
        ),
        Text(
            "Melden Sie es dem Anbieter. Verwenden Sie diesen Zugang vorerst nicht.",
            "Report it to the provider. Do not use this access for now.",
        ),
    ),
    Reason.WRONG_PROTOCOL: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Anderer Dienst", "Another service"),
        Text(
            "An diesem Anschluss antwortet etwas anderes als der erwartete Maildienst.",
            "Something other than the expected mail service answers at this port.",
        ),
        Text(
            "Verwenden Sie diesen Zugang nicht und melden Sie es dem Anbieter.",
            "Do not use this access, and report it to the provider.",
        ),
    ),
    Reason.PREAUTH: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Meldet uns ungefragt an", "Signs us in unasked"),
        Text(
            "Der Server behandelt uns als angemeldet, ohne dass wir ein Passwort nannten (PREAUTH). Entweder kommt "
            "dort jeder hinein, oder etwas unterwegs antwortet an seiner Stelle. Beginnt die Verbindung "
            "unverschlüsselt, lässt sich so auch die Verschlüsselung umgehen.",
            "The server treats us as signed in though we gave no password (PREAUTH). Either anybody gets in there, or "
            "something on the way answers in its place. Where the connection begins in clear, that also lets "
            "encryption be bypassed.",
        ),
        Text(
            "Verwenden Sie diesen Zugang nicht und melden Sie es dem Anbieter.",
            "Do not use this access, and report it to the provider.",
        ),
    ),
    Reason.NAME_NOT_FOUND: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Name gibt es nicht", "No such name"),
        Text(
            "Diesen Servernamen kennt das Namensverzeichnis (DNS) nicht.",
            "The name directory (DNS) does not know this server name.",
        ),
        Text(
            "Nichts, wenn der Name nur vermutet war. Steht er in Ihren Programmen, fragen Sie den Anbieter.",
            "Nothing, if the name was only a guess. If it is in your programs, ask the provider.",
        ),
    ),
    Reason.DNS_FAILED: Outcome(
        Severity.NOT_TESTED,
        Fixer.COMPANY,
        Text("Namensverzeichnis antwortet nicht", "Name directory does not answer"),
        Text(
            "Das Namensverzeichnis (DNS) der Domain hat nicht oder fehlerhaft geantwortet.",
            "The name directory (DNS) of the domain did not answer, or answered with an error.",
        ),
        Text(
            "Prüfen Sie später nochmals. Bleibt es so, melden Sie es der Stelle, bei der Ihre Domain liegt.",
            "Check again later. If it stays so, report it to the place where your domain is registered.",
        ),
    ),
    Reason.ADDRESS_REFUSED: Outcome(
        Severity.NOT_TESTED,
        Fixer.COMPANY,
        Text("Adresse nicht erlaubt", "Address not allowed"),
        Text(
            "Der Name führt zu einer Adresse, die wir nicht ansprechen, etwa in einem privaten Netz.",
            "The name leads to an address that we do not contact, for example in a private network.",
        ),
        Text(
            "Nennen Sie den öffentlichen Namen des Mailservers.",
            "Give the public name of the mail server.",
        ),
    ),
    Reason.PORT_NOT_ALLOWED: Outcome(
        Severity.NOT_TESTED,
        Fixer.US,
        Text("Anschluss nicht erlaubt", "Port not allowed"),
        Text(
            "Dieser Anschluss (Port) gehört nicht zu den üblichen Mailanschlüssen. Wir prüfen ihn nicht.",
            "This port is not one of the usual ones for mail. We do not test it.",
        ),
        Text(
            "Fragen Sie den Anbieter nach den üblichen Anschlüssen.",
            "Ask the provider for the usual ports.",
        ),
    ),
    Reason.LIMIT_EXCEEDED: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Zu lange Antwort", "Answer too long"),
        Text(
            "Der Server schickt mehr, als für diese Prüfung sinnvoll ist. Wir haben abgebrochen.",
            "The server sends more than makes sense for this check. We stopped.",
        ),
        Text("Melden Sie es dem Anbieter.", "Report it to the provider."),
    ),
    Reason.LEFT_ALONE: Outcome(
        Severity.NOT_TESTED,
        Fixer.US,
        Text("Von uns ausgelassen", "Left out by us"),
        Text(
            "Genannt sind mehr Server, als wir prüfen, oder diesen Server haben wir schon oft genug gefragt. Über "
            "diesen Zugang wissen wir darum nichts.",
            "More servers are named than we test, or we have asked this server often enough. We therefore know nothing "
            "about this access.",
        ),
        Text(
            "Nichts, wenn ein anderer Zugang geprüft ist. Sonst fragen Sie den Anbieter, welcher Server gilt.",
            "Nothing, if another access was tested. Otherwise ask the provider which server is the right one.",
        ),
    ),
    Reason.NO_ROUTE: Outcome(
        Severity.NOT_TESTED,
        Fixer.US,
        Text("Von hier kein Weg (IPv6)", "No way from here (IPv6)"),
        Text(
            "Der Server hat nur Adressen einer Art (meist IPv6), zu denen der Rechner dieser Prüfung keinen Weg hat. "
            "Über den Server sagt das nichts.",
            "The server only has addresses of a kind (usually IPv6) to which the machine of this check has no way. "
            "That says nothing about the server.",
        ),
        Text(
            "Testen Sie im Büro: Öffnen Sie dort ein Mailprogramm, oder starten Sie diese Prüfung in einem Netz mit "
            "IPv6.",
            "Test it in the office: open a mail program there, or start this check in a network with IPv6.",
        ),
    ),
    Reason.CANCELLED: Outcome(
        Severity.NOT_TESTED,
        Fixer.US,
        Text("Prüfung angehalten", "Check called off"),
        Text(
            "Die Prüfung wurde angehalten, bevor dieser Zugang an der Reihe war.",
            "The check was called off before this access had its turn.",
        ),
        Text("Starten Sie die Prüfung nochmals.", "Start the check again."),
    ),
}
