"""The example is made by the real engine, marked as an example, and leads into nobody's case."""

import re

import pytest

from advisor.decision.recommendation import Status
from advisor.report.advice import recommend
from advisor.report.documents.answers import read_answers, write_answers
from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from advisor.web.views.example import DOCUMENTS, example_advice


@pytest.mark.parametrize(("language", "mark"), [("de", "erfundene Firma"), ("en", "made-up company")])
def test_example_is_marked_before_and_after_in_the_readers_language(client, language, mark):
    text = client.get("/example", headers={"Accept-Language": language}).text
    banners = [found.start() for found in re.finditer('class="example-banner"', text)]
    assert len(banners) == 2
    assert banners[0] < text.index('id="verdict"') < text.index('id="limits"') < banners[1]
    assert mark in re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1]
    assert mark in text[banners[0] : text.index('id="verdict"')]
    assert "firma.example" in text


def test_example_leads_into_no_case(client):
    main = client.get("/example").text.partition("<main")[2].partition("<footer")[0]
    targets = set(re.findall(r'(?:href|action)="([^"]+)"', main))
    assert targets == {"/", "/start", "#why"}


def test_who_has_a_case_keeps_it(firm):
    main = firm.get("/example").text.partition("<main")[2]
    assert 'action="/start"' not in main
    assert 'href="/questions"' in main


def test_landing_page_leads_to_the_example(client, firm):
    assert 'href="/example"' in client.get("/").text
    assert 'href="/example"' in firm.get("/").text


def test_documents_are_what_the_app_itself_would_write():
    answers = (DOCUMENTS / "answers.json").read_bytes()
    report = (DOCUMENTS / "server_report.json").read_bytes()
    assert write_answers(read_answers(answers)) == answers
    assert write_server_report(complete(read_server_report(report).report)) == report


def test_advice_is_the_engines_own():
    shown = example_advice()
    again = recommend(shown.answers, shown.server, at=shown.stored.created_at)
    assert shown.stored == again
    assert shown.recommendation.status is Status.FIRM
    assert shown.recommendation.alarms
