"""Rows whose way a rule excludes: shown with the rule's words, made only after a tick that names them."""

import re

import pytest

from advisor.questionnaire.answers import Answers, Group
from advisor.report.documents.answers import write_answers
from advisor.store.database import db
from advisor.store.models import Case
from tests.functional.result.export_runs import ENGLISH, many, stored, work
from tests.functional.result.staff_lists import unpacked, upload
from tests.functional.result.staff_pages import links

PREVIEW = "/profiles/preview?way=imap"
STAFF = (
    "address;name;alternative;programs;keep_days;role\r\n"
    "anna@firma.example;Anna;pop3_delete;outlook;;\r\n"
    "ben@firma.example;Ben;;apple;;\r\n"
    "carla@firma.example;Carla;pop3_keep;outlook;14;\r\n"
    "info@firma.example;Archive PC;;outlook;;collector\r\n"
)
SHEET = {"way": "imap", "target": ["sheet", "outlook_prf"]}
E1 = "When one computer fetches the mail, other devices or people see it only in part"
E6 = "Having no copy at the provider is an option only if a program alone reads"


@pytest.fixture
def strict(open_case, all_situations):
    """A company with two devices per person: only ways by IMAP are offered."""
    return open_case(all_situations["alarms"])


def ticks(client, path=PREVIEW):
    """The values of the ticks on the page; all the same."""
    page = client.get(path, headers=ENGLISH).text
    boxes = re.findall(r'<input type="checkbox"\s+id="despite_rule-\w+"[^>]*>', page)
    assert not any("checked" in box for box in boxes)
    return [re.search(r'value="(\w+)"', box)[1] for box in boxes]


def folders(files):
    return {name.split("/")[1] for name in files if name.startswith("people/")}


def test_the_preview_shows_how_each_row_reads(strict, read):
    upload(strict, STAFF)
    shown = read(strict, PREVIEW)
    for words in (
        "read at the provider (IMAP)",
        "fetch and delete at the provider (POP3)",
        "fetch (POP3), a copy stays with the provider for 14 days",
        "only collects copies, never deletes",
        "so the list says, unlike the company",
    ):
        assert words in shown
    german = read(strict, PREVIEW, "de")
    assert "abholen (POP3), eine Kopie bleibt 14 Tage beim Anbieter" in german
    assert "sammelt nur Kopien, löscht nie" in german


def test_an_excluded_way_is_told_with_the_words_of_its_rules(strict, read):
    upload(strict, STAFF)
    shown = read(strict, PREVIEW)
    assert "For 2 people a rule excludes the way in the list" in shown
    assert "Anna (anna@firma.example), line 2" in shown
    assert "Carla (carla@firma.example), line 4" in shown
    assert shown.count(E1) >= 2
    assert E6 in shown
    assert "Do it for Anna, Carla all the same." in shown
    assert "Holt ein Computer die Post ab, sehen andere Geräte" in read(strict, PREVIEW, "de")


def test_nothing_is_made_for_them_without_the_tick(strict):
    upload(strict, STAFF)
    answer = strict.post("/profiles/download", data=SHEET, headers=ENGLISH, follow_redirects=True)
    assert "Say first what shall happen to the people whose way a rule excludes." in answer.text
    files = unpacked(strict.post("/profiles/download", data={**SHEET, "without_excluded": "yes"}))
    assert folders(files) == {"ben_firma.example", "info_firma.example"}
    assert b"anna@firma.example" not in b"".join(files.values())


def test_with_the_tick_they_are_made(strict):
    upload(strict, STAFF)
    token = ticks(strict)[0]
    files = unpacked(strict.post("/profiles/download", data={**SHEET, "despite_rule": token}))
    assert folders(files) == {"anna_firma.example", "ben_firma.example", "carla_firma.example", "info_firma.example"}
    assert b"LeaveOnServer=0" in files["people/anna_firma.example/outlook/mailweiche-pop3-delete.prf"].replace(
        b"\r", b""
    )


def test_without_these_people_counts_more_than_a_tick(strict):
    upload(strict, STAFF)
    data = {**SHEET, "despite_rule": ticks(strict)[0], "without_excluded": "yes"}
    assert folders(unpacked(strict.post("/profiles/download", data=data))) == {
        "ben_firma.example",
        "info_firma.example",
    }


def test_a_tick_for_other_people_is_not_taken(strict):
    upload(strict, STAFF)
    before = ticks(strict)[0]
    upload(strict, STAFF.replace("ben@firma.example;Ben;", "ben@firma.example;Ben;pop3_delete"))
    data = {**SHEET, "despite_rule": before}
    answer = strict.post("/profiles/download", data=data, headers=ENGLISH, follow_redirects=True)
    assert "have changed since you ticked" in answer.text
    assert strict.post("/profiles/download", data={**SHEET, "despite_rule": "yes"}).location == PREVIEW


def test_bad_lines_and_excluded_ways_are_decided_apart(strict, read):
    upload(strict, STAFF + "no-address;Dora;;;;\r\n")
    assert "Download without these people" not in read(strict, PREVIEW)
    assert strict.post("/profiles/download", data={**SHEET, "without_excluded": "yes"}).location == PREVIEW
    token = ticks(strict)[0]
    assert strict.post("/profiles/download", data={**SHEET, "despite_rule": token}).location == PREVIEW
    data = {**SHEET, "despite_rule": token, "skip_bad_rows": "yes"}
    assert len(folders(unpacked(strict.post("/profiles/download", data=data)))) == 4


def test_a_list_of_nobody_else_can_be_made_too(strict, read):
    upload(strict, "address;name;alternative\r\nanna@firma.example;Anna;pop3_delete\r\n")
    assert "Download without these people" not in read(strict, PREVIEW)
    assert "No line of the list can be used." not in read(strict, PREVIEW)
    assert strict.post("/profiles/download", data={**SHEET, "without_excluded": "yes"}).location == PREVIEW
    files = unpacked(strict.post("/profiles/download", data={**SHEET, "despite_rule": ticks(strict)[0]}))
    assert folders(files) == {"anna_firma.example"}


def test_sheets_are_opened_for_those_who_get_files(strict, read):
    upload(strict, STAFF)
    assert "ben@firma.example" in read(strict, "/profiles/sheet/1?way=imap")
    assert "info@firma.example" in read(strict, "/profiles/sheet/2?way=imap")
    assert strict.get("/profiles/sheet/3?way=imap").status_code == 404
    page = strict.get(PREVIEW).text
    assert re.findall(r"/profiles/sheet/(\d)", page) == ["1", "2"]


def test_personal_pages_ask_the_same(strict):
    upload(strict, STAFF)
    data = {"way": "imap"}
    assert strict.post("/profiles/people", data=data).location == PREVIEW
    strict.post("/profiles/people", data={**data, "without_excluded": "yes"})
    assert set(links(strict)) == {"Ben", "Archive PC"}
    assert len(ticks(strict)) == 2
    strict.post("/profiles/people", data={**data, "despite_rule": ticks(strict)[1]})
    assert set(links(strict)) == {"Anna", "Ben", "Carla", "Archive PC"}


def test_a_job_makes_just_what_was_ticked(app, strict):
    content = many() + "anna@firma.example;Anna;outlook\r\n"
    rows = [f"{row};{'pop3_delete' if 'Anna' in row else ''}" for row in content.splitlines()[1:]]
    upload(strict, "\r\n".join(["address;name;programs;alternative", *rows]))
    data = {**SHEET, "target": ["sheet", "slip"]}
    assert strict.post("/profiles/download", data=data).location == PREVIEW
    answer = strict.post("/profiles/download", data={**data, "despite_rule": ticks(strict)[0]})
    assert answer.location == "/profiles/export/1"
    assert stored(app).total == 31
    work(app)
    assert "people/anna_firma.example/sheet.html" in unpacked(strict.get("/profiles/export/1/files.zip"))


def test_a_way_that_is_right_for_a_group_is_no_reason_to_ask(app, open_case, all_situations, read):
    situation = all_situations["firm"]
    client = open_case(situation)
    till = {"readers": "program", "devices": "one", "device_backup": "tested", "keep_copy_on_server": "no"}
    with app.app_context():
        answers = Answers.of(situation.answers, (Group("Till", 1, Answers.of(till)),))
        case = db.session.get(Case, 1)
        case.answers = write_answers(answers).decode()
        db.session.commit()
    upload(client, "address;name;alternative\r\ntill@firma.example;Till;pop3_delete\r\n")
    shown = read(client, PREVIEW)
    assert "only right for these groups: Till" in shown
    assert ticks(client) == []
