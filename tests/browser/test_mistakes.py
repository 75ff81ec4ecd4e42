"""Pages after a mistake: still accessible, with a summary of what is wrong, and nothing lost."""

import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visitor
from tests.browser.seed import FIRM, Seed
from tests.made_up.probe_reports import GOOD

LANGUAGES = pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
PASSWORDS = "address;name;password\nanna@firma.example;Anna;geheim\n"


def assert_told(visitor: Visitor, name: str) -> None:
    """An error summary that is in focus, an error in the title, and a page that is otherwise sound."""
    page = visitor.page
    summary = page.locator(".error-summary")
    expect(summary).to_be_visible()
    expect(summary).to_be_focused()
    assert page.title().startswith({"de": "Fehler:", "en": "Error:"}[visitor.language])
    visitor.check()
    visitor.shot(name)


@LANGUAGES
def test_question_without_an_answer(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case()}")
    visitor.page.goto("/questions/devices")
    visitor.page.locator("main form .button:not(.button-quiet)").first.click()
    assert_told(visitor, "mistake-question")


@LANGUAGES
def test_domain_that_cannot_be_one(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case(FIRM)}")
    visitor.page.goto("/check")
    visitor.page.get_by_role("textbox").first.fill("firma,ch")
    visitor.page.locator("main form .button:not(.button-quiet)").first.click()
    assert_told(visitor, "mistake-domain")
    assert visitor.page.get_by_role("textbox").first.input_value() == "firma,ch"


@LANGUAGES
def test_person_without_an_address(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case(FIRM, GOOD)}")
    visitor.page.goto("/profiles")
    form = visitor.page.locator("form", has=visitor.page.locator("input[name=address]"))
    form.locator("input[name=name]").fill("Anna Muster")
    form.get_by_role("button").first.click()
    assert_told(visitor, "mistake-person")
    assert visitor.page.locator("input[name=name]").input_value() == "Anna Muster"


@LANGUAGES
def test_staff_list_with_passwords(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case(FIRM, GOOD)}")
    visitor.page.goto("/profiles")
    files = [{"name": "staff.csv", "mimeType": "text/csv", "buffer": PASSWORDS.encode()}]
    visitor.page.locator("input[type=file]").set_input_files(files)
    form = visitor.page.locator("form", has=visitor.page.locator("input[type=file]"))
    form.locator("button").first.click()
    assert_told(visitor, "mistake-passwords")
    assert "geheim" not in visitor.page.content()


@LANGUAGES
def test_form_that_was_open_too_long(visit, seed, language, phone) -> None:
    visitor = visit(language, phone=phone)
    visitor.page.goto(f"/resume/{seed.case(FIRM)}")
    visitor.page.goto("/delete")
    visitor.page.locator("main input[name=csrf_token]").evaluate("field => { field.value = 'old' }")
    visitor.page.locator("main form button").first.click()
    visitor.check()
    visitor.shot("mistake-old-form")
    assert visitor.page.goto("/questions/answers").status == 200, "the case is still there"


def test_broken_database_says_what_became_of_the_answers(chromium, tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("broken")
    site = Site(folder)
    try:
        token = Seed(site.instance).case(FIRM)
        with sqlite3.connect(site.instance / "mailweiche.sqlite3") as database:
            database.execute("ALTER TABLE cases RENAME TO lost")
        database.close()
        for language, phone in (("de", True), ("en", False)):
            visitor = Visitor(chromium, site, language, phone=phone, dark=False, script=True)
            assert visitor.page.goto(f"/resume/{token}").status == 500
            visitor.errors.clear()  # the browser itself reports the status
            visitor.check()
            visitor.shot("server-error")
            visitor.context.close()
    finally:
        site.stop()
