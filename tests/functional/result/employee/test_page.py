"""The page of one employee: for whom, on which device, with which steps."""

import re
from dataclasses import replace

import pytest

from advisor.store.database import db
from advisor.web.publications import release, released
from tests.functional.result.staff_pages import (
    ANDROID,
    IPAD,
    IPHONE,
    LINUX,
    WINDOWS,
    change,
    links,
    make,
    open_pages,
    rows,
)


def test_it_greets_names_the_company_and_speaks_the_persons_language(app, open_page, see):
    answer, text = see(open_page(language="de"))
    assert '<html lang="de">' in answer.text
    for word in ("Anna Muster", "Muster AG", "anna@firma.example", "4."):
        assert word in text
    assert '<html lang="en">' in see(f"{open_page(language='de')}?language=en")[0].text
    assert '<html lang="de">' in see(f"{open_page(language='de')}?language=xx")[0].text


def test_no_field_for_a_password_no_cookie_no_trace(open_page, see):
    answer, _ = see(open_page())
    assert 'type="password"' not in answer.text
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex, nofollow">' in answer.text
    assert 'href="http' not in answer.text


def test_the_consultants_own_browser_shows_no_link_into_the_case(open_case, all_situations):
    client = open_case(all_situations["firm"])
    make(client)
    page = client.get(links(client)["Anna Muster"]).text
    assert "/delete" not in page
    assert 'href="/"' not in page


@pytest.mark.parametrize(
    ("agent", "steps"),
    [
        (IPHONE, "Profile Downloaded"),
        (ANDROID, "Import settings"),
        (LINUX, "Configure manually"),
    ],
)
def test_the_device_is_recognised(open_page, see, agent, steps):
    _, text = see(open_page(), agent)
    assert "This seems to be your device." in text
    assert steps in text


def test_windows_has_several_programs_and_asks_first(open_page, see):
    path = open_page()
    _, text = see(path)
    assert "Which program do you use?" in text
    assert "Press the Windows key" not in text
    _, text = see(f"{path}?device=windows&program=outlook")
    assert "Press the Windows key and R together" in text
    assert "Outlook (classic, Windows)" in text
    _, text = see(f"{path}?device=windows&program=outlook_new")
    assert "“Settings” (gear)" in text


def test_an_ipad_that_says_mac_can_be_corrected_by_a_plain_link(open_page, see):
    path = open_page()
    answer, text = see(path, IPAD)
    assert "Apple Mail (Mac)" in text
    assert "If it is an iPad" in text
    link = re.search(r'href="(/for/[^"]*device=iphone[^"]*)"', answer.text)[1].replace("&amp;", "&")
    _, text = see(link, IPAD)
    assert "Steps for the device that you chose:" in text
    assert "Profile Downloaded" in text


@pytest.mark.parametrize(
    "agent", ["", "x" * 50_000, "<script>alert(1)</script>", "Mozilla\x7f\u00fc", "Windows Phone 10"]
)
def test_an_unknown_or_hostile_browser_is_asked_for_the_device(open_page, see, agent):
    answer, text = see(open_page(), agent)
    assert answer.status_code == 200
    assert "On which device do you want to set up your mail?" in text
    assert "alert(1)" not in answer.text


@pytest.mark.parametrize(
    "query", ["device=toaster", "program=pine", "device=&program=&language=", "program=%00", "x=1"]
)
def test_nonsense_in_the_address_is_ignored(open_page, see, query):
    answer, text = see(f"{open_page()}?{query}", IPHONE)
    assert answer.status_code == 200
    assert "Profile Downloaded" in text


def test_only_the_programs_of_the_row_are_offered(open_page, see):
    path = open_page("outlook,apple")
    _, text = see(path)
    assert "Outlook (classic, Windows)" in text
    assert "Thunderbird" not in text
    assert "Which program do you use?" not in text
    _, text = see(path, ANDROID)
    assert "There is nothing to set up on this device." in text
    assert "Outlook (classic, Windows), iPhone and iPad, Apple Mail (Mac)" in text


def test_apple_says_what_the_person_will_see(open_page, see):
    _, text = see(open_page(), IPHONE)
    for words in ("tap “Allow”", "“Profile Downloaded”", "“Not Signed”", "Removing the profile removes the account"):
        assert words in text


def test_it_tells_the_password_of_the_mailbox_from_that_of_the_device(open_page, see):
    _, text = see(open_page(), IPHONE)
    assert "first ask for the code that unlocks it, then for the password of the mailbox" in text
    _, text = see(f"{open_page()}?program=mac", IPAD)
    assert "When the Mac asks for the password of “anna@firma.example”, type the password of the mailbox." in text
    assert "the password with which you sign in to the Mac; that is another one" in text


def test_who_opens_a_foreign_link_or_a_foreign_device_is_told_what_to_do(open_page, see):
    _, text = see(open_page(), WINDOWS)
    assert "Is this not your mailbox? Then set up nothing, and tell the person who gave you the link." in text
    assert "only on your own devices or on those of your company" in text


def test_the_sent_folder_can_be_looked_at_without_webmail(open_page, see):
    assert "in the browser (webmail) or on another device, folder “Sent”" in see(open_page(), IPHONE)[1]


def test_values_password_test_and_help_are_there(open_page, see):
    _, text = see(open_page(), IPHONE)
    for words in (
        "mail.firma.example",
        "993",
        "The password asked for is that of this mailbox.",
        "Write a mail to yourself (anna@firma.example)",
        "folder “Sent”",
        "Ask the person who gave you these instructions.",
        "Is this mailbox already set up here?",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"provider_notes": ("app_password_required",)}, "The provider demands a separate app password."),
        ({"provider_notes": ("must_enable_imap",)}, "only after you have switched this on"),
        ({"provider_notes": ("must_enable_pop3",)}, "The password asked for is that of this mailbox."),
        ({"alarms": ("backup_first",)}, "first needs an automatic backup"),
        ({"imap": None}, "A server is missing in your settings"),
    ],
)
def test_what_is_known_of_the_provider_stands_there(app, open_page, see, changes, said):
    path = open_page()
    with app.app_context():
        case_id = rows(app)[0]["case_id"]
        number = release(case_id, replace(released(case_id).settings, **changes))
        db.session.commit()
    change(app, publication_id=number)
    _, text = see(path, IPHONE)
    assert said in text


@pytest.mark.parametrize("settings", [{"handover_name": "Praxis Meier"}], indirect=True)
def test_whom_to_ask_is_named_also_where_the_link_is_dead(open_page, see):
    assert "Ask: Praxis Meier." in see(open_page())[1]
    assert "Praxis Meier" in see("/for/nothing")[1]


def test_pop3_says_that_sent_mail_stays_here_and_phones_have_nothing(open_page, see):
    path = open_page(situation="pop3_days")
    _, text = see(path, ANDROID)
    assert "Which one shall it be?" in text
    assert "Android (Thunderbird" not in text
    assert "iPhone and iPad" not in text
    _, text = see(open_page("thunderbird", situation="pop3_days"))
    assert "With POP3 sent mail stays on this device only" in text
    assert "on exactly one computer" in text


def test_alarms_of_the_company_come_first(open_page, see):
    _, text = see(open_page(situation="alarms"))
    assert "First encrypt the disks" in text
    assert text.index("First encrypt the disks") < text.index("1. Set up your mail")


def test_who_collects_is_told_never_to_delete(app, all_situations, see):
    found = open_pages(app, all_situations["firm"], "address;name;role\r\na@firma.example;PC;collector\r\n")
    _, text = see(found["PC"])
    assert "must never delete anything on the server" in text


def test_names_with_markup_are_text(app, all_situations, see):
    staff = 'address;name\r\na@firma.example;"<img src=x> ""&{{7*7}}"\r\n'
    (path,) = open_pages(app, all_situations["firm"], staff).values()
    answer, text = see(path)
    assert '<img src=x> "&{{7*7}}' in text
    assert "<img src=x>" not in answer.text


def test_the_code_for_the_phone_is_on_a_computer_only(open_page, see):
    path = open_page()
    assert "Open this page on your phone" in see(path, WINDOWS)[1]
    assert "Open this page on your phone" not in see(path, IPHONE)[1]
    assert "Open this page on your phone" not in see(open_page("outlook"), WINDOWS)[1]
    assert "Open this page on your phone" not in see(open_page("thunderbird", situation="pop3_days"), WINDOWS)[1]


def test_the_code_for_android_is_shown_on_another_screen_only(open_page, see):
    path = open_page()
    assert "data:image/svg+xml;base64," in see(f"{path}?device=android", WINDOWS)[0].text
    assert "data:image/svg+xml;base64," not in see(path, ANDROID)[0].text
