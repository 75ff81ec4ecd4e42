"""The big sentence of the result page: what to do, in plain words, and how far the advice may be relied on."""

from advisor.decision.codes import ConditionCode
from advisor.decision.policy import CLOSE_BELOW, PRELIMINARY_UNKNOWN
from advisor.decision.recommendation import Ranked, Recommendation, Status
from advisor.report.cells import Cell, Tone
from advisor.report.documents.server_report import ServerReport
from advisor.report.result.values import Verdict
from advisor.report.texts.alternatives import PROTOCOLS
from advisor.report.texts.native import NATIVE_VERDICT
from advisor.report.texts.statuses import (
    CLOSE_FORMS_ONLY,
    CLOSE_PROTOCOL,
    CONTRADICTING,
    NOT_CHECKED,
    ONLY_WAY_LEFT,
    STATUSES,
    UNDECIDED,
    UNKNOWN_CORE,
    UNKNOWN_COULD_FLIP,
    UNKNOWN_COULD_FLIP_FORM,
)
from advisor.text import Language, Text

_TONES = {
    Status.FIRM: Tone.GOOD,
    Status.PRELIMINARY: Tone.WARN,
    Status.CLOSE: Tone.WARN,
    Status.NOT_ENOUGH_INFORMATION: Tone.NONE,
    Status.NOT_POSSIBLE: Tone.BAD,
}
_NATIVE_EXPLANATION = Text(
    "Bei Ihnen gibt es etwas, das besser passt als IMAP und POP3. Deshalb wurden die beiden nicht verglichen.",
    "There is something that fits you better than IMAP and POP3. The two were therefore not compared.",
)
_NOT_REACHED = Text(
    "Die Prüfung kam beim Mailserver nicht weit genug. Ob er diesen Weg anbietet, ist offen.",
    "The check did not get far enough at the mail server. Whether it offers this way is open.",
)
_FIGURES_MISSING = Text(
    "Zahlen zu Platz und Menge der Post fehlen noch. Von ihnen hängt ab, wie lange eine Kopie beim Anbieter bleiben "
    "kann.",
    "Figures on space and amount of mail are still missing. They decide how long a copy can stay with the provider.",
)
_RATHER = Text("Knapp, aber eher so: {verdict}", "A close call, but rather this: {verdict}")


def verdict(
    recommendation: Recommendation, server: ServerReport | None, unknown_core: int, language: Language
) -> Verdict:
    """The big sentence with its status."""
    return Verdict(
        headline=_headline(recommendation, language),
        explanation=_explanation(recommendation, language),
        badge=badge(recommendation, language),
        status_text=_status_text(recommendation, language),
        caveats=_caveats(recommendation, server, unknown_core, language),
    )


def badge(recommendation: Recommendation, language: Language) -> Cell:
    """The status in a word or two, with its colour."""
    return Cell(STATUSES[recommendation.status].name.into(language), _TONES[recommendation.status])


def protocol_is_close(recommendation: Recommendation) -> bool:
    """Whether "close" speaks of the main question; otherwise only the forms of one protocol are close."""
    confidence = recommendation.protocol_confidence
    best = sorted(recommendation.ranking, key=_acceptability, reverse=True)[:2]
    return (confidence is not None and confidence < CLOSE_BELOW) or len({row.alternative.protocol for row in best}) > 1


def _acceptability(row: Ranked) -> float:
    return row.first_rank_acceptability if row.first_rank_acceptability is not None else -1.0


def _headline(recommendation: Recommendation, language: Language) -> str:
    if recommendation.native is not None:
        return NATIVE_VERDICT.into(language)
    if recommendation.protocol is None:
        return STATUSES[recommendation.status].headline.into(language)
    if is_undecided(recommendation):
        return UNDECIDED.headline.into(language)
    sentence = PROTOCOLS[recommendation.protocol].verdict.into(language)
    if recommendation.status is Status.CLOSE and protocol_is_close(recommendation):
        return _RATHER.into(language, verdict=sentence)
    return sentence


def is_undecided(recommendation: Recommendation) -> bool:
    """Whether the way with the best value is not the one that leads more often: then neither is said to be better."""
    confidence = recommendation.protocol_confidence
    return confidence is not None and confidence < 0.5


def _explanation(recommendation: Recommendation, language: Language) -> str:
    if recommendation.native is not None:
        return _NATIVE_EXPLANATION.into(language)
    if recommendation.protocol is None:
        return STATUSES[recommendation.status].explanation.into(language)
    if is_undecided(recommendation):
        way = PROTOCOLS[recommendation.protocol].name.into(language)
        return UNDECIDED.explanation.into(language, way=way)
    return PROTOCOLS[recommendation.protocol].description.into(language)


def _status_text(recommendation: Recommendation, language: Language) -> str:
    """What the status means; empty where the explanation already says it."""
    if recommendation.protocol is None:
        return ""
    if recommendation.status is Status.CLOSE:
        return (CLOSE_PROTOCOL if protocol_is_close(recommendation) else CLOSE_FORMS_ONLY).into(language)
    return STATUSES[recommendation.status].explanation.into(language)


def _could_flip(recommendation: Recommendation) -> Text:
    """What an open question could change: firm advice has none that could change the protocol."""
    return UNKNOWN_COULD_FLIP_FORM if recommendation.status is Status.FIRM else UNKNOWN_COULD_FLIP


def is_stopgap(recommendation: Recommendation) -> bool:
    """Whether fetching is advised only because nothing else is left, not merely where reading would be better."""
    return any(one.code == ConditionCode.ASK_PROVIDER_FOR_IMAP and not one.params for one in recommendation.conditions)


def _caveats(
    recommendation: Recommendation, server: ServerReport | None, unknown_core: int, language: Language
) -> tuple[str, ...]:
    reasons = (
        (NOT_CHECKED, server is None),
        (_NOT_REACHED, any(one.code == ConditionCode.CHECK_SERVER for one in recommendation.conditions)),
        (CONTRADICTING, bool(recommendation.contradictions)),
        (UNKNOWN_CORE, unknown_core >= PRELIMINARY_UNKNOWN),
        (_could_flip(recommendation), any(assumption.could_flip for assumption in recommendation.assumptions)),
        (ONLY_WAY_LEFT, is_stopgap(recommendation)),
    )
    found = [text for text, holds in reasons if holds]
    if not found and Status.PRELIMINARY in recommendation.qualifiers:
        found = [_FIGURES_MISSING]
    return tuple(text.into(language) for text in found)
