"""A release is told before the click: pages that are there stay, and what programs that ask get then."""

import pytest

from advisor.web.served.desk import EXTENSION
from advisor.web.served.kept import KeptAnswers
from tests.functional.result.serving.conftest import PAGE
from tests.functional.result.serving.test_deleting_ways import regroup
from tests.functional.result.staff_lists import GOOD, upload
from tests.functional.result.staff_pages import make

NO_MORE = "Mail programs that ask for firma.example by themselves then get no answer any more"
OTHERS = "Mail programs that ask for firma.example by themselves then get these settings instead"
STAY = "go on showing the settings they were made with"


@pytest.mark.parametrize(("way", "said"), [("imap", None), ("imap_archive", OTHERS)])
def test_the_preview_says_what_programs_get_then(proved, read, way, said):
    upload(proved, GOOD, way=way)
    shown = read(proved, f"/profiles/preview?way={way}")
    assert "With this you release these settings for the pages that are made now." in shown
    for sentence in (NO_MORE, OTHERS):
        assert (sentence in shown) is (sentence == said)


def test_a_way_that_deletes_ends_the_answers_and_says_so_before(proved, app, all_situations, read):
    assert proved.get("/mail/config-v1.1.xml?emailaddress=a@firma.example").status_code == 200
    regroup(app, all_situations["pop3_days"], ())
    staff = "address;name;programs\r\nanna@firma.example;Anna;outlook\r\n"
    upload(proved, staff, way="pop3_keep")
    assert NO_MORE in read(proved, "/profiles/preview?way=pop3_keep")
    make(proved, staff, way="pop3_keep")
    desk = app.extensions[EXTENSION]
    desk.kept = KeptAnswers(desk.kept._find)
    assert proved.get("/mail/config-v1.1.xml?emailaddress=a@firma.example").status_code == 404


def test_the_page_for_programs_says_that_pages_stay(firm, place, read):
    assert STAY not in read(firm, PAGE)
    make(firm)
    assert f"2 personal pages stay as they are: they {STAY}" in read(firm, PAGE)


def test_where_nobody_is_answered_nothing_is_said_of_programs(firm, read):
    upload(firm, GOOD, way="imap_archive")
    shown = read(firm, "/profiles/preview?way=imap_archive")
    assert NO_MORE not in shown
    assert OTHERS not in shown
