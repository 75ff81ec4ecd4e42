"""An app on its own database, and a client that reads every page strictly."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from werkzeug.test import TestResponse

from advisor.web import jobs, probing
from advisor.web.config import Settings, load_settings
from advisor.web.extensions import alembic, db
from advisor.web.factory import create_app
from tests.made_up.runs import FakeRunner

logging.getLogger("alembic").setLevel(logging.WARNING)

DATABASE = "mailweiche.sqlite3"


class StrictClient(FlaskClient):
    """Every HTML answer must be well formed, speak one language, hold one h1 and no sharp s."""

    def open(self, *args: object, **kwargs: object) -> TestResponse:
        response = super().open(*args, **kwargs)
        response.request.environ["wsgi.input"].close()  # a large upload is a temporary file
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303, 307, 308}:
            check_page(response.get_data(as_text=True))
        return response


def check_page(text: str) -> None:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert tree.get("lang") in {"de", "en"}
    assert (tree.findtext("head/title") or "").strip().endswith("– Mailweiche")
    assert len(tree.findall(".//h1")) == 1, "each page has one h1"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), "ids are unique"
    assert "ß" not in text, "German is written in Swiss spelling"
    for element in tree.iter():
        names = [name for name in element.attrib if isinstance(name, str)]
        assert not any(name.startswith("on") or name == "style" for name in names), "no inline code or style"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(instance=tmp_path / "instance", secret_key="only-for-these-tests-0123456789")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without a case, made once: to migrate anew took a quarter of the time of a test."""
    settings = load_settings(instance=tmp_path_factory.mktemp("empty"), secret_key="only-for-this-database-0123456789")
    app = create_app(settings)
    with app.app_context():
        alembic.upgrade()
        db.engine.dispose()
    return settings.instance / DATABASE


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """The compiled templates, shared by the apps of all tests: a third of the time went into compiling them anew."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))


@pytest.fixture
def app(settings: Settings, empty_database: Path, compiled: FileSystemBytecodeCache) -> Flask:
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = StrictClient
    app.jinja_env.bytecode_cache = compiled
    shutil.copyfile(empty_database, settings.instance / DATABASE)
    return app


@pytest.fixture(autouse=True)
def no_context_left() -> Iterator[None]:
    """A context that outlives its test is entered by commands of later tests, which then work on another database."""
    yield
    assert not has_app_context()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def runner(app: Flask) -> FakeRunner:
    """What a check finds, without any server; jobs run at once."""
    fake = FakeRunner()
    probing.init_app(app, fake)
    with app.app_context():
        jobs.queue().huey.immediate = True
    return fake


@pytest.fixture(params=["de", "en"])
def person(request, client: FlaskClient, runner: FakeRunner) -> FlaskClient:
    """Somebody with a case of their own, in each language."""
    client.get(f"/language/{request.param}")
    client.post("/start")
    client.language = request.param
    return client
