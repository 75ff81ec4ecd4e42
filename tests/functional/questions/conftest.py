"""A person in the middle of the questionnaire."""

import pytest
from flask import Flask

from tests.functional.questions.person import Person, start


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
