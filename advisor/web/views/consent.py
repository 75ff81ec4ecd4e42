"""The person's word that a server is their provider's, and taking it back; only servers of the report can be named."""

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from advisor.settings.consent import needed, to_confirm
from advisor.store import confirmed_hosts
from advisor.web import cases
from advisor.web import profile_pages as pages
from advisor.web.i18n import gettext

blueprint = Blueprint("consent", __name__, url_prefix="/profiles")


@blueprint.post("/confirm")
def confirm() -> Response:
    """Note the yes for one server that is being asked for; anything else changes nothing."""
    case, host = cases.current_case(), request.form.get("host", "")
    waiting = pages.found(case, request.form.get("way", ""))
    report_sha256 = waiting.advice.stored.inputs.report_sha256 if waiting else None
    if waiting is None or report_sha256 is None:
        return _back()
    if host in {server.host for server in to_confirm(needed(waiting.settings))}:
        confirmed_hosts.add(case.id, report_sha256, host)
    else:
        flash(gettext("The check has changed meanwhile. Please look at the question again."), "warning")
    return _back()


@blueprint.post("/take-back")
def take_back() -> Response:
    """The person is not sure any more."""
    case = cases.current_case()
    waiting = pages.found(case, request.form.get("way", ""))
    if waiting is not None and waiting.advice.stored.inputs.report_sha256:
        confirmed_hosts.remove(case.id, waiting.advice.stored.inputs.report_sha256, request.form.get("host", ""))
    return _back()


@blueprint.get("/confirm")
@blueprint.get("/take-back")
def back() -> Response:
    """Where a reload leads after a form was sent."""
    return _back()


def _back() -> Response:
    return redirect(url_for("profiles.show", way=request.values.get("way") or None))
