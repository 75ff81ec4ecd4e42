"""Groups of mailboxes: added from a plain template, changed, shared, removed; hostile names and two tabs at once."""

import re
from html import escape, unescape

import pytest
from werkzeug.test import TestResponse

from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.group_kinds import KINDS, MOST_GROUPS
from advisor.questionnaire.groups import with_groups
from advisor.questionnaire.schema import Key
from advisor.store import cases as store
from advisor.web import case_answers
from advisor.web.forms.groups import AS_COMPANY
from tests.functional.questions.person import Person, start

HOSTILE = "<script>alert('«&»')</script> %(name)s {{ 7*7 }}"


def fields_of(kind: GroupKind, **said: str) -> dict[str, str]:
    usual = dict.fromkeys(map(str, KINDS[kind].keys), AS_COMPANY)
    return {"name": "Kasse", "mailboxes": "1", "shares_with": "", **usual, **said}


def add(person: Person, kind: GroupKind = GroupKind.OFFICE, **said: str) -> TestResponse:
    return person.client.post(f"/groups/new/{kind}", data=fields_of(kind, **said))


def change(person: Person, number: int, kind: GroupKind, was: str, **said: str) -> TestResponse:
    return person.client.post(f"/groups/{number}", data={**fields_of(kind, **said), "was": was})


def names(person: Person) -> list[str]:
    return [group.name for group in person.saved().groups]


def listed(person: Person) -> str:
    return person.client.get("/groups").text


def chosen(text: str) -> dict[str, str]:
    """What each select shows."""
    found = re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', text, re.DOTALL)
    picked = {name: re.search(r'<option selected value="([^"]*)"', options) for name, options in found}
    return {name: unescape(one[1]) for name, one in picked.items() if one}


def fill(person: Person, *groups: Group, **answers: object) -> None:
    token = person.secret_link().removeprefix("/resume/")
    with person.app.app_context():
        case = store.by_token(token)
        assert case is not None
        case_answers.change(case, lambda _: with_groups(Answers.of(answers), groups))
        store.db.session.commit()


@pytest.mark.parametrize("where", ["/questions/choose", "/questions/answers", "/result"])
def test_the_page_is_reached_from_the_way_the_summary_and_the_result(where: str, person: Person) -> None:
    assert 'href="/groups"' in person.client.get(where).text


def test_without_a_case_there_are_no_groups(app) -> None:
    for path in ("/groups", "/groups/new/office", "/groups/1", "/groups/1/remove", "/result/groups/1"):
        assert app.test_client().get(path).status_code == 410


@pytest.mark.parametrize("kind", GroupKind)
def test_each_kind_is_offered_asked_about_and_saved_as_it_is_proposed(kind: GroupKind, speaker: Person) -> None:
    assert f'href="/groups/new/{kind}"' in listed(speaker)
    page = speaker.client.get(f"/groups/new/{kind}").text
    asked = chosen(page)
    assert list(asked) == list(map(str, KINDS[kind].keys))
    name = re.search(r'name="name"[^>]*value="([^"]*)"', page)
    assert name is not None
    answer = speaker.client.post(
        f"/groups/new/{kind}", data={"name": name[1], "mailboxes": "1", "shares_with": "", **asked}
    )
    assert (answer.status_code, answer.location) == (302, "/groups")
    (group,) = speaker.saved().groups
    assert (group.name, group.kind, group.mailboxes) == (name[1], kind, 1)
    assert dict(group.answers.values) == dict((*KINDS[kind].presets, *KINDS[kind].fixed))
    assert escape(name[1]) in listed(speaker)


def test_what_the_company_said_stands_beside_as_in_the_whole_company(person: Person) -> None:
    person.say("devices", devices="three_plus")
    assert "As in the whole company: three or more" in person.client.get("/groups/new/office").text


def test_only_what_differs_is_stored_and_listed(person: Person) -> None:
    add(person, devices="one", mailboxes="1’200")
    (group,) = person.saved().groups
    assert dict(group.answers.values) == {Key.DEVICES: "one"}
    assert group.mailboxes == 1200
    assert "Devices per person – only one" in listed(person)


def test_a_group_is_changed_where_it_stands_and_keeps_answers_that_its_page_does_not_ask(person: Person) -> None:
    fill(person, Group("A", 1, Answers.of({"second_factor": "yes"}), GroupKind.ROAD), Group("B", 1, Answers()))
    change(person, 1, GroupKind.ROAD, "A", name="C", devices="two")
    first, second = person.saved().groups
    assert (first.name, second.name) == ("C", "B")
    assert dict(first.answers.values) == {Key.DEVICES: "two", Key.SECOND_FACTOR: "yes"}
    assert chosen(person.client.get("/groups/1").text)["devices"] == "two"


def test_a_shared_mailbox_shows_on_both_groups_and_ends_for_both(person: Person) -> None:
    add(person, name="info@")
    add(person, GroupKind.PROGRAM, name="Kasse", shares_with="info@")
    assert chosen(person.client.get("/groups/1").text)["shares_with"] == "Kasse"
    change(person, 1, GroupKind.OFFICE, "info@", name="info@", shares_with="")
    assert [group.shares_with for group in person.saved().groups] == [None, None]


def test_removing_asks_first_and_keeps_the_answers_of_the_company(person: Person) -> None:
    person.say("devices", devices="two")
    add(person, name="A")
    add(person, name="B")
    assert "Remove “A”?" in person.client.get("/groups/1/remove").text
    assert names(person) == ["A", "B"]
    answer = person.client.post("/groups/1/remove", data={"was": "A"}, follow_redirects=True)
    assert "“A” has been removed." in answer.text
    assert names(person) == ["B"]
    assert person.saved().code(Key.DEVICES) == "two"


def test_answering_a_question_afterwards_keeps_the_groups(person: Person) -> None:
    add(person, name="A")
    person.say("devices", devices="two")
    assert names(person) == ["A"]


def test_a_passed_question_stays_passed_when_a_group_is_added(person: Person) -> None:
    person.say("devices", devices="unknown")
    add(person, name="A")
    assert re.search(r'value="unknown"[^>]*checked|checked[^>]*value="unknown"', person.read("devices"))


# Names and numbers that people type


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "A\u202eB", "A\u200bB", "A\x07B", "A\nB", "a\u0301" * 101])
def test_a_name_that_deceives_or_does_not_fit_is_refused_beside_its_field(name: str, speaker: Person) -> None:
    answer = add(speaker, name=name)
    assert answer.status_code == 422
    assert 'href="#name"' in answer.text
    assert 'id="name-error"' in answer.text
    assert names(speaker) == []


@pytest.mark.parametrize("name", [HOSTILE, "x" * 100, "Büro «Süd» & 'Nord'", "../../etc", "安全 ☎"])
def test_an_odd_name_is_kept_and_shown_as_it_is(name: str, speaker: Person) -> None:
    speaker.say("devices", devices="two")
    assert add(speaker, name=f"  {name} ").status_code == 302
    assert names(speaker) == [name]
    for path in ("/groups", "/groups/1", "/groups/1/remove", "/result", "/result/groups/1"):
        text = speaker.client.get(path).text
        assert "<script>alert" not in text
        assert name in unescape(text)


def test_the_same_letters_in_two_forms_are_one_name(person: Person) -> None:
    add(person, name="Bu\u0308ro")
    assert names(person) == ["Büro"]
    answer = add(person, name="BÜRO")
    assert answer.status_code == 422
    assert "already a group of this name" in answer.text
    assert names(person) == ["Büro"]


def test_a_proposed_name_that_is_taken_gets_a_number(person: Person) -> None:
    add(person, name="office")
    assert 'value="Office 2"' in person.client.get("/groups/new/office").text


@pytest.mark.parametrize("count", ["", "0", "-1", "1.5", "many", "100001", "9" * 40])
def test_a_number_of_mailboxes_that_is_none_is_refused(count: str, person: Person) -> None:
    answer = add(person, mailboxes=count)
    assert answer.status_code == 422
    assert 'href="#mailboxes"' in answer.text
    assert names(person) == []


@pytest.mark.parametrize(
    "sent", [{"devices": "four"}, {"devices": ""}, {"devices": "unknown"}, {"shares_with": "Nobody"}]
)
def test_an_answer_that_the_form_does_not_offer_is_refused(sent: dict[str, str], person: Person) -> None:
    assert add(person, **sent).status_code == 422
    assert names(person) == []


def test_a_missing_answer_is_refused(person: Person) -> None:
    data = fields_of(GroupKind.OFFICE)
    del data["devices"]
    assert person.client.post("/groups/new/office", data=data).status_code == 422


@pytest.mark.parametrize(
    "path", ["/groups/new/shop", "/groups/0", "/groups/2", "/groups/2/remove", "/result/groups/2", "/result/groups/0"]
)
def test_what_does_not_exist_is_not_found(path: str, person: Person) -> None:
    add(person)
    assert person.client.get(path).status_code == 404


def test_switching_the_language_keeps_what_was_typed(person: Person) -> None:
    answer = person.client.post(
        "/groups/new/office", data={**fields_of(GroupKind.OFFICE, name="Süd", devices="one"), "switch_language": "de"}
    )
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    assert 'value="Süd"' in answer.text
    assert chosen(answer.text)["devices"] == "one"
    assert names(person) == []


# Two tabs


def test_groups_of_two_tabs_both_stay(app) -> None:
    one = start(app)
    other = Person(app, app.test_client())
    other.client.get(one.secret_link())
    other.client.get("/groups/new/office")
    add(one, name="A")
    add(other, name="B")
    assert names(one) == ["A", "B"]


def test_a_change_finds_its_group_after_another_tab_removed_the_one_before(person: Person) -> None:
    add(person, name="A")
    add(person, name="B")
    person.client.post("/groups/1/remove", data={"was": "A"})
    change(person, 2, GroupKind.OFFICE, "B", name="B", devices="one")
    (group,) = person.saved().groups
    assert (group.name, group.answers.code(Key.DEVICES)) == ("B", "one")


@pytest.mark.parametrize("action", ["", "/remove"])
def test_a_group_that_another_tab_removed_is_neither_changed_nor_is_another_in_its_place(
    action: str, person: Person
) -> None:
    add(person, name="A")
    add(person, name="B")
    person.client.post("/groups/1/remove", data={"was": "A"})
    sent = {**fields_of(GroupKind.OFFICE, name="A", devices="one"), "was": "A"}
    answer = person.client.post(f"/groups/1{action}", data=sent, follow_redirects=True)
    assert "does not exist any more" in answer.text
    (group,) = person.saved().groups
    assert (group.name, group.answers.values) == ("B", ())


def test_there_are_at_most_twelve_groups(person: Person) -> None:
    for number in range(MOST_GROUPS):
        add(person, name=f"Gruppe {number}")
    assert 'href="/groups/new/' not in listed(person)
    assert person.client.get("/groups/new/office").location == "/groups"
    answer = person.client.post("/groups/new/office", data=fields_of(GroupKind.OFFICE), follow_redirects=True)
    assert "twelve groups already" in answer.text
    assert len(names(person)) == MOST_GROUPS
    assert change(person, 1, GroupKind.OFFICE, "Gruppe 0", name="Neu").status_code == 302


# What the groups make out of date


def test_the_company_s_word_on_programs_is_to_be_looked_at_once_a_program_is_a_group(person: Person) -> None:
    person.say("readers", readers="both")
    assert "people and a program read the same mail" not in listed(person)
    add(person, GroupKind.PROGRAM, readers="program")
    assert "people and a program read the same mail" in listed(person)
    assert 'href="/questions/readers?then=summary"' in listed(person)
    person.say("readers", readers="people")
    assert "people and a program read the same mail" not in listed(person)


def test_more_mailboxes_in_groups_than_in_the_company_are_named(person: Person) -> None:
    fill(person, mailboxes=3)
    add(person, name="A", mailboxes="3")
    assert "mailboxes together" not in listed(person)
    add(person, name="B", mailboxes="1")
    assert "The groups have 4 mailboxes together" in listed(person)
