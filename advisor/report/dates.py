"""Dates and times as people read them, in Swiss local time."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime, get_timezone

from advisor.text import LOCALES, Language

_ZONE = get_timezone("Europe/Zurich")
_DAYS = {Language.DE: "d. MMMM y", Language.EN: "d MMMM y"}


def day(when: date | datetime, language: Language) -> str:
    """A date in the reader's format; of a moment, the day on which it fell in Switzerland."""
    shown = when.astimezone(_ZONE).date() if isinstance(when, datetime) else when
    return format_date(shown, _DAYS[language], locale=LOCALES[language])


def at_minute(when: datetime, language: Language) -> str:
    """A point in time to the minute, in the reader's format."""
    return format_datetime(when, f"{_DAYS[language]}, HH:mm", tzinfo=_ZONE, locale=LOCALES[language])
