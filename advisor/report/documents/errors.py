"""What can be wrong with a JSON document, and the one error that says so."""

from enum import StrEnum

from advisor.text import Language, Text

LONGEST_SHOWN = 80


class Problem(StrEnum):
    """Why a document was refused."""

    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    NOT_TEXT = "not_text"
    NOT_JSON = "not_json"
    NOT_A_NUMBER = "not_a_number"
    NOT_AN_OBJECT = "not_an_object"
    NO_SCHEMA = "no_schema"
    WRONG_SCHEMA = "wrong_schema"
    WRONG_VERSION = "wrong_version"
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_KEY = "unknown_key"
    UNSAFE_TEXT = "unsafe_text"
    WRONG_TIME = "wrong_time"
    WRONG_VALUE = "wrong_value"
    NOT_ALLOWED = "not_allowed"


PROBLEMS = {
    Problem.TOO_LARGE: Text(
        de="Das Dokument ist grösser als {limit} Bytes.", en="The document is larger than {limit} bytes."
    ),
    Problem.TOO_DEEP: Text(de="Das Dokument ist zu tief verschachtelt.", en="The document is nested too deeply."),
    Problem.NOT_TEXT: Text(de="Das Dokument ist kein UTF-8-Text.", en="The document is not UTF-8 text."),
    Problem.NOT_JSON: Text(
        de="Das Dokument ist kein gültiges JSON (Zeile {line}, Spalte {column}).",
        en="The document is not valid JSON (line {line}, column {column}).",
    ),
    Problem.NOT_A_NUMBER: Text(
        de="Das Dokument enthält eine Zahl, die keine ist oder zu gross ist.",
        en="The document holds a number that is none or is too large.",
    ),
    Problem.NOT_AN_OBJECT: Text(
        de="Das Dokument muss ein JSON-Objekt sein ({{…}}).", en="The document must be a JSON object ({{…}})."
    ),
    Problem.NO_SCHEMA: Text(
        de="Dem Dokument fehlt die Zeile «schema»; erwartet wird «{expected}».",
        en="The document has no “schema” line; “{expected}” is expected.",
    ),
    Problem.WRONG_SCHEMA: Text(
        de="Das ist ein Dokument der Art {value}; erwartet wird «{expected}».",
        en="This is a document of the kind {value}; “{expected}” is expected.",
    ),
    Problem.WRONG_VERSION: Text(
        de="Das Dokument hat die Version {value}; gelesen wird nur «{expected}».",
        en="The document has the version {value}; only “{expected}” can be read.",
    ),
    Problem.DUPLICATE_KEY: Text(
        de="«{place}» kommt im Dokument zweimal vor.", en="“{place}” occurs twice in the document."
    ),
    Problem.UNKNOWN_KEY: Text(
        de="«{place}» ist nicht bekannt; erlaubt: {allowed}.", en="“{place}” is not known; allowed: {allowed}."
    ),
    Problem.UNSAFE_TEXT: Text(
        de="Der Text bei «{place}» enthält Steuerzeichen.", en="The text at “{place}” holds control characters."
    ),
    Problem.WRONG_TIME: Text(
        de="«{place}» ist kein Zeitpunkt mit Zeitzone: {value}.",
        en="“{place}” is not a time with a time zone: {value}.",
    ),
    Problem.WRONG_VALUE: Text(
        de="«{place}» fehlt oder hat einen Wert, der dort nicht erlaubt ist: {value}.",
        en="“{place}” is missing or has a value that is not allowed there: {value}.",
    ),
    Problem.NOT_ALLOWED: Text(
        de="«{place}»: {value} ist nicht erlaubt; erlaubt: {allowed}.",
        en="“{place}”: {value} is not allowed; allowed: {allowed}.",
    ),
}


class DocumentError(ValueError):
    """A document that cannot be used: the problem, the place in it, the value found and what is allowed."""

    def __init__(
        self,
        problem: Problem,
        *,
        place: str | None = None,
        value: object = None,
        allowed: tuple[str, ...] = (),
        **details: object,
    ) -> None:
        self.problem = problem
        self.place = place
        self.allowed = allowed
        self._fields = {
            **details,
            "place": _shown(place) if place else "–",
            "value": _shown(repr(value)),
            "allowed": ", ".join(allowed),
        }
        super().__init__(self.sentence(Language.EN))

    def sentence(self, language: Language) -> str:
        """One line that names cause, place and what is allowed."""
        return PROBLEMS[self.problem].into(language, **self._fields)


def _shown(text: str) -> str:
    printable = "".join(sign if sign.isprintable() else "?" for sign in text)
    return printable if len(printable) <= LONGEST_SHOWN else f"{printable[: LONGEST_SHOWN - 1]}…"
