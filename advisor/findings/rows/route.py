"""Findings about the way to the mailboxes: filters in front, what could not be tested from here, the domain's wish."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

ROUTE: dict[FindingCode, Outcome] = {
    FindingCode.UNTESTED_FROM_HERE: Outcome(
        Severity.NOT_TESTED,
        Fixer.COMPANY,
        Text("Von hier aus nicht zu prüfen", "Cannot be tested from here"),
        Text(
            "Von {vantage} aus liess uns eine Sperre nicht durch, oder es kam keine Antwort. Das heisst nicht, dass "
            "der Dienst aus ist; in Ihrem Büro kann er gehen.",
            "From {vantage} a barrier did not let us through, or no answer came. That does not mean that the service "
            "is off; in your office it may work.",
        ),
        Text(
            "Prüfen Sie es im Büro: Öffnen Sie dort ein Mailprogramm, oder starten Sie diese Prüfung aus Ihrem Netz.",
            "Test it in the office: open a mail program there, or start this check from your own network.",
        ),
    ),
    FindingCode.RATE_LIMITED_HERE: Outcome(
        Severity.NOT_TESTED,
        Fixer.NOBODY,
        Text("Server bremst uns", "The server slows us down"),
        Text(
            "Der Server wollte von {vantage} aus gerade keine weiteren Verbindungen. Das sagt nichts darüber, ob der "
            "Dienst da ist.",
            "The server wanted no more connections from {vantage} just now. That says nothing about whether the "
            "service exists.",
        ),
        Text("Warten Sie eine Stunde und prüfen Sie dann nochmals.", "Wait an hour, then check again."),
    ),
    FindingCode.FILTER_IN_FRONT: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Davor steht ein Filter", "A filter stands in front"),
        Text(
            "Ankommende Post geht zuerst durch {gateway}. Ihre Postfächer liegen dahinter, woanders. Wir suchen sie "
            "über die anderen Wegweiser.",
            "Incoming mail first passes through {gateway}. Your mailboxes lie behind it, elsewhere. We look for them "
            "by the other signposts.",
        ),
        Text(
            "Tragen Sie den Filter selbst in keinem Mailprogramm ein.",
            "Never enter the filter itself in a mail program.",
        ),
    ),
    FindingCode.FORWARDER_IN_FRONT: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Davor steht eine Weiterleitung", "A forwarding service stands in front"),
        Text(
            "Ankommende Post geht zu {gateway} und wird von dort weitergeschickt. Ihre Postfächer liegen am Ziel "
            "dieser Weiterleitung.",
            "Incoming mail goes to {gateway} and is sent on from there. Your mailboxes lie where it is sent to.",
        ),
        Text(
            "Geben Sie eine Adresse von dort an, wenn wir unten nichts gefunden haben.",
            "Enter an address from there if we found nothing below.",
        ),
    ),
    FindingCode.MX_UNKNOWN: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Posteingang bei einem uns unbekannten Dienst", "Incoming mail at a service that we do not know"),
        Text(
            "Ankommende Post geht an {host}. Diesen Dienst kennen wir nicht; wir leiten daraus nichts ab.",
            "Incoming mail goes to {host}. We do not know this service and conclude nothing from it.",
        ),
        Text(
            "Nichts zu tun. Fragen Sie Ihren Anbieter, falls die Server oben nicht die Ihren sind.",
            "Nothing to do. Ask your provider if the servers above are not yours.",
        ),
    ),
    FindingCode.PROVIDER_RECOGNISED: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Anbieter erkannt", "Provider recognised"),
        Text(
            "Ihre Post liegt nach unserer Liste bei {provider}. Zuletzt nachgesehen: {checked}.",
            "According to our list your mail is with {provider}. Last looked up: {checked}.",
        ),
        Text(
            "Nichts zu tun. Stimmt das nicht, richten Sie sich nach den Unterlagen Ihres Anbieters.",
            "Nothing to do. If that is not right, go by the papers of your provider.",
        ),
    ),
    FindingCode.PREFERENCE_IMAP: Outcome(
        Severity.INFO,
        Fixer.NOBODY,
        Text("Ihre Domain zieht das Lesen (IMAP) vor", "Your domain prefers reading (IMAP)"),
        Text(
            "Ihre Domain nennt selbst eine Vorliebe: das Lesen beim Anbieter. Programme, die sich von selbst "
            "einrichten, richten sich danach.",
            "Your domain itself states a preference: reading at the provider. Programs that set themselves up go by "
            "it.",
        ),
        Text("Nichts zu tun.", "Nothing to do."),
    ),
    FindingCode.PREFERENCE_POP3: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Ihre Domain zieht das Abholen (POP3) vor", "Your domain prefers fetching (POP3)"),
        Text(
            "Ihre Domain nennt selbst eine Vorliebe: das Abholen. Programme, die sich von selbst einrichten, holen die "
            "Post dann auf ein Gerät.",
            "Your domain itself states a preference: fetching. Programs that set themselves up then fetch the mail to "
            "one device.",
        ),
        Text(
            "Passt das nicht zur Empfehlung, lassen Sie die Reihenfolge in der Domain ändern (SRV, kleinere Zahl "
            "zuerst).",
            "If that does not fit the advice, have the order in the domain changed (SRV, the smaller number first).",
        ),
    ),
}
