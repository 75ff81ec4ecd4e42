"""The console script: documents on standard output and nothing else, exit codes, one clear line for bad input."""

import json
import sys
import zipfile
from pathlib import Path

import dns.resolver
import pytest
from click.testing import CliRunner, Result

from advisor.report.documents.recommendation import read_recommendation
from advisor.report.documents.settings import write_settings
from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings, ServerSettings
from advisor.web.cli import group
from probes.codes import Authentication, Security, Source, Trust, UsernameForm

SCRIPT = Path(sys.executable).with_name("mailweiche")
ONE_PC = {
    "devices": "one",
    "shared_addresses": "none",
    "mail_location": "server",
    "local_only_mail": "none",
    "outages": "hardly_ever",
    "offline_reading": "no",
    "data_control": "provider_fine",
    "device_backup": "untested",
}


def server(port: int) -> ServerSettings:
    return ServerSettings(
        host="mail.firma.example",
        port=port,
        security=Security.TLS,
        username=UsernameForm.ADDRESS,
        username_template=None,
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
        proven=False,
        checked_at=None,
        source=Source.SRV,
        trust=Trust.TRUSTED,
    )


SETTINGS = CompanySettings("Muster AG", "firma.example", Alternative.IMAP, None, server(993), None, server(465))
STAFF = "address;name\nanna@firma.example;Anna Muster\nbeat@firma.example;Beat Beispiel\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(group, arguments)

    return run


def answers_file(folder: Path, answers: dict[str, object]) -> str:
    path = folder / "answers.json"
    path.write_text(json.dumps({"schema": "mailweiche.answers/1", "answers": answers}))
    return str(path)


def assert_one_line(result: Result, code: int, *words: str) -> None:
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


def test_advise_prints_exactly_one_document(run, tmp_path) -> None:
    result = run("advise", answers_file(tmp_path, ONE_PC), "--json")
    assert result.exit_code == 0
    stored = read_recommendation(result.stdout_bytes)
    assert stored.recommendation.recommended is Alternative.IMAP
    assert "preliminary" in stored.recommendation.qualifiers
    assert result.stderr == ""


@pytest.mark.parametrize(("language", "word"), [("de", "Lassen Sie die Post"), ("en", "Leave the mail")])
def test_advise_speaks_to_people_in_their_language(run, tmp_path, language: str, word: str) -> None:
    result = run("advise", answers_file(tmp_path, ONE_PC), "--lang", language)
    assert result.exit_code == 0
    assert word in result.stdout


def test_advise_tells_people_what_the_page_tells_them(run, tmp_path) -> None:
    document = {
        "schema": "mailweiche.answers/1",
        "answers": {**ONE_PC, "offline_reading": "all", "device_space": "tight"},
        "groups": [{"name": "Kasse", "mailboxes": 3, "answers": {"readers": "program", "groupware": "must"}}],
    }
    path = tmp_path / "groups.json"
    path.write_text(json.dumps(document))
    found = " ".join(run("advise", str(path), "--lang", "de").stdout.split())
    assert "Nicht an Ihrem Mailserver geprüft." in found
    assert "Antworten, die nicht zusammenpassen" in found
    company, _, group = found.partition("Gruppe «Kasse» (Postfächer: 3)")
    assert "Weder noch" in group
    assert "?:" not in found
    assert ".:" not in found
    assert "Weder noch" not in company


def test_advise_refuses_a_combination_before_it_advises_and_shows_one_policy(run, tmp_path) -> None:
    till = {"readers": "program", "devices": "one", "device_backup": "tested", "keep_copy_on_server": "no"}
    document = {
        "schema": "mailweiche.answers/1",
        "answers": {**ONE_PC, "devices": "two"},
        "groups": [
            {"name": "info@", "mailboxes": 1, "answers": {}},
            {"name": "Kasse", "mailboxes": 1, "kind": "program", "shares_with": "info@", "answers": till},
        ],
    }
    path = tmp_path / "groups.json"
    path.write_text(json.dumps(document))
    text = run("advise", str(path), "--lang", "en").stdout
    assert text.index("! “Kasse” must not empty this mailbox") < text.index("Leave the mail")
    assert "The same holds for all mailboxes" in text
    policy = json.loads(run("advise", str(path), "--json").stdout)["company_policy"]
    assert policy["conflicts"][0]["instead"] == "own_mailbox"
    assert [one["alternative"] for one in policy["groups"]] == ["imap", "imap"]


def test_nothing_answered_is_still_a_valid_document(run, tmp_path) -> None:
    result = run("advise", answers_file(tmp_path, {}), "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] == "not_enough_information"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ()),
        (b"{", ()),
        (b"[]", ()),
        (b"\xff\xfe\x00", ()),
        (b'{"schema": "mailweiche.answers/9", "answers": {}}', ("mailweiche.answers/1",)),
        (b'{"schema": "mailweiche.answers/1", "answers": {"devices": "many"}}', ("devices", "many", "three_plus")),
        (b'{"schema": "mailweiche.answers/1", "answers": {"gadgets": "one"}}', ("gadgets", "devices")),
        (b'{"schema": "mailweiche.answers/1", "answers": {"people": "three"}}', ("people", "three")),
    ],
)
def test_broken_answers_file_is_one_clear_line(run, tmp_path, content: bytes, words: tuple[str, ...]) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    assert_one_line(run("advise", str(path), "--json"), 2, "answers.json", *words)


def test_missing_file_and_missing_report_are_named(run, tmp_path) -> None:
    assert_one_line(run("advise", "nowhere.json"), 2, "nowhere.json")
    answers = answers_file(tmp_path, ONE_PC)
    assert_one_line(run("advise", answers, "--settings-out", "s.json"), 2, "--report")


@pytest.mark.parametrize(
    "target", ["firma,ch", "10.0.0.1", "[::1]", "firma", "a@b@c.ch", "", "x" * 300, "fir\u202ema.ch"]
)
def test_unusable_target_is_one_clear_line(run, target: str) -> None:
    assert_one_line(run("probe", target, "--json"), 2)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (["--nameserver", "dns"], "IP:PORT"),
        (["--nameserver", "127.0.0.1:99999"], "IP:PORT"),
        (["--timeout", "61"], "--timeout"),
        (["--timeout", "0.5"], "--timeout"),
        (["--timeout", "nan"], "--timeout"),
        (["--nonsense"], "--nonsense"),
        (["second.example"], "second.example"),
    ],
)
def test_wrong_options_are_usage_errors(run, wrong: list[str], word: str) -> None:
    assert_one_line(run("probe", "firma.example", *wrong), 2, word, "mailweiche probe --help")


def test_wrong_command_is_one_line_and_no_command_is_help(run) -> None:
    assert_one_line(run("prob"), 2, "prob")
    assert_one_line(run("probe"), 2, "TARGET")
    assert "Commands:" in run().output


def test_machine_without_nameserver_is_one_line(run, monkeypatch) -> None:
    def names_none(_resolver: object, _file: object) -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver.Resolver, "read_resolv_conf", names_none)
    assert_one_line(run("probe", "firma.example", "--json"), 1, "--nameserver", "MAILWEICHE_NAMESERVERS")


def test_manual_server_is_checked_in_form(run) -> None:
    assert_one_line(run("probe", "firma.example", "--manual", "imap=mail.firma.example"), 2, "imap=")


def export(run, folder: Path, staff: str, *options: str) -> Result:
    (folder / "settings.json").write_bytes(write_settings(SETTINGS))
    (folder / "staff.csv").write_text(staff, encoding="utf-8")
    return run("export", "--settings", "settings.json", "--staff", "staff.csv", "--out", "out.zip", *options)


def test_export_writes_the_zip(run, tmp_path) -> None:
    result = export(run, tmp_path, STAFF)
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["schema"] == "mailweiche.bundle/1"
    assert {name.split("/")[1] for name in names if name.startswith("people/")} == {
        "anna_firma.example",
        "beat_firma.example",
    }


def test_same_input_gives_the_same_bytes(run, tmp_path) -> None:
    export(run, tmp_path, STAFF)
    first = (tmp_path / "out.zip").read_bytes()
    export(run, tmp_path, STAFF)
    assert (tmp_path / "out.zip").read_bytes() == first


def test_bad_rows_stop_the_export_unless_skipped(run, tmp_path) -> None:
    staff = STAFF + "not-an-address;Carla\n"
    refused = export(run, tmp_path, staff)
    assert refused.exit_code == 2
    assert "4" in refused.stderr
    assert not (tmp_path / "out.zip").exists()
    assert export(run, tmp_path, staff, "--skip-bad-rows").exit_code == 0
    assert (tmp_path / "out.zip").exists()


def test_password_column_refuses_the_file(run, tmp_path) -> None:
    result = export(run, tmp_path, "address;name;password\na@firma.example;A;geheim\n", "--skip-bad-rows")
    assert result.exit_code == 2
    assert "geheim" not in result.output


def test_only_names_known_targets(run, tmp_path) -> None:
    assert export(run, tmp_path, STAFF, "--only", "sheet,fax").exit_code == 2
    assert export(run, tmp_path, STAFF, "--only", "sheet").exit_code == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert not [name for name in archive.namelist() if name.endswith((".xml", ".mobileconfig"))]


def test_unwritable_place_keeps_what_was_there(run, tmp_path) -> None:
    (tmp_path / "settings.json").write_bytes(write_settings(SETTINGS))
    (tmp_path / "staff.csv").write_text(STAFF)
    result = run("export", "--settings", "settings.json", "--staff", "staff.csv", "--out", "no/such/folder/out.zip")
    assert_one_line(result, 2, "out.zip")
