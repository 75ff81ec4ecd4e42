"""The golden companies come out as they were written down beforehand (format: tests/golden/README.md)."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.questionnaire.answers import Answers, Group

COMPANIES = {
    path.stem: json.loads(path.read_text())
    for path in sorted((Path(__file__).parents[2] / "golden" / "companies").glob("*.json"))
}
FORMS = ("imap", "imap_archive", "pop3_keep", "pop3_delete")
NO_ADVICE = ("close", "not_possible", "not_enough_information", "preliminary")
LISTS = ("qualifiers", "alarms", "conditions")
VERDICTS = ("engine", "policy to be changed")
FIRST_SET = {"typical": 16, "article": 15}


def outcomes(expected):
    """The outcomes that an expectation stands for; a form counts where it is the only one allowed and not close."""
    holding = {expected.get("status"), *expected.get("qualifiers", ())} & set(NO_ADVICE)
    if expected.get("native"):
        holding.add("native")
    if expected["recommended"] and len(expected["recommended"]) == 1 and "close" not in holding:
        holding.add(expected["recommended"][0])
    return holding


def as_the_engine_says(case):
    """The expectation, or what the file records of the engine where both disagree."""
    return {**case["expected"], **case.get("disagreement", {}).get("engine", {})}


def codes(advice, field):
    """What an advice lists in one field, as plain codes."""
    return {one["code"] if field == "conditions" else one for one in advice[field]}


def check(advice, expected):
    """One advice (of a company or of a group) against what is expected of it; what is not named is free."""
    assert advice["protocol"] == expected["protocol"]
    assert advice["recommended"] in (expected["recommended"] or [None])
    for field in ("status", "keep_days", "protocol_confidence"):
        assert advice[field] == expected.get(field, advice[field]), field
    assert (advice["native"] or {}).get("reason") == expected.get("native")
    for field in LISTS:
        assert set(expected.get(field, ())) <= codes(advice, field), field
    assert {frozenset(keys) for keys in expected.get("contradictions", ())} <= {
        frozenset(one["keys"]) for one in advice["contradictions"]
    }
    rows = {row["alternative"]: row for row in advice["ranking"]}
    for alternative, rules in expected.get("excluded", {}).items():
        assert [one["rule"] for one in rows[alternative]["excluded_by"]] == rules
        assert not rows[alternative]["feasible"]


def check_case(advice, case):
    """One advice against its file; a code that the engine is recorded to leave out must really be missing."""
    recorded = as_the_engine_says(case)
    check(advice, recorded)
    for field in LISTS:
        left_out = set(case["expected"].get(field, ())) - set(recorded.get(field, ()))
        assert left_out.isdisjoint(codes(advice, field)), field


def everyone(cases):
    """Each company and each of its groups: whoever has an expectation."""
    return [one for case in cases for one in (case, *case.get("groups", ()))]


def test_the_set_is_large_and_covers_every_outcome():
    assert len(COMPANIES) >= 60
    assert {kind: sum(name.startswith(kind) for name in COMPANIES) for kind in FIRST_SET} == FIRST_SET
    counted = Counter(one for case in COMPANIES.values() for one in outcomes(case["expected"]))
    assert set(counted) == {*FORMS, *NO_ADVICE, "native"}
    assert min(counted.values()) >= 6, counted


@pytest.mark.parametrize("name", COMPANIES)
def test_every_file_says_why(name):
    assert len(COMPANIES[name]["why"].split()) >= 3
    assert COMPANIES[name]["why"].endswith(".")


@pytest.mark.parametrize("name", COMPANIES)
def test_a_disagreement_is_one_and_says_who_is_right(name):
    for case in everyone([COMPANIES[name]]):
        for recorded in [case["disagreement"]] if "disagreement" in case else []:
            assert recorded["engine"]
            assert all(case["expected"].get(field) != value for field, value in recorded["engine"].items())
            assert recorded["reason"].endswith(".")
            assert recorded["verdict"] in VERDICTS


@pytest.mark.parametrize("name", COMPANIES)
def test_golden_company(name, company, server, document):
    case = COMPANIES[name]
    groups = tuple(Group(one["name"], one["mailboxes"], Answers.of(one["answers"])) for one in case.get("groups", ()))
    answers = replace(company(complete=case["complete"], **case["answers"]), groups=groups)
    advice = document(answers, None if case["server"] is None else server(**case["server"]))
    check_case(advice, case)
    assert len(advice["groups"]) == len(groups)
    for found, one in zip(advice["groups"], case.get("groups", ()), strict=True):
        assert found["name"] == one["name"]
        check_case(found, one)
