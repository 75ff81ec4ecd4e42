"""A deletion by the server that was noted before: whoever gets settings later is told, however they get them."""

import io
import json
import re
import zipfile
from datetime import date

import pytest
from click.testing import CliRunner

from advisor.report.documents.settings import read_settings
from advisor.settings.values import NotedDeletion
from advisor.store import export_runs, page_notes
from advisor.store.database import db
from advisor.web import export_order
from advisor.web.cli import group
from advisor.web.export_order import stored_order
from tests.functional.result.staff_lists import unpacked, upload
from tests.functional.result.staff_pages import links, make
from tests.unit.profiles.file_words import words_in

HEADER = "address;name;alternative;programs;language\r\n"
TOM = HEADER + "tom@firma.example;Tom;imap;outlook,apple;en\r\n"
IDA = HEADER + "ida@firma.example;Ida;;apple;en\r\n"
NOTED = NotedDeletion(28, date(2026, 11, 20))
DELETES = "The server deletes every mail from the inbox after 28 days"
LOSES = "So your mail does not stay there for as long as it says here. Set nothing up before"
ENGLISH = {"Accept-Language": "en"}


def note(app, days=28):
    with app.app_context():
        page_notes.set_deletion(1, days, NOTED.confirmed_on)
        db.session.commit()


@pytest.fixture
def client(app, open_case, all_situations):
    opened = open_case(all_situations["pop3_days"])
    note(app)
    return opened


def download(client, staff=TOM, way="pop3_keep", targets=("sheet", "slip", "apple")):
    upload(client, staff, way=way)
    return client.post("/profiles/download", data={"way": way, "target": [*targets]}, headers=ENGLISH)


def check_zip(files):
    papers = [name for name in files if "people/tom" in name]
    assert {name.rpartition(".")[2] for name in papers} == {"txt", "html", "pdf", "mobileconfig"}
    for name in papers:
        words = words_in(files[name])
        assert DELETES in words, name
        assert LOSES in words, name
    assert "because it is to stay for longer: 1 (tom@firma.example)" in words_in(files["README.en.txt"])
    assert json.loads(files["manifest.json"])["server_deletes"]["would_lose"] == ["tom@firma.example"]


def test_the_zip_by_the_web_says_it(client):
    check_zip(unpacked(download(client)))


def test_the_zip_says_it_no_more_once_the_server_keeps(client):
    client.post("/profiles/people/server-keeps")
    files = unpacked(download(client))
    assert "server_deletes" not in json.loads(files["manifest.json"])
    assert not any("The server deletes" in words_in(data) for name, data in files.items() if name.startswith("people/"))


def test_the_zip_of_the_worker_is_ordered_with_it(app, client, monkeypatch):
    monkeypatch.setattr(export_order, "AT_ONCE", 0)
    assert download(client).status_code == 302
    with app.app_context():
        run = export_runs.latest(1)
        assert stored_order(run.settings, run.staff, run.choices).company().server_deletes == NOTED


def test_the_command_says_it_on_the_papers_and_names_who_would_lose_mail(client, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "other"))
    (tmp_path / "settings.json").write_bytes(client.get("/result/settings.json?way=pop3_keep").data)
    assert read_settings((tmp_path / "settings.json").read_bytes()).server_deletes == NOTED
    (tmp_path / "staff.csv").write_text(TOM)
    names = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "sheet,slip,apple", "--out", "out.zip"]
    result = CliRunner().invoke(group, ["export", *names, "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "after 28 days your mail server deletes every mail in the inbox" in result.stderr
    assert "1 on the list would lose mail: Tom <tom@firma.example>" in result.stderr
    archive = zipfile.ZipFile(io.BytesIO((tmp_path / "out.zip").read_bytes()))
    check_zip({name: archive.read(name) for name in archive.namelist()})
    (tmp_path / "staff.csv").write_text(IDA)
    result = CliRunner().invoke(group, ["export", *names, "--lang", "en"])
    assert "would lose mail" not in result.stderr


def test_the_page_of_the_person_says_it_and_its_files_are_those_of_the_zip(app, client, read):
    make(client, TOM, way="pop3_keep")
    path = links(client)["Tom"]
    assert f"{DELETES}, also unread mail. {LOSES}" in read(app.test_client(), path)
    file = app.test_client().get(path + "/file/apple").data
    assert LOSES in words_in(file)
    files = unpacked(download(client))
    assert file in [data for name, data in files.items() if name.endswith(".mobileconfig")]
    client.post("/profiles/people/server-keeps")
    assert "The server deletes" not in read(app.test_client(), path)
    assert LOSES not in words_in(app.test_client().get(path + "/file/apple").data)


@pytest.mark.parametrize("path", ["/profiles?way=imap", "/profiles/sheet?way=imap", "/profiles/sheet/1?way=pop3_keep"])
def test_settings_and_sheets_on_the_web_say_it(client, read, path):
    upload(client, TOM, way="pop3_keep")
    assert f"{DELETES}, also unread mail. {LOSES}" in read(client, path)


def test_the_table_of_the_pages_names_who_would_lose_mail_until_the_server_keeps(client, read):
    make(client, TOM + "ida@firma.example;Ida;;outlook;en\r\n", way="pop3_keep")
    table = "/profiles/people"
    shown = read(client, table)
    assert "1 person is to read so that mail stays for longer: Tom First switch the deletion off" in shown
    number = re.search(r"/people/(\d+)/end", client.get(table).text)[1]
    client.post(f"{table}/{number}/end")
    assert "is to read so that mail stays for longer" not in read(client, table), "who is ended gets nothing"
    make(client, TOM, way="pop3_keep")
    client.post(f"{table}/server-keeps")
    assert "is to read so that mail stays for longer" not in read(client, table)


def test_who_has_made_no_personal_pages_can_say_too_that_the_server_keeps(app, client, read):
    shown = read(client, "/profiles/people")
    assert "There are no personal pages yet." in shown
    assert "On 20 November 2026 you confirmed that your mail server deletes" in shown
    assert "Every personal page and every new file says so. The server does not do it" in shown
    client.post("/profiles/people/server-keeps")
    with app.app_context():
        assert page_notes.of(1).deletes_days is None
