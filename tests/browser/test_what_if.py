"""What if, as a person does it: choose a question, look at another answer, take it over; with and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.seed import FIRM
from tests.made_up.probe_reports import GOOD

WORDS = {
    "de": (
        "Ausprobieren",
        "Beim Anbieter, und vollständig auch bei uns",
        "mit eigener Kopie",
        "Diese Antwort übernehmen",
    ),
    "en": ("Try it", "With the provider, and a full copy with us", "with your own copy", "Take over this answer"),
}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
def test_an_answer_is_tried_and_taken_over(visit, seed, language, phone, script) -> None:
    look, answer, form, take = WORDS[language]
    page = visit(language, phone=phone, script=script).page
    page.goto(f"/resume/{seed.case(FIRM, GOOD)}")
    page.goto("/result")
    page.locator("#what-if-question").select_option("data_control")
    page.get_by_role("button", name=look).click()
    page.get_by_role("link", name=answer, exact=True).click()
    headline = page.locator("#moved")
    expect(headline).to_contain_text(form)
    expect(headline).to_be_in_viewport()
    before = page.get_by_role("link", name=answer, exact=True)
    expect(before).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name=take).click()
    assert page.url.endswith("/result")
    expect(page.locator(".notice-success")).to_be_visible()
    expect(page.locator(".form-line")).to_contain_text({"de": "Kopie", "en": "copy"}[language])
