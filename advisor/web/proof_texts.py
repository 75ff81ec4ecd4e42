"""What was found instead of the proof, and what to do about it, in plain words."""

from advisor.text import Text
from advisor.web.i18n import say
from probes.codes import Reason
from probes.ownership import DnsLook, FileLook

_NOT_FOUND = 404
_CERTIFICATE = frozenset(reason for reason in Reason if reason.startswith("certificate_"))

NO_DNS_ANSWER = Text(
    "Der Namensdienst (DNS) hat gerade nicht geantwortet. Versuchen Sie es in einigen Minuten noch einmal.",
    "The name service (DNS) gave no answer just now. Try again in a few minutes.",
)
NO_RECORD = Text(
    "Es gibt noch keinen solchen Eintrag. Bis ein neuer überall sichtbar ist, kann eine Stunde vergehen. Dauert es "
    "länger, vergleichen Sie den Namen: Viele Formulare hängen die Domain von selbst an.",
    "There is no such record yet. It can take an hour until a new one is visible everywhere. If it takes longer, "
    "compare the name: many forms append the domain by themselves.",
)
OTHER_RECORD = Text(
    "Im Eintrag steht etwas anderes: {found}. Vergleichen Sie Zeichen für Zeichen mit der Zeile hier.",
    "The record says something else: {found}. Compare it letter by letter with the line here.",
)
LED_ON = Text(
    "Der Webserver leitet weiter zu {found}. Das zählt nicht, denn jener Ort kann jemand anderem gehören. Legen Sie "
    "die Datei direkt unter die Domain, oder nehmen Sie den Eintrag.",
    "The web server leads on to {found}. That does not count, because the other place may belong to somebody else. Put "
    "the file directly under the domain, or use the record.",
)
NO_FILE = Text("Der Webserver kennt diese Datei nicht (404).", "The web server knows no such file (404).")
OTHER_FILE = Text(
    "In der Datei steht etwas anderes: {found}. Sie darf nur die Zeile enthalten, die hier steht.",
    "The file says something else: {found}. It may hold only the line that stands here.",
)
OTHER_STATUS = Text(
    "Der Webserver gibt die Datei nicht heraus (Antwort {status}).",
    "The web server does not hand the file out (answer {status}).",
)
BAD_CERTIFICATE = Text(
    "Der Webserver hat für diesen Namen keinen gültigen Ausweis (Zertifikat). Lassen Sie das in Ordnung bringen, oder "
    "nehmen Sie den Eintrag.",
    "The web server has no valid identity card (certificate) for this name. Have that repaired, or use the record.",
)
NO_SERVER = Text(
    "Unter dem Namen der Domain gibt es keinen Webserver. Nehmen Sie den Eintrag.",
    "There is no web server under the name of the domain. Use the record.",
)
UNREACHABLE = Text(
    "Der Webserver ist verschlüsselt (https) nicht erreichbar. Versuchen Sie es noch einmal, oder nehmen Sie den "
    "Eintrag.",
    "The web server cannot be reached encrypted (https). Try again, or use the record.",
)


def dns_sentence(found: DnsLook) -> str:
    """About the record."""
    if found.reason is not None:
        return say(NO_DNS_ANSWER)
    return say(OTHER_RECORD, found=" · ".join(found.records)) if found.records else say(NO_RECORD)


def file_sentence(found: FileLook) -> str:
    """About the file."""
    if found.reason is not None:
        return say(_no_answer(found.reason))
    if found.location:
        return say(LED_ON, found=found.location)
    if found.status == _NOT_FOUND:
        return say(NO_FILE)
    return say(OTHER_FILE, found=found.line) if found.line else say(OTHER_STATUS, status=found.status)


def _no_answer(reason: Reason) -> Text:
    if reason in _CERTIFICATE:
        return BAD_CERTIFICATE
    return NO_SERVER if reason is Reason.NAME_NOT_FOUND else UNREACHABLE
