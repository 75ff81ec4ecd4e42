"""The preview where mail is taken off the server: who else reads, and the tick with which the server deletes."""

import json
import re

import pytest

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.report.documents.answers import write_answers
from advisor.store.database import db
from advisor.store.models import Case
from tests.functional.result.staff_lists import unpacked, upload
from tests.unit.profiles.dovecot_rules import read as read_snippet

WAY = "pop3_keep"
PREVIEW = f"/profiles/preview?way={WAY}"
HEADER = "address,name,programs,alternative,role,language\r\n"
IDA = "ida@firma.example,Ida,apple,,,en\r\n"
OLGA = "olga@firma.example,Olga,outlook,,,en\r\n"
SNIPPET = "company/dovecot/99-mailweiche.conf"
ASKED = "Does anybody else read these mailboxes?"
OFFER = "Shall your mail server delete instead?"
BOX = re.compile(r'<input type="checkbox"\s+id="server_deletes"[^>]*>')


@pytest.fixture
def days(open_case, all_situations):
    return open_case(all_situations["pop3_days"])


def page_of(client, rows, way=WAY):
    upload(client, HEADER + rows, way=way)
    return client.get(f"/profiles/preview?way={way}", headers={"Accept-Language": "en"}).text


def token_of(page):
    (box,) = BOX.findall(page)
    assert "checked" not in box
    return re.search(r'value="(\w{64})"', box)[1]


def download(client, **fields):
    data = {"way": WAY, "target": ["sheet"], **fields}
    return client.post("/profiles/download", data=data, headers={"Accept-Language": "en"})


def test_the_offer_says_who_loses_what_and_when(days, read):
    page_of(days, IDA + OLGA)
    shown = read(days, PREVIEW).partition(OFFER)[2]
    for words in (
        "Not every program knows this period. It concerns: Ida",
        "2 people on this list, and everybody else who has a mailbox on this server, also with IMAP.",
        "Ida (ida@firma.example)",
        "Olga (olga@firma.example)",
        "also unread mail and mail that nobody has fetched yet. Other folders stay.",
        "each time a program signs out, and each time new mail arrives",
        "somebody has already brought a mail back from it and opened it",
    ):
        assert words in shown


def test_without_the_tick_nothing_is_switched_on(days):
    page_of(days, IDA)
    files = unpacked(download(days, target=["sheet", "dovecot"]))
    assert not any("autoexpunge" in name for name in read_snippet(files[SNIPPET]))
    assert "server_deletion" not in json.loads(files["manifest.json"])


def test_with_the_tick_the_lines_are_active_and_it_is_said(days):
    token = token_of(page_of(days, IDA + OLGA))
    files = unpacked(download(days, server_deletes=token))
    said = json.loads(files["manifest.json"])["server_deletion"]
    assert said["mailboxes"] == ["ida@firma.example", "olga@firma.example"]
    lifetime = read_snippet(files[SNIPPET])["namespace inbox/mailbox INBOX/autoexpunge"]
    assert lifetime == f"{said['days']}d"
    assert "Confirmed on" in files["README.en.txt"].decode()


def test_a_tick_for_another_list_confirms_nothing_and_loses_nothing(days):
    token = token_of(page_of(days, IDA))
    page_of(days, IDA + OLGA)
    answer = download(days, server_deletes=token)
    assert answer.location == PREVIEW
    assert "The list has changed since you confirmed" in days.get(PREVIEW, headers={"Accept-Language": "en"}).text
    assert BOX.search(days.get(PREVIEW).text)


@pytest.mark.parametrize("forged", ["", "yes", "0" * 64, "\x00", "<script>", "🐙" * 30])
def test_a_forged_tick_confirms_nothing(days, forged):
    page_of(days, IDA)
    assert download(days, server_deletes=forged).location == PREVIEW


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (IDA + "tom@firma.example,Tom,,imap,,\r\n", "would lose it: Tom (tom@firma.example)"),
        (IDA + "sam@firma.example,Sam,,,collector,\r\n", "would lose it: Sam (sam@firma.example)"),
        (IDA + "tom@firma.example,=Tom,,imap,,\r\n", "correct the list first"),
    ],
)
def test_where_somebody_would_lose_mail_there_is_no_tick_and_no_way_around(days, read, rows, sentence):
    forged = token_of(page_of(days, IDA))
    page = page_of(days, rows)
    assert not BOX.search(page)
    assert sentence in read(days, PREVIEW)
    answer = download(days, server_deletes=forged, skip_bad_rows="yes")
    assert answer.location == PREVIEW


def test_where_every_program_knows_the_period_nothing_is_offered(days):
    assert OFFER not in page_of(days, OLGA)
    assert download(days, server_deletes="0" * 64).location == PREVIEW


def test_other_ways_offer_nothing(firm):
    page = page_of(firm, IDA, way="imap")
    assert OFFER not in page
    assert ASKED not in page


def test_a_list_that_takes_mail_off_the_server_asks_who_else_reads(days, read):
    rows = "".join(f"p{number}@firma.example,Person {number},outlook,,,\r\n" for number in range(7))
    page_of(days, rows + "tom@firma.example,Tom,,imap,,\r\n")
    shown = read(days, PREVIEW)
    assert f"{ASKED} 7 lines of the list take mail off the server: Person 0, Person 1" in shown
    assert "Person 4 and 2 more" in shown
    readme = " ".join(unpacked(download(days))["README.en.txt"].decode().split())
    assert ASKED in readme
    assert "7 (p0@firma.example, p1@firma.example" in readme


def test_it_is_not_asked_where_nobody_deletes(days):
    page_of(days, "tom@firma.example,Tom,,imap,,\r\n")
    assert ASKED not in days.get(PREVIEW, headers={"Accept-Language": "en"}).text
    assert ASKED not in unpacked(download(days))["README.en.txt"].decode()


def test_what_the_company_said_of_other_readers_stands_beside_it(app, firm, all_situations, read):
    """The company reads by IMAP; one line of the list deletes although addresses are shared."""
    with app.app_context():
        case = db.session.query(Case).one()
        answers = {**all_situations["firm"].answers, "shared_addresses": "few", "readers": "both"}
        groups = (
            Group("Büro", 2, Answers(), GroupKind.OFFICE),
            Group("Lager", 1, Answers(), GroupKind.OFFICE, shares_with="Büro"),
            Group("Shop", 1, Answers.of({"readers": "program", "devices": "two"}), GroupKind.PROGRAM),
        )
        case.answers = write_answers(Answers.of(answers, groups)).decode()
        db.session.commit()
    page_of(firm, "shop@firma.example,Shop,,pop3_delete,program,\r\n", way="imap")
    shown = read(firm, "/profiles/preview?way=imap").partition(ASKED)[2].partition("Which files")[0]
    assert "1 line of the list takes mail off the server: Shop" in shown
    assert shown.count("You answered:") == 3
    assert shown.count("You answered for the group Shop:") == 1  # only where it differs from the company
    assert "These groups read the same mailboxes: Büro, Lager" in shown


WHICH = "Which program do they use?"


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("ida@firma.example,Ida,,,,\r\n", True),
        ("ida@firma.example,Ida,browser,,,\r\n", True),
        ("ida@firma.example,Ida,apple,,,\r\n", False),
        ("ida@firma.example,Ida,,imap,,\r\n", False),
        ("ida@firma.example,Ida,,,collector,\r\n", False),
        ("ida@firma.example,Ida,,,program,\r\n", False),
    ],
)
def test_where_files_for_several_programs_are_written_the_page_asks_for_the_one(days, read, row, asked):
    page_of(days, row)
    shown = read(days, PREVIEW)
    assert (WHICH in shown) is asked
    assert ("1 person gets files for several programs: Ida" in shown) is asked


def test_several_named_programs_that_never_delete_are_asked_about_too(firm, read):
    page_of(firm, "ida@firma.example,Ida,outlook;apple,pop3_keep,,\r\n", way="imap")
    assert WHICH in read(firm, "/profiles/preview?way=imap")


def test_what_people_are_called_is_only_text(days):
    page = page_of(days, '"ida@firma.example","<b>Ida</b>",apple,,,\r\n')
    assert "<b>Ida" not in page
    assert "&lt;b&gt;Ida" in page
