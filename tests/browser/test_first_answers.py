"""The first answers show within a second, while servers that say nothing are still waited for."""

import threading
import time

import pytest
from playwright.sync_api import expect

from tests.browser.test_journey import LONGEST_CHECK, WORDS
from tests.integration.probes import speaking
from tests.integration.probes.scripted import ScriptedHost

DOMAIN = "zögert.example"
ASCII = DOMAIN.encode("idna").decode()
MAIL = f"mail.{ASCII}"
SECOND = 1000  # milliseconds of the page's own clock, whatever the machine is busy with
HOUR = 3600
SILENT = (143, 110, 995, 587, 465)


@pytest.fixture
def held(dns_server, test_ca):
    """One port of the only server answers; all others and the web are held until this is set."""
    released = threading.Event()

    def hold(_peer):
        released.wait(240)

    context = test_ca.certificate(MAIL).server_context()
    mail = ScriptedHost({993: speaking.imaps(context)} | dict.fromkeys(SILENT, hold))
    web = ScriptedHost({443: hold, 80: hold})
    dns_server.add(MAIL, "A", mail.address)
    dns_server.add(ASCII, "MX", f"10 {MAIL}.")
    dns_server.add(f"_imaps._tcp.{ASCII}", "SRV", f"0 1 993 {MAIL}.")
    dns_server.add(f"_submissions._tcp.{ASCII}", "SRV", f"0 1 465 {MAIL}.")
    dns_server.add(f"autoconfig.{ASCII}", "A", web.address)
    yield released
    released.set()
    for each in (mail, web):
        each.stop()


@pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
def test_the_first_answer_shows_within_a_second_while_the_rest_is_silent(visit, held, language, phone):
    visitor, words = visit(language, phone=phone), WORDS[language]
    page = visitor.page
    page.clock.install(time=0)
    start(page, words)
    lines = page.locator(".check-lines li")
    until_known(page)
    page.clock.run_for(SECOND)
    expect(lines.filter(has_text=f"{MAIL}").filter(has_text="993").filter(has_text="✓")).to_be_visible()
    assert lines.filter(has_text="465").locator(".check-working").is_visible()
    assert page.get_by_text(DOMAIN, exact=True).is_visible(), "as the owner writes it"
    assert MAIL in page.locator("#check-now").inner_text()
    page.clock.resume()
    visitor.check()
    visitor.shot("check-first-answers")
    assert not held.is_set()
    held.set()
    page.wait_for_url("**/check/result", timeout=LONGEST_CHECK)
    assert f"{MAIL}:993" in page.locator("main").inner_text()


def start(page, words):
    """Up to the moment when the check begins."""
    page.goto("/")
    page.get_by_role("button", name=words.start).click()
    page.goto("/check")
    page.get_by_role("textbox").first.fill(f"info@{DOMAIN}")
    page.clock.pause_at(HOUR)
    page.locator("main").get_by_role("button", name=words.check).click()
    page.wait_for_url("**/check/progress")


def until_known(page):
    """Until the app itself knows the first answer. When that is, is measured where no browser takes part."""
    ends = time.monotonic() + LONGEST_CHECK / 1000
    while not any("993" in line and "✓" in line for line in known_lines(page)):
        assert time.monotonic() < ends
        time.sleep(0.05)


def known_lines(page):
    return page.context.request.get("/check/status").json()["html"].split("<li>")
