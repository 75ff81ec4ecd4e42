"""Letting mail programs set themselves up, in a browser: every state from the release to the end.

The app is one of its own, which mail programs could reach; the proof is looked for in the test name server.
"""

import re

import pytest

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.settings.codes import Alternative
from tests.browser.conftest import Site, Visitor
from tests.browser.seed import FIRM, Seed
from tests.made_up.probe_reports import GOOD

PAGE = "/profiles/serve"
POP3 = FIRM | {
    "devices": "one",
    "device_backup": "tested",
    "keep_copy_on_server": "no",
    "mails_per_day": 40,
    "average_kb": 100,
    "data_control": "off_provider",
    "provider_stay": "some_weeks",
}
FETCHING = Answers.of({key: POP3[key] for key in ("devices", "data_control", "provider_stay", "keep_copy_on_server")})
ROAD = (Group("Aussendienst", 4, FETCHING, GroupKind.ROAD, None),)


@pytest.fixture(scope="module")
def public_site(tmp_path_factory, _running_dns, test_ca):
    site = Site(
        tmp_path_factory.mktemp("public"),
        MAILWEICHE_NAMESERVERS=f"{_running_dns.address}:{_running_dns.port}",
        MAILWEICHE_PROBE_ALLOW_NETWORKS="127.0.0.0/8",
        MAILWEICHE_PROBE_EXTRA_CA=str(test_ca.path),
        MAILWEICHE_PROBE_COOLDOWN="0",
        MAILWEICHE_PUBLIC_URL="https://mail.praxis-muster.ch",
    )
    yield site
    site.stop()


@pytest.fixture(scope="module")
def public_seed(public_site):
    return Seed(public_site.instance)


@pytest.fixture
def visitor(chromium, public_site):
    made = []

    def new(language, *, phone, dark):
        made.append(Visitor(chromium, public_site, language, phone=phone, dark=dark, script=True))
        return made[-1]

    yield new
    for each in made:
        each.context.close()


def seen(visitor, name):
    visitor.check()
    visitor.shot(f"serve-{name}")


def press(page, action):
    page.locator(f"form[action='{PAGE}/{action}'] button").first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize(("language", "phone", "dark"), [("de", True, False), ("en", False, True)])
def test_from_the_release_to_the_end(visitor, public_seed, dns_server, language, phone, dark):
    guest = visitor(language, phone=phone, dark=dark)
    page = guest.page
    page.goto(f"/resume/{public_seed.case(answers=FIRM, report=GOOD)}")
    page.goto("/profiles")
    page.locator(f"a[href^='{PAGE}']").click()
    page.wait_for_url(f"**{PAGE}*")
    seen(guest, "release")

    press(page, "release")
    seen(guest, "prove")
    line, name = page.locator("#proof-line").input_value(), page.locator("#proof-record").input_value()
    assert re.fullmatch(r"mailweiche=[\w-]{43}", line)

    dns_server.add(name, "TXT", '"mailweiche=another"')
    press(page, "check")
    assert "mailweiche=another" in page.locator("[data-focus]").inner_text()
    assert page.evaluate("document.activeElement.className").startswith("notice")
    seen(guest, "not-found")

    dns_server.add(name, "TXT", f'"{line}"')
    press(page, "check")
    assert page.locator(".notice-success").count() == 2
    assert "mail.praxis-muster.ch" in page.locator("#records").input_value()
    for folded in page.locator("main summary").all():
        folded.click()
    seen(guest, "answering")
    if phone:
        page.set_viewport_size({"width": 360, "height": 740})
        guest.check()

    page.goto(f"{PAGE}?way=imap_archive")
    seen(guest, "other-today")
    press(page, "stop")
    assert page.locator("#proof-line").count() == 0
    seen(guest, "stopped")


@pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
def test_a_way_that_takes_mail_off_the_server_is_never_released(visitor, public_seed, language, phone):
    guest = visitor(language, phone=phone, dark=not phone)
    page = guest.page
    page.goto(f"/resume/{public_seed.case(answers=POP3, report=GOOD)}")
    page.goto(PAGE)
    assert page.locator("main form").count() == 0
    seen(guest, "kept-back")
    page.locator(".notice-warning a").click()
    page.wait_for_url("**/profiles?way=pop3_keep")


@pytest.mark.parametrize(("language", "phone"), [("de", True), ("en", False)])
def test_settings_that_delete_and_are_handed_out_all_the_same(visitor, public_seed, language, phone):
    guest = visitor(language, phone=phone, dark=False)
    page = guest.page
    token = public_seed.case(answers=FIRM, report=GOOD, groups=ROAD)
    page.goto(f"/resume/{token}")
    page.goto(PAGE)
    assert "Aussendienst" in page.locator(".notice-warning").first.inner_text()
    press(page, "release")
    public_seed.hand_out(token, Alternative.POP3_DELETE)
    page.goto(f"{PAGE}?way=imap")
    assert page.locator("main form").count() == 2
    seen(guest, "unanswered")
