"""Makes the page that explains the policy from the tables that decide: nothing on it is written twice."""

from collections.abc import Iterator

from babel.numbers import format_decimal

from advisor.decision.cells import ROWS, SECOND_VALUES, Row
from advisor.decision.codes import Rule
from advisor.decision.criteria import Criterion
from advisor.decision.factors import codes_of, prior_of
from advisor.decision.keep_days import MARGIN, SHORTEST_POSSIBLE, SHORTEST_USEFUL
from advisor.decision.needs import NEEDS, Derived, Factor, Need
from advisor.decision.policy import (
    CLOSE_BELOW,
    DRAWS,
    NOT_ENOUGH_UNKNOWN,
    POLICY_VERSION,
    PRELIMINARY_UNKNOWN,
    SPACE_TIGHT_PRIOR,
    TIGHT_SHARE,
)
from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.report.policy.values import CriterionRow, Mark, NeedRow, PolicyView, QuestionRow, RuleRow
from advisor.report.result.shares import percent_figure
from advisor.report.result.values import Note
from advisor.report.texts import policy as texts
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.report.texts.criteria import CRITERIA
from advisor.report.texts.rules import RULES
from advisor.report.texts.values import Note as NoteTexts
from advisor.settings.codes import Alternative
from advisor.text import LOCALES, Language

_FIELDS: dict[str, float] = {
    "criteria": len(ROWS),
    "close": CLOSE_BELOW * 100,
    "preliminary": PRELIMINARY_UNKNOWN,
    "not_enough": NOT_ENOUGH_UNKNOWN,
    "tight": TIGHT_SHARE * 100,
    "space_prior": SPACE_TIGHT_PRIOR * 100,
    "margin": MARGIN,
    "shortest": SHORTEST_USEFUL,
    "possible": SHORTEST_POSSIBLE,
}


def policy_view(language: Language) -> PolicyView:
    """The page in one language, for the policy that is in force."""
    return PolicyView(
        version=POLICY_VERSION,
        steps=tuple(_note(note, language) for note in texts.STEPS),
        rules=tuple(_rule(rule, language) for rule in texts.RULE_TAKES_OUT),
        exceptions=(texts.E1_EXCEPTION.into(language), texts.E5_ALARM.into(language)),
        ways=tuple(ALTERNATIVES[one].name.into(language) for one in Alternative),
        criteria=tuple(_criterion(row, language) for row in ROWS),
        questions=tuple(_questions(language)),
        numbers=tuple(_note(note, language) for note in texts.NUMBERS),
    )


def _note(note: NoteTexts, language: Language) -> Note:
    fields = {name: _figure(value, language) for name, value in (*_FIELDS.items(), ("draws", DRAWS))}
    return Note(note.title.into(language), note.text.into(language, **fields))


def _figure(value: float, language: Language) -> str:
    return format_decimal(value, locale=LOCALES[language])


def _rule(rule: Rule, language: Language) -> RuleRow:
    why = texts.NATIVE_RULE if rule is Rule.NATIVE else RULES[rule]
    return RuleRow(rule, texts.RULE_TAKES_OUT[rule].into(language), why.into(language))


def _criterion(row: Row, language: Language) -> CriterionRow:
    marks = (
        Mark(ALTERNATIVES[one].name.into(language), _figure(cell.value, language), cell.why.into(language))
        for one, cell in zip(Alternative, row.cells, strict=True)
    )
    return CriterionRow(
        code=row.criterion,
        name=CRITERIA[row.criterion].name.into(language),
        most_points=_figure(row.cap, language),
        marks=tuple(marks),
        second=tuple(_second(row.criterion, language)),
        source=row.source.into(language),
    )


def _second(criterion: Criterion, language: Language) -> Iterator[str]:
    """One sentence per server fact and new mark; ways that get the same mark for the same reason are told together."""
    told = {(one.fact, one.value, one.why) for one in SECOND_VALUES if one.criterion is criterion}
    for fact, value, why in sorted(told, key=lambda one: (one[0], -one[1])):
        ways = [
            ALTERNATIVES[one.alternative].name.into(language)
            for one in SECOND_VALUES
            if (one.criterion, one.fact, one.value) == (criterion, fact, value)
        ]
        yield texts.SECOND_VALUE.into(
            language,
            fact=texts.FACTS[fact].into(language),
            ways=", ".join(ways),
            value=_figure(value, language),
            why=why.into(language),
        )


def _questions(language: Language) -> Iterator[QuestionRow]:
    """Every question that gives points, in the order of the questionnaire; then what holds for every company."""
    speaking = {need.factor for need in NEEDS}
    factors: list[Factor] = [*QUESTIONS, *Derived]
    for factor in (one for one in factors if one in speaking):
        needs = tuple(_need(need, language) for need in NEEDS if need.factor is factor)
        remark = texts.FOLDERS_EXCEPT.into(language) if factor is Key.FOLDERS else None
        yield QuestionRow(_name(factor, language), needs, remark, _spread(factor, language), _read_as(factor, language))


def _need(need: Need, language: Language) -> NeedRow:
    points = texts.POINTS.into(language, low=_figure(need.low, language), high=_figure(need.high, language))
    return NeedRow(_answer(need.factor, need.code, language), CRITERIA[need.criterion].name.into(language), points)


def _name(factor: Factor, language: Language) -> str:
    return (wording(factor).short if isinstance(factor, Key) else texts.DERIVED[factor]).into(language)


def _answer(factor: Factor, code: str, language: Language) -> str:
    if isinstance(factor, Key):
        return answer_phrase(factor, code, language)
    return texts.DERIVED_CODES[code].into(language)


def _spread(factor: Factor, language: Language) -> str | None:
    """How often each answer is assumed where the question is open; None where nothing can be open."""
    codes = codes_of(factor)
    if len(codes) == 1:
        return None
    shares = (
        texts.SHARE.into(
            language,
            answer=_answer(factor, code, language),
            share=percent_figure(prior, language),
        )
        for code, prior in zip(codes, prior_of(factor), strict=True)
    )
    return " · ".join(shares)


def _read_as(factor: Factor, language: Language) -> str | None:
    """What rules take an open question for, where a rule needs it."""
    safe = QUESTIONS[factor].safe if isinstance(factor, Key) else None
    return _answer(factor, safe, language) if safe is not None else None
