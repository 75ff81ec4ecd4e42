"""Letters to the provider about services that were not found or could not be used."""

from advisor.findings.outcome import Letter
from advisor.text import Text
from probes.codes import Offer

_NAME_THEM = Text(
    "Bieten Sie diese Dienste an? Falls ja: Wie heissen die Server, welche Anschlüsse und welche Verschlüsselung "
    "gelten, und in welcher Form ist der Benutzername?",
    "Do you offer these services? If so: what are the servers called, which ports and which encryption apply, and in "
    "what form is the user name?",
)

OFFER_LETTERS: dict[Offer, Letter] = {
    Offer.INSECURE_ONLY: Letter(
        Text(
            "Der Dienst antwortet, aber wir fanden keinen Zugang mit gültigem Zertifikat, der mindestens mit TLS 1.2 "
            "verschlüsselt und eine Anmeldung verlangt.",
            "The service answers, but we found no access with a valid certificate that encrypts with at least TLS 1.2 "
            "and asks for a sign-in.",
        ),
        Text(
            "Können Sie einen solchen Zugang einrichten oder uns nennen?",
            "Can you set up such an access, or name one to us?",
        ),
    ),
    Offer.OFF_ON_PURPOSE: Letter(
        Text(
            "Laut Eintrag im DNS wird dieser Dienst nicht angeboten.",
            "According to the DNS record this service is not offered.",
        ),
        Text(
            "Trifft das zu, und liesse sich der Dienst für uns einschalten?",
            "Is that so, and could the service be switched on for us?",
        ),
    ),
    Offer.UNREACHABLE: Letter(
        Text(
            "Wir kamen von aussen nicht bis zum Dienst durch.",
            "We did not get through to the service from outside.",
        ),
        _NAME_THEM,
    ),
    Offer.NOT_FOUND: Letter(
        Text(
            "Unter den bekannten und den üblichen Namen antwortete kein solcher Dienst.",
            "No such service answered under the known and the usual names.",
        ),
        _NAME_THEM,
    ),
}
