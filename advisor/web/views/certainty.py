"""How sure the advice is and what would change it, in full."""

from flask import Blueprint, render_template

from advisor.report.result.certainty_page import certainty_page
from advisor.report.result.what_if import questions_to_try
from advisor.web import cases, i18n
from advisor.web.case_advice import advice_of

blueprint = Blueprint("certainty", __name__, url_prefix="/result/certainty")


@blueprint.get("")
def show() -> str:
    """The page for the answers and the server report of now."""
    advice = advice_of(cases.current_case())
    language = i18n.current()
    return render_template(
        "result/certainty.html",
        view=certainty_page(advice.recommendation, advice.counted, language),
        parts=questions_to_try(advice.counted, language, reported=advice.server is not None),
    )
