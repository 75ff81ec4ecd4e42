"""Making pages anew asks again about ways that a rule excludes, with the rule's words."""

import re
from dataclasses import replace

import pytest

from advisor.settings.codes import Alternative
from advisor.settings.values import ExcludedWay
from advisor.store.database import db
from advisor.web.publications import release, released
from advisor.web.staff_clicks import DESPITE, WITHOUT_HELD
from tests.functional.result.staff_lists import upload
from tests.functional.result.staff_pages import links, make, rows

ANEW = "/profiles/people/anew"
HEAD = "address;name;alternative;programs;language;role\r\n"
ANNA, BEN = "anna@firma.example;Anna;{};outlook;en;\r\n", "ben@firma.example;Ben;;outlook;en;\r\n"
COLLECTOR = "info@firma.example;Archive PC;;outlook;en;collector\r\n"
E1 = "When one computer fetches the mail, other devices or people see it only in part"
E6 = "Having no copy at the provider is an option only if a program alone reads"


@pytest.fixture
def strict(open_case, all_situations):
    """A company with two devices per person: only ways by IMAP are offered."""
    return open_case(all_situations["alarms"])


@pytest.fixture
def waiting(strict):
    """Anna has a page by IMAP; a newer list says that she deletes at once, and somebody has ticked it there."""
    make(strict, HEAD + ANNA.format(""), way="imap")
    return ticked(strict, HEAD + ANNA.format("pop3_delete"))


def ticked(client, staff, way="imap"):
    upload(client, staff, way=way)
    tick = re.search(rf'name="{DESPITE}"[^>]*value="(\w{{64}})"', client.get(f"/profiles/preview?way={way}").text)
    make(client, staff, way=way, **({DESPITE: tick[1]} if tick else {}))
    return client


def shown(client, language="en"):
    page = client.get(ANEW, headers={"Accept-Language": language}).text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.replace("<wbr>", "")))


def click(client, **fields):
    token = re.search(r'name="token" value="(\w{64})"', client.get(ANEW).text)[1]
    data = {"token": token, "knows": "yes", **fields}
    return client.post(ANEW, data=data, headers={"Accept-Language": "en"}, follow_redirects=True).text


def test_the_page_names_who_and_the_rules(waiting):
    text = shown(waiting)
    assert "For 1 person a rule excludes the way in the list" in text
    assert "Anna (anna@firma.example)" in text
    assert (E1 in text, E6 in text) == (True, True)
    assert "Do it for Anna all the same." in text
    assert "Holt ein Computer die Post ab, sehen andere Geräte" in shown(waiting, "de")
    box = re.search(rf"<input[^>]*name=\"{DESPITE}\"[^>]*>", waiting.get(ANEW).text)[0]
    assert "checked" not in box


def test_without_the_tick_nothing_is_made_and_it_says_why(app, waiting, see):
    before = rows(app)
    assert "Say first what shall happen to the people whose way a rule excludes." in click(waiting)
    assert rows(app) == before
    assert "Your mail stays on the server (IMAP)" in see(links(waiting)["Anna"])[1]


def test_a_tick_for_something_else_is_not_taken(app, waiting):
    before = rows(app)
    click(waiting, **{DESPITE: "0" * 64})
    assert rows(app) == before


def test_with_the_tick_it_is_made(waiting, see):
    token = re.search(rf'name="{DESPITE}"[^>]*value="(\w{{64}})"', waiting.get(ANEW).text)[1]
    assert "1 page is made anew" in click(waiting, **{DESPITE: token})
    assert "With the first fetch your program deletes the mail on the server" in see(links(waiting)["Anna"])[1]


def test_the_others_can_be_made_without_them(app, waiting, see):
    make(waiting, HEAD + BEN.replace(";;", ";imap_archive;"), way="imap")
    make(waiting, HEAD + BEN.replace(";;", ";imap;"), way="imap")
    text = click(waiting, **{WITHOUT_HELD: "yes"})
    assert "1 page is made anew" in text
    anna, ben = rows(app)
    assert anna["next_person"] is not None
    assert ben["next_person"] is None
    assert "Ben" not in shown(waiting)


def test_without_them_counts_more_than_the_tick_and_needs_no_word_about_deleting(app, waiting):
    make(waiting, HEAD + BEN.replace(";;", ";imap_archive;"), way="imap")
    make(waiting, HEAD + BEN.replace(";;", ";imap;"), way="imap")
    page = waiting.get(ANEW).text
    token = re.search(r'name="token" value="(\w{64})"', page)[1]
    answer = waiting.post(ANEW, data={"token": token, DESPITE: token, WITHOUT_HELD: "yes"})
    assert answer.location == "/profiles/people"
    assert [row["next_person"] is None for row in rows(app)] == [False, True]


def test_a_newer_release_that_excludes_a_way_asks_though_the_list_did_not(app, open_case, all_situations):
    client = open_case(all_situations["pop3_days"])
    make(client, HEAD + ANNA.format("pop3_keep"), way="imap")
    with app.app_context():
        case_id = rows(app)[0]["case_id"]
        then = released(case_id).settings
        assert Alternative.POP3_KEEP not in [way.alternative for way in then.excluded]
        excluded = (ExcludedWay(Alternative.POP3_KEEP, ("E1",)),)
        release(case_id, replace(then, excluded=excluded, pop3=replace(then.pop3, host="new.firma.example")))
        db.session.commit()
    text = shown(client)
    assert "For 1 person a rule excludes the way in the list" in text
    assert E1 in text
    assert "Say first what shall happen" in click(client)
    assert rows(app)[0]["publication_id"] == 1


def test_the_table_marks_whose_page_has_a_way_that_a_rule_excludes(app, strict):
    ticked(strict, HEAD + ANNA.format("pop3_delete") + BEN + COLLECTOR)
    table = strict.get("/profiles/people", headers={"Accept-Language": "en"}).text
    assert table.count("A rule excludes this for your company.") == 1
    assert table.index(">anna@") < table.index("A rule excludes this") < table.index(">ben@")
    strict.post(f"/profiles/people/{rows(app)[0]['id']}/end")
    assert "A rule excludes this" not in strict.get("/profiles/people", headers={"Accept-Language": "en"}).text


def test_who_only_collects_is_not_asked_about(strict):
    make(strict, HEAD + COLLECTOR.replace(";;outlook", ";imap;outlook"), way="imap")
    make(strict, HEAD + COLLECTOR.replace(";;outlook", ";pop3_keep;outlook"), way="imap")
    text = shown(strict)
    assert "Archive PC" in text
    assert "a rule excludes" not in text
