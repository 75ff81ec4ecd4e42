"""The findings on the check page: letters unfold, can be copied, and are there without JavaScript too."""

import pytest

from tests.made_up.probe_reports import TROUBLED, WRONG_NAME

COPIED = {"de": "Kopiert.", "en": "Copied."}


def open_check(visitor, seed, report) -> None:
    visitor.page.goto(f"/resume/{seed.case(report=report)}")
    visitor.page.goto("/check/result")


@pytest.mark.parametrize(("language", "phone", "dark"), [("de", True, False), ("en", False, True)])
def test_letter_unfolds_and_is_copied_whole(visit, seed, language, phone, dark) -> None:
    visitor = visit(language, phone=phone, dark=dark)
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_check(visitor, seed, WRONG_NAME)
    letter = visitor.page.locator("details.check-letter").first
    letter.locator("summary").click()
    text = letter.locator("textarea").input_value()
    assert text.endswith("\nMuster AG")
    letter.get_by_role("button").click()
    letter.get_by_role("status").get_by_text(COPIED[language]).wait_for()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == text
    visitor.check()


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_letter_unfolded_is_sound(visit, seed, language) -> None:
    visitor = visit(language, phone=True)
    open_check(visitor, seed, TROUBLED)
    visitor.page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")
    assert visitor.page.locator("details.check-letter textarea:visible").count() > 3
    visitor.check()


def test_without_javascript_the_letter_is_there_and_no_button_that_does_nothing(visit, seed) -> None:
    visitor = visit("de", script=False)
    open_check(visitor, seed, WRONG_NAME)
    letter = visitor.page.locator("details.check-letter").first
    letter.locator("summary").click()
    assert letter.locator("textarea").input_value().startswith("Betreff: Mailserver für ")
    assert letter.get_by_role("button").count() == 0
