"""A consultant's decision beside the advice: make it, confirm it, change it, withdraw it."""

from datetime import UTC, datetime
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.report.decided import made_for
from advisor.report.result.decision import decide_page, decided
from advisor.store import cases as store
from advisor.store import overrides
from advisor.store.models import Case
from advisor.store.overrides import Decision
from advisor.web import cases, i18n
from advisor.web.case_advice import Advice, advice_of
from advisor.web.forms.override import OverrideForm
from advisor.web.i18n import gettext
from advisor.web.settings import settings

blueprint = Blueprint("override", __name__, url_prefix="/result/override")


@blueprint.get("")
def show() -> str:
    """The ways that can be decided; a decision that was made before stands in the form, to be confirmed or changed."""
    case = cases.current_case()
    made = overrides.of(case.id)
    return _page(advice_of(case), OverrideForm(formdata=None, data=_filled(made) if made else None))


@blueprint.post("")
def decide() -> AnyResponse | tuple[str, int] | str:
    """Record the decision in the place of the one before. Switching the language keeps what was typed."""
    switching = i18n.choose_from_form()
    case = cases.current_case()
    advice, form = advice_of(case), OverrideForm()
    form.offer(advice.recommendation, decide_page(advice.recommendation, i18n.current()))
    if switching:
        return _page(advice, form)
    if not form.validate():
        return _page(advice, form), HTTPStatus.UNPROCESSABLE_ENTITY
    _keep(case, advice, form)
    flash(gettext("The decision is recorded. From now on it stands beside the advice."), "success")
    return redirect(url_for("result.show"))


@blueprint.post("/withdraw")
def withdraw() -> AnyResponse:
    """Take the decision back; the advice holds again."""
    case = cases.current_case()
    overrides.remove(case.id)
    store.touch(case, days=settings().case_days)
    flash(gettext("The decision is withdrawn. The advice holds again."), "success")
    return redirect(url_for("result.show"))


@blueprint.get("/withdraw")
def back_to_show() -> AnyResponse:
    """Where a reload or the language switch leads after the button."""
    return redirect(url_for("override.show"))


def _keep(case: Case, advice: Advice, form: OverrideForm) -> None:
    fingerprint = made_for(advice.answers, advice.server, advice.measurement)
    decision = Decision(form.decided, form.reason_line, form.name, datetime.now(UTC), fingerprint)
    overrides.replace(case.id, decision)
    store.touch(case, days=settings().case_days)


def _filled(made: Decision) -> dict[str, str]:
    return {"to": made.alternative, "reason": made.reason, "by": made.by}


def _page(advice: Advice, form: OverrideForm) -> str:
    language = i18n.current()
    view = decide_page(advice.recommendation, language)
    form.offer(advice.recommendation, view)
    return render_template(
        "result/override.html", view=view, decided=decided(advice.recommendation, language), form=form
    )
