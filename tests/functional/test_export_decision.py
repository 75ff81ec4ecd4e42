"""``export --settings`` with a decision in the file: whoever hands the files out reads it in the README."""

import json
import zipfile
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from advisor.profiles.account import Form
from advisor.report.documents.settings import write_settings
from advisor.settings.codes import Alternative
from advisor.settings.values import Decision
from advisor.web.cli import group
from tests.unit.profiles.companies import company

DECIDED = Decision(
    Alternative.IMAP, Alternative.IMAP_ARCHIVE, "The auditors want it.", "Anna", datetime(2026, 11, 23, tzinfo=UTC)
)


@pytest.mark.parametrize("decision", [DECIDED, None])
def test_the_readme_and_the_manifest_name_advice_and_decision(tmp_path, monkeypatch, decision):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))
    (tmp_path / "settings.json").write_bytes(write_settings(company(Form.IMAP_ARCHIVE, decision=decision)))
    (tmp_path / "staff.csv").write_text("address;name;language\nanna@firma.ch;Anna;en\n", encoding="utf-8")
    names = ["--settings", "settings.json", "--staff", "staff.csv", "--out", "out.zip"]
    assert CliRunner().invoke(group, ["export", *names]).exit_code == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        readme = " ".join(archive.read("README.en.txt").decode().split())
        manifest = json.loads(archive.read("manifest.json"))
    told = "What was decided: Read at the provider, with your own copy (Anna, 23 November 2026)." in readme
    assert told == ("Reason: The auditors want it." in readme) == (decision is not None)
    assert (manifest["decision"] or {}).get("to") == (decision.to if decision else None)
