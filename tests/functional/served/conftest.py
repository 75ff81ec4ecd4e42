"""An installation that programs can reach, and domains whose owners have proved control."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from advisor.report.documents.settings import write_settings
from advisor.settings.values import CompanySettings
from advisor.store import cases, publications, served_domains
from advisor.web.config import Settings, load_settings
from advisor.web.served.counting import Counter
from advisor.web.served.desk import EXTENSION
from advisor.web.served.kept import KeptAnswers
from advisor.web.transaction import unit
from tests.unit.profiles.companies import company

PUBLIC_URL = "https://mail.praxis.example"
SCHEMAS = "http://schemas.microsoft.com/exchange/autodiscover"
REQUEST = f"{SCHEMAS}/outlook/requestschema/2006"
ACCEPTED = f"{SCHEMAS}/outlook/responseschema/2006a"
NOTHING = b"Not found\n"


def question(address: str = "anna@firma.ch", schema: str = ACCEPTED) -> bytes:
    """What Outlook sends."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Autodiscover xmlns="{REQUEST}"><Request><EMailAddress>{address}'
        f"</EMailAddress><AcceptableResponseSchema>{schema}</AcceptableResponseSchema></Request></Autodiscover>"
    ).encode()


class Clock:
    """A time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(
        instance=tmp_path / "instance", secret_key="only-for-these-tests-0123456789", public_url=PUBLIC_URL
    )


@pytest.fixture
def clock(app: Flask) -> Clock:
    """The clock of the kept answers and of the counter."""
    clock, desk = Clock(), app.extensions[EXTENSION]
    desk.kept, desk.counter = KeptAnswers(desk.kept._find, clock), Counter(120, clock)
    return clock


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Asks over https, as programs must."""
    app.config["PREFERRED_URL_SCHEME"] = "https"
    return app.test_client()


Serve = Callable[..., int]


@pytest.fixture
def serve(app: Flask, clock: Clock) -> Serve:
    """Makes a case that has proved the domain of these settings; the answer is its number."""

    def serve(settings: CompanySettings | None = None, *, domain: str = "", proved: bool = True) -> int:
        settings = settings or company()
        with app.app_context(), unit():
            case_id = cases.create(language="de", answers="{}", days=1)[0].id
            publications.publish(case_id, write_settings(settings))
            served_domains.offer(case_id, domain or settings.domain)
            if proved:
                assert served_domains.prove(served_domains.of(case_id), "dns")
        return case_id

    return serve


def same_nothing(answer: TestResponse) -> bool:
    """Whether this is the one answer for everything unknown."""
    return (answer.status_code, answer.data, answer.content_type, answer.headers["Cache-Control"]) == (
        404,
        NOTHING,
        "text/plain; charset=utf-8",
        "no-store",
    )
