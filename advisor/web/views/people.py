"""The employees' pages as the consultant sees them: make them, copy a link, end or renew it, all links as a file."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.store import cases as store
from advisor.store import employee_links, page_notes, staff_uploads
from advisor.store.models import Case
from advisor.web import cases, employees
from advisor.web import profile_pages as pages
from advisor.web.anew_page import anew_page
from advisor.web.deletion_pages import still_deletes_view
from advisor.web.downloads import CSV, attachment
from advisor.web.employees import make_pages
from advisor.web.forms.contact import ContactForm
from advisor.web.i18n import gettext, ngettext
from advisor.web.page_changes import PageChange, fingerprint, make_anew, waiting
from advisor.web.page_notes import contact_of
from advisor.web.people_page import Show, links_csv, people_page
from advisor.web.publications import released
from advisor.web.settings import settings
from advisor.web.staff_clicks import DESPITE, WITHOUT_HELD, take

blueprint = Blueprint("people", __name__, url_prefix="/profiles/people")


@blueprint.get("")
def show() -> str:
    """Who has opened, who is done, who has trouble."""
    form = ContactForm(formdata=None)
    form.fill(page_notes.of(cases.current_case().id))
    return _table(form)


@blueprint.post("/contact")
def contact() -> AnyResponse | tuple[str, int] | str:
    """Note whom the employees shall ask."""
    case, form = cases.current_case(), ContactForm()
    if not form.validate():
        return _table(form), HTTPStatus.UNPROCESSABLE_ENTITY
    page_notes.set_contact(case.id, **form.values)
    store.touch(case, days=settings().case_days)
    flash(gettext("Saved. All personal pages say this now, and so do new slips."), "success")
    return _back()


@blueprint.get("/anew")
def show_anew() -> AnyResponse | str:
    """Who changes from what to what if the pages are made anew: all of them, or that of one person."""
    case = cases.current_case()
    changes, newest = _changes(case), released(case.id)
    if not changes or newest is None:
        return redirect(url_for("people.show"))
    return render_template(
        "people/anew.html",
        view=anew_page(changes, newest.settings),
        person=_one_person(),
        still_deletes_view=still_deletes_view(case.id, (one.after for one in changes if one.beside is None)),
        despite=DESPITE,
        without_held=WITHOUT_HELD,
    )


@blueprint.post("/anew")
def make_anew_now() -> AnyResponse:
    """Make these pages anew, if they are just those that were shown; where mail gets deleted, only after a tick, and
    where a rule excludes the way, only after another one.
    """
    case = cases.current_case()
    changes = _changes(case)
    token, again = fingerprint(changes), redirect(url_for("people.show_anew", person=_one_person()))
    if request.form.get("token") != token:
        flash(gettext("In the meantime something has changed. Read it again."), "warning")
        return again
    if WITHOUT_HELD in request.form:
        changes = tuple(change for change in changes if change.excluded is None)
    possible = [change for change in changes if change.beside is None]
    if any(change.excluded for change in possible) and request.form.get(DESPITE) != token:
        flash(gettext("Say first what shall happen to the people whose way a rule excludes."), "warning")
        return again
    if any(change.begins_to_delete for change in possible) and "knows" not in request.form:
        flash(gettext("Nothing is changed yet: set the tick first."), "warning")
        return again
    store.touch(case, days=settings().case_days)
    made = make_anew(case.id, changes)
    flash(
        ngettext(
            "%(num)s page is made anew. Tell the person to open their link again.",
            "%(num)s pages are made anew. Tell these people to open their links again.",
            made,
        ),
        "success",
    )
    return redirect(url_for("people.show"))


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


@blueprint.post("/<int:link_id>/leave")
def leave(link_id: int) -> AnyResponse:
    """This person no longer reads the mailbox, on no device; only the consultant can know."""
    case = _with_link(link_id)
    employee_links.leave(case.id, link_id)
    store.touch(case, days=settings().case_days)
    flash(gettext("Noted: this person no longer reads the mailbox. Their link is ended."), "success")
    return _back()


@blueprint.post("/server-keeps")
def server_keeps() -> AnyResponse:
    """The server does not delete (any more), so the pages need not say so."""
    page_notes.set_deletion(cases.current_case().id, None, None)
    flash(gettext("Noted: the server does not delete. Pages and new files no longer say that it does."), "success")
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
@blueprint.get("/<int:link_id>/leave")
@blueprint.get("/contact")
@blueprint.get("/server-keeps")
def back_to_show(link_id: int | None = None) -> AnyResponse:  # noqa: ARG001 - part of the address
    """Where a reload leads after a button."""
    return redirect(url_for("people.show"))


def _table(form: ContactForm) -> str:
    case = cases.current_case()
    view = people_page(case, _wanted(request.args.get("show")), request.args.get("page", 1, type=int))
    return render_template(
        "people/show.html", view=view, days=settings().link_days, form=form, now_asked=contact_of(case.id)
    )


def _one_person() -> int | None:
    return request.values.get("person", type=int)


def _changes(case: Case) -> tuple[PageChange, ...]:
    """All that waits, or what waits for the one person that is named."""
    one = _one_person()
    return tuple(change for change in waiting(case.id) if one is None or change.link.id == one)


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
