"""A person in the middle of the questionnaire."""

import pytest
from flask import Blueprint, Flask

from tests.functional.questions.person import Person, start


@pytest.fixture
def app(app: Flask) -> Flask:
    for name, end in (("check", "start"), ("result", "show")):
        if name not in app.blueprints:
            missing = Blueprint(name, __name__)
            missing.add_url_rule(f"/{name}", end, lambda: "")
            app.register_blueprint(missing)
    return app


@pytest.fixture
def person(app: Flask) -> Person:
    return start(app)


@pytest.fixture(params=["de", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def speaker(app: Flask, language: str) -> Person:
    """A person in each language."""
    return start(app, language)
