"""The page of estimates as one finished value."""

from datetime import datetime

from advisor.decision.recommendation import Recommendation
from advisor.estimate.codes import FigureCode, InputCode, Source
from advisor.estimate.values import AlternativeEstimate, Estimates, Figure, Input
from advisor.questionnaire.path import page_of
from advisor.questionnaire.schema import Key
from advisor.report.estimates.chart import Scale, chart, period
from advisor.report.estimates.dates import FullDates
from advisor.report.estimates.figures import Figures
from advisor.report.estimates.formulas import FormulaWriter
from advisor.report.estimates.sentences import SentenceWriter
from advisor.report.estimates.values import ComparedRow, EstimatesView, FigureRow, InputRow, WayView, YearRow
from advisor.report.texts import estimates as texts
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.text import Language, Text

_FULL = Text("Voll", "Full")
_TODAY = Text("heute", "today")
_COMPARED = (
    FigureCode.SERVER_GB,
    FigureCode.LOCAL_GB,
    FigureCode.TRAFFIC,
    FigureCode.CONNECTIONS_OWN,
    FigureCode.CONNECTIONS_SHARED,
    FigureCode.MONEY,
)
_KEYS = {
    InputCode.MAILS_PER_DAY: Key.MAILS_PER_DAY,
    InputCode.MAIL_KB: Key.AVERAGE_KB,
    InputCode.GROWTH_GB: Key.MAILS_PER_DAY,
    InputCode.USED_GB: Key.STORAGE_GB_USED,
    InputCode.QUOTA_GB: Key.QUOTA_GB,
    InputCode.YEARS: Key.YEARS,
    InputCode.MAILBOXES: Key.MAILBOXES,
    InputCode.DEVICES: Key.DEVICES,
    InputCode.DEVICES_TOTAL: Key.DEVICES_TOTAL,
    InputCode.READERS: Key.SHARED_ADDRESSES,
    InputCode.GAP_DAYS: Key.LONGEST_ABSENCE_DAYS,
    InputCode.UPLOAD_MBIT: Key.UPLOAD_MBIT,
    InputCode.HOURLY_RATE: Key.HOURLY_RATE,
}


def estimates_view(
    recommendation: Recommendation, at: datetime, now: datetime, language: Language
) -> EstimatesView | None:
    """The page; None where neither protocol is advised. ``at``: when the advice was given, ``now``: when it is read."""
    found = recommendation.estimates
    return None if found is None else _PageWriter(found, recommendation.recommended, at, now, language).page()


def key_sentences(recommendation: Recommendation, at: datetime, now: datetime, language: Language) -> tuple[str, ...]:
    """The two most important sentences; none where there are no estimates."""
    sentences = _sentences(recommendation, at, now, language)
    return sentences.main() if sentences is not None else ()


def all_sentences(recommendation: Recommendation, at: datetime, now: datetime, language: Language) -> tuple[str, ...]:
    """Every sentence of the page; none where there are no estimates."""
    sentences = _sentences(recommendation, at, now, language)
    return sentences.all() if sentences is not None else ()


def _sentences(
    recommendation: Recommendation, at: datetime, now: datetime, language: Language
) -> SentenceWriter | None:
    found = recommendation.estimates
    if found is None:
        return None
    return _PageWriter(found, recommendation.recommended, at, now, language).sentences


class _PageWriter:
    def __init__(
        self, found: Estimates, advised: Alternative | None, at: datetime, now: datetime, language: Language
    ) -> None:
        self._found = found
        self._advised = advised
        self._language = language
        self._write = Figures(language, found.currency)
        dates = FullDates(found.measured_at or at, now, language)
        self.sentences = SentenceWriter(found, advised or Alternative.IMAP, dates, self._write)
        self._formulas = FormulaWriter(found, self._write)
        quota = found.input(InputCode.QUOTA_GB)
        self._quota = quota.value if quota is not None else None
        self._scale = Scale.of(found, self._quota)
        self._period = period(found.years[-1], self._write)

    def page(self) -> EstimatesView:
        ordered = sorted(self._found.alternatives, key=lambda one: one.alternative is not self._advised)
        inputs = [self._input(one) for one in self._found.inputs]
        return EstimatesView(
            sentences=self.sentences.all(),
            names=tuple(self._name(one) for one in ordered),
            compared=tuple(self._compared(ordered)),
            ways=tuple(self._way(one) for one in ordered),
            common=tuple(self._figure(one) for one in self._found.figures),
            inputs=tuple(one for one in inputs if one.slug or not one.assumed),
            assumptions=tuple(one for one in inputs if one.assumed and not one.slug),
        )

    def _name(self, one: AlternativeEstimate) -> str:
        return ALTERNATIVES[one.alternative].name.into(self._language)

    def _compared(self, ordered: list[AlternativeEstimate]) -> list[ComparedRow]:
        full = ComparedRow(_FULL.into(self._language), tuple(self.sentences.full_cell(one) for one in ordered))
        rows = []
        for code in _COMPARED:
            figures = [one.figure(code) for one in ordered]
            if any(figures):
                rows.append(ComparedRow(self._title(code), tuple(self._cell(figure) for figure in figures)))
        return [*rows[:2], full, *rows[2:]]

    def _cell(self, figure: Figure | None) -> str:
        return self._write.of_figure(figure.code, figure.value.likely) if figure is not None else "–"

    def _title(self, code: FigureCode) -> str:
        return texts.FIGURES[code].into(self._language, years=self._period)

    def _way(self, one: AlternativeEstimate) -> WayView:
        name = self._name(one)
        return WayView(
            code=one.alternative,
            name=name,
            advised=one.alternative is self._advised,
            full=self.sentences.full_cell(one),
            chart=chart(one, self._found, self._scale, self._quota, name, self._write),
            years=tuple(self._year(one, number) for number in range(len(self._found.years))),
            figures=tuple(self._figure(figure, one.alternative) for figure in one.figures),
        )

    def _year(self, one: AlternativeEstimate, number: int) -> YearRow:
        at = self._found.years[number]
        return YearRow(
            _TODAY.into(self._language) if at == 0 else self._write.number(at),
            self._write.amount(one.server_gb[number], code=FigureCode.SERVER_GB),
            self._write.gigabytes(one.local_gb[number].likely),
        )

    def _figure(self, figure: Figure, alternative: Alternative | None = None) -> FigureRow:
        return FigureRow(
            self._title(figure.code),
            self._write.amount(figure.value, code=figure.code),
            self._formulas.formula(figure, alternative),
        )

    def _input(self, one: Input) -> InputRow:
        key = _KEYS.get(one.code)
        changes = key is not None and one.source is not Source.MEASURED
        return InputRow(
            texts.INPUTS[one.code].into(self._language),
            self._write.amount(one.value, code=one.code),
            texts.SOURCES[one.source].into(self._language),
            page_of(key).slug if key is not None and changes else None,
            assumed=one.source is Source.ASSUMED,
        )
