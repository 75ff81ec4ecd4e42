"""What is wrong with a typed domain or address: one sentence each, with cause and next step."""

from advisor.text import Language, Text
from probes.target import TargetError, TargetProblem

TARGET_PROBLEMS: dict[TargetProblem, Text] = {
    TargetProblem.EMPTY: Text(
        "Es fehlt eine Angabe. Geben Sie eine Firmenadresse oder Ihre Domain ein, zum Beispiel firma.ch.",
        "Nothing was entered. Enter a company address or your domain, for example company.com.",
    ),
    TargetProblem.TOO_LONG: Text(
        "Das ist zu lang für eine E-Mail-Adresse. Geben Sie nur eine Adresse oder nur die Domain ein.",
        "This is too long for a mail address. Enter one address only, or only the domain.",
    ),
    TargetProblem.CONTROL_CHARACTERS: Text(
        "Die Eingabe enthält unsichtbare Zeichen, wohl vom Kopieren. Tippen Sie die Adresse neu ein.",
        "The entry contains invisible characters, probably from copying. Type the address anew.",
    ),
    TargetProblem.WEB_ADDRESS: Text(
        "Das ist die Adresse einer Website. Geben Sie nur die Domain ein, ohne «https://».",
        "This is the address of a website. Enter only the domain, without “https://”.",
    ),
    TargetProblem.SEVERAL_AT_SIGNS: Text(
        "Die Eingabe enthält mehrere @. Geben Sie eine einzige Adresse ein.",
        "The entry contains several @ signs. Enter one single address.",
    ),
    TargetProblem.LOCAL_PART_MISSING: Text(
        "Vor dem @ fehlt der Name. Ergänzen Sie ihn, oder geben Sie nur die Domain ein.",
        "The name before the @ is missing. Add it, or enter only the domain.",
    ),
    TargetProblem.LOCAL_PART_TOO_LONG: Text(
        "Der Teil vor dem @ ist zu lang. Prüfen Sie die Adresse, oder geben Sie nur die Domain ein.",
        "The part before the @ is too long. Check the address, or enter only the domain.",
    ),
    TargetProblem.LOCAL_PART_INVALID: Text(
        "Vor dem @ steht ein Zeichen, das dort nicht vorkommt. Prüfen Sie es, oder geben Sie nur die Domain ein.",
        "Before the @ there is a character that does not belong there. Check it, or enter only the domain.",
    ),
    TargetProblem.DOMAIN_MISSING: Text(
        "Hinter dem @ fehlt die Domain, zum Beispiel firma.ch. Ergänzen Sie sie.",
        "The domain after the @ is missing, for example company.com. Add it.",
    ),
    TargetProblem.IP_ADDRESS: Text(
        "Das ist die Nummer eines Computers (IP-Adresse). Wir brauchen die Domain, die hinter dem @ steht.",
        "This is the number of a computer (IP address). We need the domain that stands after the @.",
    ),
    TargetProblem.SPACE: Text(
        "Die Eingabe enthält einen Leerschlag. Entfernen Sie ihn.",
        "The entry contains a space. Remove it.",
    ),
    TargetProblem.COMMA: Text(
        "Die Eingabe enthält ein Komma, gemeint ist wohl ein Punkt. Ersetzen Sie es.",
        "The entry contains a comma where a dot was probably meant. Replace it.",
    ),
    TargetProblem.DOT_MISSING: Text(
        "Es fehlt die Endung, zum Beispiel «.ch» oder «.com». Ergänzen Sie sie.",
        "The ending is missing, for example “.com” or “.org”. Add it.",
    ),
    TargetProblem.DOUBLE_DOT: Text(
        "Es steht ein Punkt zu viel. Entfernen Sie ihn.",
        "There is one dot too many. Remove it.",
    ),
    TargetProblem.LABEL_TOO_LONG: Text(
        "Ein Teil der Domain ist länger als die erlaubten 63 Zeichen. Prüfen Sie die Schreibweise.",
        "One part of the domain is longer than the allowed 63 characters. Check the spelling.",
    ),
    TargetProblem.INVALID_CHARACTER: Text(
        "Die Domain enthält ein Zeichen, das in Domains nicht vorkommt. Prüfen Sie die Schreibweise.",
        "The domain contains a character that domains cannot have. Check the spelling.",
    ),
    TargetProblem.HYPHEN: Text(
        "Kein Teil einer Domain beginnt oder endet mit einem Bindestrich. Prüfen Sie die Schreibweise.",
        "No part of a domain begins or ends with a hyphen. Check the spelling.",
    ),
    TargetProblem.NOT_A_DOMAIN: Text(
        "Das ist keine gültige Domain. Geben Sie ein, was hinter dem @ Ihrer Adresse steht.",
        "This is not a valid domain. Enter what stands after the @ of your address.",
    ),
    TargetProblem.MANUAL_SYNTAX: Text(
        "Die Angabe hat nicht die Form imap=SERVER:PORT:tls oder imap=SERVER:PORT:starttls.",
        "The value does not have the form imap=SERVER:PORT:tls or imap=SERVER:PORT:starttls.",
    ),
    TargetProblem.REFUSED: Text(
        "Diese Domain prüfen wir nicht: Wer sie oder ihre Server betreibt, hat darum gebeten. Fragen Sie dort nach.",
        "We do not check this domain: whoever runs it or its servers has asked us not to. Ask there.",
    ),
}

PRIVATE_NAME = Text(
    "Diesen Namen gibt es nur in Ihrem eigenen Netz; von hier aus ist er nicht erreichbar. Geben Sie die Domain ein, "
    "die in Ihren E-Mail-Adressen steht.",
    "This name exists only inside your own network; it cannot be reached from here. Enter the domain that your mail "
    "addresses carry.",
)
MEANT = Text("Meinten Sie {suggestion}?", "Did you mean {suggestion}?")


def target_sentence(error: TargetError, language: Language) -> str:
    """What is wrong with what was typed, and what was probably meant."""
    sentence = TARGET_PROBLEMS[error.problem].into(language)
    return f"{sentence} {MEANT.into(language, suggestion=error.suggestion)}" if error.suggestion else sentence
