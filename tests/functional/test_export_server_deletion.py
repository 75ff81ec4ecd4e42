"""``export --server-deletes-after-days``: the word that the server may delete, and when it is not taken."""

import json
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner

from advisor.profiles.account import Form
from advisor.report.documents.settings import write_settings
from advisor.web.cli import group
from tests.unit.profiles.companies import company
from tests.unit.profiles.dovecot_rules import read

HEADER = "address;name;programs;alternative;role;language\n"
IDA = "ida@firma.ch;Ida;apple;;;en\n"
OLGA = "olga@firma.ch;Olga;outlook;;;en\n"
SNIPPET = "company/dovecot/99-mailweiche.conf"


@pytest.fixture
def export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))

    def export(rows, *options, form=Form.POP3_KEEP_DAYS):
        (tmp_path / "settings.json").write_bytes(write_settings(company(form)))
        (tmp_path / "staff.csv").write_text(HEADER + rows, encoding="utf-8")
        names = ["--settings", "settings.json", "--staff", "staff.csv", "--out", "out.zip"]
        return CliRunner().invoke(group, ["export", *names, *options])

    return export


def files(tmp_path):
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_with_the_word_the_file_for_the_server_is_there_and_active(export, tmp_path):
    before = datetime.now(UTC).date()
    result = export(IDA + OLGA, "--server-deletes-after-days", "21")
    assert result.exit_code == 0, result.output
    assert "Confirmed: after 21 days the server deletes every mail" in result.stderr
    assert "concerned: 2." in result.stderr
    made = files(tmp_path)
    assert read(made[SNIPPET])["namespace inbox/mailbox INBOX/autoexpunge"] == "21d"
    said = json.loads(made["manifest.json"])["server_deletion"]
    assert abs(date.fromisoformat(said["confirmed_on"]) - before) <= timedelta(days=1)  # clocks and time zones differ
    assert said["mailboxes"] == ["ida@firma.ch", "olga@firma.ch"]
    assert "Confirmed on" in made["README.en.txt"].decode()


def test_without_the_word_nothing_is_active(export, tmp_path):
    assert export(IDA, "--only", "dovecot,sheet").exit_code == 0
    made = files(tmp_path)
    assert "autoexpunge" not in " ".join(read(made[SNIPPET]))
    assert "server_deletion" not in json.loads(made["manifest.json"])


@pytest.mark.parametrize(
    ("rows", "options", "form", "words"),
    [
        (IDA, ["20"], Form.POP3_KEEP_DAYS, ("say something else (21)", "Both must be the same")),
        (IDA, ["21"], Form.POP3_KEEP_FOREVER, ("(never delete)",)),
        (IDA, ["21"], Form.IMAP, ("(a way without a period)",)),
        (OLGA, ["21"], Form.POP3_KEEP_DAYS, ("not needed",)),
        (
            IDA + "tom@firma.ch;Tom;;imap;;\nsam@firma.ch;Sam;;;collector;\n",
            ["21"],
            Form.POP3_KEEP_DAYS,
            ("would lose mail", "Tom <tom@firma.ch>, Sam <sam@firma.ch>"),
        ),
        (
            IDA + "tom@firma.ch;=Tom;;imap;;\n",
            ["21", "--skip-bad-rows"],
            Form.POP3_KEEP_DAYS,
            ("a staff list without a mistake",),
        ),
    ],
    ids=["other days", "never", "imap", "not needed", "somebody loses mail", "a bad row"],
)
def test_what_it_refuses_is_said_and_nothing_is_written(export, tmp_path, rows, options, form, words):
    result = export(rows, "--server-deletes-after-days", *options, form=form)
    assert result.exit_code == 2, result.output
    for word in words:
        assert word in result.stderr.splitlines()[-1]
    assert not (tmp_path / "out.zip").exists()


@pytest.mark.parametrize("number", ["0", "-3", "viele", "21.5", ""])
def test_what_is_no_number_of_days_is_wrong_usage(export, tmp_path, number):
    result = export(IDA, "--server-deletes-after-days", number)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert not (tmp_path / "out.zip").exists()


def test_in_german_too(export):
    result = export(IDA, "--server-deletes-after-days", "7", "--lang", "de")
    assert "In den Einstellungen steht etwas anderes (21)" in result.stderr


def test_a_terminal_program_that_somebody_asks_for_counts(export):
    assert export(OLGA, "--server-deletes-after-days", "21", "--only", "mpop").exit_code == 0
