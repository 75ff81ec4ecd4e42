"""Settings and profiles: choose the way, name one person or a staff list, see what each file cannot say, download."""

from http import HTTPStatus
from tempfile import TemporaryFile
from typing import BinaryIO

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.profiles.packing import pack
from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.targets import Target
from advisor.settings.same_row import by_row
from advisor.settings.staff import StaffList, read_person, read_staff
from advisor.settings.staff_canonical import canonical
from advisor.settings.staff_file import StaffFileError
from advisor.store import employee_links, export_runs, page_notes, staff_uploads
from advisor.text import Language
from advisor.web import cases, export_order, export_pages, exporting, i18n
from advisor.web import profile_pages as pages
from advisor.web.deletion_pages import (
    FIELD,
    StaleConfirmationError,
    alone_view,
    confirmed,
    one_program_view,
    server_deletes_view,
    still_deletes_view,
)
from advisor.web.downloads import CSV, ZIP, attachment
from advisor.web.employees import has_address, slip_pages
from advisor.web.forms.profiles import PersonForm, StaffForm, as_list
from advisor.web.group_pages import group_ways
from advisor.web.i18n import gettext
from advisor.web.page_notes import contact_of
from advisor.web.page_readers import account_of
from advisor.web.profile_pages import Chosen
from advisor.web.release_effects import release_effects
from advisor.web.settings import settings
from advisor.web.staff_clicks import DESPITE, SKIP_BAD, WITHOUT_HELD, Taken, held_view, take

_EXAMPLE_LISTS = {
    Language.DE: "adresse;name;programme;sprache\r\nanna@firma.example;Anna Muster;outlook,apple;de\r\n",
    Language.EN: "address;name;programs;language\r\nann@company.example;Ann Sample;outlook,apple;en\r\n",
}

blueprint = Blueprint("profiles", __name__, url_prefix="/profiles")


@blueprint.get("")
def show() -> str:
    """The settings of the chosen way, and the two ways to profiles: one person, or a list."""
    chosen = _chosen()
    if chosen is None:
        return _without_settings()
    return _page(chosen, _person_form(chosen), StaffForm())


@blueprint.post("/person")
def person() -> AnyResponse | tuple[str, int] | str:
    """Take one person and go on to the preview. Switching the language keeps what was typed."""
    switching = i18n.choose_from_form()
    chosen = _chosen()
    if chosen is None:
        return _without_settings()
    form = PersonForm()
    form.prepare((), fresh=False)
    if switching:
        return _page(chosen, form, StaffForm(formdata=None))
    checked = read_person(form.cells(), chosen.defaults)
    if checked.problems:
        form.refuse(checked.problems)
        return _page(chosen, form, StaffForm(formdata=None)), HTTPStatus.UNPROCESSABLE_ENTITY
    staff_uploads.replace(chosen.case.id, as_list(form.cells()))
    return redirect(url_for("profiles.preview", way=chosen.way))


@blueprint.post("/staff")
def staff() -> AnyResponse | tuple[str, int] | str:
    """Take a staff list and go on to the preview: only what is understood of it is kept, nothing of a refused file."""
    chosen = _chosen()
    if chosen is None:
        return _without_settings()
    form = StaffForm()
    data = form.content()
    try:
        kept, refusal = (None, gettext("Choose a file first.")) if data is None else (canonical(data), "")
    except StaffFileError as error:
        kept, refusal = None, error.problem.describe(i18n.current())
    if kept is None:
        form.refuse(refusal)
        return _page(chosen, _person_form(chosen), form), HTTPStatus.UNPROCESSABLE_ENTITY
    staff_uploads.replace(chosen.case.id, kept)
    return redirect(url_for("profiles.preview", way=chosen.way))


@blueprint.get("/person")
@blueprint.get("/staff")
@blueprint.get("/download")
def back_to_show() -> AnyResponse:
    """Where a reload or the language switch leads after a form was sent."""
    return redirect(url_for("profiles.show", way=request.args.get("way")))


@blueprint.get("/preview")
def preview() -> AnyResponse | str:
    """Each row with what becomes of it, and what each kind of file cannot say, before anything is downloaded."""
    chosen = _chosen()
    if chosen is None:
        return _without_settings()
    read = _staff(chosen)
    if read is None:
        return redirect(url_for("profiles.show", way=chosen.way))
    return render_template(
        "profiles/preview.html",
        view=pages.preview_page(chosen, read, _number("part"), _number("bad")),
        groups=group_ways(chosen.advice.recommendation, chosen.settings),
        alone=alone_view(chosen, read),
        one_program=one_program_view(read),
        deletion=server_deletes_view(chosen, read),
        still_deletes_view=still_deletes_view(
            chosen.case.id, (account_of(chosen.settings, row.person) for row in read.rows)
        ),
        deletion_field=FIELD,
        held=held_view(chosen, read),
        despite=DESPITE,
        without_held=WITHOUT_HELD,
        skip_bad=SKIP_BAD,
        page_count=employee_links.count(chosen.case.id),
        release=release_effects(chosen.case.id, chosen.settings),
        link_days=settings().link_days,
        has_address=has_address(),
        large=export_pages.hours_if_large(len(read.rows)),
    )


@blueprint.post("/download")
def download() -> AnyResponse | str:
    """The ZIP, or the page of the job that writes a large one. The staff list is deleted with it.

    Rows with a problem are left out, and rows with an excluded way made or left out, only after a click.
    """
    chosen = _chosen()
    if chosen is None:
        return _without_settings()
    data = staff_uploads.content(chosen.case.id)
    if data is None and (active := export_runs.active(chosen.case.id)) is not None:  # a second click on the button
        return redirect(url_for("exports.show", number=active.id))
    if data is None:
        flash(gettext("The list is no longer here: it is deleted after each download. Enter it again."), "warning")
        return redirect(url_for("profiles.show", way=chosen.way))
    took = take(chosen, data, request.form)
    if took is None:
        return redirect(url_for("profiles.preview", way=chosen.way))
    targets = tuple(target for target in Target if target in request.form.getlist("target"))
    if not targets:
        flash(gettext("Choose at least one kind of file."), "warning")
        return redirect(url_for("profiles.preview", way=chosen.way))
    try:
        deletion = confirmed(chosen, took.staff, request.form)
    except StaleConfirmationError:
        flash(gettext("The list has changed since you confirmed that the server deletes. Read it again."), "warning")
        return redirect(url_for("profiles.preview", way=chosen.way))
    if deletion is not None:
        page_notes.set_deletion(chosen.case.id, deletion.days, deletion.on)
    if export_order.work(len(took.staff.people), targets) > export_order.AT_ONCE:
        return _in_background(chosen, took, targets, deletion)
    archive = _archive(chosen, took.staff, targets, deletion)
    staff_uploads.remove(chosen.case.id)
    return archive


@blueprint.get("/sheet", defaults={"number": None})
@blueprint.get("/sheet/<int:number>")
def sheet(number: int | None) -> AnyResponse | str:
    """The sheet as a page: for the whole company, or for one person of the list (counted from 1)."""
    chosen = _chosen()
    if chosen is None:
        return _without_settings()
    if number is None:
        back = url_for("profiles.show", way=chosen.way)
        return render_template("profiles/sheet.html", sheet=pages.sheet_of(chosen, None), back=back)
    read = _staff(chosen)
    if read is None or not 1 <= number <= len(read.people):
        abort(HTTPStatus.NOT_FOUND)
    back = url_for("profiles.preview", way=chosen.way)
    return render_template("profiles/sheet.html", sheet=pages.sheet_of(chosen, read.people[number - 1]), back=back)


@blueprint.get("/staff.csv")
def staff_example() -> Response:
    """A staff list with one made-up person, to fill in."""
    content = _EXAMPLE_LISTS[i18n.current()].encode("utf-8-sig")
    return attachment(content, name=gettext("staff.csv"), mimetype=CSV)


def _chosen() -> Chosen | None:
    return pages.chosen(cases.current_case(), request.values.get("way", ""))


def _number(name: str) -> int:
    """Which part of a long list is wanted."""
    return request.args.get(name, 1, type=int)


def _without_settings() -> str:
    """Why nothing is handed out: a server waits for the person's word, or there are no settings at all."""
    case = cases.current_case()
    waiting = pages.found(case, request.values.get("way", ""))
    if waiting is None or waiting.advice.server is None:
        return render_template("profiles/none.html", view=pages.none_page(case))
    page = pages.consent_page(waiting, waiting.advice.server.report)
    return render_template("profiles/consent.html", view=page, way_form=pages.way_form(waiting))


def _page(chosen: Chosen, person_form: PersonForm, staff_form: StaffForm) -> str:
    return render_template(
        "profiles/show.html",
        view=pages.show_page(chosen),
        export=export_pages.export_notice(chosen.case.id),
        groups=group_ways(chosen.advice.recommendation, chosen.settings),
        way_form=pages.way_form(chosen),
        person_form=person_form,
        staff_form=staff_form,
        page_count=employee_links.count(chosen.case.id),
    )


def _person_form(chosen: Chosen) -> PersonForm:
    """The form for one person; somebody who comes back from the preview finds what they entered."""
    form = PersonForm(formdata=None)
    form.prepare(chosen.programs, fresh=True)
    entered = _staff(chosen)
    if entered is not None and len(entered.people) == 1 and not entered.problems:
        form.fill(entered.people[0])
    return form


def _staff(chosen: Chosen) -> StaffList | None:
    data = staff_uploads.content(chosen.case.id)
    return None if data is None else read_staff(data, chosen.defaults)


def _in_background(
    chosen: Chosen, took: Taken, targets: tuple[Target, ...], deletion: ServerDeletion | None
) -> AnyResponse:
    begun = exporting.begin(chosen, took, targets, deletion)
    if begun is None:
        return redirect(url_for("profiles.show", way=chosen.way))
    if begun.other:
        flash(gettext("Other files for your company are still being written; your new list is kept."), "warning")
    return redirect(url_for("exports.show", number=begun.number))


def _archive(chosen: Chosen, read: StaffList, targets: tuple[Target, ...], deletion: ServerDeletion | None) -> Response:
    packed: BinaryIO = TemporaryFile()  # noqa: SIM115 - closed once it has been sent
    pack(
        packed,
        chosen.settings,
        read.people,
        only=targets,
        contact=contact_of(chosen.case.id),
        server_deletion=deletion,
        own_pages=by_row(slip_pages(chosen.case.id, chosen.settings, read.people)),
    )
    return attachment(packed, name=pages.archive_name(chosen), mimetype=ZIP)
