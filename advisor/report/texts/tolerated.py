"""What a published setting departs from its format in, and was read anyway: one short phrase for each code."""

from advisor.text import Text
from probes.codes import Tolerated

TOLERATED: dict[str, Text] = {
    Tolerated.AUTHENTICATION_SYNONYM: Text(
        "ein unübliches Wort für die Anmeldung", "an unusual word for the way to sign in"
    ),
    Tolerated.AUTHENTICATION_UNKNOWN: Text(
        "ein unbekanntes Wort für die Anmeldung", "an unknown word for the way to sign in"
    ),
    Tolerated.DOMAIN_NOT_LISTED: Text("die Datei führt Ihre Domain nicht auf", "the file does not list your domain"),
    Tolerated.ENCODING_WRONG: Text("falsche Zeichencodierung", "wrong character encoding"),
    Tolerated.ENCRYPTION_FROM_PORT: Text(
        "die Verschlüsselung ist nur am Anschluss zu erkennen", "the encryption can only be told by the port"
    ),
    Tolerated.FIRST_USABLE_TAKEN: Text(
        "ein Wert steht mehrfach da; der erste brauchbare zählt",
        "a value stands there more than once; the first counts",
    ),
    Tolerated.NAMESPACE: Text("eine unübliche Kennzeichnung (XML-Namensraum)", "an unusual marking (XML namespace)"),
    Tolerated.PLACEHOLDER_FILLED_IN: Text(
        "statt eines Platzhalters steht ein fertiger Benutzername da",
        "instead of a placeholder there is a finished user name",
    ),
    Tolerated.PLACEHOLDER_UNCLOSED: Text("ein Platzhalter ohne Schlusszeichen", "a placeholder without its end sign"),
    Tolerated.PROVIDER_UNNAMED: Text(
        "die Datei nennt keinen Anbieter oder gar keine Domain", "the file names no provider, or no domain at all"
    ),
    Tolerated.SERVER_TYPE_SYNONYM: Text("eine unübliche Bezeichnung des Dienstes", "an unusual name of the service"),
    Tolerated.SOCKET_TYPE_SYNONYM: Text(
        "eine unübliche Bezeichnung der Verschlüsselung", "an unusual name of the encryption"
    ),
    Tolerated.SUBMISSION_LABEL_WITH_TLS_PORT: Text(
        "der Eintrag nennt den Anschluss 465 unter der falschen Bezeichnung",
        "the record names port 465 under the wrong label",
    ),
    Tolerated.TARGET_IS_CNAME: Text(
        "der Eintrag zeigt auf einen Zweitnamen (CNAME)", "the record points to an alias (CNAME)"
    ),
}
