"""Form fields of the questionnaire: one answer, several answers, or a figure, each refused with a clear sentence."""

from wtforms import Field, Form
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from advisor.questionnaire.answers import UNKNOWN, InvalidAnswerError, Value, checked
from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.schema import Key, Kind, Question
from advisor.text import Text
from advisor.web.forms.figures import AmbiguousFigureError, FigureError, parse_figure, shown_figure
from advisor.web.i18n import gettext, say

_ONE = Text("1", "1")


class OneAnswer:
    """Accepts exactly one of the question's answers, "don't know" among them. Also what a tampered form sends."""

    def __init__(self, question: Question) -> None:
        self._allowed = {*question.codes, UNKNOWN}

    def __call__(self, _form: Form, field: Field) -> None:
        """Raise ``StopValidation`` for none, several or foreign answers."""
        sent = field.raw_data or []
        if not sent:
            raise StopValidation(gettext("Choose an answer. If you are not sure, choose “I don’t know”."))
        if len(sent) > 1 or not set(sent) <= self._allowed:
            raise StopValidation(gettext("What was sent is not one of the answers. Choose one of those listed."))


class SomeAnswers:
    """Accepts one or more of the question's answers, or "don't know" alone."""

    def __init__(self, question: Question) -> None:
        self._allowed = {*question.codes, UNKNOWN}

    def __call__(self, _form: Form, field: Field) -> None:
        """Raise ``StopValidation`` for none, foreign or contradicting answers."""
        sent = set(field.raw_data or [])
        if not sent:
            raise StopValidation(gettext("Choose at least one answer. If you are not sure, choose “I don’t know”."))
        if not sent <= self._allowed:
            raise StopValidation(gettext("What was sent is not one of the answers. Choose from those listed."))
        if UNKNOWN in sent and len(sent) > 1:
            raise StopValidation(gettext("Choose either the answers that fit or “I don’t know”, not both."))


class FigureField(Field):
    """A number in a text field; empty means "don't know". What was typed stays on the page when it is refused."""

    widget = TextInput()

    def __init__(self, label: str, *, question: Question, **binding: object) -> None:
        keyboard = "numeric" if question.kind is Kind.WHOLE_NUMBER else "decimal"
        super().__init__(
            label,
            render_kw={"inputmode": keyboard, "autocomplete": "off"},
            **binding,  # type: ignore[arg-type]  # WTForms hands these over when it binds the form
        )
        self._question = question

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return shown_figure(self.data) if isinstance(self.data, int | float) else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number. Raises ``ValueError`` with a sentence for the person."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = self._number(typed) if typed else None

    def _number(self, typed: str) -> Value:
        question = self._question
        try:
            return checked(question.key, parse_figure(typed, whole=question.kind is Kind.WHOLE_NUMBER))
        except AmbiguousFigureError:
            raise ValueError(_no_separator_wanted(question.key)) from None
        except (FigureError, InvalidAnswerError):
            raise ValueError(_figure_wanted(question.key, question.kind)) from None


def _no_separator_wanted(key: Key) -> str:
    wanted = gettext("%(name)s: write the number without a thousands separator, for example 2500 or 2.5.")
    return str(wanted % {"name": say(wording(key).short)})


def _figure_wanted(key: Key, kind: Kind) -> str:
    texts = wording(key)
    named = {"name": say(texts.short), "example": say(texts.example or _ONE)}
    if kind is Kind.WHOLE_NUMBER:
        wanted = gettext("%(name)s: enter a whole number from 1, for example %(example)s, or leave the field empty.")
    else:
        wanted = gettext("%(name)s: enter a number above 0, for example %(example)s, or leave the field empty.")
    return str(wanted % named)
