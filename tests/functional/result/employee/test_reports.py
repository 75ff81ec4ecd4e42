"""What is noted of an employee's page: opened, done, trouble, the one program of who empties a mailbox."""

import pytest
from flask.testing import FlaskClient

from tests.functional.result.staff_pages import (
    links,
    make,
    make_unchecked,
    rows,
)

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
    assert rows(app)[0]["program"] == "outlook", "another one only after the first was taken back"
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
    staff = "address;name;programs;language\r\ninfo@firma.example;{};outlook;en\r\n"
    make(client, staff.format("Anna"), way="pop3_keep")
    make_unchecked(app, staff.format("Bob"))
    found = links(client)
    for path in found.values():
        _, text = see(path)
        assert "Set up nothing now. Other people read this mailbox too" in text
        assert "Press the Windows key" not in text
        assert "The password" not in text
        assert "It works" not in text
        assert app.test_client().get(f"{path}/file/outlook_prf").status_code == 404
        app.test_client().post(path + "/program", data={"program": "outlook"})
    client.post(f"/profiles/people/{rows(app)[1]['id']}/end")
    assert "Press the Windows key" in see(found["Anna"])[1]


# Links that are none
