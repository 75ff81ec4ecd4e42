"""A staff list that is far too long, and the longest one that is taken."""

import re

import pytest

from tests.functional.result.staff_lists import kept, upload
from tests.functional.test_export_many import LONG, SHORT, WIDE, little_time_and_memory


def page(client, path):
    answer = client.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    ("staff", "code", "sentence"),
    [
        (SHORT, 422, "more than 10000 people"),
        (LONG, 413, "A staff list may hold at most 4 MB."),
        (WIDE, 422, "more than 200 columns"),
    ],
    ids=["many", "large", "wide"],
)
def test_what_is_far_too_large_is_refused_quickly_in_bounded_memory(app, firm, staff, code, sentence):
    page(firm, "/profiles?way=imap")  # what is loaded once, as the whole of a library, is no cost of a list
    with little_time_and_memory():
        answer = upload(firm, staff)
    assert answer.status_code == code
    assert sentence in answer.text
    assert len(answer.data) < 100_000
    assert kept(app) == []


def test_a_long_list_of_which_every_row_is_doubtful_is_shown_in_part(firm, read):
    rows = "".join(f"p{number}@firrna.example;K\u0160the;pop3_delete\r\n" for number in range(1000))
    upload(firm, f"address;name;alternative\r\n{rows}")
    shown = read(firm, "/profiles/preview?way=imap")
    assert "Please look at 1000 lines again" in shown
    assert "1000 people" in shown
    assert shown.count("and 900 more lines") == 2, "of the doubts and of the excluded ways"
    assert "Part 1 of 10" in shown
    assert "KŠthe, KŠthe, KŠthe, KŠthe, KŠthe and 995 more" in shown


def test_every_good_and_every_bad_line_of_a_long_list_is_shown_in_one_of_its_parts(firm):
    rows = "".join(f"p{number}@firma.example;Person {number};\r\nno address;Bad {number};\r\n" for number in range(230))
    upload(firm, f"address;name;programs\r\n{rows}")
    lines, names, sheets = [], [], []
    for part in (1, 2, 3):
        shown = page(firm, f"/profiles/preview?way=imap&part={part}&bad={4 - part}")
        lines += re.findall(r"Line (\d+): “no address”", shown)
        names += re.findall(r'<th scope="row">Person (\d+)</th>', shown)
        sheets += re.findall(r"/profiles/sheet/(\d+)", shown)
    assert sorted(map(int, lines)) == list(range(3, 462, 2))
    assert [int(name) for name in names] == list(range(230))
    assert [int(number) for number in sheets] == list(range(1, 231))


def test_the_way_through_a_long_list_keeps_the_other_part_and_the_way(firm):
    rows = "".join(f"p{number}@firma.example;Person {number}\r\nno address;Bad\r\n" for number in range(230))
    upload(firm, f"address;name\r\n{rows}")
    shown = page(firm, "/profiles/preview?way=imap&part=2&bad=3")
    assert 'href="/profiles/preview?way=imap&amp;part=3&amp;bad=3#people"' in shown
    assert 'href="/profiles/preview?way=imap&amp;part=2&amp;bad=2#problems"' in shown
    assert shown.count("Part 2 of 3") == shown.count("Part 3 of 3") == 1
    for odd in ("0", "-1", "99", "x", "9" * 30):
        assert firm.get(f"/profiles/preview?way=imap&part={odd}&bad={odd}").status_code == 200


def test_a_sheet_in_a_later_part_is_that_of_its_person_though_some_are_held_back(firm):
    rows = "".join(
        f"p{number}@firma.example;Person {number};{'pop3_delete' if number == 7 else ''}\r\n" for number in range(130)
    )
    upload(firm, f"address;name;alternative\r\n{rows}")
    shown = page(firm, "/profiles/preview?way=imap&part=2")
    number = re.search(r"/profiles/sheet/(\d+)[^>]*>Open<span[^>]*>: Person 120<", shown)[1]
    assert "Person 120" in page(firm, f"/profiles/sheet/{number}?way=imap")
