"""The example: a made-up company through the real engine, marked so that nobody takes it for their own answer."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from flask import Blueprint, render_template

from advisor.report.advice import recommend
from advisor.report.documents.answers import read_answers
from advisor.report.documents.server_report import read_server_report
from advisor.report.result.view import result_view
from advisor.web import i18n
from advisor.web.case_advice import Advice

DOCUMENTS = Path(__file__).parents[1] / "example"

blueprint = Blueprint("example", __name__)


@blueprint.get("/example")
def show() -> str:
    """The result page of the made-up company; nothing on it leads into a case."""
    advice = example_advice()
    view = result_view(advice.recommendation, advice.answers, advice.server, i18n.current())
    return render_template("example/show.html", view=view)


@cache
def example_advice() -> Advice:
    """The advice for the example's documents, worked out once per process by the same engine as every other."""
    answers = read_answers((DOCUMENTS / "answers.json").read_bytes())
    server = read_server_report((DOCUMENTS / "server_report.json").read_bytes())
    return Advice(answers, server, recommend(answers, server, at=datetime.now(UTC)))
