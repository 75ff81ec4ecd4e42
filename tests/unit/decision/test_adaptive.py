"""The adaptive questionnaire against the full one: a small edition of the benchmark, with the bars that must hold.

The seventy companies were drawn by ``benchmarks/adaptive.py``, ten of each class of outcome, and kept, as drawing them
takes longer than asking them. Where the policy changes, a company may come to be of another class.
"""

import json
from pathlib import Path
from statistics import mean, median

import pytest

from advisor.questionnaire.answers import Answers
from benchmarks.adaptive import CLASSES, SERVERS, Company, ask

DRAWN = Path(__file__).parents[2] / "data" / "simulated-companies.jsonl"


@pytest.fixture(scope="module")
def results():
    rows = [json.loads(line) for line in DRAWN.read_text().splitlines()]
    return [ask(row["kind"], Company(Answers.of(row["answers"]), SERVERS[row["server"]][1])) for row in rows]


def test_the_outcome_is_that_of_the_full_questionnaire(results):
    assert mean(one.same_outcome for one in results) >= 0.97
    for kind in CLASSES:
        assert mean(one.same_outcome for one in results if one.kind == kind) >= 0.92, kind


def test_what_was_proven_is_never_otherwise(results):
    assert all(one.same_outcome for one in results if one.proven)
    assert mean(one.proven for one in results) > 0.9


def test_a_dozen_questions_are_enough_for_half_of_the_companies(results):
    assert median(one.asked for one in results) <= 12
    assert all(one.settled <= one.asked for one in results)


def test_no_constant_advice_comes_near(results):
    assert mean(one.truth == "imap" for one in results) < 0.5
