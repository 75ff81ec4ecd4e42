"""A consultant decides otherwise, in a browser: every state of the decision, on a phone and on a desktop."""

import pytest

from tests.browser.seed import FIRM
from tests.made_up.probe_reports import GOOD

ONE_PC = FIRM | {"devices": "one", "device_backup": "tested", "devices_leave_office": "unencrypted"}
REASON = {
    "de": "Die Treuhänderin verlangt, dass die ganze Korrespondenz der letzten zehn Jahre auch im Haus liegt.",
    "en": "The fiduciary demands that the whole correspondence of the last ten years lies in the house as well.",
}


def seen(visitor, name: str) -> None:
    visitor.check()
    visitor.shot(name)


def answer(page, question: str, value: str) -> None:
    page.goto(f"/questions/{question}?then=result")
    page.locator(f"label[for={page.locator(f'main input[value={value}]').first.get_attribute('id')}]").click()
    page.locator("main form button.button").first.click()


@pytest.mark.parametrize(("language", "phone", "dark"), [("de", True, False), ("en", False, True)])
def test_a_decision_from_the_first_thought_to_its_end(visit, seed, language, phone, dark) -> None:
    visitor = visit(language, phone=phone, dark=dark)
    page = visitor.page
    page.goto(f"/resume/{seed.case(answers=ONE_PC, report=GOOD)}")
    page.goto("/result")
    seen(visitor, "result-before-override")
    page.locator("#decide").click()
    page.locator("#decide ~ div a").click()
    seen(visitor, "override")

    page.locator("#decide-form > button").click()
    assert page.locator(".error-summary li").count() == 3
    seen(visitor, "override-errors")
    page.locator(".error-summary a").first.click()
    assert page.evaluate("document.activeElement.name") == "to"

    page.locator("label[for=to-0]").click()
    page.locator("#reason").fill(REASON[language])
    page.locator("#by").fill("Anna Muster")
    page.locator("#decide-form > button").click()
    page.wait_for_url("**/result")
    assert REASON[language] in page.locator(".decided").inner_text()
    assert page.locator(".alarm").count() == 1
    seen(visitor, "result-decided")
    page.goto("/profiles")
    assert REASON[language] in page.locator(".decided").inner_text()
    seen(visitor, "profiles-decided")

    answer(page, "outages", "weekly")
    page.wait_for_url("**/result*")
    assert "notice-warning" in page.locator(".decided").get_attribute("class")
    seen(visitor, "result-decided-before")
    page.locator(".decided a").click()
    assert page.locator("#reason").input_value() == REASON[language]
    seen(visitor, "override-confirm")
    page.locator("#decide-form > button").click()
    page.wait_for_url("**/result")
    assert "notice-warning" not in page.locator(".decided").get_attribute("class")

    page.locator(".decided a").click()
    page.locator("form[action$=withdraw] button").click()
    page.wait_for_url("**/result")
    assert page.locator(".decided").count() == 0
    assert page.locator("#decide").count() == 1


def test_a_rule_that_comes_later_ends_it(visit, seed) -> None:
    visitor = visit("de", phone=True)
    page = visitor.page
    page.goto(f"/resume/{seed.case(answers=ONE_PC, report=GOOD)}")
    page.goto("/result/override")
    page.locator("label[for=to-1]").click()
    page.locator("#reason").fill(REASON["de"])
    page.locator("#by").fill("Anna Muster")
    page.locator("#decide-form > button").click()
    answer(page, "devices", "three_plus")
    page.wait_for_url("**/result*")
    assert "Dieser Entscheid gilt nicht mehr." in page.locator(".decided").inner_text()
    seen(visitor, "result-decided-void")
    page.goto("/result/override")
    seen(visitor, "override-void")


def test_the_decision_is_printed_and_its_links_are_not(visit, seed) -> None:
    page = visit("de", script=False).page
    page.goto(f"/resume/{seed.case(answers=ONE_PC, report=GOOD)}")
    page.goto("/result/override")
    page.locator("label[for=to-0]").click()
    page.locator("#reason").fill(REASON["de"])
    page.locator("#by").fill("Anna Muster")
    page.locator("#decide-form > button").click()
    page.emulate_media(media="print")
    assert page.locator(".decided-reason").is_visible()
    assert page.locator(".decided a").is_hidden()
