"""The questionnaire: one question a page, the choice after the core, all answers, and the secret link."""

from http import HTTPStatus

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import format_date
from werkzeug.wrappers import Response

from advisor.questionnaire.path import PAGES, Journey, Page, Section, page_named
from advisor.store.models import Case
from advisor.web import case_answers, cases, i18n
from advisor.web import question_overviews as overviews
from advisor.web import question_pages as pages
from advisor.web.forms.questions import QuestionForm, question_form
from advisor.web.question_way import remember, way_of
from advisor.web.settings import settings

TO_ANSWER = "to_answer"

blueprint = Blueprint("questions", __name__, url_prefix="/questions")


@blueprint.get("/first")
def first() -> Response:
    """To the first core question."""
    return redirect(pages.page_url(PAGES[0]))


@blueprint.get("")
def go_on() -> Response:
    """To where the person left off: the first open core question, the choice, or the result of a checked server."""
    journey = case_answers.journey(cases.current_case())
    where = journey.first_open()
    if not where.keys and journey.server_checked:
        return redirect(url_for("result.show"))
    return redirect(pages.page_url(where))


@blueprint.get("/further")
def further() -> Response:
    """To the further question that is most useful now, as long as one answer could turn the recommendation; then to
    those that make plan and profiles fit.
    """
    return redirect(pages.page_url(way_of(cases.current_case()).journey.first_open_further()))


@blueprint.get("/choose")
def choose() -> str:
    """See the answer, or sharpen it."""
    view = overviews.crossroads(way_of(cases.current_case()))
    return render_template("questions/choose.html", view=view)


@blueprint.get("/answers")
def summary() -> str:
    """All answers, each with a way to change it."""
    view = overviews.summary(case_answers.journey(cases.current_case()))
    return render_template("questions/summary.html", view=view)


@blueprint.get("/link")
def link() -> str:
    """The secret link with which the person can go on later, from any browser."""
    case = cases.current_case()
    path = url_for("start.resume", token=cases.current_token())
    base = settings().public_url or request.host_url
    return render_template(
        "questions/link.html",
        link=base.rstrip("/") + path,
        days=settings().case_days,
        until=format_date(case.expires_at, "long"),
    )


@blueprint.get("/<slug>")
def page(slug: str) -> str:
    """One question page."""
    shown = _page_or_404(slug)
    case = cases.current_case()
    journey = case_answers.journey(case)
    if _return_to() is None:
        remember(shown, case)
    return _rendered(shown, question_form(pages.shown_keys(shown, journey), journey), case)


@blueprint.post("/<slug>")
def save(slug: str) -> Response | str | tuple[str, int]:
    """Save what was said on a page and go on. Switching the language keeps what was chosen but not saved."""
    shown = _page_or_404(slug)
    case = cases.current_case()
    journey = case_answers.journey(case)
    switching = i18n.choose_from_form()
    form = question_form(pages.shown_keys(shown, journey), journey)
    if switching:
        return _rendered(shown, form, case)
    if TO_ANSWER in request.form and form.is_blank():
        return redirect(pages.answer_url(journey))
    if not form.validate():
        return _rendered(shown, form, case), HTTPStatus.UNPROCESSABLE_ENTITY
    before = _journey(shown, case)
    case_answers.record(case, form.said())
    return redirect(_after(shown, before, _journey(shown, case)))


def _page_or_404(slug: str) -> Page:
    page = page_named(slug)
    if page is None or not page.keys:
        abort(HTTPStatus.NOT_FOUND)
    return page


def _return_to() -> pages.ReturnTo | None:
    wanted = request.args.get("then")
    return next((place for place in pages.ReturnTo if place == wanted), None)


def _journey(page: Page, case: Case) -> Journey:
    """The journey as it goes on after a page: core pages have their fixed order and need no ranking."""
    return case_answers.journey(case) if page.section is Section.CORE else way_of(case).journey


def _after(page: Page, before: Journey, journey: Journey) -> str:
    return_to = _return_to()
    if return_to is not None:
        return pages.return_url(return_to)
    following = journey.after(page, before)
    if TO_ANSWER in request.form or following is None:
        return pages.answer_url(journey)
    return pages.page_url(following)


def _rendered(page: Page, form: QuestionForm, case: Case) -> str:
    way = case_answers.journey(case) if page.section is Section.CORE else way_of(case)
    view = pages.question_page(page, form, case, way, _return_to())
    return render_template("questions/page.html", view=view, form=form)
