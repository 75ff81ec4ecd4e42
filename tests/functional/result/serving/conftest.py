"""A company on the page for mail programs: released, proved, and what a look for the proof finds."""

from datetime import UTC, datetime, timedelta

import pytest

from advisor.store.database import db
from advisor.store.models import ServedDomain
from advisor.web.served import proof
from advisor.web.served.desk import EXTENSION
from advisor.web.served.public import PublicPlace
from probes.codes import Reason
from probes.ownership import DnsLook, FileLook, Look

PAGE = "/profiles/serve"
DOMAIN = "firma.example"
NOTHING = Look(DnsLook(), FileLook(reason=Reason.REFUSED))
BY_DNS = Look(DnsLook(proved=True), FileLook(status=404))
BY_FILE = Look(DnsLook(), FileLook(proved=True, status=200))


@pytest.fixture
def place(app):
    """An installation that programs can reach, over https."""
    app.config["PREFERRED_URL_SCHEME"] = "https"
    app.extensions[EXTENSION].place = PublicPlace("mail.praxis.example")


@pytest.fixture
def looking(monkeypatch):
    """What a look for the proof finds."""
    seen = []

    def find(found: Look) -> list:
        monkeypatch.setattr(proof, "look", lambda row: seen.append(row) or found)
        return seen

    return find


@pytest.fixture
def released(firm, place):
    firm.post(f"{PAGE}/release")
    return firm


@pytest.fixture
def proved(released, looking):
    looking(BY_DNS)
    released.post(f"{PAGE}/check")
    return released


def row(app) -> ServedDomain | None:
    with app.app_context():
        found = db.session.query(ServedDomain).one_or_none()
        if found is not None:
            db.session.expunge(found)
        return found


def change(app, **values) -> None:
    with app.app_context():
        found = db.session.query(ServedDomain).one()
        for name, value in values.items():
            setattr(found, name, value)
        db.session.commit()


def rested(app) -> None:
    change(app, checked_at=datetime.now(UTC) - timedelta(hours=1))
