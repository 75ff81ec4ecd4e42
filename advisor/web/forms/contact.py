"""Whom the employees shall ask: name, phone and mail address, as they stand on every personal page."""

import re

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import StopValidation

from advisor.profiles.account import plain
from advisor.settings.addresses import parse_address
from advisor.store.page_notes import Notes
from advisor.web.forms.check import TypedText
from advisor.web.i18n import gettext

LONGEST_NAME = 100
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.\-]{2,28}")


class ContactForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What was typed stays on the page; all three may be empty."""

    name = TypedText(lazy_gettext("Name"))
    phone = TypedText(lazy_gettext("Phone"))
    mail = TypedText(lazy_gettext("Mail address"))

    def fill(self, noted: Notes) -> None:
        """Show what is noted."""
        self.name.data, self.phone.data, self.mail.data = (
            noted.contact_name,
            noted.contact_phone,
            noted.contact_mail,
        )

    @property
    def values(self) -> dict[str, str | None]:
        """What a valid form says, cleaned."""
        return {field.name: _clean(field) or None for field in (self.name, self.phone, self.mail)}

    def validate_name(self, field: Field) -> None:
        """Refuse more than fits on a slip."""
        if len(_clean(field)) > LONGEST_NAME:
            raise StopValidation(gettext("Use at most %(most)s characters.", most=LONGEST_NAME))

    def validate_phone(self, field: Field) -> None:
        """Refuse what nobody can dial."""
        if _clean(field) and not _PHONE.fullmatch(_clean(field)):
            raise StopValidation(gettext("Write the phone number for example like this: +41 44 123 45 67."))

    def validate_mail(self, field: Field) -> None:
        """Refuse what is no address."""
        if _clean(field) and parse_address(_clean(field)) is None:
            raise StopValidation(gettext("Write a whole address, such as help@firma.ch."))


def _clean(field: Field) -> str:
    return plain(str(field.data or ""))
