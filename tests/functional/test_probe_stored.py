"""``probe --replay``, ``--against`` and ``--batch`` as far as nobody needs to be asked."""

import fcntl
import json
import socket
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import dns.resolver
import pytest
from click.testing import CliRunner, Result

from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from advisor.web.cli import group
from tests.made_up.probe_reports import AT, GOOD, MIXED


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket.socket, "connect", _nobody_is_asked)
    later = replace(MIXED, started_at=AT + timedelta(days=30))
    Path("old.json").write_bytes(write_server_report(complete(GOOD)))
    Path("new.json").write_bytes(write_server_report(complete(later)))
    Path("other.json").write_bytes(write_server_report(complete(replace(GOOD, domain="andere.example"))))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(group, ("probe", *arguments))

    return run


def _nobody_is_asked(*_: object) -> None:
    raise AssertionError("a stored report needs no network")


def assert_one_line(result: Result, *words: str) -> None:
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


def test_replay_judges_the_stored_facts_again(run) -> None:
    stale = json.loads(Path("old.json").read_bytes())
    stale["settings"], stale["findings"] = None, []
    Path("stale.json").write_text(json.dumps(stale))
    result = run("--replay", "stale.json", "--json")
    assert result.exit_code == 0, result.output
    assert read_server_report(result.stdout_bytes) == complete(GOOD)
    assert result.stderr == ""


@pytest.mark.parametrize(("language", "word"), [("de", "Ihr Mailserver kann beides"), ("en", "can do both")])
def test_replay_is_shown_to_people(run, language: str, word: str) -> None:
    result = run("--replay", "old.json", "--lang", language)
    assert result.exit_code == 0
    assert word in result.stdout


def test_two_stored_reports_compared_as_a_document(run) -> None:
    result = run("--replay", "new.json", "--against", "old.json", "--json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert document["schema"] == "mailweiche.comparison/1"
    assert (document["old_at"], document["new_at"]) == ("2026-11-23T09:30:00Z", "2026-12-23T09:30:00Z")
    codes = {change["code"] for change in document["changes"]}
    assert {"offer_untested", "service_stopped", "service_untested"} <= codes
    assert json.loads(run("--replay", "old.json", "--against", "new.json", "--json").stdout) == document


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Da ist etwas zu tun", "Antwortet nicht mehr (mail.firma.example:465", "Gut zu wissen")),
        ("en", ("This needs action", "No longer answers (mail.firma.example:465", "Worth knowing")),
    ],
)
def test_two_stored_reports_compared_for_people(run, language: str, words: tuple[str, ...]) -> None:
    result = run("--replay", "new.json", "--against", "old.json", "--lang", language)
    assert result.exit_code == 0
    for word in words:
        assert word in result.stdout


def test_nothing_has_changed(run) -> None:
    result = run("--replay", "old.json", "--against", "old.json")
    assert "firma.example: Nothing has changed." in result.stdout
    assert json.loads(run("--replay", "old.json", "--against", "old.json", "--json").stdout)["changes"] == []


def test_two_domains_are_one_line_and_nobody_is_asked(run) -> None:
    assert_one_line(run("--replay", "new.json", "--against", "other.json"), "andere.example", "firma.example")
    assert_one_line(run("firma.example", "--against", "other.json"), "other.json", "andere.example", "firma.example")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), ("TARGET", "--batch", "--replay")),
        (("firma.example", "--replay", "old.json"), ("TARGET", "--replay")),
        (("--batch", "list.txt", "--replay", "old.json"), ("--batch", "--replay")),
        (("--batch", "list.txt", "--against", "old.json"), ("--against", "--batch")),
        (("--batch", "list.txt", "--manual", "imap=a.example:993:tls"), ("--manual", "--batch")),
        (("firma.example", "--out", "x"), ("--out", "--batch")),
        (("firma.example", "--jobs", "3"), ("--jobs", "--batch")),
        (("firma.example", "--strict"), ("--strict", "--batch")),
        (("--replay", "old.json", "--timeout", "3"), ("--replay", "--timeout")),
        (("--replay", "old.json", "--nameserver", "127.0.0.1"), ("--replay", "--nameserver")),
        (("--batch", "list.txt", "--jobs", "0"), ("--jobs",)),
        (("--batch", "list.txt", "--jobs", "33"), ("--jobs",)),
        (("--replay", "old.json", "--details", "--json"), ("--details", "--json")),
        (("--replay", "new.json", "--details", "--against", "old.json"), ("--details", "--against")),
        (("--batch", "list.txt", "--details"), ("--details", "--batch")),
        (("--replay", "nowhere.json"), ("nowhere.json",)),
        (("--replay", "old.json", "--against", "nowhere.json"), ("nowhere.json",)),
        (("--batch", "nowhere.txt"), ("nowhere.txt",)),
    ],
)
def test_what_does_not_go_together_is_one_line(run, arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert_one_line(run(*arguments), *words)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema": "mailweiche.answers/1"}', b"\xff\xfe"])
def test_a_broken_report_is_one_line(run, content: bytes) -> None:
    Path("broken.json").write_bytes(content)
    assert_one_line(run("--replay", "broken.json"), "broken.json")
    assert_one_line(run("firma.example", "--against", "broken.json"), "broken.json")


def test_lists_without_any_usable_line(run) -> None:
    Path("empty.txt").write_text("# nothing\n\n")
    assert_one_line(run("--batch", "empty.txt"), "empty.txt", "no usable domain")
    Path("bad.txt").write_text("firma\n")
    result = run("--batch", "bad.txt", "--lang", "de")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("bad.txt: Zeile 1: «firma»: ")
    assert result.stderr.endswith("bad.txt: Die Liste nennt keine brauchbare Domain.\n")
    Path("utf16.txt").write_bytes("firma.ch\n".encode("utf-16"))
    assert_one_line(run("--batch", "utf16.txt"), "utf16.txt")


def test_strict_checks_nothing_where_a_line_is_bad(run) -> None:
    Path("list.txt").write_text("firma.example\nfirma\n")
    result = run("--batch", "list.txt", "--strict", "--out", "out.jsonl")
    assert result.exit_code == 2
    assert "line 2: “firma”" in result.stderr
    assert "--strict" in result.stderr
    assert not Path("out.jsonl").exists()


def test_a_batch_never_writes_into_a_file_of_something_else(run) -> None:
    Path("list.txt").write_text("firma.example\n")
    Path("notes.txt").write_text("my notes\n")
    assert_one_line(run("--batch", "list.txt", "--out", "notes.txt"), "notes.txt", "Line 1")
    assert Path("notes.txt").read_text() == "my notes\n"
    assert_one_line(run("--batch", "list.txt", "--out", "no/such/folder/x"), "no/such/folder/x")


def test_a_batch_that_is_through_asks_nobody_again(run) -> None:
    Path("list.txt").write_text("info@firma.example\n")
    line = write_server_report(complete(GOOD), compact=True)
    Path("out.jsonl").write_bytes(line)
    result = run("--batch", "list.txt", "--out", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Already in the file and left out: 1 of 1." in result.stderr
    assert Path("out.jsonl").read_bytes() == line


def test_a_batch_without_nameserver_is_one_line(run, monkeypatch) -> None:
    def names_none(_resolver: object, _file: object) -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver.Resolver, "read_resolv_conf", names_none)
    Path("list.txt").write_text("firma.example\n")
    result = run("--batch", "list.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert "--nameserver" in result.stderr


def test_two_batches_never_write_into_one_file(run) -> None:
    """The second would take a line that the first is writing for one that was cut off, and drop it."""
    Path("list.txt").write_text("firma.example\n")
    with Path("out.jsonl").open("a+b") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        other.write(b'{"schema":')
        other.flush()
        result = run("--batch", "list.txt", "--out", "out.jsonl")
    assert_one_line(result, "out.jsonl", "Another call")
    assert Path("out.jsonl").read_bytes() == b'{"schema":'
