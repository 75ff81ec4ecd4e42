"""Measured figures of a case: how to get them, upload, see, delete. Nobody signs in to a mailbox here."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.questionnaire.path import page_of
from advisor.questionnaire.schema import Key
from advisor.report.documents.errors import DocumentError
from advisor.report.documents.measure import read_measurement, write_measurement
from advisor.report.measure_view import measure_view
from advisor.report.texts.measure_hints import HINTS
from advisor.store import cases as store
from advisor.store import measurements
from advisor.store.models import Case
from advisor.web import cases, i18n
from advisor.web.case_advice import measurement_of, server_report_of
from advisor.web.forms.measure import MeasureForm
from advisor.web.i18n import gettext
from advisor.web.settings import settings
from probes.measurement import Measurement

blueprint = Blueprint("measure", __name__, url_prefix="/measure")


@blueprint.get("")
def show() -> str:
    """What was measured, and the ways to measure."""
    return _page(cases.current_case(), MeasureForm(formdata=None))


@blueprint.post("")
def upload() -> AnyResponse | tuple[str, int]:
    """Take a measurement in the place of the one before; a file that is refused changes nothing."""
    case = cases.current_case()
    form = MeasureForm()
    data = form.content()
    if data is None:
        form.refuse(gettext("Choose a file first."))
        return _page(case, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        found = read_measurement(data)
    except DocumentError as error:
        form.refuse(error.sentence(i18n.current()))
        return _page(case, form), HTTPStatus.UNPROCESSABLE_ENTITY
    _keep(case, found)
    return redirect(url_for("measure.show"))


@blueprint.post("/delete")
def delete() -> AnyResponse:
    """Forget the measurement; the stated figures count again."""
    case = cases.current_case()
    measurements.remove(case.id)
    flash(gettext("The measurement has been deleted. Your own figures count again."), "success")
    return redirect(url_for("measure.show"))


@blueprint.get("/delete")
def back_to_show() -> AnyResponse:
    """Where a reload or the language switch leads after the button."""
    return redirect(url_for("measure.show"))


def _keep(case: Case, found: Measurement) -> None:
    before = measurement_of(case)
    measurements.replace(case.id, write_measurement(found))
    store.touch(case, days=settings().case_days)
    flash(gettext("The measurement counts from now on."), "success")
    if before is not None and before.address_sha256 != found.address_sha256:
        flash(
            gettext("This is another mailbox than before. Its figures have taken the place of the others."), "warning"
        )
    if _is_elsewhere(case, found):
        server = gettext(
            "The file names the server %(host)s, which the check of your domain did not find.", host=found.host
        )
        flash(server, "warning")


def _is_elsewhere(case: Case, found: Measurement) -> bool:
    """Whether the checked domain has servers and the measured one is none of them."""
    server = server_report_of(case)
    hosts = {service.host for service in server.report.services} if server is not None else set()
    return bool(hosts) and found.host not in hosts


def _page(case: Case, form: MeasureForm) -> str:
    found = measurement_of(case)
    return render_template(
        "measure/show.html",
        form=form,
        view=measure_view(found, i18n.current()) if found is not None else None,
        hints=HINTS,
        pages=[page_of(key).slug for key in (Key.STORAGE_GB_USED, Key.MAILS_PER_DAY)],
    )
