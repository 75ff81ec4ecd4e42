"""The result: advice with its evidence, its documents as files, and the hand-over to the practice."""

from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.decision.override import choices
from advisor.decision.recommendation import Status
from advisor.report.advised_settings import ways
from advisor.report.dates import at_minute
from advisor.report.documents.answers import write_answers
from advisor.report.documents.recommendation import write_recommendation
from advisor.report.documents.settings import write_settings
from advisor.report.estimates.view import key_sentences
from advisor.report.result.handover import handover_text, mail_link
from advisor.report.result.values import ResultView
from advisor.report.result.view import result_view
from advisor.settings.consent import without_unconfirmed
from advisor.web import cases, i18n
from advisor.web.case_advice import Advice, advice_of, may_hand_out, settings_of
from advisor.web.downloads import JSON, attachment
from advisor.web.i18n import gettext
from advisor.web.question_pages import ReturnTo
from advisor.web.settings import settings


@dataclass(frozen=True, slots=True)
class NextStep:
    """The main button of the page."""

    text: str
    url: str


blueprint = Blueprint("result", __name__, url_prefix="/result")


@blueprint.get("")
def show() -> str:
    """The advice for the answers and the server report of now."""
    case = cases.current_case()
    advice = advice_of(case)
    view = result_view(advice.recommendation, advice.counted, advice.server, i18n.current(), case.organisation)
    return render_template(
        "result/show.html",
        view=view,
        next_step=_next_step(advice, view),
        offers_profiles=settings_of(case, advice) is not None,
        handover_name=settings().handover_name if settings().handover_address else "",
        made=made(advice),
        may_decide=bool(choices(advice.recommendation)),
        estimates=key_sentences(advice.recommendation, advice.stored.created_at, datetime.now(UTC), i18n.current()),
    )


def _next_step(advice: Advice, view: ResultView) -> NextStep:
    """The one thing that helps most now."""
    given = advice.recommendation
    if given.status is Status.NOT_ENOUGH_INFORMATION and view.certainty.ask_next:
        page = url_for("questions.page", slug=view.certainty.ask_next[0].slug, then=ReturnTo.RESULT)
        return NextStep(gettext("Answer the most useful question"), page)
    if given.native is not None:
        return NextStep(gettext("Why there are no profiles for you"), url_for("profiles.show"))
    if advice.server is None:
        return NextStep(gettext("Check the mail server now"), url_for("check.start"))
    if given.status is Status.NOT_POSSIBLE:
        return NextStep(gettext("Check the mail server again"), url_for("check.start"))
    return NextStep(gettext("To settings and profiles"), url_for("profiles.show"))


def made(advice: Advice) -> str:
    """When and under which policy the advice was given."""
    at = at_minute(advice.stored.created_at, i18n.current())
    sentence: str = gettext("Advice given on %(at)s, policy %(policy)s.", at=at, policy=advice.recommendation.policy)
    return sentence


@blueprint.get("/recommendation.json")
def recommendation_json() -> Response:
    """The advice as a document."""
    advice = advice_of(cases.current_case())
    return attachment(write_recommendation(advice.stored), name="recommendation.json", mimetype=JSON)


@blueprint.get("/answers.json")
def answers_json() -> Response:
    """The answers as a document."""
    advice = advice_of(cases.current_case())
    return attachment(write_answers(advice.answers), name="answers.json", mimetype=JSON)


@blueprint.get("/settings.json")
def settings_json() -> AnyResponse:
    """The settings of the advised way, or of another possible one named in the address, as a document.

    While a server in them waits for the person's word, the page that asks for it comes instead.
    """
    case = cases.current_case()
    advice = advice_of(case)
    wanted = next((way for way in ways(advice.recommendation) if way == request.args.get("way")), None)
    found = settings_of(case, advice, wanted)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    if not may_hand_out(found):
        return redirect(url_for("profiles.show", way=found.alternative))
    return attachment(write_settings(without_unconfirmed(found)), name="settings.json", mimetype=JSON)


@blueprint.get("/hand-over")
def hand_over() -> str:
    """What would go to the practice, word for word. We send nothing: the person's own mail program does, or not."""
    configured = settings()
    if configured.handover_address is None:
        abort(HTTPStatus.NOT_FOUND)
    case = cases.current_case()
    advice = advice_of(case)
    text = handover_text(advice.recommendation, advice.counted, advice.server, i18n.current())
    subject = gettext("IMAP or POP3: our answers from Mailweiche")
    return render_template(
        "result/hand_over.html",
        name=configured.handover_name or configured.handover_address,
        address=configured.handover_address,
        text=text,
        link=mail_link(configured.handover_address, subject, text),
    )
