"""``advise --measure``: measured figures count, the document names the file, a wrong file is one clear line."""

import json
from dataclasses import replace

import pytest

from advisor.report.documents.envelope import sha256_of
from advisor.report.documents.measure import write_measurement
from probes.measurement import Uidl
from tests.functional.test_commands import ONE_PC, answers_file, assert_one_line, run
from tests.made_up.measurements import MEASUREMENT

__all__ = ["run"]
DOCUMENT = write_measurement(MEASUREMENT)


@pytest.fixture
def measure(tmp_path):
    path = tmp_path / "measure.json"
    path.write_bytes(DOCUMENT)
    return path


def test_the_document_names_the_measurement(run, tmp_path, measure) -> None:
    answers = answers_file(tmp_path, ONE_PC)
    result = run("advise", answers, "--measure", str(measure), "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["inputs"]["measure_sha256"] == sha256_of(DOCUMENT)
    without = json.loads(run("advise", answers, "--json").stdout)
    assert without["inputs"]["measure_sha256"] is None
    assert without["inputs"]["answers_sha256"] == document["inputs"]["answers_sha256"]


def test_the_text_ends_with_the_estimates_from_the_measured_figures(run, tmp_path, measure) -> None:
    """8.192 GB are used of 10.24 GB; with the reserve that is 10.65 GB."""
    text = " ".join(run("advise", answers_file(tmp_path, ONE_PC), "--measure", str(measure)).stdout.split())
    _, found, estimates = text.partition("Space, traffic, cost (estimated)")
    assert found
    assert "Does not fit: the biggest mailbox needs 11 GB with some room, the provider gives 10.2 GB." in estimates
    assert "The prices are assumptions." in estimates


def test_a_measured_fact_excludes_and_the_text_says_measured(run, tmp_path, measure) -> None:
    answers = answers_file(tmp_path, {**ONE_PC, "readers": "people", "quota_gb": 900, "storage_gb_used": 1})
    rules = lambda result: {  # noqa: E731
        row["alternative"]: [one["rule"] for one in row["excluded_by"]] for row in json.loads(result.stdout)["ranking"]
    }
    assert "E4" not in rules(run("advise", answers, "--json"))["pop3_keep"]
    pop3 = replace(MEASUREMENT.pop3, uidl=Uidl(2000, unique=False))
    measure.write_bytes(write_measurement(replace(MEASUREMENT, pop3=pop3)))
    assert "E4" in rules(run("advise", answers, "--measure", str(measure), "--json"))["pop3_keep"]
    assert "[measured]" in run("advise", answers, "--measure", str(measure)).stdout


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"schema": "mailweiche.answers/1", "answers": {}}', "mailweiche.measure/1"),
        (b"{", "not valid JSON"),
        (DOCUMENT.replace(b'"INBOX"', b'"IN\\u202eBOX"'), "control characters"),
    ],
)
def test_a_wrong_file_is_one_clear_line(run, tmp_path, measure, content, words) -> None:
    measure.write_bytes(content)
    assert_one_line(run("advise", answers_file(tmp_path, ONE_PC), "--measure", str(measure)), 2, "measure.json", words)


def test_a_missing_file_is_one_clear_line(run, tmp_path) -> None:
    assert_one_line(run("advise", answers_file(tmp_path, ONE_PC), "--measure", "nowhere.json"), 2, "nowhere.json")
