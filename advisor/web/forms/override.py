"""The form of a decision beside the advice: which way, why, and who decides."""

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs describe an older WTForms
from wtforms.validators import StopValidation

from advisor.decision.recommendation import Recommendation
from advisor.report.result.decision import DecidePage, refusal
from advisor.settings.codes import Alternative
from advisor.settings.staff_file import is_hidden
from advisor.settings.values import LONGEST_DECIDER, LONGEST_REASON
from advisor.web import i18n
from advisor.web.forms.check import TypedText
from advisor.web.i18n import gettext

SHORTEST_REASON = 10


class TypedLines(TextAreaField):
    """Several lines of text. Given back without the invisible characters that no page may contain."""

    def _value(self) -> str:
        return "".join(sign for sign in str(self.data or "") if sign in "\r\n" or not is_hidden(sign))


class OverrideForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What was typed stays on the page; ``decided``, ``reason_line`` and ``name`` hold it once the form is valid."""

    to = RadioField(lazy_gettext("What do you decide?"), validate_choice=False)
    reason = TypedLines(lazy_gettext("Why do you decide otherwise?"))
    by = TypedText(lazy_gettext("Your name"))

    advice: Recommendation

    def offer(self, advice: Recommendation, page: DecidePage) -> None:
        """The ways to choose from, and the advice that they are measured by."""
        self.advice = advice
        self.to.choices = [SelectChoice(way.value, note.title) for way, note in page.choices]

    @property
    def decided(self) -> Alternative:
        """The chosen way of a valid form."""
        return Alternative(self.to.data)

    @property
    def reason_line(self) -> str:
        """The reason on one line."""
        return _on_one_line(self.reason.data)

    @property
    def name(self) -> str:
        """Who decides."""
        return _on_one_line(self.by.data)

    def validate_to(self, field: Field) -> None:
        """Refuse what a rule takes out, with the sentence of that rule."""
        if field.data not in tuple(Alternative):
            raise StopValidation(gettext("Choose one of the ways."))
        why_not = refusal(self.advice, Alternative(field.data), i18n.current())
        if why_not is not None:
            raise StopValidation(why_not)

    def validate_reason(self, field: Field) -> None:
        """Refuse a reason that says nothing, does not fit, or could deceive a reader."""
        if any(is_hidden(sign) and not sign.isspace() for sign in field.data or ""):
            raise StopValidation(gettext("The reason contains invisible characters. Type it anew."))
        length = len(self.reason_line)
        if length < SHORTEST_REASON:
            raise StopValidation(gettext("Write in a sentence why you decide otherwise, at least 10 characters."))
        if length > LONGEST_REASON:
            raise StopValidation(
                gettext("The reason has %(count)s characters. Shorten it to 1000 at the most.", count=length)
            )

    def validate_by(self, field: Field) -> None:
        """Refuse no name, or one that could deceive a reader."""
        if any(map(is_hidden, (field.data or "").strip())):
            raise StopValidation(gettext("The name contains invisible characters. Type it anew."))
        if not self.name:
            raise StopValidation(gettext("Enter the name of the person who decides."))
        if len(self.name) > LONGEST_DECIDER:
            raise StopValidation(gettext("The name is longer than 200 characters. Shorten it."))


def _on_one_line(text: str | None) -> str:
    return " ".join((text or "").split())
