"""Answering mail programs for a domain: release the settings, prove that the domain is one's own, stop again."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from advisor.profiles.served import deletes, domain_of
from advisor.store import cases as store
from advisor.store import served_domains
from advisor.store.models import Case
from advisor.web import cases, proof_texts, publications, serving_pages
from advisor.web import profile_pages as pages
from advisor.web.i18n import gettext
from advisor.web.profile_pages import Chosen
from advisor.web.publications import Released
from advisor.web.served import proof
from advisor.web.served.desk import desk_of
from advisor.web.served.public import PublicPlace
from advisor.web.settings import settings
from probes.ownership import Look

blueprint = Blueprint("serving", __name__, url_prefix="/profiles/serve")


@blueprint.get("")
def show() -> AnyResponse | str:
    """How it stands, and the next step."""
    return _page(None)


@blueprint.post("/release")
def release() -> AnyResponse:
    """Hand out the chosen settings from now on, and make something to publish as proof."""
    case = cases.current_case()
    chosen = _chosen(case, publications.released(case.id))
    if chosen is None or _place() is None:
        return _back()
    if _refused(chosen):
        return _back()
    publications.release(case.id, chosen.settings)
    served_domains.offer(case.id, domain_of(chosen.settings))
    store.touch(case, days=settings().case_days)
    flash(gettext("The settings are released."), "success")
    return _back()


@blueprint.post("/check")
def check() -> AnyResponse | str:
    """Look for the proof now."""
    case = cases.current_case()
    row = served_domains.of(case.id)
    if row is None or _place() is None:
        return _back()
    store.touch(case, days=settings().case_days)
    try:
        found = proof.check(row)
    except proof.BusyError:
        seconds = settings().probe_cooldown
        flash(gettext("We looked just now. Wait %(seconds)s seconds, then try again.", seconds=seconds), "warning")
        return _back()
    if found.proved_by is None:
        return _page(found)
    flash(gettext("The proof is found."), "success")
    return _back()


@blueprint.post("/stop")
def stop() -> AnyResponse:
    """Answer nobody for this domain any more."""
    case = cases.current_case()
    served_domains.stop(case.id)
    store.touch(case, days=settings().case_days)
    flash(gettext("Stopped. Mail programs get no answer from here any more."), "success")
    return _back()


@blueprint.get("/release")
@blueprint.get("/check")
@blueprint.get("/stop")
def back_to_show() -> AnyResponse:
    """Where a reload or the language switch leads after a button."""
    return _back()


def _place() -> PublicPlace | None:
    """Where programs reach this installation."""
    return desk_of(current_app).place


def _chosen(case: Case, found: Released | None) -> Chosen | None:
    way = request.values.get("way") or (found.settings.alternative if found else "")
    return pages.chosen(case, way)


def _refused(chosen: Chosen) -> bool:
    """Whether these settings must not be handed out to whoever asks; says why."""
    domain = chosen.settings.domain
    if deletes(chosen.settings):
        flash(gettext("Not released: in this way mail programs take mail off the server."), "warning")
    elif not serving_pages.can_be_proved(chosen.settings):
        flash(gettext("Not released: under %(domain)s many have domains of their own.", domain=domain), "warning")
    else:
        return False
    return True


def _back() -> AnyResponse:
    return redirect(url_for("serving.show", way=request.values.get("way") or None))


def _page(looked: Look | None) -> AnyResponse | str:
    case = cases.current_case()
    found = publications.released(case.id)
    chosen = _chosen(case, found)
    if chosen is None and found is None:
        return redirect(url_for("profiles.show", way=request.values.get("way") or None))
    view = serving_pages.serve_page(case, chosen, found, _place(), days=settings().case_days)
    return render_template(
        "profiles/serve.html",
        view=view,
        looked=looked,
        not_in_dns=proof_texts.dns_sentence(looked.dns) if looked else None,
        not_in_file=proof_texts.file_sentence(looked.file) if looked else None,
    )
