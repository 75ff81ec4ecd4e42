"""The estimates of a case: space, traffic and cost for each way to read mail."""

from datetime import UTC, datetime

from flask import Blueprint, render_template

from advisor.report.estimates.view import estimates_view
from advisor.web import cases, i18n
from advisor.web.case_advice import advice_of

blueprint = Blueprint("estimates", __name__, url_prefix="/result/estimates")


@blueprint.get("")
def show() -> str:
    """Low, likely and high, with what was counted from and how."""
    advice = advice_of(cases.current_case())
    now = datetime.now(UTC)
    view = estimates_view(advice.recommendation, advice.stored.created_at, now, i18n.current())
    return render_template("result/estimates.html", view=view)
