"""What one other answer would move, finished for the page: today and then, side by side in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.decision.codes import Alarm
from advisor.decision.recommendation import Ranked, Recommendation
from advisor.decision.what_if import Part, WhatIf, triable
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.path import PAGES, SECTION_NAMES
from advisor.report.result.shares import as_percent, percent_figure
from advisor.report.result.values import Note, TriedPart
from advisor.report.texts import what_if as texts
from advisor.report.texts.alarms import ALARMS
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.report.texts.conditions import condition_text, condition_title
from advisor.report.texts.contradictions import contradiction_sentence
from advisor.report.texts.statuses import STATUSES
from advisor.settings.codes import Alternative
from advisor.text import Language, Text


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One row: what, as it is today, as it would be then. ``moved``: whether the two differ."""

    label: str
    today: str
    then: str

    @property
    def moved(self) -> bool:
        """Whether a reader sees a difference."""
        return self.today != self.then


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """``headline``: what it comes to. ``ways``: how often each way comes first.

    ``new`` would have to be heard or done as well; ``gone`` (titles) no longer; ``clash``: answers that cannot all
    hold.
    """

    headline: str
    rows: tuple[SideBySide, ...]
    ways: tuple[SideBySide, ...]
    new: tuple[Note, ...]
    gone: tuple[str, ...]
    clash: tuple[str, ...]


def what_if_view(found: WhatIf, language: Language) -> WhatIfView:
    """The page's comparison."""
    return WhatIfView(
        headline=_headline(found, language),
        rows=tuple(_rows(found, language)),
        ways=tuple(_ways(found, language)),
        new=tuple(_new(found, language)),
        gone=tuple(_gone(found, language)),
        clash=tuple(contradiction_sentence(one).into(language) for one in found.new_contradictions),
    )


def questions_to_try(answers: Answers, language: Language, *, reported: bool) -> tuple[TriedPart, ...]:
    """What there is to choose from, part by part; ``answers`` as they count."""
    keys = set(triable(answers, reported=reported))
    found = []
    for section, name in SECTION_NAMES.items():
        asked = (key for page in PAGES if page.section is section for key in page.keys if key in keys)
        questions = tuple((key, wording(key).short.into(language)) for key in asked)
        if questions:
            found.append(TriedPart(name.into(language), questions))
    return tuple(found)


def way_name(alternative: Alternative, language: Language) -> str:
    """The short name of a way with its protocol in brackets."""
    name = ALTERNATIVES[alternative].name.into(language)
    return texts.NAMES[alternative.protocol].into(language, other=name)


def _headline(found: WhatIf, language: Language) -> str:
    before, after = found.before, found.after
    if after.native is not None and before.native is None:
        return texts.NEITHER.into(language)
    if after.recommended is before.recommended:
        return _same(found).into(language)
    if after.recommended is None:
        return texts.NO_ADVICE.into(language)
    if before.recommended is None:
        sentence = texts.ADVICE_AT_LAST
    else:
        sentence = texts.OTHER_FORM if after.protocol is before.protocol else texts.OTHER_WAY
    return sentence.into(language, other=ALTERNATIVES[after.recommended].name.into(language))


def _same(found: WhatIf) -> Text:
    """The sentence for advice that stays. How sure it is speaks before what else has to be heeded."""
    surer = _sureness(found.after) - _sureness(found.before)
    if surer:
        return texts.SURER if surer > 0 else texts.LESS_SURE
    heard = {Part.STATUS, Part.KEEP_DAYS, Part.ALARMS, Part.CONDITIONS, Part.CONTRADICTIONS} & set(found.moved)
    if heard and found.before.recommended is not None:
        return texts.NOTES_ONLY
    if found.moved == (Part.GROUPS,):
        return texts.GROUPS_ONLY
    return texts.SAME if found.moved else texts.NOTHING


def _sureness(advice: Recommendation) -> int:
    return as_percent(advice.confidence) if advice.confidence is not None else 0


def _rows(found: WhatIf, language: Language) -> Iterator[SideBySide]:
    before, after = found.before, found.after
    yield _row(texts.ADVICE_LABEL, _way(before, language), _way(after, language), language)
    yield _row(texts.STATUS_LABEL, _status(before, language), _status(after, language), language)
    if before.recommended is not None or after.recommended is not None:
        yield _row(texts.PROTOCOL_LABEL, _protocol(before, language), _protocol(after, language), language)
        yield _row(texts.FORM_LABEL, _form(before, language), _form(after, language), language)
    if Alternative.POP3_KEEP in (before.recommended, after.recommended):
        yield _row(texts.DAYS_LABEL, _days(before, language), _days(after, language), language)
    then = {group.name: group.recommendation for group in after.groups}
    for group in before.groups:
        label = texts.GROUP_LABEL.into(language, name=group.name)
        yield SideBySide(label, _way(group.recommendation, language), _way(then[group.name], language))


def _row(label: Text, today: str, then: str, language: Language) -> SideBySide:
    return SideBySide(label.into(language), today, then)


def _way(advice: Recommendation, language: Language) -> str:
    if advice.native is not None:
        return texts.NATIVE_WAY.into(language)
    if advice.recommended is None:
        return texts.NO_WAY.into(language)
    return way_name(advice.recommended, language)


def _status(advice: Recommendation, language: Language) -> str:
    return STATUSES[advice.status].name.into(language)


def _protocol(advice: Recommendation, language: Language) -> str:
    if advice.protocol is None or advice.protocol_confidence is None:
        return texts.NONE_YET.into(language)
    if not any(row.feasible and row.alternative.protocol is not advice.protocol for row in advice.ranking):
        return texts.BY_RULE.into(language)
    return _figure(advice.protocol_confidence, language)


def _form(advice: Recommendation, language: Language) -> str:
    if advice.form_confidence is None:
        return texts.NONE_YET.into(language)
    forms = [row for row in advice.ranking if row.feasible and row.alternative.protocol is advice.protocol]
    return texts.ONLY_FORM.into(language) if len(forms) == 1 else _figure(advice.form_confidence, language)


def _days(advice: Recommendation, language: Language) -> str:
    if advice.recommended is not Alternative.POP3_KEEP:
        return texts.NONE_YET.into(language)
    if advice.keep_days is None:
        return texts.FOR_EVER.into(language)
    return texts.DAYS.into(language, days=advice.keep_days)


def _ways(found: WhatIf, language: Language) -> Iterator[SideBySide]:
    today = {row.alternative: row for row in found.before.ranking}
    then = {row.alternative: row for row in found.after.ranking}
    for one in Alternative:
        before = _share(today[one], found.before, language)
        yield SideBySide(way_name(one, language), before, _share(then[one], found.after, language))


def _share(row: Ranked, advice: Recommendation, language: Language) -> str:
    if row.first_rank_acceptability is not None:
        return _figure(row.first_rank_acceptability, language)
    return (texts.NOT_COMPARED if advice.native is not None else texts.RULED_OUT).into(language)


def _figure(share: float, language: Language) -> str:
    return percent_figure(as_percent(share) / 100, language)


def _new(found: WhatIf, language: Language) -> Iterator[Note]:
    for code in map(Alarm, found.new_alarms):
        yield Note(ALARMS[code].title.into(language), ALARMS[code].text.into(language))
    for one in found.new_conditions:
        yield Note(condition_title(one, language), condition_text(one, language))


def _gone(found: WhatIf, language: Language) -> Iterator[str]:
    for code in map(Alarm, found.gone_alarms):
        yield ALARMS[code].title.into(language)
    for one in found.gone_conditions:
        yield condition_title(one, language)
