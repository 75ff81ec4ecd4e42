"""Puts cases into the running app's own database, so that every page can be seen in every state."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from werkzeug.exceptions import HTTPException

from advisor.questionnaire.answers import Answers, Group
from advisor.report.documents.measure import write_measurement
from advisor.report.documents.server_report import write_server_report
from advisor.report.probe_progress import step_of, write_steps
from advisor.report.server_report import complete
from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings
from advisor.store import cases, page_notes
from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState, StaffUpload, StoredMeasurement
from advisor.web import case_answers, publications
from advisor.web.config import load_settings
from advisor.web.factory import create_app
from probes.measurement import Measurement
from probes.results import ProbeReport
from tests.browser.seed_exports import make_export
from tests.browser.seed_pages import make_links
from tests.made_up.runs import play

DAYS = 30
MONTH = timedelta(days=30)
FIRM = {  # a small company that has answered what matters
    "devices": "two",
    "shared_addresses": "none",
    "mail_location": "server",
    "local_only_mail": "none",
    "outages": "hardly_ever",
    "offline_reading": "no",
    "data_control": "provider_fine",
    "device_backup": "untested",
    "places": "one",
    "webmail": "no",
    "folders": "no",
    "immediacy": "minutes",
    "line": "fast",
    "keep_history": "recent",
    "largest_mailbox": "2_10",
    "quota": "10_50",
    "storage_cost": "fine",
    "device_space": "ample",
    "provider_backup": "yes",
    "keep_copy_on_server": "yes",
    "devices_leave_office": "no",
    "retention": "unsolved",
    "readers": "people",
    "server_load": "not_ours",
    "it_effort": "as_little_as_possible",
    "client_limit": "none",
    "provider_stay": "no_limit",
    "provider_mixing": "allowed",
    "groupware": "no",
    "second_factor": "no",
    "country": "CH",
    "people": 3,
    "mailboxes": 4,
}


class Seed:
    """Makes cases, in a thread of its own: the browser's driver keeps an event loop in that of the test."""

    def __init__(self, instance: Path) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self.links: list[str] = []
        self.last_export = 0
        self._app = self._thread.submit(create_app, load_settings(instance=instance)).result()

    def case(
        self,
        answers: Mapping[str, object] | None = None,
        report: ProbeReport | None = None,
        *,
        state: RunState | None = None,
        unfinished: int = 0,
        staff: bytes | None = None,
        earlier: ProbeReport | None = None,
        measured: Measurement | None = None,
        groups: Iterable[Group] = (),
        pages: str | None = None,
        released: CompanySettings | None = None,
        export: Mapping[str, object] | None = None,
        deletes_days: int | None = None,
    ) -> str:
        """The secret link's token of a case with these answers and a run of ``report``, finished or in ``state``.

        ``earlier``: what a finished run found a month before. ``measured``: what was uploaded of a mailbox.
        ``pages``: a staff list whose rows have personal pages; ``links`` then holds their secrets.
        ``released``: the settings that the case hands out since before the run, for the domain of the report as here.
        ``export``: how an export in the background stands; its number is ``last_export``.
        ``deletes_days``: it is noted that the company's server deletes after so many days.
        """
        stored = case_answers.dump(Answers.of(dict(answers or {}), groups))
        made = self._thread.submit(self._case, stored, report, state, unfinished, staff, earlier, measured, released)
        token = made.result()
        if deletes_days is not None:
            self._thread.submit(self._note, token, deletes_days).result()
        if pages is not None:
            self.links = self._thread.submit(self._links, token, pages).result()
        if export is not None:
            self.last_export = self._thread.submit(self._export, token, export).result()
        return token

    def hand_out(self, token: str, way: Alternative) -> None:
        """Another way takes the place of the released one, which no page would do."""
        self._thread.submit(self._hand_out, token, way).result()

    def _hand_out(self, token: str, way: Alternative) -> None:
        with self._app.app_context():
            case_id = cases.by_token(token).id
            publications.release(case_id, replace(publications.released(case_id).settings, alternative=way))
            db.session.commit()

    def _note(self, token: str, days: int) -> None:
        with self._app.app_context():
            page_notes.set_deletion(cases.by_token(token).id, days, date(2026, 11, 2))
            db.session.commit()

    def _links(self, token: str, pages: str) -> list[str]:
        with self._app.test_request_context():
            made = make_links(cases.by_token(token), pages.encode())
            db.session.commit()
            return made

    def _export(self, token: str, export: Mapping[str, object]) -> int:
        with self._app.app_context():
            return make_export(cases.by_token(token).id, export)

    def _case(
        self,
        answers: str,
        report: ProbeReport | None,
        state: RunState | None,
        unfinished: int,
        staff: bytes | None,
        earlier: ProbeReport | None,
        measured: Measurement | None,
        released: CompanySettings | None,
    ) -> str:
        with self._app.app_context():
            case, token = cases.create(language="de", answers=answers, days=DAYS)
            if released is not None:
                same = report is not None and report.domain == released.domain
                domain = f"firma-{case.id}.example" if same else released.domain
                publications.release(case.id, replace(released, domain=domain))
            if report is not None:
                report = replace(report, domain=f"firma-{case.id}.example")
                case.organisation, case.target = "Muster AG", report.domain
                if state is RunState.QUEUED:  # waits behind the run of somebody else on the same domain
                    db.session.add(_run(self._another_case(), report, RunState.RUNNING, 0))
                if earlier is not None:
                    db.session.add(_month_before(case.id, replace(earlier, domain=report.domain)))
                    db.session.flush()
                db.session.add(_run(case.id, report, state or RunState.DONE, unfinished))
            if staff is not None:
                db.session.add(StaffUpload(case_id=case.id, created_at=datetime.now(UTC), content=staff))
            if measured is not None:
                document = write_measurement(measured).decode()
                db.session.add(StoredMeasurement(case_id=case.id, created_at=datetime.now(UTC), document=document))
            db.session.commit()
            return token

    def _another_case(self) -> int:
        return cases.create(language="de", answers=case_answers.dump(Answers()), days=DAYS)[0].id

    def get_endpoints(self) -> set[str]:
        """Everything that can be opened by its address."""
        return {rule.endpoint for rule in self._app.url_map.iter_rules() if "GET" in rule.methods}

    def endpoint_of(self, path: str) -> str | None:
        """Which page answers at this address."""
        try:
            return self._app.url_map.bind("localhost").match(path, method="GET")[0]
        except HTTPException:
            return None


def _month_before(case_id: int, report: ProbeReport) -> ProbeRun:
    run = _run(case_id, replace(report, started_at=report.started_at - MONTH), RunState.DONE, 0)
    run.created_at = run.finished_at = run.created_at - MONTH
    return run


def _run(case_id: int, report: ProbeReport, state: RunState, unfinished: int) -> ProbeRun:
    now = datetime.now(UTC)
    events = []
    play(report, events.append, unfinished)
    return ProbeRun(
        case_id=case_id,
        target=report.domain,
        state=state,
        attempts=3 if state is RunState.FAILED else 1,
        lease_until=now + timedelta(hours=1) if state is RunState.RUNNING else None,
        created_at=now,
        finished_at=now if state not in (RunState.QUEUED, RunState.RUNNING) else None,
        progress="[]" if state is RunState.QUEUED else write_steps(tuple(step_of(event) for event in events)),
        report=write_server_report(complete(report)).decode() if state is RunState.DONE else None,
    )
