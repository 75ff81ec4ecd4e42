"""``export --despite-rule``: rows whose way a rule excludes are refused by line and reason, until each is named."""

import json
import zipfile

import pytest
from click.testing import CliRunner

from advisor.profiles.account import Form
from advisor.report.documents.server_report import write_server_report
from advisor.report.documents.settings import read_settings, write_settings
from advisor.report.server_report import complete
from advisor.settings.codes import Alternative
from advisor.settings.values import ExcludedWay
from advisor.web.cli import group
from tests.functional.result.conftest import example_report
from tests.functional.test_commands import ONE_PC, answers_file
from tests.unit.profiles.companies import company

HEADER = "address;name;alternative;keep_days;programs\n"
ANNA = "anna@firma.ch;Anna;pop3_delete;;outlook\n"
BEN = "ben@firma.ch;Ben;;;apple\n"
CARLA = "carla@firma.ch;Carla;pop3_keep;14;outlook\n"
POP3 = (ExcludedWay(Alternative.POP3_KEEP, ("E1",)), ExcludedWay(Alternative.POP3_DELETE, ("E1", "E6")))
E1 = "When one computer fetches the mail"


@pytest.fixture
def export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))

    def export(rows, *options, excluded=POP3, form=Form.IMAP):
        (tmp_path / "settings.json").write_bytes(write_settings(company(form, excluded=excluded)))
        (tmp_path / "staff.csv").write_text(HEADER + rows, encoding="utf-8")
        names = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "sheet", "--out", "out.zip"]
        return CliRunner().invoke(group, ["export", *names, *options])

    return export


def people(tmp_path):
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        return {name.split("/")[1] for name in archive.namelist() if name.startswith("people/")}


def test_excluded_rows_are_refused_with_line_reason_and_the_way_on(export, tmp_path):
    result = export(ANNA + BEN + CARLA)
    assert result.exit_code == 2
    first, second, last = result.stderr.splitlines()
    assert first.startswith(
        "mailweiche: Line 2: Anna <anna@firma.ch>: a rule excludes this for this company: fetch and"
    )
    assert E1 in first
    assert "Having no copy at the provider" in first
    assert second.startswith("mailweiche: Line 4: Carla <carla@firma.ch>")
    assert "for 14 days" in second
    assert last.endswith("--despite-rule anna@firma.ch --despite-rule carla@firma.ch")
    assert not (tmp_path / "out.zip").exists()


def test_in_german_too(export):
    result = export(ANNA, "--lang", "de")
    assert "Zeile 2: Anna <anna@firma.ch>: Eine Regel schliesst für diese Firma aus: abholen und" in result.stderr
    assert "Holt ein Computer die Post ab" in result.stderr
    assert "Nichts wurde geschrieben." in result.stderr


def test_the_others_go_on_without_them_where_that_is_wanted(export, tmp_path):
    result = export(ANNA + BEN, "--skip-bad-rows")
    assert result.exit_code == 0, result.output
    assert "Line 2: Anna" in result.stderr
    assert people(tmp_path) == {"ben_firma.ch"}


def test_each_who_is_named_gets_files(export, tmp_path):
    assert export(ANNA + BEN + CARLA, "--despite-rule", "anna@firma.ch").exit_code == 2
    assert not (tmp_path / "out.zip").exists()
    result = export(ANNA + BEN + CARLA, "--despite-rule", "ANNA@firma.ch", "--despite-rule", "carla@firma.ch")
    assert result.exit_code == 0, result.output
    assert "Made although a rule excludes it: Anna <anna@firma.ch>, Carla <carla@firma.ch>." in result.stderr
    assert people(tmp_path) == {"anna_firma.ch", "ben_firma.ch", "carla_firma.ch"}


@pytest.mark.parametrize("address", ["ben@firma.ch", "nobody@firma.ch", "ben", ""])
def test_naming_somebody_whom_no_rule_concerns_is_a_mistake(export, tmp_path, address):
    result = export(BEN, "--despite-rule", address)
    assert result.exit_code == 2
    assert f"--despite-rule {address}: no usable line" in result.stderr
    assert not (tmp_path / "out.zip").exists()


def test_a_list_of_excluded_rows_only_gives_nothing(export, tmp_path):
    result = export(ANNA, "--skip-bad-rows")
    assert result.exit_code == 2
    assert "Nothing was written." in result.stderr
    assert not (tmp_path / "out.zip").exists()


def test_the_server_deletes_nothing_while_somebody_is_held_back(export, tmp_path):
    excluded, rows = (ExcludedWay(Alternative.POP3_DELETE, ("E6",)),), "ida@firma.ch;Ida;;;apple\n" + ANNA
    options = ("--server-deletes-after-days", "21")
    result = export(rows, *options, "--skip-bad-rows", excluded=excluded, form=Form.POP3_KEEP_DAYS)
    assert result.exit_code == 2
    assert "a staff list without a mistake" in result.stderr
    named = export(rows, *options, "--despite-rule", "anna@firma.ch", excluded=excluded, form=Form.POP3_KEEP_DAYS)
    assert named.exit_code == 0, named.output
    assert "concerned: 2." in named.stderr


def test_many_are_not_all_named_in_one_line(export):
    result = export("".join(f"p{number}@firma.ch;P;pop3_delete;;outlook\n" for number in range(50)))
    assert result.stderr.splitlines()[-1].endswith("--despite-rule p19@firma.ch …")
    assert sum("a rule excludes" in line for line in result.stderr.splitlines()) == 50


def test_settings_that_know_of_no_advice_say_so_and_name_the_lines(export, tmp_path):
    result = export(ANNA + BEN + CARLA, excluded=None)
    assert result.exit_code == 0, result.output
    assert "The settings do not say which ways a rule excludes" in result.stderr
    assert "nobody has checked whether it fits: 2, 4." in result.stderr
    assert len(people(tmp_path)) == 3
    assert "do not say" not in export(BEN, excluded=None).stderr
    assert "do not say" not in export(ANNA, excluded=()).stderr


def test_advice_writes_what_it_excludes_into_the_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))
    (tmp_path / "report.json").write_bytes(write_server_report(complete(example_report())))
    answers = answers_file(tmp_path, {**ONE_PC, "devices": "two"})
    result = CliRunner().invoke(
        group, ["advise", answers, "--report", "report.json", "--settings-out", "settings.json", "--json"]
    )
    assert result.exit_code == 0, result.output
    excluded = {way.alternative: way.rules for way in read_settings((tmp_path / "settings.json").read_bytes()).excluded}
    assert set(excluded) == {Alternative.POP3_KEEP, Alternative.POP3_DELETE}
    assert "E1" in excluded[Alternative.POP3_DELETE]


@pytest.mark.parametrize(
    "excluded", [[{"alternative": "pop3_keep", "rules": ["E9"]}], [{"alternative": "pop3_keep", "rules": []}], "E1"]
)
def test_settings_with_an_unknown_rule_are_refused(export, tmp_path, excluded):
    document = json.loads(write_settings(company()))
    (tmp_path / "bad.json").write_text(json.dumps({**document, "excluded": excluded}))
    result = export(BEN, "--settings", "bad.json")
    assert result.exit_code == 2
    assert "excluded" in result.stderr
    assert "Traceback" not in result.output


def test_doubtful_rows_are_told_and_go_on(export, tmp_path):
    result = export("anna@firrna.ch;K\u0160the;;;\nben@firma.ch;Ben;;;\n")
    assert result.exit_code == 0, result.output
    assert "Line 2: this reads “KŠthe”." in result.stderr
    assert "looks almost the same as “firma.ch” in line 3" in result.stderr
    assert result.stderr.count("CSV UTF-8") == 1
    assert len(people(tmp_path)) == 2
