"""A large export as a person lives through it: click, go away, come back, download; with and without script."""

import hashlib
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.companies import STAFF_EXCLUDED
from tests.browser.seed import FIRM
from tests.made_up.probe_reports import GOOD

LONGEST_EXPORT = 120_000  # milliseconds; the machine may be busy
PEOPLE = 40
STAFF = b"address;name\n" + b"".join(b"p%d@firma.example;Person %d\n" % (number, number) for number in range(PEOPLE))


@pytest.mark.parametrize(
    ("language", "phone", "script"), [("de", True, True), ("en", False, True), ("de", True, False)]
)
def test_from_the_click_to_the_download(visit, seed, tmp_path, language: str, phone: bool, script: bool) -> None:
    visitor = visit(language, phone=phone, script=script)
    page = visitor.page
    page.goto(f"/resume/{seed.case(FIRM, GOOD, staff=STAFF)}")
    page.goto("/profiles/preview")
    page.get_by_role("button", name="ZIP").click()
    expect(page.get_by_role("progressbar").or_(page.locator(".fingerprint"))).to_be_attached()
    address = page.url
    page.goto("/profiles")
    page.get_by_role("link", name="Stand" if language == "de" else "See how far").or_(
        page.get_by_role("link", name="download")
    ).first.click()
    assert page.url == address
    expect(page.locator(".fingerprint")).to_be_attached(timeout=LONGEST_EXPORT)
    assert page.url == address
    fingerprint = page.locator(".fingerprint").text_content()
    with page.expect_download() as started:
        page.get_by_role("link", name="ZIP").click()
    started.value.save_as(tmp_path / "files.zip")
    assert hashlib.sha256((tmp_path / "files.zip").read_bytes()).hexdigest() == fingerprint
    names = zipfile.ZipFile(tmp_path / "files.zip").namelist()
    assert len({name.split("/")[1] for name in names if name.startswith("people/")}) == PEOPLE
    page.reload()
    page.get_by_role("button", name="löschen" if language == "de" else "Delete").click()
    assert page.url == address
    expect(page.locator(".fingerprint")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not visitor.errors
    assert not visitor.foreign


MATRIX_ON_A_PHONE = 5_200
"""Pixels for all kinds of files where each person of a list reads in another way; all unfolded they take 9,000."""


@pytest.mark.parametrize("script", [True, False])
def test_what_endangers_mail_is_seen_without_opening_anything(visit, seed, script: bool) -> None:
    page = visit("de", phone=True, script=script).page
    page.goto(f"/resume/{seed.case(FIRM, GOOD, staff=STAFF_EXCLUDED)}")
    page.goto("/profiles/preview")
    kinds = page.locator("section[aria-labelledby=matrix]")
    assert kinds.bounding_box()["height"] < MATRIX_ON_A_PHONE
    outlook = kinds.locator(".card-plain").filter(has=page.locator("#target-outlook_prf"))
    expect(outlook.get_by_text("Schon beim ersten Abholen löscht das Programm auf dem Server.")).to_be_visible()

    apple = kinds.locator(".card-plain").filter(has=page.locator("#target-apple"))
    unsigned = apple.get_by_text("Das Profil ist nicht signiert.")
    expect(unsigned).to_be_hidden()
    apple.locator("summary").click()
    expect(unsigned).to_be_visible()
