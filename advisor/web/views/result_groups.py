"""The advice for one group of mailboxes with its reasons, like the result page of a company."""

from http import HTTPStatus

from flask import Blueprint, abort, render_template

from advisor.decision.groups import answers_of
from advisor.questionnaire.groups import readers_together
from advisor.report.result.groups import mailboxes_phrase
from advisor.report.result.view import result_view
from advisor.web import cases, i18n
from advisor.web.case_advice import advice_of
from advisor.web.views.result import made

blueprint = Blueprint("result_groups", __name__, url_prefix="/result/groups")


@blueprint.get("/<int:number>")
def show(number: int) -> str:
    """The advice for the group at this place in the list."""
    advice = advice_of(cases.current_case())
    company, whole, language = advice.counted, advice.recommendation, i18n.current()
    if not 1 <= number <= len(company.groups):
        abort(HTTPStatus.NOT_FOUND)
    group = company.groups[number - 1]
    own = next(one.recommendation for one in whole.groups if one.name == group.name)
    together = result_view(whole, company, advice.server, language).groups
    return render_template(
        "result/group.html",
        view=result_view(own, answers_of(company, group), advice.server, language),
        number=number,
        name=group.name,
        mailboxes=mailboxes_phrase(group.mailboxes, language),
        row=together.rows[number - 1] if together else None,
        together=[one.name for one in readers_together(company.groups, group) if one.name != group.name],
        made=made(advice),
    )
