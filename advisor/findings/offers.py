"""Verdicts on one service over everything that was tried for it."""

from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text
from probes.codes import Offer

OFFERS: dict[Offer, Outcome] = {
    Offer.OFFERED: Outcome(
        Severity.PASSED,
        Fixer.NOBODY,
        Text("Angeboten", "Offered"),
        Text(
            "Der Server antwortet, verschlüsselt und weist sich richtig aus.",
            "The server answers, encrypts and proves its name.",
        ),
        Text("Nichts zu tun.", "Nothing to do."),
    ),
    Offer.INSECURE_ONLY: Outcome(
        Severity.FAILED,
        Fixer.PROVIDER,
        Text("Nur unsicher", "Insecure only"),
        Text(
            "Der Dienst antwortet, aber wir fanden keinen sicheren Zugang: Die Verschlüsselung oder der Ausweis des "
            "Servers (Zertifikat) fehlt oder taugt nicht.",
            "The service answers, but we found no safe access: the encryption or the server’s identity card "
            "(certificate) is missing or no good.",
        ),
        Text(
            "Der Anbieter muss das zuerst beheben. Richten Sie vorher nichts ein.",
            "The provider must mend this first. Do not set anything up before.",
        ),
    ),
    Offer.OFF_ON_PURPOSE: Outcome(
        Severity.INFO,
        Fixer.PROVIDER,
        Text("Mit Absicht aus", "Off on purpose"),
        Text(
            "Die Domain gibt an, dass sie diesen Dienst nicht anbietet.",
            "The domain states that it does not offer this service.",
        ),
        Text(
            "Nichts zu tun. Brauchen Sie den Dienst, fragen Sie den Anbieter.",
            "Nothing to do. If you need the service, ask the provider.",
        ),
    ),
    Offer.UNREACHABLE: Outcome(
        Severity.NOT_TESTED,
        Fixer.PROVIDER,
        Text("Nicht erreichbar", "Not reachable"),
        Text(
            "Wir kamen von hier aus nicht durch. Das heisst nicht, dass der Dienst fehlt.",
            "We did not get through from here. That does not mean that the service is missing.",
        ),
        Text(
            "Fragen Sie den Anbieter, oder prüfen Sie später nochmals.",
            "Ask the provider, or check again later.",
        ),
    ),
    Offer.NOT_FOUND: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Nicht gefunden", "Not found"),
        Text(
            "Unter keinem der bekannten oder vermuteten Namen antwortet dieser Dienst.",
            "This service answers under none of the known or guessed names.",
        ),
        Text(
            "Fragen Sie den Anbieter nach dem Servernamen. Er steht oft in der Begrüssungsmail.",
            "Ask the provider for the server name. It is often in the welcome mail.",
        ),
    ),
    Offer.NOT_TESTED: Outcome(
        Severity.NOT_TESTED,
        Fixer.NOBODY,
        Text("Nicht geprüft", "Not tested"),
        Text(
            "Wir fanden keinen Server, an dem sich der Dienst prüfen liess. Ob es ihn gibt, wissen wir nicht.",
            "We found no server on which the service could be tested. Whether it exists, we do not know.",
        ),
        Text(
            "Fragen Sie den Anbieter nach dem Servernamen. Er steht oft in der Begrüssungsmail.",
            "Ask the provider for the server name. It is often in the welcome mail.",
        ),
    ),
}
