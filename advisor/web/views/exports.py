"""An export in the background: how far it is, its ZIP, stopping it, trying again, deleting what is kept."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, jsonify, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.store import export_runs, kept_exports
from advisor.store.models import ExportRun, Gone, RunState
from advisor.web import cases, export_files, export_pages, exporting
from advisor.web.downloads import ZIP
from advisor.web.i18n import gettext

LARGEST = 2**31 - 1
"""The largest number that a row can have."""

blueprint = Blueprint("exports", __name__, url_prefix=f"/profiles/export/<int(max={LARGEST}):number>")


@blueprint.get("")
def show(number: int) -> str:
    """How far it is, or what came of it."""
    return render_template("profiles/export.html", page=export_pages.export_page(_own(number)))


@blueprint.get("/status")
def status(number: int) -> Response:
    """The same as data for the script of the page."""
    page = export_pages.export_page(_own(number))
    if page.ended:
        return jsonify(location=url_for("exports.show", number=number))
    return jsonify(state=page.state, now=page.now, html=render_template("profiles/export_part.html", page=page))


@blueprint.get("/files.zip")
def files(number: int) -> AnyResponse:
    """The ZIP; a download that broke off can be taken up again. From the first one on it is kept for an hour."""
    run = _own(number)
    if run.state != RunState.DONE or run.file is None or run.sha256 is None:
        return _back(number)
    try:
        answer = send_file(
            export_files.whole(run.file),
            mimetype=ZIP,
            as_attachment=True,
            download_name=run.name,
            etag=run.sha256,
            conditional=True,
        )
    except OSError:
        kept_exports.remove(run.id, Gone.LOST)
        return _back(number)
    answer.headers["Cache-Control"] = "no-store"
    if request.method == "GET":
        kept_exports.downloaded(run.id, keep=exporting.AFTER_DOWNLOAD)
    return answer


@blueprint.post("/cancel")
def cancel(number: int) -> AnyResponse:
    """Stop it; the staff list is kept."""
    exporting.stop(_own(number))
    return _back(number)


@blueprint.post("/again")
def again(number: int) -> AnyResponse:
    """Try once more what has failed."""
    if not exporting.once_more(_own(number)):
        flash(gettext("This cannot be tried again: upload the list once more."), "warning")
    return _back(number)


@blueprint.post("/delete")
def delete(number: int) -> AnyResponse:
    """Delete what is kept, now."""
    exporting.delete(_own(number))
    return _back(number)


def _own(number: int) -> ExportRun:
    """The export with this number; that of another case is as unknown as one that never was."""
    run = export_runs.of_case(cases.current_case().id, number)
    if run is None:
        abort(HTTPStatus.NOT_FOUND)
    return run


def _back(number: int) -> AnyResponse:
    return redirect(url_for("exports.show", number=number))
