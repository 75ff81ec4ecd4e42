"""The server check: ask for the domain, watch the check, read its result."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask_babel import format_time
from werkzeug.http import http_date
from werkzeug.wrappers import Response as Redirect

from advisor.report.dates import at_minute
from advisor.report.documents.server_report import read_server_report
from advisor.report.server.values import ServerView
from advisor.report.server.view import server_view
from advisor.store import cases as store
from advisor.store import earlier_runs, probe_runs
from advisor.store.models import Case, RunState
from advisor.web import case_advice, cases, check_pages, check_runs, i18n
from advisor.web.check_runs import TooOftenError
from advisor.web.forms.check import CheckForm
from advisor.web.settings import settings

blueprint = Blueprint("check", __name__, url_prefix="/check")

Answer = str | Redirect | tuple[str, int] | tuple[str, int, dict[str, str]]


@blueprint.get("")
def start() -> str:
    """Ask for one company address or the domain; say what is asked of whom."""
    case = cases.current_case()
    return _form_page(case, CheckForm(target=case.target, organisation=case.organisation))


@blueprint.post("")
def begin() -> Answer:
    """Start the check of what was typed. Switching the language keeps what was typed."""
    case = cases.current_case()
    form = CheckForm()
    if i18n.choose_from_form():
        return _form_page(case, form)
    if not form.validate_on_submit() or form.parsed is None:
        return _form_page(case, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        check_runs.start(case, form.parsed.domain)
    except TooOftenError as error:
        return _too_often(case, form, error)
    store.set_target(
        case, target=form.parsed.domain, organisation=(form.organisation.data or "").strip(), days=settings().case_days
    )
    return redirect(url_for("check.progress"))


@blueprint.post("/again")
def again() -> Answer:
    """Check the same domain once more."""
    case = cases.current_case()
    if not case.target:
        return redirect(url_for("check.start"))
    try:
        check_runs.start(case, case.target)
    except TooOftenError as error:
        return _too_often(case, CheckForm(formdata=None, target=case.target, organisation=case.organisation), error)
    return redirect(url_for("check.progress"))


@blueprint.post("/cancel")
def cancel() -> Redirect:
    """End the check that is under way; the domain stays."""
    run = probe_runs.latest(cases.current_case().id)
    if run is not None:
        probe_runs.cancel(run.id)
    return redirect(url_for("check.progress", **_then()))


@blueprint.get("/progress")
def progress() -> Answer:
    """How far the check is; ends at its result."""
    run = probe_runs.latest(cases.current_case().id)
    if run is None:
        return redirect(url_for("check.start"))
    if run.state == RunState.DONE:
        return redirect(_result())
    return render_template("check/progress.html", page=check_pages.progress_page(run), then=_then())


@blueprint.get("/status")
def status() -> Response:
    """The same as data for the script of the progress page."""
    run = probe_runs.latest(cases.current_case().id)
    if run is None or run.state == RunState.DONE:
        return jsonify(location=url_for("check.start") if run is None else _result())
    page = check_pages.progress_page(run)
    if page.ended:
        return jsonify(location=url_for("check.progress", **_then()))
    return jsonify(state=page.state, now=page.now, html=render_template("check/progress_part.html", page=page))


@blueprint.get("/result")
def show() -> Answer:
    """The newest report of this domain: what is so and what to do."""
    case = cases.current_case()
    run = probe_runs.latest_done(case.id, case.target)
    if run is None or run.report is None:
        return redirect(url_for("check.progress"))
    again_at = check_runs.next_start(case.target)
    earlier = next(iter(earlier_runs.earlier_than(run)), None)
    return render_template(
        "check/show.html",
        view=_view(case, run.report),
        again_at=_clock(again_at) if again_at else None,
        earlier=at_minute(earlier.finished_at, i18n.current()) if earlier else None,
    )


@blueprint.get("/result/<any(programs, signposts, abilities, details):part>")
def show_part(part: str) -> Answer:
    """One further part of the same report."""
    case = cases.current_case()
    run = probe_runs.latest_done(case.id, case.target)
    if run is None or run.report is None:
        return redirect(url_for("check.progress"))
    return render_template(f"check/{part}.html", view=_view(case, run.report), part=part)


@blueprint.get("/report.json")
def report_json() -> Response | Redirect:
    """The report as a document (``mailweiche.server-report/1``)."""
    case = cases.current_case()
    run = probe_runs.latest_done(case.id, case.target)
    if run is None or run.report is None:
        return redirect(url_for("check.start"))
    headers = {"Content-Disposition": f'attachment; filename="server-report-{case.target}.json"'}
    return Response(run.report, mimetype="application/json", headers=headers)


def _then() -> dict[str, Any]:
    """Where the check leads in the end if not to its own result, as parts of an address."""
    if request.values.get("then") != check_pages.ARRIVAL:
        return {}
    way = request.values.get("way", "")
    return {"then": check_pages.ARRIVAL, **({"way": way} if way else {})}


def _result() -> str:
    then = _then()
    return url_for("arrival.show", way=then.get("way")) if then else url_for("check.show")


def _view(case: Case, report: str) -> ServerView:
    server = read_server_report(report.encode())
    return server_view(server, i18n.current(), case.organisation, case_advice.measurement_of(case))


def _too_often(case: Case, form: CheckForm, error: TooOftenError) -> tuple[str, int, dict[str, str]]:
    page = _form_page(case, form, retry_at=_clock(error.retry_at))
    return page, HTTPStatus.TOO_MANY_REQUESTS, {"Retry-After": http_date(error.retry_at)}


def _form_page(case: Case, form: CheckForm, retry_at: str | None = None) -> str:
    checked = bool(case.target) and probe_runs.latest_done(case.id, case.target) is not None
    return render_template(
        "check/start.html",
        form=form,
        retry_at=retry_at,
        checked=checked,
        days=settings().case_days,
        public_list=bool(settings().ispdb_url),
    )


def _clock(moment: datetime) -> str:
    """The time of day, to the second: cool-downs are short."""
    return str(format_time(moment, "HH:mm:ss"))
