"""What if? One answer is changed for a look at what would move. Nothing is stored until the person takes it over."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.decision.what_if import triable, what_if
from advisor.questionnaire.answers import InvalidAnswerError
from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.report.result.what_if import WhatIfView, questions_to_try, what_if_view
from advisor.web import case_answers, cases, i18n
from advisor.web.case_advice import Advice, advice_of
from advisor.web.i18n import gettext, say

blueprint = Blueprint("what_if", __name__, url_prefix="/result/what-if")


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """One answer to choose: ``is_today`` is the one that counts now, ``is_tried`` the one that is looked at."""

    code: str
    label: str
    is_today: bool
    is_tried: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """One question with its answers; ``found`` is None until one is chosen. ``today`` is the answer that counts now."""

    key: Key
    short: str
    title: str
    today: str
    answers: tuple[OtherAnswer, ...]
    found: WhatIfView | None


@blueprint.get("")
def show() -> str | tuple[str, int]:
    """First the question, then another answer to it, then what would move."""
    advice = advice_of(cases.current_case())
    named, code = request.args.get("question"), request.args.get("answer")
    if named is None:
        return _page(advice)
    key = _triable(advice, named)
    if key is None:
        return _page(advice, error=_no_question()), HTTPStatus.BAD_REQUEST
    try:
        return _page(advice, _trial(advice, key, code))
    except InvalidAnswerError:
        return _page(advice, _trial(advice, key, None), error=_no_answer()), HTTPStatus.BAD_REQUEST


@blueprint.post("")
def take_over() -> AnyResponse | tuple[str, int]:
    """Save the other answer; the advice is then given anew."""
    case = cases.current_case()
    advice = advice_of(case)
    key, code = _triable(advice, request.form.get("question")), request.form.get("answer")
    if key is None:
        return _page(advice, error=_no_question()), HTTPStatus.BAD_REQUEST
    if code not in QUESTIONS[key].codes:
        return _page(advice, _trial(advice, key, None), error=_no_answer()), HTTPStatus.BAD_REQUEST
    case_answers.record(case, ((key, code),))
    phrase = answer_phrase(key, code, i18n.current())
    flash(gettext("Taken over: %(question)s – %(answer)s.", question=say(wording(key).short), answer=phrase), "success")
    return redirect(url_for("result.show"))


def _triable(advice: Advice, name: str | None) -> Key | None:
    keys = triable(advice.counted, reported=advice.server is not None)
    return next((key for key in keys if key == name), None)


def _no_question() -> str:
    sentence: str = gettext("This question does not exist here. Choose one from the list.")
    return sentence


def _no_answer() -> str:
    sentence: str = gettext("This answer does not exist. Choose one of those below.")
    return sentence


def _trial(advice: Advice, key: Key, code: str | None) -> Trial:
    """Raises ``InvalidAnswerError`` for a code that the question does not have."""
    language, texts, today = i18n.current(), wording(key), advice.counted.code(key)
    found = None
    if code is not None:
        report = advice.server.report if advice.server is not None else None
        moved = what_if(advice.recommendation, advice.answers, key, code, report, advice.measurement)
        found = what_if_view(moved, language)
    answers = tuple(
        OtherAnswer(one, say(texts.option(one).label), is_today=one == today, is_tried=one == code)
        for one in QUESTIONS[key].codes
    )
    return Trial(key, say(texts.short), say(texts.title), answer_phrase(key, today, language), answers, found)


def _page(advice: Advice, trial: Trial | None = None, error: str | None = None) -> str:
    parts = questions_to_try(advice.counted, i18n.current(), reported=advice.server is not None)
    return render_template("result/what_if.html", trial=trial, parts=parts, error=error)
