"""What if: one answer changed for a look, taken over only by its button; and the page on how sure the advice is."""

import re
from io import BytesIO

import html5lib
import pytest

from advisor.report.documents.measure import write_measurement
from tests.functional.result.test_groups import group, visit
from tests.made_up.measurements import MEASUREMENT

PATH = "/result/what-if"
STATES = ("firm", "preliminary", "pop3_days", "pop3_only", "close", "not_enough", "not_possible", "native_provider")


def post(client, **said):
    return client.post(PATH, data=said, headers={"Accept-Language": "en"})


def links(client, path):
    return [target.replace("&amp;", "&") for target in re.findall(r'href="([^"]+)"', client.get(path).text)]


def stored(client):
    return client.get("/result/answers.json").json["answers"]


def test_the_result_leads_to_each_question_that_can_be_tried(firm, read):
    tree = html5lib.parse(firm.get("/result").text, namespaceHTMLElements=False)
    form = next(one for one in tree.iter("form") if one.get("action") == PATH)
    assert form.get("method") == "get"
    values = [one.get("value") for one in form.iter("option")]
    assert "devices" in values
    assert not {"server_offers", "country", "people"} & set(values)
    for value in values:
        assert "would move" in read(firm, f"{PATH}?question={value}")


def test_without_a_question_the_page_offers_the_list(firm, read):
    text = read(firm, PATH)
    assert "Nothing is changed by looking." in text
    assert "Try it" in text


def test_today_s_answer_is_marked_and_the_others_are_links(firm, read):
    assert "two your answer today" in read(firm, f"{PATH}?question=devices").lower()
    tried = [one for one in links(firm, f"{PATH}?question=devices") if "answer=" in one]
    assert tried == [f"{PATH}?question=devices&answer={code}#moved" for code in ("one", "three_plus")]


def test_what_would_move_stands_beside_today(firm, read):
    text = read(firm, f"{PATH}?question=data_control&answer=own_copy")
    assert "The way would stay the same, but in the form: Read at the provider, with your own copy." in text
    assert "Advice Read at the provider (IMAP) Read at the provider, with your own copy (IMAP)" in text
    assert "Take over this answer" in text


def test_looking_changes_nothing(firm):
    before, advice = stored(firm), firm.get("/result/recommendation.json").data
    assert firm.get(f"{PATH}?question=data_control&answer=own_copy").status_code == 200
    assert stored(firm) == before
    assert firm.get("/result/recommendation.json").data == advice


def test_taking_over_saves_the_answer_and_gives_the_advice_anew(firm, read):
    answer = post(firm, question="data_control", answer="own_copy")
    assert (answer.status_code, answer.location) == (302, "/result")
    assert "Taken over:" in read(firm)
    assert stored(firm)["data_control"] == "own_copy"
    assert firm.get("/result/recommendation.json").json["recommended"] == "imap_archive"


def test_today_s_answer_can_be_looked_at_but_not_taken_over(firm, read):
    text = read(firm, f"{PATH}?question=devices&answer=two")
    assert "This answer would change nothing at all." in text
    assert "Take over" not in text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("question=nonsense", "This question does not exist here."),
        ("question=people", "This question does not exist here."),
        ("question=server_offers&answer=both", "This question does not exist here."),
        ("question=devices&answer=seven", "This answer does not exist."),
        ("question=devices&answer=", "This answer does not exist."),
        ("question=devices&answer=unknown", "This answer does not exist."),
        ("question=%3Cscript%3E", "This question does not exist here."),
    ],
)
def test_bad_parameters_get_a_clear_error_and_a_way_on(firm, query, says):
    answer = firm.get(f"{PATH}?{query}", headers={"Accept-Language": "en"})
    assert answer.status_code == 400
    assert says in answer.text
    assert "There is a problem" in answer.text
    assert "<title>Error:" in re.sub(r">\s+", ">", answer.text)
    assert 'name="question"' in answer.text


@pytest.mark.parametrize("said", [{}, {"question": "devices"}, {"question": "people", "answer": "3"},
                                  {"question": "devices", "answer": "seven"}])  # fmt: skip
def test_nothing_bad_is_taken_over(firm, said):
    before = stored(firm)
    assert post(firm, **said).status_code == 400
    assert stored(firm) == before


def test_without_a_case_there_is_nothing_to_try(client):
    assert client.get(PATH).status_code == 410
    assert post(client, question="devices", answer="one").status_code == 410


@pytest.mark.parametrize(
    "state", ["preliminary", "not_enough", "not_possible", "native_groupware", "pop3_only", "close"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_state_can_be_tried(open_case, all_situations, state, language):
    client = open_case(all_situations[state])
    answer = client.get(f"{PATH}?question=groupware&answer=no", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert not re.search(r">\s*None\s*<", answer.text)


def test_a_server_that_was_not_checked_can_be_tried(open_case, all_situations, read):
    client = open_case(all_situations["preliminary"])
    assert "POP3" in read(client, f"{PATH}?question=server_offers&answer=pop3_only")


def test_what_microsoft_decides_cannot_be_tried(open_case, all_situations):
    assert PATH not in open_case(all_situations["native_provider"]).get("/result").text


def test_a_flip_of_one_answer_leads_to_its_question(open_case, all_situations):
    client = open_case(all_situations["close"])
    tried = [one for one in links(client, "/result") if one.startswith(f"{PATH}?question=")]
    flips = client.get("/result/recommendation.json").json["flips"]
    assert {one.split("question=")[1] for one in tried} <= {key for flip in flips for key in flip["changes"]}
    assert tried


def test_every_flip_is_on_the_page_about_certainty(open_case, all_situations, read):
    client = open_case(all_situations["pop3_days"])
    flips = client.get("/result/recommendation.json").json["flips"]
    assert flips
    text = read(client, "/result/certainty")
    told = re.findall(r"If your answers? w(?:as|ere)", text)
    singles = {(*flip["changes"], flip["to"]) for flip in flips if len(flip["changes"]) == 1}
    assert len(told) == len(singles) + sum(len(flip["changes"]) > 1 for flip in flips)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", STATES)
def test_certainty_is_a_whole_page_in_every_state(open_case, all_situations, state, language):
    answer = open_case(all_situations[state]).get("/result/certainty", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert not re.search(r">\s*None\s*<|[{}]", answer.text.split("<main")[1])


def test_shares_and_weights_are_there_for_firm_advice(firm, read):
    text = read(firm, "/result/certainty")
    assert "What would have to count more or less" in text
    assert "of 100" in text
    assert "± 1" in text or "100%" in text


def test_without_a_case_nothing_is_sure(client):
    assert client.get("/result/certainty").status_code == 410


def test_the_example_offers_nothing_to_try(client):
    text = client.get("/example").text
    assert PATH not in text
    assert "/result/certainty" not in text


def test_groups_stand_beside_each_other_too(app):
    """The group says itself where its mail shall be kept, so what the company says about that moves only the rest."""
    own = group("Kasse", {"data_control": "off_provider"})
    client = visit(app, own, group("Aussendienst", {"offline_reading": "all"}), devices="two")
    page = client.get(f"{PATH}?question=data_control&answer=own_copy")
    text = re.sub(r"\s+", " ", "".join(html5lib.parse(page.text, namespaceHTMLElements=False).itertext()))
    copy = "Read at the provider, with your own copy (IMAP)"
    assert f"Advice Read at the provider (IMAP) {copy}" in text
    assert f"Group “Kasse” {copy} {copy}" in text
    assert client.post(PATH, data={"question": "data_control", "answer": "own_copy"}).status_code == 302
    stored_groups = client.get("/result/answers.json").json["groups"]
    assert [one["name"] for one in stored_groups] == ["Kasse", "Aussendienst"]


def test_what_was_measured_is_nothing_to_try(firm):
    upload = {"file": (BytesIO(write_measurement(MEASUREMENT)), "measure.json")}
    assert firm.get(f"{PATH}?question=quota").status_code == 200
    assert firm.post("/measure", data=upload, content_type="multipart/form-data").status_code == 302
    assert firm.get(f"{PATH}?question=quota").status_code == 400
    assert post(firm, question="quota", answer="lt_2").status_code == 400
