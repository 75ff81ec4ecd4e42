"""From settings to the ZIP: one person, staff lists good, bad and hostile, what files cannot say, and what is kept."""

import plistlib
import re

import pytest
from defusedxml import ElementTree

from tests.functional.result.staff_lists import ALL, ANNA, GOOD, kept, unpacked, upload


def test_settings_are_shown_with_proof_and_date(firm, read):
    shown = read(firm, "/profiles")
    for value in (
        "mail.firma.example",
        "993",
        "465",
        "SSL/TLS",
        "your full email address",
        "checked on 2 November 2026",
    ):
        assert value in shown


def test_no_page_has_a_field_for_a_password(firm):
    upload(firm, GOOD)
    for path in ("/profiles", "/profiles/preview?way=imap", "/profiles/sheet?way=imap"):
        assert 'type="password"' not in firm.get(path).text


def test_unproven_values_are_marked(open_case, all_situations, read):
    shown = read(open_case(all_situations["unreachable"]), "/profiles")
    assert "not checked" in shown
    assert "checked on" not in shown


def test_only_possible_ways_are_offered_the_advised_one_chosen(firm):
    page = firm.get("/profiles", headers={"Accept-Language": "en"}).text
    assert 'value="imap_archive"' in page
    assert "(advised)" in page
    assert "pop3_keep" not in page
    assert 'value="pop3_delete"' not in page


def test_another_possible_way_can_be_chosen_and_an_excluded_one_cannot(firm, read):
    assert "with your own copy" in read(firm, "/profiles?way=imap_archive").partition("Choose another way")[0]
    assert "Read at the provider" in read(firm, "/profiles?way=pop3_delete").partition("Choose another way")[0]


def test_one_person_gets_a_zip_and_the_entry_is_deleted(app, firm, read):
    answer = firm.post("/profiles/person", data={**ANNA, "programs": ["apple", "outlook"]})
    assert answer.location == "/profiles/preview?way=imap"
    shown = read(firm, answer.location)
    assert "Anna Muster" in shown
    assert "Which files shall be in the ZIP?" in shown
    assert "for everyone" in shown
    files = unpacked(firm.post("/profiles/download", data=ALL))
    assert {"README.de.txt", "manifest.json", "people/anna_firma.example/sheet.html"} <= set(files)
    profile = plistlib.loads(files["people/anna_firma.example/mailweiche.mobileconfig"])
    mail = profile["PayloadContent"][0]
    assert mail["IncomingMailServerHostName"] == "mail.firma.example"
    assert not any("Password" in key and "Authentication" not in key for key in mail if isinstance(mail[key], str))
    assert "people/anna_firma.example/thunderbird/firma.example.xml" not in files
    assert ElementTree.fromstring(files["company/thunderbird/firma.example.xml"]) is not None
    assert kept(app) == []


@pytest.mark.parametrize(
    ("changed", "sentence", "field"),
    [
        ({"address": "anna"}, "is not an email address", "address"),
        ({"address": ""}, "is not an email address", "address"),
        ({"name": ""}, "The name is missing", "name"),
        ({"name": "=cmd()"}, "starts like a formula", "name"),
        ({"programs": "pine"}, "is not known", "programs"),
        ({"language": "fr"}, "not available here", "language"),
        ({"name": "a" * 300}, "too long", "name"),
    ],
)
def test_wrong_person_is_refused_beside_the_field_and_nothing_typed_is_lost(app, firm, changed, sentence, field):
    answer = firm.post("/profiles/person", data={**ANNA, **changed}, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'id="{field}-error"' in answer.text
    assert "<title>Error:" in answer.text
    assert 'value="anna@firma.example"' in answer.text or "address" in changed
    assert kept(app) == []


def test_bad_rows_are_named_and_go_on_only_after_a_click(app, firm, read):
    upload(firm, GOOD + "no-address;Carl;;\r\nanna@firma.example;Anna Muster;;\r\n")
    shown = read(firm, "/profiles/preview?way=imap")
    assert "2 lines have a problem" in shown
    assert "Line 4:" in shown
    assert "Line 5:" in shown
    assert "2 people" in shown
    assert firm.post("/profiles/download", data=ALL).location == "/profiles/preview?way=imap"
    assert len(kept(app)) == 1
    files = unpacked(firm.post("/profiles/download", data={**ALL, "skip_bad_rows": "yes"}))
    assert not any("carl" in name for name in files)


def test_list_without_a_usable_row_offers_no_download(firm, read):
    upload(firm, "address,name\r\nnobody,Nobody\r\n")
    shown = read(firm, "/profiles/preview?way=imap")
    assert "No line of the list can be used." in shown
    assert "(ZIP)" not in shown
    answer = firm.post("/profiles/download", data={**ALL, "skip_bad_rows": "yes"})
    assert answer.location == "/profiles/preview?way=imap"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("address;name;password\r\na@firma.example;A;geheim\r\n", "column for passwords"),
        ("adresse;name;Passwort\r\na@firma.example;A;geheim\r\n", "column for passwords"),
        ("", "contains no people"),
        ("address;name\r\n", "contains no people"),
        ("name\r\nAnna\r\n", "The column “address” is missing"),
        (b"PK\x03\x04 a spreadsheet", "not a CSV file"),
        (b"\x00\x01\x02", "not a CSV file"),
        ("address;name\r\n" + "x" * 4_000_000, "larger than"),
        ("address;name;address\r\na@b.example;A;c@d.example\r\n", "occurs twice"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_as_a_whole(app, firm, content, sentence):
    answer = upload(firm, content)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'id="file-error"' in answer.text
    assert "geheim" not in answer.text
    assert kept(app) == []


def test_no_file_chosen_is_said(firm):
    answer = firm.post("/profiles/staff", data=ALL, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.text


def test_hostile_cells_are_shown_as_text_and_refused(firm):
    upload(
        firm,
        'address;name\r\na@firma.example;"<script>alert(1)</script>"\r\n@SUM(A1);=1+1\r\n../../x@firma.example;X\r\n',
    )
    page = firm.get("/profiles/preview?way=imap", headers={"Accept-Language": "en"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "starts like a formula" in page
    files = unpacked(firm.post("/profiles/download", data={**ALL, "skip_bad_rows": "yes"}))
    assert not any(".." in name or name.startswith("/") or "\\" in name for name in files)


def test_addresses_of_another_domain_are_marked(firm, read):
    upload(firm, "address;name\r\nanna@elsewhere.example;Anna\r\n")
    assert "another domain: only the servers of firma.example were checked" in read(firm, "/profiles/preview?way=imap")


def test_row_that_deletes_for_others_is_refused(open_case, all_situations, read):
    client = open_case(all_situations["pop3_days"])
    upload(client, "address;name\r\ninfo@firma.example;Anna\r\ninfo@firma.example;Bob\r\n", way="pop3_keep")
    assert "is also read by others" in read(client, "/profiles/preview?way=pop3_keep")


def test_unused_columns_are_named(firm, read):
    upload(firm, "address;name;salary\r\na@firma.example;A;1\r\n")
    assert "These columns are not used: salary" in read(firm, "/profiles/preview?way=imap")


def test_after_the_download_the_list_is_gone_and_said_so(app, firm):
    upload(firm, GOOD)
    unpacked(firm.post("/profiles/download", data=ALL))
    assert kept(app) == []
    answer = firm.post("/profiles/download", data=ALL, headers={"Accept-Language": "en"}, follow_redirects=True)
    assert "no longer here" in answer.text


def test_deleting_the_case_deletes_the_list(app, firm):
    upload(firm, GOOD)
    assert len(kept(app)) == 1
    firm.post("/delete")
    assert kept(app) == []


def test_one_case_never_sees_the_list_of_another(open_case, all_situations):
    first, second = open_case(all_situations["firm"]), open_case(all_situations["firm"])
    upload(first, GOOD)
    assert second.get("/profiles/sheet/1?way=imap").status_code == 404
    assert second.get("/profiles/preview?way=imap").location == "/profiles?way=imap"


def test_sheet_is_a_page_in_the_persons_language(firm, read):
    upload(firm, GOOD)
    german = firm.get("/profiles/sheet/1?way=imap", headers={"Accept-Language": "en"}).text
    assert '<article lang="de"' in german
    assert "anna@firma.example" in german
    english = read(firm, "/profiles/sheet/2?way=imap", "de")
    assert "bob@firma.example" in english
    assert "Sent" in english
    assert firm.get("/profiles/sheet/3?way=imap").status_code == 404
    assert firm.get("/profiles/sheet/0?way=imap").status_code == 404


def test_company_sheet_speaks_the_readers_language(firm):
    assert '<article lang="de"' in firm.get("/profiles/sheet", headers={"Accept-Language": "de"}).text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("path", ["/profiles", "/profiles/preview?way=imap", "/profiles/sheet/1?way=imap"])
def test_every_page_is_well_formed_in_both_languages(firm, path, language):
    upload(firm, GOOD + "broken;;;\r\n")
    assert firm.get(path, headers={"Accept-Language": language}).status_code == 200


def test_example_list_can_be_uploaded_as_it_is(firm, read):
    for language, name in (("de", "personal.csv"), ("en", "staff.csv")):
        answer = firm.get("/profiles/staff.csv", headers={"Accept-Language": language})
        assert name in answer.headers["Content-Disposition"]
        assert upload(firm, answer.data).location == "/profiles/preview?way=imap"
        assert "problem" not in read(firm, "/profiles/preview?way=imap")


def test_language_switch_or_reload_after_a_sent_form_leads_back(firm):
    refused = firm.post("/profiles/person", data={**ANNA, "address": "x"}, headers={"Accept-Language": "en"})
    assert re.search(r'<button type="submit"\s+form="person-form"\s+name="switch_language"\s+value="de"', refused.text)
    answer = firm.get("/language/de?next=/profiles/person", follow_redirects=True)
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    assert answer.request.path == "/profiles"
