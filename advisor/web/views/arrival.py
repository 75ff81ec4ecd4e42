"""Whether the published records and files arrive, and what each program would make of them."""

from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import format_time
from werkzeug.http import http_date
from werkzeug.wrappers import Response as AnyResponse

from advisor.web import arrival_page as pages
from advisor.web import cases, check_runs
from advisor.web.arrival_page import Published
from advisor.web.check_pages import ARRIVAL
from advisor.web.check_runs import TooOftenError

blueprint = Blueprint("arrival", __name__, url_prefix="/profiles/arrival")


@blueprint.get("")
def show() -> AnyResponse | str:
    """The newest check, held against the settings that are handed out."""
    meant = pages.published(cases.current_case(), _way())
    return _without_settings() if meant is None else _page(meant, check_runs.next_start(meant.domain))


@blueprint.post("")
def again() -> AnyResponse | tuple[str, int, dict[str, str]]:
    """Check the domain once more; the progress page leads back here."""
    case = cases.current_case()
    meant = pages.published(case, _way())
    if meant is None:
        return _without_settings()
    try:
        check_runs.start(case, meant.domain)
    except TooOftenError as error:
        headers = {"Retry-After": http_date(error.retry_at)}
        return _page(meant, error.retry_at, refused=True), HTTPStatus.TOO_MANY_REQUESTS, headers
    return redirect(url_for("check.progress", then=ARRIVAL, way=_way() or None))


def _way() -> str:
    return request.values.get("way", "")


def _without_settings() -> AnyResponse:
    """The page of the settings says why there are none."""
    return redirect(url_for("profiles.show", way=_way() or None))


def _page(meant: Published, again_at: datetime | None, *, refused: bool = False) -> str:
    return render_template(
        "profiles/arrival.html",
        domain=meant.domain,
        view=pages.newest_view(cases.current_case(), meant),
        way=_way(),
        again_at=str(format_time(again_at, "HH:mm:ss")) if again_at else None,
        refused=refused,
    )
