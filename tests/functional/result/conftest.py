"""Cases with answers and, where wanted, a finished server check."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.questionnaire.answers import Answers
from advisor.report.documents.answers import write_answers
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from advisor.store import cases
from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState
from advisor.web.views.example import DOCUMENTS
from probes.codes import Offer, Protocol, Reason, Status
from probes.results import Offers, ProbeReport, Provider, Service

GOLDEN = Path(__file__).parents[2] / "golden"
BASELINE = json.loads((GOLDEN / "baseline.json").read_text("utf-8"))["answers"]
POP3_KEEP = {"data_control": "off_provider", "provider_stay": "some_weeks", "keep_copy_on_server": "no"}


@dataclass(frozen=True, slots=True)
class Situation:
    """What a company said, and what was seen of its server."""

    answers: dict[str, object]
    report: ProbeReport | None = None


def example_report() -> ProbeReport:
    return read_server_report((DOCUMENTS / "server_report.json").read_bytes()).report


def nothing_found() -> ProbeReport:
    offers = Offers(Offer.NOT_FOUND, Offer.NOT_FOUND, Offer.NOT_FOUND)
    return replace(example_report(), offers=offers, services=(), claims=())


def unreachable() -> ProbeReport:
    report = example_report()
    services = tuple(
        Service(
            one.protocol, one.host, one.port, one.security, Status.FAILED, Reason.TIMED_OUT, claimed_by=one.claimed_by
        )
        for one in report.services
    )
    return replace(report, offers=Offers(Offer.UNREACHABLE, Offer.UNREACHABLE, Offer.UNREACHABLE), services=services)


def pop3_only() -> ProbeReport:
    report = example_report()
    return replace(
        report,
        offers=Offers(Offer.NOT_FOUND, Offer.OFFERED, Offer.OFFERED),
        services=tuple(one for one in report.services if one.protocol is not Protocol.IMAP),
        claims=tuple(one for one in report.claims if one.protocol is not Protocol.IMAP),
    )


def microsoft() -> ProbeReport:
    return replace(example_report(), provider=Provider("microsoft365", ("oauth2_required",), "2026-11-01"))


@pytest.fixture
def all_situations() -> dict[str, Situation]:
    """One company for each state of the result page."""
    baseline, report = BASELINE, example_report()
    two = {**baseline, "devices": "two"}
    keep = {**baseline, **POP3_KEEP, "device_backup": "tested"}
    return {
        "firm": Situation(two, report),
        "preliminary": Situation({"devices": "two", "shared_addresses": "few", "outages": "weekly"}),
        "unreachable": Situation(two, unreachable()),
        "pop3_days": Situation(keep, report),
        "pop3_only": Situation({**baseline, "devices": "three_plus"}, pop3_only()),
        "close": Situation({**baseline, "provider_stay": "some_weeks", "keep_copy_on_server": "no"}, report),
        "not_enough": Situation({"outages": "monthly"}),
        "not_possible": Situation(two, nothing_found()),
        "native_provider": Situation(two, microsoft()),
        "native_groupware": Situation({**two, "groupware": "must"}, report),
        "alarms": Situation(
            {**two, "mail_location": "one_computer", "data_control": "own_copy", "devices_leave_office": "unencrypted"},
            report,
        ),
        "contradiction": Situation({**baseline, "provider_stay": "as_short_as_possible"}, report),
    }


Open = Callable[[Situation], FlaskClient]


@pytest.fixture
def open_case(app: Flask) -> Open:
    """A browser that holds the case of a situation, as if the person had come that far."""

    def opened(situation: Situation) -> FlaskClient:
        with app.app_context():
            document = write_answers(Answers.of(situation.answers)).decode()
            case, token = cases.create(language="de", answers=document, days=30)
            case.organisation = "Muster AG"
            if situation.report is not None:
                case.target = situation.report.domain
                db.session.add(_done(case.id, situation.report))
            db.session.commit()
        client = app.test_client()
        client.get(f"/resume/{token}")
        return client

    return opened


def _done(case_id: int, report: ProbeReport) -> ProbeRun:
    now = datetime.now(UTC)
    document = write_server_report(complete(report)).decode()
    return ProbeRun(
        case_id=case_id, target=report.domain, state=RunState.DONE, created_at=now, finished_at=now, report=document
    )


@pytest.fixture
def firm(open_case: Open, all_situations: dict[str, Situation]) -> FlaskClient:
    return open_case(all_situations["firm"])


@pytest.fixture
def read() -> Callable[..., str]:
    """The text of a page in one language, blanks folded."""

    def page(client: FlaskClient, path: str = "/result", language: str = "en") -> str:
        answer = client.get(path, headers={"Accept-Language": language})
        assert answer.status_code == 200
        tree = html5lib.parse(answer.text, namespaceHTMLElements=False)
        return re.sub(r"\s+", " ", "".join(tree.find(".//main").itertext()))

    return page
