"""Which language a page speaks: the person's own choice, else what the browser asks for."""

from flask import g, request, session
from flask_babel import format_date, format_datetime, format_decimal, get_locale, gettext, ngettext, refresh

from advisor.text import Language, Text

SESSION_KEY = "language"
SWITCH_LANGUAGE = "switch_language"  # the name of the language buttons of a page with a form
__all__ = [
    "choose",
    "choose_from_form",
    "current",
    "format_date",
    "format_datetime",
    "format_decimal",
    "gettext",
    "ngettext",
    "say",
    "select_locale",
    "speak",
]


def available() -> tuple[Language, ...]:
    """The languages that this installation offers, the default first."""
    from advisor.web.settings import settings

    return tuple(Language(code) for code in settings().languages)


def select_locale() -> str:
    """The locale for Flask-Babel. German numbers and dates follow Swiss custom."""
    return "de_CH" if _chosen() is Language.DE else "en_GB"


def _chosen() -> Language:
    if "language" not in g:
        offered = available()
        stored = session.get(SESSION_KEY)
        if stored in offered:
            g.language = Language(stored)
        else:
            g.language = Language(request.accept_languages.best_match(offered) or offered[0])
    language: Language = g.language
    return language


def current() -> Language:
    """The language of this request."""
    locale = get_locale()
    return Language.DE if locale is not None and locale.language == "de" else Language.EN


def choose(language: Language) -> None:
    """Remember the person's choice for this page and all further ones."""
    session[SESSION_KEY] = language.value
    g.language = language
    refresh()


def speak(language: Language) -> None:
    """Speak this language in the answer to this request only; nothing is remembered."""
    g.language = language
    refresh()


def choose_from_form() -> bool:
    """Whether a form was sent by a language button; from here on the page speaks that language."""
    code = request.form.get(SWITCH_LANGUAGE)
    if code in available():
        choose(Language(code))
    return code is not None


def say(text: Text, /, **fields: object) -> str:
    """A table's text in the language of this request."""
    return text.into(current(), **fields)
