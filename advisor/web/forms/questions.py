"""The form of a question page, built from the catalogue: one field per question on the page."""

from collections.abc import Iterable
from typing import ClassVar

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs describe an older WTForms
from wtforms.widgets import CheckboxInput

from advisor.questionnaire.answers import UNKNOWN, Value
from advisor.questionnaire.catalogue import CATALOGUE, Entry
from advisor.questionnaire.path import Journey
from advisor.questionnaire.schema import Key, Kind
from advisor.questionnaire.wording.values import DONT_KNOW, Option
from advisor.web.case_answers import Said
from advisor.web.forms.fields import FigureField, OneAnswer, SomeAnswers
from advisor.web.i18n import say

_DONT_KNOW = Option(UNKNOWN, DONT_KNOW)


class QuestionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """Base of the forms that ``question_form`` makes; its fields are named after the questions' ``keys``."""

    keys: ClassVar[tuple[Key, ...]] = ()

    def field_of(self, key: Key) -> Field:
        """The field of one question."""
        field: Field = self[key.value]
        return field

    def was_sent(self, key: Key) -> bool:
        """Whether the request held this question; a figure that was shown is always sent, if only empty."""
        return bool(self.field_of(key).raw_data)

    def is_blank(self) -> bool:
        """Whether nothing was chosen at all."""
        return not any(self.was_sent(key) for key in self.keys)

    def said(self) -> Said:
        """The answers of a valid form, only of questions that the person saw."""
        return tuple((key, _value(self.field_of(key))) for key in self.keys if self.was_sent(key))


def question_form(keys: tuple[Key, ...], journey: Journey) -> QuestionForm:
    """The form for these questions, filled with what was sent, else with what was saved before."""
    entries = [CATALOGUE[key] for key in keys]
    fields = {entry.key.value: _field(entry) for entry in entries}
    saved = {entry.key.value: _initial(entry, journey) for entry in entries}
    bound: type[QuestionForm] = type("BoundQuestionForm", (QuestionForm,), {"keys": keys, **fields})
    return bound(request.form if request.method == "POST" else None, data=saved)


def _field(entry: Entry) -> Field:
    label, question = say(entry.wording.title), entry.question
    match question.kind:
        case Kind.CHOICE:
            options = (*entry.wording.options, _DONT_KNOW)
            return RadioField(label, [OneAnswer(question)], choices=_choices(options), validate_choice=False)
        case Kind.SEVERAL:
            options = (*entry.wording.options, _DONT_KNOW)
            return SelectMultipleField(
                label,
                [SomeAnswers(question)],
                choices=_choices(options),
                validate_choice=False,
                option_widget=CheckboxInput(),
            )
        case Kind.WHOLE_NUMBER | Kind.NUMBER:
            return FigureField(label, question=question)


def _choices(options: Iterable[Option]) -> list[SelectChoice]:
    return [SelectChoice(option.code, say(option.label)) for option in options]


def _initial(entry: Entry, journey: Journey) -> object:
    answer = journey.answers.get(entry.key)
    passed = answer is None and entry.key in journey.seen
    match entry.question.kind:
        case Kind.CHOICE:
            return UNKNOWN if passed else answer
        case Kind.SEVERAL:
            return (UNKNOWN,) if passed else answer or ()
        case Kind.WHOLE_NUMBER | Kind.NUMBER:
            return answer


def _value(field: Field) -> Value | None:
    """What a valid field holds, as the answer that it stands for."""
    match field.data:
        case list() as codes:
            return None if UNKNOWN in codes else tuple(codes)
        case code_or_number:
            value: Value | None = code_or_number
            return None if value == UNKNOWN else value
