"""Landing page, start, resume by the secret link, language, and the end of a case."""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from advisor.questionnaire.answers import Answers
from advisor.store import cases as store
from advisor.text import Language
from advisor.web import case_answers, cases, exporting, i18n
from advisor.web.errors import CaseExpiredError
from advisor.web.probe_options import ADMINISTRATORS, identity
from advisor.web.settings import settings

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def landing() -> str:
    """What this is, what it asks for, and the two ways in."""
    return render_template("start/landing.html", case_days=settings().case_days)


@blueprint.post("/start")
def begin() -> Response:
    """Open a case and go to its first question."""
    case, token = store.create(language=i18n.current(), answers=case_answers.dump(Answers()), days=settings().case_days)
    cases.enter(case, token)
    return redirect(url_for("questions.first"))


@blueprint.get("/resume/<token>")
def resume(token: str) -> Response:
    """Go on with a case where it was left, from any browser."""
    case = store.by_token(token)
    if case is None:
        raise CaseExpiredError
    cases.enter(case, token)
    return redirect(url_for("questions.go_on"))


@blueprint.get("/language/<code>")
def language(code: str) -> Response:
    """Switch the language and return to the page the person was on."""
    if code not in i18n.available():
        abort(HTTPStatus.NOT_FOUND)
    i18n.choose(Language(code))
    return redirect(_own_path(request.args.get("next", "")))


def _own_path(target: str) -> str:
    """Only paths of this app; anything that names another host leads to the landing page."""
    parts = urlsplit(target)
    local = not parts.scheme and not parts.netloc and target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if local else url_for("start.landing")


@blueprint.get(ADMINISTRATORS)
def administrators() -> str:
    """For those who see us in the logs of their servers: who knocked, what we do, and how to be left alone."""
    configured = settings()
    return render_template(
        "start/administrators.html",
        identity=identity(configured),
        name=configured.handover_name,
        address=configured.handover_address,
        cooldown=configured.probe_cooldown,
        per_server=configured.probe_per_server_hour,
    )


@blueprint.get("/delete")
def confirm_delete() -> str:
    """Ask before everything of the case is removed."""
    cases.current_case()
    return render_template("start/delete.html")


@blueprint.post("/delete")
def delete() -> Response:
    """Remove the case with everything that belongs to it."""
    case = cases.current_case()
    exporting.delete_all_of(case.id)
    store.delete(case)
    cases.leave()
    flash(gettext("Everything about your company has been deleted."), "success")
    return redirect(url_for("start.landing"))
