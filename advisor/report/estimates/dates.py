"""When a mailbox is full, as people say it: by month, since a day would pretend to be exact."""

from datetime import datetime, timedelta

from babel.dates import format_date

from advisor.report.dates import day
from advisor.report.texts import estimate_sentences as sentences
from advisor.text import LOCALES, Language

_SOON_DAYS = 45


class FullDates:
    """Writes days after ``start`` as dates, seen from ``now``."""

    def __init__(self, start: datetime, now: datetime, language: Language) -> None:
        self._start = start
        self._now = now
        self._language = language

    def is_past(self, days: float) -> bool:
        """Whether that day has come."""
        return self._date(days) <= self._now

    def when(self, days: float) -> str:
        """When the mailbox is likely full: "around March 2031"."""
        if (self._date(days) - self._now).days <= _SOON_DAYS:
            return sentences.ON_DAY.into(self._language, day=day(self._date(days), self._language))
        return sentences.IN_MONTH.into(self._language, month=self.month(days))

    def by(self, days: float | None) -> str:
        """An end of the span: "in March 2031", "already now", "never"."""
        if days is None:
            return sentences.NEVER.into(self._language)
        if self.is_past(days):
            return sentences.NOW.into(self._language)
        return sentences.BY.into(self._language, month=self.month(days))

    def month(self, days: float) -> str:
        """Month and year."""
        return str(format_date(self._date(days).date(), "MMMM y", locale=LOCALES[self._language]))

    def _date(self, days: float) -> datetime:
        return self._start + timedelta(days=days)
