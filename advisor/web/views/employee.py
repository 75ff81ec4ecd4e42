"""The page of one employee: what to do on which device, the file for it, and the word back that it works.

Whoever has the link sees the page; there is no session and no cookie. So no form token is needed either: a foreign page
that makes a browser send a form would have to know the secret address, and who knows it needs no foreign browser.

Programs that protect mailboxes open the links in mails before people do. So the mere loading of the page is not taken
for an opening: the page's script reports it, or the next thing that a person does where no script runs.
"""

import re
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import PurePosixPath

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.profiles.guides import GuideCode
from advisor.profiles.targets import Target
from advisor.store import employee_links
from advisor.web import i18n
from advisor.web.devices import Device, device_of
from advisor.web.downloads import attachment
from advisor.web.employee_page import Employee, employee_of, employee_page, language_of
from advisor.web.employee_tokens import hash_of
from advisor.web.extensions import csrf
from advisor.web.page_notes import contact_of

blueprint = Blueprint("employee", __name__, url_prefix="/for")
csrf.exempt(blueprint)

_HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
_KINDS = {
    ".mobileconfig": "application/x-apple-aspen-config",
    ".k9s": "application/x-k9settings",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
}
_ANY_FILE = "application/octet-stream"
_AHEAD = re.compile(r"prefetch|prerender", re.IGNORECASE)


@blueprint.after_request
def keep_to_itself(response: Response) -> Response:
    """The address is the secret: no other site, no search engine and no cache learns it."""
    response.headers.update(_HEADERS)
    return response


@blueprint.get("/<token>")
def show(token: str) -> AnyResponse:
    """The page for the device that asks, or the one that was chosen."""
    employee = _employee(token)
    if employee is None:
        return _gone()
    if request.method == "GET" and _is_a_choice() and not _is_ahead():
        employee_links.note_opened(employee.link.id)
    return make_response(_page(employee))


@blueprint.post("/<token>/opened")
def opened(token: str) -> AnyResponse:
    """The page's script says that a browser shows the page."""
    employee = _employee(token)
    if employee is None:
        return _gone()
    employee_links.note_opened(employee.link.id)
    return Response(status=HTTPStatus.NO_CONTENT, mimetype="text/plain")


@blueprint.post("/<token>/program")
def program(token: str) -> AnyResponse:
    """Choose the one program of a person who may have only one; or none again, until they report that it works."""
    employee = _employee(token)
    if employee is None:
        return _gone()
    chosen = request.form.get("program", "")
    if not employee.clashes and chosen in employee.must_choose:
        employee_links.note_opened(employee.link.id)
        employee_links.choose_program(employee.link.id, chosen)
    elif not chosen and employee.may_change:
        employee_links.choose_program(employee.link.id, None)
    return _back(employee, "set-up")


@blueprint.post("/<token>/backup")
def backup(token: str) -> AnyResponse:
    """The person says that the computer is backed up; only then is anything given that deletes at once."""
    employee = _employee(token)
    if employee is None:
        return _gone()
    if "backed_up" in request.form and employee.must_back_up:
        employee_links.note_opened(employee.link.id)
        employee_links.confirm_backup(employee.link.id)
    return _back(employee, "set-up")


@blueprint.post("/<token>/report")
def report(token: str) -> AnyResponse:
    """«It works», or not. Either can be said again and changed."""
    employee = _employee(token)
    if employee is None:
        return _gone()
    works = {"yes": True, "no": False}.get(request.form.get("works", ""))
    if works is not None:
        employee_links.report(employee.link.id, works=works)
    return _back(employee, "reported")


@blueprint.get("/<token>/opened")
@blueprint.get("/<token>/program")
@blueprint.get("/<token>/report")
@blueprint.get("/<token>/backup")
def back_to_show(token: str) -> AnyResponse:
    """Where a reload leads after a form was sent."""
    employee = _employee(token)
    return _gone() if employee is None else _back(employee, None)


@blueprint.get("/<token>/file/<target>")
def file(token: str, target: str) -> AnyResponse:
    """The file for a program that this person may set up, byte for byte that of the ZIP."""
    employee = _employee(token)
    wanted = next((each for each in Target if each == target), None)
    made = employee.file(wanted) if employee and wanted else None
    if employee is None or made is None:
        return _gone()
    if request.method == "GET" and not _is_ahead():
        employee_links.note_opened(employee.link.id)
    path = PurePosixPath(made.path)
    return attachment(made.data, name=path.name, mimetype=_KINDS.get(path.suffix, _ANY_FILE))


@blueprint.get("/<path:_rest>")
def nothing(_rest: str) -> AnyResponse:
    """Whatever else a link was cut or bent to."""
    return _gone()


def _employee(token: str) -> Employee | None:
    """Whose page it is; the page then speaks this person's language."""
    token_hash = hash_of(token)
    link = employee_links.by_token_hash(token_hash) if token_hash else None
    employee = employee_of(link, token) if link else None
    if employee is not None:
        i18n.speak(language_of(employee, request.values.get("language")))
    return employee


def _page(employee: Employee) -> str:
    recognised = device_of(request.user_agent.string)
    device = next((each for each in Device if each == request.args.get("device")), recognised)
    view = employee_page(employee, recognised=recognised, device=device, program=request.args.get("program"))
    return render_template("for/show.html", view=view, chosen=_chosen(), devices=list(Device))


def _gone() -> Response:
    """The same bytes for a link that was ended, has run out, was mistyped or never existed."""
    return make_response(render_template("for/gone.html", contact=contact_of(None)), HTTPStatus.NOT_FOUND)


def _chosen() -> dict[str, str]:
    """What was chosen on the page, to be kept by its links; anything unknown falls away."""
    known: dict[str, Sequence[str]] = {
        "device": list(Device),
        "program": list(GuideCode),
        "language": i18n.available(),
    }
    return {key: request.values[key] for key, codes in known.items() if request.values.get(key) in codes}


def _is_a_choice() -> bool:
    return bool(_chosen())


def _is_ahead() -> bool:
    """Whether a browser fetches something before anybody asks for it."""
    said = (request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz"))
    return any(_AHEAD.search(each) for each in said)


def _back(employee: Employee, anchor: str | None) -> AnyResponse:
    address = url_for("employee.show", token=employee.token, _anchor=anchor, **_chosen())  # type: ignore[arg-type]
    return redirect(address, HTTPStatus.SEE_OTHER)
