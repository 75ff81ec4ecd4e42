"""From the landing page to downloaded profiles, by a real browser, against a real mail server."""

import json
import plistlib
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from advisor.questionnaire.schema import CORE

LONGEST_CHECK = 120_000  # milliseconds; the machine may be busy
ANSWERS = {
    "devices": "two",
    "shared_addresses": "few",
    "mail_location": "server",
    "local_only_mail": "none",
    "outages": "hardly_ever",
    "offline_reading": "recent",
    "data_control": "provider_fine",
    "device_backup": "untested",
}


@dataclass(frozen=True)
class Words:
    """What a person looks for on the pages."""

    start: str
    go_on: str
    answer: str
    check: str
    advice: str
    verdict: str
    settings: str
    download: str


WORDS = {
    "de": Words(
        start="Jetzt beginnen",
        go_on="Weiter",
        answer="Weiter zum Mailserver",
        check="Mailserver prüfen",
        advice="Zur Empfehlung",
        verdict="Lassen Sie die Post beim Anbieter",
        settings="Zu Einstellungen und Profilen",
        download="herunterladen",
    ),
    "en": Words(
        start="Start now",
        go_on="Continue",
        answer="On to the mail server",
        check="Check the mail server",
        advice="To the recommendation",
        verdict="Leave the mail with the provider",
        settings="To settings and profiles",
        download="Download",
    ),
}


@pytest.mark.parametrize(
    ("language", "phone", "script"), [("de", True, True), ("en", False, True), ("de", True, False)]
)
def test_from_landing_page_to_downloaded_profiles(visit, firma, tmp_path, language: str, phone: bool, script: bool):
    visitor, words = visit(language, phone=phone, script=script), WORDS[language]
    page = visitor.page
    page.goto("/")
    page.get_by_role("button", name=words.start).click()
    answer_core_questions(page, words)
    page.get_by_role("link", name=words.answer).first.click()
    check_server(visitor, words)
    page.get_by_role("link", name=words.advice).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(words.verdict)
    visitor.shot(f"journey-result{'' if script else '-no-script'}")
    page.get_by_role("link", name=words.settings).first.click()
    visitor.shot(f"journey-profiles{'' if script else '-no-script'}")
    check_bundle(download(page, words, tmp_path), language)
    assert not visitor.errors
    assert not visitor.foreign


def answer_core_questions(page, words: Words) -> None:
    for key in CORE:
        page.locator(f"input[value={ANSWERS[key]}]").check()
        page.get_by_role("button", name=words.go_on).click()


def check_server(visitor, words: Words) -> None:
    page = visitor.page
    page.get_by_role("textbox").first.fill("alice@firma.example")
    page.locator("main").get_by_role("button", name=words.check).click()
    page.wait_for_url("**/check/result", timeout=LONGEST_CHECK)
    text = page.locator("main").inner_text()
    for host_and_port in ("mail.firma.example:993", "mail.firma.example:995", "mail.firma.example:465"):
        assert host_and_port in text


def download(page, words: Words, folder):
    form = page.locator("form", has=page.locator("input[name=address]"))
    form.locator("input[name=name]").fill("Alice Ämmer")
    form.locator("input[name=address]").fill("alice@firma.example")
    form.get_by_role("button").first.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words.download).first.click()
    path = folder / "profiles.zip"
    waiting.value.save_as(path)
    return path


def check_bundle(path, language: str) -> None:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        autoconfig = next(name for name in names if name.startswith("company/") and name.endswith(".xml"))
        profile = next(name for name in names if name.endswith(".mobileconfig"))
        incoming = ET.fromstring(archive.read(autoconfig)).find(".//incomingServer")
        account = plistlib.loads(archive.read(profile))["PayloadContent"][0]
    assert f"README.{language}.txt" in names
    assert manifest["schema"] == "mailweiche.bundle/1"
    assert (incoming.get("type"), incoming.findtext("hostname"), incoming.findtext("port")) == (
        "imap",
        "mail.firma.example",
        "993",
    )
    assert account["IncomingMailServerHostName"] == "mail.firma.example"
    assert account["EmailAddress"] == "alice@firma.example"
    assert not [key for key in account if "Password" in key and key != "OutgoingPasswordSameAsIncomingPassword"]
