"""From the consultant's list to «It works» on the employee's page, in browsers, with and without scripts."""

import re
import subprocess

import pytest

from tests.browser.companies import AT_ONCE, MANY, STAFF, STRICT
from tests.browser.seed import FIRM
from tests.integration.servers.process import program
from tests.made_up.probe_reports import GOOD

MAKE = re.compile("Make personal pages|Persönliche Seiten")
WORKS = {"de": "Es geht", "en": "It works"}
DONE = {"de": re.compile("1 von 2 erledigt"), "en": re.compile("1 of 2 done")}


def first_link(page) -> str:
    return re.search(r"/for/[\w-]+", page.locator(".people-link input").first.input_value())[0]


@pytest.mark.parametrize(("language", "phone"), [("de", False), ("en", True)])
def test_from_the_list_to_the_word_back(visit, seed, language, phone) -> None:
    consultant, employee = visit(language), visit("de", phone=phone)
    page = consultant.page
    page.goto(f"/resume/{seed.case(answers=FIRM, report=GOOD, staff=STAFF)}")
    page.goto("/profiles/preview")
    page.get_by_role("button", name=MAKE).click()
    consultant.check()
    page.locator(".people-link [data-copy]").first.click()
    page.locator(".people-link [role=status]:not(:empty)").first.wait_for()

    employee.page.goto(first_link(page))
    employee.page.get_by_role("link", name="Windows-PC").or_(employee.page.get_by_text("Windows-PC")).first.click()
    with employee.page.expect_download() as loaded:
        employee.page.get_by_role("link", name="Datei herunterladen").first.click()
    assert loaded.value.suggested_filename == "mailweiche-imap.prf"
    employee.page.get_by_role("button", name=WORKS["de"], exact=True).click()
    employee.page.locator(".notice-success").wait_for()
    employee.check()
    assert employee.context.cookies() == []

    page.reload()
    assert DONE[language].search(page.locator("main").inner_text())
    page.get_by_role("button", name=re.compile("^(End|Beenden) ?: Anna")).click()
    consultant.check()
    answer = employee.page.reload()
    assert answer.status == 404
    employee.check()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_opening_is_noted_by_the_script_or_by_the_first_choice(visit, seed, script) -> None:
    consultant, employee = visit("en"), visit("de", script=script)
    consultant.page.goto(f"/resume/{seed.case(answers=FIRM, report=GOOD, pages=MANY)}")
    consultant.page.goto("/profiles/people")
    path = first_link(consultant.page)
    if script:
        with employee.page.expect_response(lambda answer: answer.url.endswith("/opened")) as told:
            employee.page.goto(path)
        assert told.value.status == 204
    else:
        employee.page.goto(path)
        consultant.page.reload()
        assert "2 people have not opened" in consultant.page.locator("main").inner_text()
        employee.page.get_by_role("link", name="iPhone, iPad").click()
    consultant.page.reload()
    assert "1 person has not opened" in consultant.page.locator("main").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_deletes_at_once_asks_for_the_backup_and_a_choice_can_be_changed(visit, seed, script) -> None:
    employee = visit("de", phone=True, script=script)
    page = employee.page
    seed.case(answers=STRICT, report=GOOD, pages=AT_ONCE.replace(";outlook", ";"))
    page.goto(f"/for/{seed.links[0]}?device=windows")
    page.get_by_role("button", name="Outlook (klassisch").click()
    page.get_by_label("Dieser Computer wird regelmässig gesichert").check()
    page.get_by_role("button", name="Weiter zur Datei").click()
    page.get_by_role("link", name="Datei herunterladen").first.wait_for()
    employee.check()
    employee.shot("employee-chosen")
    page.get_by_role("button", name="Ein anderes Programm wählen").click()
    page.get_by_role("button", name="Thunderbird").click()
    assert "Thunderbird" in page.locator("#set-up ~ form").first.inner_text()
    assert page.get_by_text("Windows-Taste").count() == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_phone_can_read_the_codes_from_the_screen(visit, seed, tmp_path, dark) -> None:
    employee = visit("de", dark=dark)
    seed.case(answers=FIRM, report=GOOD, pages=MANY)
    employee.page.goto(f"/for/{seed.links[0]}?device=android")
    pictures = employee.page.locator("img.qr-picture")
    assert pictures.count() == 2
    read = []
    for number in range(2):
        shot = tmp_path / f"{number}.png"
        pictures.nth(number).screenshot(path=shot)
        command = [program("zbarimg", "zbar-tools"), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(shot)]
        read.append(subprocess.run(command, capture_output=True, check=True).stdout.decode().strip())
    assert read[0].startswith("[1,[1,1],[0,")
    assert read[1] == f"{employee.site.url}/for/{seed.links[0]}"
