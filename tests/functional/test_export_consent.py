"""``export`` sends nobody to a server of uncertain origin; ``--confirm`` is the person's word."""

import json
import zipfile
from dataclasses import replace

import pytest
from click.testing import CliRunner

from advisor.report.documents.settings import write_settings
from advisor.web.cli import group
from probes.codes import Trust
from tests.unit.profiles.companies import company, server
from tests.unit.profiles.file_words import words_in

ASK = Trust.NEEDS_CONSENT
STAFF = "address;name\nanna@firma.example;Anna Muster\n"


@pytest.fixture
def export(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))

    def export(settings, *options, staff=STAFF):
        (tmp_path / "settings.json").write_bytes(write_settings(settings))
        (tmp_path / "staff.csv").write_text(staff, encoding="utf-8")
        names = ["--settings", "settings.json", "--staff", "staff.csv", "--out", "out.zip"]
        return CliRunner().invoke(group, ["export", *names, *options])

    return export


@pytest.fixture
def uncertain():
    return company(imap=server(host="mail.hoster.ch", trust=ASK), submission=server(host="smtp.hoster.ch", port=465))


@pytest.fixture
def only_pop3():
    """Only the server for fetching is uncertain."""
    return company(pop3=server(host="pop.x.ch", trust=ASK))


def one_line(result, *words):
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


def test_without_a_word_nothing_is_written(export, uncertain, tmp_path):
    one_line(export(uncertain), "mail.hoster.ch", "--confirm mail.hoster.ch")
    assert not (tmp_path / "out.zip").exists()


def test_in_german_too(export, uncertain):
    one_line(export(uncertain, "--lang", "de"), "Noch nicht bestätigt: mail.hoster.ch")


def test_with_the_word_the_files_no_longer_doubt(export, uncertain, tmp_path):
    result = export(uncertain, "--confirm", "mail.hoster.ch")
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        texts = [words_in(archive.read(name)) for name in archive.namelist()]
    assert any("mail.hoster.ch" in text for text in texts)
    assert not any("Noch nicht bestätigt" in text or "Not confirmed yet" in text for text in texts)


def test_every_server_needs_its_own_word(export, uncertain):
    both = replace(uncertain, submission=replace(uncertain.submission, trust=ASK))
    one_line(export(both), "mail.hoster.ch, smtp.hoster.ch")
    one_line(export(both, "--confirm", "mail.hoster.ch"), "Not confirmed yet: smtp.hoster.ch.")
    assert export(both, "--confirm", "mail.hoster.ch", "--confirm", "smtp.hoster.ch").exit_code == 0


def test_a_server_that_the_settings_do_not_name_is_a_mistake(export, uncertain):
    one_line(export(uncertain, "--confirm", "mail.hoster.com"), "--confirm mail.hoster.com", "do not name")


def test_a_server_that_nobody_on_the_list_uses_is_not_asked_for_and_not_named(export, only_pop3, tmp_path):
    assert export(only_pop3).exit_code == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert not any("pop.x.ch" in words_in(archive.read(name)) for name in archive.namelist())


def test_a_single_row_that_uses_it_asks(export, only_pop3):
    staff = "address;name;alternative\nshop@firma.example;Shop;pop3_keep\n"
    one_line(export(only_pop3, staff=staff), "--confirm pop.x.ch")


def test_the_manifest_names_the_settings_that_were_used(export, uncertain, tmp_path):
    export(uncertain, "--confirm", "mail.hoster.ch")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        first = json.loads(archive.read("manifest.json"))
    export(replace(uncertain, imap=replace(uncertain.imap, trust=Trust.TRUSTED)))
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert json.loads(archive.read("manifest.json")) == first
