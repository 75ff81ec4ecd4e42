"""One employee's page, and what a stranger's browser shows of it."""

import re

import html5lib
import pytest

from advisor.web.config import load_settings
from tests.functional.result.staff_pages import (
    WINDOWS,
    open_pages,
)

EVERY = "address;name;programs;language\r\nanna@firma.example;Anna Muster;{};{}\r\n"


@pytest.fixture
def settings(tmp_path, request):
    changes = getattr(request, "param", {})
    return load_settings(instance=tmp_path / "instance", secret_key="only-for-these-tests-0123456789", **changes)


@pytest.fixture
def open_page(app, all_situations):
    """The path of the page of one person with these programs, in a case of this situation."""

    def opened(programs="", language="en", situation="firm"):
        return open_pages(app, all_situations[situation], EVERY.format(programs, language))["Anna Muster"]

    return opened


@pytest.fixture
def see(app):
    """What a stranger's browser shows, blanks folded."""

    def seen(path, agent=WINDOWS, method="get", **kwargs):
        answer = getattr(app.test_client(), method)(
            path, headers={"User-Agent": agent, "Accept-Language": "en"}, **kwargs
        )
        tree = html5lib.parse(answer.text, namespaceHTMLElements=False)
        return answer, re.sub(r"\s+", " ", "".join(tree.find(".//main").itertext()))

    return seen
