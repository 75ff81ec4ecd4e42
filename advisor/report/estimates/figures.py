"""Figures of the estimates as people read them: sizes, hours, money, counts, in the reader's format."""

from babel.numbers import format_decimal, format_percent

from advisor.estimate.codes import Currency, FigureCode, InputCode
from advisor.estimate.values import Range
from advisor.report.estimates.values import Amount
from advisor.report.texts import estimate_sentences as sentences
from advisor.report.texts.estimates import MONEY, ONE, SHARES, SPACE, UNITS
from advisor.text import LOCALES, Language, Text

_STEPS = ((1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"))
_HOUR = Text("1 Stunde", "1 hour")
_HOURS = Text("{value} Stunden", "{value} hours")

_GB = {FigureCode.SERVER_GB, FigureCode.SERVER_ALL_GB, FigureCode.LOCAL_GB, FigureCode.ROOM_GB}
_MB = {
    FigureCode.TRAFFIC_SIGN_IN, FigureCode.TRAFFIC_LIST, FigureCode.TRAFFIC_WAIT, FigureCode.TRAFFIC_MAIL,
    FigureCode.TRAFFIC, FigureCode.MEMORY_MB,
}  # fmt: skip
_OF_MONEY = {FigureCode.MONEY_STORAGE, FigureCode.MONEY_CARE, FigureCode.MONEY, FigureCode.SEAT}
_OF_HOURS = {FigureCode.UPLOAD_HOURS, FigureCode.UPLOAD_ALL_HOURS}


class Figures:
    """Writes figures in one language and currency."""

    def __init__(self, language: Language, currency: Currency) -> None:
        self.language = language
        self._currency = currency

    def number(self, value: float) -> str:
        """With as many places as mean something."""
        places = 0 if value >= 100 else 1 if value >= 1 else 2
        rounded = round(value, places)
        return str(format_decimal(int(rounded) if rounded == int(rounded) else rounded, locale=LOCALES[self.language]))

    def size(self, octets: float) -> str:
        """Bytes in steps of a thousand."""
        divisor, unit = next((step for step in _STEPS if octets >= step[0] * 0.9995), _STEPS[-1])
        return f"{self.number(octets / divisor)}\N{NO-BREAK SPACE}{unit}" if octets else "0\N{NO-BREAK SPACE}GB"

    def gigabytes(self, value: float) -> str:
        """GB in the step that suits."""
        return self.size(value * 1e9)

    def money(self, value: float) -> str:
        """Whole units of money, small amounts with their hundredths."""
        whole = value >= 20 or value == round(value)
        pattern = "#,##0" if whole else "#,##0.00"
        digits = format_decimal(round(value, 0 if whole else 2), format=pattern, locale=LOCALES[self.language])
        return f"{self._currency}\N{NO-BREAK SPACE}{digits}"

    def share(self, value: float) -> str:
        """A part as whole per cent."""
        figure = str(format_percent(round(value, 2), locale=LOCALES[self.language]))
        return figure.replace("%", "\N{NO-BREAK SPACE}%") if self.language is Language.DE else figure

    def of_input(self, code: InputCode, value: float) -> str:
        """An input with its unit."""
        if code in SPACE:
            return self.gigabytes(value)
        if code in MONEY:
            return self.money(value)
        if code in SHARES:
            return self.share(value)
        text = ONE.get(code, UNITS[code]) if value == 1 else UNITS[code]
        return text.into(self.language, value=self.number(value))

    def of_figure(self, code: FigureCode, value: float) -> str:
        """A figure with its unit."""
        if code in _GB:
            return self.gigabytes(value)
        if code in _MB:
            return self.size(value * 1e6) if value else "0\N{NO-BREAK SPACE}MB"
        if code in _OF_MONEY:
            return self.money(value)
        if code in _OF_HOURS:
            return (_HOUR if value == 1 else _HOURS).into(self.language, value=self.number(value))
        return self.number(value)

    def amount(self, value: Range, *, code: FigureCode | InputCode) -> Amount:
        """The three figures of a range."""
        write = self.of_figure if isinstance(code, FigureCode) else self.of_input
        low, likely, high = (write(code, one) for one in value.three)  # type: ignore[arg-type]
        return Amount(low, likely, high, exact=low == high)

    def between(self, low: str, high: str) -> str:
        """From one figure to another, or the one where both read alike."""
        return low if low == high else sentences.BETWEEN.into(self.language, low=low, high=high)

    def hours(self, value: Range) -> str:
        """Hours as a phrase; nobody plans with tenths of one."""
        low, high = round(value.low), round(value.high)
        if high < 1:
            return sentences.UNDER_AN_HOUR.into(self.language)
        if low < 1:
            return sentences.AT_MOST_HOURS.into(self.language, high=self.number(max(1, high)))
        text = sentences.HOURS_ABOUT if low == high else sentences.HOURS_RANGE
        return text.into(self.language, low=self.number(low), high=self.number(high))
