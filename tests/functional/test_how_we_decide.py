"""The page that explains the policy holds every rule, mark and point of the tables that decide."""

import re

import pytest

from advisor.decision.cells import ROWS, SECOND_VALUES
from advisor.decision.codes import Rule
from advisor.decision.needs import NEEDS
from advisor.decision.policy import POLICY_VERSION
from advisor.report.policy.view import policy_view
from advisor.text import Language


@pytest.fixture
def page(client):
    def opened(language="en"):
        answer = client.get("/how-we-decide", headers={"Accept-Language": language})
        assert answer.status_code == 200
        return answer.text

    return opened


@pytest.mark.parametrize("language", ["de", "en"])
def test_it_holds_every_rule_mark_and_point(page, language):
    text = page(language)
    assert POLICY_VERSION in text
    for rule in Rule:
        assert rule is Rule.NATIVE or f">{rule}<" in text
    assert text.count('<dl class="policy-why">') == len(ROWS)
    for row in ROWS:
        for cell in row.cells:
            assert getattr(cell.why, language).replace("'", "&#39;") in text
    for second in SECOND_VALUES:
        assert getattr(second.why, language) in text
    points = re.findall(r"<strong>(\d+) (?:bis|to) (\d+)</strong>", text)
    assert sorted(points) == sorted((str(need.low), str(need.high)) for need in NEEDS)
    assert not re.search(r"[{}]|None", text)


def test_figures_are_written_as_the_reader_writes_them():
    german, english = policy_view(Language.DE), policy_view(Language.EN)
    assert german.criteria[0].marks[2].value == english.criteria[0].marks[2].value == "0.15"
    assert "10’000" in german.steps[4].text
    assert "10,000" in english.steps[4].text
    assert "50\N{NO-BREAK SPACE}%" in (german.questions[0].spread or "")


def test_it_says_what_an_open_question_is_read_as():
    devices = policy_view(Language.EN).questions[0]
    assert devices.question == "Devices per person"
    assert devices.read_as == "two"
    assert "three or more 35%" in (devices.spread or "")


def test_every_page_and_every_advice_leads_to_it(client, page):
    assert "/how-we-decide" in client.get("/").text
    assert 'href="/"' in page()
