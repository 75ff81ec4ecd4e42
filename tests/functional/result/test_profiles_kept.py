"""What was typed on the settings page is kept: when the language is switched, and on the way back from the preview."""

import re

from tests.functional.result.staff_lists import upload

TYPED = {
    "way": "imap_archive",
    "name": "Halb Fertig",
    "address": "noch-kein-at",
    "programs": ["apple"],
    "language": "en",
}


def test_switching_keeps_what_was_typed_and_refuses_nothing(firm):
    answer = firm.post("/profiles/person", data={**TYPED, "switch_language": "de"})
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    for kept in ('value="Halb Fertig"', 'value="noch-kein-at"', 'name="way" value="imap_archive"'):
        assert kept in answer.text
    assert "error-summary" not in answer.text
    assert '<html lang="de">' in firm.get("/profiles").text


def test_refused_form_offers_the_switch_that_keeps_it(firm):
    refused = firm.post("/profiles/person", data=TYPED, headers={"Accept-Language": "en"})
    assert refused.status_code == 422
    assert 'name="switch_language"' in refused.text
    again = firm.post("/profiles/person", data={**TYPED, "switch_language": "xx"}, headers={"Accept-Language": "en"})
    assert again.status_code == 200
    assert '<html lang="en">' in again.text
    assert 'value="Halb Fertig"' in again.text


def test_way_back_from_the_preview_shows_the_person_again(firm):
    assert firm.post("/profiles/person", data={**TYPED, "address": "anna@firma.example"}).status_code == 302
    page = firm.get("/profiles").text
    assert 'value="Halb Fertig"' in page
    assert 'value="anna@firma.example"' in page
    assert re.search(r'<input checked[^>]*value="apple"', page)


def test_a_list_of_several_people_fills_no_form(firm):
    rows = "address;name\nanna@firma.example;Anna Muster\nbob@firma.example;Bob Sample\n"
    upload(firm, rows)
    assert "Anna Muster" not in firm.get("/profiles").text
