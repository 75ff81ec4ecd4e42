"""The page of estimates in each state of a case, and what the result page says of it."""

import html5lib
import pytest

STATES = ("firm", "preliminary", "pop3_days", "pop3_only", "close", "not_enough", "not_possible")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_estimates(open_case, all_situations, state, language):
    answer = open_case(all_situations[state]).get("/result/estimates", headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer.text.count('<svg class="chart"') == 4
    assert answer.text.count("chart-server") == 4
    assert "{" not in answer.text
    assert "None" not in answer.text


def test_each_picture_has_a_name_words_and_a_table_with_as_many_years(open_case, all_situations):
    tree = html5lib.parse(open_case(all_situations["firm"]).get("/result/estimates").text, namespaceHTMLElements=False)
    pictures = [one for one in tree.iter() if one.get("class") == "chart"]
    tables = [one for one in tree.iter("table") if "estimate-years" in (one.get("class") or "")]
    ids = {one.get("id") for one in tree.iter()}
    assert len(pictures) == len(tables) == 4
    for drawn, table in zip(pictures, tables, strict=True):
        assert drawn.get("role") == "img"
        assert set(drawn.get("aria-labelledby").split()) <= ids
        line = next(one for one in drawn.iter() if (one.get("class") or "").endswith("chart-server"))
        assert len(line.get("points").split()) == len(table.findall(".//tbody/tr")) == 11


def test_where_neither_protocol_is_advised_there_is_nothing_to_estimate(open_case, all_situations, read):
    client = open_case(all_situations["native_groupware"])
    assert "nothing to estimate" in read(client, "/result/estimates")
    assert "/result/estimates" not in client.get("/result").text


def test_the_result_page_says_the_two_main_things_and_leads_on(open_case, all_situations, read):
    stated = all_situations["firm"]
    stated.answers.update(storage_gb_used=18, quota_gb=10, upload_mbit=10, local_only_mail="one")
    client = open_case(stated)
    shown = read(client)
    assert "Does not fit: the biggest mailbox needs 24\N{NO-BREAK SPACE}GB" in shown.replace(
        "24 GB", "24\N{NO-BREAK SPACE}GB"
    )
    assert "about 4 to 8 hours" in shown
    assert 'href="/result/estimates"' in client.get("/result").text
    assert "at least 23" not in shown, "said once"


def test_what_is_assumed_leads_to_its_question(firm, read):
    answer = firm.get("/result/estimates")
    assert "/questions/figures-space?then=result" in answer.text
    assert "/questions/figures-company?then=result" in answer.text
    assert "assumed" in read(firm, "/result/estimates")


def test_without_a_case_the_page_says_so(client):
    assert client.get("/result/estimates").status_code == 410
