"""``probe --settings``: whether what was published arrives, told after the report; the document stays as it is."""

import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advisor.report.documents.server_report import write_server_report
from advisor.report.documents.settings import write_settings
from advisor.report.server_report import complete
from advisor.web.cli import group
from tests.functional.test_probe_stored import _nobody_is_asked, assert_one_line
from tests.made_up.arrival_reports import OLD, ZONE, published, settings


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket.socket, "connect", _nobody_is_asked)
    Path("good.json").write_bytes(write_server_report(complete(published())))
    wrong = published(zone={**ZONE, "_imaps": f"0 1 993 {OLD}."})
    Path("wrong.json").write_bytes(write_server_report(complete(wrong)))
    Path("settings.json").write_bytes(write_settings(settings()))
    Path("andere.json").write_bytes(write_settings(settings(domain="andere.example")))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(group, ("probe", *arguments))

    return run


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Kommt an, was veröffentlicht wurde?", "Alles, was Sie veröffentlicht haben, kommt an.", "Von Hand")),
        ("en", ("Does what was published arrive?", "Everything that you published arrives.", "By hand")),
    ],
)
def test_it_is_told_after_the_report(run, language: str, words: tuple[str, ...]) -> None:
    alone = run("--replay", "good.json", "--lang", language)
    result = run("--replay", "good.json", "--settings", "settings.json", "--lang", language)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(alone.stdout.rstrip("\n"))
    for word in words:
        assert word in result.stdout


def test_what_is_wrong_comes_with_the_line_of_the_zone_and_is_no_failure(run) -> None:
    result = run("--replay", "wrong.json", "--settings", "settings.json", "--details")
    assert result.exit_code == 0
    assert "Names another server." in result.stdout
    assert "    _imaps._tcp.firma.example. 3600 IN SRV 0 1 993 mail.firma.example.\n" in result.stdout
    assert "Compared with the settings in settings.json." in result.stdout


def test_the_document_is_the_report_alone(run) -> None:
    document = json.loads(run("--replay", "good.json", "--json").stdout)
    assert document["schema"] == "mailweiche.server-report/1"
    assert_one_line(run("--replay", "good.json", "--settings", "settings.json", "--json"), "--settings", "--json")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--batch", "list.txt", "--settings", "settings.json"), ("--settings", "--batch")),
        (("--replay", "good.json", "--against", "wrong.json", "--settings", "settings.json"),
         ("--settings", "--against")),
        (("--replay", "good.json", "--settings", "nowhere.json"), ("nowhere.json",)),
        (("--replay", "good.json", "--settings", "good.json"), ("good.json",)),
        (("--replay", "good.json", "--settings", "andere.json"), ("andere.json", "andere.example", "firma.example")),
        (("firma.example", "--settings", "andere.json"), ("andere.json", "andere.example", "firma.example")),
        (("firma.example", "--settings", "nowhere.json"), ("nowhere.json",)),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_nobody_is_asked(run, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert_one_line(run(*arguments), *words)


def test_settings_that_no_file_could_be_written_from_are_refused(run) -> None:
    document = json.loads(write_settings(settings()))
    document["imap"]["host"] = "mail.firma.example; rm -rf"
    Path("bad.json").write_text(json.dumps(document))
    assert_one_line(run("--replay", "good.json", "--settings", "bad.json"), "bad.json")
    Path("port.json").write_bytes(write_settings(replace(settings(), keep_days=None)).replace(b"993", b"99393"))
    assert_one_line(run("--replay", "good.json", "--settings", "port.json"), "port.json")
