"""Rows that would take mail away from each other: what the pages say, and what is never written."""

import re

import pytest

from tests.functional.result.staff_lists import ANNA, kept, unpacked, upload

KEEP = "/profiles/preview?way=pop3_keep"


@pytest.fixture
def days(open_case, all_situations):
    """A company that fetches by POP3 and keeps mail on the server for some days."""
    return open_case(all_situations["pop3_days"])


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("info@firma.example,Anna,,,\r\ninfo@firma.example,Ben,,imap,\r\n", "is also read by others, in another line"),
        ("anna@firma.example,Anna,,,outlook;apple\r\n", "several programs (outlook, apple)"),
        (
            "a@firma.example,Shop,program,pop3_delete,\r\na@firma.example,Ben,,imap,\r\n",
            "a mailbox of its own or a forwarded copy",
        ),
    ],
)
def test_the_preview_says_what_would_happen_and_the_way_out(days, read, rows, sentence):
    upload(days, "address,name,role,alternative,programs\r\n" + rows, way="pop3_keep")
    shown = read(days, KEEP)
    assert sentence in shown
    assert "Line 2:" in shown


def test_a_refused_row_is_in_no_file(days):
    upload(days, "address,name,programs\r\nanna@firma.example,Anna,outlook;apple\r\nb@firma.example,Ben,outlook\r\n")
    data = {"way": "pop3_keep", "target": ["sheet"], "skip_bad_rows": "yes"}
    assert {
        name.split("/")[1] for name in unpacked(days.post("/profiles/download", data=data)) if "people/" in name
    } == {"b_firma.example"}


def test_one_person_with_two_programs_is_refused_beside_the_programs_and_nothing_is_lost(app, days):
    data = {**ANNA, "way": "pop3_keep", "programs": ["outlook", "apple"]}
    answer = days.post("/profiles/person", data=data, headers={"Accept-Language": "de"})
    assert answer.status_code == 422
    assert 'id="programs-error"' in answer.text
    assert "Nennen Sie nur ein Programm." in answer.text
    assert 'value="anna@firma.example"' in answer.text
    assert kept(app) == []
    assert days.post("/profiles/person", data={**data, "programs": ["outlook"]}).status_code == 302


@pytest.mark.parametrize(("programs", "ticked"), [(["outlook"], {"outlook"}), (["outlook", "apple"], set())])
def test_the_form_does_not_start_with_what_would_be_refused(open_case, all_situations, programs, ticked):
    situation = all_situations["pop3_days"]
    client = open_case(type(situation)({**situation.answers, "programs": programs}, situation.report))
    page = client.get("/profiles?way=pop3_keep", headers={"Accept-Language": "en"}).text
    boxes = re.findall(r'<input[^>]*name="programs"[^>]*>', page)
    assert len(boxes) > 4
    assert {re.search(r'value="(\w+)"', box)[1] for box in boxes if "checked" in box} == ticked
