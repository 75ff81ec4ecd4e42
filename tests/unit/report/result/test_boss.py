"""The advice for the boss is three sentences in every case, and each says what it has to say."""

import json
import re
from pathlib import Path

import pytest

from advisor.decision.advise import advise
from advisor.report.result.boss import boss
from advisor.report.result.explanation import explanation, form_explanation
from advisor.text import Language
from tests.unit.decision.conftest import make_company, make_server

COMPANIES = sorted((Path(__file__).parents[3] / "golden" / "companies").glob("*.json"))
END = re.compile(r"[.?»”](?= [A-ZÄÖÜ]|$)")


def told(server=None, language=Language.EN, *, checked=True, complete=True, **answers):
    company = make_company(complete=complete, **answers)
    return boss(advise(company, make_server(**(server or {}))), company, language, checked=checked)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", COMPANIES, ids=lambda path: path.stem)
def test_three_sentences_for_every_company(path, language):
    case = json.loads(path.read_text())
    text = told(case["server"], language, complete=case["complete"], **case["answers"])
    without_brackets = re.sub(r"\([^)]*\)", "", text)
    without_quotes = re.sub(r"[«“][^»”]*[»”](?! [A-ZÄÖÜ])", "", without_brackets)
    assert len(END.findall(without_quotes)) == 3
    assert not re.search(r"[{}]|  |None", text)


@pytest.mark.parametrize(
    ("said", "first", "second", "third"),
    [
        ({}, "read it there (IMAP).", "Several points together", "in every case worked through"),
        ({"devices": "two"}, "read it there (IMAP).", "(Devices per person: two)", "in every case worked through"),
        ({"client_limit": "imap_only"}, "(IMAP).", "POP3 is out, because a program that we need", "in every case"),
        ({"groupware": "must"}, "neither IMAP nor POP3", "calendar and contacts", "Before the change"),
        ({"local_only_mail": "several"}, "(IMAP).", "Several points", "Before we change anything, we back up"),
        (
            {"data_control": "off_provider", "device_backup": "manual", "provider_backup": "no"},
            "a copy stays with the provider for 37 days.",
            "It is a close call",
            "agree on which of the two points",
        ),
    ],
)
def test_what_why_and_what_comes_first(said, first, second, third):
    text = told(**said)
    assert text.index(first) < text.index(second) < text.index(third)


def test_an_open_race_is_not_called_decided():
    open_race = {
        "device_backup": "tested",
        "keep_copy_on_server": "no",
        "largest_mailbox": "unknown",
        "quota": "unknown",
    }
    text = told(**open_race)
    assert text.startswith("Whether we read mail at the provider (IMAP) or fetch it (POP3) cannot be decided yet.")
    assert text.endswith("First we find out how full the biggest mailbox is and how much fits into it.")


def test_an_unchecked_server_is_said_before_anything_of_certainty():
    assert told(checked=False).endswith("once our mail server has been checked.")
    assert told({"imap": "unreachable", "pop3": "not_found"}).endswith("once our mail server has been checked.")


def test_a_stopgap_is_called_one():
    text = told({"imap": "not_found"}, devices="three_plus")
    assert "IMAP is out, because our provider does not have it." in text
    assert text.endswith("until our provider allows reading on the spot (IMAP) as well.")


def test_fetching_that_would_do_is_no_stopgap():
    assert "until our provider allows" not in told({"imap": "not_found"})


def test_nothing_advised_says_that_nothing_is_changed():
    assert told(complete=False).endswith("Until that is cleared up, we change nothing.")
    nothing = told({"imap": "not_found", "pop3": "not_found"})
    assert "none of the ways fits" in nothing
    assert nothing.endswith("we change nothing.")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "No single point decides; several together speak for it. The strongest: “Crash of a device”"),
        ({"devices": "two"}, "A rule takes POP3 out. Only the form was left to weigh."),
        (
            {"data_control": "off_provider", "device_backup": "none"},
            "One point decides: “Crash of a device” (Backup of the computers with mail: not at all). Without it",
        ),
    ],
)
def test_the_explanation_names_the_answers(said, sentence):
    company = make_company(**said)
    assert (explanation(advise(company, make_server()), company, Language.EN) or "").startswith(sentence)


def test_the_form_has_an_explanation_of_its_own_where_only_forms_were_weighed():
    alone, two = make_company(), make_company(devices="two")
    assert form_explanation(advise(alone, make_server()), alone, Language.EN) is None
    told = form_explanation(advise(two, make_server()), two, Language.EN) or ""
    assert told.startswith("One point decides: “Effort” (Effort for the technology: as little as possible).")
