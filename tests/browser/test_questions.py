"""The questions by keyboard, without JavaScript, and what the small script adds."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def begun(visit):
    """A visitor at the first question."""

    def begin(**options):
        visitor = visit("en", **options)
        visitor.page.goto("/")
        visitor.page.get_by_role("button", name="Start now").click()
        visitor.page.wait_for_url("**/questions/devices")
        return visitor

    return begin


def test_a_question_is_answered_by_keyboard_alone(begun):
    page = begun().page
    page.locator("body").press("Tab")
    while page.evaluate("document.activeElement.type") != "radio":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.locator("input:checked").get_attribute("value") == "two"
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/shared-addresses")
    assert page.locator("html").get_attribute("lang") == "en", "Enter presses Continue, not the language switch"


def test_enter_in_a_figure_goes_on_in_the_same_language(begun):
    page = begun().page
    page.goto("/questions/figures-mail")
    page.get_by_label("How many years").fill("12")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/questions/figures-mail"))
    page.goto("/questions/figures-mail")
    assert page.get_by_label("How many years").input_value() == "12"
    assert page.locator("html").get_attribute("lang") == "en"


def test_an_error_receives_the_focus_and_leads_to_the_field(begun):
    visitor = begun(phone=True)
    page = visitor.page
    page.get_by_role("main").get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()  # a script in the page would offend its own policy
    assert page.title().startswith("Error: ")
    visitor.check()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "devices-0"


@pytest.mark.parametrize("script", [True, False])
def test_switching_the_language_keeps_an_unsaved_choice(begun, script):
    page = begun(script=script).page
    page.get_by_text("Three or more").click()
    page.get_by_role("button", name="Deutsch").click()
    page.get_by_role("heading", name="Wie viele Geräte").wait_for()
    assert page.get_by_label("Drei oder mehr").is_checked()
    page.get_by_role("main").get_by_role("button", name="Weiter").click()
    page.wait_for_url("**/questions/shared-addresses")


def test_the_browsers_own_back_button_shows_the_saved_answer(begun):
    page = begun().page
    page.get_by_text("Two", exact=True).click()
    page.get_by_role("main").get_by_role("button", name="Continue").click()
    page.wait_for_url("**/questions/shared-addresses")
    page.go_back()
    assert page.get_by_label("Two", exact=True).is_checked()
    page.go_forward()
    assert page.get_by_role("heading", level=1).inner_text() != ""


def test_the_secret_link_is_copied_and_opens_the_case_elsewhere(begun, visit):
    visitor = begun()
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.page
    page.get_by_text("Two", exact=True).click()
    page.get_by_role("main").get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Go on later").click()
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("Copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/resume/[\w-]{20,}", link)
    other = visit("de", phone=True).page
    other.goto(link)
    assert other.url.endswith("/questions/shared-addresses")


def test_without_a_script_there_is_no_copy_button_but_the_link(begun):
    page = begun(script=False).page
    page.goto("/questions/link")
    assert page.get_by_role("button", name="Copy the link").count() == 0
    assert "/resume/" in page.get_by_label("Your secret link").input_value()


USUAL = {
    "devices": "two",
    "shared_addresses": "none",
    "mail_location": "server",
    "local_only_mail": "none",
    "outages": "hardly_ever",
    "offline_reading": "no",
    "data_control": "provider_fine",
    "device_backup": "untested",
}


@pytest.mark.parametrize("script", [True, False])
def test_the_questions_that_decide_end_with_a_page_that_says_so_and_back_leads_along_them(begun, script):
    visitor = begun(phone=True, script=script)
    page = visitor.page
    for value in USUAL.values():
        page.locator(f"input[value={value}]").check()
        page.get_by_role("main").get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Go on with the most useful question").click()
    asked = []
    while not page.url.endswith("/questions/choose"):
        asked.append(page.url)
        assert "could still change the recommendation" in page.locator(".sureness").inner_text() or len(asked) > 1
        page.locator("input[type=radio]").first.check()
        page.get_by_role("main").get_by_role("button", name="Continue").click()
    assert "Done: no open answer changes" in page.locator(".sureness").inner_text()
    assert 1 <= len(asked) <= 6
    page.goto(asked[-1])
    for earlier in reversed(asked[:-1]):
        page.locator(".back-link").click()
        page.wait_for_url(earlier)
