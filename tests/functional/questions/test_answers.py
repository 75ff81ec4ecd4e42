"""Answering: right, wrong, tampered with, changed, and in another language half-way."""

import re
from html import escape

import pytest

from advisor.questionnaire.path import PAGES, PageKind
from advisor.questionnaire.schema import Key
from tests.functional.questions.person import Person, some_answer

CHOICES = [page for page in PAGES if page.kind is PageKind.QUESTION]
FIGURES = [page for page in PAGES if page.kind is PageKind.FIGURES]


def checked(text: str) -> list[str]:
    """The values of the chosen cards."""
    boxes = re.findall(r"<input [^>]*>", text)
    found = [re.search(r'value="([^"]*)"', box) for box in boxes if re.search(r"\schecked(\s|>|=)", box)]
    return [one[1] for one in found if one]


def test_an_answer_is_saved_at_once_and_leads_to_the_next_question(person: Person) -> None:
    answer = person.say("devices", devices="two")
    assert answer.status_code == 302
    assert answer.location == "/questions/shared-addresses"
    assert person.saved().code(Key.DEVICES) == "two"
    assert re.search(r"Saved \d\d:\d\d", person.read("shared-addresses"))
    assert checked(person.read("devices")) == ["two"]


def test_before_the_first_answer_nothing_claims_to_be_saved(person: Person) -> None:
    assert "Saved" not in person.read("devices")


def test_choosing_nothing_is_an_error_at_the_top_at_the_field_and_in_the_title(speaker: Person) -> None:
    for page in CHOICES:
        answer = speaker.say(page.slug)
        assert answer.status_code == 422
        assert re.search(r"<title>(Error|Fehler): ", answer.text)
        assert len(re.findall(r"(Weiss ich nicht|I don’t know)[»”]", answer.text)) == 2
        assert 'role="alert"' in answer.text
    assert speaker.saved().values == ()


@pytest.mark.parametrize("sent", ["no_such_code", "x" * 300, "", "<script>alert(1)</script>", "two\x00"])
def test_a_foreign_answer_is_refused_and_nothing_is_lost(sent: str, person: Person) -> None:
    for page in CHOICES:
        person.say(page.slug, **{page.keys[0]: some_answer(page.keys[0])})
    before = person.saved()
    for page in CHOICES:
        answer = person.say(page.slug, **{page.keys[0]: sent})
        assert answer.status_code == 422
        assert answer.text.count("What was sent is not one of the answers.") == 2
        assert "x" * 50 not in answer.text
        assert "alert(1)" not in answer.text
    assert person.saved() == before


def test_an_answer_to_another_question_changes_nothing(person: Person) -> None:
    person.say("outages", outages="daily")
    assert person.say("devices", outages="weekly", people="3").status_code == 422
    assert person.saved().values == ((Key.OUTAGES, "daily"),)


def test_two_answers_to_one_question_are_refused(person: Person) -> None:
    answer = person.client.post("/questions/devices", data={"devices": ["one", "two"]})
    assert answer.status_code == 422
    assert person.saved().values == ()


def test_several_programs_are_kept_and_shown_again(person: Person) -> None:
    person.say("programs", programs=["thunderbird", "outlook"])
    assert person.saved().several(Key.PROGRAMS) == ("outlook", "thunderbird")
    assert checked(person.read("programs")) == ["outlook", "thunderbird"]


def test_programs_and_dont_know_contradict_each_other(person: Person) -> None:
    answer = person.say("programs", programs=["outlook", "unknown"])
    assert answer.status_code == 422
    assert "not both" in answer.text
    assert checked(answer.text) == ["outlook", "unknown"]


def test_dont_know_is_an_answer_that_can_be_taken_back(person: Person) -> None:
    person.say("devices", devices="one")
    person.say("devices", devices="unknown")
    assert person.saved().get(Key.DEVICES) is None
    assert checked(person.read("devices")) == ["unknown"]
    assert person.client.get("/questions").location == "/questions/shared-addresses"
    person.say("devices", devices="two")
    assert checked(person.read("devices")) == ["two"]


def test_figures_are_read_in_local_spellings_and_empty_ones_are_unknown(person: Person) -> None:
    person.say("figures-mail", mails_per_day="", average_kb="1’200,5", years=" 10 ")
    saved = person.saved()
    assert (saved.get(Key.MAILS_PER_DAY), saved.get(Key.AVERAGE_KB), saved.get(Key.YEARS)) == (None, 1200.5, 10)
    text = person.read("figures-mail")
    assert 'value="1200.5"' in text
    assert 'value="10"' in text


def test_empty_figures_are_fine_and_not_asked_again(person: Person) -> None:
    for page in FIGURES:
        assert person.say(page.slug, **dict.fromkeys(page.keys, "")).status_code == 302
    assert person.saved().values == ()
    assert "I don’t know" in person.read("answers")


def test_a_wrong_figure_is_named_and_stays_in_its_field(person: Person) -> None:
    for typed in ("viele", "-1", "0", "1.5", "1e3", "9" * 300, "2000000000", "<b>8</b>", "٣"):
        answer = person.say("figures-company", people=typed, mailboxes="10", devices_total="", longest_absence_days="")
        assert answer.status_code == 422
        assert answer.text.count("People with mail: enter a whole number from 1, for example 8") == 2
        assert f'value="{escape(typed)}"' in answer.text
        assert 'value="10"' in answer.text
    assert person.saved().values == ()


def test_a_figure_that_could_mean_two_numbers_is_asked_back(person: Person) -> None:
    answer = person.say("figures-space", storage_gb_used="2,500", quota_gb="", upload_mbit="")
    assert answer.status_code == 422
    assert answer.text.count("write the number without a thousands separator") == 2
    assert person.saved().values == ()


def test_a_figure_can_be_taken_away_again(person: Person) -> None:
    person.say("figures-space", quota_gb="10", storage_gb_used="7.5", upload_mbit="")
    person.say("figures-space", quota_gb="", storage_gb_used="7.5", upload_mbit="")
    assert person.saved().values == ((Key.STORAGE_GB_USED, 7.5),)


def test_changing_an_answer_returns_to_the_summary_and_keeps_the_others(person: Person) -> None:
    person.say("devices", devices="two")
    person.say("outages", outages="daily")
    link = re.search(r'href="(/questions/devices\?[^"]+)"', person.read("answers"))
    assert link is not None
    page = person.client.get(link[1]).text
    assert f'action="{link[1]}"' in page
    assert 'class="back-link" href="/questions/answers"' in page
    answer = person.client.post(link[1], data={"devices": "one"})
    assert answer.location == "/questions/answers"
    assert person.saved().values == ((Key.DEVICES, "one"), (Key.OUTAGES, "daily"))


def test_an_error_while_changing_still_returns_to_the_summary(person: Person) -> None:
    wrong = person.say("devices", "?then=summary")
    assert 'action="/questions/devices?then=summary"' in wrong.text


def test_a_foreign_return_address_is_ignored(person: Person) -> None:
    for target in ("https://evil.example", "//evil.example", "", "landing"):
        answer = person.client.post("/questions/devices", query_string={"then": target}, data={"devices": "two"})
        assert answer.location == "/questions/shared-addresses"


def test_a_change_asked_for_by_the_result_returns_to_the_result(person: Person) -> None:
    assert person.say("devices", "?then=result", devices="two").location == "/result"


def test_switching_the_language_keeps_a_choice_that_was_not_saved(person: Person) -> None:
    page = person.read("devices")
    assert re.search(r'<button type="submit"\s+form="question-form"\s+name="switch_language"\s+value="de"', page)
    answer = person.say("devices", devices="three_plus", switch_language="de")
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    assert "Wie viele Geräte" in answer.text
    assert "There is a problem" not in answer.text
    assert "Es gibt ein Problem" not in answer.text
    assert checked(answer.text) == ["three_plus"]
    assert person.saved().values == ()
    assert '<html lang="de">' in person.read("outages")


def test_switching_the_language_keeps_what_was_typed_even_if_it_is_wrong(person: Person) -> None:
    typed = {"people": "viele", "mailboxes": "1,200"}
    answer = person.say("figures-company", "?then=summary", **typed, switch_language="de")
    assert 'value="viele"' in answer.text
    assert 'value="1,200"' in answer.text
    assert 'action="/questions/figures-company?then=summary"' in answer.text
    assert "field-error" not in answer.text


def test_switching_the_language_without_a_choice_shows_what_was_saved(person: Person) -> None:
    person.say("devices", devices="two")
    assert checked(person.say("devices", switch_language="de").text) == ["two"]


def test_a_language_that_is_not_offered_changes_nothing(person: Person) -> None:
    answer = person.say("devices", devices="one", switch_language="fr")
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    assert checked(answer.text) == ["one"]


def test_a_language_switch_never_comes_first_in_the_form(person: Person) -> None:
    """Enter in a text field presses the first button that belongs to the form."""
    buttons = re.findall(r'<button type="submit"\s+form="question-form"[^>]*>', person.read("figures-mail"))
    assert "switch_language" not in buttons[0]
    assert any("switch_language" in button for button in buttons)


def test_a_form_without_its_token_is_refused_and_keeps_what_was_saved(person: Person) -> None:
    person.say("devices", devices="two")
    person.app.config["WTF_CSRF_ENABLED"] = True
    answer = person.say("devices", devices="one")
    assert answer.status_code == 400
    token = re.search(r'name="csrf_token" [^>]*value="([^"]+)"', person.read("devices"))
    assert token is not None
    assert person.say("devices", devices="one", csrf_token=token[1]).status_code == 302
