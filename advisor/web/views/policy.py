"""How we decide: the policy that is in force, made from its own tables."""

from flask import Blueprint, render_template

from advisor.report.policy.view import policy_view
from advisor.web import i18n

blueprint = Blueprint("policy", __name__)


@blueprint.get("/how-we-decide")
def show() -> str:
    """The method, the rules, the marks, the points, and what is assumed while a question is open."""
    return render_template("policy/show.html", view=policy_view(i18n.current()))
