"""Not all mailboxes are alike: groups of mailboxes are added, changed and removed, each on one short page."""

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.group_kinds import MOST_GROUPS
from advisor.questionnaire.groups import named
from advisor.web import case_answers, case_groups, cases, i18n
from advisor.web import group_pages as pages
from advisor.web.case_groups import GroupRefusedError, Refused
from advisor.web.forms.groups import GroupForm, group_form
from advisor.web.i18n import gettext

blueprint = Blueprint("groups", __name__, url_prefix="/groups")

WAS = "was"
"""The name that the group had when the page was shown: in another tab it may have moved or gone since."""

_FIELDS = {Refused.NAME_TAKEN: "name", Refused.LINK_GONE: "shares_with"}
_SENTENCES = {
    Refused.TOO_MANY: lazy_gettext("There are twelve groups already. Remove one first, or put two together."),
    Refused.NAME_TAKEN: lazy_gettext("There is already a group of this name. Choose another one."),
    Refused.GONE: lazy_gettext("This group does not exist any more. It was removed or renamed in another window."),
    Refused.LINK_GONE: lazy_gettext("This group does not exist any more. Choose one of those listed."),
}


@blueprint.get("")
def show() -> str:
    """The groups so far, and the kinds of which one can be added."""
    return render_template("groups/show.html", view=pages.list_page(case_answers.load(cases.current_case())))


@blueprint.get("/new/<kind>")
def new(kind: str) -> str | Response:
    """The page for a further group of one kind."""
    known = _kind_or_404(kind)
    company = case_answers.load(cases.current_case())
    if len(company.groups) >= MOST_GROUPS:
        return _to_list(Refused.TOO_MANY)
    return _rendered(group_form(known, company, None), known, company, None)


@blueprint.post("/new/<kind>")
def add(kind: str) -> Response | str | tuple[str, int]:
    """Add the group. Switching the language keeps what was typed."""
    return _saved(_kind_or_404(kind), None)


@blueprint.get("/<int:number>")
def edit(number: int) -> str:
    """The page of one group, by its place in the list."""
    company = case_answers.load(cases.current_case())
    group = _numbered_or_404(company, number)
    kind = group.kind or GroupKind.OTHER
    return _rendered(group_form(kind, company, group), kind, company, group)


@blueprint.post("/<int:number>")
def change(number: int) -> Response | str | tuple[str, int]:
    """Save the group that stood here when the page was shown."""
    group = _meant(case_answers.load(cases.current_case()), number)
    if group is None:
        return _to_list(Refused.GONE)
    return _saved(group.kind or GroupKind.OTHER, group)


@blueprint.get("/<int:number>/remove")
def confirm_remove(number: int) -> str:
    """Ask before a group is removed."""
    group = _numbered_or_404(case_answers.load(cases.current_case()), number)
    return render_template("groups/remove.html", number=number, group=group)


@blueprint.post("/<int:number>/remove")
def remove(number: int) -> Response:
    """Remove the group that was shown; its mailboxes follow the whole company again."""
    case = cases.current_case()
    group = _meant(case_answers.load(case), number)
    if group is None:
        return _to_list(Refused.GONE)
    case_groups.remove(case, group.name)
    flash(gettext("“%(name)s” has been removed.", name=group.name), "success")
    return redirect(url_for("groups.show"))


def _saved(kind: GroupKind, group: Group | None) -> Response | str | tuple[str, int]:
    case = cases.current_case()
    company = case_answers.load(case)
    switching = i18n.choose_from_form()
    form = group_form(kind, company, group)
    if switching:
        return _rendered(form, kind, company, group)
    if form.validate():
        try:
            case_groups.save(
                case, form.said(kind, group.answers if group else Answers()), group.name if group else None
            )
        except GroupRefusedError as error:
            field = _FIELDS.get(error.reason)
            if field is None:
                return _to_list(error.reason)
            form[field].errors = [str(_SENTENCES[error.reason])]
        else:
            return redirect(url_for("groups.show"))
    return _rendered(form, kind, company, group), HTTPStatus.UNPROCESSABLE_ENTITY


def _kind_or_404(kind: str) -> GroupKind:
    known = next((one for one in GroupKind if one == kind), None)
    if known is None:
        abort(HTTPStatus.NOT_FOUND)
    return known


def _numbered_or_404(company: Answers, number: int) -> Group:
    if not 1 <= number <= len(company.groups):
        abort(HTTPStatus.NOT_FOUND)
    return company.groups[number - 1]


def _meant(company: Answers, number: int) -> Group | None:
    """The group of the name that the page showed, else the one at this place; None where it has gone."""
    was = request.form.get(WAS)
    if was is not None:
        return named(company.groups, was)
    return company.groups[number - 1] if 1 <= number <= len(company.groups) else None


def _to_list(reason: Refused) -> Response:
    flash(str(_SENTENCES[reason]), "warning")
    return redirect(url_for("groups.show"))


def _rendered(form: GroupForm, kind: GroupKind, company: Answers, group: Group | None) -> str:
    return render_template("groups/edit.html", view=pages.edit_page(form, kind, company, group), form=form)
