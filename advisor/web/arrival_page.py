"""Whether what a case published arrives: which settings are meant, which check is looked at, and the finished page."""

from dataclasses import dataclass
from datetime import datetime

from advisor.profiles.account import UnsafeSettingsError
from advisor.questionnaire.schema import Key
from advisor.report.arrival.compare import arrival
from advisor.report.arrival.meant import Meant
from advisor.report.arrival.view import Basis, arrival_view
from advisor.report.arrival.view_values import ArrivalView
from advisor.report.documents.server_report import read_server_report
from advisor.settings.values import CompanySettings
from advisor.store import probe_runs
from advisor.store.models import Case
from advisor.web import case_answers, i18n, profile_pages, publications


@dataclass(frozen=True, slots=True)
class Published:
    """The settings that are meant; ``released_at`` None: nothing is released, these are those of the chosen way."""

    settings: CompanySettings
    domain: str
    released_at: datetime | None


def published(case: Case, way: str) -> Published | None:
    """What was released, else what the chosen way would hand out; None where there is neither."""
    released = publications.released(case.id)
    chosen = None if released else profile_pages.chosen(case, way)
    settings = released.settings if released else chosen.settings if chosen else None
    if settings is None:
        return None
    try:
        domain = Meant.of(settings).domain
    except UnsafeSettingsError:  # nothing of the kind is ever handed out, so nothing can arrive
        return None
    return Published(settings, domain, released.at if released else None)


def newest_view(case: Case, meant: Published) -> ArrivalView | None:
    """The newest check of the domain, held against the settings; None where it was never checked."""
    run = probe_runs.latest_done(case.id, meant.domain)
    if run is None or run.report is None:
        return None
    server = read_server_report(run.report.encode())
    found = arrival(server, meant.settings, case_answers.load(case).several(Key.PROGRAMS))
    return arrival_view(found, server.report, Basis(meant.released_at), i18n.current())
