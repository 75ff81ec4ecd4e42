"""Groups on the result page: what is refused comes first, then one policy in sentences, then each group."""

import io
import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.group_kinds import KINDS
from advisor.questionnaire.groups import with_groups
from advisor.store import cases
from advisor.web import case_answers
from advisor.web.cases import TOKEN_KEY
from tests.functional.result.conftest import BASELINE

PROGRAM = {"devices": "one", "readers": "program", "device_backup": "tested", "keep_copy_on_server": "no"}
OFFICE = {"devices": "two", "readers": "people", "shared_addresses": "none"}
ROAD = OFFICE | {"data_control": "own_copy", "offline_reading": "all", "devices_leave_office": "unencrypted"}


def group(name: str, answers: dict[str, str], shares_with: str | None = None, count: int = 1) -> Group:
    return Group(name, count, Answers.of(answers), GroupKind.OTHER, shares_with)


def visit(app: Flask, *groups: Group, language: str = "en", **differs: object) -> FlaskClient:
    client = app.test_client()
    client.get(f"/language/{language}")
    client.post("/start")
    with client.session_transaction() as session:
        token = session[TOKEN_KEY]
    with app.app_context():
        case = cases.by_token(token)
        assert case is not None
        case_answers.change(case, lambda _: with_groups(Answers.of({**BASELINE, **differs}), groups))
        cases.db.session.commit()
    return client


def flat(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_company_without_groups_shows_none_and_the_way_to_add_them(app: Flask) -> None:
    text = visit(app).get("/result").text
    assert 'id="groups"' not in text
    assert 'href="/groups"' in text


def test_one_policy_in_sentences_and_every_group_with_its_way(app: Flask) -> None:
    client = visit(app, group("Büro", OFFICE, count=3), group("Kasse", PROGRAM), devices="two", mailboxes=9)
    text = flat(client.get("/result").text)
    assert "“Büro” and all other mailboxes (5): read at the provider (IMAP)." in text
    assert "“Kasse”: fetch and delete at the provider (POP3)." in text
    assert "IMAP and POP3 must both stay switched on at the provider." in text
    assert "set up the mailboxes of “Kasse” on no phone" in text
    assert "3 mailboxes" in text


def test_a_refused_combination_stands_before_the_recommendation_with_its_reason_and_the_way_out(app: Flask) -> None:
    client = visit(app, group("info@", OFFICE), group("Kasse", PROGRAM, "info@"), devices="two")
    page = client.get("/result").text
    text = flat(page)
    assert page.index("“Kasse” must not empty this mailbox") < page.index('id="verdict"')
    assert "the same mailbox is also read by “info@”: there it would be gone." in text
    assert "First give “Kasse” a mailbox of its own" in text
    assert "After that, this fits “Kasse”: fetch and delete at the provider (POP3)." in text
    assert "The same holds for all mailboxes: read at the provider (IMAP)." in text
    assert "Reads the same mailboxes as “info@”" in text


def test_an_alarm_of_one_group_comes_before_the_recommendation_and_names_the_group(app: Flask) -> None:
    page = visit(app, group("Hof", ROAD), group("Büro", OFFICE), devices="two").get("/result").text
    assert "Encrypt the devices first" in page
    assert page.index("Only for “Hof”.") < page.index('id="verdict"')


def test_an_alarm_of_the_whole_company_is_not_repeated_for_its_groups(app: Flask) -> None:
    client = visit(app, group("Büro", {}), devices="two", mail_location="one_computer")
    text = client.get("/result").text
    assert text.count("Before you change anything</h2>") == 1
    assert "Only for" not in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_group_has_a_page_of_its_own_with_its_own_advice(app: Flask, language: str) -> None:
    client = visit(app, group("Büro", OFFICE), group("Kasse", PROGRAM), language=language, devices="two")
    office, till = (flat(client.get(f"/result/groups/{number}").text) for number in (1, 2))
    assert ("“Büro”" if language == "en" else "«Büro»") in office
    assert "(IMAP)" in office.split("POP3")[0]
    assert "(POP3)" in till.split("IMAP")[0]


def test_the_page_of_a_group_says_who_else_reads_and_links_to_no_question_of_the_company(app: Flask) -> None:
    client = visit(app, group("info@", OFFICE), group("Kasse", PROGRAM, "info@"))
    page = client.get("/result/groups/2").text
    assert "These mailboxes are also read by: info@." in flat(page)
    assert 'href="/questions/' not in page
    assert 'href="/groups/2"' in page


def test_documents_hold_the_groups_and_the_policy(app: Flask) -> None:
    client = visit(app, group("info@", OFFICE), group("Kasse", PROGRAM, "info@"), devices="two")
    advice = json.loads(client.get("/result/recommendation.json").data)
    assert [one["name"] for one in advice["groups"]] == ["info@", "Kasse"]
    assert advice["company_policy"]["protocols"] == ["imap", "pop3"]
    assert advice["company_policy"]["conflicts"][0]["groups"] == ["Kasse", "info@"]
    answers = json.loads(client.get("/result/answers.json").data)
    assert answers["groups"][1]["shares_with"] == "info@"


OFFICE_AS_COMPANY = dict.fromkeys(map(str, KINDS[GroupKind.OFFICE].keys), "as_company")
LIST = b"address;name;alternative\nkasse@firma.example;Kasse;pop3_delete\n"


@pytest.mark.parametrize("path", ["/profiles", "/profiles/preview"])
def test_settings_say_what_a_staff_list_writes_for_each_group(path: str, firm: FlaskClient) -> None:
    firm.get("/language/en")
    firm.post("/profiles/staff", data={"way": "imap", "file": (io.BytesIO(LIST), "staff.csv")})
    assert "Groups with another way" not in firm.get(path).text
    till = dict.fromkeys(map(str, KINDS[GroupKind.PROGRAM].keys), "as_company") | PROGRAM
    firm.post("/groups/new/program", data={"name": "Kasse", "mailboxes": "1", **till})
    firm.post("/groups/new/office", data={"name": "Büro", "mailboxes": "1", **OFFICE_AS_COMPANY})
    text = flat(firm.get(path).text)
    assert "Büro" not in text
    assert "Kasse Way fetch and delete at the provider (POP3) alternative pop3_delete keep_days –" in text
