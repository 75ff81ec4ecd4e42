"""The form of the server check: one company address or domain, and the name of the company if it wants to give it."""

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field, StringField
from wtforms.validators import StopValidation

from advisor.report.texts.target import PRIVATE_NAME, target_sentence
from advisor.settings.staff_file import is_hidden
from advisor.web import i18n
from advisor.web.i18n import gettext, say
from advisor.web.settings import settings
from probes.refusal import unless_refused
from probes.target import Target, TargetError, parse_target

LONGEST_NAME = 200
PRIVATE_ENDINGS = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa", ".private")


class TypedText(StringField):
    """One line of text. Given back without invisible characters, which no page may contain."""

    def _value(self) -> str:
        return "".join(character for character in str(self.data or "") if not is_hidden(character))


class CheckForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What was typed stays on the page; ``parsed`` is the domain once the form is valid."""

    target = TypedText(lazy_gettext("A company address or your domain"))
    organisation = TypedText(lazy_gettext("Name of your company (optional)"))

    parsed: Target | None = None

    def validate_target(self, field: Field) -> None:
        """Refuse what is no mail domain with the sentence for its cause."""
        try:
            self.parsed = unless_refused(parse_target(field.data or ""), settings().probe_refuse)
        except TargetError as error:
            raise StopValidation(target_sentence(error, i18n.current())) from None
        if self.parsed.domain.endswith(PRIVATE_ENDINGS) and not settings().probe_allow_networks:
            raise StopValidation(say(PRIVATE_NAME))

    def validate_organisation(self, field: Field) -> None:
        """Refuse names that would not fit into a settings file."""
        name = field.data or ""
        if len(name) > LONGEST_NAME:
            raise StopValidation(gettext("The name is longer than 200 characters. Shorten it."))
        if any(map(is_hidden, name.strip())):
            raise StopValidation(gettext("The name contains invisible characters. Type it anew."))
