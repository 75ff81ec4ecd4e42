"""Dates and times as people read them, in Swiss local time."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime, get_timezone

from advisor.text import LOCALES, TIME_ZONE, Language

_ZONE = get_timezone(TIME_ZONE)
_DAYS = {Language.DE: "d. MMMM y", Language.EN: "d MMMM y"}


def day(when: date | datetime, language: Language) -> str:
    """A date in the reader's format; of a moment, the day on which it fell in Switzerland."""
    shown = _in_switzerland(when).date() if isinstance(when, datetime) else when
    return format_date(shown, _DAYS[language], locale=LOCALES[language])


def at_minute(when: datetime, language: Language) -> str:
    """A point in time to the minute, in the reader's format."""
    shown = _in_switzerland(when).replace(tzinfo=None)
    return format_datetime(shown, f"{_DAYS[language]}, HH:mm", locale=LOCALES[language])


def _in_switzerland(when: datetime) -> datetime:
    """The moment in local time; one at the end of all calendars, as some certificates have it, as it is."""
    try:
        return when.astimezone(_ZONE)
    except OverflowError:  # RFC 5280 section 4.1.2.5: the last second of the year 9999 means "no end"
        return when
