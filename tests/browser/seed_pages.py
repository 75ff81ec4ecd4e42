"""Puts personal pages into the running app's database, each in a state of its own."""

from datetime import UTC, datetime, timedelta

from advisor.report.advice import recommend
from advisor.report.advised_settings import advised_settings
from advisor.report.documents.server_report import read_server_report
from advisor.report.server_report import complete
from advisor.settings.consent import without_unconfirmed
from advisor.settings.staff import Defaults, read_staff
from advisor.store import employee_links, probe_runs
from advisor.store.database import db
from advisor.store.models import Case, EmployeeLink
from advisor.text import Language
from advisor.web import case_answers
from advisor.web.employees import make_pages, token_of
from probes.results import ProbeReport

NOW = datetime.now(UTC)


def make_links(case: Case, staff: bytes) -> list[str]:
    """Release what the case is advised and give each row a page; the secrets in the order of the rows.

    An empty line parts lists that come one after the other.

    Of further rows the second has opened, the third is done, the fourth has trouble, the fifth has run out, the sixth
    is ended; so goes the round.
    """
    answers, server = case_answers.load(case), complete(_report_of(case))
    settings = advised_settings(recommend(answers, server, at=NOW).recommendation, answers, server, case.organisation)
    for part in staff.split(b"\n\n"):
        read = read_staff(part, Defaults(settings.alternative, settings.keep_days, Language.DE))
        make_pages(case, without_unconfirmed(settings), read.people)
    found = employee_links.of_case(case.id)
    for number, link in enumerate(found[1:], start=1):
        row = db.session.get_one(EmployeeLink, link.id)
        _put(row, number % 6)
    return [token_of(link) or "" for link in found]


def _put(row: EmployeeLink, turn: int) -> None:
    row.opened_at = NOW - timedelta(hours=2) if turn in {1, 2, 3} else None
    row.done_at = NOW if turn == 2 else None
    row.trouble_at = NOW if turn == 3 else None
    row.ended_at = NOW if turn == 5 else None
    if turn == 4:
        row.expires_at = NOW - timedelta(seconds=1)


def _report_of(case: Case) -> ProbeReport:
    return read_server_report(probe_runs.latest_done(case.id, case.target).report.encode()).report
