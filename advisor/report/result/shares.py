"""The figures of the result page as parts of a hundred, each with the sentence that says what it counts."""

from babel.numbers import format_percent

from advisor.decision.recommendation import Ranked, Recommendation
from advisor.report.result.values import Share
from advisor.report.texts.alternatives import PROTOCOLS
from advisor.report.texts.sentences import FORM_CONFIDENCE, PROTOCOL_CONFIDENCE
from advisor.text import LOCALES, Language, Text

_RANK = Text("An erster Stelle", "Ranks first")
_RANK_TEXT = Text(
    "In {share} von 100 durchgerechneten Fällen der beste Weg.", "The best way in {share} of 100 cases worked through."
)
_PROTOCOL_SURE = Text("So sicher sind wir bei {way}", "How sure we are of {way}")
_ONLY_LABEL = Text("Es kommt nur {way} in Frage", "Only {way} is possible")
_ASSUMED = Text(
    "Die Regel dahinter stützt sich auf vorsichtige Annahmen, weil Antworten noch fehlen.",
    "The rule behind it rests on cautious assumptions, as answers are still missing.",
)
_FORM_SURE = Text("So sicher sind wir bei dieser Form", "How sure we are of this form")


def protocol_share(recommendation: Recommendation, language: Language) -> Share | None:
    """How sure the protocol is; None where none is advised, and no figure where a rule leaves no other."""
    if recommendation.protocol is None or recommendation.protocol_confidence is None:
        return None
    way = PROTOCOLS[recommendation.protocol].name.into(language)
    percent = as_percent(recommendation.protocol_confidence)
    others = [row for row in recommendation.ranking if row.alternative.protocol != recommendation.protocol]
    if any(row.feasible for row in others):
        text = PROTOCOL_CONFIDENCE.into(language, share=percent, way=way)
        return _share(_PROTOCOL_SURE.into(language, way=way), percent, text, language)
    text = _ASSUMED.into(language) if any(map(_is_assumed, others)) else ""
    return Share(_ONLY_LABEL.into(language, way=way), percent, None, text)


def _is_assumed(row: Ranked) -> bool:
    """Whether an alternative is ruled out by open questions only."""
    refs = [ref for exclusion in row.excluded_by for ref in exclusion.because]
    proven = any(not exclusion.because for exclusion in row.excluded_by)
    return bool(refs) and not proven and all(ref.code is None for ref in refs)


def form_share(recommendation: Recommendation, language: Language) -> Share | None:
    """How sure the form is; None where no other form of the protocol is possible."""
    rivals = [
        row for row in recommendation.ranking if row.feasible and row.alternative.protocol == recommendation.protocol
    ]
    if recommendation.form_confidence is None or len(rivals) == 1:
        return None
    percent = as_percent(recommendation.form_confidence)
    return _share(_FORM_SURE.into(language), percent, FORM_CONFIDENCE.into(language, share=percent), language)


def rank_share(row: Ranked, language: Language) -> Share | None:
    """How often an alternative comes first; None for one that is ruled out."""
    if row.first_rank_acceptability is None:
        return None
    percent = as_percent(row.first_rank_acceptability)
    return _share(_RANK.into(language), percent, _RANK_TEXT.into(language, share=percent), language)


def as_percent(share: float) -> int:
    """A share in whole per cent; near certainty is never rounded up to it, nor a rare case down to none."""
    if 0 < share < 1:
        return min(99, max(1, round(share * 100)))
    return round(share * 100)


def percent_figure(share: float, language: Language) -> str:
    """A share in per cent as the reader writes it."""
    figure = format_percent(share, locale=LOCALES[language])
    if language is Language.DE:
        figure = figure.replace("%", "\N{NO-BREAK SPACE}%")  # Swiss German sets the sign apart; CLDR does not
    return figure


def _share(label: str, percent: int, text: str, language: Language) -> Share:
    return Share(label, percent, percent_figure(percent / 100, language), text)
