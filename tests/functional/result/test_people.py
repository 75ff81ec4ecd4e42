"""The consultant's side of the personal pages: made for good rows, shown, ended, made new, as a file, and forgotten."""

import csv
import io
import re
from datetime import UTC, datetime, timedelta

import pytest

from advisor.web.config import load_settings
from tests.functional.result.staff_lists import ANNA, GOOD, kept, upload
from tests.functional.result.staff_pages import WINDOWS, change, links, make, make_unchecked, past, rows

ADDRESS = "https://mail.praxis.example"


@pytest.fixture
def settings(tmp_path, request):
    changes = getattr(request, "param", {})
    return load_settings(instance=tmp_path / "instance", secret_key="only-for-these-tests-0123456789", **changes)


with_address = pytest.mark.parametrize("settings", [{"public_url": ADDRESS}], indirect=True)


def table(client, path="/profiles/people"):
    answer = client.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text.replace("<wbr>", "")))


def test_every_good_row_gets_a_page_of_its_own_that_opens_without_a_session(app, firm):
    assert make(firm).location == "/profiles/people"
    found = links(firm)
    assert set(found) == {"Anna Muster", "Bob Sample"}
    stranger = app.test_client()
    for name, path in found.items():
        page = stranger.get(path, headers={"User-Agent": WINDOWS})
        assert page.status_code == 200
        assert name in page.text
    assert "0 of 2 done" in table(firm)


def test_the_database_knows_the_secret_by_its_hash_only(app, firm):
    make(firm)
    token = links(firm)["Anna Muster"].removeprefix("/for/")
    assert len(token) == 32
    for row in rows(app):
        assert token not in repr(row)


def test_the_same_row_never_gets_two_pages_and_keeps_its_link(app, firm):
    make(firm)
    before = links(firm)
    change(app, expires_at=datetime.now(UTC) + timedelta(hours=1))
    again = GOOD.replace("anna@firma.example;Anna", "ANNA@firma.example;ANNA").replace("thunderbird;en", "outlook;en")
    make(firm, again + "carla@firma.example;Carla;;de\r\n")
    after = links(firm)
    assert len(rows(app)) == 3
    assert after["Bob Sample"] == before["Bob Sample"]
    assert after["ANNA Muster"] == before["Anna Muster"]
    assert all(row["expires_at"] > datetime.now(UTC) + timedelta(days=29) for row in rows(app))
    assert '"outlook"' in rows(app)[1]["person"]


def test_one_mailbox_with_two_readers_has_two_pages(firm):
    make(firm, "address;name\r\ninfo@firma.example;Anna\r\ninfo@firma.example;Bob\r\n")
    assert len(set(links(firm).values())) == 2


def test_bad_rows_are_left_out_only_after_a_click(app, firm):
    bad = GOOD + "no-address;Carl;;\r\n"
    assert make(firm, bad).location == "/profiles/preview?way=imap"
    assert rows(app) == []
    assert make(firm, bad, skip_bad_rows="yes").location == "/profiles/people"
    assert len(rows(app)) == 2


def test_without_a_list_or_settings_nothing_is_made(app, firm, open_case, all_situations):
    answer = firm.post("/profiles/people", data={"way": "imap"}, headers={"Accept-Language": "en"})
    assert answer.location == "/profiles?way=imap"
    assert open_case(all_situations["preliminary"]).post("/profiles/people").location == "/profiles"
    assert app.test_client().post("/profiles/people").status_code == 410
    assert rows(app) == []


def test_nothing_is_there_yet_is_said(firm):
    assert "There are no personal pages yet." in table(firm)


@pytest.mark.parametrize("settings", [{"link_days": 400 - 35}, {"case_days": 10}], indirect=True, ids=["long", "short"])
def test_a_link_never_lives_longer_than_its_case(app, firm, settings):
    make(firm)
    left = rows(app)[0]["expires_at"] - datetime.now(UTC)
    assert left <= timedelta(days=min(settings.link_days, settings.case_days))
    assert left > timedelta(days=min(settings.link_days, settings.case_days) - 1)


def test_the_table_says_who_opened_who_is_done_and_who_has_trouble(app, firm):
    make(firm, GOOD + "carla@firma.example;Carla;;de\r\ndora@firma.example;Dora;;de\r\n")
    found, visitor = links(firm), app.test_client()
    visitor.post(found["Anna Muster"] + "/report", data={"works": "yes"})
    visitor.post(found["Bob Sample"] + "/report", data={"works": "no"})
    visitor.post(found["Carla"] + "/opened")
    shown = table(firm)
    assert "1 of 4 done" in shown
    assert "1 person has trouble" in shown
    assert "1 person has opened the page and reported nothing yet" in shown
    assert "1 person has not opened the page yet" in shown
    assert set(links(firm, "not_done")) == {"Bob Sample", "Carla", "Dora"}
    assert set(links(firm, "trouble")) == {"Bob Sample"}
    assert set(links(firm, "nonsense")) == set(found)


def test_an_ended_link_opens_nothing_and_can_be_made_new(app, firm):
    make(firm)
    old = links(firm)["Anna Muster"]
    number = rows(app)[0]["id"]
    app.test_client().post(old + "/report", data={"works": "yes"})
    assert firm.post(f"/profiles/people/{number}/end", data={"show": "all", "page": 1}).status_code == 302
    assert app.test_client().get(old).status_code == 404
    assert "Anna Muster" not in links(firm)
    make(firm)
    assert "Anna Muster" not in links(firm), "an ended link is not revived by the same list"
    firm.post(f"/profiles/people/{number}/renew")
    new = links(firm)["Anna Muster"]
    assert new != old
    assert app.test_client().get(old).status_code == 404
    assert app.test_client().get(new).status_code == 200
    assert "0 of 2 done" in table(firm)


def test_making_new_closes_a_link_that_was_still_open(app, firm):
    make(firm)
    old = links(firm)["Bob Sample"]
    firm.post(f"/profiles/people/{rows(app)[1]['id']}/renew")
    assert app.test_client().get(old).status_code == 404


@pytest.mark.parametrize("action", ["end", "renew"])
def test_the_links_of_another_case_cannot_be_touched(app, open_case, all_situations, action):
    ours, theirs = open_case(all_situations["firm"]), open_case(all_situations["firm"])
    make(ours)
    path = links(ours)["Anna Muster"]
    before = rows(app)
    assert theirs.post(f"/profiles/people/{before[0]['id']}/{action}").status_code == 404
    assert theirs.post("/profiles/people/end-all").status_code == 302
    assert rows(app) == before
    assert app.test_client().get(path).status_code == 200
    assert "Anna Muster" not in theirs.get("/profiles/people").text


def test_ending_all_forgets_the_names(app, firm):
    make(firm)
    path = links(firm)["Anna Muster"]
    firm.post("/profiles/people/end-all")
    assert rows(app) == []
    assert app.test_client().get(path).status_code == 404


def test_the_case_takes_its_pages_along(app, firm):
    make(firm)
    path = links(firm)["Anna Muster"]
    firm.post("/delete")
    assert rows(app) == []
    assert app.test_client().get(path).status_code == 404


def test_a_run_out_link_is_said_and_the_same_list_revives_it(app, firm):
    make(firm)
    path = links(firm)["Anna Muster"]
    change(app, expires_at=past())
    assert app.test_client().get(path).status_code == 404
    assert "2 links have run out" in table(firm)
    assert links(firm) == {}
    make(firm)
    assert links(firm)["Anna Muster"] == path
    assert app.test_client().get(path).status_code == 200


def test_another_key_of_the_installation_cannot_show_the_old_links(app, firm):
    make(firm)
    old = links(firm)["Anna Muster"]
    change(app, nonce="x" * 22)
    assert "cannot be shown again" in table(firm)
    assert links(firm) == {}
    assert app.test_client().get(old).status_code == 200, "who has the link still gets in"


def test_a_long_list_comes_in_parts(app, firm):
    people = "".join(f"p{number}@firma.example;Person {number:03};;de\r\n" for number in range(205))
    make(firm, "address;name;programs;language\r\n" + people)
    parts = [links(firm, page=page) for page in (1, 2, 3)]
    assert [len(part) for part in parts] == [100, 100, 5]
    assert len({path for part in parts for path in part.values()}) == 205
    assert "Part 3 of 3" in table(firm, "/profiles/people?page=99")
    assert "Part 1 of 3" in table(firm, "/profiles/people?page=-4")


@with_address
def test_all_links_as_a_file_for_a_mail_merge(app, firm):
    make(firm)
    app.test_client().post(links(firm)["Bob Sample"] + "/opened")
    firm.post(f"/profiles/people/{rows(app)[1]['id']}/end")
    answer = firm.get("/profiles/people/links.csv", headers={"Accept-Language": "en"})
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert "attachment" in answer.headers["Content-Disposition"]
    read = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert read[0] == ["name", "address", "language", "link", "valid until"]
    assert [row[:3] for row in read[1:]] == [["Anna Muster", "anna@firma.example", "de"]]
    assert firm.get("/profiles/people/links.csv?show=trouble").data.count(b"\n") == 1
    link = read[1][3]
    assert link.startswith(f"{ADDRESS}/for/")
    assert app.test_client().get(link.removeprefix(ADDRESS)).status_code == 200


@with_address
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\uff1d"])
def test_no_cell_of_the_file_starts_a_formula(app, firm, start):
    make(firm, "address;name\r\nanna@firma.example;Anna\r\n")
    hostile = f"{start}cmd|' /C calc'!A0"
    change(app, person=rows(app)[0]["person"].replace('"Anna"', f'"{hostile}"'))
    read = list(csv.reader(io.StringIO(firm.get("/profiles/people/links.csv").data.decode("utf-8-sig")), delimiter=";"))
    assert read[1][0] == f"'{hostile}"


@with_address
@pytest.mark.parametrize("broken", ["", "{}", "[]", '{"schema": "mailweiche.employee/2"}', "no json"])
def test_a_row_that_cannot_be_read_any_more_breaks_nothing(app, firm, broken):
    make(firm)
    path = links(firm)["Anna Muster"]
    change(app, person=broken)
    assert "0 of 2 done" in table(firm)
    assert firm.get("/profiles/people/links.csv").data.count(b"\n") == 1
    assert app.test_client().get(path).status_code == 404


def test_without_an_address_there_is_no_file_and_the_page_says_why(firm):
    make(firm)
    assert firm.get("/profiles/people/links.csv").status_code == 404
    shown = table(firm)
    assert "MAILWEICHE_PUBLIC_URL is not set" in shown
    assert "mail merge" not in shown


def test_nobody_without_the_case_sees_the_table(app, firm):
    make(firm)
    stranger = app.test_client()
    for path in ("/profiles/people", "/profiles/people/links.csv"):
        assert stranger.get(path).status_code == 410
    for path in ("/profiles/people", "/profiles/people/1/end", "/profiles/people/1/renew", "/profiles/people/end-all"):
        assert stranger.post(path).status_code == 410


def test_settings_and_preview_lead_to_the_pages(firm, read):
    upload(firm, GOOD)
    assert "See 2 personal" not in read(firm, "/profiles")
    assert "Make personal pages" in read(firm, "/profiles/preview?way=imap")
    make(firm)
    assert "See 2 personal pages" in read(firm, "/profiles")
    assert "See 2 personal pages" in read(firm, "/profiles/preview?way=imap")


def test_one_person_can_get_a_page_too(app, firm):
    firm.post("/profiles/person", data=ANNA)
    assert len(kept(app)) == 1
    firm.post("/profiles/people", data={"way": "imap"})
    assert set(links(firm)) == {"Anna Muster"}


def test_a_reload_of_a_button_leads_back(firm):
    for path in ("/profiles/people/end-all", "/profiles/people/7/end", "/profiles/people/7/renew"):
        assert firm.get(path).location == "/profiles/people"


def test_two_readers_of_a_mailbox_that_is_emptied_are_marked(app, open_case, all_situations):
    client = open_case(all_situations["pop3_days"])
    make(client, "address;name\r\ninfo@firma.example;Anna\r\n", way="pop3_keep")
    assert "Others read this mailbox too" not in table(client)
    make_unchecked(app, "address;name\r\ninfo@firma.example;Bob\r\n")
    assert table(client).count("Others read this mailbox too") == 2


@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_names_are_shown_as_text(app, firm, language):
    make(firm, 'address;name\r\na@firma.example;"<script>alert(1)</script>"\r\nb@firma.example;"{{7*7}}""onload=x"\r\n')
    page = firm.get("/profiles/people", headers={"Accept-Language": language})
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    for row in rows(app):
        assert row["person"]


def test_no_number_of_a_phone_is_kept(app, firm):
    make(firm, "address;name;phone\r\nanna@firma.example;Anna;044 123 45 67\r\n")
    assert "123 45" not in rows(app)[0]["person"]
