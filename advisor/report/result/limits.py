"""The end of the result page: what the change means in numbers, as far as known, and what the advice is not."""

from dataclasses import replace

from advisor.questionnaire.answers import Answers
from advisor.questionnaire.catalogue import answer_phrase
from advisor.questionnaire.schema import Key
from advisor.report.result.answers import MEASURED
from advisor.report.result.values import Note
from advisor.report.texts import limits as texts
from advisor.report.texts.values import Note as NoteTexts
from advisor.text import Language, Text

_EFFORT = Text("Einzurichten", "To be set up")
_NOT_STATED = Text(
    "Wie viel einzurichten ist, können wir sagen, sobald Sie Postfächer und Geräte gezählt haben.",
    "How much there is to set up can be said once you have counted mailboxes and devices.",
)
_COUNTED = Text(
    "{counted}. Jedes Gerät wird einmal eingerichtet, für jedes Postfach, das darauf gelesen wird.",
    "{counted}. Each device is set up once, for each mailbox that is read on it.",
)
_SPACE = Text("Platz beim Anbieter", "Space at the provider")
_SPACE_NEEDED = Text(
    "Das grösste Postfach belegt {used}. Beim Anbieter sollte es mindestens {needed} haben, damit keine neue Mail "
    "abgewiesen wird.",
    "The biggest mailbox takes {used}. It should have at least {needed} at the provider, so that no mail is refused.",
)
_ROOM = 1.3  # a third more than today's mail: what a change of accounts may add before it is cleaned up
_COUNTS = (Key.PEOPLE, Key.MAILBOXES, Key.DEVICES_TOTAL)
_COUNTRIES = ("CH", "DE", "AT")


def limits(language: Language) -> tuple[Note, ...]:
    """What the advice is not: no backup, no archive, no legal advice."""
    return tuple(_note(texts_of, language) for texts_of in texts.LIMITS)


def retention(answers: Answers, language: Language) -> tuple[Note, ...]:
    """What the law says on keeping mail: for the person's country, or for each where it is not known."""
    country = answers.code(Key.COUNTRY)
    countries = _COUNTRIES if country is None else (country,)
    return tuple(_note(texts.RETENTION[code], language) for code in countries)


def effort(answers: Answers, language: Language) -> tuple[Note, ...]:
    """What the change means in numbers, only from figures that were stated."""
    counted = [answer_phrase(key, value, language) for key in _COUNTS if (value := answers.get(key)) is not None]
    text = _COUNTED.into(language, counted=", ".join(counted)) if counted else _NOT_STATED.into(language)
    used = answers.number(Key.STORAGE_GB_USED)
    notes = (Note(_EFFORT.into(language), text),)
    if used is None or answers.get(Key.QUOTA_GB) is not None or answers.get(Key.QUOTA) is not None:
        return notes  # with a quota, the estimates say whether it fits
    space = _space(used, language)
    measured = Key.STORAGE_GB_USED in answers.measured
    return (*notes, replace(space, text=f"{space.text} ({MEASURED.into(language)})") if measured else space)


def _space(used: float, language: Language) -> Note:
    phrases = {
        name: answer_phrase(Key.STORAGE_GB_USED, figure, language)
        for name, figure in (("used", used), ("needed", round(used * _ROOM, 1)))
    }
    return Note(_SPACE.into(language), _SPACE_NEEDED.into(language, **phrases))


def _note(texts_of: NoteTexts, language: Language) -> Note:
    source = texts.SOURCE.into(language, source=texts_of.source.into(language)) if texts_of.source else None
    return Note(texts_of.title.into(language), texts_of.text.into(language), source)
