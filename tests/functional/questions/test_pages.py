"""Every page of the questionnaire, in both languages: what it holds, and what it never holds."""

import re
from xml.etree.ElementTree import Element

import html5lib

from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.path import PAGES, Page, PageKind, page_of
from advisor.questionnaire.schema import CORE, Key
from advisor.text import Language
from tests.functional.questions.person import Person, some_answer

PROTOCOL_WORDS = re.compile(r"\b(imap|pop3?|e?smtp|starttls|tls|ssl|oauth2?|protokolle?|protocols?)\b", re.IGNORECASE)
QUESTIONS = [page for page in PAGES if page.keys]
AROUND = ("choose", "answers", "link")


def parsed(text: str) -> Element:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(text)


def texts_of(page: Page, language: str) -> list[str]:
    rows = [wording(key) for key in page.keys]
    said = [text for row in rows for text in (row.title, row.hint, row.why, row.moves, row.check, row.unit) if text]
    said += [option.label for row in rows for option in row.options]
    return [text.into(Language(language)) for text in said]


def test_a_question_page_asks_explains_and_leads_on(speaker: Person, language: str) -> None:
    for page in QUESTIONS:
        text = speaker.read(page.slug)
        tree = parsed(text)
        visible = " ".join("".join(tree.itertext()).split())
        assert [one for one in texts_of(page, language) if " ".join(one.split()) not in visible] == []
        forms = tree.findall(".//form[@id='question-form']")
        assert len(forms) == 1
        assert next(forms[0].iter("button")).text in {"Continue", "Weiter"}
        assert tree.find(".//a[@class='back-link']") is not None
        assert tree.find(".//progress") is not None
        assert tree.findall(".//details/summary")
        assert not PROTOCOL_WORDS.search(text)


def test_every_question_can_be_left_unknown_and_nothing_is_chosen_beforehand(person: Person) -> None:
    for page in QUESTIONS:
        tree = parsed(person.read(page.slug))
        if page.kind is PageKind.FIGURES:
            assert "Leave empty what you do not know" in "".join(tree.itertext())
            continue
        boxes = [card.find("input") for card in tree.findall(".//div[@class='choice-card']")]
        assert boxes[-1].get("value") == "unknown"
        assert all(box.get("checked") is None for box in boxes)


def test_the_pages_around_the_questions_know_no_protocol_words(speaker: Person) -> None:
    assert [slug for slug in AROUND if PROTOCOL_WORDS.search(speaker.read(slug))] == []
    for page in QUESTIONS:
        speaker.say(page.slug, **{key: some_answer(key) for key in page.keys})
    assert [slug for slug in AROUND if PROTOCOL_WORDS.search(speaker.read(slug))] == []


def test_the_test_for_protocol_words_finds_them() -> None:
    assert PROTOCOL_WORDS.search("Wählen Sie IMAP.")
    assert not PROTOCOL_WORDS.search("population")


def test_a_field_its_hint_its_unit_and_its_error_belong_together(person: Person) -> None:
    tree = parsed(person.say("figures-space", quota_gb="much").text)
    field = tree.find(".//input[@id='quota_gb']")
    described = field.get("aria-describedby", "").split()
    assert described == ["quota_gb-hint", "quota_gb-unit", "quota_gb-error"]
    assert field.get("aria-invalid") == "true"
    assert all(tree.find(f".//*[@id='{one}']") is not None for one in described)
    assert tree.find(".//label[@for='quota_gb']") is not None


def test_every_label_and_every_link_of_the_error_summary_has_its_field(person: Person) -> None:
    for page in QUESTIONS:
        tree = parsed(person.say(page.slug, **dict.fromkeys(page.keys, "x" * 300)).text)
        ids = {element.get("id") for element in tree.iter()}
        assert all(label.get("for") in ids for label in tree.iter("label"))
        links = tree.findall(".//div[@class='error-summary']//a")
        assert len(links) == len(page.keys)
        assert all(link.get("href", "").removeprefix("#") in ids for link in links)


def test_an_unknown_page_is_not_found(person: Person) -> None:
    for slug in ("nowhere", "people", "shared_addresses", "DEVICES", "x" * 300, "figures", "%C3%9F"):
        assert person.client.get(f"/questions/{slug}").status_code == 404
        assert person.say(slug, devices="two").status_code == 404


def test_pages_without_a_question_take_no_answers(person: Person) -> None:
    assert person.say("choose", devices="two").status_code == 404
    assert person.say("answers", devices="two").status_code == 404


def test_without_a_case_the_page_says_that_the_link_has_expired(person: Person) -> None:
    stranger = person.app.test_client()
    for slug in ("", "/devices", "/choose", "/answers", "/link", "/further"):
        answer = stranger.get(f"/questions{slug}", headers={"Accept-Language": "en"})
        assert answer.status_code == 410
        assert "expired" in answer.text


def test_the_progress_line_speaks_of_the_part(person: Person) -> None:
    assert "Question 3 of 8" in person.read(page_of(CORE[2]).slug)
    assert re.search(r"About \d+ more questions", person.read(page_of(Key.PLACES).slug))


def test_a_page_opened_directly_that_no_longer_matters_still_works(person: Person) -> None:
    person.say("retention", retention="no")
    person.read("country")
    assert person.say("country", country="CH").status_code == 302
    assert person.saved().code(Key.COUNTRY) == "CH"
