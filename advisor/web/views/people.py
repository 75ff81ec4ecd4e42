"""The employees' pages as the consultant sees them: make them, copy a link, end or renew it, all links as a file."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.store import cases as store
from advisor.store import employee_links, staff_uploads
from advisor.store.models import Case
from advisor.web import cases, employees
from advisor.web import profile_pages as pages
from advisor.web.downloads import CSV, attachment
from advisor.web.employees import make_pages
from advisor.web.i18n import gettext
from advisor.web.people_page import Show, links_csv, people_page
from advisor.web.settings import settings
from advisor.web.staff_clicks import take

blueprint = Blueprint("people", __name__, url_prefix="/profiles/people")


@blueprint.get("")
def show() -> str:
    """Who has opened, who is done, who has trouble."""
    case = cases.current_case()
    view = people_page(case, _wanted(request.args.get("show")), request.args.get("page", 1, type=int))
    return render_template("people/show.html", view=view, days=settings().link_days)


@blueprint.post("")
def make() -> AnyResponse:
    """Release the settings and give every good row of the list a page; other rows are left out only after a click."""
    chosen = pages.chosen(cases.current_case(), request.form.get("way", ""))
    if chosen is None:
        return redirect(url_for("profiles.show", way=request.form.get("way") or None))
    data = staff_uploads.content(chosen.case.id)
    if data is None:
        flash(gettext("The list is no longer here: it is deleted after each download. Enter it again."), "warning")
        return redirect(url_for("profiles.show", way=chosen.way))
    took = take(chosen, data, request.form)
    if took is None:
        return redirect(url_for("profiles.preview", way=chosen.way))
    make_pages(chosen.case, chosen.settings, took.staff.people)
    flash(gettext("The personal pages are ready. Give each person their own link."), "success")
    return redirect(url_for("people.show"))


@blueprint.post("/<int:link_id>/end")
def end(link_id: int) -> AnyResponse:
    """This link opens nothing any more."""
    case = _with_link(link_id)
    employee_links.end(case.id, link_id)
    flash(gettext("The link is ended. It opens nothing any more."), "success")
    return _back()


@blueprint.post("/<int:link_id>/renew")
def renew(link_id: int) -> AnyResponse:
    """This person gets another link; the old one opens nothing any more."""
    case = _with_link(link_id)
    store.touch(case, days=settings().case_days)
    employees.renew(case, link_id)
    flash(gettext("The person has a new link. The old one opens nothing any more."), "success")
    return _back()


@blueprint.post("/end-all")
def end_all() -> AnyResponse:
    """Every link ends, and the names are deleted with it."""
    employee_links.remove_all(cases.current_case().id)
    flash(gettext("All personal pages are ended, and the names are deleted."), "success")
    return redirect(url_for("people.show"))


@blueprint.get("/links.csv")
def links() -> Response:
    """The links for a mail merge; only where this installation knows its own address."""
    case = cases.current_case()
    if not employees.has_address():
        abort(HTTPStatus.NOT_FOUND)
    return attachment(links_csv(case, _wanted(request.args.get("show"))), name=gettext("links.csv"), mimetype=CSV)


@blueprint.get("/end-all")
@blueprint.get("/<int:link_id>/end")
@blueprint.get("/<int:link_id>/renew")
def back_to_show(link_id: int | None = None) -> AnyResponse:  # noqa: ARG001 - part of the address
    """Where a reload leads after a button."""
    return redirect(url_for("people.show"))


def _with_link(link_id: int) -> Case:
    """The case of this browser, which must own the link."""
    case = cases.current_case()
    if employee_links.of_case_by_id(case.id, link_id) is None:
        abort(HTTPStatus.NOT_FOUND)
    return case


def _back() -> AnyResponse:
    """To the part of the table that was looked at."""
    page = request.form.get("page", type=int)
    return redirect(url_for("people.show", show=_wanted(request.form.get("show")), page=page))


def _wanted(show: str | None) -> Show:
    return next((one for one in Show if one == show), Show.ALL)
