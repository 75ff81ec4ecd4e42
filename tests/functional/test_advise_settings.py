"""``advise --settings-out``: settings for the advised way, or one line why there are none."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from advisor.report.documents.settings import read_settings
from advisor.settings.codes import Alternative
from advisor.web.cli import group

EXAMPLE = Path(__file__).parents[2] / "advisor" / "web" / "example"


@pytest.fixture
def advise(tmp_path, monkeypatch):
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))

    def advise(answers, **report):
        (tmp_path / "answers.json").write_text(json.dumps({"schema": "mailweiche.answers/1", "answers": answers}))
        server = {**json.loads((EXAMPLE / "server_report.json").read_text()), **report}
        (tmp_path / "report.json").write_text(json.dumps(server))
        names = [str(tmp_path / name) for name in ("answers.json", "report.json", "settings.json")]
        result = CliRunner().invoke(group, ["advise", names[0], "--report", names[1], "--settings-out", names[2]])
        return result, tmp_path / "settings.json"

    return advise


def test_settings_of_the_example_company(advise):
    result, path = advise(json.loads((EXAMPLE / "answers.json").read_text())["answers"])
    assert result.exit_code == 0
    assert read_settings(path.read_bytes()).alternative is Alternative.IMAP_ARCHIVE


@pytest.mark.parametrize(
    ("answers", "provider", "words"),
    [
        ({"groupware": "must"}, None, "the provider's own connection"),
        ({}, {"id": "microsoft365", "note_codes": [], "checked": "2026-11-23"}, "the provider's own connection"),
        ({}, None, "the status is not_enough_information"),
    ],
)
def test_why_there_are_no_settings(advise, answers, provider, words):
    result, path = advise(answers, provider=provider)
    assert result.exit_code == 1
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert not path.exists()


def test_a_server_of_uncertain_origin_is_written_and_said(advise):
    claims = json.loads((EXAMPLE / "server_report.json").read_text())["claims"]
    uncertain = [{**claim, "source": "mx_provider", "trust": "needs_consent"} for claim in claims]
    result, path = advise(json.loads((EXAMPLE / "answers.json").read_text())["answers"], claims=uncertain)
    assert result.exit_code == 0
    assert read_settings(path.read_bytes()).imap.trust == "needs_consent"
    assert "mail.firma.example is not confirmed yet" in result.stderr
    assert "--confirm mail.firma.example" in result.stderr
    assert result.stderr.count("\n") == 1
