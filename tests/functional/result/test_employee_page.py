"""The page of one employee: for whom, on which device, with which steps, reported back; and every link that is none."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import html5lib
import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from advisor.store.database import db
from advisor.store.models import Case, ProbeRun, Publication
from advisor.web.config import load_settings
from advisor.web.publications import release, released
from tests.functional.result.staff_lists import GOOD
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
    past,
    rows,
)

EVERY = "address;name;programs;language\r\nanna@firma.example;Anna Muster;{};{}\r\n"


@pytest.fixture
def settings(tmp_path, request):
    changes = getattr(request, "param", {})
    return load_settings(instance=tmp_path / "instance", secret_key="only-for-these-tests-0123456789", **changes)


@pytest.fixture
def open_page(app, all_situations):
    """The path of the page of one person with these programs, in a case of this situation."""

    def opened(programs="", language="en", situation="firm"):
        return open_pages(app, all_situations[situation], EVERY.format(programs, language))["Anna Muster"]

    return opened


@pytest.fixture
def see(app):
    """What a stranger's browser shows, blanks folded."""

    def seen(path, agent=WINDOWS, method="get", **kwargs):
        answer = getattr(app.test_client(), method)(
            path, headers={"User-Agent": agent, "Accept-Language": "en"}, **kwargs
        )
        tree = html5lib.parse(answer.text, namespaceHTMLElements=False)
        return answer, re.sub(r"\s+", " ", "".join(tree.find(".//main").itertext()))

    return seen


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


def test_values_password_test_and_help_are_there(open_page, see):
    _, text = see(open_page(), IPHONE)
    for words in (
        "mail.firma.example",
        "993",
        "What is asked for is the password of this mailbox.",
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
        ({"provider_notes": ("must_enable_pop3",)}, "What is asked for is the password of this mailbox."),
        ({"alarms": ("backup_first",)}, "first needs an automatic backup"),
        ({"imap": None}, "A server is missing in your settings"),
    ],
)
def test_what_is_known_of_the_provider_stands_there(app, open_page, see, changes, said):
    path = open_page()
    with app.app_context():
        case_id = rows(app)[0]["case_id"]
        release(case_id, replace(released(case_id).settings, **changes))
        db.session.commit()
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


# What is noted


@pytest.mark.parametrize(
    ("method", "query", "headers", "noted"),
    [
        ("get", "", {}, False),  # programs that look through mails do just this
        ("head", "", {}, False),
        ("head", "?device=mac", {}, False),
        ("get", "?device=mac", {}, True),
        ("get", "?language=de", {}, True),
        ("get", "?device=nonsense", {}, False),
        ("get", "?device=mac", {"Sec-Purpose": "prefetch;prerender"}, False),
        ("get", "?device=mac", {"Purpose": "prefetch"}, False),
        ("get", "/file/apple", {}, True),
        ("head", "/file/apple", {}, False),
        ("get", "/file/apple", {"X-Moz": "prefetch"}, False),
        ("get", "/file/aerc", {}, False),
        ("post", "/opened", {}, True),
        ("get", "/opened", {}, False),
        ("post", "/report", {}, False),
    ],
)
def test_opening_is_noted_where_a_person_does_something(app, open_page, method, query, headers, noted):
    app.test_client_class = FlaskClient  # what a HEAD gives is no page
    path = open_page()
    getattr(app.test_client(), method)(path + query, headers=headers)
    assert (rows(app)[0]["opened_at"] is not None) is noted


def test_the_first_opening_counts(app, open_page):
    path = open_page()
    app.test_client().post(path + "/opened")
    first = rows(app)[0]["opened_at"]
    app.test_client().post(path + "/opened")
    app.test_client().get(path + "?device=mac")
    assert rows(app)[0]["opened_at"] == first


def test_a_report_can_be_repeated_and_changed(app, open_page, see):
    path = open_page()
    answer = app.test_client().post(path + "/report", data={"works": "no", "device": "mac", "program": "<x>"})
    assert (answer.status_code, answer.location) == (303, f"{path}?device=mac#reported")
    said = rows(app)[0]
    assert (said["done_at"], said["opened_at"] is None) == (None, False)
    assert "You have reported that it does not work." in see(path)[1]
    app.test_client().post(path + "/report", data={"works": "no"})
    assert rows(app)[0]["trouble_at"] == said["trouble_at"]
    app.test_client().post(path + "/report", data={"works": "yes"})
    assert rows(app)[0]["trouble_at"] is None
    assert rows(app)[0]["done_at"] is not None
    assert "You have reported that it works." in see(path)[1]
    app.test_client().post(path + "/report", data={"works": "maybe"})
    assert rows(app)[0]["done_at"] is not None


def test_reporting_needs_no_session_although_forms_are_protected(app, open_page):
    path = open_page()
    app.config["WTF_CSRF_ENABLED"] = True
    assert app.test_client().post(path + "/report", data={"works": "yes"}).status_code == 303
    assert app.test_client().post("/profiles/people/end-all").status_code == 400
    assert rows(app)[0]["done_at"] is not None


# One program only


def test_who_empties_the_mailbox_chooses_one_program_and_gets_that_one_only(app, open_page, see):
    path = open_page(situation="pop3_days")
    _, text = see(path)
    assert "only one program on one computer" in text
    assert "Press the Windows key" not in text
    client = app.test_client()
    for target in ("outlook_prf", "thunderbird"):
        assert client.get(f"{path}/file/{target}").status_code == 404
    client.post(path + "/program", data={"program": "android"})
    assert rows(app)[0]["program"] is None, "no phone empties a mailbox"
    answer = client.post(path + "/program", data={"program": "outlook", "device": "windows"})
    assert answer.location == f"{path}?device=windows&program=outlook#set-up"
    client.post(path + "/program", data={"program": "thunderbird"})
    assert rows(app)[0]["program"] == "outlook", "the first choice stays"
    assert client.get(f"{path}/file/outlook_prf").status_code == 200
    assert client.get(f"{path}/file/thunderbird").status_code == 404
    _, text = see(path)
    assert "Press the Windows key" in text
    assert "Thunderbird (Windows" not in text


def test_one_named_program_needs_no_choice(open_page, see):
    _, text = see(open_page("outlook", situation="pop3_days"))
    assert "only one program" not in text
    assert "Press the Windows key" in text


def test_webmail_beside_it_needs_no_choice(open_page, see):
    _, text = see(open_page("outlook,browser", situation="pop3_days"))
    assert "Which one shall it be?" not in text


def test_two_readers_of_a_mailbox_that_would_be_emptied_get_nothing(app, open_case, all_situations, see):
    client = open_case(all_situations["pop3_days"])
    for name in ("Anna", "Bob"):
        make(client, f"address;name;programs;language\r\ninfo@firma.example;{name};outlook;en\r\n", way="pop3_keep")
    found = links(client)
    for path in found.values():
        _, text = see(path)
        assert "Set up nothing yet. Other people read this mailbox too" in text
        assert "Press the Windows key" not in text
        assert "The password" not in text
        assert "It works" not in text
        assert app.test_client().get(f"{path}/file/outlook_prf").status_code == 404
        app.test_client().post(path + "/program", data={"program": "outlook"})
    client.post(f"/profiles/people/{rows(app)[1]['id']}/end")
    assert "Press the Windows key" in see(found["Anna"])[1]


# Links that are none


def test_a_dead_link_is_the_same_for_everybody(app, open_page, see):
    path = open_page()
    token = path.removeprefix("/for/")
    other = "A" if token[0] != "A" else "B"
    dead = [
        "/for/x",
        f"/for/{other}{token[1:]}",
        f"/for/{token[:-1]}",
        f"/for/{token}x",
        f"/for/{token.swapcase()}",
        "/for/" + "a" * 5_000,
        "/for/%00%ff",
        "/for/<script>",
        "/for/..%2f..",
        f"/for/{token[:-1]}%0a",
    ]
    pages = {see(one)[0].data for one in dead}
    change(app, expires_at=past())
    answer, text = see(path)
    pages.add(answer.data)
    assert answer.status_code == 404
    assert len(pages) == 1
    assert "This link opens nothing any more" in text
    assert "ask the person who gave you the link" in text
    assert "script" not in text


@pytest.mark.parametrize("ended", ["link ended", "link ran out", "case ran out", "nothing released"])
@pytest.mark.parametrize("part", ["", "/file/apple", "/opened", "/report", "/program"])
def test_after_its_end_a_link_answers_like_one_that_never_was(app, open_page, ended, part):
    path = open_page()
    if ended == "link ended":
        change(app, ended_at=datetime.now(UTC))
    elif ended == "link ran out":
        change(app, expires_at=past())
    else:
        with app.app_context():
            if ended == "case ran out":
                db.session.execute(sa.update(Case).values(expires_at=past()))
            else:
                db.session.execute(sa.delete(Publication))
            db.session.commit()
    unknown = app.test_client().get("/for/" + "a" * 32)
    client = app.test_client()
    answers = [client.get(path + part)]
    if part in ("/opened", "/report", "/program"):
        answers.append(client.post(path + part, data={"works": "yes", "program": "outlook"}))
    for answer in answers:
        assert (answer.status_code, answer.data) == (404, unknown.data)
    assert rows(app)[0]["done_at"] is None
    assert rows(app)[0]["opened_at"] is None


def test_settings_stay_as_they_were_released(app, open_case, all_situations, see):
    client = open_case(all_situations["firm"])
    make(client)
    path = links(client)["Bob Sample"]
    before = see(path)[0].data
    with app.app_context():
        db.session.execute(sa.delete(ProbeRun))
        db.session.commit()
    assert see(path)[0].data == before


def test_a_released_document_that_is_broken_answers_like_nothing(app, open_page, see):
    path = open_page()
    with app.app_context():
        db.session.execute(sa.update(Publication).values(settings="{}"))
        db.session.commit()
    assert see(path)[0].status_code == 404


@pytest.mark.parametrize("path", ["report", "opened", "program"])
def test_a_reload_after_a_button_leads_back(app, open_page, path):
    page = open_page()
    assert app.test_client().get(f"{page}/{path}").location == page


def test_several_people_never_see_each_other(app, all_situations, see):
    _, text = see(open_pages(app, all_situations["firm"], GOOD)["Bob Sample"])
    assert "Anna" not in text
    assert "anna@" not in text
