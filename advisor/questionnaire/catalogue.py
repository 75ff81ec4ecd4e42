"""The questionnaire as one typed table: what can be answered (schema) joined with how it is asked (wording)."""

from dataclasses import dataclass

from babel.numbers import format_decimal

from advisor.questionnaire.answers import Value
from advisor.questionnaire.schema import QUESTIONS, Key, Question
from advisor.questionnaire.wording import company, connection, control, devices, figures, mailboxes, provider
from advisor.questionnaire.wording.values import DONT_KNOW, Wording
from advisor.text import LOCALES, Language

_WORDINGS = {
    row.key: row
    for area in (devices, connection, control, mailboxes, provider, company, figures)
    for row in area.WORDINGS
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with its texts."""

    question: Question
    wording: Wording

    @property
    def key(self) -> Key:
        """The key of the question."""
        return self.question.key


CATALOGUE: dict[Key, Entry] = {key: Entry(question, _WORDINGS[key]) for key, question in QUESTIONS.items()}


def wording(key: Key) -> Wording:
    """The texts of one question."""
    return CATALOGUE[key].wording


def answer_phrase(key: Key, value: Value | None, language: Language) -> str:
    """An answer as words inside a sentence: "drei oder mehr", "40 E-Mails"; None reads "weiss ich nicht"."""
    texts = wording(key)
    match value:
        case None:
            return DONT_KNOW.into(language)
        case str():
            return texts.option(value).phrase.into(language)
        case tuple():
            return ", ".join(texts.option(code).phrase.into(language) for code in value)
        case int() | float():
            figure = format_decimal(value, locale=LOCALES[language])
            return f"{figure} {texts.unit.into(language)}" if texts.unit else figure


def quoted(key: Key, value: Value | None, language: Language) -> str:
    """An answer as reasons quote it, with its question: "Geräte pro Person – drei oder mehr"."""
    return f"{wording(key).short.into(language)} – {answer_phrase(key, value, language)}"
