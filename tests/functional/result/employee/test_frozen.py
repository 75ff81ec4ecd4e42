"""A page goes on saying what it was made with; another release or list changes it only after somebody's word."""

import re

import pytest

from tests.functional.result.staff_pages import links, make, rows

PEOPLE = "/profiles/people"
ANEW = f"{PEOPLE}/anew"
ANNA = "address;name;programs;language\r\nanna@firma.example;Anna;outlook;en\r\n"
BEN = "address;name;programs;language\r\nben@firma.example;Ben;outlook;en\r\n"


@pytest.fixture
def client(open_case, all_situations):
    return open_case(all_situations["pop3_days"])


@pytest.fixture
def anna(app, client):
    """Anna reads by IMAP and has said that it works; then Ben gets a page of a way that deletes."""
    make(client, ANNA, way="imap")
    path = links(client)["Anna"]
    app.test_client().post(path + "/report", data={"works": "yes"})
    return path


def shown(client, path):
    answer = client.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text.replace("<wbr>", "")))


def token(client, path=ANEW):
    return re.search(r'name="token" value="(\w{64})"', client.get(path).text)[1]


def test_a_page_of_somebody_else_changes_nothing_for_who_reads_by_imap(app, client, anna, see):
    before = see(anna)[0].data
    make(client, BEN, way="pop3_keep")
    answer, text = see(anna)
    assert answer.data == before
    assert "Your mail stays on the server (IMAP)" in text
    assert rows(app)[0]["done_at"] is not None
    assert "is then deleted" in see(links(client)["Ben"])[1]


def test_the_file_stays_that_of_the_way_of_then(app, client, anna):
    before = app.test_client().get(f"{anna}/file/outlook_prf").data
    make(client, BEN, way="pop3_keep")
    assert app.test_client().get(f"{anna}/file/outlook_prf").data == before


def test_the_table_shows_each_way_and_marks_what_is_earlier(client, anna):
    make(client, BEN, way="pop3_keep")
    text = shown(client, PEOPLE)
    assert re.search(r"Anna anna@firma.example The mail stays on the server \(IMAP\) ! earlier settings", text)
    assert re.search(r"Ben ben@firma.example The mail is fetched and deleted on the server after \d+ days", text)
    assert text.count("earlier settings: see the change") == 1
    assert "1 page was made under earlier settings" in text
    assert "For 1 person mail would then be deleted on the server." in text


def test_making_anew_names_who_changes_from_what_to_what_and_needs_a_tick(app, client, anna, see):
    make(client, BEN, way="pop3_keep")
    text = shown(client, ANEW)
    assert re.search(r"Anna .*stays on the server \(IMAP\) .*is fetched and deleted on the server after \d+ days", text)
    assert "begins to delete" in text
    assert "Ben" not in text
    before = rows(app)
    assert client.post(ANEW, data={"token": token(client)}).location == ANEW
    assert rows(app) == before
    assert client.post(ANEW, data={"token": "0" * 64, "knows": "yes"}).location == ANEW
    assert rows(app) == before
    client.post(ANEW, data={"token": token(client), "knows": "yes"})
    assert links(client)["Anna"] == anna, "the link stays"
    assert rows(app)[0]["done_at"] is None
    assert "is then deleted" in see(anna)[1]
    assert client.get(ANEW).location == PEOPLE


def test_one_page_can_be_made_anew_alone(app, client, anna):
    make(client, ANNA.replace("anna", "otto").replace("Anna", "Otto"), way="imap")
    make(client, BEN, way="pop3_keep")
    number = rows(app)[0]["id"]
    one = f"{ANEW}?person={number}"
    assert "Otto" not in shown(client, one)
    client.post(ANEW, data={"token": token(client, one), "knows": "yes", "person": number})
    assert client.get(one).location == PEOPLE
    assert "Otto" in shown(client, ANEW)


@pytest.mark.parametrize("forged", ["", "x", "<script>", "\x00", "🐙" * 40])
def test_a_forged_click_changes_nothing(app, client, anna, forged):
    make(client, BEN, way="pop3_keep")
    before = rows(app)
    client.post(ANEW, data={"token": forged, "knows": "yes", "person": "nonsense"})
    assert rows(app) == before


def test_the_same_person_on_a_list_of_another_way_keeps_the_page_too(client, anna, see):
    make(client, ANNA, way="pop3_keep")
    assert "Your mail stays on the server (IMAP)" in see(anna)[1]
    assert "1 page was made under earlier settings" in shown(client, PEOPLE)


def test_from_deleting_to_keeping_needs_no_tick(client, see):
    make(client, ANNA, way="pop3_keep")
    make(client, BEN, way="imap")
    client.post(ANEW, data={"token": token(client)})
    assert "Your mail stays on the server (IMAP)" in see(links(client)["Anna"])[1]


def test_what_nobody_sets_up_follows_by_itself(app, client, anna, see):
    make(client, ANNA.replace("outlook", "thunderbird").replace(";en", ";de"), way="imap")
    assert client.get(ANEW).location == PEOPLE
    assert "thunderbird" in rows(app)[0]["person"]
    assert rows(app)[0]["done_at"] is not None


def test_the_same_release_again_marks_nobody(client, anna):
    make(client, BEN, way="imap")
    assert "earlier settings" not in shown(client, PEOPLE)


def test_pages_of_another_case_are_not_made_anew(app, client, anna, open_case, all_situations):
    make(client, BEN, way="pop3_keep")
    stranger = open_case(all_situations["firm"])
    before = rows(app)
    assert stranger.get(ANEW).location == PEOPLE
    stranger.post(ANEW, data={"token": token(client), "knows": "yes"})
    assert rows(app) == before
