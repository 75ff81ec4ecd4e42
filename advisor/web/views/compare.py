"""What has changed since an earlier check of the same domain; nothing is stored."""

from http import HTTPStatus

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from advisor.report.compare.reports import comparison
from advisor.report.compare.view import compare_view
from advisor.report.compare.view_values import CompareView
from advisor.report.dates import at_minute
from advisor.report.documents.server_report import read_server_report
from advisor.store import earlier_runs, probe_runs
from advisor.store.earlier_runs import EarlierRun
from advisor.store.models import ProbeRun
from advisor.web import cases, i18n
from advisor.web.forms.compare import OldReportForm
from probes.results import ProbeReport
from probes.target import parse_target

blueprint = Blueprint("compare", __name__, url_prefix="/check/compare")


@blueprint.get("")
def show() -> str | Response:
    """The newest check against an earlier one of this case: the one asked for, or the last before it."""
    run = _newest()
    if run is None:
        return redirect(url_for("check.progress"))
    chosen = _chosen(run, earlier_runs.earlier_than(run))
    view = None
    if chosen is not None:
        stored = earlier_runs.report_of(run, chosen)
        if stored is None:
            abort(HTTPStatus.NOT_FOUND)
        view = _compared(run, read_server_report(stored.encode()).report)
    return _page(run, OldReportForm(formdata=None), view, chosen)


@blueprint.post("")
def upload() -> str | Response | tuple[str, int]:
    """The newest check against a report that the person has kept."""
    run = _newest()
    if run is None:
        return redirect(url_for("check.progress"))
    form = OldReportForm()
    old = form.report(run.target)
    if old is None:
        return _page(run, form), HTTPStatus.UNPROCESSABLE_ENTITY
    return _page(run, form, _compared(run, old))


def _newest() -> ProbeRun | None:
    """The check whose result the person sees; its report is there."""
    case = cases.current_case()
    return probe_runs.latest_done(case.id, case.target)


def _chosen(run: ProbeRun, earlier: tuple[EarlierRun, ...]) -> int | None:
    """The number of the check to compare with. One that is no number, or nobody's, is a page that does not exist."""
    asked = request.args.get("run")
    if asked is None:
        return earlier[0].id if earlier else None
    if not (asked.isascii() and asked.isdigit() and int(asked[:18]) < run.id):
        abort(HTTPStatus.NOT_FOUND)
    return int(asked[:18])


def _compared(run: ProbeRun, old: ProbeReport) -> CompareView:
    new = read_server_report((run.report or "").encode()).report
    return compare_view(comparison(old, new), i18n.current())


def _page(run: ProbeRun, form: OldReportForm, view: CompareView | None = None, chosen: int | None = None) -> str:
    language = i18n.current()
    return render_template(
        "check/compare.html",
        domain=parse_target(run.target).shown,
        view=view,
        earlier=[(each.id, at_minute(each.finished_at, language)) for each in earlier_runs.earlier_than(run)],
        chosen=chosen,
        form=form,
    )
