"""The key sentences of the estimates: does it fit, when is it full, how long is the upload, what it loads and costs."""

from collections.abc import Iterator
from math import ceil

from advisor.estimate.codes import FigureCode, Fit, InputCode, Source
from advisor.estimate.values import AlternativeEstimate, Days, Estimates, Range
from advisor.report.estimates.dates import FullDates
from advisor.report.estimates.figures import Figures
from advisor.report.texts import estimate_sentences as texts
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.text import Text


class SentenceWriter:
    """Writes the sentences about one alternative: the advised one, or IMAP where nothing is advised."""

    def __init__(self, found: Estimates, chosen: Alternative, dates: FullDates, write: Figures) -> None:
        self._found = found
        self._of = found.of(chosen)
        self._dates = dates
        self._write = write
        self._way = ALTERNATIVES[chosen].name.into(write.language)

    def all(self) -> tuple[str, ...]:
        """Every sentence, what matters most first."""
        return (*self.main(), *self._further())

    def main(self) -> tuple[str, ...]:
        """The two most important ones: space, and then its end or the upload."""
        space = self._space()
        if self._found.fit is Fit.DOES_NOT_FIT:
            return tuple(one for one in (space, self.upload() or self.full()) if one)
        return tuple(one for one in (space, self.full()) if one)

    def full(self) -> str | None:
        """When the mailbox is full; None where the quota is unknown."""
        days = self._of.full_days
        if days is None:
            return None
        if days.likely is None:
            told = self._not_likely(days.soonest)
            moves_out = self._of.alternative is Alternative.IMAP_ARCHIVE
            return f"{told} {self._say(texts.MOVED_OUT)}" if moves_out else told
        if self._dates.is_past(days.likely):
            return self._say(texts.FULL_NOW)
        if days.latest is None and days.soonest is not None and self._dates.is_past(days.soonest):
            return self._say(texts.FULL_OPEN)
        return self._say(texts.FULL_LIKELY, when=self._dates.when(days.likely), span=self._span(days))

    def _not_likely(self, soonest: float | None) -> str:
        if soonest is None:
            return self._say(texts.FULL_NEVER)
        if self._dates.is_past(soonest):
            return self._say(texts.FULL_PERHAPS_NOW)
        return self._say(texts.FULL_PERHAPS, when=self._dates.by(soonest))

    def full_cell(self, one: AlternativeEstimate) -> str:
        """The same in a word or two, for one alternative of a table."""
        if one.full_days is None:
            return self._say(texts.UNKNOWN)
        return self._dates.by(one.full_days.likely)

    def upload(self) -> str | None:
        """How long old mail takes up the line; None where there is none to bring."""
        one, every = (self._found.figure(code) for code in (FigureCode.UPLOAD_HOURS, FigureCode.UPLOAD_ALL_HOURS))
        if one is None or every is None or not one.value.high:
            return None
        hours, all_hours = self._write.hours(one.value), self._write.hours(every.value)
        text = texts.UPLOAD if hours == all_hours else texts.UPLOAD_ALL
        return self._say(text, hours=hours, all_hours=all_hours)

    def _further(self) -> Iterator[str]:
        said = self.main()
        for sentence in (self.full(), self.upload(), self._connections(), self._traffic(), self._money()):
            if sentence is not None and sentence not in said:
                yield sentence

    def _space(self) -> str:
        if self._found.input(InputCode.QUOTA_GB) is None:
            return self._say(texts.NO_QUOTA)
        if self._found.fit is Fit.UNKNOWN:
            return self._say(texts.NO_USED)
        return self._say(texts.FIT[self._found.fit], needed=self.needed(), quota=self._quota())

    def needed(self) -> str:
        """The room for a change, rounded up: a mailbox that is a little too small is too small."""
        room = self._found.figure(FigureCode.ROOM_GB)
        low, high = (_up(figure) for figure in (room.value.low, room.value.high)) if room is not None else (0.0, 0.0)
        return self._write.between(self._write.gigabytes(low), self._write.gigabytes(high))

    def _quota(self) -> str:
        quota = self._found.input(InputCode.QUOTA_GB)
        return self._between(quota.value) if quota is not None else ""

    def _between(self, value: Range) -> str:
        return self._write.between(self._write.gigabytes(value.low), self._write.gigabytes(value.high))

    def _span(self, days: Days) -> str:
        if days.latest is None:
            return self._say(texts.SPAN_OPEN, soonest=self._dates.by(days.soonest))
        soonest, latest = self._dates.by(days.soonest), self._dates.by(days.latest)
        return "" if soonest == latest else self._say(texts.SPAN, soonest=soonest, latest=latest)

    def _connections(self) -> str | None:
        """A word of warning where the usual number goes beyond what is allowed; the shared address counts first."""
        limit = self._found.input(InputCode.CONNECTION_LIMIT)
        if limit is None:
            return None
        allowed = self._write.between(self._write.number(limit.value.low), self._write.number(limit.value.high))
        if limit.source is Source.ASSUMED:
            allowed = self._say(texts.USUALLY, limit=allowed)
        both = ((FigureCode.CONNECTIONS_SHARED, texts.SHARED_OVER), (FigureCode.CONNECTIONS_OWN, texts.OWN_OVER))
        for code, text in both:
            figure = self._of.figure(code)
            if figure is not None and figure.value.likely > limit.value.likely:
                return self._say(text, count=self._write.number(figure.value.likely), limit=allowed)
        own = self._of.figure(FigureCode.CONNECTIONS_OWN)
        if own is None:
            return None
        return self._say(texts.CONNECTIONS_FIT, count=self._write.number(own.value.likely), limit=allowed)

    def _traffic(self) -> str | None:
        return self._about(FigureCode.TRAFFIC, texts.TRAFFIC)

    def _money(self) -> str | None:
        return self._about(FigureCode.MONEY, texts.MONEY)

    def _about(self, code: FigureCode, text: Text) -> str | None:
        figure = self._of.figure(code)
        if figure is None:
            return None
        amount = self._write.amount(figure.value, code=code)
        fields = {"low": amount.low, "likely": amount.likely, "high": amount.high}
        return self._say(text, amount=amount.likely if amount.exact else self._say(texts.AMOUNT_RANGE, **fields))

    def _say(self, text: Text, **fields: str) -> str:
        return text.into(self._write.language, **{"way": self._way, **fields}).strip()


def _up(gigabytes: float) -> float:
    """Rounded up: whole GB from ten on, tenths below."""
    return float(ceil(gigabytes)) if gigabytes >= 10 else ceil(gigabytes * 10) / 10
