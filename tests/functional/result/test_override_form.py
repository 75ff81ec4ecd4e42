"""Deciding otherwise: what is taken, what is refused, and what becomes of it when answers change."""

import re

import html5lib
import pytest

from advisor.settings.codes import Alternative
from advisor.web.config import load_settings
from tests.functional.result.conftest import BASELINE, Situation, example_report
from tests.functional.result.test_override import (
    ARCHIVE,
    DE,
    DECIDED,
    ONE_PC,
    REASON,
    box,
    decide,
    document,
    rows,
    settings,
    shown,
)


def test_a_rule_is_not_broken_by_any_reason(app, firm):
    answer = decide(firm, to="pop3_delete")
    assert answer.status_code == 422
    text = shown(answer)
    assert "«Abholen und beim Anbieter löschen» ist hier nicht möglich. Holt ein Computer die Post ab" in text
    assert REASON in text
    assert 'value="Anna Muster"' in answer.text
    assert (rows(app), document(firm).override) == (0, None)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("native_provider", "die eigene Verbindung"),
        ("native_groupware", "die eigene Verbindung"),
        ("not_possible", "jeden Weg"),
        ("not_enough", "Noch fehlen Antworten"),
        ("pop3_only", "jeden anderen Weg"),
    ],
)
def test_where_there_is_no_choice_the_page_says_why_and_takes_nothing(app, open_case, all_situations, name, said):
    client = open_case(all_situations[name])
    text = shown(client.get("/result/override", headers=DE))
    assert said in text
    assert "Warum entscheiden Sie anders" not in text
    for way in Alternative:
        assert decide(client, to=way).status_code == 422
    assert rows(app) == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"to": ""}, "Wählen Sie einen der Wege."),
        ({"to": "carrier_pigeon"}, "Wählen Sie einen der Wege."),
        ({"to": "imap"}, "«Beim Anbieter lesen» ist schon die Empfehlung."),
        ({"reason": ""}, "mindestens 10 Zeichen"),
        ({"reason": " \r\n a b c d e \n "}, "mindestens 10 Zeichen"),
        ({"reason": "x" * 1001}, "Die Begründung hat 1001 Zeichen."),
        ({"reason": "Die Revision\u202e will es so"}, "unsichtbare Zeichen"),
        ({"reason": "Die Revision\x00 will es so"}, "unsichtbare Zeichen"),
        ({"by": "  "}, "Geben Sie den Namen der Person ein"),
        ({"by": "A" * 201}, "länger als 200 Zeichen"),
        ({"by": "Anna\u2066Muster"}, "unsichtbare Zeichen"),
        ({"by": "Anna\nMuster"}, "unsichtbare Zeichen"),
    ],
)
def test_bad_input_is_named_and_nothing_typed_is_lost(app, firm, changes, said):
    answer = decide(firm, **changes)
    assert answer.status_code == 422
    assert said in shown(answer)
    assert "<title>Fehler:" in re.sub(r"\s+", " ", answer.text).replace("<title> ", "<title>")
    kept = {**DECIDED, **changes}
    tree = html5lib.parse(answer.text, namespaceHTMLElements=False)
    clean = re.sub("[\u202e\u2066\x00]", "", kept["reason"])
    assert tree.findtext(".//textarea").strip().split() == clean.split()
    assert tree.find(".//input[@name='by']").get("value") == re.sub("[\u2066\n]", "", kept["by"])
    assert rows(app) == 0


@pytest.mark.parametrize("length", [10, 1000])
def test_the_shortest_and_the_longest_reason_are_taken(firm, length):
    reason = "<" + "r" * (length - 2) + ">"
    assert decide(firm, reason=f"  {reason}\r\n").status_code == 302
    assert document(firm).override.reason == reason


def test_lines_of_a_reason_become_one_and_markup_stays_text(firm):
    decide(firm, reason="Zeile eins <script>alert(1)</script>\r\n\r\n zwei {way}", by="<b>Anna</b>")
    for path in ("/result", "/result/override", "/profiles"):
        page = firm.get(path, headers=DE).text
        assert "<script>alert" not in page
        assert "<b>Anna" not in page
    assert "Zeile eins <script>alert(1)</script> zwei {way}" in box(firm)
    assert "<b>Anna</b>, " in box(firm)


def test_switching_the_language_keeps_what_was_typed(firm):
    answer = decide(firm, reason="kurz", switch_language="en")
    assert answer.status_code == 200
    assert "Why do you decide otherwise?" in shown(answer)
    assert ">\r\nkurz</textarea>" in answer.text or ">kurz</textarea>" in answer.text.replace("\r\n", "")


def change_answers(client):
    client.post("/questions/offline-reading", data={"offline_reading": "recent"})


def test_other_answers_leave_it_standing_but_ask(firm):
    decide(firm)
    change_answers(firm)
    assert "Entschieden, bevor sich Antworten" in box(firm)
    assert "Entscheid bestätigen, ändern oder zurücknehmen" in box(firm)
    assert (document(firm).override.state, settings(firm).decision.outdated) == ("outdated", True)
    assert settings(firm).alternative == "imap_archive"


def test_answers_that_lead_to_the_same_advice_say_that_it_is_no_longer_needed(firm):
    decide(firm)
    firm.post("/questions/offline-reading", data={"offline_reading": "all"})
    firm.post("/questions/outages", data={"outages": "daily"})
    found = document(firm)
    assert (found.recommended, found.decided, found.override.state) == ("imap_archive", "imap_archive", "outdated")
    text = box(firm)
    assert "Der Entscheid ist nicht mehr nötig" in text
    assert text.endswith("Entscheid ändern oder zurücknehmen")
    assert "Mailweiche rät inzwischen dasselbe." in text
    assert 'value="imap_archive"' not in firm.get("/result/override").text
    boss = shown(firm.get("/result", headers=DE), ".//textarea[@id='boss-text']")
    assert "Mailweiche rät inzwischen dasselbe: Wir lassen" in boss


def test_confirming_makes_it_hold_for_the_answers_of_now(app, firm):
    decide(firm)
    change_answers(firm)
    tree = html5lib.parse(firm.get("/result/override", headers=DE).text, namespaceHTMLElements=False)
    form = tree.find(".//form[@id='decide-form']")
    sent = {
        "to": form.find(".//input[@name='to'][@checked]").get("value"),
        "reason": form.findtext(".//textarea").strip(),
        "by": form.find(".//input[@name='by']").get("value"),
    }
    assert sent == DECIDED
    firm.post("/result/override", data=sent)
    assert "Entschieden, bevor sich Antworten" not in box(firm)
    assert (document(firm).override.state, rows(app)) == ("current", 1)


def test_going_back_to_the_old_answers_needs_no_word(firm):
    decide(firm)
    before = document(firm).override
    change_answers(firm)
    firm.post("/questions/offline-reading", data={"offline_reading": BASELINE["offline_reading"]})
    assert document(firm).override == before


def test_answers_that_rule_it_out_bring_the_advice_back(open_case):
    client = open_case(Situation(ONE_PC, example_report()))
    decide(client, to="pop3_keep")
    assert document(client).decided == "pop3_keep"
    client.post("/questions/devices", data={"devices": "three_plus"})
    assert "Dieser Entscheid gilt nicht mehr. Holt ein Computer die Post ab" in box(client)
    assert box(client).endswith("Entscheid ändern oder zurücknehmen")
    found = document(client)
    assert (found.override.state, found.decided) == ("void", "imap")
    assert (settings(client).alternative, settings(client).decision) == ("imap", None)
    page = client.get("/result/override", headers=DE)
    assert page.status_code == 200
    assert 'name="to" type="radio" value="pop3_keep"' not in page.text


def test_a_change_takes_its_place_and_a_withdrawal_ends_it(app, open_case):
    client = open_case(Situation(ONE_PC, example_report()))
    decide(client)
    decide(client, to="pop3_keep", by="Beat")
    assert (document(client).override.by, document(client).decided, rows(app)) == ("Beat", "pop3_keep", 1)
    answer = client.post("/result/override/withdraw", headers=DE)
    assert (answer.status_code, answer.location) == (302, "/result")
    assert (box(client), document(client).override, rows(app)) == ("", None, 0)
    assert client.get("/result/override/withdraw").location == "/result/override"


def test_deleting_the_case_deletes_it(app, firm):
    decide(firm)
    assert rows(app) == 1
    firm.post("/delete")
    assert rows(app) == 0


def test_without_a_case_there_is_nothing_to_decide(client):
    assert client.get("/result/override").status_code == 410
    assert client.post("/result/override", data=DECIDED).status_code == 410
    assert client.post("/result/override/withdraw").status_code == 410


class TestHandOver:
    @pytest.fixture
    def settings(self, tmp_path):
        return load_settings(
            instance=tmp_path / "instance",
            secret_key="only-for-these-tests-0123456789",
            handover_name="Praxis Muster",
            handover_address="hilfe@praxis.example",
        )

    def test_the_text_for_the_practice_begins_with_it(self, firm):
        decide(firm)
        lines = shown(firm.get("/result/hand-over", headers=DE), ".//textarea")
        assert lines.startswith(f"Entscheid - Entschieden: {ARCHIVE} (Anna Muster, ")
        assert f"- Begründung: {REASON} - Mailweiche rät: Beim Anbieter lesen. Empfehlung - " in lines
